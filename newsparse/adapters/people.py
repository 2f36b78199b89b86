"""
人民网 People's Daily Online

http://politics.people.com.cn/n1/2024/0424/c1001-40223222.html

The first h1 of a 2021 page is the masthead logo; only the one inside the article is the title.
``meta[name=author]`` is a staff number, not a name.  2009 pages use one class for kicker,
time and source, print the breadcrumb at the end of the HTML, and put related links into
the story; a printed time of 00:00 is what the page says.  A box of linked pictures may end
a story of 2011.  Elements below the title are printed empty or hidden when there is none.

2009 pages are parsed whole: a stray ``</p>`` and forms across table rows stand around the
title, and the breadcrumb is a cell of a table without any name.
"""

from newsparse.rules import Layout, Site, Window

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
                Window('<p class="copyright', "</p>"),
            ),
            kicker="div.rm_txt h3.pre",
            title="div.rm_txt div.col-1 > h1",
            subtitle="div.rm_txt h4.sub",
            byline="div.rm_txt div.author",
            timestamp="div.rm_txt div.col-1-1",
            source="div.rm_txt div.col-1-1",
            editors="div.rm_txt div.edit",
            breadcrumb="div.route",
            body="div.rm_txt_con",
            drop=("div.edit", "p.paper_num", "#paper_num", "div.tjewm", "div.bza"),
            captions="p.desc",
            disclaimers="p.copyright",
        ),
        Layout(
            name="2016",
            when="div.text_title > h1",
            window=(
                Window('<div class="fl" id="rwb_navpath"', "</div>", open=1),
                Window('<div class="clearfix w1000_320 text_title"', '<div class="clearfix w1000_320 text_con"'),
                Window('<div class="box_con" id="rwb_zw"', '<div class="clearfix box_news"'),
                Window('<div id="copyright"', "</div>", open=1),
            ),
            kicker="div.text_title h3.pre",
            title="div.text_title > h1",
            subtitle="div.text_title h4.sub",
            byline="div.text_title p.author",
            timestamp="div.box01 div.fl",
            source="div.box01 div.fl",
            editors="div.edit",
            breadcrumb="#rwb_navpath",
            body="#rwb_zw",
            drop=("div.edit", "p.paper_num", "#paper_num", "div.zdfy", "center.tjewm"),
            captions="p.desc",
            disclaimers="#copyright p",
        ),
        Layout(
            name="2011",
            when="div.text_c > h1#p_title",
            window=(
                Window('<div class="x_nav"', '<div class="exp"', open=1),
                Window('<div id="copyright"', "</div>", open=1),
            ),
            kicker="div.text_c > h3",
            title="#p_title",
            subtitle="div.text_c > h2",
            byline="div.text_c > p.author",
            timestamp="#p_publishtime",
            source="#p_origin",
            editors="#p_editor",
            breadcrumb="#p_navigator",
            body="#p_content",
            drop="table:has(table a > img)",
            disclaimers="#copyright p",
        ),
        Layout(
            name="2009",
            when="h1 > #p_title",
            kicker="p:has(+ h1)",
            title="#p_title",
            subtitle="h1 + h2",
            timestamp="#p_publishtime",
            source="#p_origin",
            editors="#p_editor",
            breadcrumb="#p_navigator",
            body="#p_content",
            drop="b:has(> a)",
            disclaimers="div.copyright",
        ),
    ),
)
