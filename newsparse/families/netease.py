"""
网易频道: the templates of NetEase's games, houses, match reports and accounts of 2018.

http://vhouse.163.com/14/0425/11/9QM4IE2R00290001.html

They share the elements of the news pages (``#endText``, ``.f_center``, ``.ep-source``), and wrap them
in their own way.  Each game has a page of its own around ``div.article-content``, and the others
close more than they open: no landmarks there, all are parsed whole.
"""

from newsparse.rules import ABSENT, Layout, Site, css

#: Among the paragraphs; the last four where a page leaves an element in the text open.
DROP = (
    "div.ep-source",
    ".otitle",
    "div.gg200x300",
    "div.nvt_vote_4",
    "div.video-wrapper",
    "div.ep-pages",
    "div.ep-pagenav",
    "a.cars_compare_table_links",
    "div.endMore",
    "div.titleBar1",
    "#endpage_tab",
)
#: The line that the text ends with: 本文来源：甲报 作者：乙 责任编辑：丙.
SIGNED = css("div.ep-source", match=r"(作者[：:].{1,40}?)\s*(?:责任编辑|$)")
#: A picture's paragraph, or the one below it.
CAPTION = "p.f_center"

LAYOUTS = (
    Layout(
        name="vhouse",
        when="div.infor_content div.ep-info",
        root="div.mod_infor_detail",
        kicker=ABSENT,
        title="#h1title",
        timestamp="div.ep-info > div.left",
        source="div.ep-info > div.left > a:not(.js-tielink)",
        breadcrumb="div.house_path",
        body="#endText",
        comments="div.ep-info a.js-tielink",
        captions=CAPTION,
    ),
    Layout(
        name="game",
        when="div.article-content > span.info",
        kicker=ABSENT,
        title="#h1title",
        timestamp="span.info",
        source="span.info a:not(#endpageUrl1)",
        breadcrumb=("div.location", "div.area-location", "span.title-bg > span"),
        body="#endText",
        comments="#endpageUrl1",
        pagination="div.endPageNum",
        drop=DROP,
        captions=CAPTION,
    ),
    Layout(
        name="dy-2018",
        account=True,
        when="div.article_title p.time > span.point",
        kicker=ABSENT,
        title="div.article_title > h2",
        timestamp="p.time > span",
        source="p.time > span:last-child",
        body="#content",
        captions=CAPTION,
        comments="div.share_box > span.fr",
        disclaimers="div.statement > p",
    ),
    Layout(
        name="match",
        when="div.colLM1 > div.endContent",
        root="div.colLM1",
        kicker=ABSENT,
        title="div.endContent > h1",
        standfirst="p.summary",
        timestamp="div.endContent > span:not([class])",
        source="div.endContent > span > a",
        authors=css("div.endContent > span:not([class])", match=r"(作者：\S+)"),
        body=css("p.summary + div, #endText", every=True),
    ),
)

#: An outlet's own templates: no page of another host is taken for one of them.
FAMILY = Site(name="网易频道")
