"""
Where the story stands: the outline in, the lines of its container out.

Theory.  Each container of the page scores the prose that it holds, less its links and less
the rest of its text; the best of them is the story's.  A container around the best one
holds the same prose and more of the rest; one inside it holds less prose.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse.document.outline import Outline
from newsparse.generic.prose import Prose


class Region(NamedTuple):
    """
    The story's lines: from ``first`` up to, not including, ``last``.
    """

    box: int
    first: int
    last: int
    #: Characters of prose in it, and on the whole page.
    prose: int
    total: int


def region(outline: Outline) -> Region | None:
    """
    Return the story's region, None where the page has no prose.
    """
    notes = outline.notes
    if "region" not in notes:
        notes["region"] = _region(outline)
    found: Region | None = notes["region"]
    return found


def prose(outline: Outline) -> Prose:
    """
    Return the weights of the page's lines, made once.
    """
    found = outline.notes.get("prose")
    if found is None:
        found = outline.notes["prose"] = Prose(outline)
    return found  # type: ignore[no-any-return]


def _region(outline: Outline) -> Region | None:
    sums = prose(outline)
    story, links, others = sums.story, sums.links, sums.others
    best, best_score = -1, 0.0
    for number, box in enumerate(outline.boxes):
        first, last = box.first, box.last
        weight = story[last] - story[first]
        if weight <= best_score:
            continue
        score = weight - (links[last] - links[first]) - 0.3 * (others[last] - others[first])
        if score > best_score:
            best, best_score = number, score
    if best < 0:
        return None
    box = outline.boxes[best]
    return Region(best, box.first, box.last, story[box.last] - story[box.first], story[-1])
