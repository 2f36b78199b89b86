"""
A rendered page in, its lines out: white space folded, blank lines counted but not kept.

It knows nothing of what a line says.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse import lazy

#: What ends a line in any of the places that text is copied to.
_BREAK = lazy.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
#: No white space to Python, but nothing that a reader sees either.
_INVISIBLE = lazy.compile("[\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad]")


class Line(NamedTuple):
    """
    One line that shows something.
    """

    text: str
    """White space folded to single blanks (a no-break blank is white space), none at the ends."""
    blank_before: int = 0
    """Blank lines above it."""


def read_lines(text: str) -> list[Line]:
    """
    Return the lines of a text that show something.
    """
    lines: list[Line] = []
    blank = 0
    for piece in _BREAK.split(text):
        folded = " ".join(_INVISIBLE.sub("", piece).split())
        if folded:
            lines.append(Line(folded, blank))
            blank = 0
        else:
            blank += 1
    return lines
