"""
BBC News 中文

https://www.bbc.com/zhongwen/articles/crmnp990px7o/simp
http://www.bbc.co.uk/zhongwen/simp/chinese_news/2012/12/121210_hongkong_politics.shtml

Class names of new pages are hashes, so the rules name elements.  og:title is another wording than the
h1.  The page prints the day only; its metadata holds the moment.  Labels for screen readers (图像来源，
图像加注文字，) precede credits and captions; lists, adverts and consent notes stand between paragraphs.
"""

from newsparse.rules import Layout, Site, Window, meta

SITE = Site(
    name="BBC News 中文",
    hosts=("bbc.com", "bbc.co.uk"),
    permalink=r"/zhongwen/(?:articles/(?P<id>[a-z0-9]+)|(?:trad|simp)/(?:[\w-]+/)*(?P<old>[\w-]+))",
    own=("BBC",),
    layouts=(
        Layout(
            name="2024",
            when="main > div > h1#content",
            window=Window("<main", "</main"),
            root="main",
            title="h1#content",
            timestamp=(meta("article:published_time"), "section:has(> #article-byline) time", "main > div > time"),
            authors="section:has(> #article-byline) li:first-child > span > span + span",
            body="main",
            drop=(
                "h1",
                "main > section",
                "main > div > div",
                "main > div > time",
                "figure button",
                "figure time",
                "figure p > span:first-child",
                "figcaption > span > span:first-child",
            ),
            captions=("figure p", "figcaption"),
        ),
        Layout(
            name="2012",
            when="div.story-body > div.bodytext",
            window=Window('<div class=" g-w20', '<div class=" g-w11'),
            title="div.g-container > h1",
            timestamp="div.datestamp",
            body="div.story-body > div.bodytext",
            captions=("p.caption",),
            disclaimers="div.contextual-links p.disclaimer",
        ),
    ),
)
