"""
What ``newsparse parse`` prints: the bytes of a page in, text or JSON out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click
from attrs import frozen

from newsparse import api
from newsparse.cli import PAGE_FAILED
from newsparse.extract import options_of
from newsparse.model import Article
from newsparse.values import Value

if TYPE_CHECKING:
    from newsparse.api import Explanation
    from newsparse.rules import Site


@frozen(kw_only=True, eq=False, repr=False)
class Asked(Value):
    """
    What the caller asked for.
    """

    data: bytes
    rendered: bool
    url: str | None
    charset: str | None
    adapters: bool
    files: Sequence[str]
    """Python files that define a SITE each."""
    reference: datetime | None
    fields: Sequence[str] | None

    @property
    def options(self) -> dict[str, Any]:
        """The options that ``parse`` and ``explain`` share."""
        return {
            "url": self.url,
            "charset": self.charset,
            "adapters": self.adapters,
            "sites": _sites(self.files),
            "reference": self.reference,
            "fields": _read(self.fields),
        }


def written(asked: Asked, form: str) -> tuple[bytes, int]:
    """
    Return the page's article in a form, UTF-8, and the exit code.

    Raises:
        PageError: the page gives none.
    """
    if asked.rendered:
        from newsparse.decode import decode

        text = decode(asked.data, asked.charset)[0]
        article = api.parse_text(text, url=asked.url, reference=asked.reference)
    else:
        article = api.parse(asked.data, **asked.options)
    return _render(article, form, asked.fields).encode("utf-8", "replace"), 0


def _read(fields: Sequence[str] | None) -> Sequence[str] | None:
    """
    Return the fields to read for those to be shown: some are derived from the story.

    Raises:
        click.UsageError: there is no such field.
    """
    if fields is None:
        return None
    try:
        options_of(fields=fields)
    except ValueError as error:
        raise click.UsageError(str(error), click.get_current_context()) from error
    return (*fields, "body") if {"text", "lede", "captions"} & set(fields) else fields


def _render(article: Article, form: str, fields: Sequence[str] | None) -> str:
    if form == "json":
        from newsparse.output.json import to_dict

        values = to_dict(article)
        if fields is not None:
            derived = {name: getattr(article, name) for name in ("text", "lede") if name in fields}
            values = {name: value for name, value in values.items() if name in fields} | derived
        return json.dumps(values, ensure_ascii=False, indent=2) + "\n"
    if form == "jsonld":
        from newsparse.output import jsonld

        return jsonld.render(article).rstrip("\n") + "\n"
    from newsparse.output import markdown, text

    return markdown.render(article) if form == "markdown" else text.render(article)


def explanation(asked: Asked, form: str | None) -> tuple[bytes, int]:
    """
    Return where every field of the page came from, and the exit code: a page without an article is explained too.

    Raises:
        click.UsageError: rendered text has no rules to explain.
    """
    if asked.rendered:
        raise click.UsageError("--explain is for HTML, not for --text", click.get_current_context())
    explained = api.explain(asked.data, **asked.options)
    text = _as_json(explained) if form == "json" else "\n".join(_as_text(explained)) + "\n"
    return text.encode("utf-8", "replace"), 0 if explained.article is not None else PAGE_FAILED


def _as_json(explained: Explanation) -> str:
    import attrs

    from newsparse.output.json import to_dict

    values = {
        "article": to_dict(explained.article) if explained.article is not None else None,
        "error": str(explained.error) if explained.error is not None else None,
        "trace": attrs.asdict(explained.trace),
    }
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _as_text(explained: Explanation) -> Iterable[str]:
    trace = explained.trace
    yield f"site      {trace.site}, by {trace.decided_by}" if trace.site else "site      none"
    yield f"layout    {trace.layout or 'none'}"
    yield f"parsed    {trace.path}" + (f" ({trace.path_reason})" if trace.path_reason else "")
    if trace.decoded is not None:
        decoded = trace.decoded
        bad = f", {decoded.replacements} characters lost" if decoded.replacements else ""
        label = f", declared {decoded.declared}" if decoded.declared else ""
        yield f"decoded   {decoded.encoding}, by {decoded.source}{label}{bad}"
    for note in trace.notes:
        yield f"note      {note}"
    if explained.error is not None:
        yield f"error     {explained.error}"
    yield ""
    for found in trace.found:
        raw = "" if found.raw is None else f"  {_cut(found.raw)}"
        yield f"{found.field:14} {found.outcome:9} {found.layout:12} {found.alternative} {found.rule}{raw}"


def _cut(raw: str, length: int = 60) -> str:
    line = " ".join(raw.split())
    return f"“{line}”" if len(line) <= length else f"“{line[:length]}…”"


def _sites(files: Iterable[str]) -> tuple[Site, ...]:
    if not files:
        return ()
    from newsparse.batch.adapter_files import load

    return tuple(load(file) for file in files)
