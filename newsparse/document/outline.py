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
from newsparse.document import flatten as lines_of
from newsparse.document.flatten import flatten, fold
from newsparse.document.source import Source

_TEXT, _SKIP, _BREAK, _INLINE, _BOLD, _LINK, _BLOCK, _HEADING, _CENTER, _LIST, _MEDIA = range(11)

_CODES: dict[str, int] = {"-text": _TEXT, "-comment": _SKIP, "br": _BREAK, "a": _LINK, "center": _CENTER}
_CODES.update(
    dict.fromkeys(
        "script style noscript template select textarea button input head title meta link svg canvas audio object "
        "embed param map".split(),
        _SKIP,
    )
)
_CODES.update(
    dict.fromkeys(
        "p div li dt dd section article header footer main aside address blockquote form fieldset figure figcaption pre "
        "hr body html details summary caption legend thead tbody tfoot colgroup col option hgroup table tr td th".split(),
        _BLOCK,
    )
)
_CODES.update(dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _HEADING))
_CODES.update(dict.fromkeys(("b", "strong"), _BOLD))
_CODES.update(dict.fromkeys(("ul", "ol", "dl", "nav", "dir", "menu"), _LIST))
_CODES.update(dict.fromkeys(("img", "image", "video", "iframe"), _MEDIA))

#: A list with more text than this, and hardly a full stop in it, is passed over.
_LONG_LIST = 150


class Line:
    """
    One line of the page, as a reader sees it.
    """

    __slots__ = ("bold", "box", "broken", "centred", "index", "kind", "linked", "links", "node", "text")

    def __init__(
        self, index: int, kind: str, text: str, box: int, node: Any, linked: int, links: tuple[Any, ...], bold: bool,
        centred: bool, broken: bool,
    ) -> None:  # fmt: skip
        self.index = index
        #: "text"; "media" (a picture or film); "list" (a long list that was passed over).
        self.kind = kind
        self.text = text
        #: Number of the nearest block element among ``Outline.boxes``.
        self.box = box
        #: That element; of a "media" or "list" line the element itself.
        self.node = node
        #: Characters of the line that are link text.
        self.linked = linked
        #: The anchors in the line.
        self.links = links
        self.bold = bold
        self.centred = centred
        #: Starts after a ``<br>`` inside the same element.
        self.broken = broken

    def __repr__(self) -> str:
        return f"<{self.index} {self.kind} box={self.box} linked={self.linked} {self.text[:30]!r}>"


class Box:
    """
    A block element that has lines.
    """

    __slots__ = ("_name", "first", "last", "node", "parent", "tag")

    def __init__(self, node: Any, tag: str, parent: int, first: int) -> None:
        self.node = node
        self.tag = tag
        #: Number of the block element around it, -1 for the body.
        self.parent = parent
        #: Its lines are those from ``first`` up to, not including, ``last``.
        self.first = first
        self.last = first
        self._name: str | None = None

    @property
    def name(self) -> str:
        """``class`` and ``id`` of the element, joined by a blank."""
        if self._name is None:
            attributes = self.node.attributes
            self._name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".strip()
        return self._name


class Outline:
    """
    The page's lines in document order, and what it says outside its visible tree.
    """

    __slots__ = ("_hidden", "boxes", "document", "lines", "notes", "source", "url")

    def __init__(self, document: Any, source: Source, url: str | None) -> None:
        self.document, self.source, self.url = document, source, url
        self.lines, self.boxes = _walk(document.body)
        #: What rules found out and other rules want to know, by name.
        self.notes: dict[str, Any] = {}
        self._hidden: set[int] | None = None

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

    def hidden(self, box: int) -> bool:
        """Tell whether the box, or one around it, is not displayed by its own attributes."""
        if self._hidden is None:
            self._hidden = lines_of.hidden(self.document.body) if self._may_hide() else set()
        return bool(self._hidden) and any(self.boxes[b].node.mem_id in self._hidden for b in self.ancestors(box))

    def _may_hide(self) -> bool:
        text = self.source.text
        return "display:none" in text or "display: none" in text or "hidden" in text or "DISPLAY" in text

    def blocks(self, first: int, last: int) -> list[Block]:
        """Return the lines from ``first`` up to, not including, ``last`` as the readers of fields know them."""
        out: list[Block] = []
        for line in self.lines[first:last]:
            if line.kind == "text":
                out.append(self.block(line))
            elif line.kind == "list":
                out.extend(flatten(line.node))
            else:
                out.extend(lines_of.pictures(line.node, self.boxes[line.box].tag))
        return out

    def block(self, line: Line) -> Block:
        """Return one line of text as the readers of fields know it."""
        box = self.boxes[line.box]
        tag, name, centred = lines_of.where(box.node, line.centred)
        return Block(
            "text", line.text, tag, name, line.bold, centred, line.linked, None, None, links(line), (), line.broken, None
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
        return tuple(line.text for line in self._outline.lines[self._first : self._last] if line.text)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links inside, in document order."""
        return tuple(link for block in self.blocks for link in block.links)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines inside, in document order."""
        return tuple(self._outline.blocks(self._first, self._last))


def links(line: Line) -> tuple[Link, ...]:
    """
    Return the links of a line, with their addresses.
    """
    if not line.links:
        return ()
    found = ((fold(node.text()), node) for node in line.links)
    return tuple(Link(text, node.attributes.get("href")) for text, node in found if text)


def outline(document: Any, source: Source, url: str | None) -> Outline:
    """
    Return the outline of a parsed page.
    """
    return Outline(document, source, url)


def _walk(root: Any) -> tuple[list[Line], list[Box]]:
    """
    Return the lines below the root and the boxes they lie in; without recursion, for pages nest thousands deep.
    """
    # One function on purpose: it runs once for each of some 1500 nodes, where a call costs as much as the rest.
    lines: list[Line] = []
    boxes: list[Box] = [Box(root, root.tag, -1, 0)]
    pieces: list[str] = []
    anchors: list[Any] = []
    codes = _CODES
    stack: list[tuple[Any, int, int]] = []
    box = bold = centre = linked = 0
    plain = broken = False
    link: Any = None
    link_start = 0

    def flush() -> None:
        """End the line."""
        nonlocal linked, plain, broken, link_start
        if link is not None:
            linked += len("".join(pieces[link_start:]).strip())
            link_start = 0
            anchors.append(link)
        text = fold("".join(pieces))
        pieces.clear()
        if text:
            lines.append(
                Line(
                    len(lines), "text", text, box, boxes[box].node, linked, tuple(anchors), not plain, centre > 0, broken
                )  # fmt: skip
            )
            broken = False
        if anchors:
            anchors.clear()
        linked, plain = 0, False

    node = root.child
    while True:
        if node is None:
            if not stack:
                break
            node, code, outer = stack.pop()
            if code > _LINK:
                if pieces:
                    flush()
                broken = False
                boxes[box].last = len(lines)
                if boxes[box].first == len(lines) and box == len(boxes) - 1:
                    boxes.pop()
                box = outer
                if code == _HEADING:
                    bold -= 1
                elif code == _CENTER:
                    centre -= 1
            elif code == _LINK:
                if link is not None:
                    linked += len("".join(pieces[link_start:]).strip())
                    if pieces:
                        anchors.append(link)
                    link = None
            elif code == _BOLD:
                bold -= 1
            node = node.next
            continue
        tag = node.tag
        code = codes.get(tag, _INLINE)
        if code == _TEXT:
            text = node.text_content
            if pieces or not text.isspace():
                pieces.append(text)
                if not bold and not plain and not text.isspace():
                    plain = True
            node = node.next
            continue
        if code == _SKIP:
            node = node.next
            continue
        if code == _BREAK:
            if pieces:
                flush()
            broken = True
            node = node.next
            continue
        if code == _MEDIA:
            index = len(lines)
            if pieces:
                # A picture inside a sentence follows the line that it stands in; it is kept in order of the tree here.
                pass
            lines.append(Line(index, "media", "", box, node, 0, (), False, centre > 0, False))
            node = node.next
            continue
        child = node.child
        if code > _LINK:
            if pieces:
                flush()
            broken = False
            if child is None:
                node = node.next
                continue
            if code == _LIST:
                text = node.text()
                if len(text) > _LONG_LIST and text.count("。") * 80 < len(text):
                    lines.append(Line(len(lines), "list", fold(text[:400]), box, node, len(text), (), False, False, False))
                    node = node.next
                    continue
            boxes.append(Box(node, tag, box, len(lines)))
            stack.append((node, code, box))
            box = len(boxes) - 1
            if code == _HEADING:
                bold += 1
            elif code == _CENTER:
                centre += 1
        elif child is None:
            node = node.next
            continue
        else:
            stack.append((node, code, 0))
            if code == _LINK:
                link = node
                link_start = len(pieces)
            elif code == _BOLD:
                bold += 1
        node = child
    if pieces:
        flush()
    boxes[0].last = len(lines)
    return lines, boxes
