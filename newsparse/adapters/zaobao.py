"""
联合早报 Lianhe Zaobao

https://www.zaobao.com.sg/realtime/world/story20250205-5836296

Class names are those of a CSS toolkit; only ``articleBody`` and ids mean anything.  Byline and date
stand in a column before the h1; the printed clock is the reader's, so the page's JSON-LD, which names
its zone, says when the story appeared.  延伸阅读 stands inside the text, the paywall right after it.
"""

from newsparse.rules import Layout, Site, Window, css, jsonld

SITE = Site(
    name="联合早报",
    hosts=("zaobao.com.sg", "zaobao.com"),
    permalink=r"/story(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)-(?P<id>\d+)",
    own=("联合早报", "早报"),
    layouts=(
        Layout(
            name="2024",
            when="article div.articleBody",
            window=(Window("<main", "</main"), Window("<footer", "</footer")),
            title="article > h1",
            timestamp=(jsonld("datePublished"), "#aside-left div.overflow-hidden"),
            authors="#aside-left a[href*='/byline/']",
            keywords=css("article a[href*='/keywords/'][aria-label]", every=True),
            body=css("article > div:has(> div > button > img), div.articleBody", every=True),
            captions=("article > div > div > div.text-center", "figcaption"),
            drop=("div:has(> #mobile-recommend-articles)", "div.bff-google-ad", "div.bff-recommend-article"),
            disclaimers=css("footer p", every=True),
        ),
    ),
)
