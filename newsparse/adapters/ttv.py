"""
台視新聞 TTV

http://www.ttv.com.tw/101/01/1010117/10101174922602I.htm

``#Heading`` holds up to three lines that nothing but line feeds of the source part, so they read as one
title.  The day is ``2012/1/17 某某 報導``.  A button for translating stands behind every paragraph.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="台視新聞",
    hosts=("ttv.com.tw",),
    permalink=r"/\d{3}/\d\d/\d{7}/(?P<id>\w+)\.htm",
    own=("台視",),
    layouts=(
        Layout(
            name="2012",
            when="#DivLeft #Heading",
            window=Window('<div id="DivLeft"', '<div class="BlueRC"', open=1),
            title="#Heading",
            timestamp="#DivLeft span.small",
            byline=css("#DivLeft span.small", match=r"\d{4}/\d{1,2}/\d{1,2}\s*(\S.*)"),
            keywords=css("#DivLeft span.fgkc > a", every=True),
            body="#fontstyle",
            drop=("img[id^=btn]",),
        ),
    ),
)
