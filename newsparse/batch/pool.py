"""
Many pages of a caller's own: pages in, a ``Result`` for each out, in order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeAlias

from attrs import frozen

from newsparse.batch.job import PAGE_SECONDS, Job
from newsparse.batch.page import Page, Problem, Task
from newsparse.batch.processes import Processes
from newsparse.batch.work import PARSED, Outcome, Worker
from newsparse.extract import options_of
from newsparse.model import Article

PageLike: TypeAlias = bytes | str | tuple[bytes | str, str | None] | Mapping[str, Any]

#: Pages in one task: few, so that the first results come soon.
_PAGES = 16


@frozen(kw_only=True)
class Result:
    """
    What became of one page.
    """

    number: int
    """Its place among the pages, from 0."""
    url: str | None
    article: Article | None = None
    """None where the page gave none."""
    error: Problem | None = None
    """The type of the error and its message; None where there is an article."""


def parse_pages(
    pages: Iterable[PageLike], *, workers: int = 1, page_seconds: float = PAGE_SECONDS, **options: Any
) -> Iterator[Result]:
    """
    Yield a result for every page, in order; a bounded number of pages is taken ahead.

    Args:
        pages: bytes, text, (data, url) pairs, or mappings with ``data`` or ``html``, ``url``, ``charset``.
        workers: processes; 1 parses here.
        page_seconds: the time that one page may take; 0: any.
        options: those of ``parse``.

    Raises:
        AdapterError: one of ``sites`` is broken.
        ValueError: ``fields`` names no field of ``Article``.
    """
    checked = options_of(**options)
    fields = None if checked.fields is None else tuple(sorted(checked.fields))
    job = Job(form="article", fields=fields, options=checked, page_seconds=page_seconds)
    urls: dict[int, list[str | None]] = {}
    tasks = _tasks(pages, urls)
    if workers > 1:
        outcomes = Processes(job, workers).outcomes(tasks)
    else:
        worker = Worker(job)
        outcomes = ((number, worker.work(task)) for number, task in tasks)
    return _results(outcomes, urls)


def _tasks(pages: Iterable[PageLike], urls: dict[int, list[str | None]]) -> Iterator[tuple[int, Task]]:
    """Yield the pages in tasks, and note their addresses until the results are there."""
    for number, few in enumerate(_few(pages)):
        urls[number] = [page.url for page in few]
        yield number, Task(reader="pages", payload=few)


def _few(pages: Iterable[PageLike]) -> Iterator[tuple[Page, ...]]:
    numbered = enumerate(pages)
    while few := tuple(_page(page, number) for number, page in islice(numbered, _PAGES)):
        yield few


def _page(page: PageLike, number: int) -> Page:
    name = str(number)
    if isinstance(page, bytes | str):
        return Page(file=name, data=page)
    if isinstance(page, tuple):
        return Page(file=name, data=page[0], url=page[1])
    data = page["data"] if "data" in page else page["html"]
    return Page(file=name, data=data, url=page.get("url"), charset=page.get("charset"))


def _results(outcomes: Iterable[tuple[int, Outcome]], urls: dict[int, list[str | None]]) -> Iterator[Result]:
    number = 0
    for task, outcome in outcomes:
        for row, url in zip(outcome.rows, urls.pop(task), strict=True):
            if row.outcome == PARSED:
                yield Result(number=number, url=url, article=row.payload)
            else:
                yield Result(number=number, url=url, error=row.payload)
            number += 1
