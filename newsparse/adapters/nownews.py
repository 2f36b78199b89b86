"""
今日新聞網 NOWnews

http://www.nownews.com/2012/01/10/327-2774339.htm

The reporter's name and the time stand in ``#reporter_info``; the first line of the text repeats the
name.  Long stories are cut: (接下一頁) is glued to the last paragraph of a page.  The tags end the
text's element, and a list of the newest stories follows.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="NOWnews",
    hosts=("nownews.com",),
    permalink=r"/(?P<year>\d{4})/(?P<month>\d\d)/(?P<day>\d\d)/(?P<id>\d+-\d+)\.htm",
    own=("NOWnews", "今日新聞"),
    layouts=(
        Layout(
            name="2012",
            when="div.news_story > #reporter_info",
            window=(
                Window('<div id="primary_1"', '<div id="fb_plugin"', open=2),
                Window('<address class="copyright"', "</address"),
            ),
            title="div.news_story > h1",
            timestamp="#reporter_info > p",
            authors="#reporter_info > h2",
            breadcrumb="div.bread_crumb",
            keywords=css("div.story_content a.bzkeyword", every=True),
            body=css("div.story_photo, div.story_content", every=True),
            captions=("h3.img_desc",),
            drop=("span.news_next", "#news_nav", "p.bzkeyword"),
            disclaimers="address.copyright",
            pagination="div.page_nav",
        ),
    ),
)
