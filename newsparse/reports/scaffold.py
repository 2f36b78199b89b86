"""
A saved page in, a draft adapter and a fixture folder out: the first ten minutes of one more site, done.

Every CSS query in the draft was tried on the page: it matches, and what it matches is what
the generic reader took for the field.  The rest is for the person who knows the site.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from newsparse import urls
from newsparse.api import parse
from newsparse.decode import decode
from newsparse.document.locate import locate
from newsparse.model import Article
from newsparse.output.json import to_dict

#: Fields for which a place on the page is looked for, in the order of a layout.
_FIELDS = ("title", "kicker", "subtitle", "timestamp", "source", "byline", "editors", "breadcrumb", "body")


@frozen
class Draft:
    """
    What was written.
    """

    adapter: Path
    fixture: Path
    queries: Mapping[str, str]
    """The CSS query found for each field."""


def new_site(data: bytes, url: str, slug: str, adapters: Path, fixtures: Path) -> Draft:
    """
    Write the draft adapter and the fixture folder of a page.

    Args:
        data: the page as saved.
        url: its address.
        slug: the module's name: an identifier, usually the outlet's English name.
        adapters: the folder for the adapter file.
        fixtures: the folder for the fixture folder.

    Raises:
        ValueError: the slug is not an identifier.
        FileExistsError: adapter or fixture is there already.
        PageError: the page is no article.
    """
    if not slug.isidentifier():
        raise ValueError(f"not a module name: {slug!r}")
    adapter, fixture = adapters / f"{slug}.py", fixtures / slug / "first-page"
    for path in (adapter, fixture):
        if path.exists():
            raise FileExistsError(f"{path} is there already")
    article = parse(data, url=url, adapters=False)
    queries = locate(decode(data)[0], {name: text for name, text in _texts(article)})
    adapter.parent.mkdir(parents=True, exist_ok=True)
    adapter.write_text(_module(article, url, queries), encoding="utf-8")
    fixture.mkdir(parents=True)
    (fixture / "page.html").write_bytes(data)
    (fixture / "response.json").write_text(_json({"url": url}), encoding="utf-8")
    (fixture / "article.json").write_text(_json(_expected(article, slug)), encoding="utf-8")
    return Draft(adapter, fixture, queries)


def _texts(article: Article) -> Iterator[tuple[str, str]]:
    """Yield the text that the page prints for each field that was read."""
    for name in ("title", "kicker", "subtitle", "byline"):
        value = getattr(article, name)
        if value:
            yield name, value
    if article.timestamp:
        yield "timestamp", article.timestamp.raw
    if article.source:
        yield "source", article.source.name
    if article.editors:
        yield "editors", article.editors[0].name
    if len(article.breadcrumb) > 1:
        yield "breadcrumb", article.breadcrumb[0].name
    paragraphs = [block.text for block in article.body if block.kind == "paragraph"]
    if paragraphs:
        yield "body", paragraphs[len(paragraphs) // 2]


def _module(article: Article, url: str, queries: Mapping[str, str]) -> str:
    host = urls.host_of(url) or ""
    lines = [
        '"""',
        f"{host}",
        "",
        f"{url}",
        "",
        "A draft: say here what surprises on these pages.",
        '"""',
        "",
        "from newsparse.rules import Layout, Site",
        "",
        "SITE = Site(",
        f"    name={json.dumps(host)},",
        f"    hosts=({json.dumps(host.removeprefix('www.'))},),",
        "    layouts=(",
        "        Layout(",
        '            name="first",',
        f"            when={json.dumps(queries.get('body', 'div.change-me'), ensure_ascii=False)},",
    ]
    for name in _FIELDS:
        if name in queries:
            lines.append(f"            {name}={json.dumps(queries[name], ensure_ascii=False)},")
    lines += ["        ),", "    ),", ")", ""]
    return "\n".join(lines)


def _expected(article: Article, slug: str) -> dict[str, Any]:
    form = to_dict(article)
    for name in ("confidence", "url", "host", "canonical_url", "captions", "kind", "language"):
        form.pop(name)
    form.update(site=slug, layout="first")
    body = [block["text"] if block["kind"] == "paragraph" else _kept(block) for block in form["body"]]
    return _kept({**form, "body": body})


def _kept(form: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in form.items() if value not in (None, "", [], {})}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
