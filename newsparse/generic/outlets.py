"""
The outlet credited: 来源 near the title, at the foot of the story, a bare name beside the time, or what metadata says.
"""

from __future__ import annotations

from newsparse import lazy
from newsparse.document.outline import Outline
from newsparse.fields.datelines import read_dateline
from newsparse.fields.disclaimers import is_boilerplate
from newsparse.fields.names import is_name, split_outlet
from newsparse.fields.segments import segment
from newsparse.fields.sources import read_source
from newsparse.generic.bodies import opening, passed_on, reading
from newsparse.generic.context import Context
from newsparse.generic.headline import declared
from newsparse.generic.story import headline, story
from newsparse.generic.zones import BETWEEN, Zone, anchors, beside, timed, zones
from newsparse.model import Link
from newsparse.rules import Guess
from newsparse.vocabulary.credits import AUTHOR_ROLES
from newsparse.vocabulary.mastheads import SECTIONS, is_outlet, is_section
from newsparse.vocabulary.names import NOT_IN_NAMES, PLACES

_METAS = ("source", "contentsource", "article:source", "mediaid", "copyrightholder")
_LONGEST_NAME, _LONGEST_DATELINE, _LONGEST_LINE = 20, 60, 40
#: What parts the story's title from the site's name.
_BEFORE_SITE = tuple("-_|｜－—")
_OPENERS = "【〔[（("
_BAR = lazy.compile(r"[|｜丨]")
_AROUND = " \t\xa0\u3000-－–—·"
_TAKEN_FROM = lazy.compile(
    r"本文(?:来自|來自|转载自|轉載自)(?:于|於)?(?:微信)?(?:公众号|公眾號|公号|订阅号)?\s?[：:]?\s?[“\"「《【]?([^”\"」》】“「《【（()），,。：:；\s]{2,20})"
)
#: An outlet that ends a story: in one of so many of its last lines.
_SIGNED = 4
#: "" where the line is nothing else.
_ENDS = ("。", "！", "？", "”", "」", "…", "")
_EDITION = lazy.compile(r"\s?(?:19|20)\d\d年.*$")
_SIGNATURE = lazy.compile(r"[（(【《](?:据|據|综合|綜合)?《?([^（()）【】《》，。：:]{2,16}?)》?(?:报道|報導|消息)?[）)】》]$")


def source(outline: Outline, context: Context) -> Guess | None:
    """
    The outlet that a line near the story credits.
    """
    place = zones(outline)
    return (
        _labelled(outline, ((place.head, 0.95), (place.above, 0.85)))
        or _inside(outline, context)
        or _labelled(outline, ((place.tail, 0.85),))
        or _bare(outline)
        or _passed_on(outline)
        or _sent(outline, context)
        or _declared(outline)
        or _signed(outline)
    )


def _labelled(outline: Outline, asked: tuple[tuple[Zone, float], ...]) -> Guess | None:
    """Return the value of 来源 and its kin."""
    for zone, sure in asked:
        for number, parts in zone.credits:
            if any(part.role == "source" for part in parts):
                text = outline.lines[number].text
                found = read_source(text, anchors(outline, number))
                if found:
                    return Guess(found, sure, text)
    return None


def _inside(outline: Outline, context: Context) -> Guess | None:
    """Return the outlet that a line inside the story credits."""
    body = reading(outline, context)
    return Guess(body.source, 0.8, body.source.name) if body and body.source else None


def _bare(outline: Outline) -> Guess | None:
    """Return the outlet that stands beside the time without a label."""
    lines = outline.lines
    head = headline(outline)
    for number in timed(outline):
        text = lines[number].text
        if head and head.line == number:
            continue
        found = read_source(text, anchors(outline, number)) if len(text) < 100 else None
        if found and (is_outlet(found.name) or _signs_title(outline, found.name)) and not _is_channel(found.name):
            return Guess(found, 0.85, text)
        if found:
            glued = split_outlet(found.name)
            name = glued[0] if glued else None
        else:
            name = _before_label(text) or _beside_name(text)
        if name:
            return Guess(Link(name), 0.75, text)
    for number in beside(outline):
        text = lines[number].text
        if not 2 <= len(text) <= _LONGEST_LINE or is_boilerplate(text, outline.signs(number)):
            continue
        # 青石网 记者：甲 编辑：乙: the outlet stands before the first label.
        parts = segment(text)
        text = text[: parts[0].start].strip() if parts else text
        if not 2 <= len(text) <= _LONGEST_NAME:
            continue
        # 青石网 张小满: the writer behind it is no part of the name.
        name = text if is_outlet(text) else next(filter(is_outlet, BETWEEN.split(text)), None)
        found = read_source(name, anchors(outline, number)) if name and not _is_channel(name) and (name == text or _named(text, name)) else None
        if found:
            return Guess(found, 0.7, text)
    return None


def _signs_title(outline: Outline, name: str) -> bool:
    """Tell whether ``<title>`` ends with a name as with the site's: 青石老水厂停用-青石壹点."""
    title = declared(outline)
    return title.endswith(name) and title[: -len(name)].rstrip()[-1:] in _BEFORE_SITE and not is_section(name)


def _before_label(text: str) -> str | None:
    """Return the outlet that stands before the first label: 青石日报 2024-03-18 撰稿：甲."""
    parts = segment(text)
    found = read_source(text[: parts[0].start]) if parts and parts[0].start else None
    return found.name if found and is_outlet(found.name) and not _is_channel(found.name) else None


def _beside_name(text: str) -> str | None:
    """Return the outlet that a bar parts from the writer in the value of his label: 作者：甲 | 青石网."""
    for part in segment(text):
        if part.role in AUTHOR_ROLES and _BAR.search(part.value):
            return next(filter(is_outlet, (word.strip(_AROUND) for word in _BAR.split(part.value))), None)
    return None


def _is_channel(name: str) -> bool:
    """Tell whether a name is that of a section of any paper: 財經新聞, 香港財經."""
    return (name.endswith(("新闻", "新聞")) and name[:-2] in SECTIONS) or (name[:2] in PLACES and name[2:] in SECTIONS)


def _named(text: str, outlet: str) -> bool:
    """Tell whether a line holds nothing but an outlet and people."""
    return all(word == outlet or is_name(word) for word in BETWEEN.split(text))


def _passed_on(outline: Outline) -> Guess | None:
    """Return the outlet that the sentence names that says where the story was taken from."""
    text = passed_on(outline)
    match = _TAKEN_FROM.search(text) if text else None
    return Guess(Link(match[1].strip()), 0.75, text[:60]) if match else None


def _signed(outline: Outline) -> Guess | None:
    """Return the outlet that a story ends with, in brackets or title marks: （青石日报）, 《青石早报》."""
    place = story(outline)
    for number in range(place.last, place.last - _SIGNED, -1) if place else ():
        text = outline.lines[number].text if 0 <= number < len(outline.lines) else ""
        match = _SIGNATURE.search(text[-_LONGEST_NAME:]) if text and text[-1] in ")）】》" else None
        # 青石新闻2013年8月5日早报: the edition is no part of the name.
        name = _EDITION.sub("", match[1]) if match else ""
        if match and is_outlet(name) and NOT_IN_NAMES.isdisjoint(name) and text[: -len(match[0])].rstrip()[-1:] in _ENDS:
            return Guess(Link(name), 0.6, match[0])
    return None


def _sent(outline: Outline, context: Context) -> Guess | None:
    """Return the agency or paper of the dateline, which some papers print in a line of its own."""
    for number in zones(outline).head.lines(outline):
        text = outline.lines[number].text
        if text[0] in _OPENERS and len(text) < _LONGEST_DATELINE:
            found = read_dateline(text)
            if found and found.source:
                return Guess(Link(found.source), 0.75, text)
    opened = opening(outline, context)
    return Guess(Link(opened.source), 0.6, opened.source) if opened and opened.source else None


def _declared(outline: Outline) -> Guess | None:
    """Return the outlet that metadata names."""
    for name in _METAS:
        value = outline.source.meta(name)
        found = read_source(value) if value else None
        if found:
            return Guess(found, 0.6, value or "")
    return None
