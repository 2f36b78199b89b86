"""
新浪 Sina

https://news.sina.com.cn/c/2019-10-03/doc-iicezzrq9966741.shtml

The first ``h1`` is the channel's logo on most templates, and a bar that sticks to the top
repeats the title. In the old ``.artInfo`` the first link, ``http://www.sina.com.cn``, is
not the source, and a 微博 link stands beside the source or inside its element. The editor's
code ends the share line below the text. A source may be missing or empty. Stations and games
have templates of their own (``families.sina``).

``auto``, ``2016-titer``, ``2014`` and ``2012`` stand for channels that each wrap the same
elements differently: no landmarks hold for all of them, so they are parsed whole.
"""

from attrs import evolve

from newsparse.families.sina import LAYOUTS
from newsparse.rules import ABSENT, Layout, Site, Window, css

#: Below the text, inside its container: 微博推荐 | 今日微博热点（编辑：SN034）
_SHARE_LINE = '#artibody > div:has(a[href*="verified.weibo.com"])'

#: The template of most channels since 2016.
_ARTICLE = Layout(
    name="2016",
    when="h1.main-title",
    window=(
        Window('<div class="channel-path"', "</div>", open=1),
        Window('<h1 class="main-title"', '<div class="article-content clearfix'),
        Window('<div class="article-content-left', '<div class="article-content-right'),
    ),
    kicker=ABSENT,
    title="h1.main-title",
    standfirst="div.quotation",
    timestamp="div.date-source > .date",
    source="div.date-source > .source",
    editors=".article-editor, .show_author",
    breadcrumb="div.channel-path",
    keywords="div.keywords > a",
    body="#artibody, #article",
    # Who took part is counted above the text, who wrote below it: 6条评论|106人参与.
    comments=("#bottom_sina_comment .count", "div.page-tools .num"),
    drop=(".article-editor", ".show_author", ".appendQr_wrap", ".tech-quotation", 'span[id^="quote_"]'),
    captions=(".img_descr", ".video-info"),
)

SITE = Site(
    name="新浪",
    hosts=("sina.com.cn", "97973.com"),
    permalink=r"/(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)/[-/\w]*?(?P<id>\w{8,})(?:_\d+)?\.s?html",
    own=("新浪", "97973"),
    layouts=(
        evolve(
            _ARTICLE,
            name="auto",
            when="div.article-bread",
            window=(),
            editors=None,
            comments=None,
            breadcrumb="div.article-bread",
            # Price lists, charts and forms of the car market stand between the paragraphs.
            drop="#artibody > div:not(.img_wrapper)",
        ),
        _ARTICLE,
        Layout(
            name="2016-titer",
            when="#page-tools .titer",
            kicker=ABSENT,
            title="#main_title",
            timestamp="#page-tools .titer",
            source="#page-tools .source",
            breadcrumb="#path_search .text",
            keywords="p.art_keywords > a",
            body="#artibody",
            captions=".img_descr",
        ),
        Layout(
            name="2014",
            when="span.time-source",
            kicker=ABSENT,
            title="#artibodyTitle",
            timestamp="span.time-source",
            source="span.time-source > span",
            editors=".article-editor",
            breadcrumb="div.bread",
            body="#artibody",
            drop=".article-editor",
            captions=".img_descr",
        ),
        Layout(
            name="2013",
            when="div.blkBreadcrumbLink",
            window=(
                Window('<div class="blkBreadcrumbLink"', "</div>", open=1),
                Window('<div class="blkContainerSblk">', '<div class="content_shareto', open=1),
            ),
            kicker=ABSENT,
            title="#artibodyTitle",
            timestamp="#pub_date",
            source=(
                "#media_name > a:not(#media_weibo)",
                css("#media_name", match=r"^(.+?)\s*(?:微博)?$"),
                css("div.artInfo", match=r"\d:\d\d\s*(\S+?)\s*(?:我有话说|收藏本文|$)"),
            ),
            breadcrumb="div.blkBreadcrumbLink",
            keywords="p.art_keywords > a, div.content_label_list > a",
            body="#artibody",
            disclaimers="div.f14 > p > b",
            pagination="p.page",
            drop=("div.ct_hqimg", "p.page"),
            captions=".img_descr",
        ),
        Layout(
            name="2012",
            when=("p.from_info", "p.from > #pub_date"),
            kicker=ABSENT,
            title="#artibodyTitle",
            timestamp="#pub_date",
            source="#media_name",
            breadcrumb=("div.position > .path", css("div.dfz-nav > div.fl", match=r"^(?:.*nginx)?\s*(.+)")),
            body="#artibody",
            captions=".img_descr",
        ),
        Layout(
            name="2009",
            when="#artibodyTitle",
            window=(
                Window('<p id="lo_links"', "</p>"),
                Window('<div class="blkContainerSblk">', '<div class="blkContentBtmSearch"'),
            ),
            kicker=ABSENT,
            title="#artibodyTitle",
            timestamp="#pub_date",
            source=("#media_name > a", "#media_name"),
            editors=css(_SHARE_LINE, match=r"[（(]((?:责任编辑|责编|编辑)\s*[：:][^（()）]{1,20})[）)]"),
            breadcrumb="#lo_links",
            body="#artibody",
            drop=(
                "#sinashareto",
                ".otherContent_01",
                _SHARE_LINE,
                "#artibody > center > div",
                "#artibody > p > a > font",
            ),
            captions=".img_descr",
        ),
        *LAYOUTS,
    ),
)
