"""
光明网 Guangming Online

https://news.gmw.cn/2024-05/20/content_37330990.htm
http://tech.gmw.cn/2017-03/10/content_23937776.htm

Founder Xiangyu (families.founder).  2017: ``#contentMsg_baidu`` of no height repeats the line below
the title with an empty 作者.  2024: the menu for phones has an h1 of its own; source and time touch.
"""

from attrs import evolve

from newsparse.families.founder import ENPCONTENT, NOT_THE_STORY
from newsparse.rules import Layout, Site, Window

#: The mark that ends every story on the paper's own site.
_LOGO = 'img[src*="content_logo"]'

SITE = Site(
    name="光明网",
    hosts=("gmw.cn",),
    permalink=r"/(?P<year>\d{4})-(?P<month>\d\d)/(?P<day>\d\d)/content_(?P<id>\d+)(?:_\d+)?\.html?",
    own=("光明网", "光明日报", "《光明日报》", "光明日报客户端"),
    layouts=(
        Layout(
            name="2018",
            when="div.m-title-box > h1.u-title",
            window=Window('<div class="g-crumbs"', '<div class="u-conBottomLine"', open=2),
            title="div.m-title-box > h1.u-title",
            timestamp="div.m_tips span.m-con-time",
            source="div.m_tips span.m-con-source",
            editors="span.liability",
            breadcrumb="div.g-crumbs",
            body="div.u-mainText",
            drop=("div.m-zbTool", "div.u-moreText", _LOGO, *NOT_THE_STORY),
            captions=("p.pictext",),
        ),
        Layout(
            name="2010",
            when="#articleTitle",
            window=Window('<div class="contentLeft">', '<a name="commentAnchor"', open=1),
            title="#articleTitle",
            byline="#contentMsg > #author",
            timestamp="#contentMsg > #pubTime",
            source="#contentMsg > #source",
            editors="#contentLiability",
            breadcrumb='div[id^="contentBreadcrumbs"]',
            body="#contentMain",
            drop=("#contentLiability", "ins", _LOGO, *NOT_THE_STORY),
            captions=("p.pictext",),
            disclaimers="#copyrightClarify",
        ),
        evolve(ENPCONTENT, elsewhere=False),
    ),
)
