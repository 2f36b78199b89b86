"""
One page on its way to being read: bytes or text in, documents out, each made only when needed.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, AnyStr
from weakref import proxy

from newsparse import provenance
from newsparse.charset import UTF8, declared
from newsparse.decode import clean, decode, read_slice, sniff
from newsparse.document import utf8
from newsparse.document.compiled import find
from newsparse.document.depth import DEEPEST, may_be_deep, too_deep
from newsparse.document.lexbor import LexborDocument
from newsparse.document.outline import Outline, outline
from newsparse.document.plain import plain_body
from newsparse.document.source import Source, address, linked_hosts
from newsparse.document.window import cut
from newsparse.errors import PageError
from newsparse.extract.signs import SIGNS
from newsparse.rules import Window

#: How a head declares each address: the word that tells the tag, and the attribute that holds it.
_ADDRESSES = {"canonical": (b"canonical", b"href"), "og:url": (b"og:url", b"content"), "base": (b"<base", b"href")}
_BODY_TAG = (b"</head", b"<body", b"<BODY")
_BODY_TAG_TEXT = ("</head", "<body", "<BODY")
#: Not yet looked for.
_UNREAD = "?"


class Page:
    """
    The page that one parse reads; it lives for that parse only.
    """

    __slots__ = (
        "__weakref__",
        "_decoded",
        "_document",
        "_encoded",
        "_names",
        "_outline",
        "_raw_head",
        "_text",
        "_utf8",
        "_wanted",
        "charset",
        "data",
        "engine",
        "source",
        "url",
        "window_reason",
    )  # fmt: skip

    def __init__(
        self, data: bytes | str, url: str | None, charset: str | None, engine: Callable[[str], Any] = LexborDocument
    ) -> None:
        self.url, self.charset, self.engine = url, charset, engine
        self._wanted: str | None = _UNREAD
        self._raw_head: bytes | None = None
        self._encoded: bytes | None = None
        self._text: str | None = None
        #: The text as Lexbor takes it, where it was to be had without decoding.
        self._utf8: bytes | None = None
        self._decoded: provenance.Decoded | None = None
        self._document: Any = None
        self._outline: Outline | None = None
        self._names: frozenset[str] | None = None
        self.window_reason: str | None = None
        if isinstance(data, str):
            # Lone surrogates cannot be written down again; the engine drops them, so do we.
            self._text = clean(data)
            self._decoded = provenance.Decoded("str", "caller")
            self.data = None
        else:
            self.data = bytes(data) if not isinstance(data, bytes) else data
        # A proxy, because a page that refers to itself keeps its tree, which is large and unknown to Python's
        # garbage collector, until that happens to run.
        me = proxy(self)
        self.source = Source(lambda: str(me.text), lambda: me.head)

    @property
    def text(self) -> str:
        """The page's text, decoded once."""
        if self._text is None:
            self._read()
        if self._text is None:
            self._text = (self._utf8 or b"").decode()
        return self._text

    def _read(self) -> None:
        """Bring the page into UTF-8, or decode it where that takes mending."""
        if self._text is not None or self._utf8 is not None:
            return
        if self.data is None:
            raise PageError(self.url, "empty", "no data")
        quick = utf8.whole(self.data, self.charset) if self.engine is LexborDocument else None
        if quick is not None:
            self._utf8, self._decoded = quick
            return
        self._text, self._decoded = decode(self.data, self.charset)
        if self._decoded.encoding == UTF8 and not self._decoded.replacements and not _mended(self.data):
            self._utf8 = self.data

    @property
    def decoded(self) -> provenance.Decoded:
        """How the bytes became text; on the window path what the label says."""
        if self._decoded is None:
            return provenance.Decoded(*sniff(self.data or b"", self.charset))
        return self._decoded

    @property
    def wanted(self) -> str | None:
        """The codec that the page's label means, None where it has no label."""
        if self._wanted is _UNREAD:
            self._wanted = declared(self.data or b"", self.charset)[1]
        return self._wanted

    def address(self, name: str) -> str | None:
        """Return the ``canonical``, ``og:url`` or ``base`` address that the page's head declares, None where it has none."""
        word, attribute = _ADDRESSES[name]
        return address(self._bytes_head(), word, attribute)

    def linked_hosts(self) -> Counter[str]:
        """Return how often the page's links lead to each host."""
        return linked_hosts(self._bytes())

    def mentions(self, hosts: Iterable[str]) -> bool:
        """Tell whether one of the hosts stands anywhere on the page."""
        data = self._bytes()
        return any(find(data, host.encode(), 0) >= 0 for host in hosts)

    def holds(self, markup: str) -> bool:
        """Tell whether the markup stands anywhere on the page."""
        self._read()
        return markup in self.text if self._utf8 is None else find(self._utf8, markup.encode(), 0) >= 0

    def _bytes(self) -> bytes:
        """Return the page's bytes; text is turned into UTF-8 once."""
        if self._encoded is None:
            self._encoded = self.data if self.data is not None else self.text.encode("utf-8", "replace")
        return self._encoded

    def _bytes_head(self) -> bytes:
        """Return the bytes before the body tag, all of them where there is none."""
        if self._raw_head is None:
            data = self._bytes()
            end = body_start(data, _BODY_TAG)
            self._raw_head = data[:end] if end > 0 else data
        return self._raw_head

    @property
    def document(self) -> Any:
        """The whole page, parsed once."""
        if self._document is None:
            self._read()
            self._document = self.parse(self.text if self._utf8 is None else self._utf8)
        return self._document

    @property
    def names(self) -> frozenset[str]:
        """Every class and id name on the page."""
        if self._names is None:
            self._names = frozenset(self.document.names())
        return self._names

    def parse(self, text: str | bytes) -> Any:
        """
        Return a document of the page's text, or of a part of it.

        Args:
            text: the markup, as bytes where it was UTF-8 before: Lexbor works on UTF-8, and turning text
                back into it costs a tenth of the parse.

        Raises:
            PageError: it nests deeper than a parser can be trusted with.
        """
        if isinstance(text, bytes):
            if self.engine is not LexborDocument or may_be_deep(text):
                return self.parse(text.decode())
            return LexborDocument(text)
        if too_deep(text):
            raise PageError(self.url, "too_large", f"elements nested more than {DEEPEST} deep")
        return self.engine(text)

    @property
    def outline(self) -> Outline:
        """What the generic reader looks at: the whole page's lines, and its metadata."""
        if self._outline is None:
            body = self._plain_body() if self._document is None else None
            self._outline = outline(self.document.body if body is None else body, self.source, self.url, SIGNS)
        return self._outline

    def _plain_body(self) -> Any:
        """Return the body of a page that can be read without the parser, None of others."""
        self._read()
        text = self._utf8
        return None if text is None or self.engine is not LexborDocument or may_be_deep(text) else plain_body(text)

    def window(self, windows: Sequence[Window]) -> Any:
        """
        Return the parsed slices, or None where the whole page must be parsed; ``window_reason`` says why.
        """
        # Text is cut by the same landmarks; the round trip costs less than parsing the rest of the page.
        data = self._bytes()
        slices = cut(data, [landmarks(window) for window in windows])
        self.window_reason = slices.reason
        if slices.pieces is None:
            return None
        wanted = UTF8 if self.data is None else self.wanted
        # What a slice leaves open must not take in the next one; portals leave nothing open but div.
        pieces = [piece + b"</div>" * window.open for piece, window in zip(slices.pieces, windows, strict=True)]
        quick = [plain for piece in pieces if (plain := utf8.piece(piece, wanted)) is not None]
        if len(quick) == len(pieces):
            return self.parse(b"".join(quick))
        texts = [text for piece in pieces if (text := read_slice(piece, wanted)) is not None]
        if len(texts) < len(pieces):
            self.window_reason = "slice not decodable by its label"
            return None
        return self.parse(b"".join(pieces) if wanted == UTF8 and not any(map(_mended, pieces)) else "".join(texts))

    @property
    def head(self) -> str | bytes:
        """The text before the body tag, the whole page's where there is none; as UTF-8 where that is at hand."""
        if self._text is None and self._utf8 is not None:
            if self._utf8 is self.data:
                return self._bytes_head()
            end = body_start(self._utf8, _BODY_TAG)
            return self._utf8[:end] if end > 0 else self._utf8
        if self._text is None and self.data is not None:
            head = self._bytes_head()
            if len(head) < len(self.data):
                slice_of = read_slice(head, self.wanted)
                if slice_of is not None:
                    return slice_of
        text = self.text
        end = body_start(text, _BODY_TAG_TEXT)
        return text[:end] if end > 0 else text


def _mended(data: bytes) -> bool:
    """Tell whether decoding takes something out of the text that still is in the bytes: NULs, the mark."""
    return b"\0" in data or data.startswith(BOM_UTF8)


def body_start(data: AnyStr, tags: tuple[AnyStr, AnyStr, AnyStr]) -> int:
    """
    Return where the body tag begins, -1 where there is none.

    Args:
        tags: the end of the head, from where it is looked for first (a longer word is found in less time), and
            the body's start in both cases.
    """
    head_end, lower, upper = tags
    seek: Callable[..., int] = str.find if isinstance(data, str) else find
    found = seek(data, lower, max(seek(data, head_end, 0), 0))
    if found < 0:
        found = seek(data, lower, 0)
    return found if found >= 0 else seek(data, upper, 0)


_LANDMARKS: dict[Window, tuple[bytes, bytes, int]] = {}


def landmarks(window: Window) -> tuple[bytes, bytes, int]:
    """
    Return a window's landmarks as bytes, and how many elements its slice leaves open.
    """
    found = _LANDMARKS.get(window)
    if found is None:
        found = _LANDMARKS[window] = (window.start.encode("ascii"), window.end.encode("ascii"), window.open)
    return found
