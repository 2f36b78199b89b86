"""
快科技 MyDrivers

https://news.mydrivers.com/1/725/725506.htm

There is no ``h1``; one line holds time, 出处, 作者, 编辑, 人气 and 评论.  The text ends with lines
of the site's own: - THE END -, 转载请注明出处, the tags, 责任编辑.  The first tags also stand
under the title.
"""

from newsparse.rules import ABSENT, Layout, Site, Window

SITE = Site(
    name="快科技",
    hosts=("mydrivers.com",),
    permalink=r"/1/\d+/(?P<id>\d+)\.htm",
    own=("快科技", "驱动之家"),
    layouts=(
        Layout(
            name="2015",
            when="div.news_n > div.news_bt1",
            window=(
                Window('<div class="pathway"', '<div class="baidu"'),
                Window('<div class="main_left"', '<div class="main_right"'),
            ),
            kicker=ABSENT,
            title="#thread_subject",
            timestamp="div.news_bt1_left",
            source="div.news_bt1_left",
            authors="div.news_bt1_left",
            editors="div.news_info p.url",
            breadcrumb="div.pathway > ul > li:first-child",
            keywords=(".bqian > a", "div.bqian1 > a"),
            body="div.news_info",
            drop=("p.end", "p.zhuanzai", "p.bqian", "p.url", "p.jubao_text", "div:has(> p.url)"),
            comments="div.news_bt1_left > span:has(#span_commentsnum)",
            disclaimers="p.zhuanzai",
        ),
    ),
)
