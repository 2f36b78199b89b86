"""
How deep a page's elements are nested: text in, yes or no out.

Theory.  The parsing rules of HTML make a parser look through all open elements at every
block tag, so the time grows with the square of the depth: 30,000 levels take seconds, a
megabyte of ``<div>`` an hour.  Pages that people wrote have a hundred levels, pages that a
broken template wrote a few thousand.
"""

from __future__ import annotations

import re
from itertools import accumulate

from newsparse import lazy
from newsparse.document.compiled import scan

#: Levels of block elements that a parser is trusted with: a quarter of a second.
DEEPEST = 10_000
_BLOCK = lazy.compile(
    r"<(/?)(?:address|article|aside|blockquote|center|details|dialog|dir|div|dl|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|header|hgroup|li|main|menu|nav|ol|pre|search|section|summary|table|ul)\b",
    re.I,
)


def too_deep(text: str) -> bool:
    """
    Tell whether the page nests more block elements than a parser can be trusted with.
    """
    if len(text) < 4 * DEEPEST:
        return False
    # Nearly every page has fewer tags than that; counting those that close costs three times as much.
    tags = text.count("<")
    if tags < DEEPEST or tags - text.count("</") < DEEPEST:
        return False
    steps = (-1 if closing else 1 for closing in _BLOCK.findall(text))
    return max(accumulate(steps, lambda depth, step: max(0, depth + step)), default=0) > DEEPEST


def may_be_deep(data: bytes) -> bool:
    """
    Tell whether a page, in UTF-8, has tags enough for ``too_deep`` to be asked.
    """
    return bool(count(data, b"<") >= DEEPEST)


count = bytes.count if scan is None else scan.count
