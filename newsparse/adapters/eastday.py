"""
东方网 Eastday (and its twin host 021east.com)

http://news.eastday.com/c/20191013/u1ai20063049.html
http://city.eastday.com/gk/20190929/u1ai20034325.html

Every channel has a template of its own.  Channel pages of 2019 print the article twice, for
desktop (``#Pagepc``) and phone (``#Pagephone``); only the first is read.  One line or box holds
the time, 来源, 作者 and 选稿, who is the editor; a channel may leave any of them out.
``meta author`` is that editor too, ``meta reporter`` holds the 作者 run together.  The body
opens with 原标题, sometimes with the title repeated.
Smaller channels have templates of their own (``families.eastday``).
"""

from newsparse.families.eastday import FOOTER, LAYOUTS, line
from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="东方网",
    hosts=("eastday.com", "021east.com", "eastday.cn"),
    permalink=r"/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/u1ai(?P<id>\d+)\.html|/u1ai(?P<old>\d+)\.html",
    own=("东方网",),
    layouts=(
        Layout(
            name="2019",
            when="#sectionleft > #biaoti",
            window=(
                Window('<div id="sectionTop"', '<div id="section"'),
                Window('<div id="sectionleft"', '<div id="liuyanban"', open=1),
                Window('<div class="bottom"', "</div>", open=1),
            ),
            title="#biaoti",
            **line("#sectionleft > div.time"),
            breadcrumb="#sectionTop div.weizhi1b",
            body="#zw",
            captions="p.pictext",
            disclaimers="div.bottom > p",
        ),
        Layout(
            name="2019-military",
            when="#gjmain #gjzw",
            window=(
                Window('<div id="gjmain"', '<div id="liuyanban"', open=2),
                Window('<div id="footer"', "</div>", open=2),
            ),
            title="#gjmain h1",
            **line("#gjmain div.time"),
            breadcrumb="#gjmain > div.graybg",
            body="#gjzw",
            captions="p.pictext",
            disclaimers="#footer",
        ),
        Layout(
            name="bread",
            when="div.gj_l > p.title",
            window=(Window('<div class="gj_l"', '<div class="jmenu"', open=1), FOOTER),
            title="div.gj_l > p.title",
            **line("div.gj_l > p.info"),
            breadcrumb="div.gj_l > div.bread",
            body="div.gj_l > div.nr",
            captions="p.pictext",
            disclaimers="#footer",
        ),
        Layout(
            name="left-timer",
            when="div.left > p.timer",
            root="div.left",
            window=(Window('<p class="pos', "</p>"), Window('<div class="left"', '<div class="right"'), FOOTER),
            title="h1",
            **line("p.timer"),
            breadcrumb=css("p.pos", anywhere=True),
            body="#zw2",
            captions="p.pictext",
            disclaimers=css("#footer", anywhere=True),
        ),
        Layout(
            name="2024",
            when="#ivs_content",
            window=Window('<div class="article">', '<div class="comment"'),
            title="#ivs_title",
            **line("div.subInfo"),
            body="#ivs_content",
        ),
        *LAYOUTS,
    ),
)
