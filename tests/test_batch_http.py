"""
Bodies of archived HTTP responses: what was sent comes out, and a header that lies costs nothing.
"""

from __future__ import annotations

import gzip
import zlib

import brotli
import pytest
import zstandard

from newsparse.batch import http
from newsparse.batch.http import decode_body
from newsparse.errors import PageError

PAGE = "<html><body><p>渡口添了两条船。</p></body></html>".encode()


def chunked(body: bytes, size: int = 7) -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x;note=1\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


class TestContentEncoding:
    @pytest.mark.parametrize(
        ("coding", "body"),
        [
            ("gzip", gzip.compress(PAGE, mtime=0)),
            ("X-GZIP", gzip.compress(PAGE, mtime=0)),
            ("deflate", zlib.compress(PAGE)),
            ("deflate", zlib.compress(PAGE)[2:-4]),
            ("br", brotli.compress(PAGE)),
            ("zstd", zstandard.compress(PAGE)),
            ("gzip, br", brotli.compress(gzip.compress(PAGE, mtime=0))),
            ("identity", PAGE),
        ],
    )
    def test_undone(self, coding: str, body: bytes) -> None:
        """Every coding that servers use is undone; deflate is zlib's, or bare as some servers send it."""
        assert decode_body(body, None, coding) == (PAGE, None)

    @pytest.mark.parametrize("coding", ["gzip", "br", "deflate", "zstd", "utf-8"])
    def test_lie(self, coding: str) -> None:
        """A plain body under a coding is taken as it is, with a warning."""
        body, warning = decode_body(PAGE, None, coding)

        assert body == PAGE
        assert warning is not None and coding in warning

    def test_stored(self) -> None:
        """A body that its coding left readable is unpacked all the same."""
        assert decode_body(zlib.compress(PAGE, 0), None, "deflate") == (PAGE, None)

    def test_other_coding(self) -> None:
        """gzip under another name is still gzip, and so is zstd."""
        for moment in range(50):
            packed = gzip.compress(PAGE, mtime=moment * 7919)
            assert decode_body(packed, None, "br") == (PAGE, "Content-Encoding says br, the body is gzip")
        assert decode_body(zstandard.compress(PAGE), None, "gzip")[0] == PAGE
        assert decode_body(gzip.compress(PAGE, mtime=0), None, "utf-8")[0] == PAGE

    def test_cut(self) -> None:
        """A body cut off by the crawler gives what there is of it."""
        body, warning = decode_body(gzip.compress(PAGE * 500, mtime=0)[:-20], None, "gzip")

        assert PAGE.startswith(body[: len(PAGE)]) and len(body) > len(PAGE)
        assert warning is None

    def test_garbage(self) -> None:
        """A body that is compressed by its look and cannot be unpacked is an error, never parsed as text."""
        with pytest.raises(PageError, match="undecodable"):
            decode_body(b"\x1f\x8b\x08garbage" * 20, None, "gzip")

    def test_missing_codec(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without the package for brotli the page is an error that names it."""
        body = brotli.compress(PAGE * 50)

        def missing(name: str) -> None:
            raise ModuleNotFoundError(name=name)

        monkeypatch.setattr(http.importlib, "import_module", missing)
        with pytest.raises(PageError, match="br needs the package brotli"):
            decode_body(body, None, "br")
        assert decode_body(PAGE, None, "br")[0] == PAGE

    def test_bomb(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """What would fill the memory is cut."""
        monkeypatch.setattr(http, "LIMIT", 1000)
        for coding, body in (
            ("gzip", gzip.compress(b"a" * 100_000, mtime=0)),
            ("deflate", zlib.compress(b"a" * 100_000)),
            ("zstd", zstandard.compress(b"a" * 100_000)),
        ):
            assert len(decode_body(body, None, coding)[0]) == 1000
        assert len(decode_body(brotli.compress(b"a" * 10_000_000), None, "br")[0]) < 100_000


class TestTransferEncoding:
    def test_chunked(self) -> None:
        """Chunks are joined."""
        assert decode_body(chunked(PAGE), "chunked", None) == (PAGE, None)

    @pytest.mark.parametrize("cut", range(1, 40))
    def test_cut(self, cut: int) -> None:
        """What a crawler cut off keeps the part before, wherever the cut is."""
        body, warning = decode_body(chunked(PAGE)[:-cut], "chunked", None)

        assert PAGE.startswith(body) and len(body) >= len(PAGE) - cut
        assert warning is None

    def test_joined_already(self) -> None:
        """Crawlers join the chunks and leave the header."""
        body, warning = decode_body(PAGE, "chunked", None)

        assert body == PAGE
        assert warning == "Transfer-Encoding says chunked, the body is not"

    def test_both(self) -> None:
        """A compressed body in chunks."""
        assert decode_body(chunked(gzip.compress(PAGE, mtime=0)), "chunked", "gzip") == (PAGE, None)
