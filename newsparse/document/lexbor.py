"""
The default engine: Lexbor through selectolax.

Always handed decoded text, or bytes known to be valid UTF-8.  selectolax releases the GIL while it parses, and a
document is used by one thread only, so threads need no care.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from newsparse.blocks import Block, Link
from newsparse.document import walks
from newsparse.document.queries import compiled
from newsparse.document.signs import Signs


class LexborDocument:
    """
    A parsed page, or the parsed slices of one.
    """

    __slots__ = ("_elements", "tree")

    def __init__(self, text: str | bytes) -> None:
        """Parse text, or bytes that are valid UTF-8."""
        self.tree = LexborHTMLParser(text)
        self._elements: Any = None

    @property
    def body(self) -> Any:
        """The body element; None only for an empty document."""
        return self.tree.body or self.tree.root

    def first(self, query: str, scope: Any = None) -> Any:
        """Return the first element that matches the CSS query below ``scope`` (itself included), or None."""
        return (self.tree if scope is None else scope).css_first(query)

    def all(self, query: str, scope: Any = None) -> list[Any]:
        """Return every element that matches, in document order."""
        found: list[Any] = (self.tree if scope is None else scope).css(query)
        return found

    def find(self, query: str, scope: Any = None) -> Any:
        """Return what ``first`` does, as a node that is only good for being read."""
        plan = compiled(query)
        return self.first(query, scope) if plan is None else plan.select(self._listed(), scope, True)

    def find_all(self, query: str, scope: Any = None) -> list[Any]:
        """Return what ``all`` does, as nodes that are only good for being read."""
        plan = compiled(query)
        found: list[Any] = self.all(query, scope) if plan is None else plan.select(self._listed(), scope, False)
        return found

    def _listed(self) -> Any:
        """Return the page's elements as compiled queries take them."""
        if self._elements is None:
            self._elements = walks.native.Elements(self.tree.root)
        return self._elements

    def names(self) -> set[str]:
        """Return the class and id names of every element."""
        root = self.tree.root
        return set() if root is None else walks.names(root)

    def identity(self, node: Any) -> int:
        """Return a number that is the same for the same element of this document."""
        return int(node.mem_id)

    def attribute(self, node: Any, name: str) -> str | None:
        """Return an attribute's value, None where the element lacks it."""
        return walks.attribute(node, name)


def check_selector(query: str) -> str | None:
    """
    Return what is wrong with a CSS query, None when the engine accepts it.
    """
    try:
        LexborHTMLParser("<p>").css_first(query)
    except (SelectolaxError, ValueError) as error:
        return str(error) or "cannot parse selector"
    return None


class Nodes:
    """
    A fragment: one or several elements of the page.
    """

    __slots__ = ("_blocks", "_links", "_marks", "_nodes", "_signs", "_skip", "_text")

    def __init__(
        self, nodes: list[Any], skip: Collection[int] = (), marks: Mapping[int, str] | None = None, signs: Signs | None = None
    ) -> None:
        """
        Args:
            signs: the words that the blocks are looked through for; None for none.
        """
        self._nodes, self._skip, self._marks, self._signs = nodes, skip, marks, signs
        self._text: str | None = None
        self._blocks: tuple[Block, ...] | None = None
        self._links: tuple[Link, ...] | None = None

    @property
    def text(self) -> str:
        """The visible text as one line."""
        if self._text is None:
            nodes = self._nodes
            self._text = self._one(nodes[0]) if len(nodes) == 1 else " ".join(filter(None, map(self._one, nodes)))
        return self._text

    @property
    def parts(self) -> tuple[str, ...]:
        """The visible text of every element on its own, blank ones left out."""
        if len(self._nodes) == 1:
            return (self.text,) if self.text else ()
        return tuple(filter(None, map(self._one, self._nodes)))

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside the elements (or the elements themselves), in document order."""
        if self._links is None:
            self._links = tuple(link for node in self._nodes for link in walks.links(node))
        return self._links

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines inside the elements, in document order."""
        if self._blocks is None:
            found = (walks.flatten(node, self._skip, self._marks, self._signs) for node in self._nodes)
            self._blocks = tuple(block for blocks in found for block in blocks)
        return self._blocks

    def _one(self, node: Any) -> str:
        text = None if self._skip else walks.line(node)
        if text is None:
            text = " ".join(block.text for block in walks.flatten(node, self._skip) if block.text)
        return text
