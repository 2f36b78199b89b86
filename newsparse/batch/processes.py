"""
Worker processes: tasks in, outcomes out; a process that dies costs one page.

Theory.  A worker asks for nothing and is sent a task only when it is idle, so that
neither side ever waits for the other to read.  Before each page it writes the page's
number and the time into memory that it shares with the main process.  When it dies, or
takes too long, that number says which page it was: the task is given to a new worker,
which is tried with the same page once more (it may have been somebody else's memory
that ran out) and then told to pass it over.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import signal
import time
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from attrs import define, field

from newsparse.batch.job import Job
from newsparse.batch.page import Problem, Task
from newsparse.batch.rows import dumps
from newsparse.batch.work import FAILED, Outcome, Row, Worker, late
from newsparse.errors import NewsparseError

#: Deaths of a worker that a page, or the reading of a task, is allowed.
_STRIKES = 2
#: Seconds between two looks at the clocks of the pages at work.
_WATCH = 0.25
#: What the watchdog waits beyond the limit: the worker's own alarm goes first.
_GRACE = 2.0

#: What the caller has most likely forgotten.
_GUARD = ": a script that uses workers must do its work under if __name__ == '__main__'"

_context = multiprocessing.get_context("spawn")


class WorkersError(NewsparseError):
    """
    Worker processes cannot be started.
    """


@define
class _Process:
    """
    One worker process, and what it is doing.
    """

    process: SpawnProcess
    connection: Connection
    mark: Any
    """Shared: the number of the page at work (-1: none), and when it began (monotonic nanoseconds)."""
    number: int = -1
    """The task's place in the order."""
    task: Task | None = None
    ready: bool = False
    late: bool = False
    """True when the watchdog killed it."""


@define
class Processes:
    """
    A bounded number of workers; processes start when there is work for them.
    """

    job: Job
    workers: int
    ordered: bool = True
    _all: list[_Process] = field(factory=list, init=False)
    _planned: deque[tuple[int, Task]] = field(factory=deque, init=False)
    _lost: dict[int, dict[int, Problem]] = field(factory=lambda: defaultdict(dict), init=False)
    _strikes: Counter[tuple[int, int]] = field(factory=Counter, init=False)
    _done: dict[int, Outcome] = field(factory=dict, init=False)
    _false_starts: int = field(default=0, init=False)

    def outcomes(self, tasks: Iterable[tuple[int, Task]]) -> Iterator[tuple[int, Outcome]]:
        """
        Yield every task's number and outcome: in order, or as they come.

        Args:
            tasks: numbered without gaps that are not theirs; taken a bounded number ahead.
        """
        source = iter(tasks)
        order: deque[int] = deque()
        try:
            more = True
            while more or order:
                more = self._plan(source, order, more)
                self._feed()
                yield from self._ready(order)
                if self._busy():
                    self._collect()
        finally:
            self._stop()

    def _plan(self, source: Iterator[tuple[int, Task]], order: deque[int], more: bool) -> bool:
        """Keep as many tasks at hand as there are workers; return whether there may be more."""
        while more and len(self._planned) < self.workers and len(order) < 6 * self.workers:
            entry = next(source, None)
            if entry is None:
                return False
            self._planned.append(entry)
            order.append(entry[0])
        return more

    def _feed(self) -> None:
        """Give every idle worker a task, and start workers while there are tasks left and fewer than allowed."""
        while self._planned:
            idle = next((process for process in self._all if process.task is None), None)
            if idle is None:
                if len(self._all) >= self.workers:
                    return
                idle = self._start()
            idle.number, idle.task = self._planned.popleft()
            if idle.ready:
                self._send(idle)

    def _send(self, process: _Process) -> None:
        process.mark[0] = -1
        # A worker that died meanwhile is found by its end of the pipe, like any other.
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            process.connection.send((process.task, self._lost.get(process.number)))

    def _ready(self, order: deque[int]) -> Iterator[tuple[int, Outcome]]:
        if self.ordered:
            while order and order[0] in self._done:
                number = order.popleft()
                yield number, self._done.pop(number)
        else:
            for number in list(self._done):
                order.remove(number)
                yield number, self._done.pop(number)

    def _busy(self) -> bool:
        return any(process.task is not None for process in self._all)

    def _collect(self) -> None:
        """Wait for a worker to say something or to die; kill those that are late."""
        by_connection = {process.connection: process for process in self._all if process.task is not None}
        for connection in wait(list(by_connection), timeout=_WATCH):
            process = by_connection[connection]  # type: ignore[index]
            try:
                message = process.connection.recv()
            except (EOFError, OSError):
                self._died(process)
                continue
            if isinstance(message, Outcome):
                self._done[process.number] = message
                self._lost.pop(process.number, None)
                process.task = None
                if process.late:  # it finished while it was being killed
                    self._bury(process)
            elif isinstance(message, Exception):
                raise message
            else:
                process.ready = True
                self._send(process)
        self._watch()

    def _watch(self) -> None:
        limit = self.job.page_seconds
        if limit <= 0:
            return
        now = time.monotonic_ns()
        for process in self._all:
            began = process.mark[1]
            if process.task is not None and process.mark[0] >= 0 and now - began > (limit + _GRACE) * 1e9:
                process.late = True
                process.process.kill()

    def _died(self, process: _Process) -> None:
        """Give the dead worker's task to another, without the page that killed it."""
        self._bury(process)
        task = process.task
        assert task is not None
        if not process.ready:
            self._false_starts += 1
            if self._false_starts > 2 * self.workers:
                code = process.process.exitcode
                advice = _GUARD if code == 1 else ""  # Python itself ended it
                raise WorkersError(f"worker processes end as soon as they start ({_ending(code)}){advice}")
        elif self._blamed(process):
            self._done[process.number] = _given_up(task, process.process.exitcode)
            return
        self._planned.appendleft((process.number, task))

    def _bury(self, process: _Process) -> None:
        process.process.join()
        process.connection.close()
        self._all.remove(process)

    def _blamed(self, process: _Process) -> bool:
        """Note which page it was; return True when the task itself cannot be read."""
        page = process.mark[0]
        self._strikes[process.number, page] += 1
        final = process.late or self._strikes[process.number, page] >= _STRIKES
        if page < 0:
            return final
        if final:
            problem = Problem("WorkerDied", f"the worker died ({_ending(process.process.exitcode)})")
            self._lost[process.number][page] = late(self.job.page_seconds) if process.late else problem
        return False

    def _start(self) -> _Process:
        ours, theirs = _context.Pipe()
        mark = _context.RawArray("q", [-1, 0])
        process = _context.Process(target=_main, args=(theirs, self.job, mark), daemon=True)
        with _uninterrupted():
            process.start()
        theirs.close()
        started = _Process(process, ours, mark)
        self._all.append(started)
        return started

    def _stop(self) -> None:
        """End the idle workers; those still at work are not wanted any more."""
        for process in self._all:
            if process.task is None:
                process.connection.close()
            else:
                process.process.kill()
        for process in self._all:
            process.process.join(5)
            if process.process.is_alive():
                process.process.kill()
                process.process.join()
        self._all.clear()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """
    Keep Ctrl-C from the processes started meanwhile: they inherit the blocked signal, and the main process ends them.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    # It comes with the first process started, and unblocks the signal when it is there: so it must be there before.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ending(code: int | None) -> str:
    if code is not None and code < 0:
        try:
            return signal.Signals(-code).name
        except ValueError:
            return f"signal {-code}"
    return f"exit code {code}"


def _given_up(task: Task, code: int | None) -> Outcome:
    """Return the outcome of a task whose very reading kills its worker."""
    message = f"the worker died while it read this input, from {task.start} to {task.stop} ({_ending(code)})"
    return _lost_task(task, Problem("WorkerDied", message))


def _lost_task(task: Task, problem: Problem) -> Outcome:
    name = task.name or task.path or (task.items[0].file if task.items else "-")
    record = {"file": name, "url": None, "error": {"type": problem.type, "message": problem.message}}
    return Outcome(rows=(Row(name, FAILED, "unreadable", payload=dumps(record) + b"\n"),), size=task.size)


def _main(connection: Connection, job: Job, mark: Any) -> None:
    """The life of a worker process."""

    def note(number: int) -> None:
        mark[1] = time.monotonic_ns()
        mark[0] = number

    # The main process is gone when its end of the pipe is: nobody is left to be told.
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        try:
            _limit_memory(job.memory_mb)
            worker = Worker(job, note)
        except Exception as error:  # the main process says what is wrong, and stops
            connection.send(error)
            return
        # What is loaded now lives as long as the process: the collector need not look at it again.
        gc.freeze()
        connection.send(None)
        while True:
            task, lost = connection.recv()
            connection.send(_outcome(worker, task, lost))


def _outcome(worker: Worker, task: Task, lost: dict[int, Problem] | None) -> Outcome:
    try:
        return worker.work(task, lost)
    except Exception as error:  # nothing of one page: writing down the task failed
        return _lost_task(task, Problem.of(error))


def _limit_memory(megabytes: int | None) -> None:
    if megabytes is None:
        return
    try:
        import resource
    except ModuleNotFoundError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, resource.RLIM_INFINITY))
