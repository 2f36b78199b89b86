"""
腾讯网 Tencent QQ

https://new.qq.com/rain/a/20240518A060RN00

``div.info`` glues time, source, author and 我要评论(0). A 推荐微博 block stands between the
text and the editor; 已有1300000条…微博 is no comment count; (微博) inside sentences is the
text's own. Since 2020 an account stands above the time; ``h1.title`` 全新首页 is chrome.  ``2013`` is
declared from knowledge of the site, not from pages at hand, and only in part. ``2018`` is parsed
whole: no saved page of it shows what stands around its elements.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css, data

SITE = Site(
    name="腾讯网",
    hosts=("qq.com",),
    permalink=r"/(?:(?:rain/|omn/\d*/?)?a/(?P<id>\w+)|omn/\w+/\w+\.html|a/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/\d+\.htm)",
    own=("腾讯",),
    layouts=(
        Layout(
            name="2020",
            account=True,
            when="div.content-article p.media-name",
            root="div.content-article",
            window=Window('<div class="LEFT">', '<div class="recommend-con"', open=3),
            kicker=ABSENT,
            title="h1",
            timestamp="p.media-meta > span",
            source="p.media-name",
            body="div.article-content-wrap",
            # 顶, 评论, 收藏: numbers without labels, the second is that of the comments.
            comments=css("#LeftTool div.operation:nth-child(3), #left-tool div.operation:nth-child(3)", anywhere=True),
            disclaimers="div.statement > div",
        ),
        Layout(
            name="2018",
            account=True,
            when="div.LEFT > h1",
            root="div.LEFT",
            kicker=ABSENT,
            title="h1",
            # Printed in three pieces: 2020, 07/08, 16:37.
            timestamp=(data("window.DATA", "pubtime"), "div.left-stick-wp"),
            source=data("window.DATA", "media"),
            body="div.content-article",
            drop="#Status",
        ),
        Layout(
            name="2016",
            when="div.qq_article",
            window=(
                Window('<div class="qq_article">', '<div class="qq_share"', open=2),
                Window('<div class="mark" id="videokg"', "</div>", open=1),
            ),
            kicker=ABSENT,
            title="div.qq_article > div.hd > h1",
            timestamp="span.a_time",
            source="span.a_source",
            editors="#QQeditor",
            breadcrumb="span.a_catalog",
            keywords="#videokg a",
            body="#Cnt-Main-Article-QQ",
            comments="#cmtLink",
            drop="#backqqcom",
            captions="p.image_desc",
        ),
        Layout(
            name="2013",
            partial=True,
            when="#C-Main-Article-QQ span.article-time",
            root="#C-Main-Article-QQ",
            kicker=ABSENT,
            title="div.hd > h1",
            timestamp="span.article-time",
            source="span.color-a-1",
            authors="span.color-a-3",
            breadcrumb="span.color-a-0",
            body="#Cnt-Main-Article-QQ",
            drop=("div.mbArticleShareBtn", "div.rv-root-v2", "#backqqcom"),
        ),
        Layout(
            name="2010",
            when="#C-Main-Article-QQ span.pubTime",
            window=(
                Window('<div class="Crumbs-Article-QQ">', "</div>", open=1),
                Window('<div id="C-Main-Article-QQ"', '<div id="followall_mod"', open=2),
                Window('<div class="QQeditor">', "</div>", open=1),
            ),
            kicker=ABSENT,
            title="#C-Main-Article-QQ > div.hd > h1",
            timestamp="span.pubTime",
            source="span.where",
            authors="span.auth",
            editors="div.QQeditor",
            breadcrumb="div.Crumbs-Article-QQ > span",
            body="#Cnt-Main-Article-QQ",
            comments="#cmt_1",
            disclaimers="#C-Main-Article-QQ > div.ft > div > p",
            related="div.otherNews",
            drop=("div.mbArticleShareBtn", "div.rv-root-v2"),
        ),
    ),
)
