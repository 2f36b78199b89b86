"""
Where a page says when, from where and by whom: the lines above, below and at the edges of
the story, in the order in which they deserve to be asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsparse import lazy
from newsparse.blocks import Link
from newsparse.document import sheet
from newsparse.document.outline import Outline, links
from newsparse.fields.dates import read_timestamp
from newsparse.fields.segments import Segment, segment
from newsparse.generic.prose import is_ago, is_info, is_time
from newsparse.generic.region import Region, prose, region
from newsparse.generic.story import Story, ends, story
from newsparse.vocabulary.signs import DIGIT, LABEL

#: How many lines above the title, at the head and at the foot of the story are asked.
_ABOVE, _HEAD, _FOOT = 8, 12, 8
_LONGEST = 300
_LONGEST_LINK = 12
_LONGEST_HEADING = 24
#: So many elements away from the story (rows and cells of tables not counted) stands a column of the page.
_FAR = 3
_CELLS = frozenset(("tr", "td", "tbody", "thead"))
_LONGEST_CREDIT, _LONGEST_TIME = 200, 120
#: What every time has.
#: One class in front, so that the engine skips to its characters.
_YEAR = lazy.compile(r"[\d今昨前](?:(?<=\d)[\d年月:：/.-]|(?<!\d)[天日]|(?<=前)(?:$|\s))")
#: What a desk's own line ends with, linked or not: 青石頭條 | 甲 台北報導.
_REPORTED = ("報導", "报导")
#: The clock in a page's header.
_TODAYS = frozenset("今现現当北您欢")
_TODAY = ("今天", "今日", "现在", "現在", "当前时间", "北京时间", "您好", "欢迎")


class Zone:
    """
    Some lines, and those of them that say something.

    It does not hold the outline that its lines are of: the outline's notes hold the zones, and a circle would keep
    every page in memory until Python's garbage collector comes round.
    """

    __slots__ = ("_kept", "_numbers", "credits", "dated", "end")

    def __init__(
        self,
        numbers: Sequence[int] = (),
        credits: Sequence[tuple[int, tuple[Segment, ...]]] = (),
        dated: Sequence[int] = (),
    ) -> None:
        self._numbers = numbers
        self._kept: tuple[int, ...] | None = None
        #: The labelled parts of the lines that have any.
        self.credits = credits
        #: The lines that print a time.
        self.dated = dated
        #: The line after the last.
        self.end = numbers[-1] + 1 if numbers else 0

    def lines(self, outline: Outline) -> tuple[int, ...]:
        """Return the lines worth asking; found when somebody asks, for most pages label what they say."""
        if self._kept is None:
            self._kept = tuple(number for number in self._numbers if _promise(outline, number) is not None)
        return self._kept

    def crediting(self, credits: Sequence[tuple[int, tuple[Segment, ...]]]) -> Zone:
        """Return the zone with these of its credits."""
        return Zone(self._numbers, credits, self.dated)


_NOTHING = Zone()


class Zones(NamedTuple):
    """
    The zones, the most telling first.
    """

    #: Between title and story, and the info lines that open the story.
    head: Zone = _NOTHING
    #: Right above the title, the nearest first.
    above: Zone = _NOTHING
    #: The story's last lines and those below it; ``dated`` of them only those of the tail.
    foot: Zone = _NOTHING
    #: Those of them that are still the story's: what comments and other stories say of themselves is below.
    tail: Zone = _NOTHING


#: What stands between an outlet and its writer in a line of their own.
BETWEEN = lazy.compile(r"[\s\xa0\u3000/／|｜·、]+")


def zones(outline: Outline) -> Zones:
    """
    Return the lines that may credit, found once.
    """
    found: Zones | None = outline.notes.get("zones")
    if found is None:
        found = outline.notes["zones"] = _zones(outline)
    return found


def _zones(outline: Outline) -> Zones:
    place = story(outline)
    if place is None:
        return Zones()
    area = region(outline)
    weights = area.weights if area else prose(outline).weights
    head: Sequence[int] = range(place.above, place.first)
    more = _opening(outline, weights, place)
    head = [*head, *more] if more else head
    above = range(place.above - 1, max(-1, place.above - 1 - _ABOVE), -1)
    foot = range(max(place.first, place.last - _FOOT), place.below)
    parting = _parting(outline, area, place)
    tail = _zone(outline, range(foot.start, parting))
    # What other stories say of when is of no use.
    others = _zone(outline, range(parting, foot.stop), LABEL)
    below = Zone(foot, [*tail.credits, *others.credits], tail.dated)
    return Zones(_zone(outline, head), _zone(outline, above), below, tail)


def _opening(outline: Outline, weights: Sequence[int], place: Story) -> list[int]:
    """Return the info lines that open a story: some prose comes below them."""
    last = place.last
    while last > place.first and not weights[last - 1]:
        last -= 1
    return [n for n in range(place.first, min(place.first + _HEAD, last)) if not weights[n] and is_info(outline, n)]


def _parting(outline: Outline, area: Region | None, place: Story) -> int:
    """Return the first line below the story that is something else; before it stand the story's own notices."""
    levels: dict[int, int] = {}
    if area is not None:
        level = 0
        for at in outline.ancestors(area.core):
            levels[at] = level
            level += outline.boxes[at].tag not in _CELLS
    for number in range(place.last, place.below):
        if _begins(outline, number) or (area is not None and levels[outline.common(area.core, outline.lines[number].box)] > _FAR):
            return number
    return place.below


def _begins(outline: Outline, number: int) -> bool:
    """Tell whether a line below the story begins something else."""
    line = outline.lines[number]
    if line.kind == "list" or (line.kind == "text" and len(line.text) <= _LONGEST_HEADING and ends(line.text, outline.signs(number))):
        return True
    # The title of another story, with its date.
    return line.linked >= _LONGEST_HEADING // 4 and _YEAR.search(line.text) is not None


def _zone(outline: Outline, numbers: Sequence[int], asked: int = LABEL | DIGIT) -> Zone:
    """Return the zone of some lines, and what the labels and digits of those with one of the signs ``asked`` promise."""
    if not numbers:
        return _NOTHING
    credited, dated = [], []
    first, last = numbers[0], numbers[-1]
    signed = outline.having(asked, min(first, last), max(first, last) + 1)
    for number in signed if first <= last else reversed(signed):
        promised = _promise(outline, number) if number in numbers else None
        if promised is None:
            continue
        labels, digits = promised
        parts = segment(outline.lines[number].text) if labels else ()
        if parts:
            credited.append((number, parts))
        if digits:
            dated.append(number)
    return Zone(numbers, credited, dated)


def _promise(outline: Outline, number: int) -> tuple[bool, bool] | None:
    """Tell whether a line may have labels, and whether it may have a time; None for one not worth asking."""
    line = outline.lines[number]
    text = line.text
    size = len(text)
    if line.kind != "text" or size > _LONGEST or (text[0] in _TODAYS and text.startswith(_TODAY)):
        return None
    signs = outline.signs(number)
    # A line that is nothing but a link leads elsewhere.
    if line.linked >= size > _LONGEST_LINK and not text.endswith(_REPORTED) and not (signs & DIGIT and is_time(text)):
        return None
    labels = size <= _LONGEST_CREDIT and signs & LABEL > 0
    digits = size <= _LONGEST_TIME and signs & DIGIT > 0 and _YEAR.search(text) is not None
    return None if (labels or digits) and outline.is_hidden(line.box) else (labels, digits)


def timed(outline: Outline) -> list[int]:
    """
    Return the lines of the head and above it that print a time, found once.
    """
    found: list[int] | None = outline.notes.get("timed")
    if found is None:
        place, lines = zones(outline), outline.lines
        dated = (*place.head.dated, *place.above.dated)
        found = outline.notes["timed"] = [n for n in dated if read_timestamp(lines[n].text, lenient=False) or is_ago(lines[n].text)]
    return found


def beside(outline: Outline) -> list[int]:
    """
    Return the lines of the head at most two above or below one that prints a time, not those that do.
    """
    dated = timed(outline)
    if not dated:
        return []
    near = {n + step for n in dated for step in (-2, -1, 1, 2)}.difference(dated)
    return [number for number in zones(outline).head.lines(outline) if number in near]


def anchors(outline: Outline, number: int) -> tuple[Link, ...]:
    """
    Return the links of a line.
    """
    return links(outline.lines[number])


def names(outline: Outline, at: int) -> str:
    """
    Return the names of an element and of the one around it; of a list that is around it those of the next, too.
    """
    return " ".join(sheet.names(outline.boxes, at))
