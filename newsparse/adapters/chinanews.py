"""
中国新闻网 China News Service

https://www.chinanews.com.cn/gj/2025/02-06/10363849.shtml
http://www.chinanews.com/sh/2011/12-16/3536004.shtml

2025 pages print the title once more in a sticky bar, above the article.  ``#BaiduSpider`` is hidden
and gives the *editor* as 作者; the writer, if named, ends the story.  The editor's line and an
advert's table lie inside the story since 2012.  A leading picture with its caption stands beside
the story, not in it; in 2011 it has no class.  ``div.left_name`` of 2012 is there, and empty, where no editor is named.
"""

from newsparse.rules import Layout, Site, Window, css

_FOOT = Window('<div class="pagebottom">', "</body")
_OLD_FOOT = Window('<div class="pagebottom">', '<div style="display:none"')
_UNQUOTED_FOOT = Window("<div class=pagebottom>", '<div style="display:none"')
_STORY = css("div.left_ph, div.left_pt, #tupian_div, div.left_zw", every=True)
_NOT_THE_STORY = ("div.adEditor", "table.adInContent", "div.left_name", "#function_code_page", "div.channel")
_CAPTIONS = ("div.left_pt", ".pictext", "p.videojsDesc")

SITE = Site(
    name="中国新闻网",
    hosts=("chinanews.com", "chinanews.com.cn", "ecns.cn"),
    permalink=r"/(?P<year>\d{4})/(?P<month>\d\d)-(?P<day>\d\d)/(?P<id>\d+)\.s?html",
    own=("中国新闻网", "中新网", "中新社", "中国新闻社", "中国新闻周刊"),
    layouts=(
        Layout(
            name="2022",
            when="#cont_1_1_2 div.content_left_time",
            window=(
                Window('<div class="con_left_nav_nav', '<div class="con_left_nav_share'),
                Window('<div class="content" id="cont_1_1_2"', '<div class="div840"', open=1),
                _FOOT,
            ),
            title="#cont_1_1_2 h1.content_left_title",
            timestamp="#cont_1_1_2 div.content_left_time",
            source="#cont_1_1_2 div.content_left_time",
            editors="div.adEditor",
            breadcrumb="div.con_left_nav_nav",
            body=_STORY,
            drop=_NOT_THE_STORY,
            captions=_CAPTIONS,
            disclaimers="div.pagebottom_nr > div.des",
        ),
        Layout(
            name="2020",
            when="#nav_div > #nav",
            window=(
                Window('<div id="nav_div"', '<div class="content" id="cont_1_1_2"'),
                Window('<div class="content" id="cont_1_1_2"', '<div class="div840"', open=1),
                _FOOT,
            ),
            title="#cont_1_1_2 > h1",
            timestamp="#cont_1_1_2 div.left-t",
            source="#cont_1_1_2 div.left-t",
            editors="div.adEditor",
            breadcrumb="#nav_div > #nav",
            body=_STORY,
            drop=_NOT_THE_STORY,
            captions=_CAPTIONS,
            disclaimers="div.pagebottom_2",
        ),
        Layout(
            name="2012",
            when="#cont_1_1_2 > div.left-time",
            window=(
                Window('<div id="nav"', '<div class="search"'),
                Window('<div id="cont_1_1_2"', '<div class="div624"', open=1),
                _OLD_FOOT,
            ),
            title="#cont_1_1_2 > h1",
            timestamp="#cont_1_1_2 div.left-t",
            source="#cont_1_1_2 div.left-t",
            editors="#cont_1_1_2 div.left_name",
            breadcrumb="#nav",
            body=_STORY,
            comments="#totalsum",
            drop=_NOT_THE_STORY,
            captions=_CAPTIONS,
            disclaimers="div.pagebottom_2",
        ),
        Layout(
            name="2011",
            when="div.left_txt > div.left_bt",
            window=(
                Window("<div id=channel", "<div id=text"),
                Window("<div class=left_txt", "<div class=left_xq"),
                _UNQUOTED_FOOT,
            ),
            title="div.left_bt > h1",
            timestamp="div.left_txt > div.left_time",
            source="div.left_txt > div.left_time",
            editors="div.left_txt > div.left_name div",
            breadcrumb="#channel td:first-child",
            body=css('div.left_time + div[align="center"], div.left_ph, div.left_pt, div.left_zw', every=True),
            comments="div.left_time span.totalsum",
            drop=_NOT_THE_STORY,
            captions=_CAPTIONS,
            disclaimers="div.pagebottom_2",
        ),
        Layout(
            name="video",
            when="div.dqwz ~ div.zw_title",
            window=(Window('<div class="dqwz"', '<div align="center"', open=1), _UNQUOTED_FOOT),
            title="div.zw_title",
            timestamp="div.zw_title + div.text-center",
            source="div.zw_title + div.text-center",
            editors="div.zw_content ~ div.fdr",
            breadcrumb="div.dqwz",
            body="div.zw_content",
            disclaimers="div.pagebottom_2",
            kind="video",
        ),
    ),
)
