"""
中國報 China Press

https://www.chinapress.com.my/20250206/…/

WordPress.  The editor is a desk (国际小编); who wrote stands in the last lines of the text, ``文 综合报导`` and
``图 互联网``.  Invitations to WhatsApp and Telegram follow in ``center``.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="中國報",
    hosts=("chinapress.com.my",),
    permalink=r"/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/[^/]+/?$",
    own=("中国报", "中國報"),
    layouts=(
        Layout(
            name="2024",
            when="article.article-page-article h1.article-page-main-title",
            window=(
                Window('<div class="article-page-breadcrumb"', "</div", open=1),
                Window("<article", "</article", open=1),
            ),
            title="h1.article-page-main-title",
            timestamp="div.post_date_meta",
            editors="div.article-page-additional-info > span",
            breadcrumb="div.article-page-breadcrumb",
            keywords=css("div.article-page-tag > a", every=True),
            body="div.article-page-post-content",
            captions=("figcaption",),
            drop=("center", "div.ads-frame", "div.insert_ads"),
        ),
    ),
)
