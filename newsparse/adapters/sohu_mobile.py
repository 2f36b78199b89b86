"""
手机搜狐 Sohu for phones

https://m.sohu.com/a/313512345_120009999

The end of a long story is in ``div.hidden-content``; 展开剩余 is a button in the text.
Declared from knowledge of the site, not from pages at hand, and only in part.
"""

from newsparse.rules import Layout, Site

SITE = Site(
    name="手机搜狐",
    hosts=("m.sohu.com", "3g.k.sohu.com"),
    permalink=r"/a/(?P<id>\d+)_(?P<account>\d+)",
    layouts=(
        Layout(
            name="2017",
            partial=True,
            elsewhere=False,
            account=True,
            when="body:has(h2.title-info) #articleContent",
            title="h2.title-info",
            source=".article-info > .name",
            body="#articleContent",
            drop="div.expend-wp",
        ),
        Layout(
            name="2019",
            partial=True,
            elsewhere=False,
            when="body:has(h2.title-info) div.at-cnt-main",
            title="h2.title-info",
            body="div.at-cnt-main",
            drop="div.expend-wp",
        ),
    ),
)
