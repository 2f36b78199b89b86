"""
百家号 Baijiahao

https://baijiahao.baidu.com/s?id=1646802817386834542

The printed time may lack its year (``发布时间：10-08 12:00``); a meta element has all of it.

Since about 2019 classes end in a hash (``index-module_textWrap_3ygOc``), since about 2021 elements are named
for tests (``data-testid``): both are declared from knowledge of the site, not from pages at hand, and only in part.
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
        Layout(
            name="2019",
            partial=True,
            account=True,
            elsewhere=False,
            when='[class^="index-module_textWrap"]',
            title='[class^="index-module_articleTitle"]',
            timestamp=css('meta[itemprop="dateUpdate"]', attr="content"),
            source='[class^="index-module_authorName"]',
            body=css('[class^="index-module_textWrap"], [class^="index-module_mediaWrap"]', every=True),
            crossheads="p:has(> span.bjh-h3)",
        ),
        Layout(
            name="2021",
            partial=True,
            account=True,
            elsewhere=False,
            when='[data-testid="article"]',
            timestamp=css('meta[itemprop="dateUpdate"]', attr="content"),
            source='[data-testid="author-name"]',
            body='[data-testid="article"]',
            crossheads="p:has(> span.bjh-h3)",
        ),
    ),
)
