"""
Reads credit lines: ``来源：A作者：B责编：C`` goes in, labelled segments and people come out.

Text only. A line is split at the labels of ``vocabulary.credits``; names are read by
``fields.names``. Most lines have no label, so everything exits early.

Theory.  One alternation finds every label, the longest first; what joins the label to its
value (colon, bar, blank, nothing) decides whether it is one, because 编辑 and 记者 are also
words of sentences. A value ends where the next label begins.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsparse.fields.dates import strip_timestamps
from newsparse.fields.names import is_name, read_names
from newsparse.model import Person
from newsparse.vocabulary.boilerplate import GLUED_TAIL
from newsparse.vocabulary.credits import AUTHOR_ROLES, EDITOR_ROLES, LABELS, PERSON_ROLES
from newsparse.vocabulary.mastheads import is_outlet

__all__ = ["Segment", "read_authors", "read_byline", "read_editors", "read_names", "segment", "signature"]


class Segment(NamedTuple):
    """
    A label and its value, and where both stand in the line.
    """

    role: str
    label: str
    value: str
    start: int
    end: int


class _Mark(NamedTuple):
    """A label that was found: where it begins, where its value begins, and how the two are joined."""

    role: str
    label: str
    start: int
    value: int
    form: str


_LONGEST_LINE = 400
_LONGEST_NAMES = 90
#: Lines with names but no colon are short.
_LONGEST_BARE = 120

_ROLES: dict[str, dict[str, str]] = {}
for _entry in LABELS:
    for _label in _entry.labels:
        for _form in _entry.forms:
            _ROLES.setdefault(_label, {}).setdefault(_form, _entry.role)
_SCAN = re.compile(
    "(" + "|".join(re.escape(label) for label in sorted(_ROLES, key=len, reverse=True)) + ")"
    r"([\s\xa0\u3000]{0,4}[:：﹕∶]|[\s\xa0]{0,2}[|｜丨︱┃/／╱\\]{1,24}|,|[\s\xa0\u3000]{1,6}|[（(](?=\d))?"
)
_BOUNDARY = frozenset(" \t\n\r\xa0\u3000（(【[〔「《》、，,;；：:|｜丨︱/／╱□■◆●▲△*＊)）】]〕。.…—-－”\"")
#: Hanzi that may stand right before a label because they end a date or an outlet.
_MAY_PRECEDE = frozenset("日号號分秒午晚晨早网網报報社台线線一二三四五六天")
_HANZI = re.compile(r"[㐀-鿿]")
_OPENERS, _CLOSERS = "（([【〔「", "）)]】〕」"
_SENTENCE = re.compile("[。！？!?；;]")
_HOST = re.compile(r"(?:https?://\S+|\b(?:www|[a-z]{1,12})\.[a-z0-9\-]{1,30}(?:\.[a-z]{2,5}){1,2}\b\S*)", re.I)
_CHROME = re.compile(
    r"(?:我要评论|网友评论|評論|评论|参与互动|手机看|随时随地|我有话说|收藏本文|字号|字體|字体|文字大小|分享|打印|【?字|人气|阅读)[^\s]*"
    r"|【[^】]{0,8}】|\[[^\]]{0,4}(?:转载|原创|轉載)[^\]]{0,4}\]"
)


@lru_cache(maxsize=32)
def segment(text: str) -> tuple[Segment, ...]:
    """
    Return the labelled parts of a credit line, in their order; nothing for a line of prose.
    """
    if len(text) > _LONGEST_LINE:
        return ()
    marks: list[_Mark] = []
    for match in _SCAN.finditer(text):
        mark = _mark(text, match, marks[-1] if marks else None)
        if mark:
            marks.append(mark)
    if not marks:
        return ()
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    found = [_segment(text, mark, end) for mark, end in zip(marks, ends, strict=True)]
    return tuple(part for part in found if part)


def _mark(text: str, match: re.Match[str], last: _Mark | None) -> _Mark | None:
    """Decide whether a word is a label here."""
    label, joint = match[1], match[2] or ""
    roles = _ROLES[label]
    start, value = match.span(1)[0], match.end()
    stripped = joint.strip()
    if stripped[:1] in ":：﹕∶" and stripped:
        form = ":"
    elif stripped == ",":
        form = ","
    elif stripped[:1] in "（(" and stripped:
        form = "("
    elif stripped:
        form = "/"
    else:
        form = " " if joint else "w"
    word = "w" in roles and form != ":" and len(text) <= _LONGEST_BARE
    if form == ":" and ":" in roles:
        if last is None and not _may_begin(text, start):
            return None
        return _Mark(roles[":"], label, _with_outlet(text, start, last), value, form)
    at_boundary = start == 0 or text[start - 1] in _BOUNDARY
    if form == "w" and "^" in roles and start == 0:
        return _Mark(roles["^"], label, start, value, "^")
    if form in "/,( " and form in roles and at_boundary and not (form == " " and word):
        return _after(text, _Mark(roles[form], label, _with_title(text, start, last), value, form), last)
    return _after(text, _word(text, roles["w"], label, start, value, last), last) if word else None


def _may_begin(text: str, start: int) -> bool:
    """Tell whether the first label of a line may stand here: 直播时间： is another word than 时间：."""
    if start == 0:
        return True
    before = text[start - 1]
    return before in _MAY_PRECEDE or not _HANZI.match(before)


def _with_outlet(text: str, start: int, last: _Mark | None) -> int:
    """Move the start of a label over the outlet glued to it: 青石网编辑：."""
    begin = start
    while begin and text[begin - 1] not in _BOUNDARY and start - begin < 12:
        begin -= 1
    if begin < start and (last is None or begin > last.value) and is_outlet(text[begin:start]):
        return begin
    return start


def _with_title(text: str, start: int, last: _Mark | None) -> int:
    """Move the start of a line's first label over the paper's name in title marks: 《棱镜》作者."""
    if last is None and start and text[start - 1] == "》" and text[0] == "《" and start <= 16:
        return 0
    return start


def _word(text: str, role: str, label: str, start: int, value: int, last: _Mark | None) -> _Mark | None:
    """Read 记者 and its kin as a label, where the paper before and the names after vouch for it."""
    floor = last.value if last else 0
    begin = start
    while begin > floor and text[begin - 1] not in _BOUNDARY:
        begin -= 1
    if last and begin == floor and start > begin and last.form != "w":
        # 来源：青石社记者: what stands before the word is the value of the label before it.
        begin = start
    if start - begin > 16 or (start > begin and text[start - 1] in "小新老大"):
        return None
    return _Mark(role, label, begin, value, "w")


def _after(text: str, mark: _Mark | None, last: _Mark | None) -> _Mark | None:
    """Refuse a label that is part of the value of the person label before it: 作者：记者 甲."""
    if mark is None or last is None or last.role not in PERSON_ROLES or last.form == "w":
        return mark
    empty = not text[last.value : mark.start].strip()
    if empty or (mark.form == "w" and last.role in AUTHOR_ROLES):
        return None
    return mark


def _segment(text: str, mark: _Mark, end: int) -> Segment | None:
    """Cut out the value of a label; None where the value shows that it is none."""
    value, stop = _trimmed(text, mark.value, end)
    if mark.role in PERSON_ROLES and not _may_be_names(value, mark, text[stop:end]):
        return None
    if mark.role in ("time", "updated") and not any(character.isdigit() for character in value):
        return None
    return Segment(mark.role, text[mark.start : mark.value].strip(" \xa0\u3000:：﹕∶|｜丨︱┃/／╱\\,（(【["), value, mark.start, stop)


def _trimmed(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the value without the brackets of its neighbours, and where it ends."""
    depth = 0
    for index in range(start, end):
        character = text[index]
        if character in _OPENERS:
            depth += 1
        elif character in _CLOSERS:
            depth -= 1
            if depth < 0:
                end = index
                break
    value = text[start:end]
    bare = value.rstrip(" \t\r\n\xa0\u3000|｜丨/／╱、，,;；·-—（([【〔「")
    return bare.strip(), start + len(bare)


def _may_be_names(value: str, mark: _Mark, rest: str) -> bool:
    """Tell whether the value of a person label can be names, not the rest of a sentence."""
    if len(value) > _LONGEST_NAMES or _SENTENCE.search(value.rstrip("。")):
        return False
    if len(rest.strip(" \xa0\u3000）)]】〕（([【〔|｜-—")) > 8 and not GLUED_TAIL.search(rest):
        # 【文/甲】then prose: the paragraph's own opening, not a credit line.
        return False
    if mark.form == ":" and mark.label not in ("记者", "記者"):
        return True
    if mark.form in "/,(":
        return True
    return bool(value) and _reads_as_names(value, strict=mark.form == "w" or mark.form == ":")


def _reads_as_names(value: str, *, strict: bool) -> bool:
    people = read_names(value, "reporter", strict=strict)
    if not people:
        return False
    return len(re.sub(r"[\s、，,;；/／╱|｜·]", "", value)) <= 12 * len(people) + 8


def read_authors(text: str, *, bare: bool = True) -> tuple[Person, ...]:
    """
    Return the people whom a credit line names as authors.

    Args:
        text: the line.
        bare: whether a line without any label is a list of names.
    """
    return _people(text, AUTHOR_ROLES, "author", bare)


def read_editors(text: str, *, bare: bool = True) -> tuple[Person, ...]:
    """
    Return the people whom a credit line names as editors; as ``read_authors``.
    """
    return _people(text, EDITOR_ROLES, "editor", bare)


def _people(text: str, roles: frozenset[str], default: str, bare: bool) -> tuple[Person, ...]:
    text = text.strip()
    found: dict[str, Person] = {}
    segments = segment(text)
    for part in segments:
        if part.role in roles:
            for person in read_names(part.value, part.role):
                found.setdefault(person.name, person)
        elif part.role == "source" and default == "author" and not any(p.role in AUTHOR_ROLES for p in segments):
            for person in _in_brackets(part.value):
                found.setdefault(person.name, person)
    if segments or not bare:
        return tuple(found.values())
    return _bare_names(text, default)


def _bare_names(text: str, role: str) -> tuple[Person, ...]:
    """Read a line without labels as a list of names; a line with commas must vouch for itself."""
    text = _without_chrome(text)
    if ":" in text or "：" in text:
        return ()
    return read_names(text, role, strict="，" in text)


def _in_brackets(value: str) -> tuple[Person, ...]:
    """Return who stands in brackets after the source: ``出处：甲网（乙 - 张小满）``."""
    match = re.fullmatch(r"([^（(]{2,20})[（(]([^（()）]{2,24})[)）].*", value)
    if not match or " - " not in match[2]:
        return ()
    return read_names(match[2], "author")


def _without_chrome(text: str) -> str:
    """Drop dates, clock, addresses and the page's own words from a line."""
    text = _CHROME.sub(" ", _HOST.sub(" ", strip_timestamps(text)))
    return " ".join(text.split())


def read_byline(text: str) -> str | None:
    """
    Return the byline as printed, label included; None where the line credits no author.
    """
    text = text.strip()
    segments = segment(text)
    for part in segments:
        if part.role in AUTHOR_ROLES and read_names(part.value, part.role):
            last = part
            for other in segments:
                if other.start >= part.end and other.role in AUTHOR_ROLES and other.start - last.end <= 3:
                    last = other
            return text[part.start : last.end].strip()
    if segments or not text:
        return None
    return _without_chrome(text) if _bare_names(text, "author") else None


#: The characters one of which a signed paragraph ends with or has near its end.
_ENDS = "）)]】〕"
_TAIL_BRACKET = re.compile(r"[\s\xa0]*([（(【\[〔])([^（(【\[〔）)】\]〕]{1,90})[）)】\]〕][\s\xa0]*$")
_END_MARK = re.compile(r"^(?:完|全文完|完毕|未完待续|END|end|完。)$")
_TAIL_EDITOR = re.compile(
    r"(?<=[。！？”」…\s])[^\s。，]{0,8}(?:责任编辑|責任編輯|责编|責編|编辑|編輯)[:：]\s?[^。，！？]{2,30}$"
)
_TAIL_REPORTER = re.compile(
    r"(?<=[。！？”」…])\s*((?:[^\s。，！？“”]{0,10}[/／]?)(?:记者|記者|通讯员|通訊員)[\s/／]*[^。，！？“”]{2,30})$"
)
_HEAD = re.compile(r"^[【\[（(〔]\s?((?:文|撰文|图文|文图)\s?[/／|｜丨][^】\])）〕]{2,40})[】\])）〕]")
_SIGNS = re.compile("记者|記者|编辑|編輯|责编|責編|通讯员|通訊員|作者|文[/／|｜丨]")
_SHORT = 60


def signature(paragraph: str) -> tuple[str, tuple[Person, ...], tuple[Person, ...]]:
    """
    Return the paragraph without the credit it carries, the authors and the editors credited.

    An author's credit at the end of a paragraph is the paper's own text and stays; an
    editor's is removed, and so is a line that is nothing but a credit.
    """
    tail = paragraph[-_SHORT:]
    if not paragraph or not (
        tail[-1] in _ENDS or len(paragraph) <= _SHORT or paragraph[0] in "【[（(〔" or _SIGNS.search(tail)
        or GLUED_TAIL.search(tail)
    ):  # fmt: skip
        return paragraph, (), ()
    text = GLUED_TAIL.sub("", paragraph).rstrip()
    if len(text) <= _LONGEST_NAMES:
        alone = _alone(text)
        if alone:
            return "", *alone
    return _signed(text)


def _alone(text: str) -> tuple[tuple[Person, ...], tuple[Person, ...]] | None:
    """Read a line that is nothing but a credit; None when it says more."""
    segments = segment(text)
    if segments:
        # What stands before the first label and between the parts may only be joints.
        if text[: segments[0].start].strip("".join(_BOUNDARY)):
            return None
        authors, editors = read_authors(text, bare=False), read_editors(text, bare=False)
        known = all(part.role in PERSON_ROLES or part.role in ("source", "material") for part in segments)
        return (authors, editors) if known and (authors or editors or segments[0].role == "source") else None
    bare = text.strip("（(【[〔）)】]〕 \xa0\u3000")
    wrapped = text[0] in "（(【[〔" and text[-1] in _ENDS
    reported = bare.endswith(("報導", "报道", "报导", "報道")) and ("/" in bare or "／" in bare or "╱" in bare)
    if (wrapped and len(bare) <= 20) or reported:
        people = _only_names(bare)
        if people:
            return people, ()
    return None


def _only_names(text: str) -> tuple[Person, ...]:
    """Return the names of a text that consists of nothing else, all of them with surnames."""
    people = read_names(text, "author", strict=True)
    if not people:
        return ()
    pieces = [piece for piece in re.split(r"[\s、，,/／╱|｜]+", text) if piece]
    known = {person.name for person in people}
    others = [
        piece for piece in pieces
        if piece not in known and not piece.endswith(("報導", "报道", "报导", "報道", "编译", "編譯", "整理")) and not is_outlet(piece)
    ]  # fmt: skip
    return people if sum(map(len, others)) <= 2 * len(people) else ()


def _signed(text: str) -> tuple[str, tuple[Person, ...], tuple[Person, ...]]:
    """Read the credits at the end and at the head of a paragraph of prose."""
    authors: dict[str, Person] = {}
    editors: dict[str, Person] = {}
    body, kept = text, ""
    for _ in range(4):
        match = _TAIL_BRACKET.search(body)
        if not match:
            break
        verdict = _bracket(match[2].strip(), body[: match.start()])
        if verdict is None:
            break
        keep, some_authors, some_editors = verdict
        for group, people in ((authors, some_authors), (editors, some_editors)):
            for person in people:
                group.setdefault(person.name, person)
        kept = body[match.start() :] + kept if keep else kept
        body = body[: match.start()]
    body = _unbracketed(body, authors, editors, bool(kept))
    head = _HEAD.match(text) if text[0] in "【[（(〔" else None
    if head:
        for person in read_authors(head[1], bare=False):
            authors.setdefault(person.name, person)
    return (body + kept).rstrip(), tuple(authors.values()), tuple(editors.values())


def _bracket(inside: str, before: str) -> tuple[bool, tuple[Person, ...], tuple[Person, ...]] | None:
    """Read a bracket at the end of a paragraph: whether it stays, and whom it credits; None when it is no credit."""
    if _END_MARK.match(inside):
        return True, (), ()
    segments = segment(inside)
    if segments and segments[0].start <= 12:
        authors, editors = read_authors(inside, bare=False), read_editors(inside, bare=False)
        if editors or segments[0].role in EDITOR_ROLES:
            return False, authors, editors
        if authors:
            return True, authors, ()
        return (False, (), ()) if segments[0].role == "source" and before else None
    stands_alone = before.rstrip()[-1:] in "。！？!?”」…；" or not before
    people = _only_names(inside) if stands_alone and len(inside) <= 24 else ()
    return (True, people, ()) if people else None


def _unbracketed(body: str, authors: dict[str, Person], editors: dict[str, Person], signed: bool) -> str:
    """Read a credit that follows the last sentence without brackets."""
    match = _TAIL_EDITOR.search(body, max(0, len(body) - _SHORT))
    if match:
        people = read_editors(match[0], bare=False)
        if people:
            editors.update((person.name, person) for person in people)
            body = body[: match.start()].rstrip()
    if signed:
        return body
    match = _TAIL_REPORTER.search(body, max(0, len(body) - _SHORT))
    if match:
        people = read_names(match[1], "author", strict=True)
        if people and all(is_name(person.name) for person in people) and len(match[1]) <= 16 + 5 * len(people):
            authors.update((person.name, person) for person in people)
    return body
