"""
Data that is no page at all: asked once nothing was found, so that an image is not called a list of links.
"""

from __future__ import annotations

from newsparse import lazy

_PAGE = lazy.compile(rb"(?i)<(?:!doctype|html|head|meta|title|body|div|table|p\b|\?xml)")
_FILES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b")
#: Bytes that are looked at.
_HEAD = 4096


def foreign(data: bytes | str) -> str | None:
    """
    Return what shows that the data is no page, None where it may be one.
    """
    if isinstance(data, str):
        return None if "<" in data else "no markup"
    head = bytes(data[:_HEAD])
    if head.startswith(_FILES):
        return "the bytes of another kind of file"
    if b"\0" in head:  # as in a page in UTF-16, too
        return None if _PAGE.search(head.replace(b"\0", b"")) else "the bytes of another kind of file"
    return None if b"<" in bytes(data) else "no markup"
