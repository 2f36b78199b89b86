"""
Byte landmarks in, the slices worth parsing out, or the reason why there are none.

An optimisation that must never change a result, so it gives up at the first doubt:
a landmark that is missing or repeated, or lies inside a comment, a script or an
attribute; a slice whose elements are not balanced.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

#: Elements whose content is text, not markup: a landmark inside one is not a tag.
_RAW = rb"script|style|textarea|title|xmp|iframe|noembed|noframes|noscript|template|select|plaintext"
_NEXT_RAW = re.compile(rb"<(/?)(?:" + _RAW + rb")[\s/>]", re.I)
_NEXT_COMMENT = re.compile(rb"<!--|--!?>")
_NOT_MARKUP = re.compile(rb"<!--.*?--!?>|<(script|style|textarea|noscript)\b.*?</\1\s*>", re.S | re.I)
_OPEN_OR_CLOSE = re.compile(
    rb"<(/?)(div|table|tbody|tr|td|th|ul|ol|section|article|main|aside|header|footer|center|form|dl)[\s/>]", re.I
)
_TAG = re.compile(rb"""<[a-zA-Z/!?](?:[^>"']|"[^"]*"|'[^']*')*>""")


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
        first = data.find(start)
        if first < 0:
            return Slices(None, f"landmark missing: {start.decode()}")
        if data.find(start, first + 1) >= 0:
            return Slices(None, f"landmark repeated: {start.decode()}")
        last = data.find(end, first + len(start))
        if last < 0:
            return Slices(None, f"landmark missing: {end.decode()}")
        if first < previous:
            return Slices(None, "windows overlap or stand in another order")
        piece = data[first:last]
        reason = _doubt(data, first, last, piece, left_open)
        if reason:
            return Slices(None, reason)
        pieces.append(piece)
        previous = last
    return Slices(pieces)


def _doubt(data: bytes, first: int, last: int, piece: bytes, left_open: int) -> str | None:
    """Return why the slice cannot be trusted, None when it can."""
    opened = data.rfind(b"<!--", 0, first)
    if opened >= 0 and data.find(b"-->", opened + 2, first) < 0:
        return "landmark inside a comment"
    for place in (first, last):
        comment = _NEXT_COMMENT.search(data, place)
        if comment and comment.group() != b"<!--":
            return "landmark inside a comment"
        raw = _NEXT_RAW.search(data, place)
        if raw and raw.group(1):
            return "landmark inside a script or a text element"
    before = data.rfind(b"<", 0, first)
    if before >= 0 and (data.find(b">", before, first) < 0 or not _TAG.match(data, before, first)):
        return "landmark inside an attribute"
    if left(piece) != left_open:
        return "slice not balanced"
    return None


def left(piece: bytes) -> int:
    """
    Return how many of the elements that shape a page the piece opens and does not close; -1 where it closes others.
    """
    if b"<!--" in piece or b"<s" in piece or b"<S" in piece or b"<noscript" in piece:
        piece = _NOT_MARKUP.sub(b"", piece)
        if b"<!--" in piece:
            return -1
    depth: dict[bytes, int] = {}
    for closing, name in _OPEN_OR_CLOSE.findall(piece):
        name = name.lower()
        count = depth.get(name, 0) + (-1 if closing else 1)
        if count < 0:
            return -1
        depth[name] = count
    return sum(depth.values())
