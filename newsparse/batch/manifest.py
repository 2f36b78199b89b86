"""
What a file beside the pages says of them: JSON Lines in, look-ups out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsparse.batch.readers import Lookup
from newsparse.batch.rows import loads
from newsparse.errors import NewsparseError


class ManifestError(NewsparseError):
    """
    A manifest cannot be read.
    """


def lookup(path: str) -> Lookup:
    """
    Return the function that tells the url and charset of a page by its ``file``.

    Raises:
        ManifestError: a line is no JSON object with ``file``.
        OSError: the file cannot be read.
    """
    known: dict[str, tuple[str | None, str | None]] = {}
    for row in _rows(path):
        known[row["file"]] = _word(row.get("url")), _word(row.get("charset"))
    nothing = (None, None)
    return lambda file: known.get(file, nothing)


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
