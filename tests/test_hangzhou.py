"""
杭州网: what its adapter and the two families behind it promise, fact by fact.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from pages import Saved, fixtures, read, saved

import newsparse
from newsparse.adapters import hangzhou
from newsparse.document.source import Source
from newsparse.provenance import WON, Trace
from newsparse.rules import ABSENT, RULE_FIELDS, Inferred

PAGES = {page.name: page for page in fixtures() if page.name.startswith(("hangzhou/", "founder/", "enorth/"))}


def source(text: str) -> Source:
    """
    Return the source of a page.
    """
    return Source(lambda: text, lambda: text)


class TestFounderComment:
    """
    ``<!--enpproperty … /enpproperty-->``, as the site wrote it over the years.
    """

    NEW = (
        "<!--enpproperty <articleid>1</articleid><date>2026-04-17 09:35:10:0</date><author>记者 沈小满</author>"
        "<title>一盏灯 &gt; 两盏灯</title><subtitle></subtitle><introtitle>&nbsp;</introtitle><urlpad>null</urlpad>"
        "<channel>1</channel><journalist>0</type>/enpproperty-->"
    )

    def test_fields(self) -> None:
        """Values come without entities; blank ones, ``null`` and those of a malformed tail are none."""
        page = source(f"<p>x</p>{self.NEW}")
        assert page.comment("title") == "一盏灯 > 两盏灯"
        assert page.comment("author") == "记者 沈小满"
        assert page.comment("channel") == "1"
        for name in ("subtitle", "introtitle", "urlpad", "journalist", "type", "nodename"):
            assert page.comment(name) is None

    def test_fields_after_the_malformed_one(self) -> None:
        """A field whose end tag bears another name costs itself only."""
        tail = "<journalist>0</type><countPic>0</countPic><liability>罗小寒</liability>/enpproperty-->"
        assert source(f"<!--enpproperty <date>x</date>{tail}").comment("liability") == "罗小寒"

    def test_several(self) -> None:
        """The first comment of several that has the field answers."""
        pages = source("<!--enpproperty <date></date><a>1</a>/enpproperty--><!--enpproperty <date>2</date>/enpproperty-->")
        assert pages.comment("date") == "2"

    @pytest.mark.parametrize("date", ["2017-03-10 09:58:03.0", "2017-03-10 09:58:03:671", "2017-03-10 09:58:03:0"])
    def test_milliseconds(self, date: str) -> None:
        """Milliseconds follow a full stop in old comments, a colon in new ones; the second is what counts."""
        page = PAGES["founder/enpcontent-new"]
        html = page.data.decode().replace("2024-05-13 13:48:13:671", date)
        assert read(page._replace(data=html.encode()))["timestamp"] == "2017-03-10T09:58:03+08:00"

    def test_epaper(self) -> None:
        """The comment of an e-paper follows the page, and its names have hyphens."""
        page = source("</html><!--enpproperty <founder-date>2016-04-28 02:11:40</founder-date> /enpproperty-->")
        assert page.comment("founder-date") == "2016-04-28 02:11:40"


class TestBetween:
    """
    The markup between two comments.
    """

    START, END = "<!--enpcontent-->", "<!--/enpcontent-->"

    @pytest.mark.parametrize(
        ("html", "expected"),
        [
            ("a<!--enpcontent-->b<!--/enpcontent-->c", "b"),
            ("<!--enpcontent-->a<!--enpcontent-->b<!--/enpcontent-->c<!--/enpcontent-->", "b"),
            ("a<!--enpcontent-->b", "b"),
            ("<!--enpcontent--><!--/enpcontent-->", ""),
            ("<!--/enpcontent-->a", None),
            ("<!--enpcontent", None),
        ],
    )
    def test_first(self, html: str, expected: str | None) -> None:
        """The innermost pair counts; a page that is cut off is read to its end."""
        assert source(html).between(self.START, self.END) == expected

    def test_every(self) -> None:
        """The whole story on one page has a pair a page."""
        html = "<!--enpcontent-->a<!--/enpcontent--> x <!--enpcontent-->b<!--/enpcontent-->"
        assert source(html).between(self.START, self.END, every=True) == "ab"

    def test_comment_with_arguments(self) -> None:
        """Only the beginning of a comment need be known."""
        html = "<!--function pub_date(yyyy-MM-dd) parse begin-->\n2012<!--function: pub_date(yyyy-MM-dd) parse end  0ms cost! -->"
        assert source(html).between("<!--function pub_date(", "<!--function: pub_date(") == "\n2012"


class TestAddresses:
    """
    Addresses of articles, paged and undated ones among them.
    """

    @pytest.mark.parametrize(
        ("url", "number", "page"),
        [
            ("http://money.hangzhou.com.cn/investment/content/2017-01/05/content_6436646.htm", "6436646", None),
            ("http://hznews.hangzhou.com.cn/content/2012-11/07/content_4464282_2.htm", "4464282", "2"),
            ("https://www.hangzhou.com.cn/content/2026-02/13/content_9177823_0.htm", "9177823", "0"),
            ("http://ori.hangzhou.com.cn/content/content_6686619.htm", "6686619", None),
            ("https://county.hangzhou.com.cn/a/content/2022-01/02/content_8100000.html", "8100000", None),
            ("http://hzdaily.hangzhou.com.cn/mrsb/html/2016-04/28/content_2251492.htm", "2251492", None),
        ],
    )
    def test_permalink(self, url: str, number: str, page: str | None) -> None:
        """The pattern finds the article's number, and the page's where there is one."""
        match = re.search(str(hangzhou.SITE.permalink), url)
        assert match is not None
        assert (match["id"], match["page"]) == (number, page)

    @pytest.mark.parametrize(
        "url",
        [
            "https://news-hzrb.hangzhou.com.cn/system/2012/01/12/011718502.shtml",
            "http://mdaily.hangzhou.com.cn/dskb/2026/03/29/article_detail_2_20260329A0119.html",
            "https://appm.hangzhou.com.cn/article_pc.php?id=273779",
        ],
    )
    def test_other_permalinks(self, url: str) -> None:
        """The other systems' addresses are known too."""
        assert re.search(str(hangzhou.SITE.permalink), url)

    @pytest.mark.parametrize(
        "url",
        [
            "http://hznews.hangzhou.com.cn/chengshi/index_1.htm",
            "http://www.hangzhou.com.cn/pinglun/node_152931.htm",
            "http://hzdaily.hangzhou.com.cn/hzrb/2018/06/15/page_list_20180615.html",
        ],
    )
    def test_lists(self, url: str) -> None:
        """Lists are no articles."""
        assert not re.search(str(hangzhou.SITE.permalink), url)

    @pytest.mark.parametrize("suffix", ["", "_2", "_0"], ids=["first", "second", "whole"])
    def test_pages(self, suffix: str) -> None:
        """The canonical address is that of the first page, whichever page it is."""
        page = PAGES["hangzhou/ori-second-page-2019"]
        base = "https://ori.hangzhou.com.cn/ornews/content/2019-04/08/content_7173338"
        article = read(page._replace(url=f"{base}{suffix}.htm"))
        assert article["canonical_url"] == f"{base}.htm"


class TestRecognition:
    """
    Which pages are Hangzhou's, and which layout they have.
    """

    @pytest.mark.parametrize("name", ["hangzhou/ori-own-story-2026", "hangzhou/hzrb-2012-own-story", "hangzhou/news-table-2014"])
    def test_without_address(self, name: str) -> None:
        """A template whose names are the site's own, or whose links are, is found on a page without an address."""
        trace = Trace()
        article = read(PAGES[name]._replace(url=None), trace)
        assert article["site"] == "hangzhou"
        assert trace.decided_by in ("links", "structure")

    def test_names_that_anybody_uses(self) -> None:
        """A template that is known by ``div.content`` is nobody's on another host."""
        page = PAGES["hangzhou/epaper-hzdaily-2018"]
        assert read(page._replace(url="http://www.qingshi.example/1.html"))["site"] != "hangzhou"

    def test_rules_are_used(self) -> None:
        """Every alternative of every rule wins on some fixture page, or it would be a guess."""
        won = set()
        for page in fixtures():
            trace = Trace()
            read(page, trace)
            won |= {(entry.layout, entry.field, entry.alternative) for entry in trace.found if entry.outcome == WON}
        declared = {
            (layout.name, field, number)
            for layout in hangzhou.SITE.layouts
            for field in RULE_FIELDS
            for number, rule in enumerate(getattr(layout, field))
            if rule is not ABSENT and not isinstance(rule, Inferred)
        }
        # Alternatives of a family win on the family's own fixtures.
        shared = {("hzrb-2012", "source", 1), ("epaper-founder", "subtitle", 0)}
        pagers = {entry for entry in declared if entry[1] == "pagination"}
        assert {entry for entry in declared - won - pagers - shared} == set()
        assert {number for _, _, number in pagers & won} == {0, 1, 2}


class TestCredits:
    """
    Who wrote it, who edited it, whose it is.
    """

    @pytest.mark.parametrize("name", sorted(name for name, page in PAGES.items() if b"META name=\"author\"" in page.data))
    def test_swapped_metadata(self, name: str) -> None:
        """``meta author`` and ``meta editor`` are swapped on the site's own pages: what they hold changes nothing."""
        page = PAGES[name]
        other = re.sub(rb'(META name="(?:author|editor)" content=")[^"]*', rb"\1nobody", page.data)
        assert other != page.data
        before, after = read(page), read(page._replace(data=other))
        assert (before["authors"], before["editors"]) == (after["authors"], after["editors"])

    @pytest.mark.parametrize(
        ("outlet", "reprint"),
        [("杭州网", False), ("杭州日报", False), ("都市快报", False), ("每日商报", False), ("青石晚报", True), ("", None)],
    )
    def test_reprint(self, outlet: str, reprint: bool | None) -> None:
        """稿件来源：杭州网(包括杭州日报、都市快报、每日商报) is its own; without a source there is no ground to say."""
        page = PAGES["hangzhou/titbox-2019"]
        html = page.data.decode().replace("来源：青石汽车周刊", f"来源：{outlet}" if outlet else "")
        html = html.replace('content="青石汽车周刊"', 'content=""')
        assert read(page._replace(data=html.encode()))["is_reprint"] is reprint

    def test_empty_author(self) -> None:
        """An author line without a name names nobody, and the editor after it is not the author."""
        article = read(PAGES["hangzhou/hzrb-2012-pasted-comments"])
        assert article["byline"] is None
        assert article["authors"] == []


def test_hidden_comments_are_no_links() -> None:
    """The right column and 下一篇 of ``ori`` are commented out: nothing of them is read."""
    article = json.dumps(read(PAGES["hangzhou/ori-own-story-2026"]), ensure_ascii=False)
    assert "菜场阿姨" not in article
    assert "江边步道" not in article


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_seed_template_in_both_encodings(codec: str) -> None:
    """Which encoding the pages of 2013 had is not known: either is read."""
    page = PAGES["hangzhou/2013-money"]
    html = page.data.decode("gb18030").replace("charset=gb2312", f"charset={codec}")
    assert read(page._replace(data=html.encode(codec))) == read(page)


def test_truncated_anywhere() -> None:
    """A page cut off after its title is an article as far as it goes, or an error; its story never grows."""
    page = PAGES["hangzhou/2013-money"]
    whole = newsparse.parse(page.data, url=page.url).text
    start = page.data.index("近日".encode("gb18030"))
    for end in range(start, len(page.data), 97):
        text = newsparse.parse(page.data[:end], url=page.url).text
        assert whole.startswith(text.replace("\ufffd", "")[:-12])


@pytest.mark.corpus
def test_saved_pages(corpus: Path) -> None:
    """The real pages of the site give what their labels say."""
    pages = [page for page in saved(corpus) if page.name.startswith("hangzhou.com.cn/")]
    assert pages
    for page in pages:
        check(page, json.loads((corpus / "labels" / f"{page.name}.json").read_text(encoding="utf-8")))


def check(page: Saved, label: dict[str, object]) -> None:
    """
    Compare an article with its label.
    """
    article = read(page)
    assert article["title"] == label["title"]
    assert article["timestamp"] == label["timestamp"]
    assert article["source"]["name"] == label["source"]
    assert [person["name"] for person in article["authors"]] == label["authors"]
    assert [person["name"] for person in article["editors"]] == label["editors"]
    assert [step["name"] for step in article["breadcrumb"]] == label["breadcrumb"]
    assert article["captions"] == label["captions"]
    optional = label["optional"]
    assert isinstance(optional, list)
    story = [block["text"] for block in article["body"] if block["kind"] == "paragraph"]
    assert [text for text in story if text not in optional] == label["body"]
