"""
Memory and cold start: what a process holds after thousands of pages, and what the first page costs.

    python -m benchmarks.memory

Every figure comes from a fresh process; times are the best of twenty-five, for what else the machine
does only adds to them, after one that is not counted: it lets Python write down its bytecode, which
an installed package has.
"""

from __future__ import annotations

import os
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


def seconds(commands: dict[str, list[str]], rounds: int = 25) -> dict[str, float]:
    """
    Return the least wall time of every command, each in fresh processes, one command after the other in every round.
    """
    least = dict.fromkeys(commands, float("inf"))
    # Where Python is told to write none, every start would compile the sources anew.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for counted in range(rounds + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
            if counted:
                least[name] = min(least[name], time.perf_counter() - start)
    return least


def main() -> None:
    """
    Print the table of starts, the command line's ratio, and the memory before and after 5,000 pages.
    """
    commands = {name: [sys.executable, "-c", code] for name, code in _STARTS.items()}
    commands["newsparse parse page.html"] = [sys.executable, "-m", "newsparse", "parse", str(_PAGE)]
    found = seconds(commands)
    base = found["import selectolax.lexbor"]
    for name, taken in found.items():
        print(f"{name:28} {taken * 1000:7.1f} ms  {taken / base:5.2f} x import selectolax.lexbor")
    run = subprocess.run([sys.executable, "-c", _RISE, str(_PAGE)], check=True, capture_output=True, text=True)
    before, after = run.stdout.split()
    print(f"memory after 200 pages {before} MB, after 5,200 pages {after} MB")


if __name__ == "__main__":
    main()
