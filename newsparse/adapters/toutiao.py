"""
今日头条 Toutiao

https://www.toutiao.com/article/7370966182997787176/

A 头条号 stands where other outlets print a source.  Until 2020 a badge (原创) may stand before
its name, and 来源：… may be the last paragraph; since 2021 captions are plain paragraphs below
their pictures, and a feed of other stories follows.  JSON-LD times are UTC.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="今日头条",
    hosts=("toutiao.com",),
    permalink=r"/(?:article/|a|i|group/)(?P<id>\d{15,20})",
    layouts=(
        Layout(
            name="2021",
            account=True,
            when="div.article-content > div.article-meta",
            window=Window('<div class="left-sidebar"', '<div class="main-input"', open=4),
            kicker=ABSENT,
            title="div.article-content > h1",
            timestamp="div.article-meta",
            source="div.article-meta > span.name",
            body="div.article-content > article",
            comments=css("#comment-area > div.title", anywhere=True),
        ),
        Layout(
            name="2018",
            account=True,
            when="div.article-box > div.article-sub",
            window=(
                Window('<div class="bui-left chinese-tag"', "</div", open=1),
                Window('<div class="bui-left index-middle"', '<div class="bui-right index-right"'),
            ),
            kicker=ABSENT,
            title="h1.article-title",
            timestamp="div.article-sub",
            source="div.article-sub > span:not(.original)",
            breadcrumb="div.chinese-tag",
            keywords="ul.tag-list a.label-link",
            body="div.article-content",
            comments="div.c-header",
            captions="p.pgc-img-caption",
        ),
    ),
)
