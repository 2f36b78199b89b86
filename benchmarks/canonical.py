"""
Results, whatever they are written as, made comparable: a digest of every article, by its address.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from newsparse.arrow import to_json_form


def digests(path: Path) -> dict[str, bytes]:
    """
    Return a digest of every line or row of a file by its url; where a page stood in the input does not count.

    Raises:
        ValueError: a url comes twice.
    """
    found: dict[str, bytes] = {}
    for row in _rows(path):
        url = row["url"]
        if url in found:
            raise ValueError(f"{path}: {url} comes twice")
        plain = json.dumps({name: value for name, value in row.items() if name != "file"}, sort_keys=True)
        found[url] = hashlib.blake2b(plain.encode(), digest_size=16).digest()
    return found


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """
    Return the addresses that only one of them has, or that differ, sorted.
    """
    return sorted(url for url in {**one, **other} if one.get(url) != other.get(url))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    if path.suffix == ".parquet":
        with pq.ParquetFile(path) as table:
            for batch in table.iter_batches(1000):
                yield from map(to_json_form, batch.to_pylist())
        return
    with path.open("rb") as lines:
        yield from map(json.loads, lines)
