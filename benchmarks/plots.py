"""
The figures of docs/performance.md as SVG, from the JSON that ``throughput --json`` writes.

    python -m benchmarks.throughput --json docs/figures/throughput.json
    python -m benchmarks.plots docs/figures/throughput.json docs/figures

Drawn by hand: a bar chart needs no library, and the file stays small enough to read.
"""

from __future__ import annotations

import argparse
import json
from html import escape
from pathlib import Path

_WIDTH, _ROW, _LEFT = 640, 26, 110


def bars(title: str, rows: list[tuple[str, float]]) -> str:
    """
    Return a horizontal bar chart; a line marks the bare parse.
    """
    height = _ROW * len(rows) + 54
    largest = max([1.0, *(value for _, value in rows)])
    scale = (_WIDTH - _LEFT - 70) / largest
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" font-family="sans-serif" font-size="13">',
        f'<text x="8" y="20" font-weight="bold">{escape(title)}</text>',
    ]
    for index, (name, value) in enumerate(rows):
        top = 34 + index * _ROW
        parts.append(f'<text x="{_LEFT - 8}" y="{top + 15}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<rect x="{_LEFT}" y="{top}" width="{value * scale:.1f}" height="18" fill="#3f88c5"/>')
        parts.append(f'<text x="{_LEFT + value * scale + 6:.1f}" y="{top + 15}">{value:.2f}</text>')
    parse = _LEFT + scale
    parts.append(f'<line x1="{parse:.1f}" y1="28" x2="{parse:.1f}" y2="{height - 16}" stroke="#e4572e" stroke-dasharray="4 3"/>')
    parts.append(f'<text x="{parse:.1f}" y="{height - 4}" text-anchor="middle" fill="#e4572e">bare parse</text>')
    return "\n".join((*parts, "</svg>")) + "\n"


def main() -> None:
    """
    Write a chart for every set of pages in the file.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("figures", type=Path)
    parser.add_argument("folder", type=Path)
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    for name, rows in json.loads(arguments.figures.read_text(encoding="utf-8")).items():
        chart = bars(f"{name}: median ratio to a bare Lexbor parse", [(row["name"], row["ratio"]) for row in rows])
        path = arguments.folder / f"throughput-{name.replace(' ', '-')}.svg"
        path.write_text(chart, encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
