"""
Which site is it?  The host of the url, else what the page says of itself, else where its links
lead, else its structure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsparse import adapters, families, urls
from newsparse.extract.page import Page
from newsparse.rules import Layout, Site

#: An address inside an address: archives and mirrors replay pages so.
_REPLAYED = re.compile(r"https?:/{1,2}[^/\s]+/.*?(https?:/{1,2}[^\s]+)")
#: Fewer links than these to one site prove nothing.
_FEWEST_LINKS = 5
#: What countries register names below.
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})


class Candidates:
    """
    The sites that the page's host or its links name, and what named them.
    """

    __slots__ = ("_led", "decided_by", "extra", "sites", "with_adapters")

    def __init__(self, sites: tuple[Site, ...], decided_by: str, extra: tuple[Site, ...], with_adapters: bool) -> None:
        self.sites, self.decided_by = sites, decided_by
        self.extra, self.with_adapters = extra, with_adapters
        self._led: bool | None = None

    def by_structure(self, page: Page) -> Iterator[tuple[Site, Sequence[Layout]]]:
        """Yield the sites, then the families, that have layouts whose landmarks or names stand on the page."""
        named = {site.slug for site in self.sites}
        # What names its outlet and fits none of its layouts may still be on a known CMS, but is not another outlet's.
        declared = () if self.sites else (*self.extra, *(adapters.sites() if self.with_adapters else ()))
        for site in (*declared, *(families.sites() if self.with_adapters else ())):
            if site.slug in named:
                continue
            layouts = [layout for layout in site.layouts if layout.elsewhere and present(layout, page)]
            if layouts and (not site.hosts or not self._strange(page) or page.mentions(site.hosts)):
                yield site, layouts

    def _strange(self, page: Page) -> bool:
        """Tell whether the links lead to an outlet that no adapter knows: names as plain as "artibody" prove less."""
        if self._led is None:
            self._led = _by_links(page, self.extra, self.with_adapters)[1]
        return self._led


def candidates(page: Page, extra: tuple[Site, ...], with_adapters: bool) -> Candidates:
    """
    Return the site that the page's address names: the caller's url, else canonical link, og:url or base.

    A page without any address belongs to the site that most of its links lead to.
    """
    decided_by = ""
    for decided_by, url in _addresses(page):
        site = _by_host(urls.host_of(url), extra, with_adapters)
        if site is None:
            inner = _REPLAYED.match(url)
            site = _by_host(urls.host_of(inner[1]), extra, with_adapters) if inner else None
        if site is not None:
            return Candidates((site,), decided_by, extra, with_adapters)
    site = None if decided_by else _by_links(page, extra, with_adapters)[0]
    if site is not None:
        return Candidates((site,), "links", extra, with_adapters)
    return Candidates((), "none", extra, with_adapters)


def _by_links(page: Page, extra: tuple[Site, ...], with_adapters: bool) -> tuple[Site | None, bool]:
    """Return the site that more links lead to than to any other, and whether another outlet has more of them."""
    links: Counter[str] = Counter()
    found: dict[str, Site] = {}
    for host, times in page.linked_hosts().items():
        site = _by_host(host, extra, with_adapters)
        if site is None:
            links[_owner(host)] += times
        else:
            links[site.slug] += times
            found[site.slug] = site
    top = links.most_common(1)
    if not top or top[0][1] < _FEWEST_LINKS:
        return None, False
    return found.get(top[0][0]), top[0][0] not in found


def _owner(host: str) -> str:
    """Return the registered name of a host, as far as it can be told without a list: ``hinews.cn``, ``jrj.com.cn``."""
    parts = host.split(".")
    return ".".join(parts[-3:] if len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else parts[-2:])


def _addresses(page: Page) -> Iterator[tuple[str, str]]:
    if page.url:
        yield "url", page.url
    for name in ("canonical", "og:url", "base"):
        url = page.address(name)
        if url:
            yield name, url


def _by_host(host: str | None, extra: tuple[Site, ...], with_adapters: bool) -> Site | None:
    if not host:
        return None
    for suffix in urls.suffixes(host) if extra else ():
        for site in extra:
            if suffix in site.hosts:
                return site
    return adapters.by_host(host) if with_adapters else None


def present(layout: Layout, page: Page) -> bool:
    """
    Tell quickly whether the layout may be the page's: the class and id names that its ``when`` asks for are there.
    """
    found = page.names
    # No generator: this is asked of all layouts of all sites where nothing names the outlet.
    for needed in _needed(layout):  # noqa: SIM110
        if needed <= found:
            return True
    return False


@lru_cache(maxsize=1024)
def _needed(layout: Layout) -> tuple[frozenset[str], ...]:
    """Return, for every alternative of ``when``, the names that the page must have."""
    return tuple(names(query) for query in layout.when)


_NAME = re.compile(r"[#.]([A-Za-z_][-\w]*)")
_NEGATED = re.compile(r":not\([^()]*\)")


def names(query: str) -> frozenset[str]:
    """
    Return the class and id names that a query asks for; of a list of queries those of none, any may match.

    A comment asks for none, whatever dots it holds.
    """
    return frozenset() if "," in query or query.startswith("<!--") else frozenset(_NAME.findall(_NEGATED.sub("", query)))
