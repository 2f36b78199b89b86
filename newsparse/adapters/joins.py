"""
韩国中央日报中文网 Korea JoongAng Daily in Chinese

https://chinese.joins.com/news/articleView.html?idxno=118515

A Korean CMS: no h1, the title stands a second time in a bar that follows the reader.  The printed clock
is Seoul's and does not say so; the page's metadata names the zone.  ``译 | … 校 | … 责编 | …`` ends the text.
"""

from newsparse.rules import Layout, Site, Window, css, meta

SITE = Site(
    name="韩国中央日报",
    hosts=("joins.com",),
    permalink=r"/news/articleView\.html\?idxno=(?P<id>\d+)",
    own=("中央日报", "韩国中央日报"),
    layouts=(
        Layout(
            name="2023",
            when="header.article-view-header div.article-head-title",
            window=(
                Window('<header class="article-view-header"', '<article id="reply"', open=4),
                Window('<footer id="user-footer"', "</footer"),
            ),
            title="header.article-view-header div.article-head-title",
            timestamp=meta("article:published_time"),
            authors="section.article-head-info li:has(> i.fa-user-o)",
            editors=css("div.view-editors strong.names", every=True),
            breadcrumb="nav.article-head-nav",
            keywords=css("div.tag-group > a", every=True),
            comments=css("section.article-head-info li:has(> i.fa-commenting-o)", match=r"\d+"),
            body="#article-view-content-div",
            drop=("div.view-editors", "div.tag-group", "div.view-copyright", "div.ad-template"),
            disclaimers=css("div.view-copyright, #user-footer", every=True),
        ),
    ),
)
