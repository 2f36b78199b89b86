"""
Pagers that a script draws: the call that stands on the page in their place.
"""

from __future__ import annotations

import pytest

from newsparse.blocks import Text
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
