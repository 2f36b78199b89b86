"""
How much story, how many links each stretch of the page holds; in time linear in its lines.

A line of prose counts for its length; a line that is mostly links, a notice or a
disclaimer counts against the stretch that holds it.  Sums from the first line on make
the sum of any container one subtraction.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from newsparse.document.outline import Line, Outline
from newsparse.fields.credits import segment
from newsparse.fields.dates import read_timestamp, strip_timestamps
from newsparse.fields.disclaimers import is_boilerplate, is_disclaimer

#: Prose has a comma or a full stop; shorter lines without are titles, links, labels.
_SHORTEST = 12
#: A line this long is prose without a comma or a full stop too, if it has other stops.
_LONG = 25
#: One of these stands in whatever a site says of itself among the prose.
_SITE_TALK = ("转载", "轉載", "版权", "版權", "声明", "聲明", "授权", "代表", "下载", "扫")
#: What the announcement of another story ends with.
_TEASER = re.compile(r"(?:[\[【]?(?:详情|詳情|详细|詳細|全文|更多|阅读)[\]】>＞»]{0,3}|\.{3,6}|…+)$")
_HEADINGS = frozenset(("h1", "h2", "h3"))
_LETTERS = re.compile(r"\w")
_TIME_LABEL = re.compile(r"发[布表]?(?:时间|于|日期)?|發[布佈表]?(?:時間|於|日期)?|更新(?:时间|時間|于|於)?|时间|時間|日期")
#: What every date has; a character of every label.
_YEAR = re.compile(r"(?:19|20)\d\d|[年月:：/-]\d|\d[年月:：]")
_LABELS = re.compile("[源来來处處自者记記员員编編辑輯译譯责責校审審监監制製摄攝文稿新间間键鍵签籤评評]")
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
        #: Characters of running text in each line.
        self.weights: list[int] = []
        #: ``story[i]`` is the weight of all lines before the i-th; so for link text, and for the rest.
        self.story, self.links, self.others = [0], [0], [0]
        #: The last prose before a line.
        self.previous = [-1]
        story = links = others = 0
        last = -1
        # Every line of the page comes by here: what is asked of all of them is asked without calls.
        for number, line in enumerate(outline.lines):
            kind, text, box, linked, _, _, _, _ = line
            size = len(text)
            running = 0
            if size >= _SHORTEST and linked * 5 <= size * 2 and kind == "text" and number not in titles:
                if "，" in text or "。" in text or size >= _LONG:
                    if size >= 80 or boxes[box].tag not in _HEADINGS:
                        running = weight(line)
            if running:
                story += running
                last = number
            elif kind == "list":
                links += linked
            else:
                links += linked
                others += size - linked
            self.weights.append(running)
            self.story.append(story)
            self.links.append(links)
            self.others.append(others)
            self.previous.append(last)
        #: The first prose at or after a line.
        self.next = _following(self.weights)


def _following(weights: list[int]) -> list[int]:
    """Return for each place the number of the first prose from there on."""
    size = len(weights)
    following = [size] * (size + 1)
    for number in range(size - 1, -1, -1):
        following[number] = number if weights[number] else following[number + 1]
    return following


def weight(line: Line) -> int:
    """
    Return how many characters of a line that may be prose are running text.
    """
    text = line.text
    size = len(text)
    if line.linked and _TEASER.search(text):
        return 0
    if "，" not in text and "。" not in text:
        stops = text.count("、") + text.count("；") + text.count("！") + text.count("？")
        stops += text.count(", ") + text.count(". ")
        if not stops or line.linked * 4 > size or (size < 120 and is_info(line)):
            return 0
    elif size < 120 and "。" not in text and is_info(line):
        return 0
    if size < 300 and any(map(text.__contains__, _SITE_TALK)) and (is_disclaimer(text) or is_boilerplate(text)):
        return 0
    return size - line.linked


def is_info(line: Line) -> bool:
    """
    Tell whether a line says when, where or by whom, and nothing of the story.
    """
    text = line.text
    if not text or len(text) > 120 or "。" in text:
        return False
    if _YEAR.search(text) and read_timestamp(text, lenient=False):
        return True
    if not _LABELS.search(text, 0, 16):
        return False
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
