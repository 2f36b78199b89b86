"""
The fallback for pages of sites that nobody declared: itself a Site.
"""

from __future__ import annotations

from newsparse.document.outline import Outline
from newsparse.errors import PageError
from newsparse.rules import Layout, Site

GENERIC = Site(
    name="generic",
    slug="generic",
    layouts=(Layout(name="generic", when="body", title="h1", body="article"),),
)


def refuse(outline: Outline, url: str | None) -> None:
    """
    Raise PageError where the page is no article.
    """
    if not outline.blocks:
        raise PageError(url, "empty", "no visible text")
