"""
A tar of saved pages in, pages out.

In a plain tar a worker reads the members at their places; a compressed one is read
once, by the main process, and its pages travel.  Names as in ``zip_file``.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator

from newsparse.batch.page import Item, Page, Task
from newsparse.batch.readers import TASK_BYTES, TASK_PAGES, Columns, Source, Tally
from newsparse.batch.readers.files import page
from newsparse.batch.readers.jsonl import unpacked
from newsparse.batch.readers.members import item_for
from newsparse.batch.readers.pages import packed
from newsparse.batch.readers.whole import whole


def plan(source: Source) -> Iterator[Task]:
    """
    Yield places of a plain tar, or the pages of a compressed one.
    """
    if source.path.lower().endswith(".tar"):
        yield from _places(source)
        return
    if not source.carry:
        yield whole("tar_file", source)
        return
    with open(source.path, "rb") as raw:
        # tarfile knows the other compressions by itself.
        stream = unpacked(raw, source.path) if source.path.lower().endswith(".zst") else raw
        with tarfile.open(fileobj=stream, mode="r|*") as box:
            yield from packed(_pages(box, source), raw.tell)


def _members(box: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """Yield the files; tarfile would keep every one of them in memory."""
    for member in box:
        box.members = []  # type: ignore[attr-defined]
        if member.isfile():
            yield member


def _pages(box: tarfile.TarFile, source: Source) -> Iterator[Page]:
    for member in _members(box):
        item = item_for(source, member.name, member.size)
        stream = box.extractfile(member) if item is not None else None
        if item is not None and stream is not None:
            yield from page(item, stream.read(), source.tally)


def _places(source: Source) -> Iterator[Task]:
    items: list[Item] = []
    size = 0
    with tarfile.open(source.path, mode="r:") as box:
        for member in _members(box):
            item = item_for(source, member.name, member.size)
            if item is not None:
                items.append(item._replace(offset=member.offset_data))
                size += member.size
            if items and (len(items) >= TASK_PAGES or size >= TASK_BYTES):
                yield Task(reader="tar_file", path=source.path, items=tuple(items), size=size)
                items, size = [], 0
    if items:
        yield Task(reader="tar_file", path=source.path, items=tuple(items), size=size)


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield the pages at the task's places.
    """
    with open(task.path, "rb") as stream:
        for item in task.items:
            stream.seek(item.offset)
            yield from page(item, stream.read(item.size), tally)
