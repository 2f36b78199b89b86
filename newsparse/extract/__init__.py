"""
The evaluator: bytes in, ``Article`` and ``Trace`` out.

Theory.  A page belongs to a site (by its host), a site has layouts (by structure), a
layout has rules.  Where the layout declares a window and its landmarks are sound, only
the slices are parsed; else the whole page.  Both give the same article: rules search
below the layout's root, which the slices hold whole, and whatever stands outside the
tree (metadata, comments, scripts) is read from the text in both cases.

A layout that yields no title or no body is not the page's layout.  The generic reader
gives the timestamp that an outlet's layout did not find, and every field that a family's
layout, or a partial one, finds no place of: what an outlet prints is known, what stands
around the story of a page that happens to run on a known CMS is not.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from newsparse import urls
from newsparse.errors import PageError, UnknownSite
from newsparse.extract.assemble import absolute, assemble
from newsparse.extract.evaluate import Evaluation, absent, matches
from newsparse.extract.foreign import foreign
from newsparse.extract.options import Options, confident, options_of
from newsparse.extract.page import Page
from newsparse.extract.readers import Context
from newsparse.extract.route import Candidates, candidates
from newsparse.model import Article
from newsparse.provenance import Trace
from newsparse.rules import RULE_FIELDS, Layout, Site

__all__ = ["Options", "extract", "options_of"]

#: Without these there is no article, so the generic reader fills them where an adapter's rules fail.
_NEEDED = ("title", "body", "timestamp")
#: What the body is read for, besides itself.
_IN_BODY = frozenset({"authors", "editors", "source", "dateline", "disclaimers", "language", "captions", "text"})


def extract(
    data: bytes | str, *, url: str | None, charset: str | None, options: Options, trace: Trace | None = None
) -> Article:
    """
    Return the page's article.

    Raises:
        PageError: the page is empty, too large or no article.
        UnknownSite: no adapter knows it, and ``options.declared_only`` is set.
    """
    if not data:
        raise PageError(url, "empty", "no bytes")
    if options.max_bytes is not None and len(data) > options.max_bytes:
        raise PageError(url, "too_large", f"{len(data)} bytes, the limit is {options.max_bytes}")
    page = Page(data, url, charset, options.engine)
    article = _declared(page, options, trace) if options.adapters or options.sites else None
    if article is None:
        if options.declared_only:
            raise UnknownSite(urls.host_of(url) if url else None)
        try:
            article = _generic(page, options, trace)
        except PageError as error:
            shown = foreign(data) if error.reason in ("index", "no_article") else None
            if shown is None:
                raise
            raise PageError(url, "not_html", shown) from None
    if trace is not None:
        trace.decoded = page.decoded
    return article if options.min_confidence is None else confident(article, options.min_confidence)


def _declared(page: Page, options: Options, trace: Trace | None) -> Article | None:
    """Return the article by a declared layout, None where no layout fits."""
    known: Candidates = candidates(page, options.sites, options.adapters)
    for site in known.sites:
        article = _window(page, site, options, trace) if options.windows else None
        article = article or _whole(page, site, site.layouts, options, trace)
        if article is not None:
            return _decided(article, known.decided_by, trace)
    for site, layouts in known.by_structure(page):
        article = _whole(page, site, layouts, options, trace)
        if article is not None:
            return _decided(article, "structure", trace)
    return None


def _window(page: Page, site: Site, options: Options, trace: Trace | None) -> Article | None:
    """Return the article from slices of the page, None where the whole page must be parsed."""
    for layout in site.layouts:
        if not layout.window:
            continue
        document = page.window(layout.window)
        if document is None:
            if page.window_reason and not page.window_reason.startswith("landmark missing"):
                break
            continue
        if not matches(layout, document, page):
            page.window_reason = "structure not in the slice"
            break
        before = len(trace.found) if trace is not None else 0
        evaluation = _evaluate(layout, document, page, options, trace)
        if not _missing(evaluation, options):
            return _finish(page, site, layout, evaluation, options, trace, "window")
        page.window_reason = "a needed field is not in the slice"
        if trace is not None:
            del trace.found[before:]
        break
    if trace is not None:
        trace.path_reason = page.window_reason
    return None


def _whole(
    page: Page, site: Site, layouts: Sequence[Layout], options: Options, trace: Trace | None
) -> Article | None:
    """Return the article from the whole page by the first layout that fits and yields a title and a body."""
    for layout in layouts:
        if not matches(layout, page.document, page):
            continue
        before = len(trace.found) if trace is not None else 0
        evaluation = _evaluate(layout, page.document, page, options, trace)
        if _usable(evaluation, options):
            _fill(evaluation, page, options, trace, _unsaid(evaluation) if layout.partial or not site.hosts else _NEEDED)
        if "title" in evaluation.values and _usable(evaluation, options):
            return _finish(page, site, layout, evaluation, options, trace, "whole")
        if trace is not None:
            trace.notes.append(f"{site.slug}/{layout.name} matched, but gave no title or no body")
            del trace.found[before:]
    return None


def _generic(page: Page, options: Options, trace: Trace | None) -> Article:
    """Return the article by the generic reader, or raise why there is none."""
    # Imported here: where an adapter knows the page, starting must not wait for it.
    from newsparse.generic import GENERIC, kind, refuse

    layout = GENERIC.layouts[0]
    refuse(page.outline, page.url)
    # Its rules are heuristics on the outline, which may have been made without a document.
    evaluation = _evaluate(layout, None, page, options, trace)
    if not _usable(evaluation, options):
        raise PageError(page.url, "no_article", "no title and text that belong together")
    evaluation.values["kind"] = kind(page.outline)
    return _decided(_finish(page, GENERIC, layout, evaluation, options, trace, "whole"), "generic", trace)


def _evaluate(
    layout: Layout, document: Any, page: Page, options: Options, trace: Trace | None
) -> Evaluation:
    context = Context({}, options.reference, absolute(page.url), layout.account)
    evaluation = Evaluation(layout, document, page, context, trace)
    evaluation.run(_needed(options.fields))
    return evaluation


def _needed(wanted: Collection[str] | None) -> Collection[str] | None:
    """Return the rule fields to read for the fields that were asked for."""
    if wanted is None:
        return None
    needed = {*wanted, "title"}
    if needed & _IN_BODY:
        needed.add("body")
    if "authors" in needed:
        needed.update(("byline", "source"))
    return needed


def _missing(evaluation: Evaluation, options: Options, asked: Collection[str] = _NEEDED) -> set[str]:
    """Return those of the fields that are asked for, that the page may have and the rules did not find."""
    values, never, needed = evaluation.values, absent(evaluation.layout), _needed(options.fields)
    return {
        name for name in asked if name not in values and name not in never and (needed is None or name in needed)
    }


def _usable(evaluation: Evaluation, options: Options) -> bool:
    """Tell whether the layout's own rules gave what it speaks of: of a CMS the story may be all that is known."""
    values, needed = evaluation.values, _needed(options.fields)
    return ("title" in values or not evaluation.layout.title) and ("body" in values or (needed is not None and "body" not in needed))


def _unsaid(evaluation: Evaluation) -> tuple[str, ...]:
    """Return the fields that are left to the generic reader: a CMS proves where some stand, not where all do."""
    said = evaluation.blank - set(_NEEDED)
    if "byline" in said or "byline" in evaluation.values:
        # An empty byline says that nobody is named: names are not looked for elsewhere.
        said.add("authors")
    return tuple(name for name in RULE_FIELDS if name not in said)


def _fill(
    evaluation: Evaluation, page: Page, options: Options, trace: Trace | None, asked: tuple[str, ...] = _NEEDED
) -> None:
    """Let the generic reader give what the layout's rules did not find: of an outlet's own template the timestamp alone."""
    missing = _missing(evaluation, options, asked)
    if missing:
        from newsparse.generic import GENERIC

        generic = Evaluation(GENERIC.layouts[0], page.document, page, evaluation.context, trace)
        generic.run(missing)
        evaluation.confidence.update(generic.confidence)


def _finish(
    page: Page,
    site: Site,
    layout: Layout,
    evaluation: Evaluation,
    options: Options,
    trace: Trace | None,
    path: str,
) -> Article:
    if trace is not None:
        trace.site, trace.layout, trace.path = site.slug, layout.name, path
    return assemble(page, site, layout, evaluation.values, evaluation.confidence, options.fields)


def _decided(article: Article, decided_by: str, trace: Trace | None) -> Article:
    if trace is not None:
        trace.decided_by = decided_by
    return article
