"""
德国之声中文网 Deutsche Welle

https://www.dw.com/zh/…/a-71530345

Only some class names mean anything, the others are hashes.  Rubrics stand above the title in
``div.kicker``: they are the trail, no kicker.  The notice of copyright ends the text itself.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="德国之声",
    hosts=("dw.com",),
    permalink=r"/a-(?P<id>\d+)",
    own=("德国之声", "德國之聲"),
    layouts=(
        Layout(
            name="2023",
            when="article div.content-area > header > h1",
            window=Window("<article", "</article", open=1),
            title="article header > h1",
            standfirst="article header > p.teaser-text",
            timestamp="article header span.publication time",
            source=css("article div.rich-text > p", match=r"^[（(](德[国國]之[声聲][^（()）]{0,6})[）)]"),
            authors="article header span.author",
            breadcrumb=css("article header > div.kicker > span", every=True),
            body=css("article div.content-area > figure, article div.rich-text", every=True),
            captions=("figcaption",),
            drop=("div.advertisement",),
        ),
    ),
)
