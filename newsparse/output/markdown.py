"""
An article as Markdown with a YAML front matter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from newsparse.model import Article, BodyBlock, Image, List, Table, Video

#: Characters that would start markup at the beginning of a line, or anywhere in it.
_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
_LINE_START = re.compile(r"^(\s*)(\d+)([.)])(\s)|^(\s*)([-+])(\s)")


def render(article: Article) -> str:
    """
    Return the article as Markdown; ends with a line break.
    """
    return "\n".join(_lines(article)) + "\n"


def _lines(article: Article) -> Iterator[str]:
    yield "---"
    for name, value in _front_matter(article):
        # JSON strings and lists are YAML, so nothing needs a YAML writer.
        yield f"{name}: {json.dumps(value, ensure_ascii=False)}"
    yield "---"
    yield ""
    yield f"# {escape(article.title or '')}"
    if article.standfirst:
        yield ""
        yield f"> {escape(article.standfirst)}"
    for block in article.body:
        yield ""
        yield from _block(block)


def _front_matter(article: Article) -> Iterator[tuple[str, object]]:
    values: dict[str, object] = {
        "title": article.title,
        "kicker": article.kicker,
        "subtitle": article.subtitle,
        "date": str(article.timestamp) if article.timestamp else None,
        "source": article.source.name if article.source else None,
        "authors": [person.name for person in article.authors],
        "editors": [person.name for person in article.editors],
        "keywords": list(article.keywords),
        "lang": article.language,
        "url": article.url,
        "canonical_url": article.canonical_url,
    }
    return ((name, value) for name, value in values.items() if value)


def _block(block: BodyBlock) -> Iterator[str]:
    if isinstance(block, Image):
        yield f"![{escape(block.caption or '')}]({_target(block.url)})"
    elif isinstance(block, Video):
        yield f"[{escape(block.caption or 'video')}]({_target(block.url)})"
    elif isinstance(block, List):
        yield from (f"- {escape(item)}" for item in block.items)
    elif isinstance(block, Table):
        width = max(map(len, block.rows), default=0)
        for index, row in enumerate(block.rows):
            yield "| " + " | ".join(escape(cell) for cell in row + ("",) * (width - len(row))) + " |"
            if index == 0:
                yield "|" + " --- |" * width
    elif block.kind == "crosshead":
        yield f"## {escape(block.text)}"
    elif block.kind == "quote":
        yield f"> {escape(block.text)}"
    else:
        yield escape(block.text)


def _target(url: str | None) -> str:
    """Return an address as the target of a link; blanks and brackets would end it."""
    return (url or "").replace(" ", "%20").replace("(", "%28").replace(")", "%29")


def escape(text: str) -> str:
    """
    Return the text with everything escaped that Markdown would read as markup.
    """
    text = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2]}\\{m[3]}{m[4]}" if m[2] else f"{m[5]}\\{m[6]}{m[7]}", text)
