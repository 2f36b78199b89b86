"""
东方网 Eastday (and its twin host 021east.com)

http://news.eastday.com/c/20191013/u1ai20063049.html
http://city.eastday.com/gk/20190929/u1ai20034325.html

Every channel has a template of its own.  Channel pages of 2019 print the article twice, for
desktop (``#Pagepc``) and phone (``#Pagephone``); only the first is read.  选稿 is the
editor.  ``meta author`` is that editor too, ``meta reporter`` holds the 作者 run together.
The body opens with 原标题, sometimes with the title repeated.
"""

from newsparse.rules import Layout, Site, Window, css

_COPYRIGHT = ("#footer", "#footers", "#foot")

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
                Window('<div id="section"', '<div id="footer"'),
                Window('<div id="footer"', '<div id="Pagephone"', open=0),
            ),
            title="#biaoti",
            timestamp="#sectionleft > div.time",
            source="#sectionleft > div.time",
            byline="#sectionleft > div.time",
            editors="#sectionleft > div.time",
            breadcrumb="#sectionTop div.weizhi1b",
            body="#zw",
            captions=("p.pictext",),
            drop=("#pagination", "div.bdsharebuttonbox"),
            disclaimers="#footer",
        ),
        Layout(
            name="2019-military",
            when="#gjmain #gjzw",
            window=(Window('<div id="gjmain"', '<div id="liuyanban"', open=1), Window('<div id="footer"', "</body")),
            title="#gjmain h1",
            timestamp="#gjmain div.time",
            source="#gjmain div.time",
            byline="#gjmain div.time",
            editors="#gjmain div.time",
            breadcrumb="#gjmain > div.graybg",
            body="#gjzw",
            captions=("p.pictext",),
            disclaimers=_COPYRIGHT,
        ),
        Layout(
            name="company",
            when="#gjmain h1.shzwbk",
            title="#gjmain h1.shzwbk",
            timestamp="#left > h2",
            source="#left > h2",
            editors="#left > h2",
            breadcrumb="#left span.loc",
            body="#left > #zw",
            disclaimers=_COPYRIGHT,
        ),
        Layout(
            name="draft",
            when="div.list_tt > div.draft_t",
            title="div.draft_t",
            timestamp="div.draft_c",
            source="div.draft_c",
            byline="div.draft_c",
            editors="div.draft_c",
            body="div.draft_d",
            disclaimers=_COPYRIGHT,
        ),
        Layout(
            name="bread",
            when="div.gj_l > p.title",
            title="div.gj_l > p.title",
            timestamp="div.gj_l > p.info",
            source="div.gj_l > p.info",
            byline="div.gj_l > p.info",
            editors="div.gj_l > p.info",
            breadcrumb="div.gj_l > div.bread",
            body="div.gj_l > div.nr",
            captions=("p.pictext",),
            disclaimers=_COPYRIGHT,
        ),
        Layout(
            name="left-timer",
            when="div.left > p.timer",
            root="div.left",
            title="h1",
            timestamp="p.timer",
            source="p.timer",
            byline="p.timer",
            editors="p.timer",
            breadcrumb=css("p.pos", anywhere=True),
            body=("#zw2", "#zw"),
            captions=("p.pictext",),
            disclaimers=css("#footer", anywhere=True),
        ),
        Layout(
            name="2024",
            when="#ivs_content",
            title="#ivs_title",
            timestamp="#ivs_date",
            source="div.subInfo span.source",
            byline="div.subInfo span.author",
            editors="div.subInfo",
            body="#ivs_content",
            drop=("div.article-tips",),
        ),
        Layout(
            name="section-left",
            when="div.sectionleft11 > ul.x6",
            title="div.sectionleft11 > h1",
            timestamp="div.sectionleft11 > ul.x6",
            source="div.sectionleft11 > ul.x6",
            editors="div.sectionleft11 > ul.x6",
            breadcrumb="div.title10a",
            body="div.sectionleft11 > ul.grey14",
            disclaimers=_COPYRIGHT,
        ),
        Layout(
            name="table",
            when="td.pix14h1b-lh24",
            title="td.pix14h1b-lh24",
            timestamp="tr:has(td.pix14h1b-lh24) ~ tr > td.pix12h1-lh24",
            editors="tr:has(td.pix14h1b-lh24) ~ tr > td.pix12h1-lh24",
            breadcrumb="td.pix12h1-lh24:has(> a)",
            body="td.pix12h1-lh24:has(> p)",
        ),
        Layout(
            name="civic",
            when="div.blank20.pix12hui",
            title="div.pix18hui, div.pix20hui, div.fc:has(+ div.blank20)",
            timestamp="div.blank20.pix12hui",
            source="div.pix12hui.fr",
            editors="div.pix12hui.fr",
            breadcrumb="div.black12",
            body="div.pix14hui",
            disclaimers=_COPYRIGHT,
        ),
        Layout(
            name="talk",
            when="div.d960 div.gjleft > #zw",
            title="div.d960 > div.greyb30",
            timestamp="div.d960 > div.grey14",
            source="div.d960 > div.grey14",
            body="div.gjleft > #zw",
            disclaimers=_COPYRIGHT,
        ),
    ),
)
