"""
A window is an optimisation and never a meaning: slices and whole page give the same article.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, note, target
from hypothesis import strategies as st
from pages import Saved, differences, fixtures, read, saved

from newsparse import adapters
from newsparse.document.window import _without_hidden, cut, left
from newsparse.provenance import Trace
from newsparse.rules import Window


def by_window(page: Saved) -> tuple[dict[str, object], str]:
    """
    Return the fields that the window path reads otherwise than the whole page, and the path that was taken.
    """
    trace = Trace()
    quick = read(page, trace)
    return dict(differences(quick, read(page, windows=False))), trace.path


def windowed() -> tuple[Saved, ...]:
    """
    Return the fixture pages that are read by a window.
    """
    return tuple(page for page in fixtures() if by_window(page)[1] == "window")


WINDOWED = windowed()


def windows(page: Saved) -> tuple[Window, ...]:
    """
    Return the windows that the page is read by.
    """
    trace = Trace()
    read(page, trace)
    layouts = (layout for site in adapters.sites() if site.slug == trace.site for layout in site.layouts)
    return next(layout.window for layout in layouts if layout.name == trace.layout)


@pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
def test_fixture(page: Saved) -> None:
    """Slices and whole page give the same article."""
    assert by_window(page)[0] == {}


def test_windows_are_taken() -> None:
    """Every layout that declares a window is read by it on a fixture page of its own: else it is no fast path."""
    traces = []
    for page in WINDOWED:
        trace = Trace()
        read(page, trace)
        traces.append((trace.site, trace.layout))
    declared = {(site.slug, layout.name) for site in adapters.sites() for layout in site.layouts if layout.window}
    assert declared - set(traces) == set()


@pytest.mark.corpus
@pytest.mark.slow
def test_corpus(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Slices and whole page give the same article on every saved page; the number read by slices is printed."""
    wrong, paths = {}, []
    for page in saved(corpus):
        found, path = by_window(page)
        paths.append(path)
        if found:
            wrong[page.name] = found
    with capsys.disabled():
        print(f"\n{paths.count('window')} of {len(paths)} saved pages were read by a window")
    assert wrong == {}
    assert "window" in paths


#: Places to put a landmark in where it is no tag, or a second one. Two things are not among them, because to see them
#: every tag before the slice would have to be read: ``<plaintext>``, which turns the rest of a page into text, and a
#: quote or a style sheet that is opened long before the landmark and swallows tags up to it.
TRAPS = (
    "{0}",
    "<!-- {0} -->",
    "<!--{0}",
    "-->",
    "<!-->{0}<!-- -->",
    "<script>var a = '{0}';</script>",
    "<script>{0}",
    "<style>{0}</style>",
    "<textarea>{0}</textarea>",
    "<title>{0}</title>",
    "<noscript>{0}</noscript>",
    "<img alt='{0}'>",
    "<a title=\">\" name='{0}'>",
    "<div>{0}</div>",
    "{0}</div>",
    "<div {0}",
    "</div>",
    "</table></div>",
    "<table><tr><td>{0}",
    "<select><option>{0}</select>",
    "<svg><title>{0}</title></svg>",
    "<template>{0}</template>",
    "<iframe>{0}</iframe>",
    "<p",
    "<![CDATA[{0}]]>",
    "<?php {0} ?>",
    "<div style='display:none'>{0}</div>",
    "<a><a>",
    "<b><p>",
    "<form>",
    "</body></html>",
    "\n\0",
)


#: What spoils a landmark that follows at once.
BEFORE = ("<a title='", '<img alt="', "<div class=", "<!--", "<script>", "<textarea>", "<", "<b", "</", "-->", "<div>")


@st.composite
def damaged(draw: st.DrawFn) -> Saved:
    """
    Draw a fixture page with landmarks where they mislead, perhaps cut off or in another encoding.
    """
    page = draw(st.sampled_from(WINDOWED))
    codec = next(codec for codec in ("utf-8", "gb18030", "big5") if decodable(page.data, codec))
    text = page.data.decode(codec)
    for _ in range(draw(st.integers(0, 3))):
        window = draw(st.sampled_from(windows(page)))
        start, end = places(text, window)
        if start >= 0 and draw(st.booleans()):
            trap, place = draw(st.sampled_from(BEFORE)), draw(st.sampled_from((start, end)))
        else:
            trap = draw(st.sampled_from(TRAPS)).replace(
                "{0}", whole_tag(draw(st.sampled_from((window.start, window.end))))
            )
            place = draw(place_in(text, start, end))
        note(f"{trap!r} between {text[max(0, place - 60) : place]!r} and {text[place : place + 60]!r}")
        text = text[:place] + trap + text[place:]
    if draw(st.integers(0, 4)) == 0:
        text = text[: draw(st.integers(0, len(text)))]
    codec = draw(st.sampled_from((codec, codec, "utf-8", "gb18030", "utf-16", "utf-8-sig")))
    note(f"{len(text)} characters in {codec}")
    return page._replace(data=text.encode(codec, "replace"))


def whole_tag(landmark: str) -> str:
    """
    Return the tag that a landmark is the beginning of.
    """
    closed = landmark + '"' if landmark.count('"') % 2 else landmark
    return closed if closed.endswith(">") else f"{closed}>"


def places(text: str, window: Window) -> tuple[int, int]:
    """
    Return where the slice begins and ends; -1 where it does not.
    """
    start = text.find(window.start)
    end = text.find(window.end, start + 1) if start >= 0 else -1
    return (start, end) if end >= 0 else (-1, -1)


def decodable(data: bytes, codec: str) -> bool:
    """
    Tell whether the bytes are text in this encoding.
    """
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


@st.composite
def place_in(draw: st.DrawFn, text: str, start: int, end: int) -> int:
    """
    Draw a place in the page: near a landmark, between two tags, or anywhere.
    """
    if start >= 0 and draw(st.booleans()):
        place = draw(st.sampled_from((start, end))) + draw(st.integers(-40, 60))
    else:
        place = draw(st.integers(0, len(text)))
    tag = text.find("<", max(place, 0))
    return tag if tag >= 0 and draw(st.booleans()) else min(max(place, 0), len(text))


@given(damaged())
def test_landmarks_that_mislead(page: Saved) -> None:
    """Whatever is done to a page, slices and whole page give the same article."""
    found, path = by_window(page)
    target(float(path == "window"), label="read by slices")
    assert found == {}


DOUBTS = [
    ("<p></p><!--<div class=a>x</div><hr>-->", "landmark inside a comment"),
    ("<script>'<div class=a>x</div><hr>'</script>", "landmark inside a script or a text element"),
    ("<textarea><div class=a>x</div><hr></textarea>", "landmark inside a script or a text element"),
    ("<style><div class=a>x</div><hr><style></style>", "landmark inside a script or a text element"),
    ("<p title='<div class=a>x</div><hr>'>", "landmark inside an attribute"),
    ("<p title='<!--><div class=a>x</div><hr>'>", "landmark inside an attribute"),
    # Behind what looks like a whole tag, and is part of an attribute.
    ("<p title='<i><div class=a>x</div><hr>'>", "landmark inside an attribute"),
    ("<p title='<i></i><b>'><p title='<b></b><i><div class=a>x</div><hr>'>", "landmark inside an attribute"),
    ("<div class=a>x</div><p title='<i><hr>'>", "slice ends inside a tag"),
    ("<div class=a>x</div><div class=a>y</div><hr>", "landmark repeated: <div class=a>"),
    ("<div class=a>x<hr></div>", "slice not balanced"),
    ("<div class=a><!-- </div><hr>-->", "slice not balanced"),
    ("<div class=a><p title='<!--><hr>'>x</p></div>", "slice ends inside a tag"),
    ("<div class=a><svg><title><hr></title></svg></div>", "slice not balanced"),
    ("<div class=a><select><option><hr></select></div>", "slice not balanced"),
    ("<div class=a><s<script>'<div>';</script>pan>x</div><hr>", "slice not balanced"),
    # No comments: an empty one, and one inside a tag.
    ("<div class=a><!--><div>x-->y</div><hr>", "slice not balanced"),
    ("<div class=a><p <!-- ><div>-->y</div><hr>", "slice not balanced"),
    ("<div class=a>x</div>", "landmark missing: <hr"),
    ("<hr>", "landmark missing: <div class=a>"),
]


@pytest.mark.parametrize(("html", "reason"), DOUBTS)
def test_doubt(html: str, reason: str) -> None:
    """At the first doubt there is no slice, and the trace says why."""
    found = cut(html.encode(), [(b"<div class=a>", b"<hr", 0)])
    assert found.pieces is None
    assert found.reason == reason


def test_slices() -> None:
    """Several slices come in the order of their windows, each up to its end landmark."""
    html = b"<i>1</i><div class=a>x</div><hr><b>y</b><div class=b>z</div><hr>"
    found = cut(html, [(b"<div class=a>", b"<hr", 0), (b"<div class=b>", b"<hr", 0)])
    assert found.pieces == [b"<div class=a>x</div>", b"<div class=b>z</div>"]
    assert cut(html, [(b"<div class=b>", b"<hr", 0), (b"<div class=a>", b"<hr", 0)]).pieces is None


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        (b"<div><p>x</div>", 0),
        (b"<div><table><tr><td>x</td></tr></table></div>", 0),
        (b"<DIV>x</DIV>", 0),
        (b"<div><div>x</div>", 1),
        (b"</div>", -1),
        (b"<div></section>", -1),
        (b"<div><!-- ", -1),
        (b"<div><script>", -1),
    ],
)
def test_left_open(piece: bytes, expected: int) -> None:
    """The elements that shape a page are counted: how many the piece leaves open, or that it cannot be trusted."""
    assert left(piece) == expected


def test_landmarks_are_tags() -> None:
    """A landmark that no multi-byte character can contain begins with ``<`` and is ASCII."""
    for mark in ("div", "<div class=正文>", ""):
        with pytest.raises(ValueError, match="landmark"):
            Window(mark, "<hr")


_HIDING = (
    b"<!--", b"-->", b"--!>", b"<!-->", b"<script>", b"</script>", b"<SCRIPT a>", b"</Script >", b"<scripts>", b"<style", b"</style>", b"<textarea>",
    b"</textarea", b"<noscript>", b"</noscript>", b"x", b"<", b">",
)  # fmt: skip
_HIDDEN = re.compile(rb"<!--.*?--!?>|<(script|style|textarea|noscript)\b.*?</\1\s*>", re.S | re.I)


@given(st.lists(st.sampled_from(_HIDING), max_size=14).map(b"".join))
def test_what_hides_markup(piece: bytes) -> None:
    """Comments and scripts that end are taken out, whatever stands in them."""
    assert _without_hidden(piece) == _HIDDEN.sub(b"<\0", piece)


def test_many_that_do_not_end() -> None:
    """For the end of scripts and comments that do not end is looked once."""
    piece = (b"<script>" * 9 + b"<!--") * 20_000
    assert _without_hidden(piece) == piece
