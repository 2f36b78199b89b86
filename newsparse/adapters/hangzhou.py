"""
杭州网 Hangzhou.com.cn, with the e-papers of 杭州日报, 都市快报 and 每日商报

https://ori.hangzhou.com.cn/ornews/content/2026-04/17/content_9208000.htm
http://news-hzrb.hangzhou.com.cn/system/2012/01/12/011718502.shtml  (Enorth, see families.enorth)

Founder Xiangyu (families.founder) with a template a channel; templates outlive the years, and old
articles are rendered anew.  ``_2`` in an address is the second page, ``_0`` the whole article.
``meta author`` holds the editor and ``meta editor`` the writers: neither is read.  ``td.hzwRP_lname05``
of the tables became ``span.hzwRP_lname05`` of ``ori``.  The right column and 下一篇 of ``ori`` are
commented out.  In the tables the row with the time is known only by its place, and the
introductory and the secondary title by theirs: above and below the title.
Only ``ori`` and ``hzrb-2012`` declare windows: a cell without its table is no cell any more, and
where the tables of the others begin is not known; the e-papers' pages are hardly more than a story.
"""

from __future__ import annotations

from attrs import evolve

from newsparse.families.enorth import WEBPUBLISHER
from newsparse.families.founder import ENPCONTENT, EPAPER, NOT_THE_STORY, PAGERS
from newsparse.families.hangzhou import LAYOUTS
from newsparse.rules import Layout, Site, Window, comment, css, meta

#: Whatever element a template prints a line in.
_LINE = ":is(td, div, p, span)"
_SOURCE_LINE = f'{_LINE}:lexbor-contains("来源：")'
#: The row above the text, else the third below the title; in the templates without tables, any line.
_HZNEWS_LINES = (
    "tr:has(+ tr > .hzwRP_lname06) > td",
    "tr:has(> .hzwRP_lname05) + tr + tr + tr > td",
    _SOURCE_LINE,
)
_TRAIL = 'td:lexbor-contains("您所在的位置")'
_PAPER = css("title", match="(杭州日报|都市快报|每日商报)", anywhere=True)

SITE = Site(
    name="杭州网",
    hosts=("hangzhou.com.cn", "hzrb.cn"),
    permalink=(
        r"/(?:(?P<year>\d{4})-(?P<month>\d\d)/(?P<day>\d\d)/)?content_(?P<id>\d+)(?:_(?P<page>\d+))?\.html?(?:[?#]|$)"
        r"|/system/\d{4}/\d\d/\d\d/\d+\.shtml|/article_detail_[123]_\d{8}[A-Z]\d{2,6}\.html|/article_pc\.php\?id=\d+"
    ),
    own=("杭州网", "杭州日报", "都市快报", "每日商报"),
    layouts=(
        Layout(
            name="ori",
            when="div.list_nr > div.tit1",
            window=(
                Window('<div class="weizhi">', '<div class="y_20">'),
                Window('<div class="footer">', '<script src="https://www.hangzhou.com.cn/templateRes'),
            ),
            root="div.list_nr",
            title="div.tit",
            kicker=comment("introtitle"),
            subtitle=("div.fu_tit", comment("subtitle")),
            byline=("div.tr", "div.tit1"),
            timestamp="div.tit1",
            source="div.tit1",
            editors=("div.tr", "div.tit1"),
            breadcrumb=css("div.weizhi", anywhere=True),
            body="div.zhengwen",
            disclaimers=("div.list_nr > div[style]", css("div.footer", anywhere=True)),
            pagination=PAGERS,
            drop=NOT_THE_STORY,
            footer=css("div.footer", anywhere=True),
        ),
        evolve(
            WEBPUBLISHER,
            name="hzrb-2012",
            when="div.cont_m1 > div.cont_title",
            window=Window('<div class="cont_m1">', '<div style="margin-top:10px">'),
            title="div.cont_title",
            comments=css('li[rel], form[action$="pinglun.php"]', every=True),
            related="div.cont_m5",
            drop=("ul:has(li[rel])",),
        ),
        Layout(
            name="hznews",
            when=".hzwRP_lname05",
            title=".hzwRP_lname05",
            kicker=(comment("introtitle"), "tr:has(+ tr > .hzwRP_lname05) > td"),
            subtitle=(comment("subtitle"), "tr:has(> .hzwRP_lname05) + tr > td"),
            byline=_HZNEWS_LINES,
            timestamp=_HZNEWS_LINES,
            source=_HZNEWS_LINES,
            editors=_HZNEWS_LINES,
            breadcrumb=_TRAIL,
            body=".hzwRP_lname06",
            pagination=PAGERS,
            drop=NOT_THE_STORY,
        ),
        Layout(
            name="news",
            when=".xwzx_wname01",
            title=".xwzx_wname01",
            byline=('tr:has(> .xwzx_wname02) ~ tr > td[align="right"]', _SOURCE_LINE),
            timestamp=('tr:has(> .xwzx_wname01) ~ tr > td[align="center"]', meta("publishdate")),
            source=_SOURCE_LINE,
            editors=('tr:has(> .xwzx_wname02) ~ tr > td[align="right"]', _SOURCE_LINE),
            breadcrumb=_TRAIL,
            body=".xwzx_wname02",
            pagination=PAGERS,
            drop=NOT_THE_STORY,
        ),
        *LAYOUTS,
        evolve(EPAPER, name="epaper-founder", elsewhere=False),
        Layout(
            name="epaper-mdaily",
            when="div.head > h1",
            title="div.head > h1",
            kicker="div.head > h3",
            subtitle="div.head > h2",
            timestamp="div.head > p",
            source=_PAPER,
            body="div.content",
            elsewhere=False,
        ),
        Layout(
            name="epaper-hzdaily",
            when="h1 ~ div.content",
            title="h1",
            kicker="h3",
            subtitle="h2",
            timestamp="h1 ~ p",
            source=_PAPER,
            body="div.content",
            elsewhere=False,
        ),
        Layout(
            name="app",
            when="div.articleCont",
            title=("h1", css("title", anywhere=True)),
            source=_SOURCE_LINE,
            body="div.articleCont",
            elsewhere=False,
        ),
        evolve(ENPCONTENT, elsewhere=False),
    ),
)
