"""
``newsparse.output._line`` is an optimisation: the line that it writes is the one that Python writes.
"""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import Saved, fixtures
from test_properties_json import ARTICLES

from newsparse import parse
from newsparse.errors import PageError
from newsparse.model import Article, Paragraph
from newsparse.output import line
from newsparse.output.json import to_dict, to_json

if line.native is None:
    pytest.skip("the extension is not built, or not wanted", allow_module_level=True)

WIDE = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | WIDE | st.integers(0, 10_000).map(lambda n: n / 10_000),
    lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple) | st.dictionaries(WIDE, inner, max_size=3),
    max_leaves=8,
)


def in_python(article: Article, **extra: Any) -> bytes:
    """
    Return what the encoder of the standard library writes.
    """
    return json.dumps({**extra, **to_dict(article)}, ensure_ascii=False, separators=(",", ":")).encode()


@given(ARTICLES)
def test_any_article(article: Article) -> None:
    """Every kind of value that the model has."""
    assert line.written(article, {}) == in_python(article)


@given(st.dictionaries(st.text("abc", min_size=1), VALUES, max_size=3), WIDE)
def test_any_value(first: dict[str, Any], text: str) -> None:
    """Values of Python's own, characters of every width, and what is escaped."""
    article = Article(title=text, body=(Paragraph(text),), confidence={text: 0.97})
    assert line.written(article, first) == in_python(article, **first)


@given(st.floats(0, 1) | st.integers(0, 100_000).map(lambda n: n / 100_000))
def test_shares(share: float) -> None:
    """Numbers are written as Python shows them, or left to it."""
    assert line.written(Article(confidence={"title": share}), {}) in (None, in_python(Article(confidence={"title": share})))


@pytest.mark.parametrize("code", range(0x80))
def test_ascii(code: int) -> None:
    """Control characters, quotes and backslashes are escaped."""
    assert line.written(Article(title=chr(code)), {}) == in_python(Article(title=chr(code)))


@pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
def test_fixture(page: Saved) -> None:
    """The article of every page."""
    try:
        article = parse(page.data, url=page.url)
    except PageError:
        return
    assert line.written(article, {"file": page.name}) == in_python(article, file=page.name)


@pytest.mark.parametrize(
    "article",
    [
        Article(title="\ud800"),
        Article(confidence={"title": float("nan")}),
        Article(confidence={"title": 1e-7}),
        Article(confidence={1: 0.5}),
        Article(body=(object(),)),
        Article(keywords=(object(),)),
        Article(confidence={"title": 2**70}),
    ],
)  # fmt: skip
def test_left(article: Any) -> None:
    """What is written in several ways, or not at all, is left to Python."""
    assert line.written(article, {}) is None


def test_deep() -> None:
    """Values that hold each other without end are left to Python too."""
    deep: list[Any] = []
    deep.append(deep)
    assert line.written(Article(), {"deep": deep}) is None


def test_own_keys() -> None:
    """A key of the article's own that is put first stays there, with the article's value."""
    article = Article(title="a")
    assert to_json(article, title="b", file="f") == json.dumps(
        {"title": "b", "file": "f"} | to_dict(article), separators=(",", ":")
    ).encode()


class Odd:
    """What raises when it is asked."""

    @property
    def name(self) -> str:
        raise RuntimeError("odd")


@pytest.mark.parametrize(
    ("kinds", "error"),
    [
        ({}, None),
        ({Odd: ((b',"name":', vars(Odd)["name"], None),)}, RuntimeError),
        ({Odd: ((b',"name":', vars(Article)["title"], None),)}, TypeError),
        ({Odd: ((b"", property(lambda odd: odd), len),)}, TypeError),
        ({Odd: ((b"", "name", None),)}, TypeError),
        ({Odd: [(b"", vars(Odd)["name"], None)]}, TypeError),
        ({Odd: ((b"", vars(Odd)["name"]),)}, TypeError),
        ({Odd: (("", vars(Odd)["name"], None),)}, TypeError),
    ],
)
def test_odd_calls(kinds: dict[Any, Any], error: type[Exception] | None) -> None:
    """Errors are raised, never swallowed."""
    if error is None:
        assert line.native.line(Odd(), kinds, {}) is None
    else:
        with pytest.raises(error):
            line.native.line(Odd(), kinds, {})
    with pytest.raises(TypeError):
        line.native.line(Odd(), None, {})
    with pytest.raises(TypeError):
        line.native.line(Article(), {})
