"""
蕃薯藤新聞 yam

http://n.yam.com/newtalk/healthy/201201/20120112005271.html

``dt.LeftTimeInfo`` is one line: ``欣傳媒╱記者某某／台北報導 2012-01-12 12:01``; the part behind ╱ may be cut short.
The list of 最多人看 follows in the text's own frame, each of its links an h1.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="蕃薯藤新聞",
    hosts=("yam.com",),
    permalink=r"/(?P<year>\d{4})(?P<month>\d\d)/(?P<id>\d+)\.html",
    layouts=(
        Layout(
            name="2012",
            when="div.LeftTime dt.LeftTimeInfo",
            window=Window('<div class="LeftPhoto"', '<div id="hotview"', open=2),
            title="div.LeftPhoto > h1",
            timestamp="dt.LeftTimeInfo",
            source=css("dt.LeftTimeInfo", match=r"^([^╱]+?)\s*(?:╱|\d{4}-)"),
            byline=css("dt.LeftTimeInfo", match=r"╱\s*(.+?)\s*\d{4}-"),
            body=css("div.LeftPhotoImg, #content", every=True),
        ),
    ),
)
