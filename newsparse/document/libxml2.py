"""
The reference engine: libxml2 through lxml, behind the same small protocol.

It exists to be compared with: where two parsers that share no line of code give the
same article, the article does not hang on a parser's whim.  Several times slower
than the default, and blind in two ways that the default is not: text below the
256th level is lost, and so is whatever follows a second ``</html>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from cssselect import HTMLTranslator
from lxml import etree

from newsparse.document import walks

#: Control characters, at which libxml2 stops reading.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
#: A slash that closes a void element only, since HTML 5: ``<style type="text/css" />`` is open.
_SELF_CLOSED = re.compile(r"<(style|script)\b([^<>]{0,400}?)\s?/>", re.I)
_QUERIES: dict[str, etree.XPath] = {}


class Libxml2Document:
    """
    A page parsed by lxml.
    """

    __slots__ = ("root",)

    def __init__(self, text: str) -> None:
        # Bytes with a stated encoding: lxml refuses text that begins with an XML declaration.
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
        text = _SELF_CLOSED.sub(r"<\1\2>", _NOT_XML.sub("", text).replace("</br>", "<br>"))
        data = text.encode("utf-8", "replace") or b"<html></html>"
        root = etree.fromstring(data, parser)
        self.root = LxmlNode(root if root is not None else etree.Element("html"))

    @property
    def body(self) -> LxmlNode:
        """The body element, the root where there is none."""
        return self.first("body") or self.root

    def first(self, query: str, scope: LxmlNode | None = None) -> LxmlNode | None:
        """Return the first element that matches the CSS query below ``scope`` (itself included), or None."""
        return next(iter(self.all(query, scope)), None)

    def all(self, query: str, scope: LxmlNode | None = None) -> list[LxmlNode]:
        """Return every element that matches, in document order."""
        return (scope or self.root).css(query)

    #: Lexbor's document has quicker ways to nodes that are only read.
    find, find_all = first, all

    def names(self) -> set[str]:
        """Return the class and id names of every element."""
        return walks.names(self.root)

    def identity(self, node: LxmlNode) -> int:
        """Return a number that is the same for the same element of this document."""
        return node.mem_id

    def attribute(self, node: LxmlNode, name: str) -> str | None:
        """Return an attribute's value, None where the element lacks it."""
        return node.attributes.get(name)


class LxmlNode:
    """
    An lxml element, or a stretch of its text, with the names that selectolax gives to nodes.
    """

    __slots__ = ("_tail_of", "_text", "element")

    def __init__(self, element: Any, text: str | None = None, tail_of: Any = None) -> None:
        self.element, self._text, self._tail_of = element, text, tail_of

    @property
    def tag(self) -> str:
        if self._text is not None:
            return "-text"
        return self.element.tag if isinstance(self.element.tag, str) else "-comment"

    @property
    def tag_id(self) -> str:
        # Lexbor numbers tags; whoever looks numbers up knows the names too.
        return self.tag

    @property
    def is_empty_text_node(self) -> bool:
        return self._text is not None and self._text.isspace()

    @property
    def text_content(self) -> str:
        return self._text or ""

    @property
    def attributes(self) -> dict[str, str | None]:
        return dict(self.element.attrib)

    @property
    def mem_id(self) -> int:
        # lxml keeps one proxy per element while somebody holds it; the path is what stays the same.
        return hash(self.element.getroottree().getpath(self.element))

    @property
    def parent(self) -> LxmlNode | None:
        above = self.element if self._text is not None and self._tail_of is None else self.element.getparent()
        return None if above is None else LxmlNode(above)

    @property
    def child(self) -> LxmlNode | None:
        if self._text is not None or not isinstance(self.element.tag, str):
            return None
        if self.element.text:
            return LxmlNode(self.element, self.element.text)
        return LxmlNode(self.element[0]) if len(self.element) else None

    @property
    def next(self) -> LxmlNode | None:
        if self._text is not None and self._tail_of is None:
            return LxmlNode(self.element[0]) if len(self.element) else None
        if self._text is None and self.element.tail:
            return LxmlNode(self.element, self.element.tail, tail_of=self.element)
        after = self.element.getnext()
        return None if after is None else LxmlNode(after)

    def css(self, query: str) -> list[LxmlNode]:
        selector = _QUERIES.get(query)
        if selector is None:
            selector = _QUERIES[query] = etree.XPath(_TRANSLATOR.css_to_xpath(_portable(query)))
        inside = set(self.element.iter())
        return [LxmlNode(found) for found in selector(self.element.getroottree()) if found in inside]

    def css_first(self, query: str) -> LxmlNode | None:
        return next(iter(self.css(query)), None)

    def text(self) -> str:
        return "".join(self._texts())

    def _texts(self) -> Iterator[str]:
        yield from (str(text) for text in self.element.itertext())


class _Translator(HTMLTranslator):
    """
    CSS to XPath, with Lexbor's one extension: an element whose own text contains a word.
    """

    def xpath_lexbor_contains_function(self, xpath: Any, function: Any) -> Any:
        """Return the path with the condition that one of the element's own text nodes holds the word."""
        word = self.xpath_literal(function.arguments[0].value)
        return xpath.add_condition(f"text()[contains(., {word})]")


_TRANSLATOR = _Translator()


def _portable(query: str) -> str:
    """Return the query without what cssselect does not know: the case flag of attribute values."""
    return query.replace('" i]', '"]')
