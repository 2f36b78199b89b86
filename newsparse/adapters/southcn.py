"""
南方网 Southcn

https://news.southcn.com/node_179d29f1ce/86987bf032.shtml
http://tech.southcn.com/t/2012-01/17/content_….htm

2024: the title is an h2; the writer follows the source without a label; ``meta author`` is the editor.
2012: the writer stands below the story, the editor is glued to its last paragraph; which boxes stand around
the story depends on the channel, so there is no window.  Others of that time are Founder Xiangyu's.
"""

from attrs import evolve

from newsparse.families.founder import ENPCONTENT
from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="南方网",
    hosts=("southcn.com",),
    permalink=r"/node_(?P<node>\w+)/(?P<id>\w+)\.shtml|/(?P<year>\d{4})-(?P<month>\d\d)/(?P<day>\d\d)/content_(?P<old>\d+)\.htm",
    own=("南方网", "南方日报", "南方新闻网", "南方+", "南方农村报"),
    layouts=(
        Layout(
            name="2020",
            when="#article_title",
            window=(Window('<div class="m-crm', '<div class="m-rel"', open=2), Window('<p class="finfo"', "</p")),
            title="#article_title",
            subtitle="#article_subtitle",
            byline="#author_baidu",
            timestamp="#pubtime_baidu",
            source="#source_baidu",
            editors="div.m-article > div.m-editor",
            breadcrumb="div.m-crm",
            body="#content",
            disclaimers=css("p.finfo", match=r"\S+"),
        ),
        Layout(
            name="2009",
            when="#ScDetailTitle",
            title="#ScDetailTitle",
            byline="div.GpDetail > div.tips",
            timestamp="div.GpDetail > div.desc > span.time",
            source="div.GpDetail > div.desc > span.source",
            breadcrumb="div.GcPos",
            body="#ScDetailContent",
            comments="#ScCommentBoxTopMsg",
            disclaimers="div.Gp1 > div, div.ScFoot > div.detail",
        ),
        evolve(ENPCONTENT, elsewhere=False),
    ),
)
