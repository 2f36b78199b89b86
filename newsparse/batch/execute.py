"""
A whole run: inputs in, one output written, a ``Summary`` out.

The main process lists the input, hands out tasks, throws duplicates away and writes;
the pages are read and parsed by the workers, or here where there is only one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, TypeAlias

import attrs
from attrs import field, frozen

from newsparse.batch import journal
from newsparse.batch.duplicates import Duplicates
from newsparse.batch.inputs import Inputs
from newsparse.batch.job import Job
from newsparse.batch.page import Task
from newsparse.batch.processes import Processes
from newsparse.batch.readers import Tally
from newsparse.batch.summary import Summary
from newsparse.batch.work import Outcome, Worker
from newsparse.batch.writers import Writer, part, passing, publish
from newsparse.batch.writers.documents import Documents
from newsparse.batch.writers.lines import Errors, Lines, Stream

Format: TypeAlias = Literal["jsonl", "parquet", "markdown", "text"]

#: Seconds between two notes of how far the run is: what a killed run may lose.
_NOTE_EVERY = 1.0


@frozen(kw_only=True)
class Batch:
    """
    What to read, how to parse it and where to put it.
    """

    inputs: Inputs
    output: Path | None = None
    """A file, or a folder for ``markdown`` and ``text``; None is ``stdout``, as lines."""
    format: Format = "jsonl"
    job: Job = field(factory=Job)
    errors: Path | None = None
    """Where failed pages go instead of into the output."""
    workers: int = 1
    """Processes; 1 parses here, without any."""
    ordered: bool = True
    """False writes results as they come."""
    resume: bool = False
    stdout: BinaryIO | None = field(default=None, eq=False)


def run(batch: Batch, watch: Callable[[Summary], None] | None = None) -> Summary:
    """
    Read, parse and write everything; return what became of it.

    Args:
        batch: what to do.
        watch: called after every task.

    Raises:
        ResumeError: the run that was interrupted was another one.
        AdapterError: an adapter file is broken.
        OSError: the output cannot be written.
    """
    batch = settled(batch)
    _check(batch)
    book = _journal_path(batch)
    name = _name(batch)
    state = journal.load(book, name) if batch.resume and book is not None else None
    if state is not None and state.finished:
        assert book is not None
        return _publish(batch, book, Summary.from_dict(state.summary))
    state = state or journal.State(run=name)
    summary = Summary.from_dict(state.summary) if state.summary else Summary()
    summary.workers = batch.workers
    return _Run(batch, book, state, summary, watch or _unwatched).through()


@frozen
class _Run:
    """
    The parts of one run.
    """

    batch: Batch
    book: Path | None
    state: journal.State
    summary: Summary
    watch: Callable[[Summary], None]
    tally: Tally = field(factory=Tally)

    def through(self) -> Summary:
        """Go through the whole input, and give the files their names."""
        with contextlib.ExitStack() as stack:
            writers = _writers(self.batch, self.state.files)
            for writer in writers:
                stack.callback(writer.close)
            duplicates = _duplicates(self.batch, self.state.files)
            if duplicates is not None:
                stack.callback(duplicates.close)
            self._work(writers, duplicates)
            for writer in writers:
                writer.complete()
        self.summary.skipped.update(self.tally.skipped)
        self.summary.warnings.update(self.tally.warnings)
        if self.book is not None:
            done = attrs.evolve(self.state, summary=self.summary.to_dict(), finished=True)
            journal.save(self.book, done)
        return _publish(self.batch, self.book, self.summary)

    def _work(self, writers: list[Writer], duplicates: Duplicates | None) -> None:
        course = journal.Course(self.state)
        tasks = course.remaining(self.batch.inputs.tasks(self.tally))
        due = time.monotonic() + _NOTE_EVERY
        for number, outcome in _outcomes(self.batch, tasks):
            if duplicates is not None:
                outcome = duplicates.mark(outcome)
            for writer in writers:
                writer.write(outcome)
            self.summary.count(outcome)
            course.finish(number)
            self.watch(self.summary)
            if self.book is not None and time.monotonic() >= due:
                files = duplicates.flush() if duplicates is not None else {}
                for writer in writers:
                    files |= writer.flush()
                journal.save(self.book, course.now(files, self.summary.to_dict()))
                due = time.monotonic() + _NOTE_EVERY


def _outcomes(batch: Batch, tasks: Iterator[tuple[int, Task]]) -> Iterator[tuple[int, Outcome]]:
    if batch.workers > 1:
        yield from Processes(batch.job, batch.workers, batch.ordered).outcomes(tasks)
        return
    worker = Worker(batch.job)
    for number, task in tasks:
        yield number, worker.work(task)


def settled(batch: Batch) -> Batch:
    """Return the batch with everything that follows from the rest."""
    form: dict[str, Literal["json", "arrow", "markdown", "text"]] = {
        "jsonl": "json",
        "parquet": "arrow",
        "markdown": "markdown",
        "text": "text",
    }
    name = batch.output.name.lower() if batch.output else ""
    compression: Literal["gz", "zst"] | None = (
        "gz" if name.endswith(".gz") else "zst" if name.endswith(".zst") else None
    )
    job = attrs.evolve(
        batch.job,
        form=form[batch.format],
        compression=compression if batch.format == "jsonl" else None,
        errors_apart=batch.errors is not None,
    )
    own = {path.name: os.path.realpath(path) for path in _own_files(batch)}
    return attrs.evolve(batch, job=job, inputs=attrs.evolve(batch.inputs, exclude=own))


def _check(batch: Batch) -> None:
    """Say before the run, not after it, that the output cannot be put where it should go."""
    files = [batch.errors, batch.output if batch.format in ("jsonl", "parquet") else None]
    for path in files:
        if path is not None and path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if batch.format == "parquet" and batch.output is not None and passing(batch.output):
        raise OSError(errno.ESPIPE, "Parquet needs a file of its own", str(batch.output))


def _own_files(batch: Batch) -> list[Path]:
    found = [path for path in (batch.output, batch.errors) if path is not None]
    return found + [part(path) for path in found]


def _journal_path(batch: Batch) -> Path | None:
    if batch.output is None or passing(batch.output):
        return None
    if batch.format in ("markdown", "text"):
        return batch.output / ".newsparse.journal"
    return batch.output.with_name(batch.output.name + ".journal")


def _name(batch: Batch) -> str:
    return journal.run_id(
        batch.job, batch.inputs.paths, batch.inputs.rendered, batch.format, batch.ordered, str(batch.errors)
    )


def _writers(batch: Batch, files: dict[str, int]) -> list[Writer]:
    """Return where results go, and beside it where failed pages go."""
    apart = batch.errors is not None
    writers: list[Writer] = []
    if batch.output is None:
        assert batch.stdout is not None
        writers.append(Stream(batch.stdout, apart))
    elif batch.format == "parquet":
        from newsparse.batch.writers.parquet import ParquetFile

        writers.append(ParquetFile(batch.output, batch.job.fields, apart, files))
    elif batch.format == "jsonl":
        writers.append(Lines(batch.output, batch.job.compression, apart, files))
    else:
        writers.append(Documents(batch.output, ".md" if batch.format == "markdown" else ".txt"))
    if batch.errors is not None:
        writers.append(Errors(batch.errors, files))
    return writers


def _keys_path(batch: Batch) -> Path | None:
    book = _journal_path(batch)
    return None if book is None else book.with_suffix(".keys")


def _duplicates(batch: Batch, files: dict[str, int]) -> Duplicates | None:
    return Duplicates(_keys_path(batch), files) if batch.job.dedupe else None


def _publish(batch: Batch, book: Path | None, summary: Summary) -> Summary:
    """Give the files their names and clear away what only a resumed run needs."""
    if batch.output is not None and batch.format in ("jsonl", "parquet"):
        publish(batch.output)
    if batch.errors is not None:
        publish(batch.errors)
    if batch.output is not None and batch.format == "parquet":
        from newsparse.batch.writers.parquet import spool

        part(spool(batch.output)).unlink(missing_ok=True)
    keys = _keys_path(batch)
    if keys is not None and batch.job.dedupe:
        part(keys).unlink(missing_ok=True)
    if book is not None:
        book.unlink(missing_ok=True)
    return summary


def _unwatched(summary: Summary) -> None:
    pass
