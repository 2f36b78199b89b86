"""
A stand-in for the few names of Ray that ``newsparse.ray`` uses, for machines without it.

It does at once and here what Ray does later and elsewhere; a block whose function
raises is dropped, as Ray does with ``max_errored_blocks``.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

_CONTEXT = SimpleNamespace(max_errored_blocks=0, enable_progress_bars=True)


class Dataset:
    """
    Tables, one a block.
    """

    def __init__(self, tables: list[pa.Table]) -> None:
        self._tables = tables

    def map_batches(self, function: Callable[..., Any], *, fn_kwargs: dict[str, Any], **options: Any) -> Dataset:
        assert options["batch_size"] == 1 and options["batch_format"] == "pyarrow"
        assert options["max_retries"] >= 0, "by default Ray tries a block whose worker dies for ever"
        found: list[pa.Table] = []
        for table in self._tables:
            try:
                result = function(table, **fn_kwargs)
                found += [result] if isinstance(result, pa.Table) else list(result)
            except Exception:
                if _CONTEXT.max_errored_blocks == 0:
                    raise
        return Dataset(found)

    def write_parquet(self, path: str, *, mode: str) -> None:
        assert mode == "append"
        Path(path).mkdir(parents=True, exist_ok=True)
        for table in self._tables:
            pq.write_table(table, f"{path}/{uuid.uuid4().hex}.parquet")

    def count(self) -> int:
        return sum(table.num_rows for table in self._tables)

    def iter_rows(self) -> Iterator[dict[str, Any]]:
        for table in self._tables:
            yield from table.to_pylist()


def module() -> ModuleType:
    """
    Return the stand-in.
    """
    ray = ModuleType("ray")
    ray.data = SimpleNamespace(  # type: ignore[attr-defined]
        from_items=lambda items, override_num_blocks: Dataset([pa.Table.from_pylist([item]) for item in items]),
        DataContext=SimpleNamespace(get_current=lambda: _CONTEXT),
    )
    ray.init = lambda **options: None  # type: ignore[attr-defined]
    ray.shutdown = lambda: None  # type: ignore[attr-defined]
    ray.cluster_resources = lambda: {"CPU": 2.0}  # type: ignore[attr-defined]
    return ray
