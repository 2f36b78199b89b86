"""
华声在线 Voc.com.cn

http://hunan.voc.com.cn/article/201909/201909261645396868.html

The line below the title is ``[来源:…] [作者:…] [编辑:…]``, names parted by blanks.  Captions are
bracketed paragraphs in another typeface, the last words of which name the photographer; some
stories lie in a ``figure`` as a whole.  ``meta author`` is a number.
"""

from newsparse.rules import Layout, Site, Window

SITE = Site(
    name="华声在线",
    hosts=("voc.com.cn",),
    permalink=r"/article/\d{6}/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?P<id>\d+)(?:_\d+)?\.html",
    own=("华声在线", "湖南日报"),
    layouts=(
        Layout(
            name="2019",
            when="div.main_l > div.font_time",
            window=(
                Window('<div class="xw_bth">', "</div", open=1),
                Window('<div class="main_l"', '<div class="fenx_h"', open=1),
            ),
            title="div.main_l > h1",
            byline="#author_baidu",
            timestamp="#pubtime_baidu",
            source="#source_baidu",
            editors="#editor_baidu",
            breadcrumb="span.nav_text",
            body="#content",
        ),
    ),
)
