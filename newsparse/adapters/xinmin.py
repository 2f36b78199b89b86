"""
新民网 Xinmin

http://ent.xinmin.cn/2012/01/12/13293116.html

One line holds time, 来源, 作者 and 新民网编辑; the items of the site's 声明 start with a bullet.
"""

from newsparse.rules import Layout, Site, Window, css, meta

SITE = Site(
    name="新民网",
    hosts=("xinmin.cn", "newsxmwb.xinmin.cn"),
    permalink=r"/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/(?P<id>\d+)\.html",
    own=("新民网", "新民晚报"),
    layouts=(
        Layout(
            name="2011",
            when="#des.contentInfo",
            window=Window('<div class="contentLeft"', '<div class="contentRight"'),
            title="#title > h1",
            timestamp=("#time", "#des"),
            source=("#source", "#des"),
            byline=("#author", "#des"),
            editors=css("#des", match=r"(?:新民网)?(?:责任)?编辑[：:].*"),
            breadcrumb="#lo_links",
            keywords="#about div.otherNews > h2 > a",
            body="#article_info",
            captions=("p.pictext",),
            drop=("div.pagination", "#pages"),
            comments=("#about span.comment", css("#des a", match=r"评论[^\d]{0,3}\d+|\d+\s*条?评论")),
            disclaimers="#about > p",
            related=("div.relatedNews", "#related"),
        ),
        Layout(
            name="2019",
            when="div.a_content, #MP_article",
            title="h1.a_title, h1",
            timestamp="div.a_info, div.info",
            source=("div.a_info, div.info", meta("source")),
            byline="div.a_info, div.info",
            editors="div.a_info, div.info, div.a_editor",
            body="div.a_content, #MP_article",
            captions=("p.a_picIntro", "p.pictext"),
        ),
    ),
)
