"""
The JSON form: what ``batch`` writes, an article a line.

``to_dict`` and ``from_dict`` are each other's inverse on the JSON form.  Written by
hand rather than by a converter: it is called once a page and is a tenth of the cost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any, cast

from newsparse import lazy
from newsparse.model import (
    Article,
    BodyBlock,
    Comment,
    Comments,
    Crosshead,
    Dateline,
    Disclaimer,
    Footer,
    Image,
    Link,
    List,
    Pagination,
    Paragraph,
    Person,
    Precision,
    Quote,
    Table,
    Timestamp,
    Video,
)
from newsparse.output.line import written

_CHINA = timezone(timedelta(hours=8))
_SECONDS = lazy.compile(r"[T ]\d\d:\d\d:\d\d")
_PRECISIONS: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}


def to_json(article: Article, **extra: Any) -> bytes:
    """
    Return the article as one line of JSON, UTF-8, without the line break.

    Args:
        extra: keys to put first, such as ``file``.
    """
    line = written(article, extra)
    return _dumps()({**extra, **to_dict(article)}) if line is None else line


@cache
def _dumps() -> Callable[[Any], bytes]:
    """
    Return what writes a line: orjson where it is installed, imported with the first line because dicts need none.
    """
    try:
        from orjson import dumps
    except ImportError:
        return lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return dumps


def from_json(line: bytes | str) -> Article:
    """
    Return the article of one line of JSON.
    """
    return from_dict(json.loads(line))


def to_dict(article: Article) -> dict[str, Any]:
    """
    Return the JSON form as plain dicts and lists, its keys in their fixed order.
    """
    a = article
    captions: list[str] = []
    body = [_block(block, captions) for block in a.body]
    return {
        "url": a.url,
        "canonical_url": a.canonical_url,
        "host": a.host,
        "site": a.site,
        "layout": a.layout,
        "kind": a.kind,
        "language": a.language,
        "title": a.title,
        "kicker": a.kicker,
        "subtitle": a.subtitle,
        "standfirst": a.standfirst,
        "timestamp": a.timestamp.isoformat() if a.timestamp else None,
        "updated": a.updated.isoformat() if a.updated else None,
        "source": _link(a.source) if a.source else None,
        "byline": a.byline,
        "authors": [{"name": p.name, "role": p.role} for p in a.authors],
        "editors": [{"name": p.name, "role": p.role} for p in a.editors],
        "dateline": {"agency": a.dateline.agency, "place": a.dateline.place, "date": a.dateline.date}
        if a.dateline
        else None,
        "breadcrumb": [_link(link) for link in a.breadcrumb],
        "keywords": list(a.keywords),
        "body": body,
        "captions": captions,
        "comments": _comments(a.comments) if a.comments else None,
        "disclaimers": [{"kind": d.kind, "text": d.text} for d in a.disclaimers],
        "related": [{"title": link.name, "url": link.url} for link in a.related],
        "pagination": {"page": a.pagination.page, "pages": a.pagination.pages, "urls": list(a.pagination.urls)}
        if a.pagination
        else None,
        "footer": {"licences": list(a.footer.licences), "owner": a.footer.owner, "counsel": a.footer.counsel}
        if a.footer
        else None,
        "is_reprint": a.is_reprint,
        "confidence": a.confidence,
    }


def _link(link: Link) -> dict[str, str | None]:
    return {"name": link.name, "url": link.url}


def _block(block: BodyBlock, captions: list[str]) -> dict[str, Any]:
    if isinstance(block, Image):
        if block.caption:
            captions.append(block.caption)
        return {"kind": "image", "url": block.url, "caption": block.caption, "credit": block.credit}
    if isinstance(block, Video):
        if block.caption:
            captions.append(block.caption)
        return {"kind": "video", "url": block.url, "caption": block.caption}
    if isinstance(block, List):
        return {"kind": "list", "text": block.text, "items": list(block.items)}
    if isinstance(block, Table):
        return {"kind": "table", "text": block.text, "rows": [list(row) for row in block.rows]}
    return {"kind": block.kind, "text": block.text}


def _comments(comments: Comments) -> dict[str, Any]:
    items = [{"author": c.author, "time": c.time, "text": c.text} for c in comments.items]
    return {"count": comments.count, "url": comments.url, "form": comments.form, "items": items}


def read_iso(text: str) -> Timestamp:
    """
    Return the timestamp of ISO 8601 at any of our precisions.

    Raises:
        ValueError: the text is not such a timestamp.
    """
    precision = _PRECISIONS.get(len(text))
    if precision:
        padded = text + {"year": "-01-01", "month": "-01", "day": ""}[precision]
        return Timestamp(value=datetime.fromisoformat(padded).replace(tzinfo=_CHINA), precision=precision, raw=text)
    value = datetime.fromisoformat(text)
    return Timestamp(value=value, precision="second" if _SECONDS.search(text) else "minute", raw=text)


def from_dict(data: Mapping[str, Any]) -> Article:
    """
    Return the article of the JSON form; keys that the form does not know (``file``) are passed over.

    Raises:
        ValueError: the line is the record of a failed page, or not an article at all.
    """
    if data.get("error"):
        raise ValueError(f"the record of a failed page: {data['error']}")
    get = data.get
    dateline, comments, pagination, footer = get("dateline"), get("comments"), get("pagination"), get("footer")
    plain = (
        "url canonical_url host site layout language title kicker subtitle standfirst byline is_reprint confidence"
    ).split()
    return Article(
        **{name: get(name) for name in plain},
        kind=get("kind") or "article",
        timestamp=read_iso(data["timestamp"]) if get("timestamp") else None,
        updated=read_iso(data["updated"]) if get("updated") else None,
        source=Link(data["source"]["name"], data["source"].get("url")) if get("source") else None,
        authors=tuple(Person(p["name"], p["role"]) for p in get("authors") or ()),
        editors=tuple(Person(p["name"], p["role"]) for p in get("editors") or ()),
        dateline=Dateline(**dateline) if dateline else None,
        breadcrumb=tuple(Link(x["name"], x.get("url")) for x in get("breadcrumb") or ()),
        keywords=tuple(get("keywords") or ()),
        body=tuple(_read_block(block) for block in get("body") or ()),
        comments=_read_comments(comments) if comments else None,
        disclaimers=tuple(Disclaimer(x["kind"], x["text"]) for x in get("disclaimers") or ()),
        related=tuple(Link(x["title"], x.get("url")) for x in get("related") or ()),
        pagination=Pagination(page=pagination["page"], pages=pagination["pages"], urls=tuple(pagination["urls"]))
        if pagination
        else None,
        footer=Footer(licences=tuple(footer["licences"]), owner=footer["owner"], counsel=footer["counsel"])
        if footer
        else None,
    )


def _read_block(data: Mapping[str, Any]) -> BodyBlock:
    kind = data["kind"]
    if kind == "image":
        return Image(url=data.get("url"), caption=data.get("caption"), credit=data.get("credit"))
    if kind == "video":
        return Video(url=data.get("url"), caption=data.get("caption"))
    if kind == "list":
        return List(tuple(data["items"]))
    if kind == "table":
        return Table(tuple(tuple(row) for row in data["rows"]))
    classes = {"paragraph": Paragraph, "crosshead": Crosshead, "quote": Quote}
    return cast(BodyBlock, classes[kind](data["text"]))


def _read_comments(data: Mapping[str, Any]) -> Comments:
    items = tuple(Comment(text=c["text"], author=c["author"], time=c["time"]) for c in data["items"])
    return Comments(count=data["count"], url=data["url"], form=data["form"], items=items)
