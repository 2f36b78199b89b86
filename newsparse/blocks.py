"""
What the document layer hands to the readers: text in pieces, without a DOM.

A page region becomes a tuple of ``Block``s, one for each stretch of text that a
reader of the page sees as its own line: block elements and ``<br>`` are the
boundaries.  A rule's match becomes a ``Fragment``, which gives the same region
as one line of text, as links, or as blocks, each computed only when asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol


class Link(NamedTuple):
    """
    An anchor: its visible text and its ``href`` as written (None when it has none).
    """

    text: str
    href: str | None


class Block(NamedTuple):
    """
    One line of a region, as a reader sees it.

    A named tuple, not an attrs class: it is made once per line of every page, and
    this is three times cheaper.
    """

    #: "text", "image", "table", "list", "video" or "audio".
    kind: str
    #: The line, white space folded, no leading or trailing blanks.
    text: str
    #: Lower-case name of the nearest block element (``p``, ``h2``, ``td`` …).
    tag: str = "p"
    #: ``class`` and ``id`` of that element, joined by a space.
    name: str = ""
    #: Every visible character is bold (``b``, ``strong``, ``h1``–``h6``).
    bold: bool = False
    #: The line is centred (``align``, ``text-align``, ``<center>``).
    centred: bool = False
    #: Characters of the line that are link text.
    linked: int = 0
    #: Images, video: the address as written.
    url: str | None = None
    #: ``alt`` or ``title`` of an image.
    alt: str | None = None
    #: Links in the line.
    links: tuple[Link, ...] = ()
    #: Cells of a table, items of a list.
    rows: tuple[tuple[str, ...], ...] = ()
    #: True where the line starts after a ``<br>`` inside the same element.
    broken: bool = False
    #: Marks that rules put on the line ("caption", "crosshead" …).
    mark: str | None = None
    #: Which words the line holds (``vocabulary.signs``), -1 where nobody looked.
    signs: int = -1


class Fragment(Protocol):
    """
    What one rule matched on the page.
    """

    @property
    def text(self) -> str:
        """The visible text as one line, white space folded."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The visible text of every matched element on its own."""

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside, in document order."""

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines inside, in document order."""


class Text:
    """
    A fragment that is only a string: from metadata, a comment or a script.
    """

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text

    @property
    def parts(self) -> tuple[str, ...]:
        return (self.text,)

    @property
    def links(self) -> tuple[Link, ...]:
        return ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        return tuple(Block("text", line.strip()) for line in self.text.splitlines() if line.strip())


class Texts(Text):
    """
    A fragment of several strings, such as the items of a JSON list.
    """

    __slots__ = ("_parts",)

    def __init__(self, parts: Iterable[str]) -> None:
        self._parts = tuple(parts)
        super().__init__(" ".join(self._parts))

    @property
    def parts(self) -> tuple[str, ...]:
        return self._parts
