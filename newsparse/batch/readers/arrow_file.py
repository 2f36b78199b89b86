"""
Arrow IPC files and Feather: a table with a column of HTML in, pages out.

A worker gets a record batch.  Names as in ``parquet``.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from newsparse.batch.page import Page, Task
from newsparse.batch.readers import Columns, Source, Tally
from newsparse.batch.readers.jsonl import page_of_row


def holds_pages(source: Source) -> bool:
    """
    Tell whether the table has a column of pages.
    """
    with pa.memory_map(source.path) as stream:
        names = pa.ipc.open_file(stream).schema.names
    return source.columns.html in names or source.columns.text in names


def plan(source: Source) -> Iterator[Task]:
    """
    Yield the record batches of a file.
    """
    if not holds_pages(source):
        raise ValueError(f"no column {source.columns.html!r} or {source.columns.text!r}")
    with pa.memory_map(source.path) as stream:
        table = pa.ipc.open_file(stream)
        row = 0
        for index in range(table.num_record_batches):
            batch = table.get_batch(index)
            yield Task(
                reader="arrow_file",
                path=source.path,
                name=source.name,
                start=index,
                stop=index + 1,
                first=row,
                size=batch.nbytes,
            )
            row += batch.num_rows


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield a page for every row.
    """
    with pa.memory_map(task.path) as stream:
        batch = pa.ipc.open_file(stream).get_batch(task.start)
        for place in range(0, batch.num_rows, 64):
            for number, values in enumerate(batch.slice(place, 64).to_pylist(), task.first + place):
                yield page_of_row(values, f"{task.name}#{number}", columns)
