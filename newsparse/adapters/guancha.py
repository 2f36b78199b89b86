"""
观察者网 Guancha, and the posts of its readers on user.guancha.cn

https://www.guancha.cn/internation/2019_09_09_517000.shtml

The title is an h3.  最后更新 is a second time.  原标题 and 责任编辑 stand below the story;
``meta author`` is a placeholder.  A reader's post is signed by an account; the first
paragraphs may be copied datelines that are not the post's own time.
"""

from newsparse.rules import Layout, Site, Window, css, jsonld

SITE = Site(
    name="观察者网",
    hosts=("guancha.cn", "guancha.com"),
    permalink=r"/(?P<year>\d{4})_(?P<month>\d\d)_(?P<day>\d\d)_(?P<id>\d+)\.s?html",
    own=("观察者网",),
    layouts=(
        Layout(
            name="2019",
            when="li.left-main > div.time.fix",
            window=Window('<ul class="two-coloum', '<li class="right right-main'),
            title="li.left-main > h3",
            timestamp=("li.left-main > div.time.fix > span:first-child", "li.left-main > div.time.fix"),
            updated=css("li.left-main > div.time.fix", match=r"最后更新[：:]?\s*([\d\-: ]{8,19})"),
            source="li.left-main > div.time.fix",
            byline="li.left-main > div.author-intro > h4",
            editors="ul.article-other",
            breadcrumb="div.left-main > div.crumbs",
            keywords="div.key-word a",
            body="div.content.all-txt",
            drop=("div.img-special", "div.author-intro", "div.resemble-art-black"),
            comments=("#comments-container h3.clearfix > span", "a.comment > #count2"),
        ),
        Layout(
            name="post",
            account=True,
            when="div.article-content > div.user-box",
            title="div.article-content > h1",
            timestamp=("div.article-content > div.user-box span.time1", jsonld("pubDate")),
            source=("div.article-content > div.user-box div.source",),
            authors="div.article-content > div.user-box:not(.article-bottom-user) h4",
            keywords="div.hot-topic-nav > a.tag",
            body="div.article-txt-content",
            drop=("div.mzsm",),
            disclaimers="div.mzsm",
            comments="#comments-container h3.clearfix > span",
        ),
    ),
)
