"""
鉅亨網 cnyes

http://news.cnyes.com/Content/20120117/KDVU6BPZ2K0ZA.shtml

``span.info`` is one line: ``鉅亨網新聞中心 (來源：財匯資訊，摘自：中國經濟網) 2012-01-17 15:08:02``.  A hidden summary
repeats the first paragraph.  Editors and the notice of risk end ``#newsText``; the logo's h1 come before
the title's.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="鉅亨網",
    hosts=("cnyes.com",),
    permalink=r"/Content/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/(?P<id>\w+)\.shtml",
    own=("鉅亨網",),
    layouts=(
        Layout(
            name="2012",
            when="div.newsContent > #newsText",
            window=Window('<div class="path" style="float:left"', '<div class="gadstxtmcont2"', open=1),
            title="div.newsContent > h1",
            timestamp="div.newsContent > span.info",
            source=css("div.newsContent > span.info", match=r"來源[:：]([^，,)）]+)"),
            byline=css("div.newsContent > span.info", match=r"(記者[^()（）]+)"),
            breadcrumb="div.path > span.crumb",
            comments="#newsPageUrl1 > a",
            body="#newsText",
        ),
    ),
)
