"""
Where the time of a page goes: the share of each stage, as a ratio to a bare Lexbor parse of the same page.

    python -m benchmarks.stages [--step N] [--rounds N]

The functions between the stages are replaced by ones that look at the clock, here only: a
stage's time is its own, without that of the stages it calls. The clock costs some microseconds
a page, so the sums are a little above those of ``throughput``.
"""

from __future__ import annotations

import argparse
import statistics
from collections import defaultdict
from collections.abc import Callable
from importlib import import_module
from time import perf_counter
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from benchmarks.pages import saved
from newsparse.decode import decode
from newsparse.errors import NewsparseError
from newsparse.extract import Options, extract
from newsparse.output.json import to_json
from newsparse.provenance import Trace
from newsparse.reports.contenders import BenchPage

#: Stage, the module whose name is replaced, the name.
_STAGES = (
    ("site found", "newsparse.extract", "candidates"),
    ("slices cut", "newsparse.extract.page", "cut"),
    ("slices decoded", "newsparse.document.utf8", "piece"),
    ("page decoded", "newsparse.document.utf8", "whole"),
    ("nesting looked at", "newsparse.extract.page", "may_be_deep"),
    ("layout recognised", "newsparse.extract", "matches"),
    ("plain page read", "newsparse.extract.page", "plain_body"),
    ("lines of the story", "newsparse.document.walks", "flatten"),
    ("lines of the page", "newsparse.document.outline", "walk"),
    ("story's lines sorted", "newsparse.extract.readers", "read_body"),
    ("refused or not", "newsparse.generic", "refuse"),
    ("article joined", "newsparse.extract", "assemble"),
)
_PATHS = {
    "window": Options(),
    "whole": Options(windows=False),
    "generic": Options(adapters=False),
}


class Clock:
    """
    The time spent in each stage of one page.
    """

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner: list[float] = []

    def timed(self, stage: str, run: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function, its time noted."""

        def call(*positional: Any, **named: Any) -> Any:
            self._inner.append(0.0)
            start = perf_counter()
            try:
                return run(*positional, **named)
            finally:
                taken = perf_counter() - start
                self.spent[stage] += taken - self._inner.pop()
                if self._inner:
                    self._inner[-1] += taken

        return call


def install(clock: Clock) -> None:
    """
    Put the clock between the stages.
    """
    for stage, module, name in _STAGES:
        home = import_module(module)
        setattr(home, name, clock.timed(stage, getattr(home, name)))
    engine = import_module("newsparse.document.lexbor").LexborDocument
    engine.__init__ = clock.timed("parse", engine.__init__)
    evaluation = import_module("newsparse.extract.evaluate").Evaluation
    evaluation.run = clock.timed("rules", evaluation.run)


def measure(pages: list[BenchPage], options: Options, clock: Clock, rounds: int) -> list[dict[str, float]]:
    """
    Return for each page the stages of the fastest of the rounds, as ratios to the bare parse.

    A round goes through all pages: nothing that is remembered of a page is of use when it comes again.
    """
    texts = [decode(page.data)[0] for page in pages]
    bare = [float("inf")] * len(pages)
    best = [{"all": float("inf")} for _ in pages]
    for _ in range(rounds):
        for index, page in enumerate(pages):
            start = perf_counter()
            LexborHTMLParser(texts[index])
            bare[index] = min(bare[index], perf_counter() - start)
            clock.spent.clear()
            start = perf_counter()
            article = extract(page.data, url=page.url, charset=None, options=options)
            read = perf_counter()
            to_json(article)
            end = perf_counter()
            if end - start < best[index]["all"]:
                best[index] = {"all": end - start, **clock.spent, "JSON line": end - read}
    return [{stage: seconds / alone for stage, seconds in row.items()} for row, alone in zip(best, bare, strict=True)]


def chosen(pages: list[BenchPage], path: str) -> list[BenchPage]:
    """
    Return the pages that a path is about: read by slices, by an adapter, or any article.
    """
    found = []
    for page in pages:
        trace = Trace()
        try:
            extract(page.data, url=page.url, charset=None, options=Options(), trace=trace)
            extract(page.data, url=page.url, charset=None, options=_PATHS[path])
        except NewsparseError:
            continue
        if path == "generic" or (trace.path == "window" if path == "window" else trace.site != "generic"):
            found.append(page)
    return found


def main() -> None:
    """
    Print a table: a row a stage, a column a path, medians over the pages.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--step", type=int, default=3, help="every so manieth page")
    parser.add_argument("--rounds", type=int, default=7)
    arguments = parser.parse_args()
    pages = saved()[:: arguments.step]
    sets = {path: chosen(pages, path) for path in _PATHS}
    clock = Clock()
    install(clock)
    columns = {path: measure(sets[path], _PATHS[path], clock, arguments.rounds) for path in _PATHS}
    stages = ("all", "parse", *(stage for stage, _, _ in _STAGES), "rules", "JSON line")
    print("| stage | " + " | ".join(f"{path} ({len(rows)} pages)" for path, rows in columns.items()) + " |")
    print("|---|" + "---|" * len(columns))
    for stage in stages:
        medians = [statistics.median(row.get(stage, 0.0) for row in rows) if rows else 0.0 for rows in columns.values()]
        print(f"| {stage} | " + " | ".join(f"{median:.2f}" if median else "–" for median in medians) + " |")


if __name__ == "__main__":
    main()
