"""
Steps for datatrove: documents with HTML in, documents with the story as text and the facts as metadata out.

A step, not an extractor: datatrove gives an extractor neither the address of a page, by
which its adapter is found, nor a place for anything but text.

    from newsparse.integrations.datatrove import NewsparseReader, NewsparseStep

    LocalPipelineExecutor([WarcReader("crawl/"), NewsparseStep(), JsonlWriter("out/")], tasks=64).run()
    LocalPipelineExecutor([NewsparseReader("crawl/"), JsonlWriter("out/")], tasks=64).run()
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep

from newsparse.batch.inputs import Inputs
from newsparse.batch.page import Page
from newsparse.batch.readers import Columns, Tally, reader
from newsparse.errors import PageError
from newsparse.extract import extract, options_of
from newsparse.model import Article
from newsparse.output.json import to_dict

#: What goes into the metadata unless the caller says otherwise: what is flat, and names.
METADATA = (
    "url",
    "canonical_url",
    "site",
    "layout",
    "language",
    "title",
    "timestamp",
    "source",
    "authors",
    "keywords",
    "is_reprint",
)


class NewsparseStep(PipelineStep):  # type: ignore[misc]
    """
    Replaces the HTML in ``Document.text`` by the story; documents that give no article are dropped and counted.
    """

    name = "newsparse"
    type = "🛢 - EXTRAC"

    def __init__(self, url: str = "url", metadata: Iterable[str] = METADATA, **options: Any) -> None:
        """
        Args:
            url: the key of the metadata that holds the page's address.
            metadata: names of article fields to keep.
            options: those of ``newsparse.parse``.
        """
        super().__init__()
        self._url, self._metadata = url, tuple(metadata)
        self._options = options_of(**options)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """
        Yield the documents that are articles.
        """
        for document in data or ():
            with self.track_time():
                article = self._article(document.text, document.metadata.get(self._url))
            if article is not None:
                document.text = article.text
                document.metadata.update(facts(article, self._metadata))
                self.update_doc_stats(document)
                yield document

    def _article(self, html: bytes | str, url: str | None, charset: str | None = None) -> Article | None:
        try:
            article = extract(html, url=url, charset=charset, options=self._options)
        except Exception as error:  # whatever a page does to the parser, the pipeline goes on
            self.stat_update(f"dropped_{error.reason if isinstance(error, PageError) else type(error).__name__}")
            return None
        self.stat_update("articles")
        return article


class NewsparseReader(NewsparseStep):
    """
    Reads folders, WARC, Parquet, JSON Lines and what else ``newsparse batch`` reads, and parses in the same step.

    Pages keep their bytes, so that their charset is found by us; every task of the pipeline
    gets its share of the input.
    """

    name = "newsparse reader"
    type = "📖 - READER"

    def __init__(self, *paths: str, metadata: Iterable[str] = METADATA, **options: Any) -> None:
        """
        Args:
            paths: files, folders, globs.
            metadata: names of article fields to keep.
            options: those of ``newsparse.parse``.
        """
        super().__init__(metadata=metadata, **options)
        self._inputs = Inputs(paths=paths, carry=False)

    def run(self, data: DocumentsPipeline = None, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """
        Yield what comes in, then the articles of this task's share.
        """
        yield from data or ()
        for page in self._pages(rank, world_size):
            if page.problem is not None:
                self.stat_update("unreadable")
                continue
            with self.track_time():
                article = self._article(page.data, page.url, page.charset)
            if article is not None:
                document = Document(text=article.text, id=page.file, metadata=facts(article, self._metadata))
                self.update_doc_stats(document)
                yield document

    def _pages(self, rank: int, world_size: int) -> Iterator[Page]:
        for number, task in enumerate(self._inputs.tasks(Tally())):
            if number % world_size == rank:
                yield from reader(task.reader).read(task, Columns(), Tally())


def facts(article: Article, names: Iterable[str]) -> dict[str, Any]:
    """
    Return the fields as plain metadata; what the article lacks is left out, and of people and sources the names stay.
    """
    values = to_dict(article)
    return {name: _plain(values[name]) for name in names if values[name] not in (None, [])}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("name", value)
    return [_plain(item) for item in value] if isinstance(value, list) else value
