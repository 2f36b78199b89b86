"""
What ``import newsparse`` offers, and what it costs.
"""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest
from fixture_pages import ROOT

import newsparse


def test_names_are_sorted() -> None:
    """A name is found where a reader looks for it."""
    assert newsparse.__all__ == sorted(newsparse.__all__)


@pytest.mark.parametrize("name", newsparse.__all__)
def test_name(name: str) -> None:
    """Every public name is there, says what it is, and is listed by dir()."""
    value = getattr(newsparse, name)

    assert inspect.getdoc(value)
    assert name in dir(newsparse)
    assert value.__module__.startswith("newsparse.")


def test_unknown_name() -> None:
    """Anything else is no attribute."""
    with pytest.raises(AttributeError, match="prase"):
        newsparse.prase  # noqa: B018


def test_every_name_has_a_home() -> None:
    """The table of homes and the list of names say the same."""
    assert sorted(newsparse._HOME) == newsparse.__all__


def test_import_is_light() -> None:
    """The import alone loads no engine, no table library, no date parser, no layer below."""
    heavy = (
        "lxml",
        "selectolax",
        "dateparser",
        "pyarrow",
        "rich",
        "click",
        "attrs",
        "newsparse.api",
        "newsparse.model",
    )
    script = f"import sys, newsparse; print([name for name in {heavy} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)

    assert result.stdout.strip() == "[]"


def test_parsing_is_light() -> None:
    """A page whose date needs no guessing loads neither the second engine nor dateparser."""
    page = ROOT / "hangzhou" / "2013-money" / "page.html"
    heavy = ("lxml", "dateparser", "pyarrow", "rich", "newsparse.batch")
    script = (
        f"import sys, newsparse; article = newsparse.parse(open({str(page)!r}, 'rb').read())\n"
        f"print(article.timestamp, [name for name in {heavy} if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

    assert result.stdout.strip() == b"2013-10-22T09:16:01+08:00 []"
