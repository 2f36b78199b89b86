"""
新浪新聞台灣 Sina Taiwan

http://news.sina.com.tw/article/20120111/5631234.html

``cite`` holds source and time: ``台灣醒報 (2012-01-11 16:58)``.  The text is ``p`` with ``<br><br>`` or
``p`` in ``p``; reporters are named only in datelines and signatures.  The label 關鍵字 may stand without any.
"""

from newsparse.rules import Layout, Site, Window, css

SITE = Site(
    name="新浪新聞台灣",
    hosts=("sina.com.tw",),
    permalink=r"/article/(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)/(?P<id>\d+)\.html",
    layouts=(
        Layout(
            name="2012",
            when="#articles.articles > cite",
            window=Window('<div id="Content"', '<div class="other"'),
            title="#articles > strong > h1",
            subtitle="#articles > span.subtitle",
            timestamp="#articles > cite",
            source=css("#articles > cite", match=r"^([^(（]+)"),
            breadcrumb="#Content > div.path",
            keywords="div.artwords > span.awcont",
            body="#articles div.pcont",
        ),
    ),
)
