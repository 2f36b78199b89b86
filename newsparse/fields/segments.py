"""
Splits credit lines at their labels: ``来源：A作者：B责编：C`` goes in, labelled segments come out.

Text only; the labels are those of ``vocabulary.credits``. Most lines have none, so
everything exits early.

Theory.  One alternation finds every label, the longest first; what joins the label to its
value (colon, bar, blank, nothing) decides whether it is one, because 编辑 and 记者 are also
words of sentences. A value ends where the next label begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from newsparse import lazy
from newsparse.fields.names import read_names
from newsparse.vocabulary.boilerplate import GLUED_TAIL
from newsparse.vocabulary.credits import AUTHOR_ROLES, EDITOR_ROLES, LABELS, PERSON_ROLES
from newsparse.vocabulary.mastheads import is_outlet
from newsparse.vocabulary.sources import TAIL_CHARACTERS, TAILS


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
_LONGEST_TIME = 48
#: Words that other lines have before a colon, too.
_NEEDS_NAMES = ("记者", "記者", "文", "报道", "報道", "報導", "报导")
#: A value as short is a name and nothing else.
_LONGEST_NAME = 3
#: Lines with names but no colon are short.
_LONGEST_BARE = 120

_ROLES: dict[str, dict[str, str]] = {}
for _entry in LABELS:
    for _label in _entry.labels:
        for _sign in _entry.forms:
            _ROLES.setdefault(_label, {}).setdefault(_sign, _entry.role)


def _tree(words: Iterable[str]) -> str:
    """Return a pattern of the words that reads each character once, and the longest word there is."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[:1], []).append(word[1:])
    branches = [re.escape(head) + _tree(rests) for head, rests in heads.items() if head]
    if not branches:
        return ""
    return f"(?:{'|'.join(branches)})" + ("?" if "" in heads else "")


_SCAN = lazy.compile(
    f"({_tree(_ROLES)})"
    r"([\s\xa0\u3000]{0,4}[:：﹕∶]|[】\]][\s\xa0\u3000:：]{0,4}|[\s\xa0]{0,2}[|｜丨︱┃/／╱\\]{1,24}|,|[\s\xa0\u3000]{1,6}|[（(](?=\d))?"
)
_UNLISTED = lazy.compile(r"[\w]{2,4}[:：][\w ]{2,20}$")
#: Without one of these a line has no label, whatever words it holds.
_JOINT = lazy.compile(r"[】:：﹕∶|｜丨︱┃/／╱\\\s\xa0\u3000（(](?:(?<![（(])|\d)")
_WORDS = lazy.compile("记者|記者|通讯员|通訊員|实习|實習|特派|报料")
#: The first label of a line is followed by what joins it to its value, if it is none of those that names alone may follow or
#: the line may begin with.
_JOINED = lazy.compile(f"[{re.escape(''.join(sorted({label[-1] for label in _ROLES})))}][\\s:：﹕∶】\\]|｜丨︱┃/／╱\\\\,（(]")
_NAMING = lazy.compile("|".join(label for label, forms in _ROLES.items() if "w" in forms))
_GLUED = tuple(label for label, forms in _ROLES.items() if "^" in forms)
_BRACKET = lazy.compile(r"[（([【〔「）)\]】〕」]")
_BOUNDARY = frozenset(' \t\n\r\xa0\u3000（(【[〔「《》、，,;；：:|｜丨︱/／╱□■◆◇●○⊙◎☉▲△★☆*＊)）】]〕。.…—-－”"')
#: Hanzi that may stand right before a label because they end a date or an outlet.
_MAY_PRECEDE = frozenset("日号號分秒午晚晨早网網报報社台线線一二三四五六天")
_OPENERS = "（([【〔「"
_LABEL_EDGES = " \xa0\u3000:：﹕∶|｜丨︱┃/／╱\\,（(【["
_REST_EDGES = " \xa0\u3000）)]】〕（([【〔|｜-—"
_SENTENCE = lazy.compile("[。！？!?；;]")
#: What may follow the bracket that names the writer: 来源：某报 (记者甲) 2012-03-04.
_DATED = lazy.compile(r"(?:19|20)\d\d\s?[年/.\-]\s?\d[\d年月日时分秒/.:：\- ]{0,24}$")
#: Where the names of a value end: at a date, or where the page speaks.
_TAIL = lazy.compile(r"(?:19|20)\d\d\s?[年/.\-]\s?\d|[网網][编編][:：]|" + "|".join(f"(?:{entry.pattern})" for entry in TAILS))
#: A character of every such end, or its first ones.
_TAIL_CHARACTER = lazy.compile(rf"[编編12{re.escape(TAIL_CHARACTERS)}](?:(?<=1)9\d\d|(?<=2)0\d\d|(?<=[编編])[:：]|(?<=[{re.escape(TAIL_CHARACTERS)}]))")


@lru_cache(maxsize=32)
def segment(text: str) -> tuple[Segment, ...]:
    """
    Return the labelled parts of a credit line, in their order; nothing for a line of prose.
    """
    glued = text.startswith(_GLUED)
    if len(text) > _LONGEST_LINE or not (glued or _JOINED.search(text) or (len(text) <= _LONGEST_BARE and _NAMING.search(text))):
        return ()
    if not (glued or _JOINT.search(text) or _WORDS.search(text)):
        return ()
    marks: list[_Mark] = []
    for match in _SCAN.finditer(text):
        mark = _mark(text, match, marks[-1] if marks else None)
        if mark:
            marks.append(mark)
    if not marks:
        return ()
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    found: list[Segment] = []
    for mark, end in zip(marks, ends, strict=True):
        part = _segment(text, mark, end)
        if part:
            found.append(part)
        elif mark.form == "w" and found and found[-1].role in AUTHOR_ROLES:
            # 甲网记者乙、记者丙报道：…: the sentence goes on, so what came before is no credit line either.
            found.pop()
    return tuple(found)


def _form(joint: str) -> str:
    """Name the way in which a label is joined to what follows it."""
    sign = joint.strip()[:1]
    if not sign:
        return " " if joint else "w"
    return ":" if sign in ":：﹕∶" else "]" if sign in "】]" else "," if sign == "," else "(" if sign in "（(" else "/"


def _mark(text: str, match: re.Match[str], last: _Mark | None) -> _Mark | None:
    """Decide whether a word is a label here."""
    label, roles = match[1], _ROLES[match[1]]
    start, value, form = match.start(), match.end(), _form(match[2] or "")
    if form == "]":
        # 【作者】甲: the whole label in brackets, and names or an outlet behind it.
        role = roles.get(":") if start and text[start - 1] in "【[" and (start == 1 or last) else None
        return _Mark(role, label, start - 1, value, form) if role in PERSON_ROLES or role == "source" else None
    if form == ":":
        role = roles.get(":") or (roles.get("+") if last else None)
        if role is not None and last is None and not _may_begin(text, start, label):
            # 青日记者：甲: who has a desk's name before the word must have names behind it.
            return _word(text, role, label, start, value, last) if label in ("记者", "記者") else None
        if label == "文" and start and text[start - 1] not in _BOUNDARY:
            return None
        if role and role not in PERSON_ROLES:
            # 来源：青石网-青石晚报评论：5: only people have the outlet before their label.
            return _Mark(role, label, start, value, form)
        return _Mark(role, label, _with_outlet(text, start, last), value, form) if role else None
    if form == "w" and "^" in roles and start == 0:
        return _Mark(roles["^"], label, start, value, "^")
    if form == " " and last and "+" in roles and form not in roles and last.role in PERSON_ROLES:
        # 编辑 甲 二审 乙: behind another label the blank will do, where names follow.
        return _after(text, _Mark(roles["+"], label, start, value, "+"), last) if text[start - 1] in _BOUNDARY else None
    word = "w" in roles and len(text) <= _LONGEST_BARE
    if form in roles and form != "w" and not (form == " " and word):
        begin = start if start == 0 or text[start - 1] in _BOUNDARY else _same_desk(text, start, last)
        if begin >= 0:
            return _after(text, _Mark(roles[form], label, _with_title(text, begin, last), value, form), last)
    return _after(text, _word(text, roles["w"], label, start, value, last), last) if word else None


def _may_begin(text: str, start: int, label: str) -> bool:
    """Tell whether the first label of a line may stand here: 直播时间： is another word than 时间：."""
    if start == 0:
        return True
    before = text[start - 1]
    if before in _MAY_PRECEDE or not "㐀" <= before <= "鿿":
        return True
    # 专栏：河边的早晨撰文者：甲: what stands before it is the value of a label that nobody lists.
    return len(label) > 2 and _UNLISTED.match(text, 0, start) is not None


def _with_outlet(text: str, start: int, last: _Mark | None) -> int:
    """Move the start of a label over the outlet glued to it: 青石网编辑：."""
    begin = start
    while begin and text[begin - 1] not in _BOUNDARY and start - begin < 12:
        begin -= 1
    if begin < start and (last is None or begin > last.value) and is_outlet(text[begin:start]):
        return begin
    desk = _same_desk(text, start, last)
    return desk if desk >= 0 else start


def _same_desk(text: str, start: int, last: _Mark | None) -> int:
    """Return where the desk's name before a label begins, if the label before it has the same: 青日记者|甲 青日编辑|乙; else -1."""
    begin = start
    while begin and text[begin - 1] not in _BOUNDARY and start - begin < 6:
        begin -= 1
    return begin if last is not None and text.startswith(text[begin:start], last.start) else -1


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
    if mark.form == "w" and last.role == "photographer" and is_outlet(text[last.value : mark.start].strip()):
        # 图/某报记者 甲: whoever took the pictures did not write.
        return None
    return mark


def _segment(text: str, mark: _Mark, end: int) -> Segment | None:
    """Cut out the value of a label; None where the value shows that it is none."""
    value, stop = _trimmed(text, mark.value, end)
    if mark.role in PERSON_ROLES:
        rest = text[stop:end]
        tail = _TAIL.search(value) if len(value) > _LONGEST_NAME and _TAIL_CHARACTER.search(value) else None
        if tail:
            # 作者：甲 有0人参与 手机看新闻: the names end where the page speaks.
            value, rest = value[: tail.start()].rstrip(" \xa0\u3000|｜，,"), ""
            stop = text.index(value, mark.value) + len(value)
        if not _may_be_names(value, mark, rest):
            return None
    elif not _may_be_value(mark, value) or (mark.form in " ]" and not is_outlet(value.split(" ", 1)[0])):
        return None
    return Segment(mark.role, text[mark.start : mark.value].strip(_LABEL_EDGES), value, mark.start, stop)


def _may_be_value(mark: _Mark, value: str) -> bool:
    """Tell whether the value of a label that takes no names can be one, not a sentence: 日期:1月2日，他们…"""
    if mark.role in ("time", "updated"):
        return len(value) <= _LONGEST_TIME and any(character.isdigit() for character in value) and "，" not in value
    if mark.form == "^" and "，" in value:
        return False
    return mark.role != "source" or (len(value) <= _LONGEST_NAMES and "。" not in value)


def _trimmed(text: str, start: int, end: int) -> tuple[str, int]:
    """Return the value without the brackets of its neighbours, and where it ends."""
    depth = 0
    for match in _BRACKET.finditer(text, start, end):
        depth += 1 if match[0] in _OPENERS else -1
        if depth < 0:
            end = match.start()
            break
    value = text[start:end]
    bare = value.rstrip(" \t\r\n\xa0\u3000|｜丨/／╱、，,;；·-—（([【〔「□■◆◇●○⊙◎☆★")
    return bare.strip(), start + len(bare)


def _may_be_names(value: str, mark: _Mark, rest: str) -> bool:
    """Tell whether the value of a person label can be names, not the rest of a sentence."""
    if len(value) > _LONGEST_NAMES or _SENTENCE.search(value.rstrip("。")):
        return False
    rest = rest.strip(_REST_EDGES)
    if mark.role not in EDITOR_ROLES and len(rest) > 2 and not (GLUED_TAIL.search(rest) or _DATED.match(rest)):
        # 【文/甲】then prose: the paragraph's own opening, not a credit line.
        return False
    if mark.form == ":" and mark.label not in _NEEDS_NAMES:
        return True
    if mark.form in "/,(":
        return True
    return bool(value) and _reads_as_names(value, strict=mark.form in "w:+]")


def _reads_as_names(value: str, *, strict: bool) -> bool:
    people = read_names(value, "reporter", strict=strict)
    if not people:
        return False
    return len(re.sub(r"[\s、，,;；/／╱|｜·]", "", value)) <= 12 * len(people) + 8
