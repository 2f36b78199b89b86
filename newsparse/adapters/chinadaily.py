"""
中国日报网 China Daily (中文)

https://china.chinadaily.com.cn/a/202311/17/WS65571297a310d5acd876f404.html

A hidden h1 and h2 for sharing stand before the masthead; the title is ``h1.dabiaoti``.  An icon
parts 来源： from the name.  Two lines of editors end the story; ``meta author`` is one of them.
Older pages are Founder Xiangyu's (families.founder).
"""

from attrs import evolve

from newsparse.families.founder import ENPCONTENT
from newsparse.rules import Layout, Site, Window

SITE = Site(
    name="中国日报网",
    hosts=("chinadaily.com.cn",),
    permalink=r"/a/(?P<year>\d{4})(?P<month>\d\d)/(?P<day>\d\d)/(?P<id>WS\w+?)(?:_\d+)?\.html|/(?P<y>\d{4})-(?P<m>\d\d)/(?P<d>\d\d)/content_(?P<old>\d+)\.html?",
    own=("中国日报", "China Daily"),
    layouts=(
        Layout(
            name="2018",
            when="h1.dabiaoti",
            window=(
                Window('<div class="dingtou">', "<!--logoright", open=1),
                Window('<div class="container-left2"', '<div class="selectpage"', open=1),
                Window('<div class="dibu">', '<div class="dibu-phone"'),
            ),
            title="h1.dabiaoti",
            byline='div.xinf-le:lexbor-contains("作者")',
            timestamp="div.fenx",
            source='div.xinf-le:lexbor-contains("来源")',
            breadcrumb="div.dingtou > div.da-bre",
            body="#Content",
            disclaimers="div.foot-four-one",
        ),
        evolve(ENPCONTENT, breadcrumb="#Position", elsewhere=False),
    ),
)
