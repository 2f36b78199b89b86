"""
Pages that travel themselves: from archives that cannot be read in pieces, and for inputs that cannot be read at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsparse.batch.packages import advice
from newsparse.batch.page import Page, Problem, Task
from newsparse.batch.readers import TASK_PAGES, Columns, Tally

#: Bytes of pages in one task, about: they are copied to the worker.
_PAYLOAD = 1 << 20


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield the pages that the task carries.
    """
    assert isinstance(task.payload, tuple)
    yield from task.payload


def unreadable(name: str, error: Exception) -> Task:
    """
    Return the task that records an input which cannot be read.
    """
    if isinstance(error, OSError) and error.strerror:
        message = error.strerror
    elif isinstance(error, ModuleNotFoundError):
        message = f"reading it needs {advice(error) or error.name}"
    else:
        message = str(error) or "unreadable"
    return Task(reader="pages", payload=(Page(file=name, problem=Problem(type(error).__name__, message)),))


def packed(pages: Iterator[Page], position: Callable[[], int]) -> Iterator[Task]:
    """
    Yield tasks that carry the pages; those before a fault are not lost.

    Args:
        pages: read as the tasks are taken.
        position: tells how many bytes of the archive were read, for the progress.
    """
    gathered: list[Page] = []
    size = 0
    told = position()
    fault: Exception | None = None
    while True:
        try:
            page = next(pages, None)
        except Exception as error:  # each kind of archive has error classes of its own
            page, fault = None, error
        if page is not None:
            gathered.append(page)
            size += len(page.data)
        if gathered and (page is None or size >= _PAYLOAD or len(gathered) >= TASK_PAGES):
            read_now = position()
            yield Task(reader="pages", payload=tuple(gathered), size=read_now - told)
            gathered, size, told = [], 0, read_now
        if page is None:
            break
    if fault is not None:
        raise fault
