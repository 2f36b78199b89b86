"""
An article as plain text, for reading on a terminal.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.model import Article, Image, Person, Video


def render(article: Article) -> str:
    """
    Return the article as text: title lines, facts, story; ends with a line break.
    """
    return "\n".join(_lines(article)) + "\n"


def _lines(article: Article) -> Iterator[str]:
    for line in (article.kicker, article.title, article.subtitle):
        if line:
            yield line
    yield ""
    facts = {
        "time": article.timestamp,
        "source": article.source.name if article.source else None,
        "authors": _names(article.authors),
        "editors": _names(article.editors),
        "breadcrumb": " > ".join(step.name for step in article.breadcrumb),
        "keywords": ", ".join(article.keywords),
        "comments": article.comments.count if article.comments else None,
        "reprint": {True: "yes", False: "no", None: None}[article.is_reprint],
        "url": article.url,
        "site": f"{article.site} / {article.layout}" if article.site else None,
    }
    for name, value in facts.items():
        if value not in (None, ""):
            yield f"{name + ':':<12}{value}"
    yield ""
    if article.standfirst:
        yield f"    {article.standfirst}"
        yield ""
    for block in article.body:
        if isinstance(block, Image | Video):
            yield f"[{block.kind}] {block.caption or ''} {block.url or ''}".rstrip()
        elif block.kind == "crosshead":
            yield f"## {block.text}"
        else:
            yield block.text
        yield ""
    for item in article.disclaimers:
        yield f"({item.kind}) {item.text}"


def _names(people: tuple[Person, ...]) -> str:
    return ", ".join(f"{person.name} ({person.role})" for person in people)
