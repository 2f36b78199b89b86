"""
What can go wrong, and whose mistake it is.

    NewsparseError
    ├── AdapterError   ours: an adapter that cannot be loaded
    ├── PageError      theirs: a page that is not an article, or not readable
    └── UnknownSite    the caller asked for declared sites only

All are attrs classes, so that they survive pickling between worker processes
with their attributes; a plain exception with an ``__init__`` of its own does not.
"""

from __future__ import annotations

import attrs


class NewsparseError(Exception):
    """
    The root of everything that newsparse raises on purpose.
    """


@attrs.frozen(auto_exc=True)
class AdapterError(NewsparseError):
    """
    An adapter is broken: raised when it is loaded, never for a page.

    Attributes:
        site: the name of the site, or the module that should define it.
        layout: the layout's name, None when the site itself is at fault.
        field: the field whose rule is broken, None when no single field is.
        rule: the rule as written, None when no single rule is.
        reason: what is wrong, in words.
    """

    site: str
    layout: str | None
    field: str | None
    rule: str | None
    reason: str

    def __str__(self) -> str:
        place = " / ".join(part for part in (self.site, self.layout, self.field) if part)
        rule = f" in {self.rule!r}" if self.rule else ""
        return f"{place}: {self.reason}{rule}"


@attrs.frozen(auto_exc=True)
class PageError(NewsparseError):
    """
    A page gives no article.

    Attributes:
        url: the url given by the caller, None when none was.
        reason: one of the machine-readable words in ``REASONS``.
        message: the same in words, with what was seen.
    """

    url: str | None
    reason: str
    message: str = ""

    def __str__(self) -> str:
        text = f"{self.reason}: {self.message}" if self.message else self.reason
        return f"{text} ({self.url})" if self.url else text


#: Every ``PageError.reason`` and what it means.
REASONS = {
    "empty": "no bytes, or nothing but white space and markup",
    "undecodable": "the bytes are not text in any encoding known here",
    "too_large": "over the size limit, or nested too deep for a parser",
    "not_found": "an error page (404 and its kin)",
    "index": "a list, channel, search or home page: links, no story",
    "login": "a login or pay wall instead of a story",
    "no_article": "no title and body could be found",
    "not_html": "not a page at all (an image, a script, an archive)",
}


@attrs.frozen(auto_exc=True)
class UnknownSite(NewsparseError):
    """
    No adapter is declared for the page, and the caller asked for declared sites only.
    """

    host: str | None

    def __str__(self) -> str:
        return f"no adapter for {self.host or 'a page without a url'}"
