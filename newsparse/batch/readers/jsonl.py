"""
JSON Lines: a row with ``html`` (or ``text``, the text of a rendered page) in, a page out.

A plain file is cut at line ends and read by the workers.  A compressed file or a pipe
cannot be read from its middle, so its lines travel, unread.  Numbers of lines, from 1,
are the pages' names: ``dump.jsonl#12``; a row's own ``file`` goes before.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, BinaryIO, cast

import attrs

from newsparse.batch.page import Page, Problem, Task
from newsparse.batch.readers import TASK_BYTES, Columns, Source, Stream, Tally
from newsparse.batch.readers.whole import whole
from newsparse.batch.rows import loads

#: Bytes of unread lines in one task.
_PAYLOAD = 1 << 20


def plan(source: Source) -> Iterator[Task]:
    """
    Yield ranges of a plain file, or the lines themselves.
    """
    if source.stream is not None:
        yield from _lines(source, source.stream, lambda: 0)
    elif source.path.lower().endswith((".gz", ".zst")):
        if not source.carry:
            yield whole("jsonl", source)
            return
        with open(source.path, "rb") as raw, unpacked(raw, source.path) as stream:
            yield from _lines(source, cast(Stream, stream), raw.tell)
    else:
        yield from _ranges(source)


def holds_pages(source: Source) -> bool:
    """
    Tell whether the first row holds a page.
    """
    with open(source.path, "rb") as raw:
        first = unpacked(raw, source.path).readline(64 << 20)
    try:
        row = loads(first.removeprefix(b"\xef\xbb\xbf"))
    except ValueError:
        return False
    return isinstance(row, dict) and (source.columns.html in row or source.columns.text in row)


def unpacked(raw: BinaryIO, path: str) -> BinaryIO:
    """
    Return the stream inside a file that may be compressed, by the suffix of its name.
    """
    if path.lower().endswith((".gz", ".tgz")):
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw))
    if path.lower().endswith(".zst"):
        import zstandard

        reader = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True, closefd=False)
        return io.BufferedReader(cast(io.RawIOBase, reader), 1 << 18)
    return raw


def _ranges(source: Source) -> Iterator[Task]:
    """Cut a plain file at the first line end after every ``TASK_BYTES``."""
    start, line = 0, 1
    with open(source.path, "rb") as stream:
        while True:
            block = stream.read(TASK_BYTES)
            if not block:
                return
            block += stream.readline()
            stop = start + len(block)
            piece = Task(reader="jsonl", path=source.path, name=source.name, start=start, stop=stop, first=line)
            yield attrs.evolve(piece, size=len(block))
            line += block.count(b"\n")
            start = stop


def _lines(source: Source, stream: Stream, position: Callable[[], int]) -> Iterator[Task]:
    """Yield the lines of a stream; those before a fault in it are not lost."""
    line = 1
    rest: list[bytes] = []
    size = told = 0
    fault: Exception | None = None
    while fault is None:
        try:
            block = stream.read1(1 << 18)
        except Exception as error:  # each codec has an error class of its own
            fault, block = error, b""
        rest.append(block)
        size += len(block)
        if block and (size < _PAYLOAD or b"\n" not in block):
            continue
        payload = b"".join(rest)
        cut = payload.rfind(b"\n") + 1 if block else len(payload)
        if cut:
            place = position()
            yield Task(reader="jsonl", name=source.name, first=line, payload=payload[:cut], size=place - told)
            told = place
            line += payload.count(b"\n", 0, cut)
        rest, size = [payload[cut:]], len(payload) - cut
        if not block:
            break
    if fault is not None:
        raise fault


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield a page for every row that is not blank.
    """
    if task.path:
        with open(task.path, "rb") as stream:
            stream.seek(task.start)
            block = stream.read(task.stop - task.start)
    else:
        assert isinstance(task.payload, bytes)
        block = task.payload
    for number, line in enumerate(block.split(b"\n"), task.first):
        if line.strip(b" \t\r\xef\xbb\xbf"):
            yield page(line.removeprefix(b"\xef\xbb\xbf"), f"{task.name}#{number}", columns)


def page(line: bytes, name: str, columns: Columns) -> Page:
    """
    Return the page of one row; one with a problem where the row holds none.
    """
    try:
        row = loads(line)
    except ValueError as error:
        return Page(file=name, problem=Problem("ValueError", f"the row is no JSON: {error}"))
    if not isinstance(row, dict):
        return Page(file=name, problem=Problem("ValueError", "the row is no JSON object"))
    return page_of_row(row, name, columns)


def page_of_row(row: dict[str, Any], name: str, columns: Columns) -> Page:
    """
    Return the page of one row, whatever it was read from.
    """
    own = row.get(columns.file)
    file = own if isinstance(own, str) and own else name
    url = row.get(columns.url)
    url = url if isinstance(url, str) and url else None
    html = row.get(columns.html)
    data = row.get(columns.text) if html is None else html
    if not isinstance(data, bytes | str):
        missing = f"the row has neither {columns.html!r} nor {columns.text!r}"
        return Page(file=file, url=url, problem=Problem("ValueError", missing))
    charset = row.get(columns.charset)
    charset = charset if isinstance(charset, str) and charset else None
    return Page(file=file, data=data, url=url, charset=charset, rendered=html is None, fetched=_moment(row))


def _moment(row: dict[str, Any]) -> datetime | None:
    fetched = row.get("fetched")
    return fetched if isinstance(fetched, datetime) else None
