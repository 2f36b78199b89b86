"""
和讯 Hexun

http://news.hexun.com/2012-01-12/137228212.html

A box of recommended stories (``#yued``) stands in the middle of the text, a hidden textarea
repeats its beginning, and 【免责声明】 is its last paragraph (news) or stands below (tech, house).
A count of 0 comments is what a page says before its script has run.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

#: What the site says of every page, before the line with Copyright©.
_NOTICE = css("div.copyright", match=r"^(.+?)\s*Copyright")

SITE = Site(
    name="和讯网",
    hosts=("hexun.com", "hexun.com.tw"),
    permalink=r"/(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)/(?P<id>\d+)\.html",
    own=("和讯网", "和讯", "和讯科技", "和讯财经"),
    layouts=(
        Layout(
            name="2011",
            when="#artibodyTitle.box01",
            window=(
                Window('<div class="breadcrumb" id="lo_links"', '<dl id="yhcomment01"'),
                Window('<div class="copyright"', "</div>", open=1),
            ),
            title="#artibodyTitle > h1",
            timestamp="#artibodyTitle > div",
            source="#artibodyTitle > div",
            byline="#artibodyTitle > div",
            breadcrumb="#lo_links",
            body="#artibody",
            comments=ABSENT,
            disclaimers=_NOTICE,
            related="div.aboutnews ul.ul01 a",
            drop=("#yued", "div.page2011nian"),
        ),
        Layout(
            name="2012-tech",
            when="div.text_panel #artibodyDesc",
            window=(
                Window('<div class="crumbs_L"', '<div class="crumbs_R"'),
                Window('<div class="text_panel"', '<dl id="yhcomment01"', open=1),
                Window('<dt class="column_L"', "</dt>"),
                Window('<div class="mz_decl"', '<div class="clear"></div></div>', open=1),
                Window('<div class="copyright"', "</div>", open=1),
            ),
            title="#artibodyTitle > h1",
            timestamp="#artibodyDesc",
            source="#artibodyDesc",
            byline="#artibodyDesc",
            breadcrumb="div.crumbs_L",
            body="#artibody",
            comments="#commentCount",
            disclaimers="div.mz_decl > p, div.copyright",
            drop=("#yued", "div.page2011nian"),
        ),
    ),
)
