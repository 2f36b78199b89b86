"""
Bytes of a page in, the same text as UTF-8 out, without a ``str`` in between: Lexbor works on UTF-8.

What ``newsparse.decode`` would say, to the byte, for pages that need no mending: valid UTF-8, and GB 18030 and
Big5 in codes of two bytes.  Of every other page, and where the extension is not built, nothing is
said: the caller decodes it then.
"""

from __future__ import annotations

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from functools import cache

from newsparse.charset import BIG5, GB, LATIN, PRESCAN, UTF8
from newsparse.decode import accidental, browser_like, judge
from newsparse.document.compiled import scan
from newsparse.provenance import Decoded

_MARKS = (BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE)


def whole(data: bytes, charset: str | None) -> tuple[bytes, Decoded] | None:
    """
    Return a page as UTF-8, and how it was read; None where ``decode`` must.
    """
    if not _plain(data):
        return None
    fault, continuing = scan.utf8(data)
    usual = scan.usual_label(data, PRESCAN)
    codec, source, label = judge(data, charset, fault, fault < 0 and not continuing, usual)
    text = _as(data, codec, fault, continuing)
    return None if text is None else (text, Decoded(codec, source, label))


def piece(data: bytes, wanted: str | None) -> bytes | None:
    """
    Return a piece of a page as UTF-8; None where ``read_slice`` must say, or gives nothing either.

    Args:
        data: the bytes, from a ``<`` to another.
        wanted: the codec that the page's label means, None where there is no label.
    """
    if not _plain(data) or wanted not in (None, UTF8, LATIN, GB, BIG5):
        return None
    fault, continuing = scan.utf8(data)
    if wanted not in (GB, BIG5):
        wanted = UTF8
    elif fault < 0 and continuing:
        # Valid UTF-8 under another label.
        return None
    if wanted == UTF8 and accidental(continuing):
        return None
    return _as(data, wanted, fault, continuing)


def _plain(data: bytes) -> bool:
    """Tell whether nothing is to be taken out of the text: no mark, no NULs, which UTF-16 is full of too."""
    return scan is not None and b"\0" not in data and not data.startswith(_MARKS)


def _as(data: bytes, codec: str, fault: int, continuing: int) -> bytes | None:
    """Return the text in UTF-8, by its codec; None where it takes a decoder."""
    if codec == UTF8 or (fault < 0 and not continuing and codec in (GB, BIG5, LATIN)):
        return data if fault < 0 else None
    if codec not in (GB, BIG5):
        return None
    text: bytes | None = scan.transcode(data, _table(codec))
    return text


@cache
def _table(codec: str) -> bytes:
    """Return what every two bytes mean by Python's codec, as browsers have it; codes that mean nothing get a long line."""
    row = b"".join(bytes((0, trail)) + b"\n" for trail in range(0x40, 0xFF))
    pairs = b"".join(row.replace(b"\0", bytes((lead,))) for lead in range(0x81, 0xFF))
    table: bytes = scan.table(browser_like(pairs.decode(codec, "backslashreplace"), codec).encode())
    return table
