"""
Tells why a text is no article: what was read of it in, a reason of ``PageError`` out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse import lazy
from newsparse.fields.body import BodyReading
from newsparse.textpage.anchor import is_running_text
from newsparse.textpage.lines import Line
from newsparse.textpage.regions import Regions

#: A page shorter than this (characters of running text) may be nothing but its own error message.
_LITTLE = 160
#: As many lines without one sentence are links.
_MANY_LINES = 5

_MARKUP = lazy.compile(r"<(?:!doctype|html|head|body)\b", re.I)
_NOT_FOUND = lazy.compile(
    r"\b404\b.{0,12}(?:错误|錯誤|页面|頁面|not found|信息)"
    r"|(?:页面|頁面|网页|網頁|内容|文章|稿件)[^。]{0,10}(?:不存在|找不到|无法找到|已被?[删刪]除)"
    r"|(?:找不到|无法找到|無法找到)[^。]{0,10}(?:页面|頁面|网页|網頁|文章)",
    re.I,
)
_LOGIN = lazy.compile(
    r"[请請][先您]?登[录入錄]|登[录入錄][后後](?:查看|阅读|閱讀|继续|繼續)"
    r"|(?:订阅|訂閱|付费|付費)[后後]?(?:即可)?(?:查看|阅读|閱讀)"
)


def reason_against(
    lines: Sequence[Line], regions: Regions, title: str | None, body: BodyReading
) -> tuple[str, str] | None:
    """
    Return why the text is refused, as reason and message; None for an article.
    """
    if not lines:
        return "empty", "the text shows nothing"
    if _MARKUP.match(lines[0].text):
        return "no_article", "the text is the source of a page, not what it shows"
    whole = "\n".join(line.text for line in lines)
    if sum(len(block.text) for block in body.body) < _LITTLE:
        if _NOT_FOUND.search(whole):
            return "not_found", "the text is an error message"
        if _LOGIN.search(whole):
            return "login", "the text asks for a login instead of telling a story"
    running = any(is_running_text(block.text) for block in body.body)
    if not running and not regions.info and len(lines) >= _MANY_LINES:
        return "index", f"{len(lines)} short lines, no sentence and no date"
    if title and body.body and (running or regions.info):
        return None
    return "no_article", f"no {'story' if title else 'title'} in {len(lines)} lines"
