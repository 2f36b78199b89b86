"""
凤凰网 ifeng.com

https://news.ifeng.com/c/7kQcQG2peWU

Since 2019 class names carry a hash: only their beginnings are stable. 大风号 pages print the
account above the time. In the old templates the last paragraph often lies inside
``span.ifengLogo``; a second ``p.picIntro`` is a related link; 免责声明 is a bare ``p`` after
the text. Editor codes stay with the name, and one editor is literally ``robot``.
"""

from newsparse.rules import ABSENT, Layout, Site, Window

SITE = Site(
    name="凤凰网",
    hosts=("ifeng.com",),
    permalink=r"/(?:c/(?P<id>\w{11})|a/\d{8}/\d+_\d+\.shtml|[-/\w]+/\d{8}/\d+\.shtml|[-/\w]+/detail_\d{4}_\d\d/\d\d/\d+_\d+\.shtml)",
    own=("凤凰",),
    layouts=(
        Layout(
            name="2021",
            when='h1[class^="index_topic_"]',
            window=(
                Window('<div class="index_breadcrumbs_', "</div>", open=1),
                Window('<div class="index_leftContent_', '<div class="index_vote_box_', open=2),
                Window('<div class="index_vote_box_', '<div class="index_share_box_', open=1),
            ),
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
            window=(
                Window('<div class="breadcrumbs-', "</div>", open=1),
                Window('<div class="artical-', '<div class="vote-', open=2),
            ),
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
            name="city",
            when="#publish_time",
            window=Window('<div id="artical">', '<div id="more_news"'),
            kicker=ABSENT,
            title="#artical_topic",
            timestamp="#publish_time",
            source="#source_place",
            editors="#relation_news div",
            breadcrumb="#theCurrent",
            body="#artical_real",
            comments="#comment_count",
        ),
        Layout(
            name="2009",
            when="#artical_topic",
            window=(
                Window('<div class="theCurrent', "</div>", open=1),
                Window('<div id="artical">', '<div id="artical_sth3">', open=1),
            ),
            kicker=ABSENT,
            title="#artical_topic",
            timestamp="#artical_sth > p",
            source="#artical_sth > p",
            byline="#artical_sth > p",
            editors="#artical_sth2 > span, #artical_sth2 > p",
            breadcrumb="div.theCurrent",
            # In pages since 2014 both are in the source, and hidden where there are none to show.
            keywords='#artical_sth2 > a, #artical_sth2 > p:not([style*="none"]) > a',
            body="#main_content, #artical_real",
            comments=("#comment_count", '#js_comment_box03:not([style*="none"]) a.js_cmtUrl'),
            disclaimers="#artical > p",
            related="#artical > div.relateNews",
            pagination="div.next div.pageNum",
            drop=("#VideoPlayerDiv", "p.picIntro + p.picIntro", 'form[name^="voteForm"]'),
            captions="p.picIntro",
        ),
    ),
)
