"""
A crawl on disk, in the forms that crawls come in: a folder with its manifest, WARC archives, Parquet.
"""

from __future__ import annotations

import json
import uuid
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.crawl import FETCHED, Crawled, crawl

#: Rows in a row group.
_ROWS = 1000


def write_folder(place: Path, count: int) -> list[str]:
    """
    Write a file a page, and the manifest that knows their addresses; return the arguments that read them.
    """
    place.mkdir(parents=True)
    manifest = place.with_name(place.name + "-manifest.jsonl")
    with manifest.open("w", encoding="utf-8") as lines:
        for page in crawl(count):
            path = place / page.file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(page.data)
            lines.write(json.dumps({"file": page.file, "url": page.url, "charset": page.charset}) + "\n")
    return [str(place), "--manifest", str(manifest), "--reference", FETCHED]


def write_warc(place: Path, count: int, archives: int = 20) -> list[str]:
    """
    Write archives of records, each its own gzip member; return the arguments that read them.
    """
    place.mkdir(parents=True)
    pages = crawl(count)
    for number in range(archives):
        share = count * (number + 1) // archives - count * number // archives
        with (place / f"part-{number:02}.warc.gz").open("wb") as stream:
            for page in islice(pages, share):
                append(stream, page)
    return [str(place)]


def write_parquet(place: Path, count: int) -> list[str]:
    """
    Write one table of pages; return the arguments that read it.
    """
    place.mkdir(parents=True)
    names = ("file", "url", "charset", "html")
    schema = pa.schema([*((name, pa.string()) for name in names[:3]), ("html", pa.binary())])
    pages = crawl(count)
    with pq.ParquetWriter(place / "pages.parquet", schema, compression="zstd") as table:
        while rows := list(islice(pages, _ROWS)):
            columns = [[page.file, page.url, page.charset, page.data] for page in rows]
            table.write_table(pa.table(list(map(list, zip(*columns, strict=True))), schema=schema))
    return [str(place), "--reference", FETCHED]


ROUTES: dict[str, Callable[[Path, int], list[str]]] = {
    "files": write_folder,
    "warc": write_warc,
    "parquet": write_parquet,
}


def append(stream: BinaryIO, page: Crawled) -> None:
    """
    Write one page as a record of a .warc.gz.
    """
    packer = zlib.compressobj(6, wbits=31)
    for piece in _record(page):
        stream.write(packer.compress(piece))
    stream.write(packer.flush())


def _record(page: Crawled) -> Iterator[bytes]:
    charset = f"; charset={page.charset}" if page.charset else ""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html{charset}\r\n\r\n".encode()
    date = datetime.fromisoformat(FETCHED).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, page.url)}>\r\n"
        f"WARC-Date: {date}\r\nWARC-Target-URI: {page.url}\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http) + len(page.data)}\r\n\r\n"
    )
    yield from (head.encode(), http, page.data, b"\r\n\r\n")
