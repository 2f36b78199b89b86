"""
Pagers that a script draws: the call that stands on the page in their place.
"""

from __future__ import annotations

import pytest

from newsparse.blocks import Link, Text
from newsparse.fields.pages import read_pagination
from newsparse.model import Pagination


class TestDrawnPager:
    def test_first_page(self) -> None:
        """Pages are counted from 0 in the call, and the first has no number in its address."""
        expected = Pagination(page=1, pages=3, urls=("t20181103_9_1.htm", "t20181103_9_2.htm"))
        assert expected == read_pagination(Text('createPageHTML(3, 0, "t20181103_9", "htm")'))

    def test_single_quotes(self) -> None:
        """Both kinds of quotes occur."""
        expected = Pagination(page=2, pages=2, urls=("t20181103_9.shtml",))
        assert expected == read_pagination(Text("createPageHTML(2,1,'t20181103_9','shtml')"))

    @pytest.mark.parametrize(
        "call",
        [
            'createPageHTML(1, 0, "t20181103_9", "htm")',
            'createPageHTML(3, 3, "t20181103_9", "htm")',
            "createPageHTML(3, 0, name, end)",
            "createPageHTML(_nPageCount, _nCurrIndex, _sPageName, _sPageExt)",
        ],
    )
    def test_no_pager(self, call: str) -> None:
        """An article on one page, a page beyond the last, and the function's definition draw none."""
        assert read_pagination(Text(call)) is None


class _Pager(Text):
    """
    A pager whose links lead to pages of their own.
    """

    def __init__(self, *words: str) -> None:
        super().__init__(" ".join(words))
        self._links = tuple(Link(word, f"p{number}.htm") for number, word in enumerate(words))

    @property
    def links(self) -> tuple[Link, ...]:
        """One for each word."""
        return self._links


class TestNumbers:
    def test_telephones_are_no_pages(self) -> None:
        """A number too long for a page is none: all that are missing up to it would fill the memory."""
        pager = _Pager("1", "2", "3", "13900000000", "400820")
        assert read_pagination(pager) == Pagination(page=0, pages=3, urls=tuple(f"p{n}.htm" for n in range(5)))

    def test_superscripts_are_no_numbers(self) -> None:
        """They are digits to Unicode, and no numbers to Python."""
        assert read_pagination(_Pager("1", "²")) == Pagination(page=0, pages=1, urls=("p0.htm", "p1.htm"))
