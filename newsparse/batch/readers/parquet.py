"""
Parquet: a table with a column of HTML (bytes or string) in, pages out.

A worker gets a row group and reads only the columns that hold a page.  A row group
too large for one task is read in slices by the main process, and the slices travel.
Numbers of rows, from 0, are the pages' names: ``lake/part-1.parquet#12``.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from newsparse.batch.page import Page, Task
from newsparse.batch.readers import TASK_PAGES, Columns, Source, Tally
from newsparse.batch.readers.jsonl import page_of_row

#: Uncompressed bytes of a row group that a worker reads at once.
_ROW_GROUP = 64 << 20


def holds_pages(source: Source) -> bool:
    """
    Tell whether the table has a column of pages.
    """
    names = pq.read_schema(source.path).names
    return source.columns.html in names or source.columns.text in names


def plan(source: Source) -> Iterator[Task]:
    """
    Yield the row groups of a file.
    """
    with pq.ParquetFile(source.path) as table:
        wanted = _wanted(table.schema_arrow, source.columns)
        row = 0
        for index in range(table.num_row_groups):
            group = table.metadata.row_group(index)
            if group.total_byte_size <= _ROW_GROUP or not source.carry:
                yield Task(
                    reader="parquet",
                    path=source.path,
                    name=source.name,
                    start=index,
                    stop=index + 1,
                    first=row,
                    size=_stored(group),
                )
            else:
                yield from _slices(table, index, row, wanted, source.name)
            row += group.num_rows


def _slices(table: pq.ParquetFile, index: int, row: int, wanted: list[str], name: str) -> Iterator[Task]:
    group = table.metadata.row_group(index)
    for batch in table.iter_batches(TASK_PAGES, row_groups=[index], columns=wanted):
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, batch.schema) as writer:
            writer.write_batch(batch)
        payload = sink.getvalue().to_pybytes()
        size = _stored(group) * batch.num_rows // max(1, group.num_rows)
        yield Task(reader="parquet", name=name, first=row, payload=payload, size=size)
        row += batch.num_rows


def _stored(group: pq.RowGroupMetaData) -> int:
    """Return the bytes that a row group takes in the file."""
    return sum(group.column(index).total_compressed_size for index in range(group.num_columns))


def _wanted(schema: pa.Schema, columns: Columns) -> list[str]:
    """Return the columns to read."""
    if columns.html not in schema.names and columns.text not in schema.names:
        raise ValueError(f"no column {columns.html!r} or {columns.text!r}; it has {', '.join(schema.names)}")
    known = (columns.html, columns.text, columns.url, columns.charset, columns.file, "fetched")
    return [name for name in known if name in schema.names]


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield a page for every row.
    """
    row = task.first
    for batch in _batches(task, columns):
        for number, values in enumerate(batch.to_pylist(), row):
            yield page_of_row(values, f"{task.name}#{number}", columns)
        row += batch.num_rows


def _batches(task: Task, columns: Columns) -> Iterator[pa.RecordBatch]:
    if task.path:
        with pq.ParquetFile(task.path) as table:
            wanted = _wanted(table.schema_arrow, columns)
            yield from table.iter_batches(
                TASK_PAGES, row_groups=list(range(task.start, task.stop)), columns=wanted, use_threads=False
            )
    else:
        assert isinstance(task.payload, bytes)
        with pa.ipc.open_stream(task.payload) as stream:
            yield from stream
