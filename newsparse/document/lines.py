"""
The lines of a page: every element walked once, as little as possible asked of each.

In: a body element of either engine.  Out: the lines that a reader of the page sees, and the
block elements (boxes) that they lie in, on one sheet; the tree is asked again only for the few that
matter.
"""

from __future__ import annotations

from typing import Any

from newsparse.blocks import Block
from newsparse.document.flatten import PLAYER, fold, pictured
from newsparse.document.sheet import Box, Line, Sheet
from newsparse.document.signs import Signs
from newsparse.document.tags import tag_numbers

_TEXT, _SKIP, _BREAK, INLINE, _BOLD, _LINK, _BLOCK, _HEADING, _CENTER, _LIST, _MEDIA, _SHORT = range(12)

CODES: dict[str, int] = {"-text": _TEXT, "-comment": _SKIP, "br": _BREAK, "a": _LINK, "center": _CENTER}
CODES.update(
    dict.fromkeys(
        "script style noscript template select textarea button input head title meta link svg canvas audio object "
        "embed param map".split(),
        _SKIP,
    )
)
CODES.update(
    dict.fromkeys(
        "p div li dt dd section article header footer main aside address blockquote form fieldset figure figcaption pre "
        "hr body html details summary caption legend thead tbody tfoot colgroup col option hgroup table tr td th".split(),
        _BLOCK,
    )
)
CODES.update(dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _HEADING))
CODES.update(dict.fromkeys(("b", "strong"), _BOLD))
CODES.update(dict.fromkeys(("ul", "ol", "dl", "nav", "dir", "menu"), _LIST))
CODES.update(dict.fromkeys(("img", "image", "video", "iframe"), _MEDIA))

#: The same by Lexbor's number of the tag, which is quicker to ask for than its name; other engines answer with the name.
_NAMES_BY_ID: dict[int | str, str] = dict(tag_numbers(CODES).items())
_CODES_BY_ID: dict[int | str, int] = {number: CODES[name] for number, name in _NAMES_BY_ID.items()}
_CODES_BY_ID.update(CODES)
_NAMES_BY_ID |= {name: name for name in CODES}

#: A list with more text than this, and not two full stops in it, is passed over.
_LONG_LIST = 150
_EDGE = frozenset("\u200b\u200c\u200d\ufeff\u00ad")
_STRIP = "\u200b\u200c\u200d\ufeff\u00ad \t\r\n\u3000\xa0"
_new = tuple.__new__


def picture(line: Line, tag: str) -> Block | None:
    """
    Return a picture or a film; None for icons, counters and frames that show something else.
    """
    node = line.nodes[0]
    name, attributes = node.tag, node.attributes
    if name == "video" or name == "iframe":
        url = attributes.get("src") or attributes.get("data-src")
        if name == "iframe" and not (url and PLAYER.search(url)):
            return None
        return Block("video", "", tag, "", url=url)
    shown = pictured(attributes)
    return None if shown is None else Block("image", "", tag, "", False, line.centred, 0, *shown)


class _Lists:
    """
    The lists of a page, and which of them are walked because there are two full stops in them.

    No text is read more than a few times, however lists nest. Those that are in no other are read to their ends, for that
    is one call. In them, no two readings end at the same two full stops, for the lists that share them are noted, and what
    is read to its end is passed over, or holds no list that need be read.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: set[int] = set()

    def text(self, top: Any, inside: bool) -> str | None:
        """
        Return the text of a list as it stands there, None where it has two full stops.

        Args:
            top: the list.
            inside: it lies in a list that has two: such a list is not read further than they stand.
        """
        if inside and (top.mem_id in self._known or self._stops(top)):
            return None
        text: str = top.text()
        return text if text.count("。") < 2 else None

    def _stops(self, top: Any) -> bool:
        """Tell whether a list has two full stops, and note the lists in it that have the same two."""
        code_of = _CODES_BY_ID.get
        around: list[Any] = []
        stops = shared = 0  # shared: how many of the elements around this place are around the first full stop
        node = top.child
        while True:
            while node is None:
                if not around:
                    return False
                node = around.pop().next
                shared = min(shared, len(around))
            if code_of(node.tag_id) == _TEXT:
                found = node.text_content.count("。")
                if found and not stops:
                    shared = len(around)
                stops += found
                if stops > 1:
                    self._known = {element.mem_id for element in around[:shared] if code_of(element.tag_id) == _LIST}
                    return True
            child = node.child
            if child is None:
                node = node.next
            else:
                around.append(node)
                node = child


def walk(root: Any, signs: Signs | None = None) -> Sheet:
    """
    Return the lines below the root and the boxes they lie in; without recursion, for pages nest thousands deep.

    Args:
        signs: the words that lines are looked through for; None for none.
    """
    # One function on purpose: it runs once for each of some 1500 nodes, where a call costs as much as the rest.
    lines: list[Line] = []
    boxes: list[Box] = [Box(root, root.tag, -1, 0)]
    pieces: list[str] = []
    anchors: list[Any] = []
    code_of, names = _CODES_BY_ID.get, _NAMES_BY_ID
    stack: list[tuple[Any, int, int]] = []
    push, pop, add = stack.append, stack.pop, pieces.append
    box = bold = centre = linked = full = short = 0
    lists = _Lists()
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
                if code > _BLOCK:
                    if code == _HEADING:
                        bold -= 1
                    elif code == _CENTER:
                        centre -= 1
                    elif code == _LIST:
                        full -= 1
                    else:
                        short -= 1
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
        code = code_of(node.tag_id, INLINE)
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
        if code < INLINE:
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
                if short:
                    code = _SHORT
                elif (text := lists.text(node, full > 0)) is not None:
                    # Most of the raw text is white space.
                    if len(text) > _LONG_LIST and len(text := fold(text)) > _LONG_LIST:
                        lines.append(_new(Line, ("list", text, box, _LONG_LIST, (node,), False, False, False)))
                        node = node.next
                        continue
                    # So are the lists in it.
                    code = _SHORT
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
            if code > _BLOCK:
                if code == _HEADING:
                    bold += 1
                elif code == _CENTER:
                    centre += 1
                elif code == _LIST:
                    full += 1
                else:
                    short += 1
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
    return Sheet(lines, boxes, signs)
