"""
The JSON form keeps every article whole: written and read back it is the same, whatever it holds.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsparse import model
from newsparse.output.json import from_dict, from_json, to_dict, to_json

TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
MAYBE = st.none() | TEXT
CHINA = timezone(timedelta(hours=8))
_ZEROED = {
    "year": {"month": 1, "day": 1, "hour": 0, "minute": 0, "second": 0},
    "month": {"day": 1, "hour": 0, "minute": 0, "second": 0},
    "day": {"hour": 0, "minute": 0, "second": 0},
    "minute": {"second": 0},
    "second": {},
}


@st.composite
def timestamps(draw: st.DrawFn) -> model.Timestamp:
    """
    Draw a point in time at one of the precisions that pages print.
    """
    precision: Any = draw(st.sampled_from(sorted(_ZEROED)))
    zone = CHINA
    if precision in ("minute", "second"):
        zone = draw(st.sampled_from((CHINA, UTC, timezone(timedelta(hours=-5, minutes=-30)))))
    value = draw(st.datetimes(datetime(1900, 1, 1), datetime(2099, 12, 31))).replace(microsecond=0, tzinfo=zone)
    return model.Timestamp(value=value.replace(**_ZEROED[precision]), precision=precision, raw=draw(TEXT))


def several(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """
    Return a strategy for a few of the values.
    """
    return st.lists(values, max_size=3).map(tuple)


LINKS = st.builds(model.Link, TEXT, MAYBE)
PEOPLE = st.builds(model.Person, TEXT, TEXT)
BLOCKS = st.one_of(
    st.builds(model.Paragraph, TEXT),
    st.builds(model.Crosshead, TEXT),
    st.builds(model.Quote, TEXT),
    st.builds(model.List, several(TEXT)),
    st.builds(model.Table, several(several(TEXT))),
    st.builds(model.Image, url=MAYBE, caption=MAYBE, credit=MAYBE),
    st.builds(model.Video, url=MAYBE, caption=MAYBE),
)
COMMENTS = st.builds(
    model.Comments,
    count=st.none() | st.integers(0, 10**9),
    url=MAYBE,
    form=st.booleans(),
    items=several(st.builds(model.Comment, text=TEXT, author=MAYBE, time=MAYBE)),
)
ARTICLES = st.builds(
    model.Article,
    **dict.fromkeys(
        "url canonical_url host site layout language title kicker subtitle standfirst byline".split(), MAYBE
    ),
    kind=st.sampled_from(("article", "gallery", "video")),
    timestamp=st.none() | timestamps(),
    updated=st.none() | timestamps(),
    source=st.none() | LINKS,
    authors=several(PEOPLE),
    editors=several(PEOPLE),
    dateline=st.none() | st.builds(model.Dateline, agency=MAYBE, place=MAYBE, date=MAYBE),
    breadcrumb=several(LINKS),
    keywords=several(TEXT),
    body=several(BLOCKS),
    comments=st.none() | COMMENTS,
    disclaimers=several(st.builds(model.Disclaimer, TEXT, TEXT)),
    related=several(LINKS),
    pagination=st.none()
    | st.builds(model.Pagination, page=st.integers(0, 99), pages=st.none() | st.integers(1, 99), urls=several(TEXT)),
    footer=st.none() | st.builds(model.Footer, licences=several(TEXT), owner=MAYBE, counsel=MAYBE),
    is_reprint=st.none() | st.booleans(),
)


@given(ARTICLES)
def test_dict(article: model.Article) -> None:
    """Plain dicts and back."""
    assert from_dict(to_dict(article)) == article


@given(ARTICLES, MAYBE)
def test_line(article: model.Article, file: str | None) -> None:
    """One line of JSON and back; a key in front that the form does not know is passed over."""
    line = to_json(article, file=file)
    assert b"\n" not in line
    assert json.loads(line)["file"] == file
    assert from_json(line) == article


@given(ARTICLES)
def test_keys(article: model.Article) -> None:
    """Every article has the same keys in the same order, all values are plain JSON."""
    written = to_dict(article)
    assert list(written) == list(to_dict(model.Article()))
    assert json.loads(json.dumps(written)) == written
