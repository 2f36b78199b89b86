"""
Which reader belongs to which field: a rule's fragment in, the field's value out.

A reader returns None (or an empty tuple) where the text holds no such value; the
evaluator then tries the next alternative.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from attrs import frozen

from newsparse.blocks import Fragment
from newsparse.fields.body import read_body
from newsparse.fields.comments import read_comments
from newsparse.fields.credits import read_authors, read_byline, read_editors
from newsparse.fields.dates import read_timestamp
from newsparse.fields.disclaimers import split_disclaimers
from newsparse.fields.pages import read_footer, read_pagination
from newsparse.fields.sources import read_source
from newsparse.fields.titles import read_title
from newsparse.fields.trails import read_breadcrumb, read_keywords, read_related
from newsparse.model import Person


@frozen
class Context:
    """
    What readers may know besides the fragment.
    """

    values: Mapping[str, Any]
    """Fields already read."""
    reference: datetime | None
    """When the page was fetched, for relative times; None when the caller does not say."""
    absolute: Callable[[str], str | None]
    """Makes an address absolute."""
    account: bool = False
    """The layout's pages are signed by accounts, whose names are not people's."""


def _line(fragment: Fragment, context: Context) -> str | None:
    return fragment.text or None


def _beside(fragment: Fragment, context: Context) -> str | None:
    """Return a line beside the title; desks that have none to say repeat the title."""
    return fragment.text if fragment.text and fragment.text != context.values.get("title") else None


def _people(read: Callable[[str], tuple[Any, ...]]) -> Callable[[Fragment, Context], tuple[Any, ...]]:
    def reader(fragment: Fragment, context: Context) -> tuple[Any, ...]:
        found: dict[Any, None] = {}
        for part in fragment.parts:
            found.update(dict.fromkeys(read(part)))
        return tuple(found)

    return reader


READERS: dict[str, Callable[[Fragment, Context], Any]] = {
    "title": lambda fragment, context: read_title(fragment.text),
    "kicker": _beside,
    "subtitle": _beside,
    "standfirst": _line,
    "byline": lambda fragment, context: read_byline(fragment.text),
    "timestamp": lambda fragment, context: read_timestamp(fragment.text, reference=context.reference),
    "updated": lambda fragment, context: read_timestamp(fragment.text, reference=context.reference),
    "source": lambda fragment, context: read_source(fragment.text, fragment.links),
    "authors": lambda fragment, context: _authors(fragment, context),
    "editors": _people(read_editors),
    "breadcrumb": lambda fragment, context: read_breadcrumb(fragment),
    "keywords": lambda fragment, context: read_keywords(fragment),
    "body": lambda fragment, context: _body(fragment, context),
    "comments": lambda fragment, context: read_comments(fragment),
    "disclaimers": lambda fragment, context: split_disclaimers([block.text for block in fragment.blocks]),
    "related": lambda fragment, context: read_related(fragment),
    "pagination": lambda fragment, context: read_pagination(fragment),
    "footer": lambda fragment, context: read_footer(fragment.text),
}


_read_authors = _people(read_authors)
_LONGEST_ACCOUNT = 24


def _authors(fragment: Fragment, context: Context) -> tuple[Any, ...]:
    found = _read_authors(fragment, context)
    if not found and context.account and 0 < len(fragment.text) <= _LONGEST_ACCOUNT:
        return (Person(fragment.text, "author"),)
    return found


def _body(fragment: Fragment, context: Context) -> Any:
    reading = read_body(fragment.blocks, title=context.values.get("title"), absolute=context.absolute)
    return reading if reading.body else None
