"""
中時電子報 China Times

http://news.chinatimes.com/realtime/130504/132012011500484.html
http://udr.chinatimes.com/news/2012-01-17/…

2012 news and life pages list date, source and reporter as ``li``; realtime pages put the last two into
one: 【中廣新聞／某某】.  The picture's caption stands before the text.  udr, the medical service, has the
title in a link and the line of date, source and reporter as the first ``p`` of the text; its h1 are
links of the footer.  2018 pages print the clock before the day; they have no window, for no saved page
shows where a slice could end.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="中時電子報",
    hosts=("chinatimes.com",),
    permalink=r"/(?P<id>\d{10,20})(?:-\d+)?(?:\.html)?$",
    own=("中國時報", "中時電子報", "中時新聞網", "中時", "工商時報", "旺報", "時報資訊", "新聞速報"),
    layouts=(
        Layout(
            name="2018",
            when="header.article-header h1.article-title",
            title="h1.article-title",
            timestamp="header.article-header time",
            source="header.article-header div.source",
            authors="header.article-header div.author",
            breadcrumb=css("ol.breadcrumb > li, ul.breadcrumb > li", every=True),
            keywords=css("div.article-hash-tag a", every=True),
            body="div.article-body",
            captions=("figcaption",),
            drop=("div.article-hash-tag", "div.article-function", "div.ad", "div.promote-word"),
        ),
        Layout(
            name="2012",
            when="div.articlebox > div.bar-align-left",
            window=Window('<ul class="page-index"', '<div id="CTIweb20"'),
            title=("div.articlebox > h3.highlight", "div.articlebox > h1.highlight"),
            timestamp="div.articlebox ul.inline-list > li.ui",
            source=(
                # 新聞速報 is the section of what agencies and other outlets sent: 中央社, 台灣醒報／某某.
                css(
                    'div.articlebox ul.inline-list:has(> li.ui:lexbor-contains("新聞速報")) > li.last',
                    match=r"^【?([^／/【】\s]{2,10})",
                ),
                "div.articlebox ul.inline-list > li.ui:nth-child(2):not(.last)",
                css(
                    "div.articlebox ul.inline-list > li.last",
                    match=r"【([^／/【】]{2,12}(?:(?=[／/])|(?<=[社報網台聞訊])(?=】)))",
                ),
            ),
            byline=(
                css("div.articlebox ul.inline-list > li.last", match=r"^【[^／/【】]{2,12}[／/]([^／/【】]+)】$"),
                css("div.articlebox ul.inline-list > li.ui:nth-child(3)", match=r"^【?([^【】]+)"),
            ),
            breadcrumb="ul.page-index",
            body=css("div.articlebox > .photobox, #ctkeywordcontent", every=True),
            captions=("p.photo-essay",),
        ),
        Layout(
            name="udr",
            when="div.news2_view_box_bg > div.knowledge2_view_box",
            window=(
                Window('<div class="index_newsbox_title_bg"', '<div class="news2_view_response_area"', open=3),
                Window('<div class="foot_link_conrent"', '<div class="foot_udr_name"', open=1),
            ),
            title="div.index_newsbox_title",
            timestamp="div.knowledge2_view_box > p",
            source=css("div.knowledge2_view_box > p", match=r"\d{4}-\d\d-\d\d\s*(\S+)"),
            byline=css("div.knowledge2_view_box > p", match=r"\d{4}-\d\d-\d\d\s*\S+\s+(.+)"),
            keywords="div.knowledge2_view_related_links",
            body="div.knowledge2_view_box",
            comments=css("#question_post_count", match=r"\d+"),
            drop=("div.knowledge2_view_box > div + p", "div.knowledge2_view_box > p:first-child"),
            disclaimers=css("div.foot_link_conrent", match=r"以上內容.+"),
        ),
    ),
)
