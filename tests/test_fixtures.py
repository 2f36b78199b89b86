"""
Every fixture page, field by field, against the article written by hand.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from fixture_pages import DERIVED, empty, folders, load, plain

import newsparse
from newsparse.output.json import from_dict, to_dict

FOLDERS = {folder.relative_to(folder.parents[1]).as_posix(): folder for folder in folders()}
NAMES = sorted(to_dict(newsparse.Article()))


@cache
def parsed(name: str) -> dict[str, Any]:
    """
    Return the JSON form of a fixture's article, or of its error.
    """
    page = load(FOLDERS[name])
    try:
        article = newsparse.parse(page.data, url=page.url, charset=page.charset, reference=page.fetched)
    except newsparse.PageError as error:
        return {"error": {"reason": error.reason}}
    return to_dict(article)


@pytest.mark.parametrize("field", [*NAMES, "error"])
@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_field(name: str, field: str) -> None:
    """Each field equals what was written down by hand; what was not written down is empty."""
    expected = load(FOLDERS[name]).expected
    actual = parsed(name)
    if field in DERIVED and field not in expected:
        return
    want, got = plain(expected.get(field)), plain(actual.get(field))
    if empty(want):
        assert empty(got), f"{field}: expected nothing, got {got!r}"
    else:
        assert want == got


@pytest.mark.parametrize("name", sorted(name for name, folder in FOLDERS.items() if "error" not in load(folder).expected))
def test_round_trip(name: str) -> None:
    """The JSON form of every article reads back as the same JSON form."""
    assert parsed(name) == to_dict(from_dict(parsed(name)))


def test_there_are_fixtures() -> None:
    """A run without fixtures proves nothing."""
    assert len(FOLDERS) >= 16
