"""
新华网各地频道: the templates of Xinhua's offices in the provinces, about 2012.

http://www.gx.xinhuanet.com/newscenter/2012-01/12/content_24523041.htm

Each office made its own (named here for the province), and copies stand on mirrors and on the
big5 gate, which turns them into traditional characters and leaves the markup as it is.  Ids
may be printed twice; tags are written in any case.

``channel-gx`` is parsed whole: its tables begin like those around them.
"""

from newsparse.rules import Layout, Site, Window

#: The pages of a story, below its text; scripts turn it into the one above it.
PAGER = "#div_currpage"

LAYOUTS = (
    Layout(
        name="channel-gx",
        when="#Title > span.txt18",
        title="#Title",
        timestamp="table:has(#Title) td.hei12",
        source="table:has(#Title) td.hei12",
        editors="td.bt12",
        breadcrumb="td.dh03",
        body="td.p1 > #Content",
    ),
    Layout(
        name="channel-sd",
        when="td.txt18 > #Title",
        window=Window(
            '<table width="615" border="0" cellspacing="0" cellpadding="0" class="hei12"', '<table width="610"'
        ),
        title="#Title",
        timestamp="tr:has(#Title) ~ tr td.hei12",
        source="tr:has(#Title) ~ tr td.hei12",
        editors="td.hei12 > div",
        breadcrumb="table.hei12 td:first-child:has(> a.hei12)",
        body="#Zoom",
    ),
    Layout(
        name="channel-yn",
        when="#article > #source",
        window=(
            Window('<div id="position"', "<h5", open=1),
            Window('<div id="article"', '<div id="moreNews"', open=1),
            Window('<div id="copyright"', "</div>", open=1),
        ),
        title="#article > h2",
        timestamp="#source",
        source="#source",
        breadcrumb="#position > h4",
        body="#mainText",
        drop=(PAGER, "#div_page_roll1"),
        captions="p.pictext",
        disclaimers="#copyright",
        pagination=PAGER,
    ),
    Layout(
        name="channel-cq",
        when="#N_left > div.a1",
        window=(
            Window('<div class="topss"', '<form id="pd"', open=2),
            Window('<div class="N_left"', '<div class="a5"', open=1),
        ),
        title="#N_left > div.a1",
        timestamp="#N_left > div.a2 > ul",
        source="#N_left > div.a2 > ul",
        editors="#N_left > div.a4 > ol",
        breadcrumb="div.topss > div.a1",
        body="#N_left > div.a3",
        drop="a.nextpage",
    ),
    Layout(
        name="channel-hb",
        when="div.wzlb_left_wz > h6",
        window=Window('<div class="wzlb_left_nr"', '<div class="tgsm"', open=1),
        title="div.wzlb_left_wz > h1",
        timestamp="div.wzlb_left_wz > h6",
        source="div.wzlb_left_wz > h6",
        breadcrumb="div.wzlb_left_nr > div.wzlb_bottomborder > h2",
        body="div.wzlb_left_wz",
        drop=("h1", "h6"),
    ),
)

#: An outlet's own templates: no page of another host is taken for one of them.
FAMILY = Site(name="新华网地方频道")
