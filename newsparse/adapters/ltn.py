"""
自由時報電子報 Liberty Times Net

http://www.libertytimes.com.tw/2012/new/jan/17/today-life1.htm
http://iservice.libertytimes.com.tw/liveNews/news.php?no=593341&type=…
https://news.ltn.com.tw/news/life/breakingnews/2504351

2012 live news prints the clock inside the title, 【11:25】, and the day in the breadcrumb's line; who
wrote stands only in the dateline 〔中央社〕 or 〔記者某某／台北報導〕.  On 2018 mobile pages h1 is a box of
links to the app, and the text ends with the app's promotion.  2019 desktop
pages have no window, for no saved page shows where a slice could end.
"""

from newsparse.rules import Layout, Site, Window, css

#: A dateline that names an outlet and no reporter.
_AGENCY = r"^\s*〔([^〔〕／/]{2,8}[社報網])〕"

SITE = Site(
    name="自由時報",
    hosts=("ltn.com.tw", "libertytimes.com.tw"),
    permalink=r"/(?:breakingnews|paper)/(?P<id>\d+)|/new/[a-z]{3}/\d{1,2}/today-(?P<old>\w+)\.htm|[?&]no=(?P<live>\d+)",
    own=("自由時報", "自由電子報", "即時新聞"),
    layouts=(
        Layout(
            name="mobile-2018",
            when="div.com > h2.page-name",
            window=Window('<div class="com"', '<div class="tit_rela"', open=1),
            title="div.com > h2.page-name",
            timestamp="div.com div.time",
            source=css("div.com > div.boxTitle > p", match=_AGENCY),
            body="div.com > div.boxTitle:has(> p)",
            captions=("div.photo > p",),
            drop=("p.appE1121", "p.before_ir", "p.after_ir", "div.tit_rela"),
        ),
        Layout(
            name="2019",
            when="div.whitecon > div.text > span.time",
            root="div.whitecon",
            title="h1",
            timestamp="div.text > span.time",
            source=css("div.text > p", match=_AGENCY),
            breadcrumb=css("div.breadcrumbs", anywhere=True),
            body="div.text",
            captions=("div.photo > p",),
            drop=("span.time", "p.appE1121", "p.before_ir", "p.after_ir"),
        ),
        Layout(
            name="live-2012",
            when="#newsc.news_content",
            window=Window('<div id="news_block"', '<div id="LB2"', open=1),
            title=css("#newsti", match=r"^(.+?)\s*(?:【\d{1,2}:\d\d】)?$"),
            timestamp=css("#breadcrumb > span + span, #newsti > span.conttime", every=True),
            source=css("#newsc", match=_AGENCY),
            breadcrumb="#breadcrumb > span:first-child",
            body="#newsc",
        ),
        Layout(
            name="2012",
            when="#newsContent #newtitle",
            window=(
                Window('<div class="newstopbar"', '<table align="center" cellpadding="10" class="rate"', open=3),
                Window('<td align="center" bgcolor="#ECDFB7"', "</td", open=1),
            ),
            title="#newtitle",
            timestamp="#date",
            source=css("#newcontent > p", match=_AGENCY),
            breadcrumb="div.newstopbar",
            body="#newcontent",
            captions=("table.picture td",),
            crossheads=("span.boldtitle",),
            disclaimers="td.style3 > font",
        ),
    ),
)
