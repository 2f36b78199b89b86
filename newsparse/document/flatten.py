"""
An element in, its visible lines out: the one place that says where a line ends.

Block elements and ``<br>`` are the boundaries.  Scripts, styles, form controls
and elements hidden by ``hidden`` or ``display:none`` have no lines.  Works on
anything that looks like a selectolax node (``tag``, ``child``, ``next``, ``css``,
``attributes``, ``text_content``, ``mem_id``), so both engines share it.

Theory: one walk without recursion (pages nest thousands deep).  Reading attributes
is the dearest thing on the way, so they are read once a line, not once an element,
and hidden elements are found beforehand by one query.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from newsparse import lazy
from newsparse.blocks import Block, Link
from newsparse.document.signs import Signs

_TEXT, _SKIP, _BREAK, INLINE, _BLOCK, _HEADING, _BOLD, _LINK, _TABLE, _ROW, _CELL, _CENTER, _IMAGE, _VIDEO = range(14)

CODES: dict[str, int] = {"-text": _TEXT, "-comment": _SKIP, "br": _BREAK, "a": _LINK, "center": _CENTER}
for _tag in "script style noscript template select textarea button input head title meta link svg canvas audio".split():
    CODES[_tag] = _SKIP
for _tag in (
    "p div ul ol li dl dt dd section article header footer main aside nav address blockquote form fieldset figure "
    "figcaption pre hr body html details summary caption legend thead tbody tfoot colgroup col option dir menu hgroup"
).split():
    CODES[_tag] = _BLOCK
for _tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
    CODES[_tag] = _HEADING
for _tag in ("b", "strong"):
    CODES[_tag] = _BOLD
CODES.update(table=_TABLE, tr=_ROW, td=_CELL, th=_CELL, img=_IMAGE, image=_IMAGE)
CODES.update(dict.fromkeys(("video", "iframe", "embed", "object"), _VIDEO))

_MAYBE_HIDDEN = '[style*="none" i], [hidden]'
_NO_DISPLAY = lazy.compile(r"display\s*:\s*none", re.I)
#: Attributes that hold a picture's address, the lazily loaded ones first.
SOURCES = ("data-src", "data-original", "original", "real_src", "data-lazy-src", "data-url", "src2", "_src", "src")
PLAYER = lazy.compile(r"(?:video|player|vplay|v\.qq|youku|youtube|cntv|mp4|\.swf)", re.I)
CENTRED = lazy.compile(r"text-align:\s*center", re.I)
#: Ends a line while it is collected; no parsed text holds it.
_END = "\0"
_MARKS = frozenset("\u200b\u200c\u200d\ufeff\u00ad")
_STRIP = "\u200b\u200c\u200d\ufeff\u00ad \t\r\n\u3000\xa0"

#: A third of what calling the class costs.
_new = tuple.__new__


def fold(text: str) -> str:
    """
    Return the text on one line: white space folded, none at the ends, no zero-width marks at the ends.
    """
    text = " ".join(text.split())
    return text.strip(_STRIP) if text and (text[0] in _MARKS or text[-1] in _MARKS) else text


def flatten(
    root: Any, skip: Collection[int] = (), marks: Mapping[int, str] | None = None, signs: Signs | None = None
) -> list[Block]:
    """
    Return the visible lines inside ``root``, in document order.

    Args:
        root: a node; it is read even when it is hidden itself.
        skip: ``mem_id`` of elements to leave out.
        marks: ``mem_id`` of elements whose lines get a mark, such as "caption".
        signs: the words that lines are looked through for; None for none.
    """
    out = hidden(root)
    out.update(skip)
    return _Walk(root, out, marks or {}, signs).run()


def hidden(root: Any) -> set[int]:
    """
    Return the ``mem_id`` of every element below ``root`` that is not displayed by its own attributes.
    """
    found = set()
    for node in root.css(_MAYBE_HIDDEN):
        attributes = node.attributes
        if is_hidden(attributes):
            found.add(node.mem_id)
    found.discard(root.mem_id)
    return found


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """
    Tell whether an element's own attributes say that it is not displayed.
    """
    return "hidden" in attributes or _NO_DISPLAY.search(attributes.get("style") or "") is not None


def line(root: Any) -> str | None:
    """
    Return the visible lines inside ``root`` joined by blanks; None where it takes ``flatten`` to say them (tables).

    For the short places that say who, when and where: no lines are built, and hidden elements are
    found on the way, which costs less than a query where there are few.
    """
    pieces: list[str] = []
    stack: list[tuple[Any, bool]] = []
    codes = CODES
    node = root.child
    # Most titles and dates are one text node: no walk needed.
    if node is not None and node.next is None and node.tag == "-text":
        return fold(node.text_content)
    while True:
        if node is None:
            if not stack:
                break
            node, ends = stack.pop()
            if ends:
                pieces.append(_END)
            node = node.next
            continue
        code = codes.get(node.tag, INLINE)
        if code == _TEXT:
            pieces.append(node.text_content)
        elif code == _BREAK:
            pieces.append(_END)
        elif code == _TABLE:
            return None
        elif code != _SKIP and code < _IMAGE:
            attributes = node.attributes
            if not attributes or not is_hidden(attributes):
                ends = code > INLINE and code != _BOLD and code != _LINK
                if ends:
                    pieces.append(_END)
                child = node.child
                if child is not None:
                    stack.append((node, ends))
                    node = child
                    continue
        node = node.next
    return " ".join(filter(None, map(fold, "".join(pieces).split(_END))))


class _Walk:
    """
    The state of one walk: the line being built, and what it lies in.
    """

    __slots__ = (
        "block", "bold", "broken", "centre", "link_start", "linked", "links", "mark", "marks",
        "out", "pending", "pieces", "plain", "root", "signs", "skip", "tables",
    )  # fmt: skip

    def __init__(self, root: Any, skip: Collection[int], marks: Mapping[int, str], signs: Signs | None) -> None:
        self.root, self.skip, self.marks, self.signs = root, skip, marks, signs
        self.out: list[Block] = []
        self.pieces: list[str] = []
        self.links: list[Link] = []
        self.pending: list[Block] = []
        self.tables: list[Table] = []
        #: The nearest block element.
        self.block: Any = root
        self.mark: str | None = None
        self.bold = self.centre = self.linked = 0
        self.plain = self.broken = False
        self.link_start: int | None = None

    def run(self) -> list[Block]:
        """
        Walk below the root and return the lines.
        """
        stack: list[tuple[Any, int, Any, str | None]] = []
        codes, skip, marks, pieces = CODES, self.skip, self.marks, self.pieces
        node = self.root.child
        while True:
            if node is None:
                if not stack:
                    break
                node, code, block, mark = stack.pop()
                if code > INLINE:
                    self._leave(node, code, block, mark)
                node = node.next
                continue
            code = codes.get(node.tag, INLINE)
            if code == _TEXT:
                text = node.text_content
                pieces.append(text)
                if not self.bold and not self.plain and not text.isspace():
                    self.plain = True
            elif code == _BREAK:
                if pieces:
                    self._flush()
                self.broken = True
            elif code != _SKIP and not (skip and node.mem_id in skip):
                block, mark = self.block, self.mark
                if marks and node.mem_id in marks:
                    code = _BLOCK if code in (INLINE, _BOLD, _LINK) else code
                    self._flush()
                    self.mark = marks[node.mem_id]
                child = node.child
                if code > INLINE:
                    if code >= _IMAGE:
                        self._picture(node, code)
                        self.mark = mark
                        node = node.next
                        continue
                    if code == _BLOCK and child is not None and child.tag == "-text" and child.next is None:
                        # Nothing but text, as most paragraphs are: no need to go in.
                        self._paragraph(node, child.text_content)
                        self.mark = mark
                        node = node.next
                        continue
                    self._enter(node, code)
                if child is not None:
                    stack.append((node, code, block, mark))
                    node = child
                    continue
                if code > INLINE:
                    self._leave(node, code, block, mark)
            node = node.next
        self._flush()
        return self.out

    def _enter(self, node: Any, code: int) -> None:
        """Note what the element means for the lines inside it."""
        if code == _LINK:
            self.link_start = len(self.pieces)
            return
        if code == _BOLD:
            self.bold += 1
            return
        if self.pieces or self.pending:
            self._flush()
        self.block = node
        self.broken = False
        if code == _BLOCK:
            return
        if code == _HEADING:
            self.bold += 1
        elif code == _CENTER:
            self.centre += 1
        elif code == _TABLE:
            if self.tables:
                self.tables[-1].nest(self.out)
            self.tables.append(Table(self.out))
        elif self.tables and code == _ROW:
            self.tables[-1].begin_row(self.out)
        elif self.tables and code == _CELL:
            self.tables[-1].begin_cell(self.out)

    def _leave(self, node: Any, code: int, block: Any, mark: str | None) -> None:
        """Undo what ``_enter`` noted; a block element ends its line."""
        if code == _LINK:
            self._end_link(node)
            return
        if code == _BOLD:
            self.bold -= 1
            return
        if self.pieces or self.pending:
            self._flush()
        self.block, self.mark = block, mark
        self.broken = False
        if code == _BLOCK:
            return
        if code == _HEADING:
            self.bold -= 1
        elif code == _CENTER:
            self.centre -= 1
        elif code == _CELL and self.tables:
            self.tables[-1].end_cell(self.out)
        elif code == _TABLE:
            self.tables.pop().end(self.out)

    def _end_link(self, node: Any) -> None:
        if self.link_start is None:
            return
        text = fold("".join(self.pieces[self.link_start :]))
        self.link_start = None
        if text:
            self.linked += len(text)
            self.links.append(Link(text, node.attributes.get("href")))

    def _picture(self, node: Any, code: int) -> None:
        if code == _VIDEO:
            film = played(node.tag, node.attributes)
            if film is not None:
                self.pending.append(Block("video", "", self.block.tag, "", url=film[0]))
            return
        shown = pictured(node.attributes)
        if shown is None:
            return
        block = Block("image", "", self.block.tag, "", False, self.centre > 0, 0, *shown, mark=self.mark)
        # A picture inside a sentence follows the line that it stands in.
        (self.pending if any(not piece.isspace() for piece in self.pieces) else self.out).append(block)

    def _flush(self) -> None:
        """End the line: one block, if it has any text, then the pictures inside it."""
        pieces = self.pieces
        if pieces:
            text = fold("".join(pieces)) if len(pieces) > 1 else fold(pieces[0])
            if text:
                tag, name, centred = self._where()
                links = tuple(self.links)
                line = (
                    "text", text, tag, name, not self.plain, centred, self.linked,
                    None, None, links, (), self.broken, self.mark, self._signs_of(text),
                )  # fmt: skip
                self.out.append(_new(Block, line))
                self.broken = False
            pieces.clear()
            if self.links:
                self.links.clear()
            self.linked = 0
            self.plain = False
            if self.link_start is not None:
                # A link around several lines: the rest of it starts with the next one.
                self.link_start = 0
        if self.pending:
            self.out.extend(self.pending)
            self.pending.clear()

    def _paragraph(self, node: Any, text: str) -> None:
        """Make the line of an element that holds only this text."""
        if self.pieces or self.pending:
            self._flush()
        text = fold(text)
        if text:
            around = self.block
            self.block = node
            tag, name, centred = self._where()
            self.block = around
            line = ("text", text, tag, name, self.bold > 0, centred, 0, None, None, (), (), False, self.mark, self._signs_of(text))
            self.out.append(_new(Block, line))
        self.broken = False
        if self.link_start is not None:
            self.link_start = 0

    def _signs_of(self, text: str) -> int:
        return self.signs.of(text) if self.signs else -1

    def _where(self) -> tuple[str, str, bool]:
        """Return tag, class with id, and whether the line is centred, of the nearest block element."""
        attributes = self.block.attributes
        if not attributes:
            return self.block.tag, "", self.centre > 0
        align, style = attributes.get("align"), attributes.get("style")
        centred = self.centre > 0
        if align:
            centred = align.lower() in ("center", "middle")
        elif style and "center" in style:
            centred = centred or CENTRED.search(style) is not None
        return self.block.tag, named(attributes), centred


class Table:
    """
    A table as it is walked: its cells, until it is clear whether it holds data or lays out the page.

    Its methods are told the lines so far, the table's own among them.
    """

    __slots__ = ("cell", "nested", "rows", "start")

    def __init__(self, out: list[Block]) -> None:
        self.start = len(out)
        self.rows: list[list[str]] = []
        self.cell: int | None = None
        self.nested = False

    def nest(self, out: list[Block]) -> None:
        """Note that another table begins inside."""
        self.nested = True

    def begin_row(self, out: list[Block]) -> None:
        """Note that a row begins."""
        self.rows.append([])

    def begin_cell(self, out: list[Block]) -> None:
        """Note that a cell begins."""
        self.cell = len(out)

    def end_cell(self, out: list[Block]) -> None:
        """Note the lines since the cell began as its text."""
        if self.cell is not None:
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(" ".join(block.text for block in out[self.cell :] if block.text))
            self.cell = None

    def end(self, out: list[Block]) -> None:
        """Put one block in the place of the table's lines, if it holds data."""
        if self.is_data(out):
            out[self.start :] = [self.block()]

    def is_data(self, out: list[Block]) -> bool:
        """Rows of two or more short cells, nothing nested and no picture: a table that means something."""
        if self.nested or len(self.rows) < 2 or any(block.kind != "text" for block in out[self.start :]):
            return False
        wide = sum(len(row) > 1 and sum(map(bool, row)) > 1 for row in self.rows)
        longest = max((len(cell) for row in self.rows for cell in row), default=0)
        return wide >= 2 and wide * 10 >= len(self.rows) * 6 and longest <= 120

    def block(self) -> Block:
        """Return the table as one block; empty rows are left out."""
        rows = tuple(tuple(row) for row in self.rows if any(row))
        return Block("table", "\n".join("\t".join(row) for row in rows), "table", rows=rows)


def named(attributes: Mapping[str, str | None]) -> str:
    """
    Return an element's ``class`` and ``id``, joined by a blank.
    """
    name, identity = attributes.get("class"), attributes.get("id")
    return f"{name} {identity}" if name and identity else name or identity or ""


def pictured(attributes: Mapping[str, str | None]) -> tuple[str, str | None] | None:
    """
    Return address and text of an image by its attributes, None for icons, counters and images without an address.
    """
    url = next((value for key in SOURCES if (value := attributes.get(key))), None)
    if not url or url.startswith("data:") or _is_tiny(attributes):
        return None
    return url.strip(), attributes.get("alt") or attributes.get("title") or None


def played(tag: str, attributes: Mapping[str, str | None]) -> tuple[str | None, None] | None:
    """
    Return address and text of a film by its element's name and attributes, None for frames that show something else.
    """
    url = attributes.get("src") or attributes.get("data-src")
    return (url, None) if tag == "video" or (url and PLAYER.search(url)) else None


def _is_tiny(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an image is an icon, a spacer or a counter by its declared size."""
    for key in ("width", "height"):
        value = attributes.get(key)
        if value and value.isascii() and value.isdigit() and int(value) <= 32:
            return True
    return False
