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
from typing import Any, NamedTuple

from newsparse.blocks import Block, Link
from newsparse.document.flatten import _CENTRED, _NO_DISPLAY, _PLAYER, _SOURCES, _tiny, flatten, fold
from newsparse.document.lexbor import tag_numbers
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

#: The same by Lexbor's number of the tag, which is quicker to ask for than its name; other engines answer with the name.
_NAMES_BY_ID: dict[int | str, str] = tag_numbers(_CODES)
_CODES_BY_ID: dict[int | str, int] = {number: _CODES[name] for number, name in _NAMES_BY_ID.items()}
_CODES_BY_ID.update(_CODES)
_NAMES_BY_ID |= {name: name for name in _CODES}

#: A list with more text than this, and not two full stops in it, is passed over.
_LONG_LIST = 150
_EDGE = frozenset("\u200b\u200c\u200d\ufeff\u00ad")
_STRIP = "\u200b\u200c\u200d\ufeff\u00ad \t\r\n\u3000\xa0"
_new = tuple.__new__


class Line(NamedTuple):
    """
    One line of the page, as a reader sees it.
    """

    #: "text"; "media" (a picture or film); "list" (a long list that was passed over).
    kind: str
    text: str
    #: Number of the nearest block element among ``Outline.boxes``.
    box: int
    #: Characters of the line that are link text.
    linked: int
    #: The anchors in the line; of a "media" or "list" line the element itself.
    nodes: tuple[Any, ...]
    bold: bool
    centred: bool
    #: Starts after a ``<br>`` inside the same element.
    broken: bool


class Box:
    """
    A block element that has lines.
    """

    __slots__ = ("_attributes", "_hidden", "first", "last", "node", "parent", "tag")

    last: int
    _attributes: dict[str, str | None]
    _hidden: bool

    def __init__(self, node: Any, tag: str, parent: int, first: int) -> None:
        self.node = node
        self.tag = tag
        #: Number of the block element around it, -1 for the body.
        self.parent = parent
        #: Its lines are those from ``first`` up to, not including, ``last``.
        self.first = first

    @property
    def attributes(self) -> dict[str, str | None]:
        """The element's attributes, read once: that is the dearest thing one can ask of it."""
        try:
            return self._attributes
        except AttributeError:
            self._attributes = self.node.attributes
            return self._attributes

    @property
    def name(self) -> str:
        """``class`` and ``id`` of the element, joined by a blank."""
        attributes = self.attributes
        if not attributes:
            return ""
        name, identity = attributes.get("class"), attributes.get("id")
        return f"{name} {identity}" if name and identity else name or identity or ""

    @property
    def hides(self) -> bool:
        """Whether the element's own attributes say that it is not displayed."""
        attributes = self.attributes
        if not attributes:
            return False
        style = attributes.get("style")
        return "hidden" in attributes or (style is not None and "one" in style.lower() and _NO_DISPLAY.search(style) is not None)


class Outline:
    """
    The page's lines in document order, and what it says outside its visible tree.
    """

    __slots__ = ("_hidden", "_starts", "_text", "boxes", "document", "lines", "notes", "source", "url")

    def __init__(self, document: Any, source: Source, url: str | None) -> None:
        self.document, self.source, self.url = document, source, url
        self.lines, self.boxes = _walk(document.body)
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
        if not attributes:
            return Block(
                "text", line.text, box.tag, "", line.bold, centred, line.linked, None, None, links(line), (), line.broken
            )
        align, style = attributes.get("align"), attributes.get("style")
        if align:
            centred = align.lower() == "center"
        elif style and "center" in style:
            centred = centred or _CENTRED.search(style) is not None
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
                found.extend(_links(line.nodes[0].css("a")))
        return tuple(found)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The lines inside, in document order."""
        return tuple(self._outline.blocks(self._first, self._last))


def links(line: Line) -> tuple[Link, ...]:
    """
    Return the links of a line, with their addresses.
    """
    if not line.nodes:
        return ()
    return tuple(_links(line.nodes))


def _links(anchors: Iterable[Any]) -> Iterator[Link]:
    for node in anchors:
        text = fold(node.text())
        if text:
            yield Link(text, node.attributes.get("href"))


def picture(line: Line, tag: str) -> Block | None:
    """
    Return a picture or a film; None for icons, counters and frames that show something else.
    """
    node = line.nodes[0]
    name, attributes = node.tag, node.attributes
    if name == "video" or name == "iframe":
        url = attributes.get("src") or attributes.get("data-src")
        if name == "iframe" and not (url and _PLAYER.search(url)):
            return None
        return Block("video", "", tag, "", url=url)
    url = next((value for key in _SOURCES if (value := attributes.get(key))), None)
    if not url or url.startswith("data:") or _tiny(attributes):
        return None
    alt = attributes.get("alt") or attributes.get("title") or None
    return Block("image", "", tag, "", False, line.centred, 0, url.strip(), alt)


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
    code_of, names = _CODES_BY_ID.get, _NAMES_BY_ID
    stack: list[tuple[Any, int, int]] = []
    push, pop, add = stack.append, stack.pop, pieces.append
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
        text = " ".join((pieces[0] if len(pieces) == 1 else "".join(pieces)).split())
        if text and (text[0] in _EDGE or text[-1] in _EDGE):
            text = text.strip(_STRIP)
        pieces.clear()
        if text:
            lines.append(_new(Line, ("text", text, box, linked, tuple(anchors), not plain, centre > 0, broken)))
            broken = False
        if anchors:
            anchors.clear()
        linked, plain = 0, False

    node = root.child
    while True:
        if node is None:
            if not stack:
                break
            node, code, outer = pop()
            if code > _LINK:
                if pieces:
                    flush()
                broken = False
                closed = boxes[box]
                closed.last = len(lines)
                if closed.first == closed.last and box == len(boxes) - 1:
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
        code = code_of(node.tag_id, _INLINE)
        if code == _TEXT:
            if node.is_empty_text_node:
                if pieces:
                    add(" ")
            else:
                text = node.text_content
                if pieces or not text.isspace():
                    add(text)
                    if not bold and not plain and not text.isspace():
                        plain = True
            node = node.next
            continue
        if code < _INLINE:
            if code == _BREAK:
                if pieces:
                    flush()
                broken = True
            node = node.next
            continue
        if code == _MEDIA:
            lines.append(_new(Line, ("media", "", box, 0, (node,), False, centre > 0, False)))
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
                # Most of the raw text is white space.
                if len(text) > _LONG_LIST and len(text := fold(text)) > _LONG_LIST and text.count("。") < 2:
                    lines.append(_new(Line, ("list", text, box, _LONG_LIST, (node,), False, False, False)))
                    node = node.next
                    continue
            if code_of(child.tag_id) == _TEXT and child.next is None:
                # Nothing but text, as most paragraphs and list items are: no need to go in.
                text = " ".join(child.text_content.split())
                if text and (text[0] in _EDGE or text[-1] in _EDGE):
                    text = text.strip(_STRIP)
                if text:
                    alone = Box(node, names.get(node.tag_id, "div"), box, len(lines))
                    heavy = code == _HEADING or bold > 0
                    if link is None:
                        central = centre > 0 or code == _CENTER
                        lines.append(_new(Line, ("text", text, len(boxes), 0, (), heavy, central, False)))
                    else:
                        lines.append(_new(Line, ("text", text, len(boxes), len(text), (link,), heavy, centre > 0, False)))
                    alone.last = len(lines)
                    boxes.append(alone)
                node = node.next
                continue
            push((node, code, box))
            outer, box = box, len(boxes)
            boxes.append(Box(node, names.get(node.tag_id, "div"), outer, len(lines)))
            if code == _HEADING:
                bold += 1
            elif code == _CENTER:
                centre += 1
        elif child is None:
            node = node.next
            continue
        else:
            if code == _LINK and code_of(child.tag_id) == _TEXT and child.next is None and link is None:
                text = child.text_content
                if not text.isspace():
                    add(text)
                    if not bold:
                        plain = True
                    linked += len(text.strip())
                    anchors.append(node)
                node = node.next
                continue
            push((node, code, 0))
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
