"""
杭州网的频道: the table templates of Hangzhou.com.cn's channels, 2013 to 2019.

http://money.hangzhou.com.cn/news/content/2013-10/22/content_4930126.htm

Known from the selectors of crawlers, not from saved pages: the class that a channel gave to its
title or its text is what tells its template.
"""

from newsparse.families.founder import NOT_THE_STORY, PAGERS
from newsparse.rules import Layout, Site, css, meta

#: Whatever element a template prints a line in.
_LINE = ":is(td, div, p, span)"
_SOURCE_LINE = f'{_LINE}:lexbor-contains("来源：")'
_DATELINE = 'td:lexbor-contains("星期")'

LAYOUTS = (
    Layout(
        name="house",
        when=".tittle_18px",
        title=".tittle_18px",
        byline=f'{_LINE}:lexbor-contains("作者：")',
        timestamp=f'{_LINE}:lexbor-contains("星期")',
        source=_SOURCE_LINE,
        editors=f'{_LINE}:lexbor-contains("编辑：")',
        breadcrumb='div:has(> a:lexbor-contains("杭州楼市"))',
        body="article",
        pagination=PAGERS,
        drop=NOT_THE_STORY,
    ),
    Layout(
        name="wz14",
        when="td.wz14",
        title=".bcolor02",
        byline=_SOURCE_LINE,
        timestamp=("div.le_12black", meta("publishdate")),
        source=_SOURCE_LINE,
        editors=_SOURCE_LINE,
        breadcrumb=".white",
        body="td.wz14",
        pagination=PAGERS,
        drop=NOT_THE_STORY,
    ),
    Layout(
        name="titbox",
        when=".titbox_cont .fontsz14",
        title=".titbox_cont tr:nth-child(3) > td",
        byline=".titbox_cont tr:nth-child(4) > td",
        timestamp=".titbox_cont tr:nth-child(4) > td",
        source=".titbox_cont tr:nth-child(4) > td",
        editors=".titbox_cont tr:nth-child(4) > td",
        breadcrumb=':lexbor-contains("当前位置") + span',
        body=".titbox_cont .fontsz14",
        pagination=PAGERS,
        drop=NOT_THE_STORY,
        elsewhere=False,
    ),
    Layout(
        name="cont_txt",
        when=".cont_txt",
        title='tr:has(+ tr > td:lexbor-contains("来源")) > td',
        byline='td:lexbor-contains("来源")',
        timestamp='td:lexbor-contains("来源")',
        source='td:lexbor-contains("来源")',
        editors='td:lexbor-contains("来源")',
        breadcrumb="body > table:first-of-type td:nth-child(2)",
        body=".cont_txt",
        pagination=PAGERS,
        drop=NOT_THE_STORY,
        elsewhere=False,
    ),
    Layout(
        name="gov",
        when=".mdg_title",
        title=".mdg_title",
        timestamp='tr:has(> td:lexbor-contains("来源")) > td:nth-child(2)',
        source='td:lexbor-contains("来源")',
        breadcrumb='td:lexbor-contains("当前位置") + td',
        keywords=meta("keyword"),
        body="#zoom",
        drop=NOT_THE_STORY,
        elsewhere=False,
    ),
    Layout(
        name="xz",
        when="td.xz_bcolor01",
        title=css("title", anywhere=True),
        timestamp=meta("publishdate"),
        source=meta("source"),
        body="td.xz_bcolor01",
        pagination=PAGERS,
        drop=NOT_THE_STORY,
        elsewhere=False,
    ),
    Layout(
        name="2013",
        when=f'{_DATELINE}[align="center"]',
        title=css("title", anywhere=True),
        kicker=(f"tr:has(+ tr + tr > {_DATELINE}) > td", f"tr:has(+ tr + tr + tr > {_DATELINE}) > td"),
        subtitle=f"tr:has(+ tr > {_DATELINE}) > td",
        byline=f'tr:has(> {_DATELINE}) ~ tr > td[align="right"]',
        timestamp=_DATELINE,
        source=_DATELINE,
        editors=f'tr:has(> {_DATELINE}) ~ tr > td[align="right"]',
        breadcrumb='td:lexbor-contains("当前位置") + td',
        keywords='td:lexbor-contains("关键字")',
        body=f"tr:has(> {_DATELINE}) + tr > td",
        comments='form:has(td:lexbor-contains("我也来说两句"))',
        disclaimers='td:lexbor-contains("凡本网注明")',
        related='tr:has(> td:lexbor-contains("关键字")) ~ tr a',
        footer='td:lexbor-contains("许可证")',
        pagination=PAGERS,
        drop=NOT_THE_STORY,
        elsewhere=False,
    ),
)

FAMILY = Site(name="杭州网频道")
