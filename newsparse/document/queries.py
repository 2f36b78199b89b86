"""
CSS queries in, compiled ones out, for the sort that rules are mostly made of: tags, ids, classes, attributes and
the four combinators.  A query with anything else is left to selectolax, which reads it anew on every page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from newsparse.document.tags import tag_numbers
from newsparse.document.walks import attribute_numbers, native

_NAME = r"-?[A-Za-z_][\w-]*"
_COMPOUND = re.compile(rf"(\*|[A-Za-z][\w-]*)?((?:[#.]{_NAME}|\[[^\[\]]*\])*)")
_JOINT = re.compile(r"\s*([>+~,])\s*|\s+")
_TEST = re.compile(
    rf"""([#.])({_NAME})|\[\s*([A-Za-z_][\w-]*)\s*(?:([~^$*]?=)\s*(?:"([^"\\]*)"|'([^'\\]*)'|({_NAME}))\s*)?\]"""
)
#: The kinds of tests, numbered as in native/select.c.
_KINDS = {".": 0, "#": 1, None: 2, "=": 3, "^=": 4, "$=": 5, "*=": 6, "~=": 7}


@lru_cache(maxsize=4096)
def compiled(query: str) -> Any:
    """
    Return the compiled query, None where it is not of this sort or the extension is not used.
    """
    parts = None if native is None else _parts(query.strip())
    return None if parts is None else native.Query(parts)


def _parts(query: str) -> tuple[tuple[Any, ...], ...] | None:
    """Return, for each of the queries between commas, its compounds: combinator, number of the tag, tests."""
    complexes: list[tuple[Any, ...]] = []
    compounds: list[Any] = []
    combinator, at = " ", 0
    while True:
        found = _COMPOUND.match(query, at)
        tests = _tests(found[2]) if found and found.end() > at else None
        tag = _tag(found[1]) if found else None
        if found is None or tests is None or tag is None:
            return None
        compounds.append((combinator, tag, tests))
        at = found.end()
        joint = _JOINT.match(query, at)
        if joint is None or joint[1] == ",":
            complexes.append(tuple(compounds))
            compounds = []
        if joint is None:
            return tuple(complexes) if at == len(query) else None
        combinator, at = " " if joint[1] in (None, ",") else joint[1], joint.end()


def _tag(name: str | None) -> int | None:
    """Return the number of a tag, 0 for any; None for one that Lexbor has no number for."""
    if name is None or name == "*":
        return 0
    number = next(iter(tag_numbers([name.lower()])))
    return number if number < native.NUMBERED else None


def _tests(text: str) -> tuple[tuple[int, int, str, str], ...] | None:
    """Return the tests of a compound: kind, number and name of the attribute, value; None where one is not understood."""
    tests = []
    at = 0
    for found in _TEST.finditer(text):
        if found.start() != at:
            return None
        at = found.end()
        sign = found[1] or found[4]
        name = {".": "class", "#": "id"}.get(sign) or found[3].lower()
        value = found[2] or found[5] or found[6] or found[7] or ""
        tests.append((_KINDS[sign], attribute_numbers((name,)).get(name, 0), name, value))
    return tuple(tests) if at == len(text) else None
