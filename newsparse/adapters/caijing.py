"""
财经网 Caijing

http://industry.caijing.com.cn/2012-01-12/111607321.html

The summary above the text often repeats a sentence of it.  【作者：…】 and (责任编辑：…) stand in a
box inside the text; a reprint from an agency repeats its title in the dateline.  The keywords
moved from below the text into it, and the comments' count went.
"""

from attrs import evolve

from newsparse.rules import Layout, Site, Window, css

_TRAIL = Window('<div class="news_lt', '<div class="news_rt')
_NOTICE = Window('<div class="copybd"', "</div>", open=1)

_2011 = Layout(
    name="2011",
    when="#article > #cont_title",
    window=(_TRAIL, Window('<div class="main_lt article_lt"', '<div class="comment"', open=1), _NOTICE),
    title="#cont_title",
    timestamp="#cont_riqi",
    source="#cont_riqi",
    byline="#the_content div.ar_writer",
    editors="#the_content div.ar_writer",
    breadcrumb="div.news_lt",
    standfirst="div.summary",
    keywords="div.ar_keyword a",
    body="#the_content",
    drop=("div.ar_writer", "div.ar_keywords"),
    comments="#cont_num",
    # Licence numbers follow in brackets.
    disclaimers=css("div.copybd", match=r"^([^\[]+)"),
)

SITE = Site(
    name="财经网",
    hosts=("caijing.com.cn",),
    permalink=r"/(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)/(?P<id>\d+)\.s?html",
    own=("《财经网》", "财经网", "《财经》", "财经"),
    layouts=(
        evolve(
            _2011,
            name="2014",
            when="#cont_riqi > #source_baidu",
            window=(
                _TRAIL,
                Window('<div id="article"', '<div class="art_wbShare"', open=1),
                Window('<div class="summary"', "<style"),
                _NOTICE,
            ),
            keywords="div.ar_keywords a",
            comments=None,
        ),
        _2011,
    ),
)
