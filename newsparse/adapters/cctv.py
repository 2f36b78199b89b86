"""
央视网 CCTV.com

https://tv.cctv.com/2025/10/03/VIDETwKr3pjsZVhlLOuiCF7F251003.shtml

http://news.cctv.com/2019/05/12/ARTIxxxxxxxxxxxxxxxxxxxxxxxx190512.shtml

Pages of broadcasts (``VIDE…``): no h1; the title opens with ``[视频]``, and comes again, like source
and time, in a block for phones.  The text of a news item is in ``#content_area``; other programmes
have only the hidden 视频简介.

Pages of text (``ARTI…``) are declared from knowledge of the CMS, not from pages at hand, and only in part: the
text stands between two comments of ``repaste``, since about 2019 in ``#content_area`` below ``div.title_area``.
Their line of facts names the source without a label, now and then twice.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, between

SITE = Site(
    name="央视网",
    hosts=("cctv.com", "cctv.cn", "cntv.cn"),
    permalink=r"/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/(?:VIDE|ARTI|PHOA)(?P<id>\w+)\.shtml",
    own=("央视网", "央视新闻", "中央电视台", "中央广播电视总台", "CCTV", "CNTV", "中国网络电视台"),
    layouts=(
        Layout(
            name="video",
            when="div.playingVideo > div.tit",
            window=(
                Window('<div class="playingVideo"', '<div class="phone_all"'),
                Window('<div class="title18847"', "<script", open=3),
            ),
            title="div.playingVideo > div.tit",
            timestamp="div.gongneng span.time",
            source="div.gongneng span.laiyuan",
            editors="div.zebian > span",
            breadcrumb=ABSENT,
            body=("#content_area", "div.nrjianjie_shadow p"),
            kind="video",
        ),
        Layout(
            name="text",
            partial=True,
            elsewhere=False,
            when="body:has(div.title_area) #content_area",
            editors="div.zebian > span",
            body="#content_area",
            captions='p[class^="photo_alt"]',
        ),
        Layout(
            name="repaste",
            partial=True,
            elsewhere=False,
            when="<!--repaste.body.begin-->",
            body=between("<!--repaste.body.begin-->", "<!--repaste.body.end-->"),
            captions='p[class^="photo_alt"]',
        ),
    ),
)
