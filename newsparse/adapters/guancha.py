"""
观察者网 Guancha, and the posts of its readers on user.guancha.cn

https://www.guancha.cn/internation/2019_09_09_517000.shtml

The title is an h3.  最后更新 is a second time.  原标题 and 责任编辑 stand below the story;
``meta author`` is a placeholder.  A reader's post is signed by an account; its time may lack
the year, and its first paragraphs may be copied datelines that are not the post's own time.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="观察者网",
    hosts=("guancha.cn", "guancha.com"),
    permalink=r"/(?P<year>\d{4})_(?P<month>\d\d)_(?P<day>\d\d)_(?P<id>\d+)\.s?html",
    own=("观察者网",),
    layouts=(
        Layout(
            name="2019",
            when="li.left-main > div.time.fix",
            window=Window('<li class="left left-main', '<div class="gc-comment"'),
            title="li.left-main > h3",
            timestamp="li.left-main > div.time.fix > span:first-child",
            updated=css("li.left-main > div.time.fix", match=r"最后更新[：:]?\s*([\d\-: ]{8,19})"),
            source="li.left-main > div.time.fix",
            editors="ul.article-other",
            breadcrumb=ABSENT,
            keywords="div.key-word a",
            body="div.content.all-txt",
            captions="p.content-pic-desc",
            comments="a.comment > #count2",
        ),
        Layout(
            name="post",
            account=True,
            when="div.article-content > div.user-box",
            window=(
                Window('<div class="article-content">', '<div class="author-article"', open=1),
                Window('<h3 class="tab-control-header clearfix"', "</h3>"),
            ),
            title="div.article-content > h1",
            timestamp="div.article-content > div.user-box span.time1",
            authors="div.article-content > div.user-box:not(.article-bottom-user) h4",
            breadcrumb=ABSENT,
            keywords="div.hot-topic-nav > a.tag",
            body="div.article-txt-content",
            drop="div.mzsm",
            # 发表于 and a place follow, floating to the right.
            disclaimers=css("div.mzsm + div.mzsm", match=r"^(.+。)"),
            comments="h3.tab-control-header.clearfix > span",
        ),
    ),
)
