"""
Pages and contenders in, ratios out: what a page costs, measured beside a bare parse of the same page.

Contenders take turns, so that a machine whose speed drifts slows all of them alike, each on a page
some way behind the one before: as in a crawl, nothing that is remembered of a page is of use when it
comes again.  The best of the rounds counts; what is quoted is the median over the pages of each
page's ratio.
"""

from __future__ import annotations

import gc
import statistics
from collections.abc import Iterable, Mapping, Sequence
from time import perf_counter

from attrs import frozen

from newsparse.reports.contenders import BenchPage, Contender

#: What ratios are taken to.
BASE = "lexbor"
#: So many pages lie between the turns of two contenders.
_APART = 7


@frozen
class Cost:
    """
    What one contender costs over a set of pages.
    """

    name: str
    ratio: float
    """Median over the pages of its time to the base's time on the same page."""
    low: float
    """The tenth part of the pages costs less than this ratio."""
    high: float
    """The tenth part of the pages costs more than this ratio."""
    milliseconds: float
    """Median time of a page."""
    pages_per_second: float
    """Pages by the sum of the times."""
    megabytes_per_second: float
    failures: int
    """Pages on which it raised; their time counts."""


def times(pages: Sequence[BenchPage], contenders: Mapping[str, Contender], rounds: int = 5) -> dict[str, list[float]]:
    """
    Return the best time in seconds of every contender on every page; NaN never, a failure is timed too.
    """
    best = {name: [float("inf")] * len(pages) for name in contenders}
    gc.collect()
    gc.disable()
    try:
        for step in range(rounds * len(pages)):
            for turn, (name, run) in enumerate(contenders.items()):
                index = (step + turn * _APART) % len(pages)
                start = perf_counter()
                _tried(run, pages[index])
                elapsed = perf_counter() - start
                if elapsed < best[name][index]:
                    best[name][index] = elapsed
    finally:
        gc.enable()
    return best


def _tried(run: Contender, page: BenchPage) -> bool:
    """Run a contender; peers raise anything, and a page they fail on must not end the measurement."""
    try:
        run(page)
    except Exception:
        return False
    return True


def costs(pages: Sequence[BenchPage], contenders: Mapping[str, Contender], rounds: int = 5) -> list[Cost]:
    """
    Return a row for every contender, in their order; ``lexbor`` must be one of them.

    Raises:
        ValueError: there is no page, or the base is missing.
    """
    if not pages or BASE not in contenders:
        raise ValueError("needs at least one page, and lexbor to compare with")
    measured = times(pages, contenders, rounds)
    base = measured[BASE]
    size = sum(len(page.data) for page in pages)
    rows = []
    for name, seconds in measured.items():
        ratios = sorted(mine / theirs for mine, theirs in zip(seconds, base, strict=True))
        total = sum(seconds)
        rows.append(
            Cost(
                name,
                statistics.median(ratios),
                ratios[len(ratios) // 10],
                ratios[-1 - len(ratios) // 10],
                statistics.median(seconds) * 1000,
                len(pages) / total,
                size / total / 1e6,
                sum(not _tried(contenders[name], page) for page in pages),
            )
        )
    return rows


def table(rows: Iterable[Cost]) -> str:
    """
    Return the rows as a text table.
    """
    lines = [f"{'':14} {'x lexbor':>9} {'p10':>7} {'p90':>7} {'ms/page':>9} {'pages/s':>9} {'MB/s':>7} {'failed':>7}"]
    lines += [
        f"{row.name:14} {row.ratio:9.2f} {row.low:7.2f} {row.high:7.2f} {row.milliseconds:9.3f} "
        f"{row.pages_per_second:9.0f} {row.megabytes_per_second:7.1f} {row.failures:7}"
        for row in rows
    ]
    return "\n".join(lines)
