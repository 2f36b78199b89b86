"""
Articles as Arrow: a table of pages in, a table of articles out, one row for one row.

``parse_arrow`` knows no engine, so the same function runs under Ray, Spark's
``mapInArrow``, Dask and Daft.  The schema is fixed and written by hand: inferred, it
would change with the first batch in which a column happens to be all None.  It is the
JSON form of ``newsparse.output.json`` with types, and columns of its own: ``text`` (the
story as plain text), ``*_precision`` and ``*_offset`` (minutes east of Greenwich, as the
page has it) beside every time, and ``error``, which is null where the page was parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from importlib.metadata import version
from typing import Any, TypeVar

import pyarrow as pa

from newsparse.errors import PageError
from newsparse.extract import Options, extract
from newsparse.model import Article
from newsparse.output.json import to_dict

Batch = TypeVar("Batch", pa.Table, pa.RecordBatch)

_CHINA = timezone(timedelta(hours=8))


def _structs(**fields: pa.DataType) -> pa.DataType:
    return pa.list_(pa.struct(list(fields.items())))


_TIMES = ("timestamp", "updated")
_TEXT = pa.string()
_MOMENT = pa.timestamp("us", tz="Asia/Shanghai")
_BLOCK = {
    "kind": _TEXT,
    "text": _TEXT,
    "url": _TEXT,
    "caption": _TEXT,
    "credit": _TEXT,
    "items": pa.list_(_TEXT),
    "rows": pa.list_(pa.list_(_TEXT)),
}

#: Version of the schema: the number changes when a column's name, type or meaning does.
SCHEMA_ID = "newsparse-article-1"

ARTICLE_SCHEMA = pa.schema(
    [
        ("file", _TEXT),
        ("url", _TEXT),
        ("canonical_url", _TEXT),
        ("host", _TEXT),
        ("site", _TEXT),
        ("layout", _TEXT),
        ("kind", _TEXT),
        ("language", _TEXT),
        ("title", _TEXT),
        ("kicker", _TEXT),
        ("subtitle", _TEXT),
        ("standfirst", _TEXT),
        ("timestamp", _MOMENT),
        ("timestamp_precision", _TEXT),
        ("timestamp_offset", pa.int16()),
        ("updated", _MOMENT),
        ("updated_precision", _TEXT),
        ("updated_offset", pa.int16()),
        ("source", pa.struct([("name", _TEXT), ("url", _TEXT)])),
        ("byline", _TEXT),
        ("authors", _structs(name=_TEXT, role=_TEXT)),
        ("editors", _structs(name=_TEXT, role=_TEXT)),
        ("dateline", pa.struct([("agency", _TEXT), ("place", _TEXT), ("date", _TEXT)])),
        ("breadcrumb", _structs(name=_TEXT, url=_TEXT)),
        ("keywords", pa.list_(_TEXT)),
        ("text", pa.large_string()),
        ("body", _structs(**_BLOCK)),
        ("captions", pa.list_(_TEXT)),
        (
            "comments",
            pa.struct(
                [
                    ("count", pa.int64()),
                    ("url", _TEXT),
                    ("form", pa.bool_()),
                    ("items", _structs(author=_TEXT, time=_TEXT, text=_TEXT)),
                ]
            ),
        ),
        ("disclaimers", _structs(kind=_TEXT, text=_TEXT)),
        ("related", _structs(title=_TEXT, url=_TEXT)),
        ("pagination", pa.struct([("page", pa.int32()), ("pages", pa.int32()), ("urls", pa.list_(_TEXT))])),
        ("footer", pa.struct([("licences", pa.list_(_TEXT)), ("owner", _TEXT), ("counsel", _TEXT)])),
        ("is_reprint", pa.bool_()),
        ("confidence", _structs(field=_TEXT, value=pa.float64())),
        ("error", pa.struct([("type", _TEXT), ("message", _TEXT)])),
    ],
    metadata={"newsparse.schema": SCHEMA_ID},
)

#: Keys of each kind of block, as the JSON form has them.
_BLOCK_KEYS = {
    "image": ("kind", "url", "caption", "credit"),
    "video": ("kind", "url", "caption"),
    "list": ("kind", "text", "items"),
    "table": ("kind", "text", "rows"),
}


def schema_of(fields: Iterable[str] | None = None) -> pa.Schema:
    """
    Return the schema, or the part of it that holds these fields; ``file``, ``url`` and ``error`` always stay.
    """
    metadata = {**ARTICLE_SCHEMA.metadata, b"newsparse.version": version("newsparse").encode()}
    if fields is None:
        return ARTICLE_SCHEMA.with_metadata(metadata)
    wanted = {*fields, "file", "url", "error"}
    wanted |= {f"{name}_{part}" for name in _TIMES if name in wanted for part in ("precision", "offset")}
    return pa.schema([column for column in ARTICLE_SCHEMA if column.name in wanted], metadata=metadata)


def to_row(article: Article, file: str | None = None) -> dict[str, Any]:
    """
    Return the article as a row of the schema.
    """
    row = to_dict(article)
    row["file"] = file
    row["text"] = article.text
    for name, stamp in (("timestamp", article.timestamp), ("updated", article.updated)):
        row[name] = stamp.value if stamp else None
        row[f"{name}_precision"] = stamp.precision if stamp else None
        row[f"{name}_offset"] = _minutes(stamp.value) if stamp else None
    if article.confidence is not None:
        row["confidence"] = [{"field": name, "value": value} for name, value in article.confidence.items()]
    return row


def error_row(file: str | None, url: str | None, kind: str, message: str) -> dict[str, Any]:
    """
    Return the row of a page that gave no article.
    """
    return {"file": file, "url": url, "error": {"type": kind, "message": " ".join(message.split())[:500]}}


def to_json_form(row: Mapping[str, Any]) -> dict[str, Any]:
    """
    Return a row of the whole schema in the JSON form: what ``newsparse batch`` would have written as a line.
    """
    if row["error"] is not None:
        return {"file": row["file"], "url": row["url"], "error": row["error"]}
    own = {"text", "error", *(f"{name}_{part}" for name in _TIMES for part in ("precision", "offset"))}
    line = {name: value for name, value in row.items() if name not in own}
    for name in _TIMES:
        line[name] = _iso(row[name], row[f"{name}_precision"], row[f"{name}_offset"])
    plain = ("kind", "text")
    line["body"] = [{key: block[key] for key in _BLOCK_KEYS.get(block["kind"], plain)} for block in row["body"]]
    confidence = row["confidence"]
    line["confidence"] = {entry["field"]: entry["value"] for entry in confidence} if confidence is not None else None
    return line


def _minutes(moment: datetime) -> int:
    """Return how far east of Greenwich the clock of this moment is."""
    return (moment.utcoffset() or timedelta()) // timedelta(minutes=1)


def _iso(moment: datetime | None, precision: str | None, offset: int | None) -> str | None:
    if moment is None:
        return None
    formats = {"year": "%Y", "month": "%Y-%m", "day": "%Y-%m-%d"}
    moment = moment.astimezone(_CHINA if offset is None else timezone(timedelta(minutes=offset)))
    if precision in formats:
        return moment.strftime(formats[precision])
    return moment.isoformat(timespec="seconds" if precision == "second" else "minutes")


def table_of(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.RecordBatch:
    """
    Return rows as a record batch of the schema; keys that it does not have are passed over.
    """
    columns = [pa.array([row.get(field.name) for row in rows], field.type) for field in schema]
    return pa.RecordBatch.from_arrays(columns, schema=schema)


def parse_arrow(
    batch: Batch, *, html: str = "html", url: str = "url", charset: str = "charset", options: Options | None = None
) -> Batch:
    """
    Return the articles of a table of pages: one row out for every row in, in order, never an exception.

    Args:
        batch: a table or record batch with a column of HTML, as bytes (preferred) or strings.
        html: the name of that column.
        url: the name of the column of addresses, used where it is there.
        charset: the name of the column of HTTP charsets, used where it is there.
        options: how to parse; None is the default of ``newsparse.parse``.
    """
    known = set(batch.schema.names)
    pages = batch.column(html).to_pylist()
    nothing: list[None] = [None] * len(pages)
    urls = batch.column(url).to_pylist() if url in known else nothing
    charsets = batch.column(charset).to_pylist() if charset in known else nothing
    files = batch.column("file").to_pylist() if "file" in known else nothing
    chosen = options or Options()
    rows = [
        _row(page, address, label, file, chosen)
        for page, address, label, file in zip(pages, urls, charsets, files, strict=True)
    ]
    schema = schema_of(chosen.fields)
    parsed = table_of(rows, schema)
    return pa.Table.from_batches([parsed], schema) if isinstance(batch, pa.Table) else parsed


def _row(
    page: bytes | str | None, url: str | None, charset: str | None, file: str | None, options: Options
) -> dict[str, Any]:
    try:
        return to_row(extract(page or b"", url=url, charset=charset, options=options), file)
    except PageError as error:
        return error_row(file, url, "PageError", f"{error.reason}: {error.message}" if error.message else error.reason)
    except Exception as error:  # a page that trips the parser is a row with its error; the table goes on
        return error_row(file, url, type(error).__name__, str(error))
