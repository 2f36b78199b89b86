"""
How far a run is: one small file beside its output, so that a killed run can go on.

Theory.  The same input gives the same tasks in the same order.  So the number of tasks
done, and the length of each file written by then, say everything: a resumed run cuts
the files back to those lengths, passes over that many tasks and goes on.  A checksum
over the tasks passed over tells whether it is still the same input.  The journal is
written after what it speaks of, and replaced as a whole, so it is never ahead of the
output and never half.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import attrs
from attrs import define, field, frozen

from newsparse.batch.page import Task
from newsparse.batch.rows import dumps, loads
from newsparse.errors import NewsparseError


class ResumeError(NewsparseError):
    """
    A run cannot be resumed.
    """


@frozen(kw_only=True)
class State:
    """
    How far a run is.
    """

    run: str
    """What tells this run from others: options, inputs, version."""
    done: int = 0
    """Tasks done, from the first on without a gap."""
    also: tuple[int, ...] = ()
    """Numbers of tasks done beyond, where results are written as they come."""
    checksum: int = 0
    """Over the first ``done`` tasks."""
    files: dict[str, int] = field(factory=dict)
    """Length of each file written, by its role."""
    summary: dict[str, Any] = field(factory=dict)
    finished: bool = False
    """True once nothing is left but to give the files their names."""


def save(path: Path, state: State) -> None:
    """
    Replace the journal.
    """
    new = path.with_name(path.name + ".new")
    with open(new, "wb") as stream:
        stream.write(dumps(attrs.asdict(state)))
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(new, path)


def load(path: Path, run: str) -> State | None:
    """
    Return how far the run is, None where it never began.

    Raises:
        ResumeError: the journal is that of another run.
    """
    try:
        data = loads(path.read_bytes())
    except FileNotFoundError:
        return None
    except ValueError as error:
        raise ResumeError(f"{path} is no journal of newsparse") from error
    state = State(**{**data, "also": tuple(data["also"])})
    if state.run != run:
        raise ResumeError(f"{path} belongs to a run with other inputs or options; run without --resume to start anew")
    return state


@define
class Course:
    """
    The tasks of a run, numbered; those done are passed over.
    """

    state: State
    done: int = field(init=False)
    _also: set[int] = field(init=False)
    _checksums: dict[int, int] = field(factory=dict, init=False)
    _checksum: int = field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self.done = self.state.done
        self._also = set(self.state.also)
        self._checksum = self.state.checksum

    def remaining(self, tasks: Iterable[Task]) -> Iterator[tuple[int, Task]]:
        """
        Yield the tasks that are left.

        Raises:
            ResumeError: the tasks passed over are not those that were done.
        """
        checksum = 0
        number = -1
        passed = self.state.done
        for number, task in enumerate(tasks):
            checksum = digest(task, checksum)
            if number == passed - 1 and checksum != self.state.checksum:
                raise ResumeError("the input has changed since the run was interrupted; run without --resume")
            if number >= passed:
                self._checksums[number] = checksum
                if number not in self._also:
                    yield number, task
        if number + 1 < passed:
            raise ResumeError("the input is shorter than when the run was interrupted; run without --resume")

    def finish(self, number: int) -> None:
        """
        Note that a task is done and its results are written.
        """
        self._also.add(number)
        while self.done in self._also and self.done in self._checksums:
            self._also.remove(self.done)
            self._checksum = self._checksums.pop(self.done)
            self.done += 1

    def now(self, files: dict[str, int], summary: dict[str, Any], *, finished: bool = False) -> State:
        """
        Return how far the run is.
        """
        return attrs.evolve(
            self.state,
            done=self.done,
            also=tuple(sorted(self._also)),
            checksum=self._checksum,
            files=files,
            summary=summary,
            finished=finished,
        )


def digest(task: Task, checksum: int = 0) -> int:
    """
    Return a number that tells this task from others, and from itself after other tasks.
    """
    # How many bytes a carried task stands for depends on how the system hands them out.
    size = 0 if task.payload else task.size
    head = (
        task.reader,
        task.kind,
        task.path,
        task.name,
        task.start,
        task.stop,
        task.first,
        size,
        *map(tuple, task.items),
    )
    checksum = zlib.crc32(repr(head).encode("utf-8", "surrogatepass"), checksum)
    if isinstance(task.payload, bytes):
        return zlib.crc32(task.payload, checksum)
    for page in task.payload:
        data = page.data.encode("utf-8", "surrogatepass") if isinstance(page.data, str) else page.data
        checksum = zlib.crc32(data, zlib.crc32(page.file.encode("utf-8", "surrogatepass"), checksum))
    return checksum


def run_id(*values: Any) -> str:
    """
    Return what tells a run from others: a digest of plain values, sets in any order.
    """
    import hashlib

    return hashlib.sha256(dumps([_plain(value) for value in values])).hexdigest()[:32]


def _plain(value: Any) -> Any:
    if attrs.has(type(value)):
        names = (a.name for a in attrs.fields(type(value)) if a.eq)
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value if isinstance(value, str | int | float | bool | None) else repr(value)
