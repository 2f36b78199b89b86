"""
The fallback for pages of sites that nobody declared: itself a Site.
"""

from __future__ import annotations

from newsparse.document.outline import Outline
from newsparse.errors import PageError
from newsparse.generic import facts
from newsparse.rules import Layout, Site, inferred

GENERIC = Site(
    name="generic",
    slug="generic",
    layouts=(
        Layout(
            name="generic",
            when="body",
            title=inferred(facts.title),
            timestamp=inferred(facts.timestamp),
            source=inferred(facts.source),
            authors=inferred(facts.authors),
            editors=inferred(facts.editors),
            body=inferred(facts.body),
        ),
    ),
)


def refuse(outline: Outline, url: str | None) -> None:
    """
    Raise PageError where the page is no article.
    """
    if not outline.lines:
        raise PageError(url, "empty", "no visible text")
