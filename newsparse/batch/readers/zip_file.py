"""
A zip of saved pages in, pages out: a worker gets a run of members and opens the zip itself.

Pages are named ``saved.zip/folder/page.html``.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator

from newsparse.batch.page import Item, Page, Problem, Task
from newsparse.batch.readers import TASK_BYTES, TASK_PAGES, Columns, Source, Tally
from newsparse.batch.readers.files import page
from newsparse.batch.readers.members import item_for

_opened: dict[str, zipfile.ZipFile] = {}


def plan(source: Source) -> Iterator[Task]:
    """
    Yield the members in their order.
    """
    items: list[Item] = []
    size = 0
    with zipfile.ZipFile(source.path) as box:
        for member in box.infolist():
            item = None if member.is_dir() else item_for(source, _name(member), member.file_size)
            if item is not None:
                items.append(item._replace(path=member.filename))
                size += member.compress_size
            if items and (len(items) >= TASK_PAGES or size >= TASK_BYTES):
                yield Task(reader="zip_file", path=source.path, items=tuple(items), size=size)
                items, size = [], 0
    if items:
        yield Task(reader="zip_file", path=source.path, items=tuple(items), size=size)


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name; Chinese Windows writes gbk where the flag does not say utf-8."""
    if member.flag_bits & 0x800:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield the pages of the members; a damaged member is a page with a problem.
    """
    box = _open(task.path)
    for item in task.items:
        try:
            data = box.read(item.path)
        except (OSError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, EOFError) as error:
            yield Page(file=item.file, url=item.url, problem=Problem.of(error))
            continue
        yield from page(item, data, tally)


def _open(path: str) -> zipfile.ZipFile:
    """Return the open zip; its directory is read once for a worker, not once for a task."""
    if path not in _opened:
        for other in _opened.values():
            other.close()
        _opened.clear()
        _opened[path] = zipfile.ZipFile(path)
    return _opened[path]
