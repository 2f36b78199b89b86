"""
How much story, how many links each stretch of the page holds; in time linear in its lines.

A line of prose counts for its length; a line that is mostly links, a notice or a
disclaimer counts against the stretch that holds it.  Sums from the first line on make
the sum of any container one subtraction.
"""

from __future__ import annotations

from itertools import accumulate

from newsparse.document.outline import Line, Outline
from newsparse.fields.disclaimers import is_boilerplate, is_disclaimer

#: Prose has a comma or a full stop; shorter lines without are titles, links, labels.
_SHORTEST = 12
#: Characters that only running text has.
_STOPS = "，。；、！？：,.;!?:"


class Prose:
    """
    The weights of the page's lines, summed from its top.
    """

    __slots__ = ("links", "others", "story", "weights")

    def __init__(self, outline: Outline) -> None:
        self.weights = [weight(line) for line in outline.lines]
        linked = [line.linked if not w else 0 for line, w in zip(outline.lines, self.weights, strict=True)]
        others = [
            len(line.text) - line.linked if not w and line.kind == "text" else 0
            for line, w in zip(outline.lines, self.weights, strict=True)
        ]
        #: ``story[i]`` is the weight of all lines before the i-th.
        self.story = [0, *accumulate(self.weights)]
        self.links = [0, *accumulate(linked)]
        self.others = [0, *accumulate(others)]


def weight(line: Line) -> int:
    """
    Return how many characters of the line are running text.
    """
    text = line.text
    size = len(text)
    if line.kind != "text" or size < _SHORTEST or line.linked * 2 > size:
        return 0
    stops = text.count("，") + text.count("。")
    if not stops:
        stops = text.count("、") + text.count("；") + text.count("！") + text.count("？") + text.count("：")
        stops += text.count(", ") + text.count(". ")
        if not stops or (stops == 1 and size < 25):
            return 0
    if size < 700 and (is_disclaimer(text) or (size < 80 and is_boilerplate(text))):
        return 0
    return size - line.linked
