"""
An article as a line of JSON, written by the extension: from the values to the bytes, without dicts in between.

What is written of each kind stands here in the order of ``json.to_dict``, which remains the definition: the tests
compare both.  Of values that encoders write in more than one way, or not at all, the extension says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from newsparse.document.compiled import extension
from newsparse.model import (
    Article,
    Comment,
    Comments,
    Crosshead,
    Dateline,
    Disclaimer,
    Footer,
    Image,
    Link,
    List,
    Pagination,
    Paragraph,
    Person,
    Quote,
    Table,
    Timestamp,
    Video,
)

native = extension("newsparse.output._line")

#: What is written first, what gives the value, and how that is written: as it is (None), by a function, or by its kind.
_Step = tuple[bytes, Any, Any]
_Kinds = dict[type, tuple[_Step, ...]]


def _steps(kind: type, names: str, **how: Any) -> _Kinds:
    """Return the steps for the attributes of a class; ``title=name`` writes the name as title."""
    steps, before = [], b""
    for name in names.split():
        label, _, attribute = name.partition("=")
        before += b"," + json.dumps(label).encode() + b":"
        gives = vars(kind)[attribute or label]
        if isinstance(gives, str):
            # The same in all of them, so it is part of what the next one begins with.
            before += json.dumps(gives).encode()
            continue
        steps.append((before, gives, how.get(label)))
        before = b""
    return {kind: tuple(steps)}


_LINKS = _steps(Link, "name url")
_PEOPLE = _steps(Person, "name role")
_BLOCKS = (
    _steps(Paragraph, "kind text")
    | _steps(Crosshead, "kind text")
    | _steps(Quote, "kind text")
    | _steps(Image, "kind url caption credit")
    | _steps(Video, "kind url caption")
    | _steps(List, "kind text items")
    | _steps(Table, "kind text rows")
)
_NAMES = (
    "url canonical_url host site layout kind language title kicker subtitle standfirst timestamp updated source byline"
    " authors editors dateline breadcrumb keywords body captions comments disclaimers related pagination footer"
    " is_reprint confidence"
)
_ARTICLE = _steps(
    Article,
    _NAMES,
    timestamp=Timestamp.isoformat,
    updated=Timestamp.isoformat,
    source=_LINKS,
    authors=_PEOPLE,
    editors=_PEOPLE,
    dateline=_steps(Dateline, "agency place date"),
    breadcrumb=_LINKS,
    body=_BLOCKS,
    comments=_steps(Comments, "count url form items", items=_steps(Comment, "author time text")),
    disclaimers=_steps(Disclaimer, "kind text"),
    related=_steps(Link, "title=name url"),
    pagination=_steps(Pagination, "page pages urls"),
    footer=_steps(Footer, "licences owner counsel"),
)
_OWN = frozenset(_NAMES.split())


def written(article: Article, first: Mapping[str, Any]) -> bytes | None:
    """
    Return the line, None where Python must write it.

    Args:
        first: what stands before the article's own keys.
    """
    if native is None or not _OWN.isdisjoint(first):
        return None
    line: bytes | None = native.line(article, _ARTICLE, first)
    return line
