"""
红网 Rednet

http://hn.rednet.cn/c/2012/01/12/2491647.htm

2012: the title is ``p.bt``; the line below it names 红网, while 稿源 below the story is the source;
source, writer and editor stand inside the element of the story, or in a second one of the same id.
"""

from newsparse.rules import Layout, Site, Window, between, css

SITE = Site(
    name="红网",
    hosts=("rednet.cn",),
    permalink=r"/c/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/(?P<id>\d+)(?:_\d+)?\.html?",
    own=("红网",),
    layouts=(
        Layout(
            name="2012",
            when="#ArtilceTitle",
            window=Window('<table id="TipsPos"', '<div id="PageListBox"', open=4),
            title="#ArtilceTitle p.bt",
            subtitle=between("<!--副标题开始-->", "<!--副标题结束-->"),
            byline=css("#zoom", match=r"(作者[:：][^\]］]{2,40})", every=True),
            timestamp="td:has(> #commentinfo)",
            source=(css("#zoom", match=r"(稿源[:：][^\]］]{2,40})", every=True), "td:has(> #commentinfo)"),
            editors=css("#zoom", match=r"(编辑[:：][^\]］]{2,40})", every=True),
            breadcrumb="#TipsPos",
            body="#zoom",
            captions=("p.imgcaption",),
        ),
    ),
)
