"""
Texts that stand on a page in, CSS queries that find them out: for drafting adapters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsparse import lazy
from newsparse.document.flatten import fold
from newsparse.document.lexbor import LexborDocument

_NAME = lazy.compile(r"^[A-Za-z_][-\w]*$")
#: Names that carry a number of the article or a hash of the build change from page to page.
_UNSTABLE = lazy.compile(r"\d{4,}|[0-9a-f]{8,}|__\w{5,}$")


def locate(text: str, wanted: Mapping[str, str]) -> dict[str, str]:
    """
    Return a CSS query for every text that some element of the page holds.

    Args:
        text: the page, decoded.
        wanted: by field, characters that stand in the element that is looked for; for ``body`` a paragraph.
    """
    document = LexborDocument(text)
    found = {}
    for field, words in wanted.items():
        node = _smallest(document, fold(words))
        if node is None:
            continue
        if field == "body":
            node = node.parent
        query = next((query for query in _queries(node) if _is_first(document, query, node)), None)
        if query:
            found[field] = query
    return found


def _smallest(document: LexborDocument, words: str) -> Any:
    """Return the innermost visible element whose text holds the words, headings before anything else."""
    best = None
    for node in document.all("h1, h2, h3, h4, p, td, span, a, div, li"):
        if words in fold(node.text()):
            if node.tag in ("h1", "h2", "h3"):
                return node
            if best is None or len(node.text()) < len(best.text()):
                best = node
    return best


def _queries(node: Any) -> Iterator[str]:
    """Yield queries for an element: by its own names, then below the nearest ancestor that has one."""
    own = list(_names(node))
    yield from own
    parent = node.parent
    steps = 0
    while parent is not None and parent.tag not in ("body", "html", "-document") and steps < 6:
        for name in _names(parent):
            yield from (f"{name} {query}" for query in (*own, node.tag))
        parent, steps = parent.parent, steps + 1
    yield node.tag


def _names(node: Any) -> Iterator[str]:
    attributes = node.attributes
    identity = attributes.get("id")
    if identity and _NAME.match(identity) and not _UNSTABLE.search(identity):
        yield f"{node.tag}#{identity}"
    for name in (attributes.get("class") or "").split():
        if _NAME.match(name) and not _UNSTABLE.search(name):
            yield f"{node.tag}.{name}"


def _is_first(document: LexborDocument, query: str, node: Any) -> bool:
    found = document.first(query)
    return found is not None and found.mem_id == node.mem_id
