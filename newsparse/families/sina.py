"""
新浪地方站与游戏: the templates of Sina's local stations and of its game sites.

http://sc.sina.com.cn/news/b/2019-10-01/detail-iicezueu9400001.shtml

Local stations print the source as the second ``span`` of the line that ends with 评论; games end
the text with 免责声明.
"""

from newsparse.rules import ABSENT, Layout, Site, Window

LAYOUTS = (
    Layout(
        name="local",
        when="div.article-header > p.source-time",
        window=(
            Window('<div class="bnav">', "</div>", open=1),
            Window('<div class="article-box"', '<h3 class="s-tit'),
        ),
        kicker=ABSENT,
        title="div.article-header > h1",
        timestamp="p.source-time > span",
        source="p.source-time > span:nth-child(2)",
        breadcrumb="div.bnav",
        keywords="div.article-tag > a",
        body="div.article-body",
        comments="a.mcom_num_show",
        drop=("div.news_weixin_ercode", "#share_pic"),
        captions=".img_descr",
    ),
    Layout(
        name="sh",
        when="div.artpl > div.txt > h2",
        window=Window('<div class="artpl"', '<div class="artpr"'),
        root="div.artpl",
        kicker=ABSENT,
        title="div.txt > h1",
        timestamp="div.txt > h2",
        source="div.txt > h2 > a",
        breadcrumb="div.navpaht",
        body="div.txt",
        drop=("div.txt > h1", "div.txt > h2", "div.moreIn"),
    ),
    Layout(
        name="games",
        when="div.crticalcontent div.txtdetail",
        window=Window("<div class='LEFT", '<div class="ltit', open=2),
        kicker=ABSENT,
        title="div.crticalcontent h1",
        timestamp="div.txtdetail",
        source="div.txtdetail > a",
        breadcrumb="div.breadcrumb",
        body="#artibody",
        comments="#comment_count",
        disclaimers="div.mianze",
        drop=("div.mianze", "div.artical-player-wrap"),
        captions=".img_descr",
    ),
    Layout(
        name="97973",
        when="div.LEFT > div.txtdetail",
        window=Window('<div class="LEFT', '<div class="RIGHT'),
        kicker=ABSENT,
        title="div.LEFT > h1",
        timestamp="div.txtdetail",
        source="div.txtdetail > a",
        breadcrumb="span.location",
        body="#fonttext",
        disclaimers="div.mianze",
        drop="div.mianze",
        captions=".img_descr",
    ),
)

#: An outlet's own templates: no page of another host is taken for one of them.
FAMILY = Site(name="新浪频道")
