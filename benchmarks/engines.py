"""
The same archives through the plain loop and through Ray: the same lines, and at what price?

    python -m benchmarks.engines --pages N --dir D [--archives N]

Needs ``newsparse[ray]``.  The plain loop is ``newsparse batch --workers 1``.  Ray's own start is
what a run over a single page takes, and is shown apart: it is paid once.  Processor time is that
of every process, Ray's daemons among them.  Ends with 1 where the lines differ.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from benchmarks.crawl_files import write_warc
from benchmarks.watched import Usage, command, watch


def sorted_lines(output: Path) -> list[bytes]:
    """
    Return the lines of a file, or of all parts in a folder, sorted.
    """
    files = sorted(output.glob("part-*.jsonl")) if output.is_dir() else [output]
    return sorted(line for path in files for line in path.read_bytes().splitlines())


def table(runs: dict[str, Usage], start: Usage, pages: int) -> str:
    """
    Return the runs as a Markdown table; the first is the plain loop.
    """
    lines = [
        "| run | wall s | CPU s | CPU ms a page | × plain loop | without Ray's start |",
        "|---|---|---|---|---|---|",
    ]
    plain = next(iter(runs.values())).cpu
    for name, usage in runs.items():
        own = usage.cpu - (start.cpu if name.startswith("ray") else 0)
        lines.append(
            f"| {name} | {usage.wall:.1f} | {usage.cpu:.1f} | {usage.cpu / pages * 1e3:.3f} "
            f"| {usage.cpu / plain:.2f} | {own / plain:.2f} |"
        )
    lines.append(f"| ray, one page | {start.wall:.1f} | {start.cpu:.1f} | – | – | – |")
    return "\n".join(lines)


def main() -> int:
    """
    Write the archives, run both engines, compare, print the table, and return the exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--dir", type=Path, required=True, help="a folder that does not exist yet")
    parser.add_argument("--archives", type=int, default=20)
    arguments = parser.parse_args()
    folder, pages = arguments.dir, arguments.pages
    reading, one = write_warc(folder / "warc", pages, arguments.archives), write_warc(folder / "one", 1, 1)
    ways = {
        "plain loop": ("--workers", "1"),
        "two workers": ("--workers", "2"),
        "ray": ("--engine", "ray", "--workers", "2"),
    }
    runs = {}
    for name, options in ways.items():
        runs[name] = watch(command(reading, folder / (f"{name}" if name == "ray" else f"{name}.jsonl"), *options))
        print(f"{name}: {runs[name].wall:.1f} s", flush=True)
    start = watch(command(one, folder / "ray-one", *ways["ray"]))
    plain, by_ray = sorted_lines(folder / "plain loop.jsonl"), sorted_lines(folder / "ray")
    print(f"{len(plain):,} lines, {len(by_ray):,} by Ray in {len(list((folder / 'ray').glob('part-*')))} blocks")
    print("sorted, the same to the byte" if plain == by_ray else "THE LINES DIFFER")
    print(f"\n{table(runs, start, pages)}")
    shutil.rmtree(folder)
    return 0 if plain == by_ray else 1


if __name__ == "__main__":
    raise SystemExit(main())
