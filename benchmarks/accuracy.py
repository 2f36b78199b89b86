"""
How right the articles are on the labelled pages, by site and field, against pinned floors that only rise.

    python -m benchmarks.accuracy [--raise]

Needs the saved pages and the scorer that comes with them; ends with 1 where a floor is broken.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.pages import corpus

FLOORS = Path(__file__).with_name("accuracy_floors.json")
MODES = {"adapters": (), "generic": ("--no-adapters",)}


def scores(folder: Path, options: tuple[str, ...], by_site: bool) -> dict[str, float]:
    """
    Return the mean of every field over the labelled pages; prints the table of the scorer.
    """
    scorer = folder.parent / "eval" / "score.py"
    with tempfile.TemporaryDirectory() as place:
        out, summary = Path(place, "articles.jsonl"), Path(place, "scores.json")
        command = [sys.executable, "-m", "newsparse", "batch", str(folder / "pages")]
        command += ["--manifest", str(folder / "manifest.jsonl"), "-o", str(out), *options]
        # 1 means that some pages are no articles, which the scorer counts as zero.
        if subprocess.run(command, check=False, stderr=subprocess.DEVNULL).returncode not in (0, 1):
            raise SystemExit(f"failed: {' '.join(command)}")
        extra = ["--by-site"] if by_site else []
        subprocess.run([sys.executable, str(scorer), str(out), "--json", str(summary), *extra], check=True)
        found = json.loads(summary.read_text(encoding="utf-8"))
    return {field: row["mean"] for field, row in found.items()}


def main() -> int:
    """
    Score both modes, compare with the floors, and return the exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="pin what was reached, where it is higher")
    arguments = parser.parse_args()
    folder = corpus()
    if folder is None:
        print("no saved pages here (NEWSPARSE_CORPUS): nothing to score")
        return 0
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    broken = []
    for mode, options in MODES.items():
        print(f"\n{mode}")
        reached = scores(folder, options, by_site=mode == "adapters")
        pinned = floors.setdefault(mode, {})
        broken += [f"{mode}: {name} {reached.get(name, 0):.4f} < {floor:.4f}" for name, floor in pinned.items() if reached.get(name, 0) < floor]
        for name, value in reached.items():
            pinned[name] = max(pinned.get(name, 0), int(value * 10_000) / 10_000)
    if arguments.lift and not broken:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print("\n".join(broken) or "no floor is broken")
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
