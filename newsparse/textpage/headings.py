"""
The lines between the trail and the dateline in, kicker, title and subtitle out.

Theory.  A desk sets 引题, 主题 and 副题 on lines of their own, in this order, and any but
the middle one may be missing.  Three lines name themselves.  Of two, the second is a subtitle
where it is marked as one (a dash before it, or all of it in brackets), or where the
page prints the first one again as its name (``… - 财经频道 - 杭州网``); else the first is the kicker,
because the sites that print two lines without a mark print it above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsparse.fields.titles import strip_site_suffix
from newsparse.textpage.kinds import is_navigation

_SUBTITLE = re.compile(r"[—–─―]{1,2}|--|[（(].{1,60}[)）]$")
_SHORTEST = 4
#: More lines than these are not one headline.
_MOST = 3


class Headings(NamedTuple):
    """
    The three lines of a headline.
    """

    kicker: str | None
    title: str | None
    subtitle: str | None


def read_headings(lines: Sequence[str]) -> Headings:
    """
    Return the headline of the lines above the dateline, the last of which stands right above it.
    """
    below = _below_navigation(lines)
    names = {name for line in lines if (name := page_name(line))}
    candidates = _once([line for line in below if page_name(line) is None])[-_MOST:]
    named = next((line for line in candidates if line in names or below.count(line) > 1), None)
    if not candidates:
        return Headings(None, next(iter(names), None), None)
    return _assigned(candidates, candidates.index(named) if named else _title_place(candidates))


def page_name(line: str) -> str | None:
    """
    Return the title in a page's name (``title-财经频道-杭州网``), None for a line that is no page's name.
    """
    title = strip_site_suffix(line)
    named = len(title) >= _SHORTEST and title != line and line.startswith(title)
    return title if named and line[len(title) :].lstrip()[0] in "-－_|｜—–" else None


def _below_navigation(lines: Sequence[str]) -> list[str]:
    """Return the lines below the last one that belongs to the site; the lowest one is kept whatever it is."""
    for place in range(len(lines) - 2, -1, -1):
        if is_navigation(lines[place]):
            return list(lines[place + 1 :])
    return list(lines)


def _once(lines: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(lines))


def _title_place(candidates: Sequence[str]) -> int:
    """Return which of the lines is the title."""
    if len(candidates) == 2 and not _SUBTITLE.match(candidates[1]):
        return 1
    return min(1, len(candidates) - 1) if len(candidates) > 2 else 0


def _assigned(candidates: Sequence[str], place: int) -> Headings:
    """Return the lines around the title as kicker and subtitle; several on one side are one, joined by a blank."""
    above, below = candidates[:place], candidates[place + 1 :]
    return Headings(" ".join(above) or None, candidates[place], " ".join(below) or None)
