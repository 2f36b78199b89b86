"""
Bytes of a page in, text out, and a record of how it was decided.

Theory.  Browsers believe the byte order mark, then the HTTP header, then
``<meta>`` (the WHATWG's order), and read the labels gb2312 and gbk as gb18030.
Chinese pages need three rules more, all of them about labels that lie:

- Bytes that are valid UTF-8 are UTF-8.  A page moved to a new CMS often keeps its
  ``charset=gb2312``; read so it becomes ``鏉窞``, without any error.
- ``iso-8859-1`` is what an old server says when nobody told it anything.
- A page that says utf-8 and is not: a few bad bytes are damage and become
  U+FFFD, many of them are another encoding.

``decode`` reads a whole page.  ``sniff`` only decides, and ``decode_slice`` reads
a piece cut at ``<``, for callers that need no more than parts of the page.  The
three agree on every character, because ``<`` is never part of a GB, Big5 or
UTF-8 character, and here a bad byte never takes an ASCII byte with it.

What this module knows of HTML is ``<meta charset>`` and comments, no more.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from functools import cache
from itertools import islice

from newsparse import lazy
from newsparse.charset import BIG5, GB, LATIN, PRESCAN, UTF8, codec_of, declared
from newsparse.provenance import Decoded

#: Encodings whose every byte is ASCII: nothing but the label tells them.
_SEVEN_BIT = frozenset({"hz", "iso2022_jp", "iso2022_kr"})
#: Encodings in which ``<`` may be part of a character.
_NOT_SLICED = _SEVEN_BIT | {"utf_16_le", "utf_16_be"}
#: What a guess from the bytes alone may answer; everything else needs a label.
_GUESSED = frozenset({GB, BIG5, "cp932", "euc_jp", "cp949"})

#: How much of the page around the first fault is weighed.
_WEIGHED = 1 << 16
#: Characters of valid UTF-8 that are no accident: GB text has one for every three or more faults.
_NO_ACCIDENT = 8
#: Continuation bytes of valid UTF-8 in a slice that leave no doubt about the whole page.
_NO_SLICE_ACCIDENT = 200

_HIGH = bytes(range(0x80, 0x100))
_REPLACEMENT = {UTF8: b"\xef\xbf\xbd", GB: b"\x84\x31\xa4\x37"}
_SURROGATE = lazy.compile("[\ud800-\udfff]")

_PAIR = lazy.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")
#: The 3,755 everyday characters of GB 2312 and its punctuation; the 5,401 of Big5, and its own.
_GB_EVERYDAY = lazy.compile(rb"[\xa1-\xa3\xb0-\xd7][\xa1-\xfe]")
_BIG5_EVERYDAY = lazy.compile(rb"[\xa4-\xc6][\x40-\x7e\xa1-\xfe]|\xa1[\x40-\x7e]")

#: Characters that Python's Big5-HKSCS gives another code point than browsers do.
#: The first stands between the parts of every transliterated name.
_BIG5_BROWSER = tuple(zip("•∼､¥¢£‾♁☉￭", "‧～﹑￥￠￡¯⊕⊙▓", strict=True))


def decode(data: bytes, charset: str | None = None) -> tuple[str, Decoded]:
    """
    Return the page as text, and how it was read.  Never fails.

    Args:
        data: the bytes of the page.
        charset: the charset of the HTTP header, or what the caller knows; a whole
            ``Content-Type`` value will do.
    """
    codec, source, label, text = _decide(data, charset)
    replacements = 0
    if text is None:
        text, replacements = _read(data, codec)
    return _tidy(text, codec, data), Decoded(codec, source, label, replacements)


def sniff(data: bytes, charset: str | None = None) -> tuple[str, str, str | None]:
    """
    Return Python's codec name, what decided, and the declared label, as ``decode`` would.

    Where the page opens as the UTF-8 that it declares, the rest is not looked at.
    """
    label, wanted, origin = declared(data, charset)
    if wanted == UTF8 and _opens_as_utf8(data) and _wide(data) is None:
        return UTF8, origin, label
    return _decide(data, charset)[:3]


def decode_slice(piece: bytes, codec: str) -> str | None:
    """
    Return the text of a piece of the page, from a ``<`` (or the page's start) to another.

    Args:
        piece: the bytes.
        codec: what ``sniff`` or ``decode`` said of the page.

    Returns:
        None when the piece shows that the codec is wrong or the bytes are damaged, and
        for codecs that cannot be cut at ``<``: the whole page must be decoded then.
    """
    if codec in _NOT_SLICED:
        return None
    piece = piece.removeprefix(codecs.BOM_UTF8)
    if piece.isascii():
        text: str | None = str(piece, "ascii")
    elif codec == UTF8 or (codec in (GB, BIG5) and _strict(piece, UTF8) is None):
        text = _strict(piece, codec)
    else:
        text = None
    return None if text is None else _tidy(text, codec, piece)


def read_slice(piece: bytes, wanted: str | None) -> str | None:
    """
    Return the text of a piece as ``decode_slice`` does, for a caller that has only the page's label.

    Args:
        piece: the bytes, from a ``<`` to another.
        wanted: the codec that the label means (``charset.declared``), None where there is no label.

    Returns:
        None where the piece is too little to tell, or shows that the label is wrong.
    """
    if wanted in (GB, BIG5):
        text = _strict(piece, UTF8)
        if text is None or piece.isascii():
            return decode_slice(piece, wanted)
        # Valid UTF-8 under another label: so much of it is no accident.
        return _tidy(text, UTF8, piece) if len(piece) - len(text) > _NO_SLICE_ACCIDENT else None
    if wanted not in (None, UTF8, LATIN):
        return None
    text = _strict(piece, UTF8)
    if text is None or accidental(len(piece) - len(text)):
        return None
    return _tidy(text, UTF8, piece)


def accidental(continuing: int) -> bool:
    """
    Tell whether a piece has so few bytes that continue a character, that it may be UTF-8 by accident: 也 in GB is a letter.
    """
    return 0 < continuing < _NO_ACCIDENT


def clean(text: str) -> str:
    """
    Return text that a caller decoded without what no serialiser takes: NUL characters, lone surrogates, a mark.
    """
    if "\0" in text:
        text = text.replace("\0", "")
    try:
        text.encode(UTF8)
    except UnicodeEncodeError:
        text = _SURROGATE.sub("\ufffd", text)
    return text.removeprefix("\ufeff")


# Deciding


def _decide(data: bytes, charset: str | None) -> tuple[str, str, str | None, str | None]:
    """
    Return codec, source, label, and the text where deciding gave it for nothing.
    """
    label, wanted, origin = declared(data, charset)
    wide = _wide(data)
    if wide is not None:
        return *wide, label, None
    fault = None if wanted == UTF8 else _fault(data[:PRESCAN])
    if fault is None:
        try:
            text = data.decode(UTF8)
        except UnicodeDecodeError as error:
            fault = error.start
    if fault is not None:
        return *_settle(data, fault, wanted, origin), label, None
    codec, source = _valid(wanted, origin, len(text) == len(data))
    return codec, source, label, None if codec in _SEVEN_BIT else text


def _valid(wanted: str | None, origin: str, ascii_only: bool) -> tuple[str, str]:
    """
    Return codec and source for bytes that are valid UTF-8, which beats every other label.
    """
    if wanted == UTF8:
        return UTF8, origin
    return (UTF8, "content") if wanted is None or not ascii_only else (wanted, origin)


def judge(
    data: bytes, charset: str | None, fault: int, ascii_only: bool, usual: str | None
) -> tuple[str, str, str | None]:
    """
    Return what ``sniff`` does, for a caller that has looked at every byte.

    Args:
        data: the page, which is not UTF-16 (it holds no NUL).
        charset: as for ``decode``.
        fault: the first byte that UTF-8 does not allow, -1 where there is none.
        ascii_only: every byte is ASCII.
        usual: ``charset.usual_label`` of the page.
    """
    label, wanted, origin = declared(data, charset, usual)
    found = _valid(wanted, origin, ascii_only) if fault < 0 else _settle(data, fault, wanted, origin)
    return *found, label


def _settle(data: bytes, at: int, wanted: str | None, origin: str) -> tuple[str, str]:
    """
    Return codec and source for bytes that are not valid UTF-8.

    Args:
        data: the page.
        at: the first byte that UTF-8 does not allow.
        wanted: the codec that the label means.
        origin: where the label was found.
    """
    if wanted is not None and wanted not in (UTF8, LATIN) and wanted not in _SEVEN_BIT:
        # The label is believed, unless what is before the fault is too much UTF-8 to be an accident.
        valid, faults = _evidence(data, at, 512)
        if valid > _NO_ACCIDENT + faults:
            valid, faults = _evidence(data, at, _WEIGHED)
            if valid > _NO_ACCIDENT + 4 * faults:
                return UTF8, "content"
        return wanted, origin
    valid, faults = _evidence(data, at, _WEIGHED)
    if wanted == UTF8 and (valid > faults or _opens_as_utf8(data)):
        return UTF8, origin
    if valid > 2 * faults:
        return UTF8, "content"
    guessed = _guess(data, at)
    if guessed is not None:
        return guessed, "detected"
    # Nothing was recognised: the label is all there is, and without one, China's own encoding.
    return (wanted, origin) if wanted in (UTF8, LATIN) else (GB, "detected")


def _wide(data: bytes) -> tuple[str, str] | None:
    """
    Return codec and source when a byte order mark or a pattern of NULs shows UTF-16.
    """
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf_16_le", "bom"
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf_16_be", "bom"
    if b"\0" not in data[:64]:
        return None
    head = data[:512]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if 5 * (even + odd) < len(head):
        return None
    if odd > 8 * even:
        return "utf_16_le", "content"
    return ("utf_16_be", "content") if even > 8 * odd else None


def _opens_as_utf8(data: bytes) -> bool:
    """
    Tell whether the beginning is valid UTF-8, and not for want of anything but ASCII.
    """
    opening = data[:PRESCAN]
    try:
        text, length = codecs.utf_8_decode(opening, "strict", False)
    except UnicodeDecodeError:
        return False
    # Every character beyond ASCII takes one or two bytes more than it counts (three, rarely).
    return length - len(text) >= 2 * _NO_ACCIDENT


def _fault(opening: bytes) -> int | None:
    """
    Return where the beginning of a page stops being UTF-8: cheaper than asking the whole, which the exception copies.
    """
    try:
        codecs.utf_8_decode(opening, "strict", False)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _evidence(data: bytes, at: int, reach: int) -> tuple[int, int]:
    """
    Return how many characters beyond ASCII are valid UTF-8 around this place, and how many faults there are.
    """
    data = data[max(0, at - 4 * reach) : at + reach]
    text = data.decode(UTF8, "replace")
    faults = text.count("\ufffd") - data.count(_REPLACEMENT[UTF8])
    ascii_only = len(data.translate(None, _HIGH))
    return len(text) - ascii_only - faults, faults


def _guess(data: bytes, at: int) -> str | None:
    """
    Return the codec that the bytes from here on look like, None when they look like none.
    """
    detect = _detector()
    if detect is not None:
        codec = codec_of(detect(data))
        if codec in _GUESSED:
            return codec
    pairs = [match[0] for match in islice(_PAIR.finditer(data, at), 2000)]
    gb = sum(_GB_EVERYDAY.match(pair) is not None for pair in pairs)
    big5 = sum(_BIG5_EVERYDAY.match(pair) is not None for pair in pairs)
    if 2 * max(gb, big5) <= len(pairs):
        return None
    return GB if gb >= big5 else BIG5


@cache
def _detector() -> Callable[[bytes], str | None] | None:
    """
    Return the detector of the extra ``fast``, which knows Japanese and Korean too; None without it.
    """
    try:
        from resiliparse.parse.encoding import detect_encoding
    except ImportError:
        return None
    return lambda data: detect_encoding(data, html5_compatible=False)


# Reading


def _strict(data: bytes, codec: str) -> str | None:
    """
    Return the text, None when the codec does not allow a byte of it.
    """
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None


def _read(data: bytes, codec: str) -> tuple[str, int]:
    """
    Return the text, faults replaced, and the number of faults.
    """
    if codec != UTF8:
        data = data.removeprefix(codecs.BOM_UTF8)
    text = _strict(data, codec)
    if text is not None:
        return text, 0
    text = data.decode(codec, "replace" if codec == UTF8 else "newsparse")
    genuine = _REPLACEMENT.get(codec)
    return text, text.count("\ufffd") - (data.count(genuine) if genuine else 0)


def _mend(error: UnicodeError) -> tuple[str, int]:
    """
    Replace one bad byte, and never the ASCII after it: Python's ``replace`` loses ``9<`` of a final ``\\x819<``.
    """
    if not isinstance(error, UnicodeDecodeError):
        raise error
    at = error.start
    if error.encoding == GB and error.object[at] == 0x80:  # as Windows and the WHATWG have it
        return "€", at + 1
    if error.encoding == BIG5 and error.object.startswith(b"\xa3\xe1", at):
        return "€", at + 2
    return "\ufffd", at + 1


codecs.register_error("newsparse", _mend)


def _tidy(text: str, codec: str, data: bytes) -> str:
    """
    Return the text without NULs and byte order mark, with the code points that browsers give.
    """
    if b"\0" in data:
        text = text.replace("\0", "")
    return browser_like(text, codec).lstrip("\ufeff")


def browser_like(text: str, codec: str) -> str:
    """
    Return the text with the code points that browsers give where Python's codec gives others.
    """
    if codec == BIG5:
        for python, browser in _BIG5_BROWSER:
            text = text.replace(python, browser)
    return text
