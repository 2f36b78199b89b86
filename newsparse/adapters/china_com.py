"""
中华网 China.com

https://military.china.com/…/20241223/47781693.html

The ranking lists come before the article in the source.  ``责任编辑`` is glued to the last paragraph
and printed again below; 执行主编 of the footer is nobody's editor here.  ``meta author`` is a number.
A picture's caption may repeat the title.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="中华网",
    hosts=("china.com",),
    permalink=r"/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/(?P<id>\d+)(?:_\d+|_all)?\.html",
    own=("中华网",),
    layouts=(
        Layout(
            name="chan",
            when="#chan_newsTitle",
            window=Window('<div id="chan_newsBlk"', '<div class="artAD" id="art-ad-3"', open=1),
            title="#chan_newsTitle",
            timestamp="#chan_newsInfo span.time",
            source="#chan_newsInfo span.source",
            editors="#chan_newsDetail span.editorFoot, #chan_newsBlk > div.editor",
            breadcrumb=ABSENT,
            body="#chan_newsDetail",
            drop=("span.editorFoot",),
            captions=("p.news_img_title",),
            pagination=css("#chan_multipageNumN > a:not([class])", every=True),
        ),
    ),
)
