"""
The story itself: its lines in, paragraphs, pictures and what they say of themselves out.
"""

from __future__ import annotations

from newsparse.blocks import Block
from newsparse.document.outline import Outline
from newsparse.fields.body import BodyReading, read_body
from newsparse.fields.datelines import DatelineReading, read_dateline
from newsparse.generic.context import Context
from newsparse.generic.pictures import kind_of, shown
from newsparse.generic.region import region
from newsparse.generic.story import blocks, headline, story
from newsparse.rules import Guess
from newsparse.vocabulary.signs import PASSED_ON

#: How many paragraphs are asked, and what those open with that only cite a report.
_OPENING, _CITES = 4, ("据", "據", "")
#: So many first and last lines may say whose a story was.
_NEAR = 3
_TEXTS = frozenset(("paragraph", "list", "quote", "table", "crosshead"))


def reading(outline: Outline, context: Context) -> BodyReading | None:
    """
    Return the story as read, once; None where the page has no prose.
    """
    if "reading" not in outline.notes:
        lines = blocks(outline)
        head = headline(outline)
        title = context.values.get("title") or (head.text if head else None)
        if not lines and head is not None:
            lines = shown(outline, head)
        found = read_body(lines, title=title, absolute=context.absolute) if lines else None
        if region(outline) is not None and found is not None and not any(block.kind in _TEXTS for block in found.body):
            found = _told_below_pictures(lines, title, context) or found
        outline.notes["reading"] = found
    known: BodyReading | None = outline.notes["reading"]
    return known


def opening(outline: Outline, context: Context) -> DatelineReading | None:
    """
    Return the dateline that one of the first paragraphs opens with: a summary or a caption may stand above it.
    """
    if "opening" not in outline.notes:
        found = reading(outline, context)
        texts = [block.text for block in found.body if block.kind in _TEXTS][:_OPENING] if found else []
        outline.notes["opening"] = next(filter(None, (read_dateline(text) for text in texts if text[:1] not in _CITES)), None)
    known: DatelineReading | None = outline.notes["opening"]
    return known


def passed_on(outline: Outline) -> str:
    """
    Return the sentence of a story's first or last lines that says whose it was: 本文来自…，作者：…；"" where none does.
    """
    if "passed on" not in outline.notes:
        place, found = story(outline), []
        if place is not None:
            found = outline.having(PASSED_ON, place.first, place.first + _NEAR) or outline.having(PASSED_ON, place.last - _NEAR, place.last + 1)
        outline.notes["passed on"] = outline.lines[found[0]].text if found else ""
    known: str = outline.notes["passed on"]
    return known


def _told_below_pictures(lines: list[Block], title: str | None, context: Context) -> BodyReading | None:
    """Read a story that is nothing but what stands below its pictures: then that is no caption, it is the story."""
    told = read_body(
        [line._replace(mark=None) for line in lines if line.kind == "text"], title=title, absolute=context.absolute
    )
    shown = read_body([line for line in lines if line.kind != "text"], absolute=context.absolute)
    return told._replace(body=shown.body + told.body) if told.body else None


def body(outline: Outline, context: Context) -> Guess | None:
    """
    The container with the most prose and the fewest links, cut at both ends.
    """
    found, area = reading(outline, context), region(outline)
    if found is None or not found.body:
        return None
    if area is None:
        return Guess(found, 0.6, "")
    return Guess(found, 0.95 if area.prose * 2 > area.total else 0.85, "")


def title(outline: Outline, context: Context) -> Guess | None:
    """
    The line above the story that ``<title>`` agrees with.
    """
    found = headline(outline)
    return Guess(found.text, found.confidence, found.raw) if found else None


def kind(outline: Outline) -> str:
    """
    Return what the page is, once its body is read: ``article``, ``gallery`` or ``video``.
    """
    return kind_of(outline.notes.get("reading"))
