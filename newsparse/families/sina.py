"""
新浪地方站与游戏: the templates of Sina's local stations, of its game sites, its blogs and its sports of 2015.

http://sc.sina.com.cn/news/b/2019-10-01/detail-iicezueu9400001.shtml

Local stations print the source as the second ``span`` of the line that ends with 评论; games end
the text with 免责声明.  ``blog`` and ``sports-2015`` are declared from knowledge of the site, not from pages at hand.
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
    Layout(
        name="blog",
        partial=True,
        when="div.articalContent",
        kicker=ABSENT,
        title="div.articalTitle > h2",
        timestamp="div.articalTitle > span.time",
        authors="#ownernick",
        keywords="td.blog_tag h3 > a",
        body="div.articalContent",
        comments="div.articalInfo",
    ),
    Layout(
        name="sports-2015",
        partial=True,
        when="h1.article-a__title",
        kicker=ABSENT,
        title="h1.article-a__title",
        body="div.article-a__content",
        captions=".img_descr",
    ),
)

#: An outlet's own templates: no page of another host is taken for one of them.
FAMILY = Site(name="新浪频道")
