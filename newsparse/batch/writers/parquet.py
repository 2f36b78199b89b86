"""
Parquet: one file with the fixed schema and bounded row groups.

Theory.  A Parquet file cannot be read, or gone on with, before its end is written.  So
the batches are also kept as they came, in a spool of Arrow streams beside it; a resumed
run writes the file again from the spool, which is far cheaper than to parse again, and
goes on.  Row groups are cut by count, so that the file does not depend on how often the
run was interrupted.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from newsparse.arrow import schema_of, table_of
from newsparse.batch.rows import loads
from newsparse.batch.tables import from_stream, pack_table
from newsparse.batch.work import DUPLICATE, FAILED, PARSED, Outcome
from newsparse.batch.writers import part
from newsparse.batch.writers.lines import PartFile

#: Rows in a row group.
ROW_GROUP = 2048

_LENGTH = struct.Struct("<Q")


def spool(path: Path) -> Path:
    """
    Return the name of the spool beside a Parquet file.
    """
    return path.with_name(path.name + ".spool")


class ParquetFile:
    """
    Articles as rows; failed pages are rows with an error, unless they go apart.
    """

    def __init__(
        self,
        path: Path,
        fields: Iterable[str] | None,
        errors_apart: bool,
        files: Mapping[str, int],
        *,
        spooled: bool = True,
    ) -> None:
        """
        Args:
            path: its name in the end.
            fields: what to keep of the schema, None for all of it.
            errors_apart: failed pages are no rows.
            files: how long the spool was when the run was interrupted.
            spooled: False where the file is small enough to begin anew.
        """
        self._path, self._errors_apart = path, errors_apart
        self._schema = schema_of(fields)
        path.parent.mkdir(parents=True, exist_ok=True)
        self._spool = PartFile(spool(path), files.get("spool")) if spooled else None
        self._waiting: list[pa.RecordBatch] = []
        self._rows = 0
        self._file: Any = pq.ParquetWriter(part(path), self._schema, compression="zstd", version="2.6")
        if files.get("spool"):
            self._restore()

    def _restore(self) -> None:
        """Write again what was written before the run was interrupted."""
        with open(part(spool(self._path)), "rb") as stream:
            while head := stream.read(_LENGTH.size):
                self._append(from_stream(stream.read(*_LENGTH.unpack(head))))

    def write(self, outcome: Outcome) -> None:
        packed = self._table(outcome)
        if packed is not None:
            if self._spool is not None:
                self._spool.write(_LENGTH.pack(len(packed)) + packed)
            self._append(from_stream(packed))

    def _table(self, outcome: Outcome) -> bytes | None:
        """Return the task's rows without the duplicates found since."""
        failed = () if self._errors_apart else (FAILED,)
        if outcome.table is None:
            records = [loads(row.payload) for row in outcome.rows if row.outcome in failed]
            return pack_table(table_of(records, self._schema)) if records else None
        there = (PARSED, DUPLICATE, *failed)
        mask = [row.outcome != DUPLICATE for row in outcome.rows if row.outcome in there]
        if all(mask):
            return outcome.table if mask else None
        return pack_table(from_stream(outcome.table).filter(pa.array(mask)))

    def _append(self, batch: pa.RecordBatch) -> None:
        self._waiting.append(batch)
        self._rows += batch.num_rows
        while self._rows >= ROW_GROUP:
            self._write(ROW_GROUP)

    def _write(self, rows: int) -> None:
        table = pa.Table.from_batches(self._waiting, self._schema)
        self._file.write_table(table.slice(0, rows), row_group_size=ROW_GROUP)
        rest = table.slice(rows)
        self._waiting, self._rows = rest.to_batches(), rest.num_rows

    def flush(self) -> dict[str, int]:
        return {"spool": self._spool.flush()} if self._spool is not None else {}

    def complete(self) -> None:
        if self._rows:
            self._write(self._rows)
        self.close()
        with open(part(self._path), "rb+") as stream:
            os.fsync(stream.fileno())

    def close(self) -> None:
        self._file.close()
        if self._spool is not None:
            self._spool.close()
