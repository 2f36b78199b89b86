"""
A whole page as the generic reader sees it: its lines and the containers they lie in,
its metadata, and notes that the rules leave for each other.

Theory.  One walk over the whole tree, so it does as little as possible for each node: no
attribute is read, no address, and nothing is built for lines that nobody will look at.
What is dear (class names, links, hidden elements, tables) is asked later, only for the
containers that the reader chose.  Long link lists are passed over with one look at their
text: they are half of a modern page and never the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsparse.blocks import Block, Link
from newsparse.document import walks
from newsparse.document.lines import picture
from newsparse.document.sheet import Box, Line
from newsparse.document.signs import Signs
from newsparse.document.source import Source
from newsparse.document.walks import flatten, walk

__all__ = ["Box", "Line", "Lines", "Outline", "links", "outline", "picture"]


def links(line: Line) -> tuple[Link, ...]:
    """
    Return the links of a line, with their addresses.
    """
    return tuple(walks.anchored(line.nodes)) if line.nodes else ()


class Outline:
    """
    The page's lines in document order, and what it says outside its visible tree.
    """

    __slots__ = (
        "_sheet", "anchors", "boxes", "called", "characters", "common", "group", "having", "heaviest", "is_hidden", "is_ordinary", "lines",
        "links", "notes", "pointing", "saying", "signs", "source", "texts", "url", "weighed",
    )  # fmt: skip

    def __init__(self, body: Any, source: Source, url: str | None, signs: Signs | None = None) -> None:
        self.source, self.url = source, url
        self._sheet = sheet = walk(body, signs)
        self.lines, self.boxes = sheet.lines, sheet.boxes
        # What the sheet answers itself: see ``sheet.Sheet``.
        self.having, self.signs, self.is_hidden, self.is_ordinary = sheet.having, sheet.signs, sheet.is_hidden, sheet.is_ordinary
        self.saying, self.links, self.characters = sheet.saying, sheet.links, sheet.characters
        self.group, self.common, self.weighed, self.heaviest = sheet.group, sheet.common, sheet.weighed, sheet.heaviest
        self.texts, self.anchors, self.called, self.pointing = sheet.texts, sheet.anchors, sheet.called, sheet.pointing
        #: What rules found out and other rules want to know, by name.
        self.notes: dict[str, Any] = {}

    def ancestors(self, box: int) -> Iterator[int]:
        """Yield the numbers of the box and of the boxes around it, inside out."""
        while box >= 0:
            yield box
            box = self.boxes[box].parent

    def blocks(self, first: int, last: int) -> list[Block]:
        """Return the lines from ``first`` up to, not including, ``last`` as the readers of fields know them."""
        out: list[Block] = []
        for number, line in enumerate(self.lines[first:last], first):
            if line.kind == "text":
                out.append(self.block(number))
            elif line.kind == "list":
                out.extend(flatten(line.nodes[0]))
            else:
                block = picture(line, self.boxes[line.box].tag)
                if block:
                    out.append(block)
        return out

    def block(self, number: int, centred: bool | None = None) -> Block:
        """Return one line of text as the readers of fields know it; ``centred`` overrides the elements around it."""
        return self._sheet.block(number, centred)

    def fragment(self, first: int, last: int) -> Lines:
        """Return lines as a fragment that field readers take."""
        return Lines(self, first, last)


class Lines:
    """
    A fragment: some lines of the outline.
    """

    __slots__ = ("_first", "_last", "_outline")

    def __init__(self, outline: Outline, first: int, last: int) -> None:
        self._outline, self._first, self._last = outline, first, last

    @property
    def text(self) -> str:
        """The visible text as one line."""
        return " ".join(self.parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """The lines."""
        return tuple(self._outline.texts(self._first, self._last))

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside, in document order."""
        return tuple(self._outline.anchors(self._first, self._last))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines inside, in document order."""
        return tuple(self._outline.blocks(self._first, self._last))


def outline(body: Any, source: Source, url: str | None, signs: Signs | None = None) -> Outline:
    """
    Return the outline of a page.

    Args:
        body: its body element.
        signs: the words that lines are looked through for; None for none.
    """
    return Outline(body, source, url, signs)
