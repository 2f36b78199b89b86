"""
Trail and related stories: the lines above and below the story in, links out.
"""

from __future__ import annotations

from operator import itemgetter

from newsparse import lazy
from newsparse.blocks import Fragment
from newsparse.document.outline import Outline
from newsparse.fields.disclaimers import is_related_heading
from newsparse.fields.trails import read_breadcrumb, read_related
from newsparse.generic.context import Context
from newsparse.generic.story import headline, story
from newsparse.generic.zones import names
from newsparse.model import Link
from newsparse.rules import Guess
from newsparse.vocabulary.signs import RELATED, TRAIL, TRAIL_SIGN

_TRAIL_LABEL = lazy.compile(r"(?:当前|當前|目前|所在|您的|现在|現在|的)(?:位置|所在)|首页导航|您現在")
_TRAIL_SIGN = lazy.compile(r"[>＞»›→]")
_SLASHED = lazy.compile(r"[^/／\d]{1,12}(?:\s?[/／]\s?[^/／\d]{1,12}){1,4}")
_TRAIL_ENDS = ("正文", "正文页", "内容", "內文", "详情", "正文区")
#: Of names in small letters; each opens with a plain one, so that the engine skips to it.
_TRAIL_NAME = lazy.compile(r"crumb|location|position|weizhi|path(?<=\bpath)\b|where|lujing|navigator|page-index|head-nav")
_NAME_WORDS = ("crumb", "location", "position", "weizhi", "path", "where", "lujing", "navigator", "page-index", "head-nav")
#: A trail whose steps are parted by nothing but blanks or dashes, up to the story itself.
_UP_TO_STORY = lazy.compile(r"(?:[首主][页頁]|[^\s\-—]{2,10}[网網])(?:(?:\s[-—－]\s|\s)[^\s\-—]{2,8}){1,4}$")
_LONGEST_TRAIL, _MOST_STEPS, _LONGEST_STEP = 110, 7, 16
_NO_STEPS = frozenset(("更多", "more", "More", "详细", "上一页", "下一页", "返回", "关闭"))
#: A trail that only its element's name gives away begins at home.
_NAME_SIGN = 2.0
_HOME = lazy.compile(r"[首主]页|[首主]頁|网$|網$|站$|^[A-Za-z]+$|新闻|新聞|频道|游戏|体育|财经|科技|娱乐|报$|報$|台$|社$")
#: A first step in a cell of its own.
_LONGEST_FIRST = 8
_STEP = lazy.compile(r"[^\W\d_]+")
#: A score that leaves no doubt; how far above the title a trail without signs may stand.
_SURE, _NEAR = 4.0, 24
#: 本页位置：, 提示：, 您现在：
_LEADS = lazy.compile(r"^[^:：]{0,8}[:：]\s*")
_DIGITS = lazy.compile(r"\d{4}年|\d\d:\d\d")
#: Where a toolbar stands in the line of the trail.
_TOOLS = lazy.compile(r"\[?友善列印|字号|字號|转播|轉播|订阅|訂閱|收藏|打印|列印|分享|保护视力|手机报")
#: A character of every heading of related stories.
_RELATED = lazy.compile("[相延推链連连猜喜看排热熱往回报報阅閱专專精兴興更最]")
#: What everybody reads has nothing to do with the story.
_POPULAR = lazy.compile("热|熱|排行|最新|最多|今日")
#: How far below the story related stories may stand.
_BELOW = 80


def breadcrumb(outline: Outline, context: Context) -> Guess | None:
    """
    The trail of sections above the title.
    """
    place = story(outline)
    if place is None:
        return None
    best = _best_trail(outline, outline.having(TRAIL, 0, place.first), 0.0)
    if best is None or best[0] < _SURE:
        near = [n for n in outline.called(_NAME_WORDS, place.above - _NEAR, place.above) if _calls_itself(outline, n)]
        best = max(filter(None, (best, _best_trail(outline, near, 0.0))), key=itemgetter(0), default=None)
    if best is None:
        best = _best_trail(outline, outline.having(TRAIL_SIGN, place.last, len(outline.lines)), 2.0)
    return Guess(best[1], 0.9 if best[0] >= _SURE else 0.7, best[2]) if best else None


def _best_trail(outline: Outline, numbers: list[int], least: float) -> tuple[float, tuple[Link, ...], str] | None:
    """Return the likeliest trail among lines, with its score."""
    best: tuple[float, tuple[Link, ...], str] | None = None
    for number in reversed(numbers):
        line = outline.lines[number]
        text = line.text
        if line.kind != "text" or len(text) > _LONGEST_TRAIL or (not line.linked and len(text) > 3 and not text.endswith(_TRAIL_ENDS)):
            continue
        sign = _sign(outline, number)
        if not sign:
            continue
        fragment: Fragment = outline.fragment(number - _in_row(outline, number), number + 1)
        steps = _steps(read_breadcrumb(fragment))
        if len(steps) < 2:
            fragment, links = _whole(outline, number)
            steps = _steps(links)
        raw = fragment.text
        score = _trail_score(outline, number, steps, raw, sign)
        if score > least and (best is None or score > best[0]):
            best = (score, steps, raw)
            if score >= _SURE:
                break
    return best


def _in_row(outline: Outline, number: int) -> int:
    """Return 1 where a trail's first step stands in a table's cell of its own, right before the line; else 0."""
    box = outline.boxes[outline.lines[number].box]
    if number == 0 or box.tag != "td":
        return 0
    before = outline.lines[number - 1]
    other = outline.boxes[before.box]
    if other.tag != "td" or other.parent != box.parent or before.kind != "text":
        return 0
    return int(2 <= len(before.text) <= _LONGEST_FIRST and not _is_label(before.text) and _STEP.fullmatch(before.text) is not None)


def _sign(outline: Outline, number: int) -> float:
    """Return how much a line looks like a trail by itself; 0 where it does not."""
    line = outline.lines[number]
    text = line.text
    sign = 3.0 if _is_label(text) else 0.0
    if outline.called(_NAME_WORDS, number, number + 1) and _TRAIL_NAME.search(names(outline, line.box).lower()):
        sign += _NAME_SIGN
    if _TRAIL_SIGN.search(text):
        sign += 0.1
    elif not sign and line.linked * 3 >= len(text) and ("/" in text or "／" in text) and _SLASHED.fullmatch(text):
        sign += 0.5
    elif not sign and len(text) > 4 and text.endswith(_TRAIL_ENDS) and _UP_TO_STORY.match(text):
        sign += 1.0
    return sign


def _is_label(text: str) -> bool:
    """Tell whether a text has the words that a trail is introduced with."""
    # One of these stands in each.
    promising = "位置" in text or "所在" in text or "首页导航" in text or "您現在" in text
    return promising and _TRAIL_LABEL.search(text) is not None


def _calls_itself(outline: Outline, number: int) -> bool:
    """Tell whether a line has links, and its element the name of a trail."""
    line = outline.lines[number]
    return line.linked > 0 and len(line.text) <= _LONGEST_TRAIL and _TRAIL_NAME.search(names(outline, line.box).lower()) is not None


def _steps(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Return the steps of a trail as it is printed, up to the page itself, without the words that lead to it."""
    steps = list(links)
    if len(steps) == 1 and _UP_TO_STORY.match(steps[0].name):
        steps = [Link(name) for name in steps[0].name.split()]
    if steps and ("：" in steps[0].name or ":" in steps[0].name):
        steps[0] = Link(_LEADS.sub("", steps[0].name), steps[0].url)
    for index, step in enumerate(steps):
        if not index:
            continue
        if step.name.endswith(_TRAIL_ENDS):
            return tuple(steps[: index + 1])
        if step.url is None and (_DIGITS.search(step.name) or _TOOLS.search(step.name)):
            tool = _TOOLS.search(step.name)
            rest = [Link(step.name[: tool.start()].strip())] if tool and tool.start() else []
            return tuple(steps[:index] + rest)
    return tuple([step for step in steps if step.name])


def _whole(outline: Outline, number: int) -> tuple[Fragment, tuple[Link, ...]]:
    """Return the lines of a trail that is spread over several elements, and the trail as they print it."""
    line = outline.lines[number]
    fragment: Fragment = outline.fragment(number, number + 1)
    links: tuple[Link, ...] | None = None
    for at in outline.ancestors(line.box):
        box = outline.boxes[at]
        size = box.last - box.first
        if size > 12 or outline.characters(box.last) - outline.characters(box.first) > _LONGEST_TRAIL:
            break
        if any(other.kind == "list" for other in outline.lines[box.first : box.last]):
            break
        head = headline(outline)
        if head and box.first <= head.line < box.last:
            break
        fragment = outline.fragment(box.first, box.last)
        links = read_breadcrumb(fragment)
        if len(links) > 1 and box.tag not in ("li", "dd", "span", "td"):
            break
    return fragment, read_breadcrumb(fragment) if links is None else links


def _trail_score(outline: Outline, number: int, steps: tuple[Link, ...], text: str, signs: float) -> float:
    """Return how likely lines are the trail; 0 and less when they are not."""
    if not 2 <= len(steps) <= _MOST_STEPS:
        return 0.0
    linked = 0
    for step in steps:
        if step.name in _NO_STEPS or (len(step.name) > _LONGEST_STEP and step is not steps[-1]):
            return 0.0
        linked += step.url is not None
    if signs == _NAME_SIGN and not _HOME.search(steps[0].name):
        return 0.0
    score = signs + (2.0 if steps[-1].name.endswith(_TRAIL_ENDS) else 0.0) + min(linked, 3)
    head = headline(outline)
    if head and head.line >= 0:
        score -= min(2.0, abs(head.line - number) / 10)
    return score - (2.0 if "|" in text or "｜" in text else 0.0)


def related(outline: Outline, context: Context) -> Guess | None:
    """
    The links under 相关阅读 and its kin below the story, or inside it.
    """
    place = story(outline)
    if place is None:
        return None
    links: dict[str, Link] = {}
    raw = ""
    reached = 0
    for number in outline.having(RELATED, place.first, place.last + _BELOW):
        text = outline.lines[number].text
        if number < reached or not 4 <= len(text) <= 24:
            continue
        if _RELATED.search(text) and not _POPULAR.search(text) and is_related_heading(text, outline.signs(number)):
            first, reached = _below(outline, number)
            for link in read_related(outline.fragment(first, reached)):
                links.setdefault(link.url or link.name, link)
            raw = raw or text
    return Guess(tuple(links.values()), 0.8, raw) if links else None


def _below(outline: Outline, number: int) -> tuple[int, int]:
    """Return the lines that a heading heads: up to the end of the element around both, or to the next heading."""
    lines = outline.lines
    for at in outline.ancestors(lines[number].box):
        box = outline.boxes[at]
        if outline.links(box.last) > outline.links(number + 1):
            headings = outline.having(RELATED, number + 1, box.last)
            last = next((n for n in headings if is_related_heading(lines[n].text, outline.signs(n))), box.last)
            return number + 1, last
        if box.last - number > 40:
            break
    return number + 1, number + 1
