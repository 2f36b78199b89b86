"""
How deep a page's elements are nested: text in, yes or no out.

Theory.  The parsing rules of HTML make a parser look through all open elements at every
block tag, so the time grows with the square of the depth: 30,000 levels take seconds, a
megabyte of ``<div>`` an hour.  Pages that people wrote have a hundred levels, pages that a
broken template wrote a few thousand.  A block that ends takes with it what was opened in it
and not closed, as ``<font>`` is on many an old page.
"""

from __future__ import annotations

import re

from newsparse import lazy
from newsparse.document.compiled import scan

#: Levels of elements that a parser is trusted with: a quarter of a second.
DEEPEST = 10_000
_TAG = lazy.compile(r"<(/?)([a-z][a-z0-9:-]*)(?=[\s/>])", re.I)
_BLOCKS = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup main "
    "menu nav ol pre search section summary table ul".split()
)
#: Those that hold nothing, and those that the next of their kind closes.
_SHALLOW = frozenset(
    "area base br col embed hr img input link meta param source track wbr a p li dt dd option optgroup tr td th tbody thead tfoot colgroup caption "
    "rt rp rb button nobr html head body title script style noscript".split()
)


def too_deep(text: str) -> bool:
    """
    Tell whether the page nests more elements than a parser can be trusted with.
    """
    if len(text) < 3 * DEEPEST:
        return False
    # Nearly every page has fewer tags than that; counting those that close costs three times as much.
    tags = text.count("<")
    if tags < DEEPEST or tags - text.count("</") < DEEPEST:
        return False
    # How many are open right inside each open block.
    inside, depth = [0], 0
    for closing, name in _TAG.findall(text):
        name = name.lower()
        if name in _SHALLOW:
            continue
        if name in _BLOCKS:
            if not closing:
                inside.append(0)
                depth += 1
            elif len(inside) > 1:
                depth -= inside.pop() + 1
        elif not closing:
            inside[-1] += 1
            depth += 1
        elif inside[-1]:
            inside[-1] -= 1
            depth -= 1
        if depth > DEEPEST:
            return True
    return False


def may_be_deep(data: bytes) -> bool:
    """
    Tell whether a page, in UTF-8, has tags enough for ``too_deep`` to be asked.
    """
    return bool(count(data, b"<") >= DEEPEST)


count = bytes.count if scan is None else scan.count
