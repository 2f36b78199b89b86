"""
虎嗅 Huxiu

https://www.huxiu.com/moment/1101916.html

A moment (24小时) has no headline: the first line of its text is the title, as og:title has it.
It is signed by an account and prints only a day; bare numbers beside icons count likes and
comments.  Articles are left to the generic reader: no page of theirs was seen.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, meta

SITE = Site(
    name="虎嗅",
    hosts=("huxiu.com",),
    permalink=r"/(?:moment|article)/(?P<id>\d+)\.html",
    own=("虎嗅",),
    layouts=(
        Layout(
            name="moment",
            account=True,
            when="div.moment-item > div.plain-text-wrap",
            window=Window('<div class="moment-date', '<textarea', open=4),
            kicker=ABSENT,
            title=meta("og:title"),
            timestamp="span.moment-time",
            authors="i.user-info__intro__name",
            body="p.plain-text",
            comments="span.operate-item + span.operate-item > i.operate-item__num",
        ),
    ),
)
