"""
手机网易 NetEase for phones

https://3g.163.com/news/article/EEV3N8V80001875P.html

Header and text are two elements of one ``article``, the text a page at a time.
Declared from knowledge of the site, not from pages at hand, and only in part.
"""

from newsparse.rules import Layout, Site, css

SITE = Site(
    name="手机网易",
    hosts=("3g.163.com", "m.163.com"),
    permalink=r"/article/(?P<id>[0-9A-Z]{12,20})\.html",
    layouts=(
        Layout(
            name="2017",
            partial=True,
            elsewhere=False,
            when="article .info > .js-time",
            title="article h1.title",
            timestamp="article .js-time",
            source="article .js-source",
            body=css("article .content > .page", every=True),
        ),
    ),
)
