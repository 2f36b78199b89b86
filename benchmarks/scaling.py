"""
Cost against size, article share, nesting and workers: straight lines, or the place where they bend.

    python -m benchmarks.scaling [--workers]

Pages are made by rule; every row is milliseconds and nanoseconds a byte (best of three).
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from newsparse.api import parse
from newsparse.document.lexbor import LexborDocument

_SENTENCE = "清晨的河边传来划桨的声音，训练队的孩子们已经绕岛两圈，教练在岸上记下每个人的用时。"


def page(paragraphs: int, links: int, depth: int = 1) -> str:
    """
    Return a page with a story of so many paragraphs among so many links, so deep in its boxes.
    """
    story = "".join(f"<p>　　{_SENTENCE * 3}第{number}圈。</p>\n" for number in range(paragraphs))
    aside = "".join(f'<li><a href="/n/{number}.html">又一条本地消息之{number}</a></li>\n' for number in range(links))
    return (
        "<html><head><meta charset='utf-8'><title>河边的训练队</title></head><body>"
        f"<ul>{aside}</ul>{'<div>' * depth}<h1>河边的训练队</h1><div>2024-05-20 08:15 来源：河畔日报</div>"
        f"<div class='text'>{story}</div>{'</div>' * depth}</body></html>"
    )


def shapes() -> Iterator[tuple[str, str]]:
    """
    Yield a name and a page for every point of every line.
    """
    for kilobytes in (1, 10, 100, 1000, 5000):
        yield f"size {kilobytes} kB", page(max(1, kilobytes * 1000 // 400), 5)
    for percent in (5, 25, 50, 75, 95):
        yield f"article {percent} %", page(percent * 3, (100 - percent) * 15)
    for depth in (1, 10, 100, 1000, 5000):
        yield f"depth {depth}", page(40, 100, depth)


def _best(function: Callable[[], object], rounds: int = 3) -> float:
    shortest = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        function()
        shortest = min(shortest, time.perf_counter() - start)
    return shortest


def main() -> None:
    """
    Print a row for every shape, and with --workers the time of a batch by number of workers.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", action="store_true")
    arguments = parser.parse_args()
    print(f"{'':16} {'bytes':>9} {'lexbor ms':>10} {'parse ms':>10} {'ns/byte':>9} {'x lexbor':>9}")
    for name, text in shapes():
        data = text.encode("utf-8")
        base = _best(lambda text=text: LexborDocument(text))
        mine = _best(lambda data=data: parse(data))
        print(f"{name:16} {len(data):9} {base * 1e3:10.3f} {mine * 1e3:10.3f} {mine / len(data) * 1e9:9.1f} {mine / base:9.2f}")
    if arguments.workers:
        _workers()


def _workers(pages: int = 3000) -> None:
    from click.testing import CliRunner

    from newsparse.cli._commands import group

    with tempfile.TemporaryDirectory() as place:
        for number in range(pages):
            Path(place, f"{number}.html").write_text(page(8 + number % 20, 60), encoding="utf-8")
        for workers in range(1, (os.cpu_count() or 1) + 1):
            start = time.perf_counter()
            CliRunner().invoke(group, ["batch", place, "--workers", str(workers), "-o", os.devnull])
            print(f"{workers} workers: {pages / (time.perf_counter() - start):8.0f} pages/s")


if __name__ == "__main__":
    main()
