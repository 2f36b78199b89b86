"""
The walks over a parsed page: compiled where they can be, in Python elsewhere, the same lines from both.

``flatten.py`` and ``lines.py`` say what a line is, for every engine.  The extension ``_native`` does the
same on Lexbor's own tree, which selectolax gives the addresses of: asking it for one node after the
other costs more than the parse.  It is not used where the tree of the installed selectolax looks other
than it expects.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from html.entities import html5
from types import ModuleType
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from newsparse.blocks import Block, Link
from newsparse.document import flatten as flattening
from newsparse.document import lines as lining
from newsparse.document import sheet as sheets
from newsparse.document.compiled import extension
from newsparse.document.flatten import SOURCES, Table, pictured, played
from newsparse.document.sheet import HEADINGS, LISTS, PARAGRAPHS, Line, Sheet
from newsparse.document.signs import Signs
from newsparse.document.tags import tag_numbers

#: Attributes that readers ask for: first those that the compiled walks ask for themselves, in their order.
_ASKED = ("class", "id", "style", "hidden", "align", "href")
_ATTRIBUTES = (*_ASKED, "alt", "title", "width", "height", *SOURCES)
#: Tags that mean nothing to the walks, but whose names a block may bear.
_PLAIN_TAGS = (
    "span font em i u s small big sub sup label code time cite q ins del mark abbr acronym tt kbd samp var strike nobr data ruby rt rp rb wbr "
    "area map param base frame frameset applet marquee math source track picture optgroup output progress meter dialog slot search bdi bdo dfn "
    "blink spacer basefont bgsound keygen listing plaintext xmp noframes noembed rtc portal"
).split()
#: Words of a node: what Lexbor's structures hold, by place.
_NAME, _DOCUMENT, _NEXT, _PARENT, _CHILD, _TYPE, _TEXT, _LENGTH, _VALUE, _FIRST, _LAST = 1, 4, 5, 7, 8, 11, 12, 13, 14, 15, 16
#: Words of an attribute.
_QUALIFIED, _OWNER, _FOLLOWING = 13, 15, 16
_ELEMENT_TYPE, _ATTRIBUTE_TYPE = 1, 2


def _fits(native: ModuleType) -> bool:
    """
    Tell whether the installed selectolax builds its tree as the extension expects.

    What is compared first is what selectolax tells itself; an address is followed only after that.
    """
    tree = LexborHTMLParser('<body class="four">text<p>longer text</p><i id="a" class="b"></i>')
    body = tree.body
    if body is None or body.child is None or body.child.next is None:
        return False
    text, paragraph = body.child, body.child.next
    two = paragraph.next
    if two is None or paragraph.child is None:
        return False

    def says(node: LexborNode, place: int) -> int:
        return int(native.word(node.mem_id, place))

    one = says(body, _FIRST)
    return (
        all(says(node, _NAME) == node.tag_id for node in (body, text, paragraph, two))
        and (says(body, _CHILD), says(text, _NEXT), says(text, _PARENT)) == (text.mem_id, paragraph.mem_id, body.mem_id)
        and (says(text, _LENGTH), says(paragraph.child, _LENGTH)) == (4, 11)
        and (says(paragraph, _FIRST), says(paragraph, _LAST)) == (0, 0)
        and 0 != one == says(body, _LAST)
        and 0 != says(two, _FIRST) != says(two, _LAST) != 0
        and says(body, _DOCUMENT) == says(text, _DOCUMENT) == native.word(one, _DOCUMENT) != 0
        and says(body, _TYPE) & 0xFFFF == _ELEMENT_TYPE
        and native.word(one, _TYPE) & 0xFFFF == _ATTRIBUTE_TYPE
        and native.word(one, _OWNER) == body.mem_id
        and native.word(says(two, _FIRST), _FOLLOWING) == says(two, _LAST)
        and native.word(native.word(one, _VALUE), 1) == 4
        and [_quirks(native, LexborHTMLParser(doctype + "<body>")) for doctype in ("", "<!DOCTYPE html>")] == [1, 0]
        and _qualifies(native)
    )


def _qualifies(native: ModuleType) -> bool:
    """Tell whether attributes say where they are called otherwise than they are numbered: as those of drawings with a prefix are."""
    drawing, paragraph = LexborHTMLParser("<svg xlink:href=a></svg><p xlink:href=a href=b>").css("svg, p")
    prefixed, spelled = (native.word(node.mem_id, _FIRST) for node in (drawing, paragraph))
    plain = native.word(spelled, _FOLLOWING)
    names = [(native.word(at, _NAME), native.word(at, _QUALIFIED)) for at in (prefixed, spelled, plain)]
    return bool(names == [(names[2][0], names[1][0]), (names[1][0], 0), (names[2][0], 0)] and names[2][0] < native.NUMBERED <= names[1][0])


def _quirks(native: ModuleType, tree: LexborHTMLParser) -> int:
    """Return what the document says of how it is read: it stands behind the words of its node."""
    return int(native.word(native.word(tree.body.mem_id, _DOCUMENT), _TEXT)) & 0xFFFF  # type: ignore[union-attr]


def _numbers(native: ModuleType, names: tuple[str, ...]) -> dict[str, int]:
    """Return the numbers of the attributes that Lexbor has a number for; of the others only the name is known."""
    tree = LexborHTMLParser("<body " + " ".join(f'{name}="x"' for name in names) + ">")
    at = native.word(tree.body.mem_id, _FIRST)  # type: ignore[union-attr]
    numbers = {}
    for name in names:
        numbers[name] = native.word(at, _NAME)
        at = native.word(at, _FOLLOWING)
    return {name: number for name, number in numbers.items() if number < native.NUMBERED}


def _load() -> Any:
    """Return the extension, ready for use; None where it is not built, not wanted, or does not fit."""
    native = extension("_native")
    if native is None or not _fits(native):
        return None
    numbered = tag_numbers({**flattening.CODES, **lining.CODES, **dict.fromkeys(_PLAIN_TAGS)})
    tags = {number: name for number, name in numbered.items() if number < native.NUMBERED}
    numbers = _numbers(native, tuple(dict.fromkeys(_ATTRIBUTES)))
    native.setup(
        tags,
        {number: code for number, name in tags.items() if (code := flattening.CODES.get(name)) is not None},
        {number: code for number, name in tags.items() if (code := lining.CODES.get(name)) is not None},
        flattening.INLINE,
        lining.INLINE,
        {number: 1 + 2 * (name in HEADINGS) + 4 * (name == "figcaption") for number, name in tags.items() if name in PARAGRAPHS}
        | {number: 8 for number, name in tags.items() if name in LISTS},
        {number: name for name, number in numbers.items()},
        tuple(numbers.get(name, 0) for name in _ASKED),
        tuple(name for name in dict.fromkeys(_ATTRIBUTES) if name not in numbers),
        Block,
        Line,
        Link,
        Table,
        pictured,
        played,
    )
    native.learn(html5)
    return native


#: The extension, None where the walks run in Python.
native = _load()
_COMPILED: tuple[type, ...] = () if native is None else (LexborNode, native.Node)


@lru_cache(maxsize=256)
def attribute_numbers(names: tuple[str, ...]) -> dict[str, int]:
    """
    Return the numbers of attributes, those that Lexbor has no number for left out; only where the extension is used.
    """
    return _numbers(native, names)


def attribute(node: Any, name: str) -> str | None:
    """
    Return an attribute's value, None where the element lacks it or gives it none.
    """
    if native is not None and isinstance(node, native.Node):
        value: str | None = native.attribute(node, attribute_numbers((name,)).get(name, 0), name)
        return value
    found = node.attributes.get(name)
    return None if found is None else str(found)


def flatten(
    root: Any, skip: Collection[int] = (), marks: Mapping[int, str] | None = None, signs: Signs | None = None
) -> list[Block]:
    """
    Return the visible lines inside ``root``, in document order; see ``flatten.flatten``.
    """
    if isinstance(root, _COMPILED):
        found: list[Block] = native.flatten(
            root, skip if isinstance(skip, set) else set(skip), marks or {}, None if signs is None else compiled_signs(signs)
        )
        return found
    return flattening.flatten(root, skip, marks, signs)


def line(root: Any) -> str | None:
    """
    Return the visible lines inside ``root`` joined by blanks; None where it takes ``flatten`` to say them (tables).
    """
    if isinstance(root, _COMPILED):
        text: str | None = native.line(root)
        return text
    return flattening.line(root)


def walk(root: Any, signs: Signs | None = None) -> Sheet:
    """
    Return the lines below ``root`` and the boxes they lie in; see ``lines.walk``.
    """
    if isinstance(root, _COMPILED):
        found: Sheet = native.walk(root, None if signs is None else compiled_signs(signs))
        return found
    return lining.walk(root, signs)


@lru_cache(maxsize=4)
def compiled_signs(signs: Signs) -> Any:
    """
    Return a table of signs as the extension reads it.
    """
    return native.Signs(tuple(signs.words.items()), signs.closings, signs.closed)


def links(root: Any) -> list[Link]:
    """
    Return the links inside ``root``, itself included, in document order; those without text left out.
    """
    if isinstance(root, _COMPILED):
        found: list[Link] = native.links(root)
        return found
    return anchored(tuple(root.css("a")))


def anchored(anchors: tuple[Any, ...]) -> list[Link]:
    """
    Return the links of anchors, those without text left out.
    """
    if anchors and isinstance(anchors[0], _COMPILED):
        found: list[Link] = native.anchored(anchors)
        return found
    return sheets.anchored(anchors)


def names(root: Any) -> set[str]:
    """
    Return the class and id names of every element.
    """
    if isinstance(root, _COMPILED):
        found: set[str] = native.names(root)
        return found
    ids = {node.attributes["id"] or "" for node in root.css("[id]")}
    return ids.union(*((node.attributes["class"] or "").split() for node in root.css("[class]")))
