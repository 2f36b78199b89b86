"""
An element in, its visible lines out: the one place that says where a line ends.

Block elements and ``<br>`` are the boundaries.  Scripts, styles, form controls
and elements hidden by ``hidden`` or ``display:none`` have no lines.  Works on
anything that looks like a selectolax node (``tag``, ``child``, ``next``,
``attributes``, ``text_content``, ``mem_id``), so both engines share it.

Theory: one walk without recursion (pages nest thousands deep), one pass over
the attributes, text pieces joined once per line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from newsparse.blocks import Block, Link

_TEXT, _SKIP, _BREAK, _IMAGE, _VIDEO, _BLOCK, _HEADING, _BOLD, _LINK, _TABLE, _ROW, _CELL, _INLINE = range(13)

_CODES: dict[str, int] = {"-text": _TEXT, "-comment": _SKIP, "br": _BREAK, "img": _IMAGE, "image": _IMAGE, "a": _LINK}
for _tag in "script style noscript template select textarea button input head title meta link svg canvas object applet".split():
    _CODES[_tag] = _SKIP
for _tag in (
    "p div ul ol li dl dt dd section article header footer main aside nav address blockquote center form fieldset figure "
    "figcaption pre hr body html details summary caption legend thead tbody tfoot colgroup col option dir menu hgroup"
).split():
    _CODES[_tag] = _BLOCK
for _tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
    _CODES[_tag] = _HEADING
for _tag in ("b", "strong"):
    _CODES[_tag] = _BOLD
_CODES.update(table=_TABLE, tr=_ROW, td=_CELL, th=_CELL, video=_VIDEO, audio=_SKIP, iframe=_VIDEO, embed=_VIDEO)

#: Attributes that hold a picture's address, the lazily loaded ones first.
_SOURCES = ("data-src", "data-original", "original", "real_src", "data-lazy-src", "data-url", "src2", "_src", "src")
_PLAYER = re.compile(r"(?:video|player|vplay|v\.qq|youku|youtube|cntv|mp4|\.swf)", re.I)
_CENTRED = re.compile(r"text-align:\s*center", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none", re.I)
_STRIP = "\u200b\u200c\u200d\ufeff\u00ad \t\r\n\u3000\xa0"


def fold(text: str) -> str:
    """
    Return the text on one line: white space folded, none at the ends, no zero-width marks at the ends.
    """
    return " ".join(text.split()).strip(_STRIP)


def hidden(attributes: Mapping[str, str | None]) -> bool:
    """
    Tell whether an element with these attributes is not displayed.
    """
    if "hidden" in attributes:
        return True
    style = attributes.get("style")
    return bool(style) and "none" in style and _HIDDEN.search(style) is not None  # type: ignore[operator, arg-type]


def flatten(root: Any, skip: Collection[int] = (), marks: Mapping[int, str] | None = None) -> list[Block]:
    """
    Return the visible lines inside ``root``, in document order.

    Args:
        root: a node; it is read even when it is hidden itself.
        skip: ``mem_id`` of elements to leave out.
        marks: ``mem_id`` of elements whose lines get a mark, such as "caption".
    """
    return _Walk(skip, marks or {}).run(root)


class _Walk:
    """
    The state of one walk: the line being built, and what it lies in.
    """

    __slots__ = (
        "bold", "broken", "centred", "link_start", "linked", "links", "mark", "marks",
        "name", "out", "pending", "pieces", "plain", "skip", "tables", "tag",
    )  # fmt: skip

    def __init__(self, skip: Collection[int], marks: Mapping[int, str]) -> None:
        self.skip, self.marks = skip, marks
        self.out: list[Block] = []
        self.pieces: list[str] = []
        self.links: list[Link] = []
        self.pending: list[Block] = []
        self.tables: list[_Table] = []
        self.tag, self.name, self.centred, self.mark = "p", "", False, None
        self.bold = self.linked = 0
        self.plain = self.broken = False
        self.link_start: int | None = None

    def run(self, root: Any) -> list[Block]:
        """
        Walk below ``root`` and return the lines.
        """
        self._enter(root.tag, root.attributes, None)
        stack: list[tuple[Any, int, tuple[str, str, bool, str | None]]] = []
        codes, skip, marks = _CODES, self.skip, self.marks
        pieces = self.pieces
        node = root.child
        while True:
            if node is None:
                if not stack:
                    break
                node, code, saved = stack.pop()
                self._leave(node, code, saved)
                node = node.next
                continue
            code = codes.get(node.tag, _INLINE)
            if code == _TEXT:
                text = node.text_content
                pieces.append(text)
                if not self.bold and not self.plain and text and not text.isspace():
                    self.plain = True
            elif code == _BREAK:
                self._flush()
                self.broken = True
            elif code != _SKIP and not (skip and node.mem_id in skip):
                attributes = node.attributes
                if not (attributes and hidden(attributes)):
                    mark = marks.get(node.mem_id) if marks else None
                    saved = (self.tag, self.name, self.centred, self.mark)
                    if mark and code in (_INLINE, _BOLD, _LINK):
                        code = _BLOCK
                    self._open(node, code, attributes, mark)
                    child = node.child if code not in (_IMAGE, _VIDEO) else None
                    if child is not None:
                        stack.append((node, code, saved))
                        node = child
                        continue
                    self._leave(node, code, saved)
            node = node.next
        self._flush()
        return self.out

    def _open(self, node: Any, code: int, attributes: Mapping[str, str | None], mark: str | None) -> None:
        """Note what the element means for the lines inside it."""
        if code in (_BLOCK, _HEADING, _TABLE, _ROW, _CELL):
            self._flush()
            self._enter(node.tag, attributes, mark)
            if code == _HEADING:
                self.bold += 1
            elif code == _TABLE:
                if self.tables:
                    self.tables[-1].nested = True
                self.tables.append(_Table(len(self.out)))
            elif self.tables and code == _ROW:
                self.tables[-1].rows.append([])
            elif self.tables and code == _CELL:
                self.tables[-1].cell = len(self.out)
        elif code == _BOLD:
            self.bold += 1
        elif code == _LINK:
            self.link_start = len(self.pieces)
        elif code == _IMAGE:
            self._image(attributes)
        elif code == _VIDEO:
            self._video(node.tag, attributes)

    def _leave(self, node: Any, code: int, saved: tuple[str, str, bool, str | None]) -> None:
        """Undo what ``_open`` noted; a block element ends its line."""
        if code in (_BLOCK, _HEADING, _TABLE, _ROW, _CELL):
            self._flush()
            self.tag, self.name, self.centred, self.mark = saved
            if code == _HEADING:
                self.bold -= 1
            elif code == _CELL and self.tables:
                self.tables[-1].end_cell(self.out)
            elif code == _TABLE:
                table = self.tables.pop()
                if table.is_data(self.out):
                    self.out[table.start :] = [table.block()]
        elif code == _BOLD:
            self.bold -= 1
        elif code == _LINK and self.link_start is not None:
            text = fold("".join(self.pieces[self.link_start :]))
            self.link_start = None
            if text:
                self.linked += len(text)
                self.links.append(Link(text, node.attributes.get("href")))

    def _enter(self, tag: str, attributes: Mapping[str, str | None], mark: str | None) -> None:
        self.tag = tag
        self.broken = False
        if mark:
            self.mark = mark
        if not attributes:
            self.name = ""
            self.centred = self.centred or tag == "center"
            return
        name, identity = attributes.get("class"), attributes.get("id")
        self.name = f"{name} {identity}" if name and identity else name or identity or ""
        align, style = attributes.get("align"), attributes.get("style")
        if align:
            self.centred = align.lower() == "center"
        elif tag == "center" or (style and "center" in style and _CENTRED.search(style)):
            self.centred = True

    def _image(self, attributes: Mapping[str, str | None]) -> None:
        url = next((value for key in _SOURCES if (value := attributes.get(key))), None)
        if not url or url.startswith("data:") or _tiny(attributes):
            return
        block = Block(
            "image", "", self.tag, self.name, False, self.centred, 0, url.strip(),
            attributes.get("alt") or attributes.get("title") or None, mark=self.mark,
        )  # fmt: skip
        # A picture inside a sentence follows the line that it stands in.
        (self.pending if any(not piece.isspace() for piece in self.pieces if piece) else self.out).append(block)

    def _video(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        url = attributes.get("src") or attributes.get("data-src")
        if tag == "video" or (url and _PLAYER.search(url)):
            self.pending.append(Block("video", "", self.tag, self.name, url=url))

    def _flush(self) -> None:
        """End the line: one block, if it has any text, then the pictures inside it."""
        pieces = self.pieces
        if pieces:
            text = fold("".join(pieces)) if len(pieces) > 1 else fold(pieces[0])
            if text:
                self.out.append(
                    Block(
                        "text", text, self.tag, self.name, not self.plain, self.centred, self.linked,
                        None, None, tuple(self.links), (), self.broken, self.mark,
                    )  # fmt: skip
                )
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


class _Table:
    """
    A table as it is walked: its cells, until it is clear whether it holds data or lays out the page.
    """

    __slots__ = ("cell", "nested", "rows", "start")

    def __init__(self, start: int) -> None:
        self.start = start
        self.rows: list[list[str]] = []
        self.cell: int | None = None
        self.nested = False

    def end_cell(self, out: list[Block]) -> None:
        if self.cell is not None:
            if not self.rows:
                self.rows.append([])
            self.rows[-1].append(" ".join(block.text for block in out[self.cell :] if block.text))
            self.cell = None

    def is_data(self, out: list[Block]) -> bool:
        """Rows of two or more short cells, nothing nested and no picture: a table that means something."""
        if self.nested or len(self.rows) < 2 or any(block.kind != "text" for block in out[self.start :]):
            return False
        wide = sum(len(row) > 1 and sum(map(bool, row)) > 1 for row in self.rows)
        longest = max((len(cell) for row in self.rows for cell in row), default=0)
        return wide >= 2 and wide * 10 >= len(self.rows) * 6 and longest <= 120

    def block(self) -> Block:
        rows = tuple(tuple(row) for row in self.rows if any(row))
        return Block("table", "\n".join("\t".join(row) for row in rows), "table", rows=rows)


def _tiny(attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an image is an icon, a spacer or a counter by its declared size."""
    for key in ("width", "height"):
        value = attributes.get(key)
        if value and value.isascii() and value.isdigit() and int(value) <= 32:
            return True
    return False
