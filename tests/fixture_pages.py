"""
The pages under fixtures/: where they are, what each is expected to give.

A fixture folder holds ``page.html`` (the bytes, untouched), ``response.json`` (url, and
optionally ``charset`` of the HTTP header and ``fetched``) and ``article.json``, written by
hand: every field that the page prints, in the JSON form.  A field that it does not name is
expected to be empty.  In ``body`` a string stands for a paragraph.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent / "fixtures"
#: Fields that follow from the url, or from how the page was read, not from what it prints.
DERIVED = frozenset({"url", "host", "canonical_url", "confidence", "site", "layout", "kind", "language", "captions"})


class FixturePage(NamedTuple):
    """
    One page with its response and its expected article.
    """

    name: str
    data: bytes
    url: str | None
    charset: str | None
    fetched: datetime | None
    expected: dict[str, Any]


def folders() -> list[Path]:
    """
    Return every fixture folder, in order.
    """
    return sorted(path.parent for path in ROOT.rglob("article.json"))


def load(folder: Path) -> FixturePage:
    """
    Return the page of one folder.
    """
    response = json.loads((folder / "response.json").read_text(encoding="utf-8"))
    fetched = response.get("fetched")
    return FixturePage(
        folder.relative_to(ROOT).as_posix(),
        (folder / "page.html").read_bytes(),
        response.get("url"),
        response.get("charset"),
        datetime.fromisoformat(fetched) if fetched else None,
        json.loads((folder / "article.json").read_text(encoding="utf-8")),
    )


def empty(value: Any) -> bool:
    """
    Tell whether a value says nothing.
    """
    return value in (None, "", [], {}) or value == ()


def plain(value: Any) -> Any:
    """
    Return a value of the JSON form in the short form that article.json is written in.
    """
    if isinstance(value, dict):
        if value.get("kind") == "paragraph":
            return value["text"]
        kept = {key: plain(item) for key, item in value.items() if not empty(item)}
        return {key: item for key, item in kept.items() if not (kept.get("kind") in ("list", "table") and key == "text")}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value
