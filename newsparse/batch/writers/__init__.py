"""
Writers: finished results in, files out that appear under their name only when they are whole.

A writer says how long its files are, so that a killed run can cut them back and go on.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from typing import Protocol

from newsparse.batch.work import Outcome


class Writer(Protocol):
    """
    What a run needs of the place where its results go.
    """

    def write(self, outcome: Outcome) -> None:
        """Write the rows of one task."""

    def flush(self) -> dict[str, int]:
        """Hand everything to the system; return the length of each file, by its role."""

    def complete(self) -> None:
        """Write what is left, to the disk; the files are whole and still without their names."""

    def close(self) -> None:
        """Let go of the files, finished or not."""


def part(path: Path) -> Path:
    """
    Return the name of a file that is not whole yet.
    """
    return path.with_name(path.name + ".part")


def passing(path: Path) -> bool:
    """
    Return whether what is written to a path passes on: a device or a pipe, which must never be replaced by a file.
    """
    if path.is_symlink() and os.readlink(path).startswith("/proc/"):  # /dev/stdout, which may stand for a file
        return True
    try:
        mode = path.stat().st_mode
    except OSError:  # it is not there yet
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def publish(path: Path) -> None:
    """
    Give a whole file its name; nothing happens where it has it already, or where what was written has passed on.
    """
    if passing(path):
        return
    with contextlib.suppress(FileNotFoundError):
        os.replace(part(path), path)
