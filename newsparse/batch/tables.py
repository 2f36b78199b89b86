"""
Record batches as they travel from worker to writer: rows in, an Arrow IPC stream out, and back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from newsparse.arrow import schema_of, table_of


def to_stream(rows: list[dict[str, Any]], fields: Iterable[str] | None) -> bytes:
    """
    Return the rows as an IPC stream of one batch, compressed with lz4.
    """
    schema = schema_of(fields)
    return pack_table(table_of(rows, schema))


def pack_table(batch: pa.RecordBatch) -> bytes:
    """
    Return a batch as an IPC stream, compressed with lz4.
    """
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as writer:
        writer.write_batch(batch)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def from_stream(packed: bytes) -> pa.RecordBatch:
    """
    Return the batch of an IPC stream.
    """
    with pa.ipc.open_stream(packed) as stream:
        return stream.read_next_batch()
