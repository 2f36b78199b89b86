"""
Where a page says when, from where and by whom: the lines above, below and at the edges of
the story, in the order in which they deserve to be asked.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.blocks import Link
from newsparse.document.outline import Outline, links
from newsparse.generic.prose import is_info
from newsparse.generic.region import prose
from newsparse.generic.story import story

#: How many lines above the title, at the head and at the foot of the story are asked.
_ABOVE, _HEAD, _FOOT = 8, 12, 8
_LONGEST = 300
#: The clock in a page's header.
_TODAY = re.compile(r"^(?:今天|今日|现在|現在|当前时间|北京时间|您好)|欢迎")


class Zones(NamedTuple):
    """
    Numbers of lines, the most telling first.
    """

    #: Between title and story, and the info lines that open the story.
    head: tuple[int, ...]
    #: Right above the title, the nearest first.
    above: tuple[int, ...]
    #: The story's last lines and those below it.
    foot: tuple[int, ...]


def zones(outline: Outline) -> Zones:
    """
    Return the lines that may credit, found once.
    """
    found: Zones | None = outline.notes.get("zones")
    if found is None:
        found = outline.notes["zones"] = _zones(outline)
    return found


def _zones(outline: Outline) -> Zones:
    place = story(outline)
    if place is None:
        return Zones((), (), ())
    lines, weights = outline.lines, prose(outline).weights
    head = [*range(place.above, place.first)]
    head += [n for n in range(place.first, min(place.first + _HEAD, place.last)) if not weights[n] and is_info(lines[n])]
    above = [*range(place.above - 1, max(-1, place.above - 1 - _ABOVE), -1)]
    foot = [*range(max(place.first, place.last - _FOOT), place.below)]
    return Zones(_short(outline, head), _short(outline, above), _short(outline, foot))


def _short(outline: Outline, numbers: list[int]) -> tuple[int, ...]:
    lines = outline.lines
    return tuple(
        n for n in numbers
        if lines[n].kind == "text" and len(lines[n].text) <= _LONGEST and not _TODAY.match(lines[n].text) and not outline.is_hidden(lines[n].box)
    )  # fmt: skip


def anchors(outline: Outline, number: int) -> tuple[Link, ...]:
    """
    Return the links of a line.
    """
    return links(outline.lines[number])
