"""
JSON Lines: one file, plain or compressed piece by piece; and the file of errors beside any output.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from newsparse.batch.packing import pack
from newsparse.batch.work import FAILED, Outcome, lines
from newsparse.batch.writers import part, passing


class PartFile:
    """
    A file that gets its name when it is whole; a device or a pipe is written to as it is.
    """

    def __init__(self, path: Path, length: int | None = None) -> None:
        """
        Args:
            path: its name in the end.
            length: where to go on; None begins anew.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self._passing = passing(path)
        going_on = length is not None and not self._passing
        place = path if self._passing else part(path)
        self._stream = open(place, "r+b" if going_on else "wb")  # noqa: SIM115  (closed by close)
        if length is not None and going_on:
            self._stream.truncate(length)
            self._stream.seek(length)

    def write(self, data: bytes) -> None:
        """Append."""
        self._stream.write(data)

    def flush(self) -> int:
        """Hand everything to the disk; return the length."""
        self._stream.flush()
        if self._passing:  # there is no disk behind it, and no length to go back to
            return 0
        os.fsync(self._stream.fileno())
        return self._stream.tell()

    def complete(self) -> None:
        """Write the rest to the disk and close."""
        self.flush()
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._stream.close()


class Lines:
    """
    Articles, and failed pages between them, one a line.
    """

    def __init__(self, path: Path, compression: str | None, errors_apart: bool, files: Mapping[str, int]) -> None:
        self._file = PartFile(path, files.get("output"))
        self._compression, self._errors_apart = compression, errors_apart

    def write(self, outcome: Outcome) -> None:
        self._file.write(packed(outcome, self._compression, self._errors_apart))

    def flush(self) -> dict[str, int]:
        return {"output": self._file.flush()}

    def complete(self) -> None:
        self._file.complete()

    def close(self) -> None:
        self._file.close()


class Stream:
    """
    Lines on standard output.
    """

    def __init__(self, stream: BinaryIO, errors_apart: bool) -> None:
        self._stream, self._errors_apart = stream, errors_apart

    def write(self, outcome: Outcome) -> None:
        self._stream.write(packed(outcome, None, self._errors_apart))
        self._stream.flush()

    def flush(self) -> dict[str, int]:
        self._stream.flush()
        return {}

    def complete(self) -> None:
        self._stream.flush()

    def close(self) -> None:
        pass


class Errors:
    """
    The file of failed pages: what each is called and what was wrong, enough to try them again.
    """

    def __init__(self, path: Path, files: Mapping[str, int]) -> None:
        self._file = PartFile(path, files.get("errors"))

    def write(self, outcome: Outcome) -> None:
        self._file.write(b"".join(row.payload for row in outcome.rows if row.outcome == FAILED))

    def flush(self) -> dict[str, int]:
        return {"errors": self._file.flush()}

    def complete(self) -> None:
        self._file.complete()

    def close(self) -> None:
        self._file.close()


def packed(outcome: Outcome, compression: str | None, errors_apart: bool) -> bytes:
    """
    Return the task's piece of the file, packed here where the worker could not know which rows stay.
    """
    if outcome.packed is not None:
        return outcome.packed
    return pack(lines(list(outcome.rows), errors_apart), compression)
