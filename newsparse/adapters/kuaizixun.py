"""
快资讯 360kuai

https://www.360kuai.com/9a0132f36c25dd0ac

The first ``h1`` is the logo.  An account stands with its time above the text, in a box or in one
line; 不喜欢 and a feed follow the text.  Comments are printed only on pages that have some, in
an element that the others leave out: no landmark holds for both, so pages are parsed whole.
"""

from newsparse.rules import ABSENT, Layout, Site

SITE = Site(
    name="快资讯",
    hosts=("360kuai.com",),
    permalink=r"/(?P<id>9[0-9a-f]{16})\b",
    layouts=(
        Layout(
            name="2024",
            account=True,
            when="div.detail-content__content--normal > h1.article__title",
            root="div.detail-content__content",
            kicker=ABSENT,
            title="span.article__title",
            timestamp="div.author-info__desc > time, div.author-info--simple__desc > time",
            source="a.author-info__name, div.author-info--simple__name",
            body="#article__content",
            drop=("a.article__content__textgg", "a.article__content__yyconfig"),
            comments="button.cmmts__reply--bottom",
            disclaimers="#kch-tip",
        ),
    ),
)
