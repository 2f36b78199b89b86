"""
What stands inside and around a story without being it, on pages that nobody declared: adverts, promotion, pictures in tables, tables of data.
"""

from __future__ import annotations

import pytest
from test_generic_shapes import INFO, STORY, TITLE, check, page, printed

import newsparse

_FIRST, _MIDDLE, _LAST = STORY
_MARKED = "青石县东渡口的夜航也在昨晚恢复，船票照旧。"


def between(aside: str) -> str:
    """
    Return the story's paragraphs with an element between the first and the second.
    """
    return f"<p>{_FIRST}</p>{aside}<p>{_MIDDLE}</p><p>{_LAST}</p>"


class TestAdverts:
    """
    Elements inside the story's that are named for what they hold, or are nothing but a link.
    """

    @pytest.mark.parametrize(
        "aside",
        [
            f'<div style="float:left"><a href="http://ad.example.com/1">{_MARKED}</a></div>',
            f'<table align="right"><tr><td><a href="http://example.net/c?1">{_MARKED}</a></td></tr></table>',
            f'<ul><li><a href="/x1">{_MARKED}</a></li><li><a href="/x2">白河渔港试行电子过磅满一个月，渔民说省事。</a></li></ul>',
            f'<div class="read-more"><b>相关阅读：</b><a href="/n/1.html">{_MARKED}</a></div>',
            f'<div class="ad_inread"><p>{_MARKED}</p></div>',
            f'<div class="textAdBox"><b>名医推荐</b><a href="/d">周大田 主任医师</a><p>{_MARKED}</p><a href="#">提问</a></div>',
            f'<div class="guanggao">{_MARKED}</div>',
            f'<div id="div-gpt-ad-1700">{_MARKED}</div>',
            f'<div class="midad"><p>{_MARKED}</p></div>',
        ],
    )
    def test_between_paragraphs(self, aside: str) -> None:
        """A sentence of advertising is none of the story."""
        check(page(body=between(aside)), {"texts": STORY})

    @pytest.mark.parametrize("name", ["article-promo", "fivestar-form", "news_app", "post-share", "author-card"])
    def test_below(self, name: str) -> None:
        """Nor is what stands in the site's tools below it."""
        check(page(below=f'<div class="{name}"><p>{_MARKED}</p></div>'), {"texts": STORY})

    @pytest.mark.parametrize(
        "aside",
        [
            f'<p>{_MARKED}<a href="/a">青石县</a>、<a href="/b">白河县</a>都已恢复。</p>',
            '<p>到场的有<a href="/a">青石水务</a>、<a href="/b">白河电力</a>、<a href="/c">东渡航运</a>、<a href="/d">河西能源</a>，共四家。</p>',
            f'<div class="reading heads thread"><p>{_MARKED}</p></div>',
        ],
    )
    def test_story(self, aside: str) -> None:
        """Sentences with links, and names that merely contain the letters, are the story."""
        assert len(printed(page(body=between(aside)))["texts"]) == 4


class TestPicturesBesideTheStory:
    """
    Pictures with what is said of them in rows of a table, or in an element of their own above the story's.
    """

    @pytest.mark.parametrize(
        "shown",
        [
            f'<table align="center"><tr><td><img src="/a.jpg"></td></tr><tr><td>{_MARKED}</td></tr></table>',
            f'<div class="featured"><img src="/a.jpg"><span>{_MARKED}</span></div>',
            f'<div class="itemImageBlock"><img src="/a.jpg"><p>{_MARKED}</p></div>',
            f'<a href="/a_big.jpg"><figure><img src="/a.jpg"><figcaption>{_MARKED}</figcaption></figure></a>',
        ],
    )
    def test_above(self, shown: str) -> None:
        """A whole sentence below a picture above the story describes it."""
        html = page(info=f"<div>2024-03-18 09:05 来源：青石晚报</div>{shown}")
        check(html, {"texts": STORY, "captions": [_MARKED]})

    @pytest.mark.parametrize(
        "shown",
        [
            f'<table align="left"><tr><td><img src="/a.jpg"></td></tr><tr><td>{_MARKED}</td></tr></table>',
            f'<div class="insetimg"><img src="/a.jpg"><div class="imgcap">{_MARKED}</div></div>',
        ],
    )
    def test_inside(self, shown: str) -> None:
        """So it does in a table or in a picture's element among the paragraphs."""
        check(page(body=between(shown)), {"texts": STORY, "captions": [_MARKED]})

    def test_pictures_among_paragraphs(self) -> None:
        """In an element of the story a sentence below a picture is a paragraph."""
        found = printed(page(body=between(f'<div class="part"><p><img src="/a.jpg"></p><p>{_MARKED}</p></div>')))
        assert found["texts"] == (_FIRST, _MARKED, _MIDDLE, _LAST)

    def test_parted_by_the_info_line(self) -> None:
        """A picture between title and info line comes with its caption, not an icon beside a number."""
        shown = f'<div class="photo"><img src="/a.jpg"><div class="legend">{_MARKED}</div></div>'
        check(page(info=f"{shown}<div>2024-03-18 09:05 来源：青石晚报</div><div>作者：罗小满</div>"), {"texts": STORY, "captions": [_MARKED]})
        icon = '<div class="views"><img src="/eye.svg"><span>5545点阅</span></div>'
        check(page(info=f"{icon}<div>2024-03-18 09:05 来源：青石晚报</div><div>作者：罗小满</div>"), {"texts": STORY, "captions": []})

    def test_two_lines_below_two_pictures(self) -> None:
        """上图 and 下图 are a caption each; a button behind one is none."""
        shown = (
            '<p align="center"><img src="/a.jpg"></p><p align="center">上图 老水厂的水塔，建于一九六二年。<br>下图 新水厂的滤池。 青石晚报记者 罗小满 摄</p>'
            '<div class="picbox"><img src="/b.jpg"><p>唐月娥家的水龙头 我要看更大图</p></div>'
        )
        captions = ["上图 老水厂的水塔，建于一九六二年。", "下图 新水厂的滤池。 青石晚报记者 罗小满 摄", "唐月娥家的水龙头"]
        check(page(body=between(shown)), {"texts": STORY, "captions": captions})


class TestTables:
    """
    Tables among the paragraphs.
    """

    def test_data(self) -> None:
        """A table of data is one block, as adapters have it."""
        cells = (("水厂", "日供水（万吨）"), ("老水厂", "3"), ("新水厂", "8"))
        rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
        article = newsparse.parse(page(body=between(f"<table>{rows}</table>")), adapters=False)
        assert [block.kind for block in article.body] == ["paragraph", "table", "paragraph", "paragraph"]
        assert article.body[1].rows == cells  # type: ignore[union-attr]

    def test_layout(self) -> None:
        """A table that only frames a paragraph is none."""
        check(page(body=between(f"<table><tr><td><p>{_MARKED}</p></td></tr></table>")), {"texts": (_FIRST, _MARKED, _MIDDLE, _LAST)})


class TestSummaries:
    """
    Summaries above the story, in elements of their own.
    """

    @pytest.mark.parametrize("label", ["导语：", "摘要 ", "[摘要]", "【提要】", "导读："])
    def test_labelled(self, label: str) -> None:
        """What calls itself a summary is the standfirst, not the first paragraph."""
        html = page(info=f"{INFO}<div><b>{label}</b>{_MARKED}</div>")
        check(html, {"texts": STORY})
        assert newsparse.parse(html, adapters=False).standfirst == _MARKED

    def test_glued(self) -> None:
        """So it is where the label has no sign behind it and the element says it too."""
        html = page(info=f'{INFO}<p class="post-abstract"><span>摘要</span>{_MARKED}</p>')
        check(html, {"texts": STORY})
        assert newsparse.parse(html, adapters=False).standfirst == _MARKED


class TestTitles:
    """
    Lines that belong to the title, in rows of the table that holds the story, too.
    """

    @staticmethod
    def _in_table(*rows: str) -> str:
        cells = "".join(f'<tr><td align="center">{row}</td></tr>' for row in (*rows, "2024-03-18 09:05 来源：青石晚报"))
        story = "".join(f"<p>{text}</p>" for text in STORY)
        return f"<html><head><title>{TITLE}_青石网</title></head><body><table>{cells}<tr><td>{story}</td></tr></table></body></html>"

    @pytest.mark.parametrize(
        ("above", "below"),
        [
            ("取水口上移六公里", None),
            (None, "青石县：老厂房改成展馆，不收门票"),
            ("取水口上移六公里", "——“早上烧水没有味道了”"),
        ],
    )
    def test_rows(self, above: str | None, below: str | None) -> None:
        """引题 in the row above the title, 副题 in the row below it."""
        article = newsparse.parse(self._in_table(*filter(None, (above, TITLE, below))), adapters=False)
        assert (article.title, article.kicker, article.subtitle) == (TITLE, above, below)
        assert article.body[0].text == _FIRST

    @pytest.mark.parametrize("row", ["A05版 民生", "周大田 唐月娥", "社会新闻", "2024年3月18日 星期一"])
    def test_other_rows(self, row: str) -> None:
        """A page of the paper, names, sections and dates are neither."""
        for rows in ((row, TITLE), (TITLE, row)):
            article = newsparse.parse(self._in_table(*rows), adapters=False)
            assert (article.title, article.kicker, article.subtitle) == (TITLE, None, None)

    def test_named(self) -> None:
        """A comma makes a subtitle no paragraph."""
        html = page(heading=f'<div class="yt">取水口上移六公里</div><h1>{TITLE}</h1><div class="sub_title">老厂房改成展馆，周末开放</div>')
        article = newsparse.parse(html, adapters=False)
        assert (article.title, article.kicker, article.subtitle) == (TITLE, "取水口上移六公里", "老厂房改成展馆，周末开放")

    def test_broken(self) -> None:
        """A title that is broken into two lines is both, where ``<title>`` has both."""
        check(page(heading=f'<h1>{TITLE.replace(" ", "<br>")}</h1>'), {"texts": STORY})
        article = newsparse.parse(page(heading=f"<h1>{TITLE}<br>老厂房改成展馆</h1>"), adapters=False)
        assert article.title == TITLE

    @pytest.mark.parametrize("button", ["订阅民生RSS", "+订阅", "听"])
    def test_glued_to_a_button(self, button: str) -> None:
        """What a reader may press in the title's line is not the title."""
        check(page(heading=f"<h1><span>{button}</span>{TITLE}</h1>"), {"texts": STORY})
