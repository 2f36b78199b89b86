"""
手机新浪 Sina for phones

https://finance.sina.cn/2019-05-12/detail-ihvhiqax8206612.d.html
https://k.sina.cn/article_1893761531_70e081fb02000ihqf.html

Text and header lie in one ``article``; the printed time lacks its year, a picture's caption is an h2.
Declared from knowledge of the site, not from pages at hand, and only in part.
"""

from newsparse.rules import Layout, Site

SITE = Site(
    name="手机新浪",
    hosts=("sina.cn",),
    permalink=r"/(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)/detail-(?P<id>\w+)|/article_(?P<account>\d+)_(?P<article>\w+)",
    layouts=(
        Layout(
            name="2017",
            partial=True,
            elsewhere=False,
            when="article.art_box p.art_p",
            title=".art_tit_h1",
            source=(".art_cite", ".weibo_user"),
            body="article.art_box",
            drop=(".art_tit_h1", ".weibo_info", ".art_time", ".art_cite"),
            captions=".art_img_tit",
        ),
    ),
)
