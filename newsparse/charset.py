"""
The labels of encodings: what header, byte order mark and ``<meta>`` say of a page,
before anybody looks at its text.

In go the first bytes of a page and the header's charset, out comes the label that
counts, with the codec of Python that it means.  Whether the label tells the truth
is ``decode``'s affair.
"""

from __future__ import annotations

import codecs
import re

from newsparse import lazy

UTF8 = "utf-8"
GB = "gb18030"
BIG5 = "big5hkscs"
LATIN = "cp1252"

#: Python's codec, and the labels that mean it.  Python's own look-up is no help:
#: its gb2312 lacks 镕, its gbk lacks 𠮷, and "hex" is an encoding to it.
_CODECS = {
    # UTF-16 is here for the reason the WHATWG gives: a label that can be read as ASCII is not written in it.
    UTF8: "utf-8 utf8 utf_8 utf-8-sig utf8mb4 unicode-1-1-utf-8 unicode11utf8 x-unicode20utf8"
    " utf-16 utf-16le utf-16be unicode ucs-2 iso-10646-ucs-2",
    GB: "gb2312 gbk gb18030 gb_2312-80 gb2312-80 gb_2312 x-gbk csgb2312 chinese iso-ir-58 csiso58gb231280 euc-cn"
    " x-euc-cn cp936 ms936 windows-936",
    BIG5: "big5 big5-hkscs big5hkscs cn-big5 x-x-big5 csbig5 big-5 x-big5 cp950 ms950 windows-950",
    LATIN: "iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 latin-1 l1 cp1252 windows-1252 x-cp1252 ascii us-ascii"
    " ansi_x3.4-1968 cp819 ibm819 x-user-defined",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j csshiftjis",
    "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
    "iso2022_jp": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr ks_c_5601-1987 ksc5601 ksc_5601 korean windows-949 uhc cseuckr",
    "iso2022_kr": "iso-2022-kr csiso2022kr",
    "hz": "hz-gb-2312 hz",
    "cp1250": "windows-1250 cp1250",
    "cp1251": "windows-1251 cp1251",
    "cp1254": "windows-1254 iso-8859-9 latin5",
    "cp1258": "windows-1258 cp1258",
    "cp874": "windows-874 tis-620 iso-8859-11",
    "koi8_r": "koi8-r koi8",
    "iso8859_2": "iso-8859-2 latin2",
    "iso8859_15": "iso-8859-15 latin-9",
}
_LABELS = {label: codec for codec, labels in _CODECS.items() for label in labels.split()}

#: How far into the page a label is looked for, and how far into a tag.
PRESCAN = 4096
_TAG = 1024

_ATTRIBUTE = lazy.compile(rb""">|([^\s"'>/=]{1,40})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|["']?([^\s<>"']+))""")
_CHARSET = lazy.compile(rb"""charset\s{0,20}=\s{0,20}["']?\s{0,20}([^\s"'>;,/]{1,40})""", re.IGNORECASE)
_LABEL = lazy.compile(rb"""\s{0,20}([^\s"'>;,/]{1,40})""")
_XML = lazy.compile(rb"""\s{0,40}<\?xml[^>]{0,200}?\sencoding\s{0,20}=\s{0,20}["']([^"'>]{1,40})["']""", re.IGNORECASE)
#: The ways in which nearly every page says it, from the tag to its end.
_USUAL = lazy.compile(
    rb"""<meta {1,4}(?:(?:http-equiv="content-type" {1,4})?content="text/html; {0,4}charset=|charset=")([a-z0-9_-]{1,40})\""""
    rb"""(?: {1,4}http-equiv="content-type")? {0,4}/?>""",
    re.IGNORECASE,
)
_CONTENT_TYPES = (b"text/html", b"application/xhtml")


def codec_of(label: str | None) -> str | None:
    """
    Return Python's codec for a charset label, None when the label means nothing.
    """
    if label is None:
        return None
    return _LABELS.get(label) or _LABELS.get(label.strip(" \t\r\n\f\"'").lower())


def declared(data: bytes, charset: str | None, usual: str | None = None) -> tuple[str | None, str | None, str]:
    """
    Return the label that counts, its codec, and where it was found: ``bom``, ``header``, ``meta``, else ``content``.

    A Latin-1 header gives way to the page's own label, an unknown label to any other.

    Args:
        data: the page.
        charset: as for ``decode``.
        usual: ``usual_label`` of the page, for a caller that has it.
    """
    header = _header(charset) if charset else None
    wanted = codec_of(header)
    label, origin = header, "header" if header is not None else "content"
    if wanted is None or wanted == LATIN:
        meta, codec = usual, codec_of(usual)
        if codec is None:
            meta = _prescan(data[:PRESCAN])
            codec = codec_of(meta)
        if meta is not None and (wanted is None or codec is not None):
            label, wanted, origin = meta, codec, "meta"
    if data.startswith(codecs.BOM_UTF8):
        return label, UTF8, "bom"
    return label, wanted, origin


def _header(charset: str) -> str | None:
    """
    Return the label in a header's charset, or in a whole ``Content-Type``.
    """
    if "=" in charset or "/" in charset:
        found = _CHARSET.search(charset.encode("ascii", "replace"))
        return str(found[1], "ascii") if found else None
    return charset.strip() or None


def _prescan(head: bytes) -> str | None:
    """
    Return the label of the first ``<meta>`` that gives a known one, else an unknown one, else XML's.
    """
    usual = usual_label(head)
    return _searched(head) if codec_of(usual) is None else usual


def _searched(head: bytes) -> str | None:
    """
    Return what ``_prescan`` does, however the tags are written.
    """
    lower = head.lower()
    unknown = None
    at, seen = lower.find(b"charset"), -1
    while at >= 0:
        start = lower.rfind(b"<", max(0, seen), at)
        label = _meta_label(head, start) if start != seen and _is_meta(lower, start) else None
        seen = start
        if codec_of(label) is not None:
            return label
        unknown = unknown or label
        at = lower.find(b"charset", at + 7)
    xml = _XML.match(head) if unknown is None and b"<?xml" in lower else None
    return unknown if xml is None else str(xml[1], "ascii", "replace")


def usual_label(opening: bytes) -> str | None:
    """
    Return the label of a first tag that is written as usual, known or not; None of others.

    No more of the page is looked at than what precedes that tag.  What native/scan_label.c does where it is compiled.
    """
    at = opening.find(b"charset")
    lower = opening[: at + 7].lower()
    if at < 0 or lower.find(b"charset") < at:
        return None
    start = lower.rfind(b"<")
    found = _USUAL.match(opening, max(0, start))
    if found is None or found.start(1) < at or not _is_meta(lower, start):
        return None
    return str(found[1], "ascii")


def _is_meta(lower: bytes, start: int) -> bool:
    """
    Tell whether a ``<meta`` tag begins here, outside of comments.
    """
    if start < 0 or not lower.startswith(b"<meta", start) or lower[start + 5] not in b" \t\r\n\f/":
        return False
    opened = lower.rfind(b"<!--", 0, start)
    return opened < 0 or lower.find(b"-->", opened + 2, start) >= 0


def _meta_label(head: bytes, start: int) -> str | None:
    """
    Return the label of the ``<meta`` tag that begins here, None when it speaks of something else.
    """
    attributes: dict[bytes, bytes] = {}
    for found in _ATTRIBUTE.finditer(head, start + 5, start + _TAG):
        if found[1] is None:
            break
        attributes.setdefault(found[1].lower(), found[2] or found[3] or found[4] or b"")
    label = _LABEL.match(attributes.get(b"charset", b""))
    if label is None:
        content = attributes.get(b"content", b"")
        pragma = attributes.get(b"http-equiv", b"").strip().lower() == b"content-type"
        # Some templates leave http-equiv out; "charset=" in a description is another matter.
        if pragma or content.lstrip().lower().startswith(_CONTENT_TYPES):
            label = _CHARSET.search(content)
    return None if label is None else str(label[1], "ascii", "replace")
