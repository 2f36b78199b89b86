"""
Which pages are no articles: lists, home and search pages, login walls, error pages.

Theory.  An article has a title of its own that ``<title>`` repeats, a line that says when or
from where, and prose with few links in it.  A list has links, each perhaps with a sentence
below it, and neither a title nor a time of its own.  One sign alone proves nothing: the
signs are added up, and only a page with hardly any of them is refused.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from newsparse import lazy
from newsparse.document.outline import Outline
from newsparse.errors import PageError
from newsparse.generic.headline import bare_title, declared
from newsparse.generic.pictures import shown_lines
from newsparse.generic.prose import is_teaser
from newsparse.generic.region import Region, prose, region
from newsparse.generic.story import headline
from newsparse.generic.zones import zones

_LONGEST_MESSAGE = 60
#: Pages with less prose than this may be anything; with more they are no error page and no login.
_LITTLE, _MUCH = 80, 400
_NOT_FOUND = lazy.compile(
    r"(?<!\d)404(?!\d)|(?:页面|頁面|网页|網頁|内容|文章|新闻|信息|稿件|文件|链接)(?:.{0,6})(?:不存在|找不到|未找到|已删除|已刪除|已被删除|已被刪除|已失效|已下线)"
    r"|(?:找不到|无法找到|沒有找到|没有找到).{0,10}(?:页|頁|内容|文章|网址|網址)|[Nn]ot [Ff]ound|页面(?:出错|错误|丢失|走丢)|頁面(?:出錯|錯誤)|该内容已被(?:发布者|作者)删除"
)
_LOGIN = lazy.compile(
    r"^\W{0,3}(?:请先?|請先?)?(?:用户|会员|會員|账号|帳號|扫码|密码|手机)?(?:登录|登錄|登入|登陆)|[Ll]og ?in|[Ss]ign ?in|登录(?:后|即可|以)(?:继续|阅读|查看|可)|登入後"
    r"|(?:订阅|訂閱|付费|付費|会员)(?:后|後|即可)(?:继续|繼續)?(?:阅读|閱讀|查看)|安全验证|访问验证|请完成验证|人机验证"
)
_SEARCH = lazy.compile(r"搜索结果|搜尋結果|站内搜索|的搜索|_搜索|搜索_|^搜索|检索结果|[Ss]earch")
#: Addresses of lists, and of stories.
_LIST_PATH = lazy.compile(r"/(?:index|list|default|home|main|channel|category|tags?|search|so|node_\d+|roll|more)(?:[_-]?\d{0,3})?(?:\.\w{2,5})?$|/$|^$", re.I)
_STORY_PATH = lazy.compile(r"\d{5}|(?:19|20)\d\d[-/_]?\d\d[-/_]?\d\d|/(?:content|article|detail|story|news)[_/-]?\w*\d{3}", re.I)
#: So many announcements make a list; a line this long may be a heading.
_FEW, _HEADING = 3, 6
#: With no more characters of links than these a page lists nothing.
_UNLINKED = 40
#: Signs that an article has in all; with less a page is a list.
_ENOUGH = 1.0
#: What each sort of links takes away at most.
_MOST_LINKED = 2.0


def refuse(outline: Outline, url: str | None) -> None:
    """
    Raise PageError where the page is no article.
    """
    if not outline.characters(len(outline.lines)) and not any(line.text for line in outline.lines):
        raise PageError(url, "empty", "no visible text")
    area = region(outline)
    told = area.prose if area else 0
    if told < _MUCH:
        _refuse_message(outline, url, told)
    if area is None:
        # Pictures or a film, perhaps; else the evaluator finds no body and says so.
        listed = shown_lines(outline, headline(outline)) is None and _many_links(outline)
    else:
        listed = not _is_article(outline, url, area) and outline.links(len(outline.lines)) > _UNLINKED
    if listed:
        what = "search results" if _SEARCH.search(declared(outline)) else "links, and no story of its own"
        raise PageError(url, "index", what)


def _refuse_message(outline: Outline, url: str | None, told: int) -> None:
    """Raise PageError where a page with little prose says what it is instead of a story."""
    title = declared(outline)
    texts = [title]
    if told < _LITTLE:
        texts += [line.text for line in outline.lines if line.kind == "text" and not line.linked and len(line.text) <= _LONGEST_MESSAGE]
    for text in texts:
        if _NOT_FOUND.search(text):
            raise PageError(url, "not_found", text)
    asked = _LOGIN.search(title) or (told < _LITTLE and "password" in outline.source.text and _any_line(outline, _LOGIN))
    if asked:
        raise PageError(url, "login", title)


def _any_line(outline: Outline, pattern: re.Pattern[str]) -> bool:
    return any(line.text and len(line.text) <= 40 and pattern.search(line.text) for line in outline.lines)


def _is_article(outline: Outline, url: str | None, area: Region) -> bool:
    """Tell whether enough speaks for an article."""
    head = headline(outline)
    signs = 0.0
    if head is not None and head.line >= 0 and outline.lines[head.line].linked * 2 <= len(head.text):
        signs += 2.0 if head.confidence > 0.9 else 0.5
    place = zones(outline)
    if place.head.dated or place.head.credits:
        signs += 1.5
    elif place.above.dated or place.above.credits or place.foot.credits or place.tail.dated:
        signs += 0.5
    signs += 1.0 if area.prose >= _MUCH else 0.5 if area.prose >= _LITTLE else 0.0
    if not bare_title(outline):
        signs -= 0.5
    signs += _address(url) - _ENOUGH
    # Links can take away so much and no more.
    return signs >= _MOST_LINKED + _MOST_LINKED or signs >= _linkiness(outline, area) + _teasers(outline)


def _linkiness(outline: Outline, area: Region) -> float:
    """Return how much the story's lines look like a list of links: 0 to 2."""
    links = prose = 0
    for line in outline.lines[area.first : area.last]:
        if line.kind == "list" or (line.text and line.linked * 5 > len(line.text) * 4):
            links += 1
        elif len(line.text) > 30:
            prose += 1
    return min(_MOST_LINKED, _MOST_LINKED * links / (prose + 1)) if links > 2 else 0.0


def _teasers(outline: Outline) -> float:
    """Return how much the page's prose looks like announcements, each below the link to its story: 0 or 2."""
    sums = prose(outline)
    if len(sums.numbers) < _FEW:
        return 0.0
    announced, others = 0, sums.total * 2
    for number in sums.numbers:
        if _below_link(outline, number):
            announced += 1
            continue
        # They must be three fifths of all prose.
        others -= sums.weights[number] * 5
        if others < 0:
            return 0.0
    return _MOST_LINKED if announced >= _FEW else 0.0


def _below_link(outline: Outline, number: int) -> bool:
    """Tell whether the nearest line of text above a line is nothing but a link."""
    line = outline.lines[number]
    if line.linked * 4 > len(line.text):
        return True
    for above in range(number - 1, max(-1, number - 4), -1):
        other = outline.lines[above]
        if other.kind == "text" and len(other.text) >= _HEADING:
            return other.linked * 5 > len(other.text) * 4
    return False


def _many_links(outline: Outline) -> bool:
    """Tell whether a good part of the text of a page without prose is links."""
    linked = text = announced = 0
    for line in outline.lines:
        size = len(line.text)
        announced += line.kind == "text" and line.linked > 0 and is_teaser(line.text)
        linked += size if line.kind == "list" else line.linked
        text += size
    return announced >= _FEW or (linked > 120 and linked * 4 > text)


def _address(url: str | None) -> float:
    """Return what the page's address says: above 0 for a story, below for a list."""
    if not url:
        return 0.0
    try:
        path = urlsplit(url).path
    except ValueError:  # brackets that are no IPv6 address: it says nothing
        return 0.0
    if _STORY_PATH.search(path):
        return 0.5
    return -1.0 if _LIST_PATH.search(path) else 0.0
