"""
中国青年网 Youth.cn

http://news.youth.cn/gj/202405/t20240520_15263156.htm
http://edu.youth.cn/…/201703/t20170310_9260562.htm

TRS WCM (families.trs): of templates that are not declared here the text is known.  The site's own name follows the source in the same line.  ``meta author`` is the editor
behind the name of his desk.  原标题 and the editor stand below the story, an endless feed of other
stories below them.
"""

from attrs import evolve

from newsparse.families.trs import EDITOR
from newsparse.rules import Layout, Site, Window

SITE = Site(
    name="中国青年网",
    hosts=("youth.cn", "yol.cn"),
    permalink=r"/(?P<year>\d{4})(?P<month>\d\d)/t\d{6}(?P<day>\d\d)_(?P<id>\d+)(?:_\d+)?\.html?",
    own=("中国青年网", "中青网", "中青在线", "中国青年报"),
    layouts=(
        Layout(
            name="2018",
            when="div.page_title > h1",
            window=(
                Window('<div class="page_line"', '<div class="page_title"', open=1),
                Window('<div class="page_title"', '<div class="page_k2 m', open=1),
            ),
            title="div.page_title > h1",
            subtitle="div.page_title > h3",
            byline="#author_baidu",
            timestamp="#page_right",
            source="#source_baidu",
            editors="#editor_baidu",
            breadcrumb="div.page_zi",
            body="#container",
            pagination="div.rdwz > div.fy",
        ),
        Layout(
            name="2014",
            when="div.main_l > div.l_tit",
            window=(
                Window('<div class="hd_meun fr">', "</div", open=1),
                Window('<div class="main_l"', '<div class="laiyuan"', open=2),
            ),
            title="div.main_l > div.l_tit",
            subtitle="div.main_l > h3",
            byline="#author_baidu",
            timestamp="#pubtime_baidu",
            source="#source_baidu",
            editors="#editor_baidu",
            breadcrumb="span.hd_meun_jk1",
            body="#container",
        ),
        evolve(EDITOR, name="trs", elsewhere=False),
    ),
)
