"""
What a worker does: a task in, its pages parsed and written down, an ``Outcome`` out.

Nothing of a page leaves the worker but the finished line (or row, or document) and
a few words for the summary: to send articles from process to process would cost as
much as to parse them.
"""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from types import FrameType
from typing import Any, NamedTuple

import attrs
from attrs import Factory, frozen

from newsparse.batch import adapter_files
from newsparse.batch.job import Job
from newsparse.batch.packing import pack
from newsparse.batch.page import Page, Problem, Task
from newsparse.batch.readers import Tally, reader
from newsparse.batch.rows import dumps
from newsparse.batch.selection import key
from newsparse.extract import extract
from newsparse.model import Article
from newsparse.output.json import to_dict, to_json

PARSED = "parsed"
FAILED = "failed"
LEFT_OUT = "left out"
DUPLICATE = "duplicate"


class Row(NamedTuple):
    """
    What became of one page.
    """

    file: str
    outcome: str
    """``parsed``, ``failed``, ``left out`` or ``duplicate``."""
    reason: str | None = None
    """Why it failed or was left out, in a word."""
    site: str | None = None
    layout: str | None = None
    payload: Any = None
    """The line, document or article; the line of the error for a failed page; None where it was packed."""
    key: int | None = None
    """The number that its duplicates share."""


@frozen(kw_only=True)
class Outcome:
    """
    What became of one task.
    """

    rows: tuple[Row, ...]
    packed: bytes | None = None
    """All lines that belong into the output, compressed if that was asked for; None where rows keep theirs."""
    table: bytes | None = None
    """Arrow: the rows of the output as an IPC stream, in the order of ``rows``."""
    skipped: Mapping[str, int] = Factory(dict)
    warnings: Mapping[str, int] = Factory(dict)
    size: int = 0


class TimeLimit(BaseException):
    """
    A page takes too long. No ``Exception``, so that nothing on the way takes it for a fault of the page's own.
    """


def late(seconds: float) -> Problem:
    """
    Return the problem of a page that took longer than it may.
    """
    return Problem("TimeLimit", f"took longer than {seconds:g} s")


class Worker:
    """
    Reads, parses and writes down the pages of tasks.
    """

    def __init__(self, job: Job, mark: Callable[[int], None] | None = None) -> None:
        """
        Args:
            job: what is the same for every task.
            mark: called with the number of each page before it is parsed, with -1 after it.
        """
        self._job = job
        self._mark = mark or _unmarked
        own = tuple(adapter_files.load(path) for path in job.adapter_files)
        self._options = attrs.evolve(job.options, sites=(*own, *job.options.sites), fields=_needed(job))
        self._write = _writer(job)

    def work(self, task: Task, lost: Mapping[int, Problem] | None = None) -> Outcome:
        """
        Return what became of the task's pages.

        Args:
            task: what to read.
            lost: pages that are not tried again, by number: they killed a worker.
        """
        tally = Tally()
        rows: list[Row] = []
        records: list[dict[str, Any]] = []
        only = self._job.only
        with _alarm(self._job.page_seconds) as arm:
            for number, page in enumerate(self._pages(task, tally)):
                if only is not None and page.file not in only:
                    continue
                self._mark(number)
                rows.append(self._limited(page, lost.get(number) if lost else None, records, arm))
                self._mark(-1)
        return self._outcome(task, rows, records, tally)

    def _pages(self, task: Task, tally: Tally) -> Iterator[Page]:
        """Yield the task's pages; a fault in the input is the last of them."""
        try:
            yield from reader(task.reader).read(task, self._job.columns, tally)
        except Exception as error:  # each kind of input has error classes of its own
            yield Page(file=task.name or task.path or "-", problem=Problem.of(error))

    def _limited(
        self, page: Page, lost: Problem | None, records: list[dict[str, Any]], arm: Callable[[bool], None]
    ) -> Row:
        """Return what became of the page, in the time that a page may take."""
        if lost is not None:
            return self._failed(page, lost, "time limit" if lost.type == "TimeLimit" else "worker died", records)
        if page.problem is not None:
            return self._failed(page, page.problem, "unreadable", records)
        before = len(records)
        try:
            try:
                arm(True)
                return self._row(page, records)
            finally:
                arm(False)
        except TimeLimit:
            del records[before:]
            return self._failed(page, late(self._job.page_seconds), "time limit", records)

    def _row(self, page: Page, records: list[dict[str, Any]]) -> Row:
        try:
            article = self._article(page)
        except Exception as error:  # whatever a page does to the parser, the run goes on
            reason = getattr(error, "reason", None) or type(error).__name__
            return self._failed(page, Problem.of(error), reason, records)
        reason = self._job.selection.reason(article)
        if reason is not None:
            return Row(page.file, LEFT_OUT, reason, article.site, article.layout)
        share = key(article, self._job.dedupe) if self._job.dedupe else None
        payload = self._write(page, article, records)
        return Row(page.file, PARSED, None, article.site, article.layout, payload, share)

    def _article(self, page: Page) -> Article:
        options = self._options
        if page.rendered:
            from newsparse.decode import decode
            from newsparse.textpage import read

            text = page.data if isinstance(page.data, str) else decode(page.data, page.charset)[0]
            return read(text, url=page.url, reference=page.fetched or options.reference)
        if page.fetched is not None:
            options = attrs.evolve(options, reference=page.fetched)
        return extract(page.data, url=page.url, charset=page.charset, options=options)

    def _failed(self, page: Page, problem: Problem, reason: str, records: list[dict[str, Any]]) -> Row:
        if self._job.form == "article":
            return Row(page.file, FAILED, reason, payload=problem)
        error = {"type": problem.type, "message": problem.message}
        record = {"file": page.file, "url": page.url, "error": error}
        if self._job.form == "arrow" and not self._job.errors_apart:
            records.append(record)
        return Row(page.file, FAILED, reason, payload=dumps(record) + b"\n")

    def _outcome(self, task: Task, rows: list[Row], records: list[dict[str, Any]], tally: Tally) -> Outcome:
        packed = table = None
        job = self._job
        if job.form == "json" and job.dedupe is None:
            packed = pack(lines(rows, job.errors_apart), job.compression)
            rows = [row if _kept(row, job.errors_apart) else row._replace(payload=None) for row in rows]
        elif job.form == "arrow":
            from newsparse.batch.tables import to_stream

            table = to_stream(records, job.fields)
        return Outcome(
            rows=tuple(rows),
            packed=packed,
            table=table,
            skipped=dict(tally.skipped),
            warnings=dict(tally.warnings),
            size=task.size,
        )


def lines(rows: list[Row], errors_apart: bool) -> list[bytes]:
    """
    Return the lines that belong into the output, in order.
    """
    wanted = (PARSED,) if errors_apart else (PARSED, FAILED)
    return [row.payload for row in rows if row.outcome in wanted]


def _kept(row: Row, errors_apart: bool) -> bool:
    """Whether the row's line is still needed once the output is packed: for the file of errors, or the summary."""
    return row.outcome == FAILED and (errors_apart or row.reason == "unreadable")


def _needed(job: Job) -> frozenset[str] | None:
    """The fields to read: those that are written, and those that decide what is written."""
    if job.fields is None:
        return None
    needed = set(job.fields)
    if job.selection.since or job.selection.until:
        needed.add("timestamp")
    if job.selection.languages:
        needed.add("language")
    if job.dedupe == "url":
        needed |= {"canonical_url", "pagination"}
    if job.dedupe == "text" or needed & {"text", "lede", "captions"}:
        needed.add("body")
    return frozenset(needed)


_Write = Callable[[Page, Article, list[dict[str, Any]]], Any]


def _writer(job: Job) -> _Write:
    """Return the function that gives an article the job's form."""
    if job.form == "article":
        return lambda page, article, records: article
    if job.form == "arrow":
        return _append_row
    if job.form in ("markdown", "text"):
        from newsparse.output import markdown, text

        render = markdown.render if job.form == "markdown" else text.render
        return lambda page, article, records: render(article).encode("utf-8", "replace")
    if job.fields is None:
        return lambda page, article, records: to_json(article, file=page.file) + b"\n"
    return _selected(frozenset(job.fields))


def _append_row(page: Page, article: Article, records: list[dict[str, Any]]) -> None:
    from newsparse.arrow import to_row

    records.append(to_row(article, page.file))


def _selected(fields: frozenset[str]) -> _Write:
    derived = [name for name in ("text", "lede") if name in fields]

    def write(page: Page, article: Article, records: list[dict[str, Any]]) -> bytes:
        line: dict[str, Any] = {"file": page.file, "url": article.url}
        line |= {name: value for name, value in to_dict(article).items() if name in fields}
        for name in derived:
            line[name] = getattr(article, name)
        return dumps(line) + b"\n"

    return write


def _unmarked(number: int) -> None:
    pass


@contextlib.contextmanager
def _alarm(seconds: float) -> Iterator[Callable[[bool], None]]:
    """
    Give a function that starts and stops the clock of one page.

    The signal reaches Python code and regular expressions, not the HTML engine;
    the pool's own watchdog is for that. Where there are no alarms (Windows, or a
    thread), the function does nothing.
    """
    usable = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not usable or seconds <= 0:
        yield lambda on: None
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise TimeLimit

    def arm(on: bool) -> None:
        signal.setitimer(signal.ITIMER_REAL, seconds if on else 0)

    before = signal.signal(signal.SIGALRM, ring)
    try:
        yield arm
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
