"""
How much story, how many links each stretch of the page holds; in time linear in its lines.

A line of prose counts for its length; a line that is mostly links, a notice or a
disclaimer counts against the stretch that holds it.  Sums from the first line on make
the sum of any container one subtraction.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import accumulate

from newsparse.document.outline import Line, Outline
from newsparse.fields.credits import segment
from newsparse.fields.dates import read_timestamp, strip_timestamps
from newsparse.fields.disclaimers import is_boilerplate, is_disclaimer

#: Prose has a comma or a full stop; shorter lines without are titles, links, labels.
_SHORTEST = 12
#: What the announcement of another story ends with.
_TEASER = re.compile(r"(?:[\[【]?(?:详情|詳情|详细|詳細|全文|更多|阅读)[\]】>＞»]{0,3}|\.{3,6}|…+)$")
_HEADINGS = frozenset(("h1", "h2", "h3"))
_LETTERS = re.compile(r"\w")
_TIME_LABEL = re.compile(r"发[布表]?(?:时间|于|日期)?|發[布佈表]?(?:時間|於|日期)?|更新(?:时间|時間|于|於)?|时间|時間|日期")
_DIGITS = re.compile(r"\d")


class Prose:
    """
    The weights of the page's lines, summed from its top.
    """

    __slots__ = ("links", "next", "others", "previous", "story", "weights")

    def __init__(self, outline: Outline, titles: Collection[int] = ()) -> None:
        """
        Args:
            titles: lines that are the page's title: no prose, whatever commas they have.
        """
        boxes = outline.boxes
        self.weights = [
            0 if number in titles or (boxes[line.box].tag in _HEADINGS and len(line.text) < 80) else weight(line)
            for number, line in enumerate(outline.lines)
        ]
        linked = [line.linked if not w else 0 for line, w in zip(outline.lines, self.weights, strict=True)]
        others = [
            len(line.text) - line.linked if not w and line.kind == "text" else 0
            for line, w in zip(outline.lines, self.weights, strict=True)
        ]
        #: ``story[i]`` is the weight of all lines before the i-th.
        self.story = [0, *accumulate(self.weights)]
        self.links = [0, *accumulate(linked)]
        self.others = [0, *accumulate(others)]
        #: The first prose at or after a line, the last before it.
        self.next, self.previous = _neighbours(self.weights)


def _neighbours(weights: list[int]) -> tuple[list[int], list[int]]:
    """Return for each place the number of the first prose from there on, and of the last prose before it."""
    size = len(weights)
    following, preceding = [size] * (size + 1), [-1] * (size + 1)
    for number in range(size - 1, -1, -1):
        following[number] = number if weights[number] else following[number + 1]
    for number in range(size):
        preceding[number + 1] = number if weights[number] else preceding[number]
    return following, preceding


def weight(line: Line) -> int:
    """
    Return how many characters of the line are running text.
    """
    text = line.text
    size = len(text)
    if line.kind != "text" or size < _SHORTEST or line.linked * 5 > size * 2:
        return 0
    if line.linked and _TEASER.search(text):
        return 0
    if "，" not in text and "。" not in text:
        stops = text.count("、") + text.count("；") + text.count("！") + text.count("？")
        stops += text.count(", ") + text.count(". ")
        if not stops or size < 25 or line.linked * 4 > size or (size < 120 and is_info(line)):
            return 0
    elif size < 120 and "。" not in text and is_info(line):
        return 0
    if size < 700 and (is_disclaimer(text) or (size < 80 and is_boilerplate(text))):
        return 0
    return size - line.linked


def is_info(line: Line) -> bool:
    """
    Tell whether a line says when, where or by whom, and nothing of the story.
    """
    text = line.text
    if not text or len(text) > 120 or "。" in text:
        return False
    if _DIGITS.search(text) and read_timestamp(text, lenient=False):
        return True
    found = segment(text)
    return bool(found) and found[0].start <= 2


def is_time(text: str, rest: int = 1) -> bool:
    """
    Tell whether a line is a point in time and hardly anything else.

    Args:
        rest: how many letters may stand beside it.
    """
    if len(text) > 40 or not _DIGITS.search(text):
        return False
    left = strip_timestamps(text)
    return len(left) < len(text) and len(_LETTERS.findall(_TIME_LABEL.sub("", left))) <= rest
