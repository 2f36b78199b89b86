"""
Which articles of a run are wanted: an article in, None or the reason to leave it out.
"""

from __future__ import annotations

import hashlib
import re
from datetime import datetime, timedelta, timezone
from urllib.parse import urlsplit

from attrs import frozen

from newsparse.model import Article

_CHINA = timezone(timedelta(hours=8))
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


@frozen(kw_only=True)
class Selection:
    """
    What a run keeps; empty, it keeps everything.
    """

    sites: frozenset[str] = frozenset()
    """Slugs of adapters, or hosts with all below them."""
    languages: frozenset[str] = frozenset()
    """BCP 47; ``zh`` is every kind of Chinese."""
    since: datetime | None = None
    until: datetime | None = None
    """One past the last moment wanted."""

    def reason(self, article: Article) -> str | None:
        """
        Return why the article is left out: ``site``, ``language``, ``no date`` or ``date``; None where it is kept.
        """
        if self.sites and not self._of_site(article):
            return "site"
        if self.languages and not self._in_language(article.language):
            return "language"
        if self.since is None and self.until is None:
            return None
        if article.timestamp is None:
            return "no date"
        moment = article.timestamp.value
        early = self.since is not None and moment < self.since
        late = self.until is not None and moment >= self.until
        return "date" if early or late else None

    def _of_site(self, article: Article) -> bool:
        if article.site in self.sites:
            return True
        host = article.host or ""
        while host:
            if host in self.sites:
                return True
            host = host.partition(".")[2]
        return False

    def _in_language(self, language: str | None) -> bool:
        return language is not None and (language in self.languages or language.partition("-")[0] in self.languages)


def beginning(text: str) -> datetime:
    """
    Return the first moment of a year, month or day, or the moment itself, at UTC+8 unless it says otherwise.

    Raises:
        ValueError: the text is no such date.
    """
    date = _DATE.match(text)
    if date:
        year, month, day = date.groups()
        return datetime(int(year), int(month or 1), int(day or 1), tzinfo=_CHINA)
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=_CHINA)


def end(text: str) -> datetime:
    """
    Return the moment after a year, month or day, or after the moment itself.

    Raises:
        ValueError: the text is no such date.
    """
    first = beginning(text)
    date = _DATE.match(text)
    if date is None:
        return first + timedelta(seconds=1)
    if date.group(3):
        return first + timedelta(days=1)
    if date.group(2):
        return (first + timedelta(days=31)).replace(day=1)
    return first.replace(year=first.year + 1)


def key(article: Article, by: str) -> int | None:
    """
    Return the number that duplicates share, None where the article gives no ground to say.

    Args:
        by: ``url``: the canonical address and, of an article on several pages, the page; ``text``: the story.
    """
    if by == "url":
        address = article.canonical_url or article.url
        page = article.pagination.page if article.pagination else 1
        material = f"{_address(address)} {page}" if address else ""
    else:
        material = "".join(article.text.split())
    if not material:
        return None
    digest = hashlib.blake2b(material.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _address(url: str) -> str:
    """The address as a name: neither scheme, nor fragment, nor the case of the host tell two pages apart."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.netloc or '').lower()}{parts.path or '/'}{query}"
