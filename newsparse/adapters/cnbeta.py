"""
cnBeta

https://www.cnbeta.com.tw/articles/movie/1459724.htm

The lead stands in a box of its own above the text, on WAP pages inside it.  The mobile line
``0 3DMGame 2024-12-02 16:49:02`` is number of comments, source, time; the WAP page has no
heading and prints its own clock above the title.  An advertisement follows every text.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="cnBeta",
    hosts=("cnbeta.com.tw", "cnbeta.com"),
    permalink=r"/(?:articles/(?:\w+/)?|view/|wap/view/)(?P<id>\d+)\.htm",
    own=("cnBeta",),
    layouts=(
        Layout(
            name="2020",
            when="div.cnbeta-article > header.title",
            root="div.cnbeta-article",
            window=Window('<div class="cnbeta-article"', '<div class="cnbeta-article-vote-tags"', open=1),
            kicker=ABSENT,
            title="header.title > h1",
            timestamp="div.meta",
            source="div.meta > span.source",
            body=css("div.article-summary > p, #artibody", every=True),
            drop=("div.article-global", "div.otherContent_01"),
            comments="a.conmment-num",
        ),
        Layout(
            name="mobile",
            when="article.article-holder > header.article-hd",
            root="article.article-holder",
            window=Window('<article id="content_', "</article", open=1),
            kicker=ABSENT,
            title="h1.article-tit",
            timestamp="time.time",
            source="p.article-byline > span",
            body=css("div.article-summ > p, #artibody", every=True),
            drop="div.article-global",
            comments="a.commnum",
        ),
        Layout(
            name="wap",
            when="#content_wrap > section > #artibody",
            root="#content_wrap > section",
            window=Window('<div id="content_wrap"', '<div class="cnbeta-article-latest"', open=2),
            kicker=ABSENT,
            title="div.title",
            timestamp="div.time",
            source="div.time",
            body="#artibody",
            drop="div.article-global",
        ),
    ),
)
