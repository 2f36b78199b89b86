"""
What can be timed on a page: newsparse's own paths, the bare parsers, and the peers that are installed.

A contender is made once and called with a page; it returns nothing that matters.
Peers get decoded text, as their users hand it to them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attrs import frozen

from newsparse.errors import NewsparseError


@frozen
class BenchPage:
    """
    A page to be timed.
    """

    name: str
    data: bytes
    text: str
    """The same, decoded: what a parser and the peers are given."""
    url: str | None


Contender = Callable[[BenchPage], Any]


def newsparse_path(*, windows: bool = True, adapters: bool = True, json: bool = True) -> Contender:
    """
    Return newsparse itself: bytes in, one JSON line out.

    Args:
        windows: False parses the whole page.
        adapters: False uses the generic reader.
        json: False leaves the article as a value.
    """
    from newsparse.extract import Options, extract
    from newsparse.output.json import to_json

    options = Options(windows=windows, adapters=adapters)

    def run(page: BenchPage) -> Any:
        try:
            article = extract(page.data, url=page.url, charset=None, options=options)
        except NewsparseError as error:
            return error
        return to_json(article) if json else article

    return run


def _lexbor() -> Contender:
    from newsparse.document.lexbor import LexborDocument

    return lambda page: LexborDocument(page.text)


def _lxml() -> Contender:
    from newsparse.document.libxml2 import Libxml2Document

    return lambda page: Libxml2Document(page.text)


def _decode() -> Contender:
    from newsparse.decode import decode

    return lambda page: decode(page.data)


def _trafilatura() -> Contender:
    from trafilatura import bare_extraction

    return lambda page: bare_extraction(page.text, url=page.url, with_metadata=True)


def _gne() -> Contender:
    from gne import GeneralNewsExtractor

    extractor = GeneralNewsExtractor()
    return lambda page: extractor.extract(page.text)


def _newspaper4k() -> Contender:
    from newspaper import Article

    def run(page: BenchPage) -> Any:
        # It would fetch every picture of the page to choose the largest.
        article = Article(page.url or "http://example.com/", language="zh", fetch_images=False)
        article.download(input_html=page.text)
        article.parse()
        return article

    return run


def _readability() -> Contender:
    from readability import Document

    def run(page: BenchPage) -> Any:
        document = Document(page.text)
        return document.short_title(), document.summary()

    return run


def _resiliparse() -> Contender:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    def run(page: BenchPage) -> Any:
        tree = HTMLTree.parse(page.text)
        return tree.title, extract_plain_text(tree, main_content=True)

    return run


def _turbohtml() -> Contender:
    import turbohtml

    return lambda page: turbohtml.parse(page.text).article()


#: Makers by name; making one imports what it needs.
CONTENDERS: dict[str, Callable[[], Contender]] = {
    "lexbor": _lexbor,
    "lxml": _lxml,
    "decode": _decode,
    "window": newsparse_path,
    "full": lambda: newsparse_path(windows=False),
    "generic": lambda: newsparse_path(adapters=False),
    "trafilatura": _trafilatura,
    "gne": _gne,
    "newspaper4k": _newspaper4k,
    "readability": _readability,
    "resiliparse": _resiliparse,
    "turbohtml": _turbohtml,
}


def make(names: Iterable[str]) -> dict[str, Contender]:
    """
    Return the contenders of these names.

    Raises:
        ValueError: a name is not known, or its package is not installed.
    """
    made = {}
    for name in names:
        if name not in CONTENDERS:
            raise ValueError(f"no such contender: {name} (known: {', '.join(CONTENDERS)})")
        try:
            made[name] = CONTENDERS[name]()
        except ImportError as error:
            raise ValueError(f"{name} is not installed ({error})") from error
    return made
