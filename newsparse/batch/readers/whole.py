"""
An archive that cannot be read in pieces, as one task: read from its beginning to its end by whoever gets it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

from newsparse.batch.page import Page, Task
from newsparse.batch.readers import Columns, Source, Tally, reader


def whole(kind: str, source: Source) -> Task:
    """
    Return the task that is the whole of an archive.

    Args:
        kind: the name of the archive's reader.
        source: the archive.
    """
    return Task(reader="whole", path=source.path, name=source.name, kind=kind, size=os.stat(source.path).st_size)


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield the archive's pages.
    """
    source = Source(path=task.path, name=task.name, columns=columns, tally=tally)
    for piece in reader(task.kind).plan(source):
        yield from reader(piece.reader).read(piece, columns, tally)
