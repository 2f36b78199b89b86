"""
What a file beside the pages says of them: JSON Lines in, look-ups out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import define

from newsparse.batch.rows import loads
from newsparse.errors import NewsparseError


class ManifestError(NewsparseError):
    """
    A manifest cannot be read.
    """


@define
class Manifest:
    """
    Tells the url and charset of a page by its ``file``, and remembers whether it ever knew one.
    """

    known: Mapping[str, tuple[str | None, str | None]]
    stranger: str | None = None
    """The first page asked for that it does not know."""
    used: bool = False

    def __call__(self, file: str) -> tuple[str | None, str | None]:
        found = self.known.get(file)
        if found is not None:
            self.used = True
            return found
        self.stranger = self.stranger or file
        return None, None

    def complaint(self) -> str | None:
        """
        Return what to say where it knew none of the pages: its names are others, and every url was lost.
        """
        if self.used or self.stranger is None or not self.known:
            return None
        return f"the manifest names none of the pages: it says {next(iter(self.known))!r}, a page is {self.stranger!r}"


def lookup(path: str) -> Manifest:
    """
    Return the manifest in a file.

    Raises:
        ManifestError: a line is no JSON object with ``file``.
        OSError: the file cannot be read.
    """
    return Manifest({row["file"]: (_word(row.get("url")), _word(row.get("charset"))) for row in _rows(path)})


def named(path: str) -> frozenset[str]:
    """
    Return the names of the pages in a file of errors.

    Raises:
        ManifestError: a line is no JSON object with ``file``.
        OSError: the file cannot be read.
    """
    return frozenset(row["file"] for row in _rows(path))


def _rows(path: str) -> Iterator[dict[str, Any]]:
    with open(path, "rb") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                row = loads(line)
            except ValueError as error:
                raise ManifestError(f"{path}, line {number}: no JSON: {error}") from error
            if not isinstance(row, dict) or not isinstance(row.get("file"), str):
                raise ManifestError(f"{path}, line {number}: no object with a string 'file'")
            yield row


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
