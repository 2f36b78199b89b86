"""
An article as a line of JSON, written by the extension: a fifth of what dicts and an encoder take.

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
    Video,
)

_native = extension("newsparse.output._line")

#: A label, the attribute's name, and how it is written: as it is (None), as text (``str``), or by the kinds of its values.
_Step = tuple[bytes, str, Any]
_Kinds = dict[type, tuple[_Step, ...]]


def _steps(names: str, **how: Any) -> tuple[_Step, ...]:
    """Return the steps for some attributes; ``title=name`` writes the name as title."""
    steps = []
    for name in names.split():
        label, _, attribute = name.partition("=")
        steps.append((json.dumps(label).encode() + b":", attribute or label, how.get(label)))
    return tuple(steps)


_LINKS: _Kinds = {Link: _steps("name url")}
_PEOPLE: _Kinds = {Person: _steps("name role")}
_BLOCKS: _Kinds = {
    Paragraph: _steps("kind text"),
    Crosshead: _steps("kind text"),
    Quote: _steps("kind text"),
    Image: _steps("kind url caption credit"),
    Video: _steps("kind url caption"),
    List: _steps("kind text items"),
    Table: _steps("kind text rows"),
}
_COMMENTS: _Kinds = {Comments: _steps("count url form items", items={Comment: _steps("author time text")})}
_ARTICLE: _Kinds = {
    Article: _steps(
        "url canonical_url host site layout kind language title kicker subtitle standfirst timestamp updated source byline"
        " authors editors dateline breadcrumb keywords body captions comments disclaimers related pagination footer"
        " is_reprint confidence",
        timestamp=str,
        updated=str,
        source=_LINKS,
        authors=_PEOPLE,
        editors=_PEOPLE,
        dateline={Dateline: _steps("agency place date")},
        breadcrumb=_LINKS,
        body=_BLOCKS,
        comments=_COMMENTS,
        disclaimers={Disclaimer: _steps("kind text")},
        related={Link: _steps("title=name url")},
        pagination={Pagination: _steps("page pages urls")},
        footer={Footer: _steps("licences owner counsel")},
    )
}
_NAMES = frozenset(name for _, name, _ in _ARTICLE[Article])


def written(article: Article, first: Mapping[str, Any]) -> bytes | None:
    """
    Return the line, None where Python must write it.

    Args:
        first: what stands before the article's own keys.
    """
    if _native is None or not _NAMES.isdisjoint(first):
        return None
    line: bytes | None = _native.line(article, _ARTICLE, first)
    return line
