"""
``newsparse.document._scan`` is an optimisation: on any bytes it says what the Python functions say.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import Saved, fixtures

from newsparse import adapters
from newsparse.document import window
from newsparse.extract.page import landmarks

scan: Any = pytest.importorskip("newsparse.document._scan", reason="the extension is not built")

#: What the functions look for, what nearly is it, and what stands between.
FRAGMENTS = (
    *"<div class=a> <div class=a <hr <hr> </div> <div> <DIV> </DIV> </Div> <table> </table> </TABLE> </T </D <tr> </tr>".split(),
    *"<track> <td </td> <ul> </ul> <section> </section> <article> </article> <svg> </svg> <math> </math> <select>".split(),
    *"</select> <template> </template> <object> </object> <applet> <marquee> <caption> </caption> <a> </a> --!>".split(),
    *"<!--> <!-- --> <! <script> </script> <SCRIPT> </SCRIPT> <style> </style> <textarea> </textarea> <title> </title>".split(),
    *"<iframe> </iframe> <xmp> </xmp> <noscript> </noscript> <sMP> </xMP> <scr </scr script < </ <a <p> > \" ' =".split(),
    *("<p title=\"", "<p title='", "/>", "<?php", "?>", "<![CDATA[", "]]>", " ", "\n", "\0", "文", "x" * 70, "<i></i>" * 20),
)

markup = st.lists(st.sampled_from(FRAGMENTS), max_size=30).map(lambda parts: "".join(parts).encode())
LANDMARKS = ((b"<div class=a>", b"<hr", 0), (b"<div class=a", b"</div>", 1), (b"<a>", b"<!--", 0), (b"<", b"<", -1))


@contextmanager
def in_python() -> Iterator[None]:
    """
    Let ``window.cut`` run without the extension.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "find", bytes.find)
        for name in ("hidden_at", "in_tag", "left"):
            patch.setattr(window, name, getattr(window, f"_{name}"))
        yield


def slices(data: bytes, marks: Any) -> tuple[list[bytes] | None, str | None]:
    """
    Return the pieces and the reason.
    """
    found = window.cut(data, marks)
    return found.pieces, found.reason


class TestCut:
    """
    Slices, and what is looked at for them.
    """

    @given(markup, st.lists(st.sampled_from(LANDMARKS), min_size=1, max_size=3))
    def test_any_markup(self, data: bytes, marks: list[tuple[bytes, bytes, int]]) -> None:
        """
        The same slices, the same reasons where there are none.
        """
        found = slices(data, marks)
        with in_python():
            assert slices(data, marks) == found

    @given(markup, st.data())
    def test_any_place(self, data: bytes, draw: st.DataObject) -> None:
        """
        What hides a place, whether it lies in a tag and what a piece leaves open, cut anywhere.
        """
        floor = draw.draw(st.integers(0, len(data)))
        place = draw.draw(st.integers(floor, len(data)))
        piece = data[floor:place]

        assert scan.hidden_at(data, floor, place) == window._hidden_at(data, floor, place)
        assert scan.in_tag(data, floor, place) == window._in_tag(data, floor, place)
        assert scan.left(piece) == window._left(piece)

    @given(st.text("ab", max_size=300).map(str.encode), st.text("ab", max_size=9).map(str.encode), st.integers(0, 310))
    def test_find(self, data: bytes, word: bytes, at: int) -> None:
        """
        The first place of a word, in a block and across two, as ``bytes.find`` has it.
        """
        assert scan.find(data, word, at) == data.find(word, at)

    @pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
    def test_fixture(self, page: Saved) -> None:
        """
        Every window of every layout, on every page.
        """
        windows = [layout.window for site in adapters.sites() for layout in site.layouts if layout.window]
        marks = {tuple(landmarks(window) for window in windows_of) for windows_of in windows}
        found = {mark: slices(page.data, mark) for mark in marks}
        with in_python():
            assert {mark: slices(page.data, mark) for mark in marks} == found


class TestArguments:
    """
    Nonsense is refused, not followed.
    """

    @pytest.mark.parametrize(
        ("call", "error"),
        [
            (lambda: scan.find("text", b"", 0), TypeError),
            (lambda: scan.find(b"", b"", -1), ValueError),
            (lambda: scan.find(b""), TypeError),
            (lambda: scan.hidden_at(b"abc", 2, 1), ValueError),
            (lambda: scan.hidden_at(b"abc", 0, 4), ValueError),
            (lambda: scan.in_tag(b"abc", -1, 1), ValueError),
            (lambda: scan.in_tag(b"abc", "0", 1), TypeError),
            (lambda: scan.left(bytearray(b"<div>")), TypeError),
        ],
    )
    def test_refused(self, call: Any, error: type[Exception]) -> None:
        """
        Places outside the bytes, and what is no bytes.
        """
        with pytest.raises(error):
            call()
