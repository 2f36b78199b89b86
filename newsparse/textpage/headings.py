"""
The lines between the trail and the dateline in, kicker, title and subtitle out.

Theory.  A desk sets 引题, 主题 and 副题 on lines of their own, in this order, and any but
the middle one may be missing.  Three lines name themselves.  Of two, the second is a subtitle
where it is marked as one (a dash before it, or all of it in brackets), or where the
page prints the first one again as its name (``… - 财经频道 - 杭州网``); else the first is the kicker,
because the sites that print two lines without a mark print it above.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from newsparse import lazy
from newsparse.fields.titles import strip_site_suffix
from newsparse.textpage.kinds import is_navigation

_SUBTITLE = lazy.compile(r"[—–─―]{1,2}|--|[（(].{1,60}[)）]$")
_SHORTEST = 4
#: Among menus, a title has at least as many characters.
_SHORTEST_TITLE = 6
#: Where nothing vouches for it, a kicker has at least as many.
_SHORTEST_KICKER = 7
#: Longer than any line of a headline.
_NEVER = 1_000
_LINK = lazy.compile("[>＞»:：]$|>>|客户端|APP|登录|登錄|注册")
#: The story repeats at least this share of its title's pairs of characters.
_ECHO = 0.3
#: Every two neighbouring Chinese characters.
_PAIR = lazy.compile(r"(?=([\u3400-\u9fff]{2}))")
#: More lines than these are not one headline.
_MOST = 3


class Headings(NamedTuple):
    """
    The three lines of a headline.
    """

    kicker: str | None
    title: str | None
    subtitle: str | None


def read_headings(lines: Sequence[str], story: str, *, framed: bool) -> Headings:
    """
    Return the headline of the lines above the dateline, the last of which stands right above it.

    Args:
        lines: the lines.
        story: the running text, whose words a title repeats.
        framed: a trail stands above the lines, so that they are hardly anything but the headline.
    """
    below = list(lines) if framed and len(lines) <= _MOST else _below_navigation(lines)
    names = {name for line in lines if (name := page_name(line))}
    candidates = list(dict.fromkeys(line for line in below if page_name(line) is None))
    candidates = [line for line in candidates if _PAIR.search(line)] or candidates
    named = next((line for line in candidates if line in names or below.count(line) > 1), None)
    if not candidates:
        return Headings(None, next(iter(names), None), None)
    pairs = _pairs(story)
    if named is None and len(candidates) > _MOST:
        return _among_links(candidates, pairs)
    candidates = _without_strangers(candidates, pairs)
    place = candidates.index(named) if named in candidates else _title_place(candidates)
    if framed or named is not None:
        return _assigned(candidates, place)
    return _unframed(candidates, place, pairs)


def _unframed(candidates: Sequence[str], place: int, pairs: AbstractSet[str]) -> Headings:
    """Return the headline of lines that no trail vouches for, without the short ones and the links around the title."""
    scores = [echo(line, pairs) for line in candidates]
    enough = _SHORTEST_KICKER
    if scores[place] < _ECHO / 3 and max(scores) >= 2 * _ECHO:
        # The lines below the title are somebody else's: length says nothing here.
        place, enough = scores.index(max(scores)), _NEVER
    kept = [
        line
        for other, line in enumerate(candidates)
        if other == place or scores[other] >= _ECHO or (len(line) >= enough and not _LINK.search(line))
    ]
    return _assigned(kept, kept.index(candidates[place]))


def echo(line: str, pairs: AbstractSet[str]) -> float:
    """
    Return the share of a line's pairs of characters that the story repeats, 0 to 1.
    """
    own = _pairs(line)
    return len(own & pairs) / len(own) if own else 0.0


def _pairs(text: str) -> set[str]:
    return set(_PAIR.findall(text))


def _among_links(candidates: Sequence[str], pairs: AbstractSet[str]) -> Headings:
    """Return the headline that stands among menus and links: the lowest of those that the story repeats most."""
    scores = [echo(line, pairs) if len(line) >= _SHORTEST_TITLE else 0.0 for line in candidates]
    best = max(range(len(candidates)), key=lambda place: (round(scores[place], 1), place))
    if scores[best] < _ECHO:
        return Headings(None, candidates[-1], None)
    above = candidates[best - 1] if best and scores[best - 1] >= _ECHO else None
    below = candidates[best + 1] if best + 1 < len(candidates) and scores[best + 1] >= _ECHO else None
    return Headings(above, candidates[best], below)


def _without_strangers(candidates: list[str], pairs: AbstractSet[str]) -> list[str]:
    """Return the lines without short ones that the story never repeats, where it does a longer one: names, buttons."""
    scores = {line: echo(line, pairs) for line in candidates}
    if not any(len(line) > _SHORTEST_TITLE and scores[line] >= 2 * _ECHO for line in candidates):
        return candidates
    return [line for line in candidates if len(line) > _SHORTEST_TITLE + 1 or scores[line]]


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


def _title_place(candidates: Sequence[str]) -> int:
    """Return which of the lines is the title."""
    if len(candidates) == 2 and not _SUBTITLE.match(candidates[1]):
        return 1
    return min(1, len(candidates) - 1) if len(candidates) > 2 else 0


def _assigned(candidates: Sequence[str], place: int) -> Headings:
    """Return the lines around the title as kicker and subtitle; several on one side are one, joined by a blank."""
    above, below = candidates[:place], candidates[place + 1 :]
    return Headings(" ".join(above) or None, candidates[place], " ".join(below) or None)
