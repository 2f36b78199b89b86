"""
The title: the lines before the story in, the one that heads it out.

Theory.  A page says its title at least twice: in ``<title>`` (or og:title), with the site's
name around it, and as a line above the story.  A line that both agree on is certain;
logos, channel names and sticky bars are headings too, but nobody repeats them.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.document.outline import Line, Outline
from newsparse.fields.titles import common_title, read_title, strip_site_suffix
from newsparse.generic.region import prose, region
from newsparse.vocabulary.mastheads import is_outlet

_SHORTEST, _LONGEST = 4, 100
_HEADINGS = {"h1": 6, "h2": 5, "h3": 4, "h4": 3, "h5": 2, "h6": 1}
_NAMED = ("title", "tit", "head", "biaoti", "topic", "subject", "bt")


class Headline(NamedTuple):
    """
    The title, and the line it was read from.
    """

    text: str
    #: Number of the line, -1 where the title is only in the page's metadata.
    line: int
    confidence: float
    raw: str


def headline(outline: Outline) -> Headline | None:
    """
    Return the page's title, found once.
    """
    notes = outline.notes
    if "headline" not in notes:
        notes["headline"] = _headline(outline)
    found: Headline | None = notes["headline"]
    return found


def declared(outline: Outline) -> str:
    """
    Return ``<title>`` as the page has it, else og:title, else nothing.
    """
    source = outline.source
    return source.title or source.meta("og:title") or ""


def _headline(outline: Outline) -> Headline | None:
    area = region(outline)
    lines = outline.lines
    start = _first_prose(outline) if area else len(lines)
    title = declared(outline)
    og = outline.source.meta("og:title") or ""
    best, best_score, agreed = -1, 0.0, False
    for number in range(start):
        line = lines[number]
        size = len(line.text)
        if line.kind != "text" or size < _SHORTEST or size > _LONGEST:
            continue
        tag = _heading_tag(outline, line)
        same = _agrees(title, line.text) or (og != "" and _agrees(og, line.text))
        if not same and tag is None:
            continue
        score = _score(outline, line, number, start, tag, same)
        if score >= best_score:
            best, best_score, agreed = number, score, same
    if best >= 0:
        text = read_title(lines[best].text)
        if text and (agreed or best_score > 3):
            return Headline(text, best, 0.97 if agreed else 0.7, lines[best].text)
    bare = read_title(strip_site_suffix(og or title)) if title or og else None
    return Headline(bare, -1, 0.6, title) if bare else None


def _first_prose(outline: Outline) -> int:
    """Return the number of the first line of prose in the story's region."""
    area = region(outline)
    assert area is not None
    weights = prose(outline).weights
    return next((n for n in range(area.first, area.last) if weights[n]), area.first)


def _heading_tag(outline: Outline, line: Line) -> str | None:
    """Return the heading element that the line stands in, None where it stands in none."""
    box = outline.boxes[line.box]
    for _ in range(2):
        if box.tag in _HEADINGS:
            return box.tag
        if box.parent < 0 or box.last - box.first > 2:
            return None
        box = outline.boxes[box.parent]
    return None


def _agrees(title: str, text: str) -> bool:
    """Tell whether ``<title>`` and a line are of the same story; the cheap tests first."""
    if not title:
        return False
    if text in title:
        return True
    if text[:3] not in title and text[1:4] not in title and text[-3:] not in title and title[:3] not in text:
        return False
    return common_title(title, text)


def _score(outline: Outline, line: Line, number: int, start: int, tag: str | None, same: bool) -> float:
    """Return how likely the line is the title."""
    size = len(line.text)
    score = 4.0 if same else 0.0
    if same:
        score += min(size, 30) / 10
    if tag:
        score += _HEADINGS[tag] / 2
    if line.linked * 2 > size:
        score -= 3
    if not same and (size < 6 or is_outlet(line.text)):
        score -= 3
    score -= min(3.0, (start - number) / 20)
    return score
