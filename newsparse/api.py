"""
The whole library on one page: ``parse``, ``parse_many``, ``parse_text``, ``explain``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import frozen

from newsparse.errors import NewsparseError, PageError
from newsparse.extract import extract, options_of
from newsparse.extract.options import MAX_BYTES
from newsparse.model import Article
from newsparse.provenance import Trace
from newsparse.rules import Site
from newsparse.values import Value

if TYPE_CHECKING:
    from newsparse.batch.pool import Result

#: A page for ``parse_many``: its data, (data, url), or a mapping with ``data`` or ``html``, ``url``, ``charset``.
PageLike: TypeAlias = bytes | str | tuple[bytes | str, str | None] | Mapping[str, Any]


@frozen(eq=False, repr=False)
class Explanation(Value):
    """
    An article, and where each of its fields came from.
    """

    article: Article | None
    """None where the page gave none."""
    trace: Trace
    error: NewsparseError | None = None
    """Why there is no article."""


def parse(
    data: bytes | str,
    *,
    url: str | None = None,
    charset: str | None = None,
    fields: Iterable[str] | None = None,
    sites: Iterable[Site] = (),
    adapters: bool = True,
    declared_only: bool = False,
    reference: datetime | None = None,
    min_confidence: float | None = None,
    max_bytes: int | None = MAX_BYTES,
) -> Article:
    """
    Return the article of a page.

    Args:
        data: the bytes of the response, before any decoding (preferred), or text.
        url: its address; decides the site, makes links absolute. Nothing is fetched.
        charset: from the HTTP header, None when unknown.
        fields: names of ``Article`` fields; the rest is not read. None: all.
        sites: further sites, tried before those of the package.
        adapters: False leaves everything to the generic reader.
        declared_only: refuse pages that no adapter or family knows.
        reference: when the page was fetched (aware), for ``3小时前`` and dates without a year; None leaves those out.
        min_confidence: empties fields that the generic reader is less sure of, 0 to 1.
        max_bytes: larger pages are refused; None: no limit.

    Raises:
        PageError: the page is empty, too large, undecodable or no article; ``reason`` says which.
        UnknownSite: only with ``declared_only``.
        AdapterError: one of ``sites`` is broken.
    """
    options = options_of(
        fields=fields,
        sites=sites,
        adapters=adapters,
        declared_only=declared_only,
        reference=reference,
        min_confidence=min_confidence,
        max_bytes=max_bytes,
    )
    return extract(data, url=url, charset=charset, options=options)


def explain(
    data: bytes | str,
    *,
    url: str | None = None,
    charset: str | None = None,
    fields: Iterable[str] | None = None,
    sites: Iterable[Site] = (),
    adapters: bool = True,
    reference: datetime | None = None,
) -> Explanation:
    """
    Return the same article with its trace: which site, layout and rule produced which field, from which text.

    The arguments are those of ``parse``.  A page without an article is explained too: ``error`` says why.
    """
    trace = Trace()
    options = options_of(fields=fields, sites=sites, adapters=adapters, reference=reference)
    try:
        article = extract(data, url=url, charset=charset, options=options, trace=trace)
    except PageError as error:
        return Explanation(None, trace, error)
    return Explanation(article, trace)


def parse_text(text: str, *, url: str | None = None, reference: datetime | None = None) -> Article:
    """
    Return the article of a page that survives only as rendered text: a line a block, as a browser copies it.

    Raises:
        PageError: the text holds no article.
    """
    from newsparse.textpage import read

    return read(text, url=url, reference=reference)


def parse_many(pages: Iterable[PageLike], *, workers: int = 1, **options: Any) -> Iterator[Result]:
    """
    Yield a result for every page, in order; a page that fails is a result with its error.

    Args:
        pages: bytes, text, (data, url) pairs, or mappings with ``data`` (or ``html``), ``url`` and ``charset``.
            Consumed as results are taken, a bounded number ahead.
        workers: processes; 1 parses here.
        options: those of ``parse``.
    """
    from newsparse.batch.pool import parse_pages

    return parse_pages(pages, workers=workers, **options)
