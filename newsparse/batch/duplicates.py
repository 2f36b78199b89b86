"""
Articles met before: the outcome of a task in, the same with its duplicates marked out.

What is remembered is a number of 8 bytes for every article kept, about 70 MB a million:
the one part of a run whose memory grows with its input.
"""

from __future__ import annotations

import array
from collections.abc import Mapping
from pathlib import Path

import attrs

from newsparse.batch.work import DUPLICATE, PARSED, Outcome
from newsparse.batch.writers import part
from newsparse.batch.writers.lines import PartFile


class Duplicates:
    """
    The numbers seen so far, also kept in a file so that a resumed run knows them.
    """

    def __init__(self, path: Path | None, files: Mapping[str, int]) -> None:
        self._seen: set[int] = set()
        length = files.get("keys")
        if path is not None and length:
            numbers = array.array("Q")
            numbers.frombytes(part(path).read_bytes()[:length])
            self._seen.update(numbers)
        self._file = PartFile(path, length) if path is not None else None

    def mark(self, outcome: Outcome) -> Outcome:
        """
        Return the outcome with articles that were met before as duplicates.
        """
        rows = list(outcome.rows)
        fresh = array.array("Q")
        for place, row in enumerate(rows):
            if row.outcome != PARSED or row.key is None:
                continue
            if row.key in self._seen:
                rows[place] = row._replace(outcome=DUPLICATE)
            else:
                self._seen.add(row.key)
                fresh.append(row.key)
        if self._file is not None:
            self._file.write(fresh.tobytes())
        return attrs.evolve(outcome, rows=tuple(rows))

    def flush(self) -> dict[str, int]:
        """Hand the numbers to the disk; return how many bytes they are."""
        return {"keys": self._file.flush()} if self._file is not None else {}

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
