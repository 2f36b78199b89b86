"""
网易 NetEase

http://news.163.com/16/0221/11/BGBK2L5J00014AEE.html

The place in brackets after the source is not part of it; 有0人参与 is filled by a script and
counts participants, not comments; times may end in ``.0``. The text ends with 本文来源：… and
责任编辑：…, which may also name the author and another source than the top line. Pages of
the car and entertainment channels have two elements ``#endText``, with a gallery between
them. On 网易号 pages the account stands after 来源.

Games, new houses, match reports and the accounts of 2018 have templates of their own
(``families.netease``).
"""

from newsparse.families.netease import CAPTION, DROP, LAYOUTS, SIGNED
from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="网易",
    hosts=("163.com",),
    permalink=r"/(?:(?:\w+/)?article/(?:detail/)?|\d\d/\d{4}/\d\d/)(?P<id>[A-Z0-9]{16,18})(?:_\w+)?\.html|/match/report/\d+\.html",
    own=("网易",),
    layouts=(
        Layout(
            name="2020",
            account=True,
            when="div.post_info",
            window=Window('<div class="post_main">', '<div class="post_side"'),
            root="div.post_main",
            kicker=ABSENT,
            title="h1.post_title",
            timestamp="div.post_info",
            source=("div.post_info > a:not(.post_jubao)", "div.post_info"),
            editors="div.creative_statement, div.post_author",
            # 申请入驻 follows without a separator.
            breadcrumb=css("div.post_crumb", match=r"^(.*?正文)"),
            body="div.post_body",
            comments=("div.tie-info", "a.post_top_tie_count"),
            disclaimers="div.post_statement > p",
            captions=CAPTION,
        ),
        Layout(
            name="2016",
            when="div.post_time_source",
            window=(
                Window('<div class="post_crumb"', "</div>", open=1),
                Window('<div class="post_content_main"', '<div class="post_btmshare"', open=2),
                Window('<div class="post_comment_tiecount"', "</div>", open=1),
            ),
            kicker=ABSENT,
            title="#epContentLeft > h1",
            standfirst="div.post_desc",
            timestamp="div.post_time_source",
            source=("#ne_article_source", "div.post_time_source"),
            authors=SIGNED,
            editors="span.ep-editor",
            breadcrumb="div.post_crumb",
            body=css("#endText", every=True),
            # 参与 stands above the text, 跟贴 below it.
            comments=("div.post_comment_tiecount", "a.post_cnum_tie"),
            drop=DROP,
            captions=CAPTION,
        ),
        *LAYOUTS,
        Layout(
            name="2013",
            when=("div.ep-time-soure", "div.ep-info"),
            window=(
                Window('<div class="ep-path', '<div class="ep-search"', open=1),
                Window('<h1 id="h1title"', '<div id="tieArea"', open=1),
            ),
            kicker=ABSENT,
            title="#h1title",
            standfirst="p.ep-summary",
            timestamp=("div.ep-time-soure", "div.ep-info > div.left"),
            source=(
                "#ne_article_source",
                "div.ep-info > div.left > a:not(.js-tielink)",
                css("div.ep-source", match=r"(本文来源[：:]\s*[^\s）)]+)"),
            ),
            authors=SIGNED,
            editors="span.ep-editor",
            breadcrumb="span.ep-crumb",
            keywords="div.ep-keywords span.cBlue > a, div.ep-title-1 span.cBlue > a",
            body=css("#endText", every=True),
            comments=("a.ep-cnum-tie", "div.ep-info a.js-tielink"),
            related="div.ep-keywords ul.ep-list-1",
            drop=DROP,
            captions=CAPTION,
        ),
        Layout(
            name="2008",
            when="div.endContent > span.info",
            window=(
                Window('<div class="path">', '<div class="bg_endPage_blue'),
                Window('<div class="bg_endPage_blue', '<div class="bg_endPage clearfix'),
            ),
            kicker=ABSENT,
            title="#h1title",
            standfirst="p.summary",
            timestamp="span.info",
            source="span.info a:not(#endpageUrl1)",
            breadcrumb="span.crumb",
            keywords="div.titleBar1 > h2 > strong > a",
            body=css("#endText", every=True),
            comments="#endpageUrl1",
            disclaimers="div.endContent > p.cDGray",
            related="#endpage_tab",
            pagination="div.endPageNum",
            drop=DROP,
            captions=CAPTION,
        ),
    ),
)
