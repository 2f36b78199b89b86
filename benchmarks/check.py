"""
The ratios of every path against pinned ceilings.

    python -m benchmarks.check [--lower]

A ceiling is the median ratio to a bare Lexbor parse of the same page that a path must not
exceed by more than a quarter: machines are noisy, and a check that cries wolf is switched off.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from benchmarks.pages import saved
from benchmarks.throughput import covered
from newsparse.reports.bench import costs, table
from newsparse.reports.contenders import make

CEILINGS = Path(__file__).with_name("ceilings.json")
_TOLERANCE = 1.25


def main() -> int:
    """
    Measure, compare, and return the exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", action="store_true", help="pin what was reached, where it is lower")
    parser.add_argument("--limit", type=int, default=120)
    arguments = parser.parse_args()
    declared, sliced, _ = covered(saved(arguments.limit))
    rows = costs(sliced or declared, make(("lexbor", "window", "full", "generic")))
    print(f"{len(sliced or declared)} pages")
    print(table(rows))
    reached = {row.name: round(row.ratio, 2) for row in rows if row.name != "lexbor"}
    pinned = json.loads(CEILINGS.read_text(encoding="utf-8")) if CEILINGS.exists() else {}
    broken = [f"{name}: {reached[name]} > {limit}" for name, limit in pinned.items() if reached[name] > limit * _TOLERANCE]
    if arguments.lower and not broken:
        kept = {name: min(value, pinned.get(name, value)) for name, value in reached.items()}
        CEILINGS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print("\n".join(broken) or "no ceiling is broken")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
