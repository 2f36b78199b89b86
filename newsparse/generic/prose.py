"""
How much story, how many links each stretch of the page holds; in time linear in its lines.

A line of prose counts for its length; a line that is mostly links, a notice or a
disclaimer counts against the stretch that holds it.  Sums from the first prose on make
the sum of any container one subtraction.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from newsparse import lazy
from newsparse.document.outline import Outline
from newsparse.fields.credits import segment
from newsparse.fields.dates import read_timestamp, strip_timestamps
from newsparse.fields.disclaimers import is_boilerplate, is_disclaimer
from newsparse.fields.names import is_name
from newsparse.vocabulary.signs import ANY_STOP, CLOSED, DIGIT, FULL_STOP, LABEL, SITE_TALK, STOP

#: Prose has a comma or a full stop; shorter lines without are titles, links, labels.
_SHORTEST = 12
#: A longer line in a heading element is prose all the same.
_LONGEST_HEADING = 80
#: A line this long is prose without a comma or a full stop too, if it has other stops.
_LONG = 25
#: What the announcement of another story ends with.
_TEASER = lazy.compile(r"(?:[\[【]?(?:详情|詳情|详细|詳細|全文|更多|阅读)[\]】>＞»]{0,3}|\.{3,6}|…+)$")
_LONGEST_TEASER = 8
_HEADINGS = frozenset(("h1", "h2", "h3"))
#: A line this long is prose without a full stop; a shorter one may say when or by whom.
_PLAIN = 120
#: A longer line is the story's whatever it says of sites, and no announcement of another story.
_LONGEST_TALK = 300
#: A comment, or an announcement: it ends with when it was written.
_DATED = lazy.compile(r"(?:20\d\d[-/.年])?\d\d?[-/.月]\d\d?日?\s?(?:\d\d?:\d\d(?::\d\d)?)?$")
_LONGEST_DATE = 24
_LETTERS = lazy.compile(r"\w")
_TIME_LABEL = lazy.compile(r"发[布表]?(?:时间|于|日期)?|發[布佈表]?(?:時間|於|日期)?|更新(?:时间|時間|于|於)?|时间|時間|日期")
#: What every date has (one class in front, so that the engine skips to its characters).
_YEAR = lazy.compile(r"[\d年月:：/-](?:(?<=\d)[年月:：]|(?<=[年月:：/-])\d|(?<=1)9\d\d|(?<=2)0\d\d)")
_DIGITS = lazy.compile(r"\d")
#: 3小时前, perhaps before a name; not 3天前的雨夜.
_AGO = lazy.compile(r"(?:[^\s，。]{2,10}\s?[·•|｜/]\s?)?(?:发布于?\s?|發[佈布]於?\s?|更新于?\s?)?\d{1,2}\s?(?:分[钟鐘]|小[时時]|[天日])前(?=\W*$|\s*[·•|｜/]|\s+\w{2,4}$)")
_LONGEST_AGO = 24
_LONGEST_NAME = 4
#: Elements that name the story's author.
AUTHOR_NAME = lazy.compile(r"author|writer|reporter|byline|zuozhe", re.I)


class Prose:
    """
    The weights of the page's lines, summed from its top.
    """

    __slots__ = ("_sums", "numbers", "weights")

    def __init__(self, outline: Outline) -> None:
        #: Characters of running text in each line; the numbers of the lines that have any.
        self.weights: list[int]
        self.numbers: list[int] = []
        stops = STOP if _chinese(outline) else ANY_STOP
        self.weights, weighty = outline.weighed(stops, FULL_STOP, CLOSED, SITE_TALK, _SHORTEST, _LONGEST_HEADING, _PLAIN, _LONGEST_TALK)
        for number in weighty:
            if self.weights[number] < 0:
                self.weights[number] = weight(outline, number)
            if self.weights[number]:
                self.numbers.append(number)
        self._sum()

    def drop(self, numbers: Iterable[int]) -> None:
        """Count lines as no prose after all: the page's title, whatever commas it has."""
        for number in numbers:
            if self.weights[number]:
                self.weights[number] = 0
                self.numbers.remove(number)
        self._sum()

    def _sum(self) -> None:
        self._sums = [0, *accumulate([self.weights[number] for number in self.numbers])]

    @property
    def total(self) -> int:
        """The prose of the whole page."""
        return self._sums[-1]

    def between(self, first: int, last: int) -> int:
        """Return the prose of the lines from ``first`` up to, not including, ``last``."""
        return self._sums[bisect_left(self.numbers, last)] - self._sums[bisect_left(self.numbers, first)]

    def behind(self, part: float) -> int:
        """Return the first line that so large a part of the prose stands above; 0 where there is no prose."""
        above = bisect_left(self._sums, self.total * part)
        return self.numbers[above - 1] + 1 if above else 0


def _chinese(outline: Outline) -> bool:
    """Tell whether the page has Chinese full stops: then whatever has none of its commas and stops is no prose."""
    found = outline.having(FULL_STOP, 0, len(outline.lines))
    return len(found) > 1 or (len(found) == 1 and outline.lines[found[0]].text.count("。") > 1)


def weight(outline: Outline, number: int) -> int:
    """
    Return how many characters of a line that may be prose are running text.
    """
    line = outline.lines[number]
    text = line.text
    size = len(text)
    if size < _LONGEST_HEADING and outline.boxes[line.box].tag in _HEADINGS:
        return 0
    if (line.linked and is_teaser(text)) or (size < 200 and text[-1].isdigit() and _DATED.search(text, max(0, size - _LONGEST_DATE))):
        return 0
    if "。" not in text and size < _PLAIN:
        if "，" not in text and (size < _LONG or line.linked * 4 > size):
            return 0
        if is_info(outline, number):
            return 0
    signs = outline.signs(number)
    if size < _LONGEST_TALK and signs & SITE_TALK and (is_disclaimer(text, signs) or is_boilerplate(text, signs)):
        return 0
    return size - line.linked


def is_teaser(text: str) -> bool:
    """
    Tell whether a line with a link announces another story: it breaks off, or ends in 详细.
    """
    return _TEASER.search(text, max(0, len(text) - _LONGEST_TEASER)) is not None


def is_info(outline: Outline, number: int) -> bool:
    """
    Tell whether a line says when, where or by whom, and nothing of the story.
    """
    signs = outline.signs(number)
    if not signs & (DIGIT | LABEL):
        return is_author(outline, number)
    text = outline.lines[number].text
    if len(text) > 120 or "。" in text:
        return False
    if signs & DIGIT and _YEAR.search(text) and read_timestamp(text, lenient=False):
        return True
    if signs & DIGIT and is_ago(text):
        return True
    found = segment(text) if signs & LABEL else ()
    return bool(found) and found[0].start <= 2


def is_author(outline: Outline, number: int) -> bool:
    """
    Tell whether a line is a name, in an element that is named for the story's author.
    """
    line = outline.lines[number]
    return 2 <= len(line.text) <= _LONGEST_NAME and is_name(line.text) and AUTHOR_NAME.search(outline.boxes[line.box].name) is not None


def is_ago(text: str) -> bool:
    """
    Tell whether a short line says how long ago the page was published, as only its reader's clock can tell.
    """
    return "前" in text and len(text) <= _LONGEST_AGO and _AGO.match(text) is not None


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
