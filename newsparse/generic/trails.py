"""
Trail, keywords and related stories: the lines above and below the story in, links and words out.
"""

from __future__ import annotations

import re

from newsparse.blocks import Fragment
from newsparse.document.outline import Outline
from newsparse.fields.disclaimers import is_related_heading
from newsparse.fields.trails import read_breadcrumb, read_keywords, read_related
from newsparse.generic.context import Context
from newsparse.generic.story import headline, story
from newsparse.model import Link
from newsparse.rules import Guess

_TRAIL_LABEL = re.compile(r"(?:当前|當前|目前|所在|您的|现在|現在|的)(?:位置|所在)|首页导航|您現在")
_TRAIL_SIGN = re.compile(r"[>＞»›→]")
_TRAIL_END = re.compile(r"(?:正文页?|内容|內文|文章详情|详情|正文区)$")
_TRAIL_NAME = re.compile(r"crumb|location|position|weizhi|\bpath\b|where|lujing", re.I)
_LONGEST_TRAIL = 110
#: 本页位置：, 提示：, 您现在：
_LEADS = re.compile(r"^[^:：]{0,8}[:：]\s*")
_DIGITS = re.compile(r"\d{4}年|\d\d:\d\d")
#: Where a toolbar stands in the line of the trail.
_TOOLS = re.compile(r"\[?友善列印|字号|字號|转播|轉播|订阅|訂閱|收藏|打印|列印|分享|保护视力|手机报")
_KEYWORD_LABEL = re.compile(
    r"^[\s\[【(（·#]{0,3}(?:文章|本文|新闻|相关)?(?:关键[字词]|關鍵[字詞]|标签|標籤|TAGS?|Tags?|tags?|相[关關](?:话题|主题))\s?[\]】)）]?\s?(?:[:：]|$|(?=\s))"
)
_KEYWORD_NAME = re.compile(r"(?:^|[\s_-])(?:tags?|keywords?|key-?words?|biaoqian|labels?|topics?)(?:$|[\s_-])", re.I)
#: How far below the story its keywords and related stories may stand.
_BELOW = 40


def breadcrumb(outline: Outline, context: Context) -> Guess | None:
    """
    The trail of sections above the title.
    """
    place = story(outline)
    if place is None:
        return None
    best: tuple[float, tuple[Link, ...], str] | None = None
    for number in range(place.first - 1, -1, -1):
        line = outline.lines[number]
        if line.kind != "text" or len(line.text) > _LONGEST_TRAIL:
            continue
        labelled = _TRAIL_LABEL.search(line.text) is not None
        named = _TRAIL_NAME.search(_names(outline, line.box)) is not None
        if not labelled and not named and not _TRAIL_SIGN.search(line.text):
            continue
        first, last = _whole(outline, number)
        fragment = outline.fragment(first, last)
        steps = _steps(fragment)
        score = _trail_score(outline, number, steps, fragment.text, 3.0 * labelled + 2.0 * named)
        if score > 0 and (best is None or score > best[0]):
            best = (score, steps, fragment.text)
    return Guess(best[1], 0.9 if best[0] >= 4 else 0.7, best[2]) if best else None


def _steps(fragment: Fragment) -> tuple[Link, ...]:
    """Return the steps of a trail, up to the page itself, without the words that lead to it."""
    steps = list(read_breadcrumb(fragment))
    if steps and ("：" in steps[0].name or ":" in steps[0].name):
        steps[0] = Link(_LEADS.sub("", steps[0].name), steps[0].url)
    for index, step in enumerate(steps):
        if _TRAIL_END.search(step.name) and index:
            return tuple(steps[: index + 1])
        if index and step.url is None and (_DIGITS.search(step.name) or _TOOLS.search(step.name)):
            tool = _TOOLS.search(step.name)
            rest = [Link(step.name[: tool.start()].strip())] if tool and tool.start() else []
            return tuple(steps[:index] + rest)
    return tuple(step for step in steps if step.name)


def _whole(outline: Outline, number: int) -> tuple[int, int]:
    """Return the lines of a trail that is spread over several elements."""
    line = outline.lines[number]
    first, last = number, number + 1
    for at in outline.ancestors(line.box):
        box = outline.boxes[at]
        text = sum(len(other.text) for other in outline.lines[box.first : box.last])
        if box.last - box.first > 12 or text > _LONGEST_TRAIL:
            break
        if any(other.kind == "list" for other in outline.lines[box.first : box.last]):
            break
        head = headline(outline)
        if head and box.first <= head.line < box.last:
            break
        first, last = box.first, box.last
        if len(read_breadcrumb(outline.fragment(first, last))) > 1 and box.tag not in ("li", "dd", "span", "td"):
            break
    return first, last


def _trail_score(outline: Outline, number: int, steps: tuple[Link, ...], text: str, signs: float) -> float:
    """Return how likely lines are the trail; 0 and less when they are not."""
    if len(steps) < 2 or any(len(step.name) > 16 for step in steps[:-1]):
        return 0.0
    linked = sum(step.url is not None for step in steps)
    score = signs + (2.0 if _TRAIL_END.search(steps[-1].name) else 0.0) + min(linked, 3)
    head = headline(outline)
    if head and head.line >= 0:
        score -= abs(head.line - number) / 10
    return score - (2.0 if "|" in text or "｜" in text else 0.0)


def keywords(outline: Outline, context: Context) -> Guess | None:
    """
    The words after 关键词, 标签 around the story.
    """
    place = story(outline)
    if place is None:
        return None
    lines = outline.lines
    for number in (*range(place.above, place.first), *range(max(place.first, place.last - 6), min(len(lines), place.last + _BELOW))):
        line = lines[number]
        if line.kind != "text" or not line.text:
            continue
        label = _KEYWORD_LABEL.match(line.text) if len(line.text) < 160 else None
        named = not label and line.linked * 2 > len(line.text) and _KEYWORD_NAME.search(_names(outline, line.box))
        if not label and not named:
            continue
        first, last = _row(outline, number, bare=label is not None and label.end() >= len(line.text))
        words = read_keywords(outline.fragment(first, last))
        words = tuple(word for word in words if len(word) <= 20)
        if words and len(words) <= 20:
            return Guess(words, 0.9 if label else 0.75, line.text)
    return None


def _names(outline: Outline, at: int) -> str:
    box = outline.boxes[at]
    return f"{box.name} {outline.boxes[box.parent].name}" if box.parent >= 0 else box.name


def _row(outline: Outline, number: int, *, bare: bool) -> tuple[int, int]:
    """Return the lines of the element that a label stands in; more than its own line where that is all it holds."""
    line = outline.lines[number]
    for at in outline.ancestors(line.box):
        box = outline.boxes[at]
        if box.last - box.first > 20 or any(len(other.text) > 60 for other in outline.lines[box.first : box.last]):
            break
        if box.last - box.first > 1 and (bare or box.tag in ("ul", "dl", "ol")):
            return number, box.last
        if not bare and box.last > number + 1 and at != line.box:
            break
    return number, number + 1


def related(outline: Outline, context: Context) -> Guess | None:
    """
    The links under 相关阅读 and its kin below the story, or inside it.
    """
    place = story(outline)
    if place is None:
        return None
    for number in range(place.first, min(len(outline.lines), place.last + 2 * _BELOW)):
        line = outline.lines[number]
        if line.kind != "text" or not is_related_heading(line.text):
            continue
        first, last = _below(outline, number)
        found = read_related(outline.fragment(first, last))
        if found:
            return Guess(found, 0.8, line.text)
    return None


def _below(outline: Outline, number: int) -> tuple[int, int]:
    """Return the lines that a heading heads: up to the end of the element around both, or to the next heading."""
    lines = outline.lines
    for at in outline.ancestors(lines[number].box):
        box = outline.boxes[at]
        if any(line.linked for line in lines[number + 1 : box.last]):
            last = number + 1
            while last < box.last and not is_related_heading(lines[last].text):
                last += 1
            return number + 1, last
        if box.last - number > 40:
            break
    return number + 1, number + 1
