"""
中国网 China.com.cn

http://news.china.com.cn/2024-05/13/content_117184963.shtml
http://news.china.com.cn/tech/2012-01/17/content_24425055.htm

Founder Xiangyu (families.founder); the channels' templates differ.  2023: the title comes first in
a sticky bar; ``meta author`` is the editor, and the CMS's comment names a writer whom the page does
not.  2012: tables, none of which has a name that a window could begin with; the site's name below
the title is no source, that stands below the story; only the day is printed, and 版权与免责声明 is
the text of a tooltip.
"""

from attrs import evolve

from newsparse.families.founder import ENPCONTENT, NOT_THE_STORY
from newsparse.rules import Layout, Site, Window

SITE = Site(
    name="中国网",
    hosts=("china.com.cn", "china.org.cn"),
    permalink=r"/(?P<year>\d{4})-(?P<month>\d\d)/(?P<day>\d\d)/content_(?P<id>\d+)(?:_\d+)?\.s?html?",
    own=("中国网",),
    layouts=(
        Layout(
            name="2023",
            when="div.content > div.inform",
            window=Window('<div class="content">', '<div class="relevant"', open=2),
            root="div.content:has(> div.inform)",
            title="h1",
            byline='div.inform > p:lexbor-contains("作者")',
            timestamp="div.inform",
            source='div.inform > p:lexbor-contains("来源")',
            editors="div.article > div.editor",
            breadcrumb="div.m_local",
            body="div.article",
            drop=("div.editor", "#vf", *NOT_THE_STORY),
        ),
        Layout(
            name="2012",
            when="h1.fb24",
            title="h1.fb24",
            timestamp='td.f12_006AA2:lexbor-contains("时间")',
            source='td.f12_006AA2:lexbor-contains("来源")',
            editors='td.f12_006AA2:lexbor-contains("责任编辑")',
            breadcrumb="td.f12_006AA2 > font:first-child",
            body="#fontzoom",
            drop=("#vf", *NOT_THE_STORY),
        ),
        evolve(ENPCONTENT, elsewhere=False),
    ),
)
