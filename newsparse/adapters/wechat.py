"""
微信公众号 WeChat official accounts

https://mp.weixin.qq.com/s/ZhDXTjv5ciEGOZirqQ6BJA

The printed time may be empty or relative (昨天): a script has it.  The account is the source,
and the author where nobody is named.  ``#js_content`` is hidden until a script shows it, and
``<title>`` may be empty.
"""

from newsparse.rules import ABSENT, Layout, Site, Window, script

SITE = Site(
    name="微信公众号",
    hosts=("mp.weixin.qq.com",),
    permalink=r"/s(?:/(?P<id>[-\w]{22})|\?.*\bsn=(?P<sn>[0-9a-f]{32}))",
    layouts=(
        Layout(
            name="2014",
            account=True,
            when="#img-content > #activity-name",
            root="#img-content",
            window=Window('<div id="img-content"', '<div id="js_tags_preview_toast"'),
            kicker=ABSENT,
            title="#activity-name",
            timestamp=(
                "#publish_time",
                script(r'var ct\s*=\s*"(\d{10})"'),
                script(r"createTime\s*=\s*'(\d[^']{9,20})'"),
            ),
            source="#js_name",
            authors="#meta_content > span.rich_media_meta_text",
            body="#js_content",
        ),
    ),
)
