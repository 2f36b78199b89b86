"""
Readers: one module for each kind of input, found by the suffix of a file's name.

A reader module offers two functions.  ``plan(source)`` cuts an input into tasks, in
order and always in the same way, so that a run can be resumed; it runs in the main
process and reads as little as it can.  ``read(task, tally)`` yields a task's pages; it
runs in a worker.
"""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from attrs import Factory, frozen

from newsparse.batch.page import Page, Task

#: Suffix of a file's name, lower case → the module that reads it.
READERS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson.gz": "jsonl",
    ".jsonl.zst": "jsonl",
    ".ndjson.zst": "jsonl",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".warc.zst": "warc",
    ".wacz": "warc",
    ".parquet": "parquet",
    ".arrow": "arrow_file",
    ".feather": "arrow_file",
    ".zip": "zip_file",
    ".tar": "tar_file",
    ".tar.gz": "tar_file",
    ".tgz": "tar_file",
    ".tar.bz2": "tar_file",
    ".tar.xz": "tar_file",
    ".tar.zst": "tar_file",
}

#: Bytes of input in one task, about; a few hundredths of a second of work.
TASK_BYTES = 4 << 20
#: Pages in one task, at most.
TASK_PAGES = 64

#: Where a page's url and charset are looked up by the page's ``file``.
Lookup = Callable[[str], tuple[str | None, str | None]]


def unknown(file: str) -> tuple[str | None, str | None]:
    """
    The lookup without a manifest: neither url nor charset.
    """
    return None, None


@frozen(kw_only=True)
class Columns:
    """
    Names of the fields or columns that hold a page, in rows of JSONL, Parquet and Arrow.
    """

    html: str = "html"
    text: str = "text"
    url: str = "url"
    charset: str = "charset"
    file: str = "file"


@frozen(kw_only=True)
class Tally:
    """
    What a reader passes over, counted by reason, and what it wants to be known.
    """

    skipped: Counter[str] = Factory(Counter)
    warnings: Counter[str] = Factory(Counter)


class Stream(Protocol):
    """
    What is asked of a pipe or an unpacked file: the next bytes, at most so many, empty at its end.
    """

    def read1(self, size: int, /) -> bytes:
        """Return what one read gives."""


@frozen(kw_only=True)
class Source:
    """
    One input, as ``plan`` gets it.
    """

    path: str
    """Where it is; empty for a pipe."""
    name: str
    """What the ``file`` of its pages begins with."""
    stream: Stream | None = None
    """The pipe, where there is no path."""
    lookup: Lookup = unknown
    columns: Columns = Factory(Columns)
    rendered: bool = False
    carry: bool = True
    """False where tasks go to other machines: an archive that cannot be read in pieces is one task then."""
    tally: Tally = Factory(Tally)


class Reader(Protocol):
    """
    What a reader module offers.
    """

    def plan(self, source: Source) -> Iterator[Task]:
        """Cut the input into tasks."""

    def read(self, task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
        """Yield the pages of one task."""


def reader(name: str) -> Any:
    """
    Return the reader module of this name, imported now.
    """
    return importlib.import_module(f"{__name__}.{name}")


def reader_for(path: str) -> str | None:
    """
    Return the name of the module that reads this archive, None when it is no archive known here.
    """
    lower = path.lower()
    cut = max(lower.rfind("/"), lower.rfind("\\")) + 1
    dot = lower.find(".", cut)
    while dot >= 0:
        name = READERS.get(lower[dot:])
        if name:
            return name
        dot = lower.find(".", dot + 1)
    return None
