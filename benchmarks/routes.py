"""
The same crawl through every route of ``newsparse batch``: do the articles agree, and what does each route cost?

    python -m benchmarks.routes --pages N --dir D [--only ROUTE] [--keep]

Files, WARC and Parquet in, JSON Lines and Parquet out, one worker and two.  Memory is that
of the main process and of the largest worker, when a tenth of the pages was done and at the
end.  Ends with 1 where two routes differ.
"""

from __future__ import annotations

import argparse
import os
import shutil
from pathlib import Path

from attrs import frozen

from benchmarks.canonical import differing, digests
from benchmarks.crawl_files import ROUTES
from benchmarks.watched import Usage, command, watch

OUTPUTS = ("jsonl", "parquet")


@frozen
class Run:
    """
    One route with so many workers, and what it took.
    """

    route: str
    output: str
    workers: int
    usage: Usage


HEAD = """| in | out | workers | wall s | pages/s | CPU ms a page | × one worker | main MB, 10 % → end (peak) | worker MB |
|---|---|---|---|---|---|---|---|---|"""


def row(run: Run, runs: list[Run], pages: int) -> str:
    """
    Return one run as a row of the table, beside the same run with one worker.
    """
    usage = run.usage
    single = next(each.usage.wall for each in runs if (each.route, each.output) == (run.route, run.output))
    return (
        f"| {run.route} | {run.output} | {run.workers} | {usage.wall:.1f} | {pages / usage.wall:,.0f} "
        f"| {usage.cpu / pages * 1e3:.2f} | {single / usage.wall:.2f} "
        f"| {_memory(usage, 'parent')} | {_memory(usage, 'worker')} |"
    )


def _memory(usage: Usage, whose: str) -> str:
    if getattr(usage.peak(), whose) == 0:
        return "–"
    # The very last samples catch a process that is going away.
    early, late, peak = (getattr(sample, whose) for sample in (usage.at(0.1), usage.at(0.99), usage.peak()))
    return f"{early:.0f} → {late:.0f} ({peak:.0f})"


def compared(runs: list[tuple[str, dict[str, bytes]]]) -> int:
    """
    Say which routes differ from the first one, and where; return how many.
    """
    (first, wanted), *others = runs
    wrong = 0
    for name, found in others:
        urls = differing(wanted, found)
        wrong += bool(urls)
        print(
            f"{name}: " + (f"{len(urls)} articles differ from {first}: {', '.join(urls[:3])}" if urls else "the same")
        )
    return wrong


def main() -> int:
    """
    Write the crawl, run every route, compare, print the table, and return the exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--dir", type=Path, required=True, help="a folder that does not exist yet")
    parser.add_argument("--only", choices=ROUTES, nargs="+", default=list(ROUTES), help="these inputs")
    parser.add_argument("--keep", action="store_true", help="leave the crawl and the results there")
    arguments = parser.parse_args()
    folder = arguments.dir
    runs: list[Run] = []
    found: list[tuple[str, dict[str, bytes]]] = []
    for route in arguments.only:
        reading = ROUTES[route](folder / route, arguments.pages)
        for output in OUTPUTS:
            for workers in (1, 2):
                path = folder / f"{route}-{workers}.{output}"
                runs.append(Run(route, output, workers, watch(command(reading, path, "--workers", str(workers), "--progress", "json"))))
                found.append((f"{route} → {output}, {workers} workers", digests(path)))
                print(row(runs[-1], runs, arguments.pages), f"load {os.getloadavg()[0]:.1f}", flush=True)
                if not arguments.keep:
                    path.unlink()
        if not arguments.keep:
            shutil.rmtree(folder / route)
    wrong = compared(found)
    print(f"{len(found[0][1]):,} addresses\n\n{HEAD}")
    print("\n".join(row(run, runs, arguments.pages) for run in runs))
    if not arguments.keep:
        shutil.rmtree(folder)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
