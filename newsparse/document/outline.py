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

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from newsparse.blocks import Block, Link
from newsparse.document import walks
from newsparse.document.flatten import CENTRED
from newsparse.document.lines import Box, Line, picture
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

    __slots__ = ("_hidden", "_starts", "_text", "boxes", "document", "lines", "notes", "source", "url")

    def __init__(self, document: Any, source: Source, url: str | None) -> None:
        self.document, self.source, self.url = document, source, url
        self.lines, self.boxes = walk(document.body)
        #: What rules found out and other rules want to know, by name.
        self.notes: dict[str, Any] = {}
        self._hidden: dict[int, bool] = {-1: False}
        self._text: str | None = None
        self._starts: list[int] = []

    @property
    def text(self) -> str:
        """All lines of text, one under the other, made once: to look for a word in all of them is one search."""
        if self._text is None:
            texts = [line[1] if line[0] == "text" else "" for line in self.lines]
            self._text = "\n".join(texts)
            self._starts = [0, *accumulate([len(text) + 1 for text in texts])]
        return self._text

    @property
    def starts(self) -> list[int]:
        """Where each line begins in ``text``, and where the text ends."""
        return self._starts if self.text is not None else []

    def having(self, words: Iterable[str], first: int = 0, last: int | None = None) -> list[int]:
        """Return the numbers of the lines from ``first`` up to, not including, ``last`` that hold one of the words."""
        text, starts = self.text, self._starts
        begin, end = starts[first], starts[len(self.lines) if last is None else last]
        found: list[int] = []
        several = False
        for word in words:
            at = text.find(word, begin, end)
            while at >= 0:
                number = bisect_right(starts, at) - 1
                found.append(number)
                at = text.find(word, starts[number + 1], end)
            several = several or len(found) > 1
        return sorted(set(found)) if several else found

    def ancestors(self, box: int) -> Iterator[int]:
        """Yield the numbers of the box and of the boxes around it, inside out."""
        while box >= 0:
            yield box
            box = self.boxes[box].parent

    def common(self, first: int, second: int) -> int:
        """Return the number of the smallest box around both."""
        boxes = self.boxes
        # A box is numbered before the boxes inside it.
        while first != second:
            if first > second:
                first = boxes[first].parent
            else:
                second = boxes[second].parent
        return first

    def is_hidden(self, box: int) -> bool:
        """Tell whether the box, or one around it, is not displayed by its own attributes."""
        # A loop, not a recursion: pages nest thousands of boxes deep.
        asked: list[int] = []
        while (known := self._hidden.get(box)) is None:
            asked.append(box)
            inside = self.boxes[box]
            if inside.hides:
                known = True
                break
            box = inside.parent
        for passed in asked:
            self._hidden[passed] = known
        return known

    def blocks(self, first: int, last: int) -> list[Block]:
        """Return the lines from ``first`` up to, not including, ``last`` as the readers of fields know them."""
        out: list[Block] = []
        for line in self.lines[first:last]:
            if line.kind == "text":
                out.append(self.block(line))
            elif line.kind == "list":
                out.extend(flatten(line.nodes[0]))
            else:
                block = picture(line, self.boxes[line.box].tag)
                if block:
                    out.append(block)
        return out

    def block(self, line: Line, centred: bool | None = None) -> Block:
        """Return one line of text as the readers of fields know it; ``centred`` overrides the elements around it."""
        box = self.boxes[line.box]
        attributes = box.attributes
        if centred is None:
            centred = line.centred
        if attributes:
            align, style = attributes.get("align"), attributes.get("style")
            if align:
                centred = align.lower() == "center"
            elif style and "center" in style:
                centred = centred or CENTRED.search(style) is not None
        return Block(
            "text", line.text, box.tag, box.name, line.bold, centred, line.linked, None, None, links(line), (), line.broken
        )

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
        return tuple(
            line.text for line in self._outline.lines[self._first : self._last] if line.text
        )

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside, in document order."""
        found: list[Link] = []
        for line in self._outline.lines[self._first : self._last]:
            if line.kind == "text":
                found.extend(links(line))
            elif line.kind == "list":
                found.extend(walks.links(line.nodes[0]))
        return tuple(found)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines inside, in document order."""
        return tuple(self._outline.blocks(self._first, self._last))


def outline(document: Any, source: Source, url: str | None) -> Outline:
    """
    Return the outline of a parsed page.
    """
    return Outline(document, source, url)
