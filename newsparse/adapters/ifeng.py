"""
凤凰网 ifeng.com

https://news.ifeng.com/c/7kQcQG2peWU

Since 2019 class names carry a hash: only their beginnings are stable. 大风号 pages print the
account above the time. In the old templates the last paragraph often lies inside
``span.ifengLogo``; a second ``p.picIntro`` is a related link; 免责声明 is a bare ``p`` after
the text. Editor codes stay with the name, and one editor is literally ``robot``.
"""

from newsparse.rules import ABSENT, Layout, Site

SITE = Site(
    name="凤凰网",
    hosts=("ifeng.com",),
    permalink=r"/(?:c/(?P<id>\w{11})|a/\d{8}/\d+_\d+\.shtml|[-/\w]+/detail_\d{4}_\d\d/\d\d/\d+_\d+\.shtml)",
    own=("凤凰",),
    layouts=(
        Layout(
            name="2021",
            when='h1[class^="index_topic_"]',
            kicker=ABSENT,
            title='h1[class^="index_topic_"]',
            timestamp='[class^="index_timeBref_"]',
            source='[class^="index_sourceTitleText_"] > a',
            editors='p[class^="index_author_"]',
            breadcrumb='[class^="index_breadcrumbs_"]',
            body='div[class^="index_main_content_"]',
            comments='a[class^="index_commentNum_"]',
            disclaimers='[class^="index_copyRight_"] > p',
        ),
        Layout(
            name="2018",
            when='h1[class^="topic-"]',
            kicker=ABSENT,
            title='h1[class^="topic-"]',
            timestamp='p[class^="time-"]',
            source='span[class^="source-"]',
            editors='p[class^="author-"]',
            breadcrumb='div[class^="breadcrumbs-"]',
            body='div[class^="main_content-"]',
            comments='a[class^="commentNum-"]',
        ),
        Layout(
            name="2009",
            when="#artical_topic",
            kicker=ABSENT,
            title="#artical_topic",
            timestamp="#artical_sth > p, #publish_time",
            source=("#artical_sth > p", "#source_place"),
            editors=("#artical_sth2 > span, #artical_sth2 > p", "#relation_news div"),
            breadcrumb=".theCurrent, #theCurrent",
            keywords="#artical_sth2 > a",
            body="#main_content, #artical_real",
            comments="#comment_count",
            disclaimers="#artical > p",
            pagination="div.next div.pageNum",
            drop=("#VideoPlayerDiv", "p.picIntro + p.picIntro", 'form[name^="voteForm"]'),
            captions="p.picIntro",
        ),
    ),
)
