"""
The story's lines, cut at both ends: the region in, its first and last line out, and with them
the zones where a page credits: between title and story, and right after the story.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse.document.outline import Outline
from newsparse.fields.disclaimers import is_boilerplate, is_related_heading
from newsparse.generic.headline import Headline, choose
from newsparse.generic.prose import is_info
from newsparse.generic.region import region

#: How many lines before the title and after the story may still belong to them.
_ABOVE, _BELOW = 6, 16
#: After a line like these comes no more story.
_ENDS = re.compile(
    r"^[\W_]{0,4}(?:网友评论|網友評論|最新评论|热门评论|发表评论|發表評論|我要评论|我来说两句|我也来说两句|评论列表|全部评论|"
    r"相关(?:新闻|阅读|报道|链接|文章|推荐|专题)|相關(?:新聞|閱讀|報導|連結|文章)|延伸(?:阅读|閱讀)|推荐阅读|猜你喜欢|热门推荐|"
    r"版权(?:声明|所有)|版權(?:聲明|所有)|免责声明|免責聲明|Copyright|copyright|上一篇|下一篇|分享到|分享至)"
)


class Story(NamedTuple):
    """
    Where the story begins and ends, and the lines that credit it.
    """

    first: int
    last: int
    #: The title's line, or where the zone above the story begins.
    above: int
    #: Where the zone below the story ends.
    below: int


def story(outline: Outline) -> Story | None:
    """
    Return the story's lines, found once; None where the page has no prose.
    """
    notes = outline.notes
    if "story" not in notes:
        notes["story"] = _story(outline)
    found: Story | None = notes["story"]
    return found


def headline(outline: Outline) -> Headline | None:
    """
    Return the page's title, found once.
    """
    notes = outline.notes
    if "headline" not in notes:
        area = region(outline)
        notes["headline"] = choose(outline, area.first if area else len(outline.lines))
    found: Headline | None = notes["headline"]
    return found


def _story(outline: Outline) -> Story | None:
    area = region(outline)
    if area is None:
        return None
    head = headline(outline)
    title = head.line if head else -1
    box = outline.boxes[area.box]
    first = _first(outline, area.first, max(box.first, title + 1))
    last = _last(outline, area.last, box.last)
    above = title if 0 <= title < first else max(0, first - 2 * _ABOVE)
    return Story(first, last, above, min(len(outline.lines), last + _BELOW))


def _first(outline: Outline, start: int, floor: int) -> int:
    """Walk up from the first prose while the lines can be the story's own."""
    number = start
    lines = outline.lines
    while number > floor:
        line = lines[number - 1]
        if line.kind == "list" or is_info(line) or (line.text and line.linked * 2 > len(line.text)):
            break
        if line.kind == "text" and is_boilerplate(line.text):
            break
        number -= 1
    return number


def _last(outline: Outline, stop: int, end: int) -> int:
    """Walk down from the last prose while the lines can be the story's own."""
    lines = outline.lines
    number = stop
    while number < end:
        line = lines[number]
        if line.kind == "list" or (line.text and line.linked * 2 > len(line.text)) or is_related_heading(line.text):
            break
        if line.kind == "text" and len(line.text) < 40 and _ENDS.match(line.text):
            break
        number += 1
    return number
