"""
The lines of a page in, the line that dates it out: the headline stands above it, the story below.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from newsparse import lazy
from newsparse.textpage.kinds import Kind, classify, credit_parts, has_clock, printed_host
from newsparse.textpage.lines import Line

_LONG = 60
_SPOKEN = 30
_SENTENCE_ENDS = "！？!?…”」』"
_CLAUSES = lazy.compile("[，,；]")


@define
class Page:
    """
    The lines of a page and the kind of each.
    """

    lines: Sequence[Line]
    kinds: Sequence[Kind]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Page:
        """Return the page of these lines."""
        return cls(lines, [classify(line.text) for line in lines])

    def text(self, place: int) -> str:
        """Return a line."""
        return self.lines[place].text

    def is_prose(self, place: int) -> bool:
        """Tell whether a line is running text, and nothing else."""
        return self.kinds[place] is Kind.TEXT and is_running_text(self.text(place))

    def prose_from(self, place: int) -> int | None:
        """Return where running text begins at or below a line."""
        return next((i for i in range(place, len(self.lines)) if self.is_prose(i)), None)


def is_running_text(text: str) -> bool:
    """
    Tell whether a line is a sentence of a story, not a heading or a link.
    """
    if "。" in text or (len(text) >= _LONG and _CLAUSES.search(text)):
        return True
    return len(text) >= _SPOKEN and text[-1] in _SENTENCE_ENDS


def find_anchor(page: Page) -> int | None:
    """
    Return the line that dates the page, or else credits it, and has more running text below than above.
    """
    prose = [len(line.text) if page.is_prose(place) else 0 for place, line in enumerate(page.lines)]
    total, above, since = sum(prose), 0, 0
    best, best_score = None, -1
    for place, kind in enumerate(page.kinds):
        above += prose[place]
        since += prose[place]
        if kind not in (Kind.STAMP, Kind.CREDITS) or (total and above * 2 >= total):
            continue
        score = _score(page.text(place), kind)
        # Of two that say as much, the lower one is closer to the story, unless the story stands between them.
        if score > best_score or (score == best_score and not since):
            best, best_score, since = place, score, 0
    return best


def _score(text: str, kind: Kind) -> int:
    """Return how much a line says of when and where the story was printed."""
    stamped = kind is Kind.STAMP
    labelled = any(part.role == "source" for part in credit_parts(text)) or printed_host(text) is not None
    return 4 * stamped + 2 * (stamped and has_clock(text)) + labelled
