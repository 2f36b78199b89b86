"""
搜狐 Sohu

https://www.sohu.com/a/778336904_120702

On 搜狐号 pages 来源 is printed only for some accounts; the account's card always is. A badge
(原创) may stand inside the ``h1``; 返回搜狐，查看更多 is glued to the last paragraph, and an
empty 责任编辑： follows it. 展开全文 stands in the middle of the text. Pages as served abroad
print the number of comments only below everything else, so they are parsed whole.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, css

SITE = Site(
    name="搜狐",
    hosts=("sohu.com",),
    permalink=r"/(?:a/(?P<id>\d+)_\d+|(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/n\d+\.shtml)",
    own=("搜狐",),
    layouts=(
        Layout(
            name="abroad",
            account=True,
            when="#abroad-share-box",
            kicker=ABSENT,
            title=css("div.text-title > h1", match=r"^(?:原创\s*)?(.+)"),
            timestamp="#news-time",
            source="div.article-info > span > a",
            body="#mp-editor",
            comments=css("div.comment-header > div.right", match=r"(\d+\s*条评论)"),
            disclaimers="div.statement",
            drop=("#backsohucom", "div.lookall-box"),
        ),
        Layout(
            name="2016",
            account=True,
            when="article#mp-editor",
            window=(
                Window('<div class="column left">', '<div class="left main"'),
                Window('<div class="left main"', '<div class="bottom-relate-wrap', open=3),
            ),
            kicker=ABSENT,
            title=css("div.text-title > h1", match=r"^(?:原创\s*)?(.+)"),
            timestamp="#news-time",
            source=("div.article-info > span > a", "#user-info > h4"),
            body="#mp-editor",
            comments="dd.comment-do",
            disclaimers="div.statement",
            drop=("#backsohucom", "div.lookall-box"),
        ),
        Layout(
            name="2009",
            when="div.sourceTime #media_span",
            window=(
                Window('<div id="location"', "</div>", open=1),
                Window('<div id="contentA"', '<div id="contentB"'),
            ),
            kicker=ABSENT,
            title="#contentA h1",
            timestamp="div.sourceTime > div.r",
            source="#media_span",
            breadcrumb="#location",
            keywords=css("#contentA div.more > a", match=r"^更多关于\s*(.+?)\s*的新闻"),
            body="#contentText",
            comments="div.function div.r",
        ),
    ),
)
