"""
A command, watched: its time, the processor time of all its processes, and its memory while it goes on. Linux only.

Theory.  The system adds up the time of children that are waited for.  Ray waits for none of its
workers, so the time of every descendant is read again and again, and the last reading counts.
"""

from __future__ import annotations

import ctypes
import glob
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from attrs import define, field, frozen

_PR_SET_CHILD_SUBREAPER = 36
_EVERY = 0.1
_TICKS = os.sysconf("SC_CLK_TCK")
#: Seconds that processes left behind may take to end.
_PATIENCE = 60


@frozen(kw_only=True)
class Sample:
    """
    The memory of a command and the largest of its children, at one moment, in MB.
    """

    pages: int
    parent: float
    worker: float


@define
class Usage:
    """
    What a command took.
    """

    code: int = 0
    wall: float = 0.0
    cpu: float = 0.0
    """Seconds of processor, of every process that it started, and those that they started."""
    samples: list[Sample] = field(factory=list)

    def at(self, share: float) -> Sample:
        """Return the first sample after this share of the pages."""
        wanted = share * self.samples[-1].pages
        return next(sample for sample in self.samples if sample.pages >= wanted)

    def peak(self) -> Sample:
        """Return the most that was seen."""
        last = self.samples[-1].pages
        parent, worker = (max(getattr(sample, name) for sample in self.samples) for name in ("parent", "worker"))
        return Sample(pages=last, parent=parent, worker=worker)


def command(reading: list[str], output: Path, *options: str) -> list[str]:
    """
    Return the command line of one run of ``newsparse batch``.
    """
    return [sys.executable, "-m", "newsparse", "batch", *reading, "-o", str(output), "-q", *options]


def watch(words: list[str]) -> Usage:
    """
    Run a command to its end and return what it took; ``--progress json`` tells the samples how far it is.
    """
    _adopt()
    usage = Usage()
    clocks: dict[tuple[int, int], float] = {}
    began = time.perf_counter()
    with tempfile.NamedTemporaryFile("r+", encoding="utf-8") as told:
        process = subprocess.Popen(words, stderr=told, start_new_session=True)
        pages = 0
        while process.poll() is None:
            time.sleep(_EVERY)
            clocks |= dict(_clocks())
            pages = max(pages, _pages(told.name))
            if (parent := _resident(process.pid)) > 0:
                worker = max(map(_resident, _born(process.pid)), default=0.0)
                usage.samples.append(Sample(pages=pages, parent=parent, worker=worker))
        usage.wall, usage.code = time.perf_counter() - began, process.returncode
        if usage.code not in (0, 1):  # 1: some pages are no articles
            raise SystemExit(
                f"exit code {usage.code}: {' '.join(words)}\n{Path(told.name).read_text('utf-8')[-2000:]}"
            )
    reap()
    usage.cpu = sum(clocks.values())
    return usage


def reap() -> None:
    """
    Wait for the processes that a command left behind.
    """
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            if os.waitpid(-1, os.WNOHANG)[0] == 0:
                time.sleep(0.1)
        except ChildProcessError:
            return
    raise SystemExit("processes were left behind that do not end")


def _adopt() -> None:
    """Become the parent of orphans, so that their time is counted: Ray's daemons outlive who started them."""
    if ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl")


def _clocks() -> Iterator[tuple[tuple[int, int], float]]:
    """Yield the seconds of processor of every process below this one, by its number and when it began."""
    below = _born(os.getpid())
    while below:
        pid = below.pop()
        below += _born(pid)
        try:
            # The name, in brackets, may hold anything.
            parts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        yield (pid, int(parts[19])), (int(parts[11]) + int(parts[12])) / _TICKS


def _born(pid: int) -> list[int]:
    """Return the children of all threads of a process; none where it has ended."""
    found: list[int] = []
    for lists in glob.glob(f"/proc/{pid}/task/*/children"):
        try:
            found += map(int, Path(lists).read_text().split())
        except OSError:
            continue  # the thread ended meanwhile
    return found


def _resident(pid: int) -> float:
    """Return the memory that a process holds, 0 where it has ended."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0.0
    return pages * resource.getpagesize() / 1e6


def _pages(path: str) -> int:
    """Return how many pages the last line of progress tells."""
    with open(path, "rb") as stream:
        stream.seek(max(0, os.fstat(stream.fileno()).st_size - 2000))
        lines = stream.read().splitlines()
    for line in reversed(lines):
        if line.startswith(b'{"pages":') and line.endswith(b"}"):
            return int(json.loads(line)["pages"])
    return 0
