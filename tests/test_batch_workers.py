"""
Worker processes: a page that kills, hangs or fills its worker costs that page, and nothing else.
"""

from __future__ import annotations

import json
import multiprocessing
import pickle
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from batch_pages import SPOILER, folder, page

from newsparse.batch import Batch, Inputs, Job, Summary, processes, run, work
from newsparse.batch import inputs as inputs_module
from newsparse.batch.page import Item, Page, Problem, Task
from newsparse.batch.pool import parse_pages
from newsparse.batch.processes import Processes, WorkersError
from newsparse.batch.work import Worker
from newsparse.batch.writers import lines as lines_module
from newsparse.errors import AdapterError, PageError
from newsparse.extract import Options


@pytest.fixture
def spoiler(tmp_path: Path) -> str:
    """
    An adapter file that lets pages spoil their worker.
    """
    path = tmp_path / "spoiler.py"
    path.write_text(SPOILER, encoding="utf-8")
    return str(path)


def spoiled(path: Path, bad: dict[int, str]) -> Path:
    """
    Write twelve pages, some with a word that spoils.
    """
    path.mkdir()
    for number in range(12):
        extra = f"<!-- {bad[number]} -->" if number in bad else ""
        (path / f"{number:02}.html").write_bytes(page(number, extra=extra))
    return path


def go(path: Path, output: Path, spoiler: str, **options: Any) -> tuple[Summary, dict[str, Any]]:
    """
    Run two workers over the folder; return the summary, and the errors by file.
    """
    job = Job(adapter_files=(spoiler,), **options)
    summary = run(Batch(inputs=Inputs(paths=(str(path),)), output=output, job=job, workers=2))
    rows = [json.loads(line) for line in output.read_bytes().splitlines()]
    assert [row["file"] for row in rows] == [f"{number:02}.html" for number in range(12)]
    assert all("title" in row for row in rows if "error" not in row)
    return summary, {row["file"]: row["error"] for row in rows if "error" in row}


class TestDeaths:
    def test_killed(self, tmp_path: Path, spoiler: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two pages that kill their worker are recorded, with the signal; all others are parsed, in order."""
        monkeypatch.setattr(inputs_module, "TASK_PAGES", 5)
        path = spoiled(tmp_path / "in", {2: "KILL-ME", 4: "KILL-ME", 11: "FAULT-ME"})
        summary, errors = go(path, tmp_path / "o.jsonl", spoiler)

        died = {"type": "WorkerDied", "message": "the worker died (SIGKILL)"}
        assert errors == {
            "02.html": died,
            "04.html": died,
            "11.html": {"type": "ZeroDivisionError", "message": "a fault of the parser"},
        }
        assert summary.failed == {"worker died": 2, "ZeroDivisionError": 1}

    def test_late(self, tmp_path: Path, spoiler: str) -> None:
        """A page that sleeps is woken by the worker's alarm; one that is deaf to it is killed by the watchdog."""
        path = spoiled(tmp_path / "in", {3: "SLOW-ME", 7: "STUCK-ME"})
        began = time.monotonic()
        summary, errors = go(path, tmp_path / "o.jsonl", spoiler, page_seconds=1)

        late = {"type": "TimeLimit", "message": "took longer than 1 s"}
        assert errors == {"03.html": late, "07.html": late}
        assert summary.failed == {"time limit": 2}
        assert time.monotonic() - began < 40

    def test_memory(self, tmp_path: Path, spoiler: str) -> None:
        """A page that wants more memory than a worker may have fails alone."""
        path = spoiled(tmp_path / "in", {5: "HOG-ME"})
        _, errors = go(path, tmp_path / "o.jsonl", spoiler, memory_mb=8000)

        assert errors == {"05.html": {"type": "MemoryError", "message": ""}}

    def test_unreadable_input(self, tmp_path: Path) -> None:
        """A worker that dies while it reads gives up the task, not the run."""
        script = tmp_path / "dying.py"
        script.write_text(
            "import os\nfrom newsparse.batch.readers import files\nfrom newsparse.rules import Site\n"
            "SITE = Site(name='x', hosts=('x.example',))\nreal = files.read\n"
            "def read(task, *rest):\n"
            "    if task.items[0].file == 'bad': os._exit(9)\n"
            "    return real(task, *rest)\n"
            "files.read = read\n",
            encoding="utf-8",
        )
        good = folder(tmp_path / "in", [1]) / "a" / "0001.html"
        tasks = [Task(reader="files", items=(Item(str(good), name),)) for name in ("one", "bad", "two")]
        outcomes = list(Processes(Job(adapter_files=(str(script),)), 2).outcomes(enumerate(tasks)))

        assert [(number, outcome.rows[0].outcome) for number, outcome in outcomes] == [
            (0, "parsed"),
            (1, "failed"),
            (2, "parsed"),
        ]
        assert outcomes[1][1].rows[0].file == "bad"
        assert b"exit code 9" in outcomes[1][1].rows[0].payload


class TestStart:
    def test_broken_adapter(self, tmp_path: Path) -> None:
        """What is wrong with an adapter file is said by the worker that loads it."""
        script = tmp_path / "broken.py"
        script.write_text("SITE = 3", encoding="utf-8")
        folder(tmp_path / "in", [1])

        for workers in (1, 2):
            batch = Batch(
                inputs=Inputs(paths=(str(tmp_path / "in"),)),
                output=tmp_path / "o.jsonl",
                job=Job(adapter_files=(str(script),)),
                workers=workers,
            )
            with pytest.raises(AdapterError, match="defines no SITE"):
                run(batch)

    @pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here")
    def test_first_process_is_not_interrupted(self, tmp_path: Path) -> None:
        """Ctrl-C is blocked in the first process of a run too: what starts with it must not unblock the signal."""
        script = tmp_path / "first.py"
        script.write_text(
            "import re, time\n"
            "from pathlib import Path\n"
            "from newsparse.batch import processes\n"
            "if __name__ == '__main__':\n"
            "    first = processes._context.Process(target=time.sleep, args=(30,))\n"
            "    with processes._uninterrupted():\n"
            "        first.start()\n"
            "    status = Path(f'/proc/{first.pid}/status').read_text()\n"
            "    first.kill()\n"
            "    print(int(re.search(r'SigBlk:\\s*(\\w+)', status)[1], 16) >> 1 & 1)\n",
            encoding="utf-8",
        )
        done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=True)

        assert done.stdout.strip() == "1"

    def test_script_without_a_guard(self, tmp_path: Path) -> None:
        """A script that starts workers while it is imported by them is told what to write."""
        script = tmp_path / "bare.py"
        script.write_text(
            "import newsparse\nlist(newsparse.parse_many([b'<p>x</p>'], workers=2))\n", encoding="utf-8"
        )
        done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60, check=False)

        assert done.returncode == 1
        assert "must do its work under if __name__ == '__main__'" in done.stderr.splitlines()[-1]

    def test_no_start(self, tmp_path: Path) -> None:
        """Workers that end as soon as they start end the run, with the reason."""
        script = tmp_path / "ending.py"
        script.write_text("import os\nos._exit(7)", encoding="utf-8")
        task = Task(reader="files", items=(Item(str(script), "x"),))

        with pytest.raises(WorkersError, match="exit code 7"):
            list(Processes(Job(adapter_files=(str(script),)), 1).outcomes([(0, task)]))

    def test_orphans(self, tmp_path: Path) -> None:
        """Workers end when the main process is killed."""
        folder(tmp_path / "in", range(4))
        script = tmp_path / "main.py"
        script.write_text(
            "import os, signal, sys\n"
            "from newsparse.batch.job import Job\nfrom newsparse.batch.processes import Processes\n"
            "from newsparse.batch.inputs import Inputs\nfrom newsparse.batch.readers import Tally\n"
            "if __name__ == '__main__':\n"
            "    pool = Processes(Job(), 2)\n"
            "    tasks = enumerate(Inputs(paths=(sys.argv[1],)).tasks(Tally()))\n"
            "    for _ in pool.outcomes(tasks):\n"
            "        print(pool._all[0].process.pid, flush=True)\n"
            "        os.kill(os.getpid(), signal.SIGKILL)\n",
            encoding="utf-8",
        )
        result = subprocess.run([sys.executable, script, tmp_path / "in"], capture_output=True, timeout=60, check=False)
        worker = int(result.stdout)

        assert result.returncode == -9
        for _ in range(100):
            if not _alive(worker):
                break
            time.sleep(0.1)
        assert not _alive(worker)
        assert result.stderr == b""


def _alive(process: int) -> bool:
    try:
        with open(f"/proc/{process}/stat", encoding="ascii") as stream:
            return stream.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


class TestWorker:
    def test_alarm_is_taken_back(self, tmp_path: Path) -> None:
        """After a task no alarm is left, and the handler is the one before."""
        before = signal.getsignal(signal.SIGALRM)
        Worker(Job(page_seconds=5)).work(Task(reader="pages", payload=(Page(file="x", data=page(1)),)))

        assert signal.getsignal(signal.SIGALRM) is before
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)

    def test_marks(self) -> None:
        """Each page is marked before, and unmarked after."""
        marks: list[int] = []
        pages = tuple(Page(file=str(n), data=page(n)) for n in range(2))
        Worker(Job(), marks.append).work(Task(reader="pages", payload=pages))

        assert marks == [0, -1, 1, -1]

    def test_time_limit_here(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without processes the alarm ends a page that takes too long, between others that do not."""
        real = work.extract

        def slow(data: bytes, **given: Any) -> Any:
            if b"SLOW-ME" in data:
                time.sleep(30)
            return real(data, **given)

        monkeypatch.setattr(work, "extract", slow)
        pages = tuple(Page(file=str(n), data=page(n, extra="SLOW-ME" * (n == 1))) for n in range(3))
        for form in ("json", "arrow"):
            outcome = Worker(Job(page_seconds=0.2, form=form)).work(Task(reader="pages", payload=pages))
            assert [(row.outcome, row.reason) for row in outcome.rows] == [
                ("parsed", None),
                ("failed", "time limit"),
                ("parsed", None),
            ]

    def test_no_alarm_in_a_thread(self) -> None:
        """Only the main thread has alarms; elsewhere pages have no limit, and are parsed."""
        found: list[Any] = []
        task = Task(reader="pages", payload=(Page(file="x", data=page(1)),))
        thread = threading.Thread(target=lambda: found.append(Worker(Job()).work(task)))
        thread.start()
        thread.join(20)

        assert [row.outcome for row in found[0].rows] == ["parsed"]

    def test_lost_pages_are_not_tried(self) -> None:
        """A page that killed a worker is written down as what it did."""
        task = Task(reader="pages", payload=(Page(file="x", data=page(1)), Page(file="y", data=page(2))))
        outcome = Worker(Job()).work(task, {0: Problem("WorkerDied", "the worker died (SIGSEGV)")})

        assert [(row.file, row.outcome, row.reason) for row in outcome.rows] == [
            ("x", "failed", "worker died"),
            ("y", "parsed", None),
        ]

    def test_fault_while_reading(self, tmp_path: Path) -> None:
        """An input that breaks while it is read keeps the pages before, and says what is wrong."""
        (outcome,) = [Worker(Job()).work(Task(reader="parquet", path=str(tmp_path / "gone"), name="gone.parquet"))]

        assert [(row.file, row.reason) for row in outcome.rows] == [("gone.parquet", "unreadable")]


class TestLife:
    """
    The life of a worker process, told here by a thread.
    """

    def talk(self, job: Job, *messages: Any) -> list[Any]:
        ours, theirs = multiprocessing.Pipe()
        mark = [0, 0]
        thread = threading.Thread(target=processes._main, args=(theirs, job, mark))
        thread.start()
        answers = [ours.recv()]
        for message in messages:
            ours.send(message)
            answers.append(ours.recv())
        ours.close()
        thread.join(20)
        assert not thread.is_alive()
        return answers

    def test_tasks(self) -> None:
        """Ready, then an outcome for every task, until nobody is there."""
        task = Task(reader="pages", payload=(Page(file="x", data=page(1)),))
        ready, first, second = self.talk(Job(), (task, None), (task, {0: Problem("TimeLimit", "late")}))

        assert ready is None
        assert first.rows[0].outcome == "parsed"
        assert second.rows[0].reason == "time limit"

    def test_broken(self, tmp_path: Path) -> None:
        """A worker that cannot begin says why."""
        ours, theirs = multiprocessing.Pipe()
        processes._main(theirs, Job(adapter_files=(str(tmp_path / "none.py"),)), [0, 0])

        assert isinstance(ours.recv(), FileNotFoundError)

    def test_fault_beyond_pages(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """When writing down a task fails, the task is one failed row, in any form."""

        def broken(*_: object) -> None:
            raise MemoryError

        monkeypatch.setattr(Worker, "_outcome", broken)
        task = Task(reader="pages", name="part", payload=(Page(file="x", data=page(1)),))
        _, outcome = self.talk(Job(), (task, None))

        assert [(row.file, row.outcome) for row in outcome.rows] == [("part", "failed")]
        assert outcome.packed is None
        assert lines_module.packed(outcome, None, False) == outcome.rows[0].payload

    def test_memory_limit(self) -> None:
        """The limit is set on the process."""
        script = (
            "import resource\nfrom newsparse.batch.processes import _limit_memory\n_limit_memory(None)\n"
            "_limit_memory(4000)\nprint(resource.getrlimit(resource.RLIMIT_AS)[0])"
        )
        result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

        assert int(result.stdout) == 4000 << 20


class TestParsePages:
    def test_forms(self) -> None:
        """Bytes, text, pairs and mappings, in order; a page that fails is a result with its error."""
        pages = [page(0), page(1).decode(), (page(2), "http://ori.hangzhou.com.cn/2.htm"), b"", {"html": page(4)}]
        results = list(parse_pages(pages))

        assert [result.number for result in results] == [0, 1, 2, 3, 4]
        assert [result.article and result.article.title for result in results] == [
            "湖边新闻0",
            "湖边新闻1",
            "湖边新闻2",
            None,
            "湖边新闻4",
        ]
        assert results[2].url == "http://ori.hangzhou.com.cn/2.htm"
        assert results[2].article is not None and results[2].article.host == "ori.hangzhou.com.cn"
        assert results[3].error is not None and results[3].error.type == "PageError"

    def test_workers(self) -> None:
        """Processes give the same articles, in the same order."""
        pages = [page(number) for number in range(40)]

        assert [result.article for result in parse_pages(pages, workers=2)] == [
            result.article for result in parse_pages(pages)
        ]

    def test_bounded(self) -> None:
        """Pages are taken as results are, not all at once."""
        taken: list[int] = []

        def endless() -> Any:
            number = 0
            while True:
                taken.append(number)
                yield page(number)
                number += 1

        results = parse_pages(endless())
        next(results)

        assert len(taken) <= 64

    def test_options(self) -> None:
        """Options are checked at once, not when the first result is taken."""
        with pytest.raises(ValueError, match="no such field: titel"):
            parse_pages([page(1)], fields=["titel"])
        (result,) = parse_pages([page(1)], adapters=False, max_bytes=10)
        assert result.error is not None and "too_large" in result.error.message


def test_page_error_survives_the_way_back() -> None:
    """Errors are values that pickle: they cross from worker to main process whole."""
    error = PageError("http://a.cn/", "index", "links only")

    back = pickle.loads(pickle.dumps(error))

    assert (back.url, back.reason, back.message) == ("http://a.cn/", "index", "links only")
    assert pickle.loads(pickle.dumps(Options())) == Options()
