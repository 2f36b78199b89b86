"""
Drift: how often every rule matched over many pages, so that a redesign shows before the corpus is spoilt.

A template change turns several fields of a layout from won or empty to no-match at once;
a kicker that is merely blank today does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from newsparse.provenance import EMPTY, NO_MATCH, WON, Trace


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


def rates(traces: Iterable[Trace]) -> list[Rate]:
    """
    Return the rates of every declared field met in the traces, by site, layout and field.
    """
    pages: Counter[tuple[str, str]] = Counter()
    outcomes: dict[tuple[str, str, str], Counter[str]] = {}
    for trace in traces:
        if trace.site is None or trace.layout is None:
            continue
        pages[trace.site, trace.layout] += 1
        for field, outcome in _by_field(trace).items():
            outcomes.setdefault((trace.site, trace.layout, field), Counter())[outcome] += 1
    found = []
    for (site, layout, field), counts in sorted(outcomes.items()):
        total = pages[site, layout]
        found.append(
            Rate(site, layout, field, total, counts[WON] / total, counts[EMPTY] / total, counts[NO_MATCH] / total)
        )
    return found


def _by_field(trace: Trace) -> Mapping[str, str]:
    """Return one outcome per field: the best of its alternatives."""
    best: dict[str, str] = {}
    rank = {WON: 0, EMPTY: 1}
    for entry in trace.found:
        if entry.layout != trace.layout:
            continue
        if entry.field not in best or rank.get(entry.outcome, 2) < rank.get(best[entry.field], 2):
            best[entry.field] = entry.outcome
    return best


def compare(now: Iterable[Rate], promised: Iterable[Rate], tolerance: float = 0.3) -> Iterator[str]:
    """
    Yield a line for every field that matches less often than the fixtures promise.

    Args:
        now: the rates of the pages at hand.
        promised: the rates of the fixtures.
        tolerance: how much larger the share of missing elements may be.
    """
    before = {(rate.site, rate.layout, rate.field): rate for rate in promised}
    worse: dict[tuple[str, str], list[str]] = {}
    for rate in now:
        known = before.get((rate.site, rate.layout, rate.field))
        if known is not None and rate.missing - known.missing > tolerance:
            worse.setdefault((rate.site, rate.layout), []).append(
                f"{rate.field} {rate.missing:.0%} missing (fixtures {known.missing:.0%}, {rate.pages} pages)"
            )
    for (site, layout), lines in sorted(worse.items()):
        kind = "template changed" if len(lines) >= 3 else "local change"
        yield f"{site}/{layout}: {kind}: " + "; ".join(lines)


def table(found: Iterable[Rate]) -> str:
    """
    Return the rates as a text table.
    """
    lines = [f"{'site/layout':32} {'field':14} {'pages':>6} {'won':>6} {'empty':>6} {'missing':>8}"]
    lines += [
        f"{rate.site + '/' + rate.layout:32} {rate.field:14} {rate.pages:6} {rate.won:6.0%} {rate.empty:6.0%} {rate.missing:8.0%}"
        for rate in found
    ]
    return "\n".join(lines)
