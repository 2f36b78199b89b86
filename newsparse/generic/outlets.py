"""
The outlet credited: 来源 near the title, at the foot of the story, a bare name beside the time, or what metadata says.
"""

from __future__ import annotations

from newsparse.document.outline import Outline
from newsparse.fields.datelines import read_dateline
from newsparse.fields.disclaimers import is_boilerplate
from newsparse.fields.names import is_name
from newsparse.fields.sources import read_source
from newsparse.generic.bodies import reading
from newsparse.generic.context import Context
from newsparse.generic.region import prose, region
from newsparse.generic.zones import BETWEEN, Zone, anchors, beside, timed, zones
from newsparse.model import Link
from newsparse.rules import Guess
from newsparse.vocabulary.mastheads import is_outlet

_METAS = ("source", "contentsource", "article:source", "mediaid", "copyrightholder")
_LONGEST_NAME, _LONGEST_DATELINE = 20, 60
_OPENERS = "【〔[（("


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
        or _sent(outline)
        or _declared(outline)
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
    for number in timed(outline):
        text = lines[number].text
        found = read_source(text, anchors(outline, number)) if len(text) < 100 else None
        if found and is_outlet(found.name):
            return Guess(found, 0.85, text)
        name = _before_name(found.name) if found else None
        if name:
            return Guess(Link(name), 0.75, text)
    for number in beside(outline):
        text = lines[number].text
        if not 2 <= len(text) <= _LONGEST_NAME or is_boilerplate(text):
            continue
        # 青石网 张小满: the writer behind it is no part of the name.
        name = text if is_outlet(text) else next(filter(is_outlet, BETWEEN.split(text)), None)
        found = read_source(name, anchors(outline, number)) if name and (name == text or _named(text, name)) else None
        if found:
            return Guess(found, 0.7, text)
    return None


def _before_name(text: str) -> str | None:
    """Return the outlet in a text that is an outlet and a writer with nothing between them: 青石晚报张小满."""
    return next((text[:-size] for size in (2, 3) if is_name(text[-size:]) and is_outlet(text[:-size])), None)


def _named(text: str, outlet: str) -> bool:
    """Tell whether a line holds nothing but an outlet and people."""
    return all(word == outlet or is_name(word) for word in BETWEEN.split(text))


def _sent(outline: Outline) -> Guess | None:
    """Return the agency or paper of the dateline, which some papers print in a line of its own."""
    for number in zones(outline).head.lines:
        text = outline.lines[number].text
        if text[0] in _OPENERS and len(text) < _LONGEST_DATELINE:
            found = read_dateline(text)
            if found and found.source:
                return Guess(Link(found.source), 0.75, text)
    area = region(outline)
    if area is None:
        return None
    weights = prose(outline).weights
    for number in range(area.first, min(area.first + 4, area.last)):
        if weights[number] and not is_boilerplate(outline.lines[number].text):
            found = read_dateline(outline.lines[number].text)
            if found and found.source:
                return Guess(Link(found.source), 0.6, outline.lines[number].text[:40])
            return None
    return None


def _declared(outline: Outline) -> Guess | None:
    """Return the outlet that metadata names."""
    for name in _METAS:
        value = outline.source.meta(name)
        found = read_source(value) if value else None
        if found:
            return Guess(found, 0.6, value or "")
    return None
