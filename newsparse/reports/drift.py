"""
Drift: how often every rule matched over many pages, so that a redesign shows before the corpus is spoilt.

A template change turns several fields of a layout from won or empty to no-match at once, or leaves
pages of a declared host without any layout; a kicker that is merely blank today does neither.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs
from attrs import frozen

from newsparse import adapters, urls
from newsparse.api import explain
from newsparse.batch.inputs import Inputs
from newsparse.batch.page import Item, Page
from newsparse.batch.readers import Tally, reader
from newsparse.provenance import EMPTY, NO_MATCH, UNREAD, WON, Trace
from newsparse.rules import Site

#: Stands in place of a layout for the pages of a declared host that fit none.
UNKNOWN = "no layout"
#: Fields that every story prints where its layout declares them; without one of these missing, no template has changed.
_CORE = frozenset({"title", "timestamp", "source", "body"})
_RANK = {WON: 0, EMPTY: 1, UNREAD: 2, NO_MATCH: 3}


@frozen
class Seen:
    """
    One article, as far as drift needs it.
    """

    declared: str | None
    """The site that is declared for the page's host, None where none is."""
    trace: Trace


@frozen
class Rate:
    """
    What became of one field of one layout over many pages.
    """

    site: str
    layout: str
    field: str
    pages: int
    won: float
    """Share of pages on which some alternative gave the value."""
    empty: float
    """Share of pages on which the element stands but is blank."""
    missing: float
    """Share of pages on which no alternative matched anything."""


def look(inputs: Inputs, sites: Iterable[Site] = (), tally: Tally | None = None) -> Iterator[Seen]:
    """
    Yield the articles of everything that ``batch`` can read; unreadable pages and pages without one are left out.

    Args:
        inputs: files, folders, archives, tables, JSON Lines with the HTML.
        sites: further sites, tried before those of the package.
        tally: is told what could not be read, among its warnings.
    """
    own = tuple(sites)
    for page in _pages(inputs, tally or Tally()):
        explained = explain(page.data, url=page.url, charset=page.charset, sites=own, reference=page.fetched)
        if explained.article is not None:
            yield Seen(_declared(page.url, own), explained.trace)


def _pages(inputs: Inputs, tally: Tally) -> Iterator[Page]:
    for task in inputs.tasks(tally):
        for page in reader(task.reader).read(task, inputs.columns, tally):
            if page.problem is not None:
                tally.warnings[f"{page.file}: {page.problem.message}"] += 1
            elif not page.rendered:
                yield attrs.evolve(page, url=page.url or _beside(task.items, page.file))


def _beside(items: Iterable[Item], file: str) -> str | None:
    """Return the url that the response.json of a fixture folder names."""
    for item in items:
        response = Path(item.path).parent / "response.json"
        if item.file == file and response.is_file():
            url = json.loads(response.read_text(encoding="utf-8")).get("url")
            return url if isinstance(url, str) else None
    return None


def _declared(url: str | None, own: tuple[Site, ...]) -> str | None:
    host = urls.host_of(url) if url else None
    if not host:
        return None
    for site in own:
        if not site.hosts or not set(urls.suffixes(host)).isdisjoint(site.hosts):
            return site.slug
    known = adapters.by_host(host)
    return known.slug if known else None


def rates(seen: Iterable[Seen]) -> list[Rate]:
    """
    Return the rates of every declared field, and of the pages that fit no layout, by site, layout and field.
    """
    pages: Counter[tuple[str, str]] = Counter()
    hosts: Counter[str] = Counter()
    strangers: Counter[str] = Counter()
    outcomes: dict[tuple[str, str, str], Counter[str]] = {}
    for one in seen:
        trace = one.trace
        if one.declared is not None:
            hosts[one.declared] += 1
            strangers[one.declared] += trace.site != one.declared
        if trace.site is None or trace.layout is None or trace.decided_by == "generic":
            continue
        pages[trace.site, trace.layout] += 1
        for field, outcome in _by_field(trace).items():
            outcomes.setdefault((trace.site, trace.layout, field), Counter())[outcome] += 1
    found = []
    for (site, layout, field), counts in outcomes.items():
        total = pages[site, layout]
        shares = (counts[outcome] / total for outcome in (WON, EMPTY, NO_MATCH))
        found.append(Rate(site, layout, field, total, *shares))
    for site, total in hosts.items():
        share = strangers[site] / total
        found.append(Rate(site, UNKNOWN, "page", total, 1 - share, 0.0, share))
    return sorted(found, key=lambda rate: (rate.site, rate.layout, rate.field))


def _by_field(trace: Trace) -> Mapping[str, str]:
    """Return one outcome per field: the best of its alternatives."""
    best: dict[str, str] = {}
    for entry in trace.found:
        if entry.layout == trace.layout and _RANK[entry.outcome] < _RANK.get(best.get(entry.field, ""), 4):
            best[entry.field] = entry.outcome
    return best


def compare(now: Iterable[Rate], promised: Iterable[Rate], tolerance: float = 0.3, pages: int = 5) -> Iterator[str]:
    """
    Yield a line for every layout whose fields match less often than promised, and for every site whose pages fit none.

    Args:
        now: the rates of the pages at hand.
        promised: the rates of the fixtures, or of an earlier run.
        tolerance: how much larger the share of missing elements may be.
        pages: a layout that was met less often says nothing.
    """
    before = {(rate.site, rate.layout, rate.field): rate for rate in promised}
    worse: dict[tuple[str, str], dict[str, str]] = {}
    for rate in now:
        known = before.get((rate.site, rate.layout, rate.field))
        if rate.pages < pages or (known is None and rate.layout != UNKNOWN):
            continue
        usual = known.missing if known else 0.0
        if rate.missing - usual > tolerance:
            words = f"{rate.field} {rate.missing:.0%} missing (promised {usual:.0%}, {rate.pages} pages)"
            if rate.layout == UNKNOWN:
                words = f"{rate.missing:.0%} of {rate.pages} pages (promised {usual:.0%})"
            worse.setdefault((rate.site, rate.layout), {})[rate.field] = words
    for (site, layout), lines in sorted(worse.items()):
        changed = layout == UNKNOWN or (len(lines) > 1 and not _CORE.isdisjoint(lines))
        yield f"{site}/{layout}: {'template' if changed else 'local'} change: " + "; ".join(lines.values())


def table(found: Iterable[Rate]) -> str:
    """
    Return the rates as a text table.
    """
    lines = [f"{'site/layout':32} {'field':14} {'pages':>6} {'won':>6} {'empty':>6} {'missing':>8}"]
    for rate in found:
        shares = f"{rate.won:6.0%} {rate.empty:6.0%} {rate.missing:8.0%}"
        lines.append(f"{rate.site + '/' + rate.layout:32} {rate.field:14} {rate.pages:6} {shares}")
    return "\n".join(lines)


def save(found: Iterable[Rate], path: Path) -> None:
    """
    Write the rates down as JSON Lines, to be promised to a later run.
    """
    lines = (json.dumps(attrs.asdict(rate), ensure_ascii=False) + "\n" for rate in found)
    path.write_text("".join(lines), encoding="utf-8")


def load(path: Path) -> list[Rate]:
    """
    Return the rates of a file that ``save`` wrote, or of a folder of fixture pages.

    Raises:
        ValueError: the file holds something else.
        OSError: it cannot be read.
    """
    if path.is_dir():
        return rates(look(Inputs(paths=(str(path),))))
    try:
        return [Rate(**json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except (ValueError, TypeError) as error:
        raise ValueError(f"{path} holds no rates: write them with --save") from error
