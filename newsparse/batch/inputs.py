"""
What the caller names becomes tasks: files, folders, globs, archives and pipes in, ``Task``s out.

The order is that of the arguments, and inside a folder that of the names, so that
the same input always gives the same tasks.  Nothing is read here that a worker can
read; a folder is listed while the run goes on, one directory at a time.
"""

from __future__ import annotations

import errno
import glob
import os
import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, cast

from attrs import define, field, frozen

from newsparse.batch.page import Item, Task
from newsparse.batch.readers import (
    TASK_BYTES,
    TASK_PAGES,
    Columns,
    Lookup,
    Source,
    Stream,
    Tally,
    reader,
    reader_for,
    unknown,
)
from newsparse.batch.readers.files import OTHERS, PAGES, suffix
from newsparse.batch.readers.pages import unreadable

_WILD = re.compile(r"[*?\[]")


@frozen(kw_only=True)
class Inputs:
    """
    Everything that a run reads.
    """

    paths: tuple[str, ...]
    """Files, folders, globs; ``-`` is ``stdin``."""
    stdin: BinaryIO | None = field(default=None, eq=False)
    rendered: bool = False
    """True when plain files are the text of rendered pages."""
    lookup: Lookup = field(default=unknown, eq=False)
    columns: Columns = field(factory=Columns)
    carry: bool = True
    """False where tasks go to other machines, see ``Source``."""
    exclude: Mapping[str, str] = field(factory=dict)
    """The files that the run itself writes: name → real path."""

    def tasks(self, tally: Tally) -> Iterator[Task]:
        """
        Yield every task, in order; what is passed over on the way is counted in ``tally``.
        """
        listing = _Listing(self, tally)
        for path in self.paths:
            yield from listing.argument(path)
        yield from listing.flush()


@define
class _Listing:
    """
    Files gathered until they fill a task; archives planned by their readers.
    """

    inputs: Inputs
    tally: Tally
    items: list[Item] = field(factory=list)
    size: int = 0

    def argument(self, path: str) -> Iterator[Task]:
        """Yield the tasks of one argument."""
        if path == "-":
            yield from self.pipe()
        elif os.path.isdir(path):
            yield from self.folder(path, "")
        elif os.path.exists(path):
            yield from self.file(path, _named(path), found=False)
        elif _WILD.search(path):
            yield from self.glob(path)
        else:
            yield from self.missing(path, FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)))

    def pipe(self) -> Iterator[Task]:
        """Yield the tasks of standard input: rows when it begins with ``{``, else paths, one a line."""
        stream = self.inputs.stdin
        if stream is None:
            return
        first = stream.readline()
        while first and not first.strip():
            first = stream.readline()
        if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
            yield from self.flush()
            source = self.source("", "-", stream=_Pushed(first, stream))
            yield from reader("jsonl").plan(source)
            return
        if first.lstrip(b"\xef\xbb\xbf \t").startswith(b"<"):
            yield from self.flush()
            yield unreadable("-", ValueError("a page, neither JSON Lines nor paths: newsparse parse reads one page"))
            return
        while first:
            path = os.fsdecode(first.strip(b"\r\n"))
            if path:
                yield from self.argument(path)
            first = stream.readline()

    def glob(self, pattern: str) -> Iterator[Task]:
        """Yield what matches; names are those below the folder that the pattern begins with."""
        base = pattern[: _WILD.search(pattern).start()]  # type: ignore[union-attr]
        base = base[: max(base.rfind("/"), base.rfind(os.sep)) + 1]
        found = sorted(glob.glob(pattern, recursive=True))
        if not found:
            yield from self.missing(pattern, FileNotFoundError(errno.ENOENT, "nothing matches"))
        for path in found:
            if os.path.isfile(path):
                yield from self.file(path, _named(path[len(base) :]), found=True)

    def folder(self, path: str, below: str) -> Iterator[Task]:
        """Yield what is in a folder and below it, by name; hidden files and folders are passed over."""
        try:
            with os.scandir(path or ".") as entries:
                shown = [entry for entry in entries if not entry.name.startswith(".")]
                names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in shown if _holds(entry))
        except OSError as error:
            yield from self.missing(path, error)
            return
        if len(names) < len(shown):
            self.tally.skipped["no file"] += len(shown) - len(names)
        for name, is_folder in names:
            inner = os.path.join(path, name)
            if is_folder:
                yield from self.folder(inner, f"{below}{name}/")
            elif not os.path.isdir(inner):  # a link to a folder could lead round in a circle
                yield from self.file(inner, below + name, found=True)

    def file(self, path: str, name: str, *, found: bool) -> Iterator[Task]:
        """Yield the tasks of a file: an archive's own, or the files gathered so far when they are enough."""
        if not self.inputs.carry:
            path = os.path.abspath(path)
        if os.path.basename(path) in self.inputs.exclude and os.path.realpath(path) in self.inputs.exclude.values():
            return
        archive = reader_for(path)
        if archive is not None:
            yield from self.flush()
            yield from self.archive(archive, path, name, found=found)
            return
        kind = suffix(name)
        wanted = kind in PAGES or not found or (self.inputs.rendered and kind == ".txt")
        if not wanted and kind in OTHERS:
            self.tally.skipped["not html"] += 1
            return
        size = _size(path)
        url, charset = self.inputs.lookup(name)
        rendered = self.inputs.rendered
        self.items.append(Item(path, name, url, charset, sniff=not wanted and not rendered, rendered=rendered))
        self.size += size
        if len(self.items) >= TASK_PAGES or self.size >= TASK_BYTES:
            yield from self.flush()

    def archive(self, kind: str, path: str, name: str, *, found: bool) -> Iterator[Task]:
        """Yield an archive's tasks; one met in a folder that holds no pages is passed over."""
        source = self.source(path, name)
        try:
            plan = reader(kind)
            if found and not getattr(plan, "holds_pages", _always)(source):
                self.tally.skipped["table without pages"] += 1
                return
            yield from plan.plan(source)
        except Exception as error:  # each kind of archive has error classes of its own
            yield unreadable(name, error)

    def source(self, path: str, name: str, stream: Stream | None = None) -> Source:
        """Return the input as its reader gets it."""
        known = self.inputs
        return Source(
            path=path,
            name=name,
            stream=stream,
            lookup=known.lookup,
            columns=known.columns,
            rendered=known.rendered,
            carry=known.carry,
            tally=self.tally,
        )

    def missing(self, path: str, error: OSError) -> Iterator[Task]:
        """Yield the record of an input that is not there."""
        yield from self.flush()
        yield unreadable(path, error)

    def flush(self) -> Iterator[Task]:
        """Yield the files gathered so far."""
        if self.items:
            yield Task(reader="files", items=tuple(self.items), size=self.size)
            self.items, self.size = [], 0


class _Pushed:
    """
    A stream whose first line was read already.
    """

    def __init__(self, first: bytes, stream: BinaryIO) -> None:
        self._first, self._stream = first, stream

    def read1(self, size: int, /) -> bytes:
        first, self._first = self._first, b""
        return first or cast(Stream, self._stream).read1(size)


def _holds(entry: os.DirEntry[str]) -> bool:
    """Pipes and devices hold nothing, and reading one may wait for ever; a link to nowhere is told of later."""
    return entry.is_file() or entry.is_dir() or not os.path.exists(entry.path)


def _always(source: Source) -> bool:
    return True


def _named(path: str) -> str:
    name = path.replace(os.sep, "/")
    while name.startswith("./"):
        name = name[2:]
    return name


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
