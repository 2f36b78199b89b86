"""
Layouts that know only some of their template, and families: the generic reader gives the rest.
"""

from __future__ import annotations

from typing import Any

import pytest

import newsparse
from newsparse.rules import Layout, Site, Window

PAGE = """<title>老桥重新开放_江城晨报</title><div class="path"><a href="/">首页</a> &gt; <a href="/city/">城事</a></div>
<h2>老桥重新开放</h2><p class="info">2025-03-12 08:40 来源：江城晨报 作者：<i></i></p>
<div class="text"><p>昨天上午，封闭三年的老桥重新开放，头一个过桥的是送豆腐的三轮车，车主说绕路绕了三年，今天省下四十分钟。</p>
<p>桥面只走人和自行车，汽车改走下游的新桥，两头的石狮子也从仓库里搬了回来。</p></div>
<p class="foot">责任编辑：罗小舟</p>"""
URL = "http://www.jccb.example.cn/1.html"


def read(page: str = PAGE, **layout: Any) -> newsparse.Article:
    """
    Return the article of a page of a site with one layout.
    """
    site = Site(name="江城晨报", hosts=("jccb.example.cn",), layouts=(Layout(name="2025", when="div.text", **layout),))
    return newsparse.parse(page, url=URL, sites=[site])


class TestPartial:
    def test_rest_is_inferred(self) -> None:
        """Title, time, source, editors and trail of a layout that speaks only of the body."""
        article = read(body="div.text", partial=True)
        assert ("2025", "老桥重新开放", "2025-03-12T08:40+08:00") == (article.layout, article.title, str(article.timestamp))
        assert article.source is not None
        assert ("江城晨报", ["罗小舟"], ["首页", "城事"]) == (
            article.source.name, [editor.name for editor in article.editors], [link.name for link in article.breadcrumb],
        )  # fmt: skip

    def test_whole_layouts_say_all(self) -> None:
        """What a layout that is not partial leaves out is not looked for, the time excepted."""
        article = read(title="h2", body="div.text")
        assert (None, (), ()) == (article.source, article.editors, article.breadcrumb)
        assert "2025-03-12T08:40+08:00" == str(article.timestamp)

    def test_blank_stays_blank(self) -> None:
        """A field whose element is there and blank is not looked for elsewhere."""
        article = read(body="div.text", byline="p.info i", source="p.info i", partial=True)
        assert (None, (), None) == (article.byline, article.authors, article.source)

    def test_missing_is_inferred(self) -> None:
        """A field whose element is not on the page is looked for, as if it were not mentioned."""
        article = read(body="div.text", editors="div.editor", partial=True)
        assert ["罗小舟"] == [editor.name for editor in article.editors]

    def test_no_body(self) -> None:
        """A layout whose body is not on the page is not the page's."""
        article = read(body="div.story", partial=True)
        assert "generic" == article.site

    def test_fields_asked_for(self) -> None:
        """Nothing is inferred that nobody asked for."""
        site = Site(
            name="江城晨报", hosts=("jccb.example.cn",), layouts=(Layout(name="2025", when="div.text", body="div.text", partial=True),)
        )  # fmt: skip
        article = newsparse.parse(PAGE, url=URL, sites=[site], fields=("title",))
        assert ("老桥重新开放", None, ()) == (article.title, article.source, article.body)

    def test_no_window(self) -> None:
        """A window would hide from the generic reader what it is asked for."""
        with pytest.raises(ValueError, match="window"):
            Layout(name="2025", when="div.text", partial=True, window=Window("<div", "<p"))
