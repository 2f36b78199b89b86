"""
What holds for every page: no bytes break the parser, markup that says the same is read the same, nothing is invented.
"""

from __future__ import annotations

import re
import time
from html import unescape
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pages import Saved, differences, fixtures, read
from rewriting import REWRITINGS

import newsparse
from newsparse.decode import decode
from newsparse.document.depth import too_deep
from newsparse.errors import REASONS
from newsparse.output.json import from_dict, to_dict

PAGES = fixtures()
HANGZHOU = tuple(page for page in PAGES if page.name.startswith(("hangzhou/", "founder/", "enorth/")))
#: No page of ours takes a hundredth of it; a busy machine is slow, a pattern that backtracks is slower.
PATIENCE = 10.0
URLS = st.sampled_from((None, "", "x", "http://", "https://ori.hangzhou.com.cn/a.htm", "http://news.sina.com.cn/c/1.shtml", "//[::1"))


def outcome(data: bytes, url: str | None, charset: str | None = None) -> str:
    """
    Parse, and return ``article`` or the reason why there is none; anything else that happens is a failure.
    """
    started = time.perf_counter()
    try:
        article = newsparse.parse(data, url=url, charset=charset)
    except newsparse.PageError as error:
        assert error.reason in REASONS
        return error.reason
    finally:
        assert time.perf_counter() - started < PATIENCE
    assert article.title
    assert from_dict(to_dict(article)).title == article.title
    return "article"


class TestAnyBytes:
    """
    Whatever comes in, an article or a ``PageError`` comes out, and soon.
    """

    @given(st.binary(max_size=3000), URLS, st.sampled_from((None, "gb2312", "utf-8", "big5", "hz-gb-2312", "nonsense")))
    def test_bytes(self, data: bytes, url: str | None, charset: str | None) -> None:
        """Random bytes."""
        outcome(data, url, charset)

    @given(st.lists(st.sampled_from(("<div", "<p>", "</p>", ">", "<td>", "</table>", "<!--", "-->", "<script>", "来源：", "作者：",
        "责任编辑：", "2013年10月22日", "<title>", "</title>", "<h1>", "当前位置", " class=tit1", '"', "'", "&nbsp;", "&#x", "\0", "（",
        "<a href=x>", "</a>", "记者", "①", "<img src=a.jpg>", "<meta name=author content=", "<!--enpcontent-->", "<!--enpproperty <date>",
        "/enpproperty-->", "\u200b", "。", "，", "新华社", "讯", " ", "\n")), max_size=80).map("".join), URLS)  # fmt: skip
    def test_tag_soup(self, html: str, url: str | None) -> None:
        """Pieces of markup and of newsroom language in any order."""
        outcome(html.encode(), url)

    @given(st.data())
    def test_broken_pages(self, data: st.DataObject) -> None:
        """Real templates with bytes cut out, doubled and overwritten."""
        page = data.draw(st.sampled_from(PAGES))
        content = page.data
        for _ in range(data.draw(st.integers(1, 4))):
            start = data.draw(st.integers(0, len(content)))
            end = min(len(content), start + data.draw(st.integers(0, 400)))
            middle = data.draw(st.sampled_from((b"", content[start:end] * 2, b"<", b"\xff\x00", b"</div></td></table>", b"<!--")))
            content = content[:start] + middle + content[end:]
        outcome(content, page.url, page.charset)

    @pytest.mark.parametrize(
        "html",
        [
            "<div>" * 9_000 + "正文",
            "<div>" * 600_000 + "正文",
            "<ul><li>" * 60_000,
            "<table><tr><td>" * 20_000 + "正文",
            "<b><i>" * 20_000 + "正文",
            "<" * 300_000,
            "<p " * 100_000,
            "<a b='" * 60_000,
            "<!--" * 100_000,
            "<!--enpproperty " + "<date>" * 60_000,
            "<!--enpcontent-->" * 30_000,
            "<meta name='a" * 40_000,
            "<p>" + "来源：" * 60_000,
            "<p>" + "记者 " * 60_000,
            "<p>" + "（" * 100_000,
            "<p>" + "2013年10月" * 40_000,
            "<p>" + "\u3000" * 200_000,
            "<p>" + "作者：王小满责编：" * 20_000,
            "<title>" + "一-_|" * 50_000,
            "<p>当前位置" + " > " * 100_000,
            "<p>①" * 50_000,
            "<p>&nbsp;" * 60_000,
        ],
        ids=lambda html: html[:12],
    )  # fmt: skip
    def test_no_hang(self, html: str) -> None:
        """Depth and repetition cost time in proportion."""
        outcome(html.encode(), None)
        outcome(f"<html><body><h1>一盏灯的十年</h1>{html}".encode(), "https://ori.hangzhou.com.cn/a.htm")


    def test_too_deep(self) -> None:
        """A page nested deeper than a parser can be trusted with is refused; boxes side by side are not deep."""
        with pytest.raises(newsparse.PageError, match="nested"):
            newsparse.parse("<div>" * 20_000 + "<h1>一盏灯</h1>")
        assert not too_deep("<div></div><br><p>" * 40_000)
        assert too_deep("<div>" * 20_000 + "</div>" * 20_000)
        assert too_deep("<x>" * 20_000 + "<p>x</p>") and too_deep("<font>" * 20_000)
        assert not too_deep("<div><font><b></div>" * 20_000) and not too_deep("<i></i><a><li><td>" * 20_000)


class TestSameMeaning:
    """
    Markup that says the same gives the same article.
    """

    @given(st.data())
    def test_rewritten(self, data: st.DataObject) -> None:
        """Order of attributes, case of tags, blanks, comments and scripts between blocks change nothing."""
        page = data.draw(st.sampled_from(HANGZHOU))
        codec = "gb18030" if decode(page.data, page.charset)[1].encoding == "gb18030" else "utf-8"
        html = page.data.decode(codec)
        chosen = data.draw(st.lists(st.sampled_from(REWRITINGS), min_size=1, max_size=5, unique=True))
        random = Random(data.draw(st.integers(0, 1 << 32)))
        for rewrite in chosen:
            html = rewrite(html, random)
        assert differences(read(page), read(page._replace(data=html.encode(codec)))) == {}

    @given(st.sampled_from(HANGZHOU), st.sampled_from(("utf-8", "gb18030")), st.sampled_from(("label", "header", "none")))
    def test_recoded(self, page: Saved, codec: str, told: str) -> None:
        """Another encoding changes nothing, whether the page says so, the server, or nobody."""
        html = decode(page.data, page.charset)[0]
        assume(html.strip())
        html = re.sub(r"(?i)charset=[\"']?[-\w]+", f"charset={codec}" if told == "label" else "", html)
        html = html if "charset=" in html or told != "label" else f"<meta charset={codec}>{html}"
        again = page._replace(data=html.encode(codec), charset=codec if told == "header" else None)
        assert differences(read(page), read(again)) == {}

    @given(st.sampled_from(HANGZHOU))
    def test_text_instead_of_bytes(self, page: Saved) -> None:
        """A page given as text gives the article of its bytes."""
        text = decode(page.data, page.charset)[0]
        assert differences(read(page), read(page._replace(data=text))) == {}  # type: ignore[arg-type]


class TestNothingInvented:
    """
    What comes out stood on the page.
    """

    @given(st.data())
    def test_body_characters(self, data: st.DataObject) -> None:
        """The story holds no character that the page does not, damaged or not; blanks may be folded."""
        page = data.draw(st.sampled_from(PAGES))
        content = page.data
        if data.draw(st.booleans()):
            place = data.draw(st.integers(0, len(content)))
            content = content[:place] + data.draw(st.sampled_from((b"", b"\xe6", b"<p>", b"&#26462;", b"\x81"))) + content[place + 1 :]
        try:
            article = newsparse.parse(content, url=page.url, charset=page.charset)
        except newsparse.PageError:
            return
        printed = set(unescape(decode(content, page.charset)[0])) | set(" \n\t\ufffd")
        assert set(article.text) - printed == set()
        for text in (article.title, article.byline, *article.captions, *(person.name for person in article.authors)):
            assert set(text or "") - printed == set()

    @pytest.mark.parametrize("page", HANGZHOU, ids=lambda page: page.name)
    def test_paragraphs_are_printed(self, page: Saved) -> None:
        """Every paragraph stands on the page, word for word, when the tags and blanks are taken out."""
        article = read(page)
        text = re.sub(r"<[^<>]*>|[\s\u200b\u3000\xa0]", "", unescape(re.sub(r"<!--.*?-->", "", decode(page.data, page.charset)[0])))
        for block in article.get("body", []):
            if block["kind"] == "paragraph":
                assert re.sub(r"[\s\u3000\xa0]", "", block["text"]) in text
