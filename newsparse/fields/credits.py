"""
Reads the people that credits name: a credit line, or a paragraph that carries one, goes in,
persons by role come out.

Text only. ``fields.segments`` splits a line at its labels and ``fields.names`` reads the
names; here is decided who of them wrote the story and who edited it.
"""

from __future__ import annotations

import re

from newsparse import lazy
from newsparse.fields.dates import strip_timestamps
from newsparse.fields.names import is_name, pen_name, read_names
from newsparse.fields.segments import Segment, segment
from newsparse.model import Person
from newsparse.vocabulary.boilerplate import GLUED_TAIL
from newsparse.vocabulary.characters import HAN
from newsparse.vocabulary.credits import AUTHOR_ROLES, EDITOR_ROLES, EDITOR_WORDS, PERSON_ROLES
from newsparse.vocabulary.mastheads import is_outlet
from newsparse.vocabulary.signs import ANY_LABEL, SIGNED, UNKNOWN, says

__all__ = ["Segment", "read_authors", "read_byline", "read_editors", "read_names", "segment", "signature"]

_HOST = lazy.compile(r"(?:https?://\S+|\b(?:www|[a-z]{1,12})\.[a-z0-9\-]{1,30}(?:\.[a-z]{2,5}){1,2}\b\S*)", re.I)
#: A button in front of the credits: 【纠错】责任编辑：甲.
_BUTTON = lazy.compile(r"[\[【]\s?(?:我要)?(?:[纠糾][错錯]|报错|打印|关闭)\s?[\]】]")
_CHROME = lazy.compile(
    r"(?:我要评论|网友评论|評論|评论|参与互动|手机看|随时随地|我有话说|收藏本文|字号|字體|字体|文字大小|分享|打印|【?字|人气|阅读)[^\s]*"
    r"|【[^】]{0,8}】|\[[^\]]{0,4}(?:转载|原创|轉載)[^\]]{0,4}\]"
)
#: A character of all that: one class, to which the engine skips.
_CHROME_CHARACTER = lazy.compile(r"[我评評与看随说藏号體体大享印字气读【\[]")


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
    if not text or ":" in text or "：" in text:
        return ()
    return read_names(text, role, strict="，" in text)


def _in_brackets(value: str) -> tuple[Person, ...]:
    """Return who stands in brackets after the source: ``出处：甲网（乙 - 张小满）``."""
    match = re.fullmatch(r"([^（(]{2,20})[（(]([^（()）]{2,24})[)）].*", value) if " - " in value else None
    if not match or " - " not in match[2]:
        return ()
    return read_names(match[2], "author")


def _without_chrome(text: str) -> str:
    """Drop dates, clock, addresses and the page's own words from a line."""
    text = strip_timestamps(text)
    if "." in text or "//" in text:
        text = _HOST.sub(" ", text)
    if _CHROME_CHARACTER.search(text):
        text = _CHROME.sub(" ", text)
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


_ENDS = "）)]】〕"
_OPENS = "（([【〔"
#: Before the names of a line that holds nothing else: ● 甲 乙.
BULLETS = "●○□■◆◇⊙◎★☆"
#: In the story itself: elsewhere these open captions.
_BULLETS = BULLETS + "▲△"
#: Who edited, behind the name.
_EDITED = lazy.compile(rf"({HAN}{{2,4}}(?:[\s、]{HAN}{{2,4}}){{0,3}})\s?[/／]\s?(?:责任|責任)?(?:编辑|編輯|责编|責編)")
_END_MARK = lazy.compile(r"^(?:完|全文完|完毕|未完待续|END|end|完。)$")
_TAIL_EDITOR = lazy.compile(
    r"(?:(?<=[。！？”」…\s])[^\s。，]{0,8}(?:责任编辑|責任編輯|责编|責編|编辑|編輯)"
    r"|(?<=[。！？”」…])\s?(?:来源|來源|文章来源|本文来源|稿源))[:：]\s?[^。，！？]{2,30}$"
)
_TAIL_REPORTER = lazy.compile(
    r"(?<=[。！？”」…])\s*((?:[^\s。，！？“”]{0,10}[/／]?)(?:记者|記者|通讯员|通訊員)[\s/／]*[^。，！？“”]{2,30})$"
)
_HEAD = lazy.compile(r"^[【\[（(〔]\s?((?:文|撰文|图文|文图)\s?[/／|｜丨][^】\])）〕]{2,40})[】\])）〕]")
#: A report may begin with who wrote it and no paper's name: （记者罗小满 通讯员林秋）.
_HEAD_REPORTER = lazy.compile(r"[（(【\[]\s?((?:[^\s（()），。]{0,10}\s?)(?:记者|記者|通讯员|通訊員)[^（()）【】\[\]，。？！]{2,36})[）)】\]]")
#: What a line that the site glued to the paragraph ends with.
_GLUED_ENDS = ("多", "文", "）", ")", "：", ":", "頁", "页", ">", "＞", "»")
_LONGEST_GLUED = 32
_SHORT = 60
_LONGEST_LINE = 90
_LONGEST_BRACKET = 92
_JOINTS = ' \t\xa0\u3000（()）【】[]〔〕「」《》、，,;；：:|｜丨︱/／╱□■◆●▲△*＊.…—-－”"'
_WROTE = ("文/图", "文/圖", "文／圖", "文图", "文、图", "/文", "／文")
#: 文 张小满, 文：张小满: only where nothing but names follows, for 文 is a surname and a word, too.
_WRITTEN_BY = lazy.compile(rf"文[\s\u3000:：]{{1,3}}({HAN}[^:：]{{1,20}}?)(?:\s{{1,3}}[图圖摄攝]\s?[:：].{{2,12}})?$")
_WROTE_END = lazy.compile(r"\s?[/／]?文(?:[/／、]?[图圖])?$")
#: For whom they sign: （县水务局 张小满）.
_ORGANISED = ("局", "委", "办", "中心", "大学", "学院", "政府", "公司", "集团", "支队", "中学", "医院")
#: The roles of which a line that is only a credit consists.
_CREDIT_LINE = PERSON_ROLES | {"source", "material", "time", "updated", "comments", "views", "share"}
#: 社會中心張小滿／台南報導: the desk, and the town.
_DESK = lazy.compile(r"[^\s，。／/]{2,4}(?:中心|組|组)\s?([^，。／/]{2,12})[／/╱][^，。／/]{2,6}$")
_REPORT = ("報導", "报道", "报导", "報道")


def signature(paragraph: str, signs: int = UNKNOWN) -> tuple[str, tuple[Person, ...], tuple[Person, ...]]:
    """
    Return the paragraph without the credit it carries, the authors and the editors credited.

    An author's credit at the end of a paragraph is the paper's own text and stays; an
    editor's is removed, and so is a line that is nothing but a credit.

    Args:
        signs: the paragraph's (``vocabulary.signs``), where they are known.
    """
    text = paragraph
    if text.endswith(_GLUED_ENDS) and _is_glued(text[-_LONGEST_GLUED:]):
        text = GLUED_TAIL.sub("", text).rstrip()
    if not text:
        return "", (), ()
    if len(text) <= _LONGEST_LINE:
        alone = _alone(text, signs)
        if alone:
            return "", *alone
    if text[-1] in _ENDS or text[0] in _OPENS or (says(text, SIGNED, signs) and says(text[-_SHORT:], SIGNED)):
        return _signed(text)
    return text, (), ()


def _is_glued(end: str) -> bool:
    """Tell whether a paragraph's end has one of the words that every such line has."""
    return "返回" in end or "接下一" in end or "点击查看" in end or "责任编辑" in end or "展开全文" in end


def _alone(text: str, signs: int) -> tuple[tuple[Person, ...], tuple[Person, ...]] | None:
    """Read a line that is nothing but a credit; None when it says more."""
    segments = segment(text) if signs & ANY_LABEL else ()
    if segments:
        if not _is_joint(text[: segments[0].start]):
            return None
        authors, editors = read_authors(text, bare=False), read_editors(text, bare=False)
        roles = {part.role for part in segments}
        return (authors, editors) if roles <= _CREDIT_LINE and (authors or editors or "source" in roles) else None
    bare = text.strip("（(【[〔）)】]〕 \xa0\u3000")
    edited = _EDITED.fullmatch(bare) if bare.endswith(EDITOR_WORDS) else None
    if edited:
        return (), tuple(Person(person.name, "editor") for person in _only_names(edited[1]))
    if text[0] in _BULLETS and len(text) <= 24:
        people = _only_names(text[1:].strip())
        return (people, ()) if people else None
    if len(bare) <= 24:
        written = _WRITTEN_BY.match(bare) if bare[:1] == "文" else None
        people = _only_names(written[1]) if written else _of_outlet(bare)
        if people:
            return people, ()
    wrapped = text[0] in _OPENS and text[-1] in _ENDS
    reported = bare.endswith(_REPORT) and ("/" in bare or "／" in bare or "╱" in bare)
    if (wrapped and len(bare) <= 20) or reported or bare.endswith(_WROTE):
        people = _only_names(bare)
        if people or (wrapped and is_outlet(bare)):
            return people, ()
    return None


def _of_outlet(text: str) -> tuple[Person, ...]:
    """Return the one whom a line names behind the outlet: 青石科技 张小满."""
    outlet, _, name = text.rpartition(" ")
    if not 2 <= len(name) <= 3 or not outlet or " " in outlet:
        return ()
    signs = pen_name(name) == name and (name[0] in "晓曉小阿" or is_name(name))
    return (Person(name, "author"),) if signs and is_outlet(outlet) else ()


def _is_joint(head: str) -> bool:
    """Tell whether nothing but the outlet, its address and the time stands before a line's first label."""
    head = _BUTTON.sub("", head).strip(_JOINTS)
    if not head:
        return True
    head = _HOST.sub("", strip_timestamps(head)).strip(_JOINTS)
    return not head or is_outlet(head)


def _only_names(text: str) -> tuple[Person, ...]:
    """Return the names of a text that consists of nothing else, all of them with surnames."""
    text = _WROTE_END.sub("", text)
    people = read_names(text, "author", strict=not text.endswith(("/编译", "/編譯", "／編譯", "／编译")))
    if not people:
        return ()
    known = {person.name for person in people}
    others = [piece for piece in re.split(r"[\s、，,/／╱|｜]+", text) if piece and piece not in known]
    strange = [
        piece
        for piece in others
        if not piece.endswith((*_REPORT, "编译", "編譯", "整理"))
        and not piece.startswith(("发自", "發自"))
        and not is_outlet(piece)
        and not piece.endswith(_ORGANISED)
    ]
    return people if sum(map(len, strange)) <= 2 * len(people) else ()


def _last_bracket(text: str) -> int:
    """Return where the bracket that ends the text opens, -1 when it does not end with one."""
    if not text or text[-1] not in _ENDS:
        return -1
    floor = max(0, len(text) - _LONGEST_BRACKET)
    opened = max(text.rfind(sign, floor) for sign in _OPENS)
    closed = max(text.rfind(sign, floor, len(text) - 1) for sign in _ENDS)
    return opened if opened > closed else -1


def _signed(text: str) -> tuple[str, tuple[Person, ...], tuple[Person, ...]]:
    """Read the credits at the end and at the head of a paragraph of prose."""
    authors: dict[str, Person] = {}
    editors: dict[str, Person] = {}
    body, kept = text, ""
    for _ in range(4):
        start = _last_bracket(body)
        verdict = _bracket(body[start + 1 : -1].strip(), body[:start].rstrip()) if start >= 0 else None
        if verdict is None:
            break
        keep, some_authors, some_editors = verdict
        authors.update((person.name, person) for person in some_authors if person.name not in authors)
        editors.update((person.name, person) for person in some_editors if person.name not in editors)
        bare = body[:start].rstrip()
        kept = body[len(bare) :] + kept if keep else kept
        body = bare
    body = _unbracketed(body, authors, editors, bool(kept))
    head = _HEAD.match(text) if text[0] in _OPENS else None
    if head:
        for person in read_authors(head[1], bare=False):
            authors.setdefault(person.name, person)
    elif text[0] in _OPENS and (head := _HEAD_REPORTER.match(text)):
        for person in read_names(head[1], "reporter", strict=True):
            authors.setdefault(person.name, person)
    return (body + kept).rstrip(), tuple(authors.values()), tuple(editors.values())


def _bracket(inside: str, before: str) -> tuple[bool, tuple[Person, ...], tuple[Person, ...]] | None:
    """Read a bracket at the end of a paragraph: whether it stays, and whom it credits; None when it is no credit."""
    if _END_MARK.match(inside):
        return True, (), ()
    segments = segment(inside)
    if segments and segments[0].start <= 12:
        authors, editors = read_authors(inside, bare=False), read_editors(inside, bare=False)
        first = _only_names(inside[: segments[0].start].strip()) if segments[0].start > 1 else ()
        if first:
            # （甲 记者 乙）, （某网 甲 编辑：乙）: who stands before the first label wrote, too.
            authors = (*first, *(person for person in authors if person not in first))
        if editors or segments[0].role in EDITOR_ROLES:
            return False, authors, editors
        if authors:
            return True, authors, ()
        return (False, (), ()) if segments[0].role == "source" and before else None
    edited = _EDITED.fullmatch(inside) if inside.endswith(EDITOR_WORDS) else None
    if edited:
        return False, (), tuple(Person(person.name, "editor") for person in _only_names(edited[1]))
    if inside.endswith(_REPORT) and (desk := _DESK.match(inside)):
        people = _only_names(desk[1])
        return (True, people, ()) if people else None
    stands_alone = not before or before[-1] in "。！？!?”」…；"
    people = _only_names(inside) if stands_alone and len(inside) <= 24 else ()
    return (True, people, ()) if people else None


def _unbracketed(body: str, authors: dict[str, Person], editors: dict[str, Person], signed: bool) -> str:
    """Read a credit that follows the last sentence without brackets."""
    floor = max(0, len(body) - _SHORT)
    match = _TAIL_EDITOR.search(body, floor) if body.find(":", floor) >= 0 or body.find("：", floor) >= 0 else None
    if match:
        people = read_editors(match[0], bare=False)
        if people or "源" in match[0]:
            editors.update((person.name, person) for person in people)
            body = body[: match.start()].rstrip()
    named = not signed and (body.find("者", floor) >= 0 or body.find("员", floor) >= 0 or body.find("員", floor) >= 0)
    match = _TAIL_REPORTER.search(body, floor) if named else None
    if match:
        people = read_names(match[1], "author", strict=True)
        if people and all(is_name(person.name) for person in people) and len(match[1]) <= 16 + 5 * len(people):
            authors.update((person.name, person) for person in people)
    return body
