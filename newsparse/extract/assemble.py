"""
Values and what the body itself says, joined into an ``Article``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

import attrs

from newsparse import urls
from newsparse.extract.page import Page
from newsparse.fields.body import BodyReading
from newsparse.fields.credits import read_authors
from newsparse.fields.language import read_language
from newsparse.fields.pages import page_of_url
from newsparse.model import Article, Comments, Link, Pagination, Person
from newsparse.rules import Layout, Site
from newsparse.vocabulary.mastheads import is_outlet

_NO_BODY = BodyReading(())
#: So many characters tell which script a story is written in.
_TOLD = 80


def absolute(base: str | None) -> Callable[[str], str | None]:
    """
    Return a function that makes addresses absolute; without a base they stay as written.
    """
    return (lambda href: urls.join(base, href)) if base else (lambda href: href)


def assemble(
    page: Page,
    site: Site,
    layout: Layout,
    values: Mapping[str, Any],
    confidence: Mapping[str, float],
    wanted: Collection[str] | None,
) -> Article:
    """
    Return the article; a field that nothing gave is None or empty.
    """
    body: BodyReading = values.get("body") or _NO_BODY
    get = values.get
    base = page.url or page.address("base")
    source = get("source") or body.source
    authors = _merge(get("authors") or _from_byline(get("byline")), body.authors)
    if not authors and layout.account and source and not is_outlet(source.name):
        authors = (Person(source.name, "author"),)
    article = Article(
        url=page.url,
        canonical_url=_canonical(page, wanted),
        host=urls.host_of(page.url) if page.url else None,
        site=site.slug or site.name,
        layout=layout.name,
        kind=get("kind") or layout.kind,
        language=_language(get("title"), body, wanted),
        title=get("title"),
        kicker=get("kicker"),
        subtitle=get("subtitle"),
        standfirst=get("standfirst"),
        timestamp=get("timestamp"),
        updated=get("updated"),
        source=_link(source, base) if source else None,
        byline=get("byline"),
        authors=authors,
        editors=_merge(get("editors") or (), body.editors),
        dateline=body.dateline,
        breadcrumb=_links(get("breadcrumb") or (), base),
        keywords=get("keywords") or (),
        body=body.body,
        comments=_comments(get("comments"), base),
        disclaimers=_disclaimers(get("disclaimers") or (), body),
        related=_links(get("related") or (), base),
        pagination=_pagination(page, get("pagination"), base),
        footer=get("footer"),
        is_reprint=_is_reprint(site, source),
        confidence=dict(confidence) if confidence else None,
    )
    return article if wanted is None else _only(article, wanted)


def _from_byline(byline: str | None) -> tuple[Person, ...]:
    return read_authors(byline) if byline else ()


def _merge(first: tuple[Person, ...], second: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return both, each name once; the first's roles win."""
    if not second or not first:
        return first or second
    known = {person.name for person in first}
    return first + tuple(person for person in second if person.name not in known)


def _disclaimers(declared: tuple[Any, ...], body: BodyReading) -> tuple[Any, ...]:
    if not body.disclaimers or not declared:
        return declared or body.disclaimers
    known = {item.text for item in declared}
    return tuple(item for item in body.disclaimers if item.text not in known) + declared


def _canonical(page: Page, wanted: Collection[str] | None) -> str | None:
    if wanted is not None and "canonical_url" not in wanted:
        return None
    declared = page.address("canonical") or page.address("og:url")
    if declared and page.url:
        declared = urls.join(page.url, declared)
    if declared and declared.startswith(("http://", "https://")):
        return declared
    return urls.strip_page_suffix(urls.strip_trackers(page.url)) if page.url else None


def _language(title: str | None, body: BodyReading, wanted: Collection[str] | None) -> str | None:
    if wanted is not None and "language" not in wanted:
        return None
    text = title or ""
    for block in body.body:
        if len(text) > _TOLD:
            break
        text += block.text[:_TOLD]
    return read_language(text)


def _link(link: Link, base: str | None) -> Link:
    if link.url is None or base is None:
        return link
    url = urls.join(base, link.url)
    # Most are absolute as they stand.
    return link if url == link.url else Link(link.name, url)


def _links(links: tuple[Link, ...], base: str | None) -> tuple[Link, ...]:
    return tuple([_link(link, base) for link in links]) if links and base is not None else links


def _comments(found: Comments | None, base: str | None) -> Comments | None:
    if found is None or found.url is None or base is None:
        return found
    return attrs.evolve(found, url=urls.join(base, found.url))


def _pagination(page: Page, found: Pagination | None, base: str | None) -> Pagination | None:
    if found is None:
        return None
    addresses = tuple(filter(None, (urls.join(base, url) if base else url for url in found.urls)))
    number = page_of_url(page.url) if page.url else None
    # What the pager shows counts more: some outlets number their addresses from 0.
    page_number = found.page or (1 if number is None else number)
    return Pagination(page=page_number, pages=found.pages, urls=addresses)


def _is_reprint(site: Site, source: Link | None) -> bool | None:
    if source is None or not site.own:
        return None
    return not any(source.name.startswith(own) for own in site.own)


def _only(article: Article, wanted: Collection[str]) -> Article:
    """Return the article with the unwanted fields emptied."""
    keep = {*wanted, "url", "host", "site", "layout", "kind"}
    if keep & {"text", "captions", "lede"}:
        # They are properties of the body.
        keep.add("body")
    empty: dict[str, Any] = {a.name: a.default for a in attrs.fields(Article) if a.name not in keep}
    return attrs.evolve(article, **empty)
