"""
The fallback for pages of sites that nobody declared: itself a Site.
"""

from __future__ import annotations

from newsparse.document.outline import Outline
from newsparse.errors import PageError
from newsparse.generic import bodies, outlets, people, times
from newsparse.rules import Layout, Site, inferred

GENERIC = Site(
    name="generic",
    slug="generic",
    layouts=(
        Layout(
            name="generic",
            when="body",
            title=inferred(bodies.title),
            byline=inferred(people.byline),
            timestamp=inferred(times.timestamp),
            updated=inferred(times.updated),
            source=inferred(outlets.source),
            authors=inferred(people.authors),
            editors=inferred(people.editors),
            body=inferred(bodies.body),
        ),
    ),
)


def refuse(outline: Outline, url: str | None) -> None:
    """
    Raise PageError where the page is no article.
    """
    if not outline.lines:
        raise PageError(url, "empty", "no visible text")
