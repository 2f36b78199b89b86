"""
百家号 Baijiahao

https://baijiahao.baidu.com/s?id=1646802817386834542

The printed time may lack its year (``发布时间：10-08 12:00``); a meta element has all of it.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="百家号",
    hosts=("baijiahao.baidu.com", "mbd.baidu.com"),
    permalink=r"/s\?(?:.*&)?id=(?P<id>\d+)",
    layouts=(
        Layout(
            name="2018",
            account=True,
            when="div.anci_header_content > div.article-title",
            window=(
                Window('<meta itemprop="dateUpdate"', "<"),
                Window('<div class="title_border"', '<div id="right-container"', open=1),
            ),
            kicker=ABSENT,
            title="div.article-title > h2",
            timestamp=(css('meta[itemprop="dateUpdate"]', attr="content"), "div.article-source"),
            source="p.author-name",
            body="#article",
            crossheads="p:has(> span.bjh-h3)",
        ),
    ),
)
