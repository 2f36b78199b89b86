"""
香港電台 RTHK

http://www.rthk.org.hk/rthk/news/expressnews/20120112/news_20120112_55_811278.htm

Every character of the story is followed by a blank.  Tables without names; comments mark the places.
HKT stands between day and clock; the first paragraph is bare text in ``font``.  Stories on shares end
with 股價資料 and a link.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, between

SITE = Site(
    name="香港電台",
    hosts=("rthk.org.hk", "rthk.hk"),
    permalink=r"/expressnews/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/(?:\w+_)(?P<id>\d+)\.htm",
    own=("香港電台",),
    layouts=(
        Layout(
            name="2012",
            when="<!-- heading_end -->",
            window=Window('<font size="1" face="Arial, Helvetica, sans-serif"', "</td"),
            title=between("<!-- heading -->", "<!-- heading_end -->"),
            timestamp="font:has(> font)",
            source=ABSENT,
            authors=ABSENT,
            editors=ABSENT,
            body=between("<!-- content -->", "<!-- content end -->"),
            drop=("a[target=ecode]", "font[color='#003399']"),
        ),
    ),
)
