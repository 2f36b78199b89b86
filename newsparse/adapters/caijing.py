"""
财经网 Caijing

http://industry.caijing.com.cn/2012-01-12/111607321.html

The summary above the text often repeats a sentence of it.  【作者：…】 and (责任编辑：…) stand in a
box inside the text; a reprint from an agency repeats its title in the dateline.
"""

from newsparse.rules import Layout, Site, css

SITE = Site(
    name="财经网",
    hosts=("caijing.com.cn",),
    permalink=r"/(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)/(?P<id>\d+)\.s?html",
    own=("《财经网》", "财经网", "《财经》", "财经"),
    layouts=(
        Layout(
            name="2011",
            when="#article #cont_title",
            title="#cont_title",
            timestamp="#cont_riqi",
            source="#cont_riqi",
            byline="#the_content div.ar_writer",
            editors="#the_content div.ar_writer",
            breadcrumb="union_location div.news_lt",
            standfirst="#article div.summary",
            keywords="div.ar_keyword a",
            body="#the_content",
            drop=("div.ar_writer", "div.ar_page", "div.ar_keywords"),
            comments="#cont_num",
            disclaimers="div.copybd",
        ),
        Layout(
            name="2016",
            when="div.article-content, #the_content",
            title="#cont_title, h1.article-title",
            timestamp="#pubtime_baidu, span.news_time, #cont_riqi",
            source="#source_baidu, span.news_frome, #cont_riqi",
            byline="#author_baidu, div.ar_writer",
            editors="#editor_baidu, div.ar_writer",
            breadcrumb="div.location, union_location",
            body="#the_content, div.article-content",
            drop=("div.ar_writer", "#editor_baidu", "div.ar_keywords"),
        ),
    ),
)
