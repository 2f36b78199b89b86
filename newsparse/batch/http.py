"""
The body of an archived HTTP response: bytes as sent in, bytes of the page out.

Archives differ in what they keep: some store the body as it came over the wire,
some decode it and leave the header that says otherwise.  So a coding that does
not fit its body is a warning, and the body is taken as it is; only a body that
is plainly compressed and cannot be unpacked is an error.
"""

from __future__ import annotations

import importlib
import re
import zlib
from collections.abc import Callable

from newsparse.errors import PageError

#: Unpacked bodies above this many bytes are cut: a bomb must not take the worker's memory.
LIMIT = 64 << 20

# A compressed body holds a "<" by chance; it does not hold one of these.
_TAG = re.compile(rb"(?i)<(?:!doctype|html|head|meta|title|body|div|table|script|\?xml)")

_MAGIC = {b"\x1f\x8b": "gzip", b"\x28\xb5\x2f\xfd": "zstd"}


def decode_body(body: bytes, transfer: str | None, content: str | None) -> tuple[bytes, str | None]:
    """
    Undo ``Transfer-Encoding`` and ``Content-Encoding``.

    Args:
        body: the bytes after the blank line.
        transfer: the header ``Transfer-Encoding``, None when there is none.
        content: the header ``Content-Encoding``, None when there is none.

    Returns:
        The page's bytes, and a warning when a header did not fit the body.

    Raises:
        PageError: the body is compressed and cannot be unpacked.
    """
    warning = None
    if transfer and "chunked" in transfer.lower():
        joined = _dechunk(body)
        if joined is None:
            warning = "Transfer-Encoding says chunked, the body is not"
        else:
            body = joined
    if content:
        for coding in reversed([part.strip().lower() for part in content.split(",")]):
            body, problem = _decode(body, coding)
            warning = warning or problem
    return body, warning


def _decode(body: bytes, coding: str) -> tuple[bytes, str | None]:
    if not body or coding in ("", "identity"):
        return body, None
    actual = _MAGIC.get(body[:2]) or _MAGIC.get(body[:4])
    if actual and actual != coding.removeprefix("x-"):
        return _unpack(body, actual), f"Content-Encoding says {coding}, the body is {actual}"
    if coding not in _UNPACK:
        return body, f"Content-Encoding {coding!r} is not known"
    plain = actual is None and _looks_like_html(body)
    try:
        unpacked = _unpack(body, coding)
    except PageError:
        if plain:
            return body, f"Content-Encoding says {coding}, the body is not"
        raise
    # Brotli takes some plain texts for the beginning of a stream, and gives nothing.
    if plain and not unpacked:
        return body, f"Content-Encoding says {coding}, the body is not"
    return unpacked, None


def _unpack(body: bytes, coding: str) -> bytes:
    try:
        return _UNPACK[coding](body)
    except ModuleNotFoundError as error:
        reason = f"{coding} needs the package {error.name}"
        raise PageError(url=None, reason="undecodable", message=reason) from error
    except Exception as error:  # each codec has an error class of its own
        reason = f"Content-Encoding {coding}: {error}"
        raise PageError(url=None, reason="undecodable", message=reason) from error


def _looks_like_html(body: bytes) -> bool:
    return _TAG.search(body, 0, 4096) is not None


def _dechunk(body: bytes) -> bytes | None:
    """Join the chunks; None when the body is not chunked. A last chunk that is cut off is kept."""
    parts: list[bytes] = []
    place = 0
    while True:
        end = body.find(b"\r\n", place, place + 64)
        if end < 0:
            return b"".join(parts) if parts and place + 64 > len(body) else None
        try:
            size = int(body[place:end].split(b";", 1)[0], 16)
        except ValueError:
            return None
        if size == 0:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        place = end + 2 + size + 2


def _gunzip(body: bytes) -> bytes:
    return zlib.decompressobj(31).decompress(body, LIMIT)


def _inflate(body: bytes) -> bytes:
    # RFC 9110 means zlib; some servers send a bare deflate stream.
    try:
        return zlib.decompressobj().decompress(body, LIMIT)
    except zlib.error:
        return zlib.decompressobj(-15).decompress(body, LIMIT)


def _unbrotli(body: bytes) -> bytes:
    unpacked: bytes = importlib.import_module("brotli").Decompressor().process(body, output_buffer_limit=LIMIT)
    return unpacked


def _unzstd(body: bytes) -> bytes:
    unpacked: bytes = importlib.import_module("zstandard").ZstdDecompressor().stream_reader(body).read(LIMIT)
    return unpacked


_UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _gunzip,
    "x-gzip": _gunzip,
    "deflate": _inflate,
    "br": _unbrotli,
    "zstd": _unzstd,
}
