"""
Addresses: the host that chooses the adapter, links made absolute, addresses without what does not belong to them.

Strings in, strings or None out.  Nothing here raises, whatever a page puts into its
``href``, nothing asks the network, and no list of public suffixes is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsparse import lazy

_AUTHORITY = lazy.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}(?:[^/\\?#]*@)?(\[[0-9a-f:.]+\]|[^/\\?#:@\s\[\]]+)", re.I)
#: The usual address, whose host is written as it is returned.
_USUAL = lazy.compile(r"https?://([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/?#]|\Z)")
#: An address without its scheme: a host, then a path or nothing.
_BARE = lazy.compile(r"\s*((?:[a-z0-9-]+\.){1,8}[a-z]{2,20})(?::\d{1,5})?(?=[/?#]|\s*$)", re.I)
#: The last part of a name that is a file's, not a host's.
_FILE_TYPES = frozenset(
    {"asp", "aspx", "gz", "htm", "html", "json", "jsonl", "jsp", "php", "shtml", "txt", "warc", "xml"}
)

_NAME = lazy.compile(r"[a-z0-9._-]+")
_SCHEME = lazy.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_FOLLOWED = frozenset({"http", "https", "ftp"})
#: An address that is absolute and needs no mending, user names apart.
_WHOLE = lazy.compile(r"https?://[a-zA-Z0-9.-]+(?::\d{1,5})?(?:[/?#][!-\[\]-~]*)?")
#: A link without a scheme that needs no mending either.
_CLEAN = lazy.compile(r"[!-9;-\[\]-~]+")
_DROPPED = str.maketrans("", "", "\t\r\n")
_BASE = lazy.compile(r"((?:https?|ftp):)(//[^/?#\\]+)([^?#]*/)?", re.I)

_PAGE_SUFFIX = lazy.compile(r"(/content_\d+)_\d+(\.s?html?)(?=$|[?#])", re.I)

#: Query keys that say how a reader came here: WeChat's, Alibaba's and the advertisers'.
_TRACKERS = frozenset({"from", "isappinstalled", "spm", "nsukey", "fbclid", "gclid"})
#: Fragments that WeChat hangs on what is shared there.
_TRACKING_FRAGMENTS = frozenset({"rd", "wechat_redirect"})


def host_of(url: str) -> str | None:
    """
    Return the host in lower case, without user, port and final dot, as IDNA where it is not ASCII.

    Returns:
        None for addresses that name no host (``file:///…``, a path, nonsense).
    """
    found = _USUAL.match(url)
    return _any_host(url) if found is None else found[1]


def _any_host(url: str) -> str | None:
    """
    Return what ``host_of`` does, of whatever is given as an address.
    """
    found = _AUTHORITY.match(url)
    if found is None:
        found = _BARE.match(url)
        if found is None or found[1].rpartition(".")[2].lower() in _FILE_TYPES:
            return None
    host = found[1].strip("[]").rstrip(".").lower()
    if not host.isascii():
        try:
            encoded = str(host.encode("idna"), "ascii")
        except UnicodeError:  # not a name that could be registered; it names the site all the same
            return host
        return encoded if _NAME.fullmatch(encoded) else host
    return host or None


def suffixes(host: str | None) -> Iterator[str]:
    """
    Yield the host and its parents: ``money.hangzhou.com.cn``, ``hangzhou.com.cn``, ``com.cn``, ``cn``.
    """
    while host:
        yield host
        host = host.partition(".")[2]


def join(base: str | None, href: str | None) -> str | None:
    """
    Return the link as an absolute address.

    Returns:
        None for what cannot be followed: ``javascript:``, ``mailto:``, ``data:``, ``#``, nothing,
        a relative link without a base.
    """
    if href and _WHOLE.fullmatch(href):
        return href
    if href and _CLEAN.fullmatch(href):
        return _relative(base, href) if base and href != "#" else None
    return _any_link(base, href)


def _any_link(base: str | None, href: str | None) -> str | None:
    """
    Return what ``join`` does, of whatever a page writes.
    """
    href = (href or "").strip().translate(_DROPPED)
    if not href or href == "#":
        return None
    if "\\" in href:
        path, mark, query = href.partition("?")
        href = path.replace("\\", "/") + mark + query
    scheme = _SCHEME.match(href)
    if scheme is not None:
        if scheme[1].lower() not in _FOLLOWED:
            return None
        if href.startswith("//", scheme.end()):
            return href if _AUTHORITY.match(href) else None
    return _relative(base, href) if base else None


def strip_page_suffix(url: str) -> str:
    """
    Return the address of the first page of a paged article of Founder's CMS.

    ``content_N_2.htm`` is its second page, ``content_N_0.htm`` all of it on one page.
    """
    return _PAGE_SUFFIX.sub(r"\1\2", url, count=1) if "/content_" in url else url


def strip_trackers(url: str) -> str:
    """
    Return the address without the parameters that say how a reader came to it; the others stay as they are.
    """
    rest, hash_, fragment = url.partition("#")
    if fragment in _TRACKING_FRAGMENTS:
        hash_ = fragment = ""
    path, mark, query = rest.partition("?")
    if mark:
        kept = [pair for pair in query.split("&") if not _tracks(pair)]
        query = "&".join(kept)
        mark = "?" if query else ""
    return path + mark + query + hash_ + fragment


def _tracks(pair: str) -> bool:
    """
    Tell whether a ``key=value`` of a query is a tracker.
    """
    key = pair.partition("=")[0].lower()
    return key in _TRACKERS or key.startswith("utm_")


def _relative(base: str, href: str) -> str | None:
    """
    Return the absolute address of a link that names no scheme, or that has one and no host.
    """
    parts = _parts(base)
    if parts is None:
        return None
    if "/." not in href and href[0] not in "?#." and ":" not in href:
        # The usual forms need no parser.
        scheme, authority, folder = parts
        if href.startswith("//"):
            return scheme + href if _AUTHORITY.match(href) else None
        return f"{scheme}{authority}{href}" if href[0] == "/" else f"{scheme}{authority}{folder}{href}"
    from urllib.parse import urljoin  # few links need it, and it takes as long to import as a page to parse

    try:
        joined = urljoin(base.strip(), href)
    except ValueError:  # brackets that are no IPv6 address
        return None
    return joined if _AUTHORITY.match(joined) else None


@lru_cache(maxsize=256)
def _parts(base: str) -> tuple[str, str, str] | None:
    """
    Return ``https:``, ``//host`` and ``/folder/`` of an address, None when it is not absolute.
    """
    found = _BASE.match(base.strip())
    if found is None:
        return None
    return found[1], found[2], found[3] or "/"
