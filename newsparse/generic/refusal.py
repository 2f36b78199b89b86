"""
Which pages are no articles.
"""

from __future__ import annotations

from newsparse.document.outline import Outline
from newsparse.errors import PageError


def refuse(outline: Outline, url: str | None) -> None:
    """
    Raise PageError where the page is no article.
    """
    if not any(line.text for line in outline.lines):
        raise PageError(url, "empty", "no visible text")
