"""
和讯 Hexun

http://news.hexun.com/2012-01-12/137228212.html

A box of recommended stories (``#yued``) stands in the middle of the text, a hidden textarea
repeats its beginning, and 【免责声明】 is its last paragraph (news) or stands below (tech, house).
A printed count of 0 comments is what the page says before its script runs.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="和讯网",
    hosts=("hexun.com", "hexun.com.tw"),
    permalink=r"/(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)/(?P<id>\d+)\.html",
    own=("和讯网", "和讯", "和讯科技", "和讯财经"),
    layouts=(
        Layout(
            name="2011",
            when="#artibodyTitle.box01",
            window=Window('<div id="mainleft"', '<div id="mainright"'),
            title="#artibodyTitle h1",
            timestamp=("#artibodyTitle span.gray", "#artibodyTitle div"),
            source="#artibodyTitle div",
            byline="#artibodyTitle div",
            editors="#artibodyTitle div",
            breadcrumb="#lo_links",
            body="#artibody",
            drop=("#yued", "div.page2011nian", "div.listr", "#ynpage"),
            comments=("#artibodyTitle span.pl", "#yhcomment01 dt", "#artibodyTitle div"),
            disclaimers=("div.mz_decl",),
            related="div.related",
        ),
        Layout(
            name="2012-tech",
            when="div.text_panel #artibodyDesc",
            title="#artibodyTitle h1",
            timestamp="#artibodyDesc",
            source="#artibodyDesc",
            byline="#artibodyDesc",
            editors=("#artibodyDesc", "div.text_panel div.editor"),
            breadcrumb="div.crumbs_L",
            body="#artibody",
            drop=("#yued", "div.page2011nian", "#ynpage"),
            comments=("h4.column_L div.jbbt", "#yhcomment01 dt"),
            disclaimers="div.mz_decl",
            related="div.related",
        ),
        Layout(
            name="2018",
            when="div.art_contextBox",
            title="div.articleName > h1",
            timestamp="span.pr20",
            source="div.tip",
            byline="div.tip",
            editors=css("div.art_contextBox p", match=r"[（(](责任编辑[：:][^）)]+)[）)]\s*$"),
            breadcrumb="div.links",
            body="div.art_contextBox",
            drop=("div.showAdBox", "#yued"),
            disclaimers=("div.mz_decl",),
        ),
    ),
)
