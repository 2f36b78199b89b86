"""
Memory and cold start: what a process holds after thousands of pages, and what the first page costs.

    python -m benchmarks.memory

Every figure comes from a fresh process; times are the median of seven, after one that is not
counted: it lets Python write down its bytecode, which an installed package has.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

from benchmarks.pages import FIXTURES

_PAGE = FIXTURES / "hangzhou" / "ori-own-story-2026" / "page.html"
_STARTS = {
    "python": "pass",
    "import selectolax.lexbor": "import selectolax.lexbor",
    "import newsparse": "import newsparse",
    "import newsparse; parse": "import newsparse; newsparse.parse",
    "first page": f"import newsparse; newsparse.parse(open({str(_PAGE)!r}, 'rb').read())",
}
_RISE = """
import resource, sys, newsparse
data = open(sys.argv[1], "rb").read()
for _ in range(200): newsparse.parse(data)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for _ in range(5000): newsparse.parse(data)
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(before // 1024, after // 1024)
"""


def seconds(command: list[str], rounds: int = 7) -> float:
    """
    Return the median wall time of a command in a fresh process.
    """
    found = []
    # Where Python is told to write none, every start would compile the sources anew.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    for _ in range(rounds):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def main() -> None:
    """
    Print the table of starts, the command line's ratio, and the memory before and after 5,000 pages.
    """
    base = seconds([sys.executable, "-c", _STARTS["import selectolax.lexbor"]])
    for name, code in _STARTS.items():
        taken = seconds([sys.executable, "-c", code])
        print(f"{name:28} {taken * 1000:7.1f} ms  {taken / base:5.2f} x import selectolax.lexbor")
    taken = seconds([sys.executable, "-m", "newsparse", "parse", str(_PAGE)])
    print(f"{'newsparse parse page.html':28} {taken * 1000:7.1f} ms  {taken / base:5.2f} x import selectolax.lexbor")
    run = subprocess.run([sys.executable, "-c", _RISE, str(_PAGE)], check=True, capture_output=True, text=True)
    before, after = run.stdout.split()
    print(f"memory after 200 pages {before} MB, after 5,200 pages {after} MB")


if __name__ == "__main__":
    main()
