"""
新浪香港 Sina Hong Kong

http://news.sina.com.hk/news/9/1/1/2547713/1.html
http://digital.sina.com.hk/news/…

The line below the title is ``2012-01-11 中國新聞網``, or the clock where the site wrote the story itself.
The picture and its caption precede ``#news_text``, whose end invites to the site's pages elsewhere and
says 內容由新浪北京提供.
"""

from newsparse.rules import Layout, Site, Window, css

#: Stands in one paragraph with the invitation, so it is cut out by its words.
_PROVIDED = r"[(（](內容由[^()（）]{4,40})[)）]"

SITE = Site(
    name="新浪香港",
    hosts=("sina.com.hk",),
    permalink=r"/news/(?:[\w-]+/)*(?P<id>\d+)/\d+\.html",
    layouts=(
        Layout(
            name="2012",
            when="div.contentPageContentTitle > #news_title",
            window=Window('<div class="contentPageHeadline"', '<div style="margin:auto;" class="cpOther', open=4),
            title="#news_title",
            timestamp="div.contentPageContentSubTitle",
            source=(
                css("div.contentPageContentSubTitle", match=r"\d{4}-\d\d-\d\d\s+(?!\d\d:\d\d)(.+)"),
                css("#news_text > p", match=r"^【([^【】]{2,6})專訊】"),
            ),
            breadcrumb="span.navigation",
            body=css("#news_body > div[align=center]:has(~ #news_text), #news_text", every=True),
            drop=(
                "div.contentResizeFont",
                "#nwContentShare",
                "div.right",
                "div:has(> #sharetoweibo)",
                "p:has(> a[href*='facebook'])",
            ),
            disclaimers=css("#news_text", match=_PROVIDED),
        ),
        Layout(
            name="digital-2012",
            when="#nwContentMain #news_title",
            window=Window('<div id="nwContentMain"', '<div id="nwContentPrevNext"', open=1),
            title="#news_title",
            timestamp="div.titleRow div.text3",
            source=css("div.titleRow div.text3", match=r"\d\d:\d\d\s+(.+)"),
            breadcrumb="div.treeRow > div.left",
            keywords="#nwContentRelated td.rightCol",
            body="#news_text",
            drop=("p:has(> a[href*='facebook'])", "p:has(> a[href*='plus.google'])", "div.contentText ~ p"),
            disclaimers=css("#news_text", match=_PROVIDED),
        ),
    ),
)
