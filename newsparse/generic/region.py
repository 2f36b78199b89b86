"""
Where the story stands: the outline in, the first and the last line of prose out.

Theory.  Each container of the page scores the prose that it holds, less the links and the
rest of the text among it, the more the nearer it follows the title.  Inside the best
container the story's core is the element with the most paragraphs.  From there the story
reaches up and down as long as more prose comes than other text: bodies are split over
elements, and comments, related stories and sidebars are parted from them by links.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from newsparse import lazy
from newsparse.document.outline import Outline
from newsparse.fields.disclaimers import is_related_heading
from newsparse.generic.headline import echoes
from newsparse.generic.prose import Prose, is_info
from newsparse.vocabulary.signs import END, RELATED

#: Text between title and story that halves a container's score.
_FAR = 250
#: What a character of text that is neither prose nor link takes from a container's score.
_OTHER_TEXT = 0.3
#: How near prose above every line that is the title counts.
_UNTITLED = 0.3
#: Date, source, credits, a toolbar: so much text between title and story is nothing unusual.
_CREDITS = 120
#: What lines that are no prose cost on the way to further prose.
_LINK_LINE, _SHORT_LINE, _LIST, _REPEAT = 25, 6, 120, 10_000
_LEADS = "摘要|提要|导读|導讀|导语|導語|核心提示|内容提要|新闻提要"
#: Labels of a summary; the shortest may be spaced.
LEADS = rf"摘\s要|{_LEADS}"
#: A summary that says so.
_LEAD = lazy.compile(rf"[【\[]?(?:[\u4e00-\u9fff]{{2}}(?=导读|導讀))?(?:{LEADS})(?:[】\]]|\s?[:：]|\s)")
#: The same label glued to its text, in an element that calls itself so.
_LEAD_GLUED = lazy.compile(_LEADS)
_LEAD_NAME = lazy.compile(r"summary|abstract|daodu|daoyu|zhaiyao|digest|lead|intro", re.I)
#: Its label in a line of its own.
_LEAD_ALONE = lazy.compile(r"[【\[]?(?:文章|内容|新闻)?(?:摘\s?要|提要|导读|導讀|核心提示)[】\]]?[:：]?")
#: The label of a summary (摘要：) is this long at most.
_PASSED = 8
#: Beyond so much other text lies another story.
_PATIENCE = 90
#: So much of the page's prose stands above the end of the story.
_MOST = 0.98
#: A longer line that stands twice on the page is the same story told again.
_TELLING = 20
#: No story goes on below one of these.
_BREAK = lazy.compile(
    r"^[\W_]{0,4}(?:不喜欢$|减少或屏蔽|举报$|(?:网友|網友|最新|热门|熱門|精彩|全部|发表|發表|我要|查看|用户|文章)?(?:评论|評論|跟帖|跟贴|留言)(?:列表|区|區)?[\W\d_]{0,12}(?:条|條)?$"
    r"|我来说两句|我也来说两句|版权(?:声明|所有)|版權(?:聲明|所有)|免责声明|免責聲明|Copyright|copyright|©|上一篇|下一篇)"
)


class Region(NamedTuple):
    """
    The story's prose: from ``first`` up to, not including, ``last``.
    """

    #: The container that holds it, and the element most of its paragraphs lie in.
    box: int
    core: int
    first: int
    last: int
    #: Characters of prose in it, and on the whole page.
    prose: int
    total: int
    #: Characters of prose in each line of the page.
    weights: list[int]


def region(outline: Outline) -> Region | None:
    """
    Return the story's region, found once; None where the page has no prose.
    """
    notes = outline.notes
    if "region" not in notes:
        notes["region"] = _region(outline, prose(outline))
    found: Region | None = notes["region"]
    return found


def prose(outline: Outline) -> Prose:
    """
    Return the weights of the page's lines, made once.
    """
    found: Prose | None = outline.notes.get("prose")
    if found is None:
        found = outline.notes["prose"] = Prose(outline)
        titles = echoes(outline, found.behind(_MOST) if found.numbers else len(outline.lines))
        if any(found.weights[number] for number in titles):
            found.drop(titles)
    return found


class _Told:
    """
    What the core says: pages for two kinds of screen carry the story twice.
    """

    def __init__(self, outline: Outline, first: int, last: int) -> None:
        self.outline, self.first, self.last = outline, first, last

    @cached_property
    def texts(self) -> frozenset[str]:
        """The longer lines; found when more prose stands near."""
        return frozenset(line.text for line in self.outline.lines[self.first : self.last] if len(line.text) > _TELLING)


def _region(outline: Outline, sums: Prose) -> Region | None:
    found = outline.heaviest(sums.weights, echoes(outline), _FAR, _OTHER_TEXT, _UNTITLED, _CREDITS)
    if found is None:
        return None
    box, core, first, last = found
    told = _Told(outline, first, last)
    first = _reach(outline, sums, core, told, first, -1, -1)
    last = _reach(outline, sums, core, told, last - 1, len(outline.lines), 1) + 1
    return Region(box, core, first, last, sums.between(first, last), sums.total, sums.weights)


def _reach(outline: Outline, sums: Prose, core: int, told: _Told, start: int, stop: int, step: int) -> int:
    """Return the last line of prose that the story reaches from ``start`` towards ``stop``."""
    lines, weights, boxes = outline.lines, sums.weights, outline.boxes
    held, furthest = 0, start
    # Beyond the page's first and last prose there is nothing to reach.
    stop = max(stop, sums.numbers[0] - 1) if step < 0 else min(stop, sums.numbers[-1] + 1)
    number = start
    while number + step != stop:
        number += step
        line = lines[number]
        text = line.text
        weight = weights[number]
        own = line.box == core or boxes[line.box].parent == core
        if weight:
            if text in told.texts:
                break
            if step < 0 and not own and (_is_lead(outline, number) or _LEAD_ALONE.fullmatch(lines[number - 1].text) or _told_again(text, told.texts)):
                break
            held += weight if own else weight // 2
            if held > 0 or own:
                furthest, held = number, 0
                continue
        elif line.kind == "list":
            held -= _LIST
        elif line.kind == "text":
            if step > 0 and len(text) < 40 and not own and _breaks(text, outline.signs(number)):
                held -= _REPEAT
            elif line.linked * 2 > len(text) and "展开" not in text:
                held -= _LINK_LINE
            elif not own:
                held -= len(text) if is_info(outline, number) else _SHORT_LINE
        if held < -_PATIENCE:
            break
    return furthest


def _breaks(text: str, signs: int) -> bool:
    """Tell whether a line heads something else than the story."""
    return bool(signs & (END | RELATED)) and (_BREAK.match(text) is not None or is_related_heading(text, signs))


def _is_lead(outline: Outline, number: int) -> bool:
    """Tell whether a line above the story says that it is the summary."""
    text = outline.lines[number].text
    if _LEAD.match(text):
        return True
    return _LEAD_GLUED.match(text) is not None and _LEAD_NAME.search(outline.boxes[outline.lines[number].box].name) is not None


def _told_again(text: str, told: frozenset[str]) -> bool:
    """Tell whether a summary above the story is the story's own first words."""
    words = text[_PASSED : _PASSED + _TELLING]
    return len(words) == _TELLING and any(words in other for other in told)
