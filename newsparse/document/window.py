"""
Byte landmarks in, the slices worth parsing out, or the reason why there are none.

An optimisation that must never change a result, so it gives up at the first doubt:
a landmark that is missing or repeated, or lies inside a comment, a script or an
attribute; a slice whose elements are not balanced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse import lazy
from newsparse.document.compiled import find, scan

#: Elements whose content is text, not markup: a landmark inside one is not a tag. Both cases are written out,
#: because a pattern that ignores case takes five times as long.
_NEXT_RAW = lazy.compile(
    rb"<(/?)[sStTnNxiI](?:cript|CRIPT|tyle|TYLE|extarea|EXTAREA|oscript|OSCRIPT|mp|frame|FRAME|itle|ITLE)"
)
_RAW = tuple((b"<" + name, b"</" + name) for name in (b"script", b"style", b"textarea", b"title", b"iframe", b"xmp"))
#: What hides markup, and where each ends.
_HIDING = lazy.compile(rb"<(?:!--|(script|style|textarea|noscript)\b)", re.I)
_ENDS = {b"": lazy.compile(rb"--!?>")}
_ENDS |= {name: lazy.compile(rb"</" + name + rb"\s*>", re.I) for name in (b"script", b"style", b"textarea", b"noscript")}
_EMPTY_COMMENT = lazy.compile(rb"<!--?-?>")
_SPLIT_TAG = lazy.compile(rb"<[a-zA-Z/][^<>]*(?=<)")
#: No attribute of interest is longer.
_LONGEST_ATTRIBUTE = 4096
_IN_TAG = lazy.compile(rb"<[a-zA-Z/][^<>]*<")
#: Elements that shape a page, and whatever hides markup.
_SHAPING = lazy.compile(
    rb"<(/?(?:div|t(?:able|d|r|extarea|emplate)|ul|s(?:ection|cript|tyle|vg|elect)|a(?:rticle|pplet)|object|ma(?:rquee|th)|caption)|!--|/[DT])"
)
_BOXES = tuple((name, b"/" + name) for name in (b"div", b"table", b"td", b"tr", b"ul", b"section", b"article"))
_TEXTS = tuple((name, b"/" + name) for name in (b"script", b"style", b"textarea"))
#: Inside these a closing tag of what stands around them closes nothing.
_TEXTS += tuple(
    (name, b"/" + name)
    for name in (b"svg", b"math", b"select", b"template", b"object", b"applet", b"marquee", b"caption")
)
_TAG = lazy.compile(rb"""<[a-zA-Z/!?](?:[^>"']|"[^"]*"|'[^']*')*>""")


class Slices:
    """
    The pieces of one page, in the order of their windows.
    """

    __slots__ = ("pieces", "reason")

    def __init__(self, pieces: list[bytes] | None, reason: str | None = None) -> None:
        self.pieces = pieces
        self.reason = reason


def cut(data: bytes, landmarks: Sequence[tuple[bytes, bytes, int]]) -> Slices:
    """
    Return the slices between the landmarks; ``pieces`` is None where the whole page must be parsed.

    Args:
        data: the page.
        landmarks: for each slice where it starts, where it ends, and how many elements it leaves open.
    """
    pieces = []
    previous = 0
    for start, end, left_open in landmarks:
        first = find(data, start, 0)
        if first < 0:
            return Slices(None, f"landmark missing: {start.decode()}")
        if find(data, start, first + 1) >= 0:
            return Slices(None, f"landmark repeated: {start.decode()}")
        last = find(data, end, first + len(start))
        if last < 0:
            return Slices(None, f"landmark missing: {end.decode()}")
        if first < previous:
            return Slices(None, "windows overlap or stand in another order")
        piece = data[first:last]
        reason = _doubt(data, previous, first, piece, left_open)
        if reason:
            return Slices(None, reason)
        pieces.append(piece)
        previous = last
    return Slices(pieces)


def _doubt(data: bytes, floor: int, first: int, piece: bytes, left_open: int) -> str | None:
    """
    Return why the slice cannot be trusted, None when it can.

    Nothing that hides markup is open at ``floor``: it is the page's start or the end of a trusted slice.
    """
    hidden = hidden_at(data, floor, first)
    if hidden:
        return f"landmark inside {hidden}"
    if in_tag(data, floor, first):
        return "landmark inside an attribute"
    if in_tag(piece, 0, len(piece)):
        # The quote of an attribute is open: it would swallow the next slice.
        return "slice ends inside a tag"
    if left(piece) == left_open:
        return None
    # Comments and scripts may hide what does not balance, if they are such: not so <!--> and what stands inside a tag.
    rest = _without_hidden(piece)
    if _EMPTY_COMMENT.search(piece) or _IN_TAG.search(rest) or left(rest) != left_open:
        return "slice not balanced"
    return None


def _without_hidden(piece: bytes) -> bytes:
    """Return a slice with a sign in the place of each comment, script and the like that ends in it."""
    parts: list[bytes] = []
    reached = 0
    endless: set[bytes] = set()
    for match in _HIDING.finditer(piece):
        name = (match[1] or b"").lower()
        if match.start() < reached or name in endless:
            continue
        end = _ENDS[name].search(piece, match.end())
        if end is None:
            # Nor does any further one of the kind; looked for each time, a slice full of them would take forever.
            endless.add(name)
            continue
        parts += (piece[reached : match.start()], b"<\0")
        reached = end.end()
    return b"".join((*parts, piece[reached:]))


# In Python what native/scan.c does where it is compiled


def _hidden_at(data: bytes, floor: int, place: int) -> str | None:
    """Return what hides a place so that no tag can stand there: a comment, or an element whose content is text."""
    opened = data.rfind(b"<!--", floor, place)
    if opened >= 0 and data.find(b"-->", opened + 2, place) < 0:
        return "a comment"
    raw = _NEXT_RAW.search(data, place)
    if (raw and raw[1]) or any(_open_at(data, floor, place, opening, closing) for opening, closing in _RAW):
        # Closed before it is opened again, or never closed: it was open at the place.
        return "a script or a text element"
    return None


def _open_at(data: bytes, floor: int, place: int, opening: bytes, closing: bytes) -> bool:
    """Tell whether an element that hides markup is opened between the two places and not closed."""
    opened = data.rfind(opening, floor, place)
    return opened >= 0 and data.find(closing, opened, place) < 0


def _in_tag(data: bytes, floor: int, end: int) -> bool:
    """Tell whether the last tag before a place is not closed there; what looks like a comment behind it may be part of it."""
    place, last = end, data.rfind(b"<", floor, end)
    while data.startswith(b"<!--", last):
        end, last = last, data.rfind(b"<", floor, last)
    if last >= 0 and _TAG.match(data, last, end) is None:
        return True
    # A tag that another "<" stands in: what follows that one may be part of an attribute.
    split = _SPLIT_TAG.finditer(data, max(floor, place - _LONGEST_ATTRIBUTE), place)
    return any(_TAG.match(data, tag.start(), place) is None for tag in split)


def _left(piece: bytes) -> int:
    """
    Return how many of the elements that shape a page the piece opens and does not close.

    -1 where it closes one that it did not open, or ends inside a comment or a text element.
    """
    tags = _SHAPING.findall(piece)
    names = set(tags)
    if b"/D" in names or b"/T" in names:
        piece = piece.lower()
        tags = _SHAPING.findall(piece)
        names = set(tags)
    if b"!--" in names and tags.count(b"!--") > piece.count(b"-->"):
        return -1
    count, total = tags.count, 0
    # Most slices hold two or three of the names: only those are counted.
    for opening, closing in _BOXES:
        if opening in names or closing in names:
            more = count(opening) - count(closing)
            if more < 0:
                return -1
            total += more
    for opening, closing in _TEXTS:
        if (opening in names or closing in names) and count(opening) != count(closing):
            return -1
    return total


#: The three above: compiled, or in Python.
hidden_at = _hidden_at if scan is None else scan.hidden_at
in_tag = _in_tag if scan is None else scan.in_tag
left = _left if scan is None else scan.left
