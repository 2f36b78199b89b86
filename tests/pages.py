"""
Every page that tests may read: those under fixtures/, and the saved ones of the corpus.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from fixture_pages import folders, load

from newsparse.errors import PageError
from newsparse.extract import Options, extract
from newsparse.output.json import to_dict
from newsparse.provenance import Trace


class Saved(NamedTuple):
    """
    The bytes of a page, and what is known of it.
    """

    name: str
    data: bytes
    url: str | None
    charset: str | None = None


@cache
def fixtures() -> tuple[Saved, ...]:
    """
    Return the pages under fixtures/.
    """
    pages = map(load, folders())
    return tuple(Saved(page.name, page.data, page.url, page.charset) for page in pages)


def saved(corpus: Path) -> Iterator[Saved]:
    """
    Yield the pages of a corpus folder, in the order of its manifest.
    """
    with (corpus / "manifest.jsonl").open(encoding="utf-8") as manifest:
        for line in manifest:
            row = json.loads(line)
            yield Saved(row["file"], (corpus / "pages" / row["file"]).read_bytes(), row["url"])


def read(page: Saved, trace: Trace | None = None, **options: Any) -> dict[str, Any]:
    """
    Return the JSON form of a page's article, or the reason why there is none.
    """
    try:
        article = extract(page.data, url=page.url, charset=page.charset, options=Options(**options), trace=trace)
    except PageError as error:
        return {"error": error.reason}
    return to_dict(article)


def differences(one: dict[str, Any], other: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """
    Return the fields in which two articles differ, with both values.
    """
    return {name: (one.get(name), other.get(name)) for name in {**one, **other} if one.get(name) != other.get(name)}
