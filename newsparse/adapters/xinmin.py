"""
新民网 Xinmin

http://ent.xinmin.cn/2012/01/12/13293116.html

One line holds time, 来源, 作者 and 新民网编辑; the items of the site's 声明 start with a bullet,
and an older wording of them stands in a comment.
"""

from newsparse.rules import Layout, Site, Window

SITE = Site(
    name="新民网",
    hosts=("xinmin.cn",),
    permalink=r"/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/(?P<id>\d+)\.html",
    own=("新民网", "新民晚报"),
    layouts=(
        Layout(
            name="2011",
            when="#des.contentInfo",
            window=Window('<div class="contentLeft"', '<div class="contentRight"'),
            title="#title > h1",
            timestamp="#des",
            source="#des",
            byline="#des",
            editors="#des",
            breadcrumb="#lo_links",
            keywords="#about div.otherNews > h2 > a",
            body="#article_info",
            captions="p.pictext",
            disclaimers="#about > p",
            pagination="div.pageBox",
        ),
    ),
)
