"""
Texts that stand on a page in, CSS queries that find them out: for drafting adapters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from newsparse import lazy
from newsparse.document.flatten import fold
from newsparse.document.lexbor import LexborDocument

_NAME = lazy.compile(r"^[A-Za-z_][-\w]*$")
#: Names that carry a number of the article or a hash of the build change from page to page.
_UNSTABLE = lazy.compile(r"\d{4,}|[0-9a-f]{8,}|__\w{5,}$")
#: Names that say how an element looks or that it is shown just now, not what it is.
_LOOKS = frozenset(
    "clearfix clear cf fl fr left right row col active current on show hide hidden center bold red".split()
)
_HEADINGS = "h1, h2, h3"
_PLACES = "h1, h2, h3, h4, p, td, span, a, b, strong, em, i, font, time, dd, dt, div, li, ul, ol, section, article, main, nav, header, footer"


def locate(text: str, wanted: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """
    Return a CSS query for every field whose words some element of the page holds.

    Title and story come first: the other fields are looked for in the element that holds
    both of them before the rest of the page, where menus and boxes repeat many words.

    Args:
        text: the page, decoded.
        wanted: by field, what stands in the element that is looked for, all of it; the smallest such element is taken.
    """
    document = LexborDocument(text)
    words = {field: tuple(filter(None, map(fold, values))) for field, values in wanted.items()}
    root = _smallest(document, None, (*words.get("title", ()), *words.get("body", ())))
    found = {}
    for field, values in words.items():
        if not values:
            continue
        node = _heading(document, values) if field == "title" else None
        node = node or _smallest(document, root, values) or _smallest(document, None, values)
        query = _query(document, node) if node is not None else None
        if query:
            found[field] = query
    return found


def metas(text: str, words: str) -> list[str]:
    """
    Return the names of the meta elements whose content is these words.
    """
    found = []
    for node in LexborDocument(text).all("meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property")
        if name and fold(node.attributes.get("content") or "") == words:
            found.append(name)
    return found


def _heading(document: LexborDocument, words: Sequence[str]) -> Any:
    """Return the first heading that holds the words, None where none does."""
    return next((node for node in document.all(_HEADINGS) if _holds(node, words)), None)


def _smallest(document: LexborDocument, scope: Any, words: Sequence[str]) -> Any:
    """Return the element with the shortest text that holds the words; of equals the first."""
    best, length = None, 0
    for node in document.all(_PLACES, scope):
        if _holds(node, words):
            size = len(node.text())
            # Of elements with the same text the outer one carries the name more often than the inner one.
            if best is None or size < length:
                best, length = node, size
    return best


def _holds(node: Any, words: Sequence[str]) -> bool:
    text = fold(node.text())
    return all(word in text for word in words)


def _query(document: LexborDocument, node: Any) -> str | None:
    return next((query for query in _queries(node) if _is_first(document, query, node)), None)


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
    before = node.prev
    while before is not None and before.tag.startswith("-"):  # text and comments
        before = before.prev
    if before is not None:
        yield from (f"{name} + {node.tag}" for name in _names(before))
    yield node.tag


def _names(node: Any) -> Iterator[str]:
    attributes = node.attributes
    identity = attributes.get("id")
    if identity and _NAME.match(identity) and not _UNSTABLE.search(identity):
        yield f"{node.tag}#{identity}"
    for name in (attributes.get("class") or "").split():
        if _NAME.match(name) and not _UNSTABLE.search(name) and name not in _LOOKS:
            yield f"{node.tag}.{name}"


def _is_first(document: LexborDocument, query: str, node: Any) -> bool:
    found = document.first(query)
    return found is not None and found.mem_id == node.mem_id
