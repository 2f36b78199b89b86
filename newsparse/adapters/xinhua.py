"""
新华网 Xinhuanet

http://www.news.cn/politics/leaders/20240509/3dd6e33cc6d749fbaae01fea337ff400/c.html
http://news.xinhuanet.com/society/2012-01/17/c_111443087.htm

2022 pages split the printed time over elements (``2024 / 05/09 / 22:27:02``) and repeat the
title for phones.  2017 pages have no h1.  The visible 来源 is what counts,
``meta[name=source]`` may name 新华社 instead.  Keywords and comment counters of 2017 are
hidden.  2012 pages (and their big5 copies) are tables; captions are plain paragraphs.
The channels of the provinces have templates of their own (``families.xinhuanet``).

``2012-focus`` is parsed whole: nothing in its tables can serve as a landmark.
"""

from newsparse.families.xinhuanet import LAYOUTS, PAGER
from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="新华网",
    hosts=("xinhuanet.com", "news.cn", "xinhua.org", "xinhua-news.com"),
    permalink=r"/(?P<year>\d{4})-?(?P<month>\d\d)(?:/|-)?(?P<day>\d\d)/(?:c_(?P<id>\d+)(?:_\d+)?\.html?|[0-9a-f]{32}/c\.html)",
    own=("新华网", "新华社", "新華網", "新華社", "新华每日电讯"),
    layouts=(
        Layout(
            name="2022",
            when="div.header-cont > div.head-line",
            window=Window('<div class="header domPC', '<div class="columBox', open=2),
            title="div.head-line h1",
            timestamp="div.header-cont > div.header-time",
            source="div.header-cont > div.source",
            editors="#articleEdit span.editor",
            breadcrumb="div.header-top > div.header-nav",
            body="#detail",
            drop=("#articleEdit", "div.player-container", "center.xinhuaPager"),
            pagination="center.xinhuaPager",
        ),
        Layout(
            name="local-2023",
            when="#articleTit > #title",
            window=(
                Window('<div id="headerTitle"', '<div id="center"'),
                Window('<div id="article"', '<div id="" class="part', open=1),
            ),
            title="#title > span:first-child",
            timestamp="div.info div.source > span.time",
            source="div.info div.source",
            byline=css("#articleEdit span.editor", match=r"(作者[:：].+?)\s*责任编辑"),
            editors="#articleEdit span.editor",
            breadcrumb="#articleTit span.curDiv",
            keywords="#articleEdit > div.title a",
            body="#detail",
            drop=("#articleEdit", "center.xinhuaPager"),
            pagination="center.xinhuaPager",
        ),
        Layout(
            name="local-2017",
            when="#article > h1#title",
            window=(
                Window('<div id="headerTitle"', '<div id="center"'),
                Window('<div id="article"', '<div id="share"', open=1),
                Window('<div id="footer"', '<div id="footerM"'),
            ),
            title="#title",
            timestamp="div.info div.source > span.time",
            source="div.info div.source",
            editors="#articleEdit span.editor",
            breadcrumb="#articleTit span.curDiv",
            body="#article > div.article",
            drop="#videoArea",
            comments=css("#wyhs_num", match=r"\d+"),
            disclaimers="#footer",
        ),
        Layout(
            name="2017",
            when="div.h-news > div.h-title",
            window=Window('<div class="header"', '<div class="footer"'),
            title="div.h-news > div.h-title",
            timestamp="div.h-info span.h-time",
            source="div.h-info",
            editors="div.p-tags span.p-jc",
            breadcrumb="div.news-position",
            body="#p-detail",
            drop=("div.p-tags", "div.zan-wap", "div.lb", "div.standard_lb", PAGER),
            pagination=PAGER,
        ),
        Layout(
            name="2012",
            when="td.biaoti",
            window=(Window('<div id="dqwz"', '<div id="ad"'), Window('<div id="ad"', "<iframe", open=6)),
            title="td.biaoti",
            timestamp="#pubtime",
            source="table.biaoti01",
            editors=css("#ad td.zrbj", match=r"(?:编辑|編輯)\s*[:：]?[^()（）【】]*"),
            breadcrumb="#dqwz td[class^=weizhi]",
            body="#Content",
            drop=PAGER,
            pagination=PAGER,
        ),
        Layout(
            name="2012-focus",
            when="td > #pubtime",
            title="#title",
            timestamp="#pubtime",
            source="td:has(> #pubtime)",
            editors="td:has(> #pubtime)",
            breadcrumb=ABSENT,
            body="#content",
            drop=PAGER,
            pagination=PAGER,
        ),
        *LAYOUTS,
    ),
)
