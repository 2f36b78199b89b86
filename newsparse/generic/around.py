"""
The lines that belong to the title: 引题 above it, 副题 and 提要 below it.
"""

from __future__ import annotations

import re

from newsparse import lazy
from newsparse.document.outline import Outline
from newsparse.fields.disclaimers import is_boilerplate, is_caption_line
from newsparse.fields.segments import segment
from newsparse.generic.context import Context
from newsparse.generic.headline import Headline
from newsparse.generic.prose import is_info
from newsparse.generic.region import LEADS, prose
from newsparse.generic.story import headline, story
from newsparse.generic.zones import names
from newsparse.rules import Guess
from newsparse.vocabulary.mastheads import is_outlet, is_section

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5"))
_KICKER_NAME = lazy.compile(r"(?:^|[\s_-])(?:pre|yinti|yt|kicker|eyebrow|shoulder|intro-?title|pre-?title|up-?title|jianti|meiti|p1)(?:$|[\s_-])", re.I)
_SUB_NAME = lazy.compile(r"sub-?_?(?:title|head)|(?:^|[\s_-])(?:sub|futi|fu_?tit|ftitle|deck|subtit)(?:$|[\s_-])", re.I)
_LEAD_NAME = lazy.compile(r"summary|abstract|daodu|zhaiyao|standfirst|digest|(?:^|[\s_-])(?:lead|intro|desc|description|guide)(?:$|[\s_-])", re.I)
#: One of these stands in such a name.
_SUB_WORDS = ("sub", "futi", "fu_tit", "futit", "ftitle", "deck")
_NEAR = 6
#: The same of summaries.
_LEAD_WORDS = ("summary", "abstract", "daodu", "zhaiyao", "standfirst", "digest", "lead", "intro", "desc", "guide")
_LEAD_OPENS = ("【", "[", "摘", "提", "导", "導", "核", "内", "新")
_LEAD_LABEL = lazy.compile(rf"^[【\[]?(?:{LEADS})[】\]]?\s?[:：]?\s?")
#: Signs of trails, addresses, a page of a paper (A05版), and nothing but names (周大田 唐月娥).
_NOT_TEXT = lazy.compile(r"[>＞»|｜h\d](?:(?<=[>＞»|｜])|(?<=h)ttps?:|(?<=\d)版)")
_FEW_WORDS = lazy.compile(r"(?:\d+|\S{1,3}(?:\s\S{1,3}){0,4})$")
#: A clock or a date: the info line, in whatever form.
_DATED = lazy.compile(r"\d\d:\d\d|(?:19|20)\d\d[-/.年]|\d[-/.]\d\d?[-/.](?:19|20)\d\d")
#: Title, what belongs to it, date and credits: an element with more lines is the whole page.
_FEW = 9
_SHORTEST, _LONGEST = 4, 50


def kicker(outline: Outline, context: Context) -> Guess | None:
    """
    The line right above the title, in the same element, that is a heading too.
    """
    head = headline(outline)
    if head is None or head.line < 1:
        return None
    number = head.line - 1
    found = _line(outline, number, head.text)
    if found is None:
        return None
    box, title = outline.boxes[outline.lines[number].box], outline.boxes[outline.lines[head.line].box]
    named = _KICKER_NAME.search(box.name) is not None
    heading = box.tag in _HEADINGS and title.tag in _HEADINGS and box.parent == title.parent
    if not named and not heading and not _next_row(outline, number, head.line):
        return None
    return Guess(found, 0.8 if named else 0.65 if heading else 0.5, found)


def subtitle(outline: Outline, context: Context) -> Guess | None:
    """
    The line right below the title that is a heading or begins with a dash, or one below the info line that is called so.
    """
    head, place = headline(outline), story(outline)
    if head is None or place is None or head.line < 0:
        return None
    number = head.line + 1
    if number >= place.first:
        return None
    found = _line(outline, number, head.text)
    if found is None:
        return _named_below(outline, head, place.first)
    box, title = outline.boxes[outline.lines[number].box], outline.boxes[outline.lines[head.line].box]
    dashed = found.startswith(("——", "－－", "--", "―"))
    named = _SUB_NAME.search(box.name) is not None
    heading = box.tag in _HEADINGS and box.parent == title.parent
    if not (dashed or named or heading or _next_row(outline, head.line, number)):
        return None
    if found[-1] == "。" or (prose(outline).weights[number] and not (dashed or named or _same_table(outline, head.line, number))):
        # A comma is no reason to take it for a paragraph, a full stop is.
        return None
    return Guess(found, 0.85 if dashed or named else 0.7, found)


def _named_below(outline: Outline, head: Headline, first: int) -> Guess | None:
    """Return the line between info line and story that is called a subtitle."""
    for number in outline.called(_SUB_WORDS, head.line + 2, min(first, head.line + _NEAR)):
        found = _line(outline, number, head.text) if _SUB_NAME.search(outline.boxes[outline.lines[number].box].name) else None
        if found and found[-1] != "。":
            return Guess(found, 0.7, found)
    return None


def _next_row(outline: Outline, first: int, second: int) -> bool:
    """Tell whether two lines are alone in neighbouring rows of one table, or elements of one element, with nothing else in them."""
    around = outline.common(outline.lines[first].box, outline.lines[second].box)
    for number in (first, second):
        at, levels = outline.lines[number].box, 0
        while at != around:
            if outline.boxes[at].last - outline.boxes[at].first != 1:
                return False
            at = outline.boxes[at].parent
            levels += 1
        if not levels:
            return False
    return outline.boxes[around].last - outline.boxes[around].first <= _FEW or _same_table(outline, first, second)


def _same_table(outline: Outline, first: int, second: int) -> bool:
    """Tell whether two lines stand in rows of one table, however much stands in its other rows."""
    around = outline.common(outline.lines[first].box, outline.lines[second].box)
    return outline.boxes[around].tag in ("table", "tbody") and all(
        _row_of(outline, number, around) for number in (first, second)
    )


def _row_of(outline: Outline, number: int, table: int) -> bool:
    """Tell whether a line is alone in its row of a table, in a cell of its own."""
    at = outline.lines[number].box
    while outline.boxes[at].parent != table and outline.boxes[at].parent >= 0:
        at = outline.boxes[at].parent
    return outline.boxes[at].tag == "tr" and outline.boxes[at].last - outline.boxes[at].first == 1


def _line(outline: Outline, number: int, title: str) -> str | None:
    """Return the text of a line that may belong to the title."""
    line = outline.lines[number]
    text, signs = line.text, outline.signs(number)
    if line.kind != "text" or not _SHORTEST <= len(text) <= _LONGEST or line.linked:
        return None
    if text in title or title in text or _NOT_TEXT.search(text) or _FEW_WORDS.match(text) or is_info(outline, number) or is_boilerplate(text, signs):
        return None
    if _DATED.search(text) or segment(text):
        return None
    if is_outlet(text) or is_section(text) or is_caption_line(text, signs) or outline.is_hidden(line.box):
        return None
    return text


def standfirst(outline: Outline, context: Context) -> Guess | None:
    """
    The summary between title and story, in an element that says so.
    """
    place = story(outline)
    if place is None:
        return None
    named = outline.called(_LEAD_WORDS, place.above + 1, place.first)
    for number in range(place.above + 1, place.first):
        line = outline.lines[number]
        if line.kind != "text" or not 15 <= len(line.text) <= 400 or line.linked * 2 > len(line.text):
            continue
        label = _LEAD_LABEL.match(line.text) if line.text.startswith(_LEAD_OPENS) else None
        if (label or (number in named and _LEAD_NAME.search(names(outline, line.box)))) and not outline.is_hidden(line.box) and not is_info(outline, number):
            text = line.text[label.end() :] if label else line.text
            return Guess(text, 0.85, line.text) if text else None
    return None
