"""
端传媒 Initium Media

https://theinitium.com/zh-hans/article/20250206-daily-brief

WordPress with a paywall in the middle of the text.  The line below the title is its second part; the
reporter's line carries post and town: 特約撰稿人 某某 發自香港.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="端传媒",
    hosts=("theinitium.com",),
    permalink=r"/article/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)-(?P<id>[\w-]+)",
    own=("端传媒", "端傳媒"),
    layouts=(
        Layout(
            name="2024",
            when="header.entry-header h1.entry-title",
            window=(Window("<main", "</main"), Window('<h2 class="comments-title', "</h2")),
            title="h1.entry-title",
            subtitle="h1.entry-title + span",
            timestamp="div.entry-author > time",
            byline=css(
                "div.entry-author > p",
                match=r"^(?:特[約约]撰稿人|端传媒记者|端傳媒記者|記者|记者)?\s*(.+?)(?:\s*[發发]自.*)?$",
            ),
            keywords=css("a.entry-term", every=True),
            body=css("header.entry-header > figure, div.wkwp-post-content", every=True),
            captions=("figcaption",),
            drop=("div.wkwp-paywall", "div.block-explanation-note"),
            comments="h2.comments-title",
            disclaimers="div.entry-copyright",
        ),
    ),
)
