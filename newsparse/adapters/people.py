"""
人民网 People's Daily Online

http://politics.people.com.cn/n1/2024/0424/c1001-40223222.html

The first h1 of a 2021 page is the masthead logo; only the one inside the article is the title.
``meta[name=author]`` is a staff number, not a name.  2009 pages use one class for kicker,
time and source, print the breadcrumb at the end of the HTML, and put related links into
the story; a printed time of 00:00 is what the page says.  2009-2012 pages carry a machine
line ``id|||title|||time`` in the hidden ``#aboutthisnews``.
"""

from newsparse.rules import Layout, Site, Window, css, meta

SITE = Site(
    name="人民网",
    hosts=("people.com.cn", "people.cn", "peopledaily.com.cn"),
    permalink=r"/n\d?/(?P<year>\d{4})/(?P<month>\d\d)(?P<day>\d\d)/c\d+-(?P<id>\d+)|/GB/(?:\d+/)*(?P<old>\d+)\.html",
    own=("人民网", "人民日报", "《人民日报"),
    layouts=(
        Layout(
            name="2021",
            when="div.rm_txt > div.col-1",
            window=(
                Window('<div class="layout route', '<div class="rm_relevant', open=2),
                Window('<p class="copyright', '</body'),
            ),
            kicker="div.rm_txt h3.pre",
            title="div.rm_txt div.col-1 > h1",
            subtitle="div.rm_txt h4.sub",
            byline="div.rm_txt div.author",
            timestamp="div.rm_txt div.col-1-1",
            source=("div.rm_txt div.col-1-1", meta("source")),
            editors="div.rm_txt div.edit",
            breadcrumb="div.route",
            body="div.rm_txt_con",
            drop=("div.edit", "p.paper_num", "#paper_num", "div.tjewm", "div.bza", "p:has(> #paper_num)"),
            captions=("p.desc", "p.pic-desc", "div.box_pic p"),
            disclaimers="p.copyright",
        ),
        Layout(
            name="2016",
            when="div.text_title > h1",
            kicker="div.text_title h3.pre",
            title="div.text_title > h1",
            subtitle="div.text_title h4.sub",
            byline="div.text_title p.author",
            timestamp="div.box01 div.fl",
            source=("div.box01 div.fl", meta("source")),
            editors=("#rwb_zw div.edit", "div.edit"),
            breadcrumb=("#rwb_navpath", "div.path"),
            body=("#rwb_zw", "div.box_con"),
            drop=("div.edit", "p.paper_num", "#paper_num", "div.zdfy", "center.tjewm"),
            captions=("p.desc", "p.pic-desc"),
            disclaimers=("#copyright p", "div.copyright"),
        ),
        Layout(
            name="2011",
            when="div.text_c > h1#p_title",
            window=(Window('<div class="x_nav"', '<div class="exp"', open=1), Window('<div id="copyright"', "</body")),
            kicker="div.text_c > h3",
            title="#p_title",
            subtitle="div.text_c > h2",
            byline="div.text_c > p.author",
            timestamp="#p_publishtime",
            source="#p_origin",
            editors="#p_editor",
            breadcrumb="#p_navigator",
            body="#p_content",
            drop=("div.otitle", "table.pages", "div.zdfy"),
            disclaimers="#copyright p",
        ),
        Layout(
            name="2009",
            when="h1 > #p_title",
            kicker=css("p:has(+ h1)"),
            title="#p_title",
            subtitle="h1 + h2",
            timestamp="#p_publishtime",
            source="#p_origin",
            editors="#p_editor",
            breadcrumb="#p_navigator",
            body="#p_content",
            drop=("b:has(> a)",),
            disclaimers=("div.copyright", "#copyright"),
        ),
    ),
)
