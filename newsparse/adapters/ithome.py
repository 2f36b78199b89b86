"""
IT之家 ITHome

http://www.ithome.com/html/it/82817.htm

One line holds time, 出处 and, in brackets, the writer (``软媒 - 学士``) or the outlet again.
``p.content_copyright`` opens the text and repeats the title; the counter of comments is empty
in the HTML.

Later pages give every fact an id of Baidu's (``pubtime_baidu`` …), with the label outside of it, so people are read
from the line; an advert's confession ends the text.  Declared from knowledge of the site, not from pages at hand, and only in part.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="IT之家",
    hosts=("ithome.com",),
    permalink=r"/html/\w+/(?P<old>\d+)\.htm|/0/(?P<high>\d+)/(?P<low>\d+)\.htm",
    own=("IT之家",),
    layouts=(
        Layout(
            name="2014",
            when="div.post_title > span.pt_info",
            window=Window('<div class="current_nav"', '<div class="related_post"'),
            kicker=ABSENT,
            title="div.post_title > h1",
            timestamp="span.pt_info",
            source="span.pt_info",
            authors=css("span.pt_info", match=r"（软媒 - ([^）]{1,20})）"),
            breadcrumb="div.current_nav",
            keywords="div.hot_tags a",
            body="#paragraph",
            drop="p.content_copyright",
            comments="a.pti_comm",
        ),
        Layout(
            name="2016",
            partial=True,
            elsewhere=False,
            when="body:has(#pubtime_baidu) #paragraph",
            timestamp="#pubtime_baidu",
            source="#source_baidu",
            body="#paragraph",
            comments=ABSENT,
            drop=("p.content_copyright", "p.ad-tips"),
        ),
    ),
)
