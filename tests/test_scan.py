"""
``newsparse.document._scan`` is an optimisation: on any bytes it says what the Python functions say.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import Saved, fixtures

from newsparse import adapters, charset
from newsparse.charset import codec_of
from newsparse.decode import browser_like, decode, read_slice
from newsparse.document import compiled, source, utf8, window
from newsparse.extract import page as page_module
from newsparse.extract.page import landmarks
from newsparse.provenance import Decoded

scan: Any = compiled.scan
if scan is None:
    pytest.skip("the extension is not built, or not wanted", allow_module_level=True)

#: What the functions look for, what nearly is it, and what stands between.
FRAGMENTS = (
    *"<div class=a> <div class=a <hr <hr> </div> <div> <DIV> </DIV> </Div> <table> </table> </TABLE> </T </D <tr> </tr>".split(),
    *"<track> <td </td> <ul> </ul> <section> </section> <article> </article> <svg> </svg> <math> </math> <select>".split(),
    *"</select> <template> </template> <object> </object> <applet> <marquee> <caption> </caption> <a> </a> --!>".split(),
    *"<!--> <!-- --> <! <script> </script> <SCRIPT> </SCRIPT> <style> </style> <textarea> </textarea> <title> </title>".split(),
    *"<iframe> </iframe> <xmp> </xmp> <noscript> </noscript> <sMP> </xMP> <scr </scr script < </ <a <p> > \" ' =".split(),
    *("<p title=\"", "<p title='", "/>", "<?php", "?>", "<![CDATA[", "]]>", " ", "\n", "\0", "文", "x" * 70, "<i></i>" * 20),
)

markup = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map(lambda parts: "".join(parts).encode())
LANDMARKS = ((b"<div class=a>", b"<hr", 0), (b"<div class=a", b"</div>", 1), (b"<a>", b"<!--", 0), (b"<", b"<", -1))


@contextmanager
def in_python() -> Iterator[None]:
    """
    Let ``window.cut`` run without the extension.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "find", bytes.find)
        for name in ("hidden_at", "in_tag", "left"):
            patch.setattr(window, name, getattr(window, f"_{name}"))
        yield


def slices(data: bytes, marks: Any) -> tuple[list[bytes] | None, str | None]:
    """
    Return the pieces and the reason.
    """
    found = window.cut(data, marks)
    return found.pieces, found.reason


class TestCut:
    """
    Slices, and what is looked at for them.
    """

    @given(markup, st.lists(st.sampled_from(LANDMARKS), min_size=1, max_size=3))
    def test_any_markup(self, data: bytes, marks: list[tuple[bytes, bytes, int]]) -> None:
        """
        The same slices, the same reasons where there are none.
        """
        found = slices(data, marks)
        with in_python():
            assert slices(data, marks) == found

    @given(markup, st.data())
    def test_any_place(self, data: bytes, draw: st.DataObject) -> None:
        """
        What hides a place, whether it lies in a tag and what a piece leaves open, cut anywhere.
        """
        floor = draw.draw(st.integers(0, len(data)))
        place = draw.draw(st.integers(floor, len(data)))
        piece = data[floor:place]

        assert scan.hidden_at(data, floor, place) == window._hidden_at(data, floor, place)
        assert scan.in_tag(data, floor, place) == window._in_tag(data, floor, place)
        assert scan.left(piece) == window._left(piece)

    @given(st.text("ab", max_size=300).map(str.encode), st.text("ab", max_size=9).map(str.encode), st.integers(0, 310))
    def test_find(self, data: bytes, word: bytes, at: int) -> None:
        """
        The first place of a word, in a block and across two, as ``bytes.find`` has it.
        """
        assert scan.find(data, word, at) == data.find(word, at)

    @pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
    def test_fixture(self, page: Saved) -> None:
        """
        Every window of every layout, on every page.
        """
        windows = [layout.window for site in adapters.sites() for layout in site.layouts if layout.window]
        marks = {tuple(landmarks(window) for window in windows_of) for windows_of in windows}
        found = {mark: slices(page.data, mark) for mark in marks}
        with in_python():
            assert {mark: slices(page.data, mark) for mark in marks} == found


#: Links as pages and archives write them, and what nearly is one.
LINKS = (
    *"href Href = ' \" // http:// https:// http: https / /web/ /web/2020/http:/ archive.example /web/20200101/https:// a.b".split(),
    *"www.example.com WWW.Example.CN. example . - -a.cn a.1 x.museum localhost 1.2.3.4 文 中国.cn a_b.cn".split(),
    *(" ", "  ", "   ", "\t", "\n", "a" * 63, "b" * 64, "a." * 9, '<a href="http://', "<a href='//", "\0"),
)


class TestLinks:
    """
    The hosts of the first links.
    """

    @given(st.lists(st.sampled_from(LINKS), max_size=25).map("".join), st.integers(0, 4))
    def test_any_links(self, text: str, limit: int) -> None:
        """
        The hosts that the pattern finds, inner addresses and names with ends that are none among them.
        """
        data = text.encode()
        assert scan.linked(data, limit) == source._linked(data, limit)

    @pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
    def test_fixture(self, page: Saved) -> None:
        """
        All links of every page.
        """
        assert scan.linked(page.data, 10_000) == source._linked(page.data, 10_000)


#: Meta elements as pages write them, and what nearly is one.
METAS = (
    *"<meta <META <metadata <meta> > /> name= content= property itemprop = ' \" &amp; &#20013; null undefined CONTENT=".split(),
    *('<meta name="a" content="甲">', "<meta content='乙' property=og:x>", '<meta name="b" content="">', " ", "\n", "\u3000", "é", "x" * 70),
    *('<meta name="c" name="d" content=" 丙 " content="丁">', 'content="a>b"', "ſ", "K", "0name='e'", "name:f=g", "<!--", "-->", "\x1c"),
    *("<title", "<Title>", "</title", "</TITLE>", "<title>标题</title>", "\u2003", "\x85", "\ud7ff"),
)


class TestHead:
    """
    What the head says: its title and its meta elements.
    """

    @given(st.lists(st.sampled_from(METAS), max_size=30).map("".join))
    def test_any_head(self, head: str) -> None:
        """
        The title, names and contents that the patterns find, in their order.
        """
        title, metas = scan.head(head.encode(), unescape)
        expected, named = source._head(head)
        assert (title, list(metas.items())) == (expected, list(named.items()))

    @pytest.mark.parametrize("filler", ["x", "中", '"x"', "'>' "])
    @pytest.mark.parametrize("count", [1985, 1990, 2100])
    def test_long_tags(self, filler: str, count: int) -> None:
        """
        A tag that is not closed for long is none.
        """
        head = f'<meta {filler * count} name=a content=b><meta name="c" content="d">'
        assert scan.head(head.encode(), unescape) == source._head(head)

    @given(st.lists(st.sampled_from([part.encode() for part in METAS]) | st.binary(max_size=3), max_size=30).map(b"".join))
    def test_any_bytes(self, data: bytes) -> None:
        """
        Bytes that are no UTF-8 do no harm.
        """
        scan.head(data, unescape)

    @pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
    def test_fixture(self, page: Saved) -> None:
        """
        What every page says.
        """
        text = decode(page.data)[0]
        assert scan.head(text.encode(), unescape) == source._head(text)


#: Ways to write a label, and what may stand around it.
LABELLED = (
    *(b"<!--", b"-->", b"<meta ", b"<META  ", b"<meta", b"<", b"CHARSET=", b"charset", b"charset=", b"=", b'"', b'"', b" ", b">", b"/>", b"utf-8"),
    *(b'http-equiv="content-type"', b'HTTP-EQUIV="Content-Type" ', b'content="text/html;', b'content="text/html; charset=', b"GB2312", b"a" * 39),
    *(b'<meta charset="utf-8">', b'<meta charset="gbk" />', b'content="text/html; charset=big5" http-equiv="Content-Type">', b"\xff", b"x" * 70),
)


class TestLabel:
    """
    The label of the encoding, where it is written as usual.
    """

    @given(st.lists(st.sampled_from(LABELLED), max_size=12).map(b"".join), st.integers(-1, 300))
    def test_any_label(self, data: bytes, limit: int) -> None:
        """
        The label that Python finds, no more being looked at than the first bytes.
        """
        assert scan.usual_label(data, limit) == charset.usual_label(data[:limit] if limit >= 0 else data)

    @pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
    def test_fixture(self, page: Saved) -> None:
        """
        The label of every page, which is the one that counts.
        """
        found = scan.usual_label(page.data, charset.PRESCAN)
        assert found == charset.usual_label(page.data[: charset.PRESCAN])
        assert found is None or charset.declared(page.data, None) == charset.declared(page.data, None, found)


#: Tags that declare an address, and parts of them.
DECLARED = (
    *(b"<link ", b"<LINK ", b"<base ", b"<", b">", b"/>", b"<!--", b"-->", b" ", b"\n", b'"', b"'", b"=", b"canonical", b"og:url"),
    *(b"rel=", b'rel="Canonical"', b"rel=canonical", b'rel="c&#97;nonical"', b"property=og:url", b"name='og&colon;url'", b"HREF=", b"href="),
    *(b'href="/1?a&amp;b"', b"href=/2", b'href=" "', b"content='http://a.cn/'", b'content="\xe4\xb8\xad\xe3\x80\x80"', b"href=\xe4\xb8"),
    *(b'<link rel="canonical" href="/3">', b'<meta property="og:url" content="/4">', b'<base href="/5">', b"x" * 5000, b"\xff", b"\xb8=a"),
)


class TestAddress:
    """
    The address that a head declares.
    """

    @given(st.lists(st.sampled_from(DECLARED) | st.binary(max_size=3), max_size=30).map(b"".join))
    def test_any_address(self, head: bytes) -> None:
        """
        The address that Python finds.
        """
        for word, attribute in page_module._ADDRESSES.values():
            assert scan.address(head, word, attribute, unescape) == source._address(head, word, attribute)

    @pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
    def test_fixture(self, page: Saved) -> None:
        """
        What every page declares.
        """
        for word, attribute in page_module._ADDRESSES.values():
            assert scan.address(page.data, word, attribute, unescape) == source._address(page.data, word, attribute)


#: Characters in every length, and bytes that are none or only part of one, in one encoding or another.
BYTES = (
    *(b"<p>", b"a", b"0123456789", b"\x7f", b"\x80", b"\xff", b"\x81", b"\xfe\xfe", b"\xe4", b"\xb8", b"\xe4\xb8", b"\0"),
    *(b"\xc2\xb7", b"\xc0\x80", b"\xc1\xbf", b"\xe0\x80\x80", b"\xe0\xa0\x80", b"\xed\xa0\x80", b"\xed\x9f\xbf", b"\xef\xbf\xbd"),
    *(b"\xf0\x8f\xbf\xbf", b"\xf0\x90\x80\x80", b"\xf4\x8f\xbf\xbf", b"\xf4\x90\x80\x80", b"\xf5\x80\x80\x80", b"\xf0\x9f\x98"),
    *(b"\xef\xbb\xbf", b"\x81\x30\x81\x30", b"\x84\x31\x95\x33", b"\xa3\xe1", b"\x88\x62", b"\xa1\x45", b"\x8e\x5c", b"\x819<"),
    *("文章".encode(codec) for codec in ("utf-8", "gb18030", "big5")),
    *("約翰‧史密斯，新聞記者報導" * 6).encode("utf-8").splitlines(),
    *("记者从会上获悉，今年的工作" * 9).encode("gb18030").splitlines(),
    *("記者從會上獲悉，今年的工作" * 9).encode("big5").splitlines(),
)
CHARSETS = ("utf-8", "gb2312", "gbk", "big5", "iso-8859-1", "shift_jis", "hz", "nonsense")

encoded = st.lists(st.sampled_from(BYTES) | st.binary(max_size=3), max_size=20).map(b"".join)


class TestUtf8:
    """
    Pages that are brought into UTF-8 without a text.
    """

    @given(encoded)
    def test_fault(self, data: bytes) -> None:
        """
        The first byte that UTF-8 does not allow is the one that Python names, the bytes that continue a character are counted.
        """
        fault, continuing = scan.utf8(data)
        try:
            text = data.decode()
        except UnicodeDecodeError as error:
            assert fault == error.start
        else:
            assert (fault, continuing) == (-1, len(data) - len(text))

    @given(encoded, st.sampled_from(CHARSETS) | st.none())
    def test_whole(self, data: bytes, charset: str | None) -> None:
        """
        What is said of a page is what ``decode`` says.
        """
        found = utf8.whole(data, charset)
        if found is not None:
            assert (found[0].decode(), found[1]) == decode(data, charset)

    @given(encoded, st.sampled_from((*CHARSETS, None)))
    def test_piece(self, data: bytes, charset: str | None) -> None:
        """
        What is said of a piece is what ``read_slice`` says.
        """
        wanted = codec_of(charset)
        found = utf8.piece(data, wanted)
        if found is not None:
            assert found.decode() == read_slice(data, wanted)

    @pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5hkscs"])
    def test_is_quick(self, codec: str) -> None:
        """
        Pages without faults are not left to the decoder.
        """
        page = "<p>記者，中國 news</p>".encode(codec) * 99
        assert utf8.whole(page, codec) == ("<p>記者，中國 news</p>".encode() * 99, Decoded(codec, "header", codec))
        assert utf8.piece(page, codec) == "<p>記者，中國 news</p>".encode() * 99

    @pytest.mark.parametrize("codec", ["gb18030", "big5hkscs"])
    def test_every_code(self, codec: str) -> None:
        """
        Every two bytes mean what they mean to Python, and browsers.
        """
        table = utf8._table(codec)
        for lead in range(0x100):
            for trail in range(0x100):
                pair = bytes((lead, trail))
                try:
                    expected = browser_like(pair.decode(codec), codec).encode()
                except UnicodeDecodeError:
                    assert scan.transcode(pair, table) is None
                else:
                    assert scan.transcode(pair, table) == expected
                    assert scan.transcode(b"a" * 20 + pair + b"<", table) == b"a" * 20 + expected + b"<"

    @given(st.text(), st.sampled_from(("gb18030", "big5")))
    def test_cut_anywhere(self, text: str, codec: str) -> None:
        """
        A character that is cut off is left to the decoder, and nothing behind the end is read.
        """
        data = text.encode(codec, "ignore")
        table = utf8._table(utf8_codec(codec))
        for end in range(len(data)):
            found = scan.transcode(data[:end], table)
            if found is not None:
                assert found.decode() == browser_like(data[:end].decode(utf8_codec(codec)), utf8_codec(codec))

    @given(st.binary(max_size=600), st.binary(min_size=1, max_size=1))
    def test_count(self, data: bytes, byte: bytes) -> None:
        """
        Bytes are counted, more of them than a byte can count too.
        """
        assert scan.count(data, byte) == data.count(byte)
        assert scan.count(byte * 700 + data, byte) == 700 + data.count(byte)


def utf8_codec(codec: str) -> str:
    """
    Return the codec of Python that stands for this one here.
    """
    return "big5hkscs" if codec == "big5" else codec


class TestArguments:
    """
    Nonsense is refused, not followed.
    """

    @pytest.mark.parametrize(
        ("call", "error"),
        [
            (lambda: scan.find("text", b"", 0), TypeError),
            (lambda: scan.find(b"", b"", -1), ValueError),
            (lambda: scan.find(b""), TypeError),
            (lambda: scan.hidden_at(b"abc", 2, 1), ValueError),
            (lambda: scan.hidden_at(b"abc", 0, 4), ValueError),
            (lambda: scan.in_tag(b"abc", -1, 1), ValueError),
            (lambda: scan.in_tag(b"abc", "0", 1), TypeError),
            (lambda: scan.left(bytearray(b"<div>")), TypeError),
            (lambda: scan.linked("text", 1), TypeError),
            (lambda: scan.usual_label("text", 1), TypeError),
            (lambda: scan.usual_label(b"text", "1"), TypeError),
            (lambda: scan.head("text", unescape), TypeError),
            (lambda: scan.head(b"<meta name=a content=&>", None), TypeError),
            (lambda: scan.address(b"", b"", b"href", unescape), ValueError),
            (lambda: scan.address(b"<link rel='&' canonical>", b"canonical", b"href", None), TypeError),
            (lambda: scan.count(b"abc", b"ab"), ValueError),
            (lambda: scan.count(b"abc", 1), TypeError),
            (lambda: scan.utf8("text"), TypeError),
            (lambda: scan.table(b"\n" * 24_065), ValueError),
            (lambda: scan.table(b"\n" * 24_067), ValueError),
            (lambda: scan.transcode(b"abc", b"no table"), TypeError),
        ],
    )
    def test_refused(self, call: Any, error: type[Exception]) -> None:
        """
        Places outside the bytes, and what is no bytes.
        """
        with pytest.raises(error):
            call()
