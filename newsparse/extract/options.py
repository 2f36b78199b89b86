"""
How to parse: the options of a run, checked once and the same for every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import attrs
from attrs import frozen

from newsparse import adapters
from newsparse.document.lexbor import LexborDocument
from newsparse.model import Article
from newsparse.rules import Site

#: Pages over this many bytes are refused unless the caller says otherwise.
MAX_BYTES = 16 << 20
#: Properties of ``Article`` that may be asked for like fields.
_DERIVED = frozenset({"text", "captions", "lede"})


@frozen(kw_only=True)
class Options:
    """
    How to parse.
    """

    fields: frozenset[str] | None = None
    """Names of ``Article`` fields; None reads all."""
    sites: tuple[Site, ...] = ()
    """Sites of the caller, tried before those of the package."""
    adapters: bool = True
    """False leaves everything to the generic reader."""
    declared_only: bool = False
    """Refuse pages that no adapter or family knows."""
    reference: datetime | None = None
    """When the page was fetched; None leaves relative times out."""
    min_confidence: float | None = None
    """Empties fields that the generic reader is less sure of."""
    max_bytes: int | None = MAX_BYTES
    windows: bool = True
    """False parses whole pages only; the articles are the same."""
    engine: Callable[[str], Any] = LexborDocument
    """Makes a document of text; the reference engine is ``document.libxml2.Libxml2Document``."""


def options_of(*, fields: Iterable[str] | str | None = None, sites: Iterable[Site] = (), **rest: Any) -> Options:
    """
    Return the options of a run, checked.

    Args:
        fields: names of ``Article`` fields; None: all.
        sites: sites of the caller.
        rest: the other attributes of ``Options``.

    Raises:
        AdapterError: one of ``sites`` is broken.
        ValueError: ``fields`` names no field of ``Article``.
    """
    checked = tuple(sites)
    for site in checked:
        adapters.check(site)
    return Options(sites=checked, fields=None if fields is None else _known(fields), **rest)


def _known(names: Iterable[str] | str) -> frozenset[str]:
    wanted = frozenset([names] if isinstance(names, str) else names)
    unknown = wanted - {a.name for a in attrs.fields(Article)} - _DERIVED
    if unknown:
        raise ValueError(f"no such field: {', '.join(sorted(unknown))}")
    return wanted


def confident(article: Article, least: float) -> Article:
    """
    Return the article without the values that the generic reader is less sure of than ``least``.
    """
    doubtful = {name for name, sure in (article.confidence or {}).items() if sure < least}
    defaults: dict[str, Any] = {a.name: a.default for a in attrs.fields(Article) if a.name in doubtful}
    return attrs.evolve(article, **defaults) if defaults else article
