"""
美国之音中文网 VOA Chinese

https://www.voachinese.com/a/…-20250206/7964852.html

The name beside the title is a reporter's or the house's own.  Quoted posts stand in the text.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="美国之音",
    hosts=("voachinese.com",),
    permalink=r"/a/(?:[^/]+/)?(?P<id>\d+)\.html",
    own=("美国之音", "美國之音"),
    layouts=(
        Layout(
            name="2020",
            when="div.hdr-container h1.pg-title",
            window=Window('<div class="hdr-container"', '<div id="comments"', open=6),
            title="h1.pg-title",
            timestamp=(css("div.published time", attr="datetime"), "div.published time"),
            source=css("div.publishing-details ul.links__list", match=r"((?:美国之音|美國之音)\S*)"),
            authors=css("div.publishing-details li.links__item", every=True),
            breadcrumb="div.category",
            comments="p.link-comments",
            body=css("div.cover-media, #article-content > div.wsw", every=True),
            captions=("span.caption",),
            drop=("div.wsw__embed", "div.wsw__a", "span.ico"),
        ),
    ),
)
