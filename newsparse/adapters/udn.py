"""
聯合新聞網 udn

http://udn.com/NEWS/HEALTH/HEA1/6848392.shtml
https://udn.com/news/story/11315/3705102
https://money.udn.com/money/story/5603/4909425

2012 pages are tables: the byline 【聯合報╱記者某某／台北報導】 is source and author in one, the clock
is ``12:40 am``, and 【2012/01/16 聯合報】 at the end is the day of print.  責任編輯 in the left menu is the
channel's.  2019 and 2020 pages glue time, source and reporter in one element; money's only h1 is the
breaking-news line.  ``2021`` is declared from knowledge of the site, not from pages at hand, and only in part.
"""

from newsparse.rules import Layout, Site, Window, css

#: What stands inside the story of 2019 and 2020 pages without being part of it.
_NOT_THE_STORY = (
    "#story_art_title",
    "#story_bar",
    "#story_bady_info",
    "#shareBar",
    "#story_tags",
    "#before",
    "div.inline-ad",
    "div.photo_pop",
    "a.photo_pop_icon",
    "div.social_bar",
    "div.area",
)

SITE = Site(
    name="聯合新聞網",
    hosts=("udn.com",),
    permalink=r"/story/(?:\d+/)?(?P<id>\d+)|/NEWS/(?:\w+/)+(?P<old>\d+)\.shtml",
    own=("聯合新聞網", "聯合報", "聯合晚報", "經濟日報", "世界日報", "udn"),
    layouts=(
        Layout(
            name="2021",
            partial=True,
            elsewhere=False,
            when="section.article-content__editor",
            title="h1.article-content__title",
            timestamp="time.article-content__time",
            source=css("span.article-content__author", match=r"^\s*([^\s／/╱]{2,12})"),
            byline=css("span.article-content__author", match=r"^\s*[^\s／/╱]{2,12}\s*[／/╱\s]\s*(.+)"),
            body="section.article-content__editor",
            captions=("figcaption",),
            drop=_NOT_THE_STORY,
        ),
        Layout(
            name="2020",
            when="#story_body_content div.shareBar__info--author",
            window=Window('<div id="mainbar"', '<div id="story_foot"', open=2),
            root="#mainbar",
            title="#story_art_title",
            timestamp="div.shareBar__info--author > span",
            source=css("div.shareBar__info--author", match=r"\d\d:\d\d(?::\d\d)?\s*([^\s／/╱]{2,12})"),
            byline=css("div.shareBar__info--author", match=r"\d\d:\d\d(?::\d\d)?\s*[^\s／/╱]{2,12}\s+(.+)"),
            breadcrumb="#nav",
            keywords="#story_tags",
            body="#article_body",
            drop=_NOT_THE_STORY,
        ),
        Layout(
            name="2019",
            when="#story_body_content div.story_bady_info_author",
            window=Window('<div id="mainbar"', '<div class="also_listing"', open=1),
            root="#mainbar",
            title="#story_art_title",
            timestamp="div.story_bady_info_author > span",
            source=css("div.story_bady_info_author", match=r"\d\d:\d\d(?::\d\d)?\s*([^\s／/╱]{2,12})"),
            byline=css("div.story_bady_info_author", match=r"\d\d:\d\d(?::\d\d)?\s*[^\s／/╱]{2,12}\s+(.+)"),
            breadcrumb="#nav",
            keywords="#story_tags",
            body="#story_body_content",
            drop=_NOT_THE_STORY,
        ),
        Layout(
            name="2012",
            when="#story_author",
            window=(
                Window('<td class="path"', "</td", open=1),
                Window('<div class="story_title"', "</td"),
                Window('<div id="story_author"', "</td"),
                Window('<div id="story_update"', "</td"),
                Window('<div class="story" id="story"', '<div id="mpromote"'),
            ),
            title="#story_title",
            timestamp="#story_update",
            source=css("#story_author", match=r"【?\s*([^╱／/【】]{2,12})"),
            byline=css("#story_author", match=r"[╱／/]\s*([^【】]+)"),
            breadcrumb="a.path",
            body="#story",
            captions=("td.photo_explanation", "span.photo_explanation"),
            drop=("b:has(> a)", "#story > a:has(> strong)", "object"),
        ),
    ),
)
