"""
A saved page in, a draft adapter and a fixture folder out: the first ten minutes of one more site, done.

Every CSS query in the draft was tried on the page: it matches, and what it matches is what
the generic reader took for the field.  The rest is for the person who knows the site.
"""

from __future__ import annotations

import json
import keyword
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from newsparse import lazy, urls
from newsparse.api import parse
from newsparse.batch.adapter_files import load
from newsparse.decode import decode
from newsparse.document.locate import locate, metas
from newsparse.errors import PageError
from newsparse.model import Article
from newsparse.output.json import to_dict

#: Fields for which a place on the page is looked for, in the order of a layout.
_FIELDS = (
    *("title", "kicker", "subtitle", "standfirst", "byline", "timestamp", "source", "editors", "breadcrumb", "body"),
    *("keywords", "disclaimers", "related", "footer"),
)
#: Fields that say how a page was read, not what it prints.
_OWN = frozenset({"site", "layout", "confidence", "canonical_url", "is_reprint"})
_TITLE = lazy.compile(r"<title[^>]{0,200}>([^<]{1,300})", re.I)
_BETWEEN = lazy.compile(r"[_|\-—–]+")


@frozen
class Draft:
    """
    What was written.
    """

    adapter: Path
    fixture: Path
    queries: Mapping[str, str]
    """The CSS query found for each field."""
    differing: tuple[str, ...]
    """The fields that the draft reads otherwise than the generic reader, whose article is the fixture's."""


def new_site(data: bytes, url: str, slug: str, adapters: Path, fixtures: Path) -> Draft:
    """
    Write the draft adapter and the fixture folder of a page.

    Args:
        data: the page as saved.
        url: its address.
        slug: the module's name: an identifier in ASCII, usually the outlet's English name.
        adapters: the folder for the adapter file.
        fixtures: the folder for the fixture folder.

    Raises:
        ValueError: the slug is not an identifier, or the url names no host.
        FileExistsError: adapter or fixture is there already.
        PageError: the page is no article.
    """
    if not (slug.isidentifier() and slug.isascii()) or keyword.iskeyword(slug):
        raise ValueError(f"not a module name: {slug!r}")
    if not urls.host_of(url):
        raise ValueError(f"no host in {url!r}")
    adapter, fixture = adapters / f"{slug}.py", fixtures / slug / "first-page"
    for path in (adapter, fixture):
        if path.exists():
            raise FileExistsError(f"{path} is there already")
    article = parse(data, url=url, adapters=False)
    text = decode(data)[0]
    queries = locate(text, dict(texts(article)))
    if "body" not in queries:
        raise PageError(url, "no_article", "no element that holds the whole story has a name: nothing to draft from")
    adapter.parent.mkdir(parents=True, exist_ok=True)
    module = _module(article, url, _name(text, article, url), _rules(text, article, queries))
    adapter.write_text(module, encoding="utf-8")
    fixture.mkdir(parents=True)
    (fixture / "page.html").write_bytes(data)
    (fixture / "response.json").write_text(_json({"url": url}), encoding="utf-8")
    (fixture / "article.json").write_text(_json(_expected(article, slug)), encoding="utf-8")
    drafted = parse(data, url=url, sites=(load(str(adapter)),))
    return Draft(adapter, fixture, queries, _differing(article, drafted))


def texts(article: Article) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the texts that the page prints for each field that was read."""
    for name in ("title", "kicker", "subtitle", "standfirst", "byline"):
        value = getattr(article, name)
        if value:
            yield name, (value,)
    if article.timestamp:
        yield "timestamp", (article.timestamp.raw,)
    if article.source:
        yield "source", (article.source.name,)
    if article.editors:
        yield "editors", tuple(person.name for person in article.editors)
    for name in ("breadcrumb", "related"):
        links = getattr(article, name)
        if len(links) > 1:
            yield name, tuple(link.name for link in links)
    if article.keywords:
        yield "keywords", article.keywords
    if article.disclaimers:
        yield "disclaimers", tuple(item.text for item in article.disclaimers)
    if article.footer:
        yield "footer", (*article.footer.licences, *filter(None, (article.footer.owner, article.footer.counsel)))
    paragraphs = [block.text for block in article.body if block.kind == "paragraph"]
    if paragraphs:
        yield "body", tuple(paragraphs)


def _module(article: Article, url: str, name: str, rules: Mapping[str, str]) -> str:
    host = (urls.host_of(url) or "").removeprefix("www.")
    words = ["Layout", "Site", *(["meta"] if any("meta(" in rule for rule in rules.values()) else [])]
    lines = [
        '"""',
        f"{name}",
        "",
        f"{url}",
        "",
        "A draft: say here what surprises on these pages.",
        '"""',
        "",
        f"from newsparse.rules import {', '.join(words)}",
        "",
        "SITE = Site(",
        f"    name={_quoted(name)},",
        f"    hosts=({_quoted(host)},),",
        "    layouts=(",
        "        Layout(",
        f"            name={_quoted(_year(article))},",
        f"            when={rules['body']},",
        *(f"            {field}={rules[field]}," for field in _FIELDS if field in rules),
        "        ),",
        "    ),",
        ")",
        "",
    ]
    return "\n".join(lines)


def _rules(text: str, article: Article, queries: Mapping[str, str]) -> dict[str, str]:
    """Return, per field, its rule as Python: the place on the page, and the metadata that says the same."""
    found = {field: _quoted(query) for field, query in queries.items()}
    if article.source:
        for name in metas(text, article.source.name)[:1]:
            rule = f"meta({_quoted(name)})"
            found["source"] = f"({found['source']}, {rule})" if "source" in found else rule
    return found


def _name(text: str, article: Article, url: str) -> str:
    """Return what the site seems to call itself: the end of the page's title, else its host."""
    host = urls.host_of(url) or ""
    title = _TITLE.search(text)
    parts = [part.strip() for part in _BETWEEN.split(title[1])] if title else []
    last = parts[-1] if len(parts) > 1 else ""
    return last if 2 <= len(last) <= 12 and last not in (article.title or "") else host


def _year(article: Article) -> str:
    return str(article.timestamp.value.year) if article.timestamp else "first"


def _expected(article: Article, slug: str) -> dict[str, Any]:
    form = to_dict(article)
    for name in ("confidence", "url", "host", "canonical_url", "captions", "kind", "language"):
        form.pop(name)
    form.update(site=slug, layout=_year(article))
    form["body"] = [block["text"] if block["kind"] == "paragraph" else block for block in form["body"]]
    kept: dict[str, Any] = _kept(form)
    return kept


def _kept(value: Any) -> Any:
    """Return a value of the JSON form without what is empty in it."""
    if isinstance(value, dict):
        inner = {name: _kept(item) for name, item in value.items()}
        return {name: item for name, item in inner.items() if item not in (None, "", [], {})}
    return [_kept(item) for item in value] if isinstance(value, list) else value


def _differing(before: Article, after: Article) -> tuple[str, ...]:
    one, other = to_dict(before), to_dict(after)
    return tuple(name for name in one if name not in _OWN and one[name] != other[name])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
