"""
环球网 Huanqiu

https://world.huanqiu.com/article/9CaKrnJXaij
http://taiwan.huanqiu.com/…/2012-01/2351257.html

2022 pages have the title in an h3 and leave the editor to a script: ``p.edit-peo`` is empty as
served.  2011-12 pages print the source without a label; ``评论432条`` belongs to a ranking, the
story's own count is in a frame.
Between them lie two templates that are declared from knowledge of the site, not from pages at hand, and only in
part: of 2013 (``.timeSummary``) and of 2016 (``.la_tool``).  The site's name stands nowhere near the story of the pages of
the app (``m``), which are known by their structure alone.
"""

from newsparse.rules import ABSENT, Layout, Site, Window

SITE = Site(
    name="环球网",
    hosts=("huanqiu.com",),
    permalink=r"/article/(?P<key>[0-9A-Za-z]{8,})|/(?P<year>\d{4})-(?P<month>\d\d)/(?P<id>\d+)(?:_\d+)?\.html",
    own=("环球网", "环球时报"),
    layouts=(
        Layout(
            name="2022",
            when="div.t-container-title > h3",
            window=Window('<div class="t-container">', '<div class="l-aboutNews"', open=2),
            title="div.t-container-title > h3",
            byline="div.metadata-info span.author",
            timestamp="div.t-container-metadata p.time",
            source="div.metadata-info span.source",
            editors="p.edit-peo",
            breadcrumb=ABSENT,
            body="div.l-con article",
        ),
        Layout(
            name="m",
            when="div.content-a > div.a-con",
            window=Window('<div class="content-a"', '<div class="aa-item mtb30" id="aa_paging', open=1),
            root="div.content-a",
            title="h1.a-title",
            timestamp="div.a-info span.time",
            source="div.a-info span.original",
            editors="div.a-edit",
            breadcrumb=ABSENT,
            body="div.a-con",
            drop=("div.content-ad",),
            disclaimers="div.a-sign",
        ),
        Layout(
            name="2016",
            partial=True,
            elsewhere=False,
            when="div.la_con",
            timestamp=".la_tool .la_t_a",
            source=".la_tool .la_t_b",
            editors=".la_edit",
            body="div.la_con",
            comments=ABSENT,
        ),
        Layout(
            name="2013",
            partial=True,
            elsewhere=False,
            when="body:has(.timeSummary) #text",
            byline="#author_baidu",
            timestamp=".timeSummary",
            source=".fromSummary",
            editors="#editor_baidu",
            body="#text",
        ),
        Layout(
            name="2011",
            when="li#get_date",
            window=Window('<div class="location"', '<div class="yuedu"', open=3),
            title="div.main > h1",
            standfirst="div.daodu",
            timestamp="#get_date",
            source="#fromsite",
            breadcrumb="div.location > span",
            body="#text",
            captions=("p.pictext",),
        ),
    ),
)
