"""
Bytes to text: labels, labels that lie, damage, and pieces of pages.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsparse import charset as charset_module
from newsparse import decode as decode_module
from newsparse.charset import codec_of
from newsparse.decode import clean, decode, decode_slice, read_slice, sniff
from newsparse.provenance import Decoded

#: Invented; with 镕 and 喆 (in GBK, not in GB 2312) and 𠮷 (four bytes in GB 18030).
STORY = (
    "本报讯 朱镕昨日在杭州说，河坊街的老茶馆将于下月重新开张。记者陈喆从社区了解到，"
    "馆内一百二十张竹椅全部由邻居们修好，𠮷字招牌也挂了回去。“来的都是老街坊，”他说，“茶还是三元一碗。”"
)
#: Invented; in traditional characters, with the dot and the dash that Big5 pages use.
TAIWAN = (
    "【記者林小文台北報導】約翰‧史密斯昨天在市立圖書館開講，說起二十年前初到台灣的往事，"
    "時間從下午三點～五點，聽眾擠滿了走廊。"
)

#: Ways to write a label, and what may stand around it.
LABELLED = (
    *(b"<!--", b"-->", b"<meta ", b"<META  ", b"<title>charset</title>", b"<script>", b"CHARSET=", b"charset", b"=", b'"', b"'", b" ", b">", b"/>"),
    *(b'<meta charset="utf-8">', b'<meta charset="GBK" />', b'<meta charset="nonsense">', b"<meta charset=big5>", b'charset="utf-8">'),
    b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312" />',
    b'<meta http-equiv="content-type" content="text/html;charset=UTF-8" charset="gbk">',
    b'<meta content="text/html; charset=big5" http-equiv="Content-Type">',
    b'<meta name="description" content="charset=gbk">',
)


def page(text: str, codec: str, head: str = "") -> bytes:
    """
    Return a page with this text, in this encoding; Big5 is written as Windows and Taiwan write it.
    """
    codec = "cp950" if codec == "big5hkscs" else codec
    return f"<html><head>{head}<title>{text[:9]}</title></head><body><p>{text}</p></body></html>".encode(codec)


def meta(label: str) -> str:
    """
    Return the usual declaration.
    """
    return f'<meta http-equiv="Content-Type" content="text/html; charset={label}" />'


def cut(data: bytes) -> list[bytes]:
    """
    Return the pieces of a page, each but the first from a ``<``.
    """
    return re.split(rb"(?=<)", data)


@pytest.fixture(params=["with the detector", "without the detector"])
def detector(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Run a test with the extra ``fast`` and as if it were not installed.
    """
    if request.param == "with the detector":
        pytest.importorskip("resiliparse")
    else:
        monkeypatch.setattr(decode_module, "_detector", lambda: None)


class TestLabels:
    """
    What a label means.
    """

    @pytest.mark.parametrize(
        "label",
        [
            *("gb2312", "GB2312", "gbk", "GBK", "gb18030", "gb_2312-80", "x-gbk", "csgb2312", "chinese", "iso-ir-58"),
            *("euc-cn", " gb2312 ", "'gbk'"),
        ],
    )
    def test_all_gb_labels_are_gb18030(self, label: str) -> None:
        """
        Pages labelled gb2312 use characters of all three.
        """
        assert "gb18030" == codec_of(label)

    @pytest.mark.parametrize("label", ["big5", "Big5", "big5-hkscs", "cn-big5", "x-x-big5", "csbig5"])
    def test_all_big5_labels_are_the_hong_kong_set(self, label: str) -> None:
        """
        As in browsers.
        """
        assert "big5hkscs" == codec_of(label)

    @pytest.mark.parametrize("label", ["hex", "rot13", "utf-7", "zlib", "idna", "", "undefined", "{charset}"])
    def test_codecs_of_python_are_not_labels(self, label: str) -> None:
        """
        Nothing but encodings of the web is looked up.
        """
        assert codec_of(label) is None

    def test_every_codec_exists(self) -> None:
        """
        The table names codecs that Python has, each label once.
        """
        labels = " ".join(charset_module._CODECS.values()).split()

        assert sorted(set(labels)) == sorted(labels)
        for codec in charset_module._CODECS:
            assert "a" == b"a".decode(codec)


class TestDeclared:
    """
    Where a label is looked for.
    """

    @pytest.mark.parametrize(
        "head",
        [
            '<meta charset="gb2312">',
            "<meta charset='gb2312'/>",
            "<meta charset=gb2312>",
            "<META CHARSET = GB2312 >",
            '<meta\n  charset\n=\n"gb2312"\n/>',
            '<meta id=a data-x="1>0" charset="gb2312">',
            '<meta charset="gb2312>',
            '<meta charset="gb2312;">',
            '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
            "<meta content='text/html;charset=gb2312' http-equiv=content-type>",
            '<meta http-equiv="Content-Type" content="charset=gb2312">',
            '<meta content="text/html; charset=gb2312">',
            '<meta property="og:description" content=""><meta charset="gb2312">',
            '<meta charset="nonsense"><meta charset="gb2312">',
            '<!-- <meta charset="big5"> --><meta charset="gb2312">',
            '<!--[if IE]><meta charset="big5"><![endif]--><meta charset="gb2312">',
            '<!--><meta charset="gb2312"><!-- -->',
            '<script src="a.js" charset="utf-8"></script><meta charset="gb2312">',
            '<link rel="stylesheet" charset="utf-8"><meta charset="gb2312">',
            '<meta name="description" content="how to write charset=big5"><meta charset="gb2312">',
            '<metadata charset="big5"></metadata><meta charset="gb2312">',
            "<style>" + "a{}" * 1200 + "</style><meta charset=gb2312>",
        ],
    )
    def test_reads_meta(self, head: str) -> None:
        """
        In any quoting, second or later, and nowhere but in ``<meta>``.
        """
        text, how = decode(page(STORY, "gb18030", head))

        assert STORY in text
        assert ("gb18030", "meta", "gb2312") == (how.encoding, how.source, (how.declared or "").lower())

    @pytest.mark.parametrize(
        "head",
        [
            "",
            "<meta charset>",
            '<script charset="gb2312"></script>',
            "<p>charset=gb2312</p>",
            '<!-- <meta charset="gb2312"> -->',
            '<!-- <meta charset="gb2312">',
            '<meta name="description" content="how to write charset=gb2312">',
            "<style>" + "a{}" * 1400 + "</style><meta charset=gb2312>",
            '<meta charset="',
            "<meta",
        ],
    )
    def test_does_not_read_a_label_elsewhere(self, head: str) -> None:
        """
        Scripts, links, comments, running text, and what is too far down.
        """
        assert decode(page(STORY, "utf-8", head))[1].declared is None

    @given(st.lists(st.sampled_from(LABELLED), max_size=12).map(b"".join))
    def test_the_usual_ways_are_read_as_any_other(self, head: bytes) -> None:
        """
        The quick look at the first tag says what the search says.
        """
        assert charset_module._prescan(head) == charset_module._searched(head)

    def test_reads_the_xml_declaration(self) -> None:
        """
        XHTML of the 2000s says it there, and a meta overrules it.
        """
        xml = '<?xml version="1.0" encoding="gbk"?>'

        assert Decoded("gb18030", "meta", "gbk") == decode((xml + STORY).encode("gb18030"))[1]
        assert "big5" == decode((xml + meta("big5") + TAIWAN).encode("cp950"))[1].declared

    def test_the_header_comes_first(self) -> None:
        """
        As the WHATWG has it.
        """
        assert Decoded("gb18030", "header", "GBK") == decode(page(STORY, "gb18030", meta("big5")), "GBK")[1]

    @pytest.mark.parametrize(
        "header", ["text/html; charset=gb2312", 'text/html;Charset="gb2312"', "gb2312", " gb2312 "]
    )
    def test_takes_a_whole_content_type(self, header: str) -> None:
        """
        Callers pass what they have.
        """
        assert Decoded("gb18030", "header", "gb2312") == decode(page(STORY, "gb18030"), header)[1]

    @pytest.mark.parametrize(
        "header", ["iso-8859-1", "ISO-8859-1", "us-ascii", "windows-1252", "text/html", "", "none"]
    )
    def test_a_latin_header_gives_way(self, header: str) -> None:
        """
        It is the default of old servers, and no Chinese page is written in it.
        """
        text, how = decode(page(STORY, "gb18030", meta("gb2312")), header)

        assert STORY in text
        assert Decoded("gb18030", "meta", "gb2312") == how

    @pytest.mark.usefixtures("detector")
    @pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
    def test_a_latin_label_is_ignored(self, codec: str) -> None:
        """
        Even where it is the only one.
        """
        text, how = decode(page(STORY, codec, meta("iso-8859-1")))

        assert STORY in text
        assert (codec, "iso-8859-1") == (how.encoding, how.declared)

    def test_a_latin_page_is_read_by_its_label(self) -> None:
        """
        Where the bytes are no Chinese encoding, the label stands.
        """
        text, how = decode("<p>Un café à Hangzhou, déjà très apprécié</p>".encode("cp1252"), "iso-8859-1")

        assert "café à Hangzhou" in text
        assert Decoded("cp1252", "header", "iso-8859-1") == how


class TestMarks:
    """
    Byte order marks, UTF-16, encodings of seven bits.
    """

    def test_the_mark_beats_header_and_meta(self) -> None:
        """
        And it is not part of the text.
        """
        text, how = decode(b"\xef\xbb\xbf" + page(STORY, "utf-8", meta("gb2312")), "big5")

        assert text.startswith("<html>")
        assert Decoded("utf-8", "bom", "big5") == how

    @pytest.mark.usefixtures("detector")
    def test_a_mark_on_a_gb_page_is_dropped(self) -> None:
        """
        A template saved with a mark around a story that is not UTF-8.
        """
        text, how = decode(b"\xef\xbb\xbf" + page(STORY, "gb18030"))

        assert text.startswith("<html>")
        assert STORY in text
        assert "gb18030" == how.encoding

    @pytest.mark.parametrize(("codec", "mark"), [("utf_16_le", b"\xff\xfe"), ("utf_16_be", b"\xfe\xff")])
    def test_reads_utf16(self, codec: str, mark: bytes) -> None:
        """
        With a mark, and by its pattern of NULs without one, whatever the label.
        """
        data = page(STORY, codec, meta("gb2312"))

        assert STORY in decode(mark + data)[0]
        assert (codec, "bom") == sniff(mark + data)[:2]
        assert STORY in decode(data)[0]
        assert (codec, "content") == sniff(data)[:2]

    @pytest.mark.parametrize(
        ("codec", "label"), [("hz", "hz-gb-2312"), ("iso2022_jp", "iso-2022-jp"), ("iso2022_kr", "iso-2022-kr")]
    )
    def test_reads_seven_bit_encodings_by_their_label(self, codec: str, label: str) -> None:
        """
        Their bytes are ASCII: only the label tells.
        """
        words = {"hz": "杭州新闻", "iso2022_jp": "杭州新聞", "iso2022_kr": "한국 소식"}[codec]
        text, how = decode(page(words, codec, meta(label)))

        assert words in text
        assert (codec, "meta") == (how.encoding, how.source)

    def test_nuls_never_leave(self) -> None:
        """
        Some old servers pad with them.
        """
        data = page(STORY, "utf-8").replace(b"<p>", b"<\0p\0>") + b"\0" * 40

        text, how = decode(data)

        assert "<p>" + STORY in text
        assert "\0" not in text
        assert "utf-8" == how.encoding


class TestLyingLabels:
    """
    The bytes contradict what is declared.
    """

    @pytest.mark.parametrize("label", ["gb2312", "gbk", "big5", "iso-8859-1", "shift_jis", "hz-gb-2312", "euc-kr"])
    def test_valid_utf8_beats_every_label(self, label: str) -> None:
        """
        A page moved to a new CMS keeps its old meta.
        """
        text, how = decode(page(STORY, "utf-8", meta(label)), label)

        assert STORY in text
        assert Decoded("utf-8", "content", label) == how

    @pytest.mark.usefixtures("detector")
    @pytest.mark.parametrize(("codec", "story"), [("gb18030", STORY), ("big5hkscs", TAIWAN)])
    @pytest.mark.parametrize("label", ["utf-8", "{charset}", None])
    def test_the_bytes_decide_where_the_label_fails(self, codec: str, story: str, label: str | None) -> None:
        """
        Said to be UTF-8 and not, nonsense, or nothing said.
        """
        text, how = decode(page(story, codec, meta(label) if label else ""))

        assert story in text
        assert Decoded(codec, "detected", label) == how

    @pytest.mark.usefixtures("detector")
    def test_a_few_characters_are_enough(self) -> None:
        """
        A short page of GB without a label.
        """
        assert "<p>杭州新闻网</p>" == decode("<p>杭州新闻网</p>".encode("gb18030"))[0]

    def test_without_any_sign_it_is_gb18030(self) -> None:
        """
        China's own encoding is the last resort, and says so.
        """
        assert Decoded("gb18030", "detected", None, 2) == decode(b"<p>\xff \xff</p>")[1]

    def test_ascii_is_whatever_it_is_called(self) -> None:
        """
        Nothing contradicts the label; without one it is UTF-8.
        """
        assert Decoded("gb18030", "meta", "gbk") == decode(b"<meta charset=gbk><p>news</p>")[1]
        assert ("<p>news</p>", Decoded("utf-8", "content")) == decode(b"<p>news</p>")
        assert ("", Decoded("utf-8", "content")) == decode(b"")


class TestDamage:
    """
    A few bad bytes.
    """

    @pytest.mark.usefixtures("detector")
    @pytest.mark.parametrize("head", ["", meta("utf-8"), meta("gb2312"), meta("iso-8859-1")])
    def test_utf8_stays_utf8(self, head: str) -> None:
        """
        Whatever the label; the bad bytes are counted.
        """
        data = page(STORY, "utf-8", head).replace("茶馆".encode(), b"\xe8\x8c" + "馆".encode() + b"\xff")

        text, how = decode(data)

        assert STORY.replace("茶馆", "\ufffd馆\ufffd") in text
        assert ("utf-8", 2) == (how.encoding, how.replacements)

    def test_a_page_cut_inside_a_character_stays_utf8(self) -> None:
        """
        Archives cut bodies at a size.
        """
        text, how = decode(STORY.encode()[:-2])

        assert STORY[:-1] + "\ufffd" == text
        assert ("utf-8", 1) == (how.encoding, how.replacements)

    def test_replacement_characters_of_the_page_are_not_counted(self) -> None:
        """
        They are characters as good as any.
        """
        text, how = decode((STORY + "\ufffd\ufffd").encode() + b"\xff")

        assert STORY + "\ufffd\ufffd\ufffd" == text
        assert 1 == how.replacements
        assert 0 == decode((STORY + "\ufffd").encode())[1].replacements
        assert 1 == decode((STORY + "\ufffd").encode("gb18030") + b"\xff", "gbk")[1].replacements

    def test_damaged_openings_are_utf8_where_the_page_opens_so(self) -> None:
        """
        A fragment of GB below a page of UTF-8 does not turn the rest into GB.
        """
        data = page(STORY, "utf-8", meta("utf-8")) + STORY.encode("gb18030") * 3

        assert STORY in decode(data)[0]

    @pytest.mark.parametrize("label", ["gb2312", "big5", "euc-jp", "shift_jis", "euc-kr"])
    @pytest.mark.parametrize(
        "tail", [b"<b>", b"9<", b"0<b>", b"\x819<", b"0\x81<", b"\x810\x81<p>", b"\xff<", b"", b"0", b"a<b", b" <b>"]
    )
    def test_a_stray_lead_byte_takes_no_ascii_with_it(self, label: str, tail: bytes) -> None:
        """
        Python's own ``replace`` loses the ``9<`` of a final ``81 39 3C``.
        """
        data = b"<p>ok</p>\x81" + tail

        text, _ = decode(data, label)

        assert text.startswith("<p>ok</p>")
        assert data.count(b"<") == text.count("<")

    def test_only_the_bad_bytes_are_lost(self) -> None:
        """
        What stands around them is whole.
        """
        data = f"{STORY}<p>".encode("gb18030") + b"\xff\xd6</p>" + STORY.encode("gb18030")

        text, how = decode(data, "gb2312")

        assert f"{STORY}<p>\ufffd\ufffd</p>{STORY}" == text
        assert 2 == how.replacements

    def test_reads_the_euro_of_windows(self) -> None:
        """
        A single 0x80 in GBK, A3E1 in Big5.
        """
        assert ("价格€5", 0) == (lambda r: (r[0], r[1].replacements))(decode("价格".encode("gbk") + b"\x805", "gbk"))
        assert ("價格€5", 0) == (lambda r: (r[0], r[1].replacements))(
            decode("價格".encode("big5") + b"\xa3\xe15", "big5")
        )

    def test_gives_the_code_points_of_browsers_for_big5(self) -> None:
        """
        The dot of transliterated names is a hyphenation point, not a bullet.
        """
        text, how = decode(TAIWAN.encode("cp950"), "big5")

        assert TAIWAN == text
        assert 0 == how.replacements

    def test_reads_hong_kong_characters(self) -> None:
        """
        Cantonese is written with characters that Big5 proper lacks.
        """
        assert "佢哋喺度嘅嘢" == decode("佢哋喺度嘅嘢".encode("big5hkscs"), "big5")[0]


class TestSniff:
    """
    ``sniff``.
    """

    @pytest.mark.parametrize(
        ("data", "header"),
        [
            (page(STORY, "utf-8", meta("utf-8")), None),
            (page(STORY, "utf-8", meta("gb2312")), None),
            (page(STORY, "utf-8"), None),
            (page(STORY, "gb18030", meta("gb2312")), None),
            (page(STORY, "gb18030", meta("utf-8")), "gbk"),
            (page(STORY, "gb18030", meta("utf-8")), None),
            (page(STORY, "gb18030"), "iso-8859-1"),
            (page(TAIWAN, "big5hkscs", meta("big5")), None),
            (b"\xef\xbb\xbf" + page(STORY, "utf-8"), "gbk"),
            (page("plain", "ascii", meta("utf-8")), None),
            (page(STORY, "utf_16_le"), None),
            (b"", None),
        ],
    )
    def test_says_what_decode_says(self, data: bytes, header: str | None) -> None:
        """
        Codec, source and label.
        """
        how = decode(data, header)[1]

        assert (how.encoding, how.source, how.declared) == sniff(data, header)


class TestDecodeSlice:
    """
    ``decode_slice``.
    """

    @pytest.mark.parametrize("codec", ["utf-8", "gb18030", "big5hkscs"])
    def test_reads_a_piece(self, codec: str) -> None:
        """
        In the codec of the page.
        """
        story = TAIWAN if codec == "big5hkscs" else STORY

        assert f"<p>{story}\n" == decode_slice(f"<p>{story}\n".encode("cp950" if story is TAIWAN else codec), codec)
        assert "<p>plain\n" == decode_slice(b"<p>plain\n", codec)

    @pytest.mark.parametrize(
        ("piece", "codec"),
        [
            (f"<p>{STORY}".encode("gb18030"), "utf-8"),
            (f"<p>{STORY}".encode(), "gb18030"),
            (f"<p>{STORY}".encode(), "big5hkscs"),
            (f"<p>{STORY}".encode("gb18030") + b"\xff", "gb18030"),
            (f"<p>{STORY}".encode("gb18030")[:-1], "gb18030"),
            (f"<p>{STORY}".encode()[:-1], "utf-8"),
            (b"<p>plain", "hz"),
            (b"<\0p\0>\0", "utf_16_le"),
            (b"<p>\x93\xfa", "cp932"),
        ],
    )
    def test_refuses_what_the_codec_does_not_explain(self, piece: bytes, codec: str) -> None:
        """
        Another encoding, damage, or a codec that cannot be cut at ``<``.
        """
        assert decode_slice(piece, codec) is None

    def test_tidies_as_decode_does(self) -> None:
        """
        No NULs, no mark, the same dots.
        """
        assert "<p>文" == decode_slice("\ufeff<\0p>文".encode(), "utf-8")
        assert "<p>約翰‧史密斯" == decode_slice("<p>約翰‧史密斯".encode("cp950"), "big5hkscs")


class TestReadSlice:
    """
    ``read_slice``: the label alone, no look at the rest of the page.
    """

    @pytest.mark.parametrize("label", ["gb2312", "big5", "utf-8", "iso-8859-1", None])
    def test_a_long_piece_of_utf8_is_read_under_any_label(self, label: str | None) -> None:
        """
        That much valid UTF-8 is no accident.
        """
        assert f"<p>{STORY * 2}" == read_slice(f"<p>{STORY * 2}".encode(), codec_of(label))

    @pytest.mark.parametrize("label", ["gb2312", "big5", "utf-8", None])
    @pytest.mark.parametrize("piece", ["<p>杭州".encode(), "<p>也".encode("gb18030")])
    def test_a_short_piece_that_may_be_either_is_refused(self, piece: bytes, label: str | None) -> None:
        """
        Two characters of UTF-8 are three of GB; 也 in GB is the Cyrillic Ҳ of UTF-8.
        """
        assert read_slice(piece, codec_of(label)) is None

    @pytest.mark.parametrize("label", ["utf-8", "iso-8859-1", None])
    def test_other_encodings_are_refused_without_their_label(self, label: str | None) -> None:
        """
        The whole page has to be asked.
        """
        assert read_slice(f"<p>{STORY}".encode("gb18030"), codec_of(label)) is None

    @pytest.mark.parametrize("label", ["hz-gb-2312", "shift_jis"])
    def test_encodings_that_cannot_be_cut_are_refused(self, label: str) -> None:
        """
        Even where the piece is ASCII.
        """
        assert read_slice(b"<p>plain", codec_of(label)) is None

    @given(
        st.lists(st.text(alphabet=sorted(set(STORY)), max_size=30), max_size=5),
        st.sampled_from(["utf-8", "gb18030"]),
        st.sampled_from(["utf-8", "gb2312", "iso-8859-1", None]),
    )
    def test_agrees_with_the_page(self, texts: list[str], codec: str, label: str | None) -> None:
        """
        On whole pages in one encoding, under a true label, a false one, or none.
        """
        body = "".join(f"<p>{text}</p>" for text in [STORY, *texts])
        data = f"<html>{meta(label) if label else ''}{body}</html>".encode(codec)
        wanted = charset_module.declared(data, None)[1]
        text = decode(data)[0]

        place = 0
        for piece in cut(data):
            read = read_slice(piece, wanted)
            if read is not None:
                place = text.find(read, place)
                assert place >= 0, read
                place += len(read)


class TestClean:
    """
    ``clean``.
    """

    def test_leaves_good_text_alone(self) -> None:
        """
        Ideographic blanks and all.
        """
        assert "　　" + STORY == clean("　　" + STORY)

    def test_takes_out_what_cannot_be_written(self) -> None:
        """
        NUL, half a surrogate pair, the mark.
        """
        assert "a\ufffdb" == clean("\ufeffa\ud800b\0")


#: Bytes that mean something to one encoding or another.
SCRAPS = st.lists(
    st.sampled_from(
        [
            b"<",
            b"<p>",
            b"a",
            b"0",
            b"9",
            b"\x81",
            b"\xd6\xd0",
            b"\xff",
            b"\0",
            b"\x80",
            "侠".encode("gbk"),
            "文".encode(),
        ]
    )
).map(b"".join)
CODECS = st.sampled_from(["utf-8", "gb18030", "big5hkscs", "utf_16_le", "cp932", "cp1252", "hz", "iso2022_jp"])
LABELS = st.sampled_from(
    [None, "utf-8", "gb2312", "big5", "iso-8859-1", "shift_jis", "hz-gb-2312", "utf-16", "nonsense"]
)
CHINESE = st.text(alphabet="的一是杭州新闻记者報導茶館侠浚镕喆，。“”：　a1 \n", min_size=1, max_size=60)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """
    Pages in some encoding, under some label, with some damage: what crawls are made of.
    """
    codec, label = draw(CODECS), draw(LABELS)
    head = meta(label) if label else ""
    body = "".join(f"<p>{text}</p>" for text in draw(st.lists(CHINESE, max_size=6)))
    data = bytearray(f"<html>{head}{body}</html>".encode(codec, "ignore"))
    for _ in range(draw(st.integers(0, 3))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return draw(st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe"])) * draw(st.integers(0, 1)) + bytes(data)


class TestProperties:
    """
    What holds for all bytes.
    """

    @given(st.one_of(st.binary(max_size=200), documents()), LABELS)
    @example(b"\x819<", "gbk")
    @example(b"\xff\xfe<", None)
    @example(b"\x00<\xd8\x00", None)
    @example(b"<meta charset", None)
    def test_any_bytes_become_text_that_can_be_written(self, data: bytes, header: str | None) -> None:
        """
        Nothing raises; no NUL, no surrogate; the count is the count.
        """
        text, how = decode(data, header)

        text.encode("utf-8")
        assert "\0" not in text
        assert not text.startswith("\ufeff")
        assert 0 <= how.replacements <= text.count("\ufffd")

    @given(st.one_of(st.binary(max_size=200), documents()), LABELS)
    def test_sniff_says_what_decode_says(self, data: bytes, header: str | None) -> None:
        """
        For all bytes, damaged or not.
        """
        how = decode(data, header)[1]

        assert (how.encoding, how.source, how.declared) == sniff(data, header)

    @given(st.one_of(st.binary(max_size=200), SCRAPS, documents()), LABELS)
    def test_pieces_agree_with_the_page(self, data: bytes, header: str | None) -> None:
        """
        Cut at ``<``, every piece that is read is read as in the whole.
        """
        codec = sniff(data, header)[0]
        pieces = [decode_slice(piece, codec) for piece in cut(data)]
        text = decode(data, header)[0]

        if all(piece is not None for piece in pieces):
            assert text == "".join(piece for piece in pieces if piece is not None)
        elif any(piece is not None for piece in pieces):
            # A damaged piece is skipped, whatever it holds; the others follow in their order.
            place = 0
            for piece in pieces:
                if piece is not None:
                    place = text.find(piece, place)
                    assert place >= 0, piece
                    place += len(piece)

    @given(
        CHINESE, st.sampled_from([("gb18030", "gb2312"), ("gb18030", "gbk"), ("utf-8", "utf-8"), ("big5hkscs", "big5")])
    )
    def test_what_is_written_is_read_again(self, story: str, encoding: tuple[str, str]) -> None:
        """
        A page in the encoding that it declares comes back whole.
        """
        codec, label = encoding
        story = STORY + story if codec != "big5hkscs" else (TAIWAN + story).encode("cp950", "ignore").decode("cp950")
        written = page(story, codec, meta(label))

        text, how = decode(written)

        assert Decoded(codec, "meta", label) == how
        assert written == text.encode("cp950" if codec == "big5hkscs" else codec)


@pytest.mark.corpus
class TestRealPages:
    """
    Saved pages, in the encodings that a careful reader found.
    """

    def test_every_page_is_read_in_its_encoding(self, corpus: Path) -> None:
        """
        Codec and text; and piece by piece the same.
        """
        rows = [json.loads(line) for line in (corpus / "manifest.jsonl").read_text("utf-8").splitlines()]
        wrong = [row["file"] for row in rows if not _as_expected((corpus / "pages" / row["file"]).read_bytes(), row)]

        assert rows
        assert [] == wrong

    @pytest.mark.parametrize("codec", ["gb18030", "big5hkscs"])
    @pytest.mark.usefixtures("detector")
    def test_pages_without_a_label_are_recognised(self, corpus: Path, codec: str) -> None:
        """
        Every eighth page, its text rewritten in GB or Big5, no label left.
        """
        rows = [json.loads(line) for line in (corpus / "manifest.jsonl").read_text("utf-8").splitlines()]
        script = "zh-Hant" if codec == "big5hkscs" else "zh-Hans"
        chosen = [row for row in rows if row["lang"] == script][:: 1 if codec == "big5hkscs" else 8]
        wrong = []
        for row in chosen:
            text = (corpus / "pages" / row["file"]).read_bytes().decode(row["encoding_actual"], "ignore")
            rewritten = re.sub("charset", "charzet", text, flags=re.I).encode(codec, "ignore")
            if decode(rewritten)[1].encoding != codec:
                wrong.append(row["file"])

        assert chosen
        assert [] == wrong


def _as_expected(data: bytes, row: dict[str, str]) -> bool:
    """
    Tell whether a page is read as its row says, whole and in pieces.
    """
    text, how = decode(data)
    expected = data.decode(row["encoding_actual"], "replace").replace("\0", "").lstrip("\ufeff")
    codec = sniff(data)[0]
    head, mark, rest = data.partition(b"<body")
    parts = [decode_slice(head, codec), decode_slice(mark + rest, codec)]
    return (
        how.encoding == row["encoding_actual"]
        and text == expected
        and (None in parts or "".join(filter(None, parts)) == text)
    )
