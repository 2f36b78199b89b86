"""
What a page costs, by path and by site, as ratios to a bare Lexbor parse of the same page.

    python -m benchmarks.throughput [--limit N] [--rounds N] [--json FILE]

``window`` parses only slices where the adapter declares them, ``full`` the whole page,
``generic`` uses no adapter; each ends with the JSON line.
"""

from __future__ import annotations

import argparse
import json
import statistics
from collections import defaultdict
from pathlib import Path

from benchmarks.pages import saved
from newsparse.api import explain
from newsparse.reports.bench import Cost, costs, table, times
from newsparse.reports.contenders import BenchPage, make

CONTENDERS = ("lexbor", "decode", "window", "full", "generic")


def covered(pages: list[BenchPage]) -> tuple[list[BenchPage], list[BenchPage], dict[str, str]]:
    """
    Return the pages that an adapter reads, those of them read by slices, and the layout of each.
    """
    declared, sliced, layouts = [], [], {}
    for page in pages:
        trace = explain(page.data, url=page.url).trace
        if trace.site and trace.site != "generic":
            declared.append(page)
            layouts[page.name] = f"{trace.site}/{trace.layout}"
            if trace.path == "window":
                sliced.append(page)
    return declared, sliced, layouts


def by_layout(pages: list[BenchPage], layouts: dict[str, str], rounds: int) -> str:
    """
    Return a row for every layout: how many pages, and the median ratios of both paths.
    """
    measured = times(pages, make(("lexbor", "window", "full")), rounds)
    rows: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for index, page in enumerate(pages):
        base = measured["lexbor"][index]
        rows[layouts[page.name]].append((measured["window"][index] / base, measured["full"][index] / base))
    lines = [f"{'layout':34} {'pages':>5} {'window':>7} {'full':>7}"]
    for name, found in sorted(rows.items()):
        window, full = (statistics.median(ratios) for ratios in zip(*found, strict=True))
        lines.append(f"{name:34} {len(found):5} {window:7.2f} {full:7.2f}")
    return "\n".join(lines)


def main() -> dict[str, list[Cost]]:
    """
    Measure, print, and return the rows of each set.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, help="at most so many pages")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path, help="write the rows here")
    arguments = parser.parse_args()
    pages = saved(arguments.limit)
    declared, sliced, layouts = covered(pages)
    found = {}
    for name, chosen in (("all pages", pages), ("pages of declared sites", declared), ("pages read by slices", sliced)):
        if chosen:
            found[name] = costs(chosen, make(CONTENDERS), arguments.rounds)
            print(f"\n{name}: {len(chosen)}, {sum(len(page.data) for page in chosen) / 1e6:.1f} MB")
            print(table(found[name]))
    print()
    print(by_layout(declared, layouts, arguments.rounds))
    if arguments.json:
        rows = {name: [_plain(row) for row in rows] for name, rows in found.items()}
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return found


def _plain(row: Cost) -> dict[str, float | str | int]:
    return {name: getattr(row, name) for name in ("name", "ratio", "low", "high", "pages_per_second", "failures")}


if __name__ == "__main__":
    main()
