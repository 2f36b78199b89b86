"""
The lines of a page in, its regions out: headline, dateline, story, credits, comments box and the rest.

Theory.  One line dates the page; the headline stands above it and the story below.  The
story goes on until something ends it for good (an editor's credit, the comments
box, a list of disclaimers, the footer).  What only interrupts it (a share bar,
keywords, a box of related stories) ends it too, unless running text follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import Factory, define

from newsparse import lazy
from newsparse.fields.credits import segment
from newsparse.fields.disclaimers import split_disclaimers
from newsparse.textpage.anchor import Page, find_anchor, is_running_text
from newsparse.textpage.kinds import (
    Kind,
    is_bare_date,
    is_item,
    trail_steps,
    unlabelled_trail,
)
from newsparse.textpage.lines import Line
from newsparse.vocabulary.credits import EDITOR_ROLES
from newsparse.vocabulary.mastheads import is_outlet

_ITEM_ENDS = ("。", "；", ";", "，", ",")
#: 网摘, 商城, +1, T|T: no sentence, no signature in brackets.
_WORD = lazy.compile(r"[^，。！？!?；：:…、“”（）()【】《》]{1,6}")
#: Nothing of the story stands below these.
_LAST = (Kind.COMMENTS, Kind.NOTICE_HEADING, Kind.FOOTER)


@define
class Regions:
    """
    The lines of each region, in the order of the page.
    """

    trail: str | None = None
    headings: list[str] = Factory(list)
    """The lines between trail and dateline; above them where there is no trail."""
    above: list[str] = Factory(list)
    """The lines above the trail."""
    info: list[str] = Factory(list)
    """The dateline and the credits beside it."""
    story: list[str] = Factory(list)
    credits: list[str] = Factory(list)
    """Credits below the story."""
    comments: list[str] = Factory(list)
    notices: list[str] = Factory(list)
    keywords: list[str] = Factory(list)
    related: list[str] = Factory(list)
    tools: list[str] = Factory(list)
    footer: list[str] = Factory(list)


def divide(lines: Sequence[Line]) -> Regions:
    """
    Return the regions of a page.
    """
    page = Page.of(lines)
    regions = Regions()
    anchor = find_anchor(page)
    head, start = _info(page, anchor, regions) if anchor is not None else _undated(page)
    _read_head(page, head, regions)
    if not regions.headings and anchor is not None:
        start = _headings_below(page, start, regions)
    _Story(page, regions).read(start)
    return regions


def _undated(page: Page) -> tuple[int, int]:
    """Return where the headline of a page without a date ends, twice: above the running text, else after a line."""
    prose = page.prose_from(0)
    if prose is None:
        first = next((place for place, kind in enumerate(page.kinds) if kind is Kind.TEXT), len(page.kinds))
        prose = min(first + 1, len(page.kinds))
    return prose, prose


def _info(page: Page, anchor: int, regions: Regions) -> tuple[int, int]:
    """Take the dateline and the lines of its kind around it; return where they begin and where they end."""
    start, end = anchor, anchor + 1
    while start and page.kinds[start - 1] in (Kind.STAMP, Kind.CREDITS):
        start -= 1
    while end < len(page.lines) and (
        page.kinds[end] in (Kind.STAMP, Kind.CREDITS, Kind.TOOL, Kind.COMMENTS) or is_outlet(page.text(end))
    ):
        end += 1
    for place in range(start, end):
        kind, text = page.kinds[place], page.text(place)
        target = {Kind.TOOL: regions.tools, Kind.COMMENTS: regions.comments}.get(kind, regions.info)
        target.append(text)
    return start, end


def _read_head(page: Page, end: int, regions: Regions) -> None:
    """Take trail and headline above a line."""
    for place in range(end):
        kind, text = page.kinds[place], page.text(place)
        if kind is Kind.TRAIL:
            regions.trail = unlabelled_trail(text)
            regions.above += regions.headings
            regions.headings.clear()
        elif regions.trail == "" and _is_trail_value(text):
            regions.trail = text
        elif kind is Kind.KEYWORDS:
            regions.keywords.append(text)
        elif kind in (Kind.TEXT, Kind.NOTICE_HEADING, Kind.NOTICE, Kind.ITEM):
            regions.headings.append(text)


def _is_trail_value(text: str) -> bool:
    """Tell whether the line below the label is its trail: steps with arrows, or one short step."""
    return len(trail_steps(text)) > 1 or "/" in text or (len(text) <= 8 and not is_running_text(text))


def _headings_below(page: Page, start: int, regions: Regions) -> int:
    """Take the headline below the dateline, where nothing stands above it; return where it ends."""
    end = start
    while end < len(page.lines) and end < start + 3 and page.kinds[end] is Kind.TEXT and not page.is_prose(end):
        end += 1
    if page.prose_from(end) is None:
        return start
    regions.headings += [page.text(place) for place in range(start, end)]
    return end


class _Story:
    """
    The walk below the dateline.
    """

    def __init__(self, page: Page, regions: Regions) -> None:
        self.page, self.regions = page, regions
        #: Running text was seen: from now on the story can end.
        self.begun = False
        #: What interrupted or ended the story last.
        self.mark: Kind | None = None
        self.over = False
        #: Short lines after an interruption: the story's, if it goes on.
        self.held: list[str] = []

    def read(self, start: int) -> None:
        """Sort every line from ``start`` on."""
        for place in range(start, len(self.page.lines)):
            self._line(self.page.kinds[place], self.page.text(place), self.page.lines[place].blank_before)
        # The story did not go on: bulleted lines below its end are links.
        self.regions.related += filter(is_item, self.held)
        _take_trailing_items(self.regions)
        if self.begun:
            _drop_words(self.regions.story)

    def _line(self, kind: Kind, text: str, blank_before: int) -> None:
        if self.mark is Kind.FOOTER:
            self.regions.footer.append(text)
        elif kind is Kind.TEXT or (kind is Kind.STAMP and self._signs(text)):
            self._text(text, blank_before)
        elif kind is Kind.ITEM:
            self._item(text)
        else:
            self._landmark(kind, text)

    def _signs(self, text: str) -> bool:
        """Tell whether a date below the story signs it: what dates the page was found above."""
        return bool(self.regions.info) and not self.over and self.mark is None and is_bare_date(text)

    def _text(self, text: str, blank_before: int) -> None:
        running = is_running_text(text)
        self.begun = self.begun or running
        if self.mark is None:
            self.regions.story.append(text)
        elif self.mark is Kind.KEYWORDS and not blank_before and not running and self.regions.keywords[-1][-1] in ":：":
            # Label and words stood in two cells.
            self.regions.keywords[-1] += text
        elif self.over:
            self._beyond(text)
        elif running:
            self.regions.story += [*self.held, text]
            self.held.clear()
            self.mark = None
        elif self.mark is Kind.RELATED:
            self.regions.related.append(text)
        else:
            self.held.append(text)

    def _beyond(self, text: str) -> None:
        """Sort a line below the story into the region that it stands in."""
        if self.mark is Kind.NOTICE and (split_disclaimers([text]) or is_running_text(text)):
            self.regions.notices.append(text)
        elif self.mark is Kind.COMMENTS:
            self.regions.comments.append(text)
        elif self.mark is Kind.RELATED and not is_running_text(text):
            self.regions.related.append(text)

    def _item(self, text: str) -> None:
        if self.mark is None:
            self.regions.story.append(text)
        elif self.over or self.mark is Kind.RELATED:
            self.regions.related.append(text)
        else:
            self.held.append(text)

    def _landmark(self, kind: Kind, text: str) -> None:
        """Take a line that is no story, and note what it means for the lines below it."""
        target = self._target(kind)
        if target is not None:
            target.append(text)
        if self.begun and (kind in _LAST or (kind is Kind.CREDITS and _names_editor(text))):
            self.over = True
        if self.begun or (self.regions.story and kind is not Kind.FOOTER):
            self.mark = Kind.NOTICE if kind is Kind.NOTICE_HEADING else kind

    def _target(self, kind: Kind) -> list[str] | None:
        """Return the region of a landmark, None for those that say nothing themselves."""
        regions = self.regions
        return {
            Kind.STAMP: regions.credits,
            Kind.CREDITS: regions.credits,
            Kind.COMMENTS: regions.comments,
            Kind.NOTICE_HEADING: regions.notices,
            Kind.NOTICE: regions.notices,
            Kind.KEYWORDS: regions.keywords,
            Kind.TOOL: regions.tools,
            Kind.FOOTER: regions.footer,
        }.get(kind)


def _names_editor(text: str) -> bool:
    return any(part.role in EDITOR_ROLES for part in segment(text))


def _take_trailing_items(regions: Regions) -> None:
    """Take the bulleted lines that the story ends with, where they read like headlines: nothing parts them from it."""
    story = regions.story
    end = len(story)
    while end and is_item(story[end - 1]) and not story[end - 1].endswith(_ITEM_ENDS):
        end -= 1
    if 0 < end < len(story) - 1 and is_running_text(story[end - 1]):
        regions.related[:0] = story[end:]
        del story[end:]


def _drop_words(story: list[str]) -> None:
    """Drop the lone words above and below the running text: buttons whose labels are not known."""
    while _WORD.fullmatch(story[-1]):
        story.pop()
    first = next(place for place, text in enumerate(story) if not _WORD.fullmatch(text))
    del story[:first]
