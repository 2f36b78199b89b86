"""
What the walk over a page found: lines, boxes, their sums, and where the most prose stands.

Made by ``lines.walk`` for any engine; the extension makes one of its own that answers the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import accumulate
from string import ascii_uppercase
from typing import Any, NamedTuple

from newsparse.blocks import Block, Link
from newsparse.document.flatten import CENTRED, fold, is_hidden, named
from newsparse.document.signs import Signs

#: Elements that are one paragraph: their lines belong to the element around them.
PARAGRAPHS = frozenset(("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "li", "dd", "dt", "figcaption", "pre"))
#: Lists that pages make of links: what they are called says the element around them.
LISTS = frozenset(("ul", "ol", "dl"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


class Line(NamedTuple):
    """
    One line of the page, as a reader sees it.
    """

    #: "text"; "media" (a picture or film); "list" (a long list that was passed over).
    kind: str
    text: str
    #: Number of the nearest block element among ``Outline.boxes``.
    box: int
    #: Characters of the line that are link text.
    linked: int
    #: The anchors in the line; of a "media" or "list" line the element itself.
    nodes: tuple[Any, ...]
    bold: bool
    centred: bool
    #: Starts after a ``<br>`` inside the same element.
    broken: bool


class Box:
    """
    A block element that has lines.
    """

    __slots__ = ("_attributes", "first", "last", "node", "parent", "tag")

    last: int
    _attributes: dict[str, str | None]

    def __init__(self, node: Any, tag: str, parent: int, first: int) -> None:
        self.node = node
        self.tag = tag
        #: Number of the block element around it, -1 for the body.
        self.parent = parent
        #: Its lines are those from ``first`` up to, not including, ``last``.
        self.first = first

    @property
    def attributes(self) -> dict[str, str | None]:
        """The element's attributes, read once: that is the dearest thing one can ask of it."""
        try:
            return self._attributes
        except AttributeError:
            self._attributes = self.node.attributes
            return self._attributes

    @property
    def name(self) -> str:
        """``class`` and ``id`` of the element, joined by a blank."""
        attributes = self.attributes
        return named(attributes) if attributes else ""

    @property
    def hides(self) -> bool:
        """Whether the element's own attributes say that it is not displayed."""
        attributes = self.attributes
        return bool(attributes) and is_hidden(attributes)


def names(boxes: Sequence[Box], at: int) -> tuple[str, ...]:
    """
    Return what a box, and those around it that may be called what it is, are called: one around it, and of a list one more.
    """
    box = boxes[at]
    if box.parent < 0:
        return (box.name,)
    around = boxes[box.parent]
    if around.tag in LISTS and around.parent >= 0:
        return (box.name, around.name, boxes[around.parent].name)
    return (box.name, around.name)


def anchored(anchors: Iterable[Any]) -> list[Link]:
    """
    Return the links of anchors, those without text left out.
    """
    return [Link(text, node.attributes.get("href")) for node in anchors if (text := fold(node.text()))]


#: Letters of other alphabets stay: the extension reads bytes.
_SMALL = {ord(letter): letter.lower() for letter in ascii_uppercase}


def _holds_one(text: str, words: tuple[str, ...]) -> bool:
    text = text.translate(_SMALL)
    return any(word in text for word in words)


class Sheet:
    """
    What the walk over a page found.
    """

    __slots__ = ("_characters", "_hidden", "_links", "_signs", "boxes", "lines")

    def __init__(self, lines: list[Line], boxes: list[Box], signs: Signs | None) -> None:
        self.lines: Sequence[Line] = lines
        self.boxes: Sequence[Box] = boxes
        texts = [line.text if line.kind == "text" else "" for line in lines]
        #: Characters of lines of text before each line, and in all.
        self._characters = [0, *accumulate(map(len, texts))]
        self._links = [0, *accumulate([line.linked for line in lines])]
        self._signs = [signs.of(text) for text in texts] if signs else [0] * len(texts)
        self._hidden: dict[int, bool] = {-1: False}

    def having(self, signs: int, first: int, last: int) -> list[int]:
        """Return the numbers of the lines from ``first`` up to, not including, ``last`` that have one of the signs."""
        first = max(first, 0)
        return [number for number, found in enumerate(self._signs[first : max(last, 0)], first) if found & signs]

    def texts(self, first: int, last: int) -> list[str]:
        """Return the texts of the lines from ``first`` up to, not including, ``last`` that have any."""
        return [line.text for line in self.lines[max(first, 0) : max(last, 0)] if line.text]

    def anchors(self, first: int, last: int) -> list[Link]:
        """Return the links in the lines from ``first`` up to, not including, ``last``, those without text left out."""
        found: list[Link] = []
        for line in self.lines[max(first, 0) : max(last, 0)]:
            if line.kind != "media" and line.nodes:
                found += anchored(line.nodes if line.kind == "text" else line.nodes[0].css("a"))
        return found

    def called(self, words: tuple[str, ...], first: int, last: int) -> list[int]:
        """
        Return the numbers of the lines of text in a box that calls itself so, or the box around it; of a list that is around it the next.

        Args:
            words: at most 32, in small letters and without blanks; one of them is part of the class or the id, in letters of either size.
            first: the first line asked.
            last: the line behind the last.
        """
        found = []
        for number, line in enumerate(self.lines[max(first, 0) : max(last, 0)], max(first, 0)):
            if line.kind == "text" and any(_holds_one(name, words) for name in names(self.boxes, line.box)):
                found.append(number)
        return found

    def pointing(self, words: tuple[str, ...], addresses: tuple[str, ...], first: int, last: int) -> list[int]:
        """
        Return the numbers of the lines of text that are mostly links, and as ``called`` or leading to such addresses alone.

        Args:
            words: of names, as for ``called``.
            addresses: words of the same sort; the address of every link that has a text holds one.
            first: the first line asked.
            last: the line behind the last.
        """
        found = []
        for number in range(max(first, 0), min(last, len(self.lines))):
            line = self.lines[number]
            if line.kind == "text" and line.linked * 2 > len(line.text):
                others = [node for node in line.nodes if not _holds_one(node.attributes.get("href") or "", addresses)]
                if not anchored(others) or self.called(words, number, number + 1):
                    found.append(number)
        return found

    def signs(self, number: int) -> int:
        """Return the signs of a line."""
        return self._signs[number]

    def characters(self, number: int) -> int:
        """Return how many characters of text stand before a line."""
        return self._characters[number]

    def links(self, number: int) -> int:
        """Return how many characters of links stand before a line."""
        return self._links[number]

    def saying(self, words: Iterable[str], first: int, last: int) -> list[int]:
        """Return the numbers of the lines of text from ``first`` up to, not including, ``last`` that hold one of the words; an empty word is in none."""
        wanted = [word for word in words if word]
        numbers = range(max(first, 0), min(last, len(self.lines)))
        return [number for number in numbers if self.lines[number].kind == "text" and any(word in self.lines[number].text for word in wanted)]

    def is_hidden(self, box: int) -> bool:
        """Tell whether the box, or one around it, is not displayed by its own attributes."""
        # A loop, not a recursion: pages nest thousands of boxes deep.
        asked: list[int] = []
        while (known := self._hidden.get(box)) is None:
            asked.append(box)
            inside = self.boxes[box]
            if inside.hides:
                known = True
                break
            box = inside.parent
        for passed in asked:
            self._hidden[passed] = known
        return known

    def group(self, number: int) -> int:
        """Return the number of the box that a line is a paragraph of."""
        boxes = self.boxes
        at = self.lines[number].box
        box = boxes[at]
        while box.parent >= 0 and (box.tag in PARAGRAPHS or box.last - box.first == 1):
            at = box.parent
            box = boxes[at]
        return at

    def is_ordinary(self, number: int, core: int) -> bool:
        """
        Tell whether a line is a paragraph like others of the box ``core``: text without links, not hidden, not below a picture, right
        in the box or in a paragraph of it that has no name.
        """
        lines = self.lines
        line = lines[number]
        if line.kind != "text" or line.linked or any(other.kind == "media" for other in lines[max(number - 2, 0) : number]):
            return False
        box = self.boxes[line.box]
        if line.box != core:
            attributes = box.attributes
            if box.parent != core or box.tag not in PARAGRAPHS or box.tag == "figcaption" or "class" in attributes or "id" in attributes:
                return False
        return self.group(number) == core and not self.is_hidden(line.box)

    def block(self, number: int, centred: bool | None) -> Block:
        """Return one line of text as the readers of fields know it; ``centred``, if it is not None, overrides the elements around it."""
        line = self.lines[number]
        box = self.boxes[line.box]
        attributes = box.attributes
        if centred is None:
            centred = line.centred
        if attributes:
            align, style = attributes.get("align"), attributes.get("style")
            if align:
                centred = align.lower() == "center"
            elif style and "center" in style:
                centred = centred or CENTRED.search(style) is not None
        return Block(
            "text", line.text, box.tag, box.name, line.bold, centred, line.linked, None, None, tuple(anchored(line.nodes)), (),
            line.broken, None, self.signs(number),
        )  # fmt: skip

    def common(self, first: int, second: int) -> int:
        """Return the number of the smallest box around both."""
        boxes = self.boxes
        # A box is numbered before the boxes inside it.
        while first != second:
            if first > second:
                first = boxes[first].parent
            else:
                second = boxes[second].parent
        return first

    def weighed(
        self, stops: int, full: int, closed: int, talk: int, shortest: int, brief: int, plain: int, longest: int
    ) -> tuple[list[int], list[int]]:
        """
        Return how many characters of running text each line has, as far as its signs and lengths tell.

        Args:
            stops: a line without these signs has none.
            full: the sign of a full stop; ``plain``: a shorter line without it is doubtful.
            closed: the sign of a line that ends as a sentence; ``talk``: one of a site that speaks of itself.
            longest: a shorter line without the first of these, or with the second, is doubtful.
            shortest: a shorter line has no running text, nor has one that is links for the most part.
            brief: a shorter line in a heading is doubtful, and so is every line with a link.

        Returns:
            The weights, -1 for the doubtful ones, and the numbers of the lines whose weight is not 0.
        """
        weights, weighty = [0] * len(self.lines), []
        for number, signs in enumerate(self._signs):
            line = self.lines[number]
            size = len(line.text)
            if not signs & stops or size < shortest or line.linked * 5 > size * 2:
                continue
            if (
                line.linked
                or (size < plain and not signs & full)
                or (size < longest and (signs & talk or not signs & closed))
                or (size < brief and self.boxes[line.box].tag in HEADINGS)
            ):
                size = -1
            weights[number] = size
            weighty.append(number)
        return weights, weighty

    def heaviest(
        self, weights: list[int], titles: list[int], far: float, other: float, untitled: float, credits: float
    ) -> tuple[int, int, int, int] | None:
        """
        Return where the most prose stands, None where there is none.

        Each box scores the prose that it holds, less the links and the rest of the text among it, the more the nearer
        its first prose follows the title; of equal scores the innermost box wins. Its core is the element with the most
        paragraphs, weighed in the same way.

        Args:
            weights: characters of prose in each line.
            titles: the numbers of the lines that are the title, in order.
            far: text between title and prose that halves a score.
            other: what a character that is neither prose nor link takes from it.
            untitled: how near prose above every title counts.
            credits: so much text between them is nothing unusual.

        Returns:
            The box, its core, the core's first line of prose and the line behind its last.
        """
        return _Scale(self, weights, titles, far, other, untitled, credits).heaviest()


class _Scale:
    """
    The weights of one page, and what they are weighed with.
    """

    def __init__(
        self, sheet: Sheet, weights: list[int], titles: list[int], far: float, other: float, untitled: float, credits: float
    ) -> None:
        self.sheet, self.weights, self.titles = sheet, weights, titles
        self.far, self.other, self.untitled, self.credits = far, other, untitled, credits
        #: The lines that have prose; the prose before each line.
        self.proses = [number for number, weight in enumerate(weights) if weight]
        self.story = [0, *accumulate(weights)]

    def heaviest(self) -> tuple[int, int, int, int] | None:
        """Return the best box, its core, and where the core's prose begins and ends."""
        best = self._container()
        return None if best < 0 else (best, *self._core(self.sheet.boxes[best]))

    def _container(self) -> int:
        boxes, story = self.sheet.boxes, self.story
        around: set[int] = set()
        for number in self.proses:
            at = self.sheet.lines[number].box
            while at >= 0 and at not in around:
                around.add(at)
                at = boxes[at].parent
        best, best_score = -1, 0.0
        for number in sorted(around):
            box = boxes[number]
            if story[box.last] - story[box.first] < best_score:
                continue
            score = self._score(*self._span(box.first, box.last))
            if score >= best_score and score > 0:
                best, best_score = number, score
        return best

    def _core(self, box: Box) -> tuple[int, int, int]:
        groups: dict[int, list[int]] = {}
        proses = self.proses
        for number in proses[bisect_left(proses, box.first) : bisect_left(proses, box.last)]:
            entry = groups.setdefault(self.sheet.group(number), [0, number, 0])
            entry[0] += self.weights[number]
            entry[2] = number + 1
        core = max(groups, key=lambda box: groups[box][0] * self._nearness(groups[box][1]))
        return core, groups[core][1], groups[core][2]

    def _span(self, first: int, last: int) -> tuple[int, int]:
        """Return the first prose between two places, and the place after the last: what lies beyond is cut off later."""
        proses = self.proses
        return proses[bisect_left(proses, first)], proses[bisect_left(proses, last) - 1] + 1

    def _between(self, first: int, last: int) -> tuple[int, int]:
        """Return how many characters of links, and of text that is no prose, stand between two places."""
        sheet = self.sheet
        links = sheet.links(last) - sheet.links(first)
        text = sheet.characters(last) - sheet.characters(first)
        return links, max(0, text - links - (self.story[last] - self.story[first]))

    def _score(self, first: int, last: int) -> float:
        links, others = self._between(first, last)
        score = self.story[last] - self.story[first] - links - self.other * others
        return score * self._nearness(first) if score > 0 else 0.0

    def _nearness(self, first: int) -> float:
        """Return how near prose follows the title: 1 right below it; 1 everywhere where no line is the title."""
        if not self.titles:
            return 1.0
        above = bisect_left(self.titles, first) - 1
        if above < 0:
            return self.untitled
        apart = sum(self._between(self.titles[above] + 1, first)) - self.credits
        return self.far / (self.far + max(0, apart))
