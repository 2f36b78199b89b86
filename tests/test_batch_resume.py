"""
Resuming: however often a run is killed, its output is that of a run nobody disturbed, to the byte.
"""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from batch_pages import folder, page

from newsparse.batch import Batch, Inputs, Job, Summary, execute, run
from newsparse.batch import inputs as inputs_module
from newsparse.batch.journal import ResumeError
from newsparse.batch.writers import parquet as parquet_writer


class Killed(Exception):
    """
    Stands for the end of the process.
    """


@pytest.fixture(autouse=True)
def fine(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Small tasks and small row groups, and a note after every task.
    """
    monkeypatch.setattr(inputs_module, "TASK_PAGES", 3)
    monkeypatch.setattr(parquet_writer, "ROW_GROUP", 4)
    monkeypatch.setattr(execute, "_NOTE_EVERY", 0)


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """
    A folder of 26 pages, with a failed one and duplicates.
    """
    path = folder(tmp_path / "crawl", range(20))
    (path / "a" / "0005.html").write_bytes(b"<html></html>")
    for number in range(6):
        (path / f"again-{number}.html").write_bytes(page(number))
    return path


def batch(crawl: Path, output: Path, **options: Any) -> Batch:
    return Batch(inputs=Inputs(paths=(str(crawl),)), output=output, **options)


def killed_after(count: int) -> Any:
    """
    Return a watcher that ends the run after so many tasks.
    """
    left = count

    def watch(summary: Summary) -> None:
        nonlocal left
        left -= 1
        if left <= 0:
            raise Killed

    return watch


def contents(path: Path) -> dict[str, bytes]:
    """
    Return a file, or every file of a folder, by name.
    """
    files = [path] if path.is_file() else sorted(each for each in path.rglob("*") if each.is_file())
    return {str(each.relative_to(path)): each.read_bytes() for each in files}


FORMS: list[dict[str, Any]] = [
    {"name": "o.jsonl"},
    {"name": "o.jsonl.gz"},
    {"name": "o.jsonl", "job": Job(dedupe="text")},
    {"name": "o.parquet", "format": "parquet"},
    {"name": "o.parquet", "format": "parquet", "job": Job(dedupe="text")},
    {"name": "docs", "format": "markdown"},
]


class TestKilled:
    @pytest.mark.parametrize("form", FORMS, ids=lambda form: f"{form['name']}-{'dedupe' if 'job' in form else 'all'}")
    @pytest.mark.parametrize("steps", [[1] * 30, [2, 1, 4], [5], [8]], ids=str)
    def test_equal(self, crawl: Path, tmp_path: Path, form: dict[str, Any], steps: list[int]) -> None:
        """Killed after any tasks and resumed: the same files, the same counts, nothing left beside them."""
        options = dict(form)
        name = options.pop("name")
        (tmp_path / "one").mkdir()
        (tmp_path / "two").mkdir()
        undisturbed = run(batch(crawl, tmp_path / "one" / name, errors=tmp_path / "one" / "e", **options))
        kills = 0
        for step in steps:
            try:
                resumed = batch(crawl, tmp_path / "two" / name, errors=tmp_path / "two" / "e", resume=True, **options)
                run(resumed, killed_after(step))
            except Killed:
                kills += 1
        summary = run(batch(crawl, tmp_path / "two" / name, errors=tmp_path / "two" / "e", resume=True, **options))

        assert kills == len(steps) or kills >= 9
        assert contents(tmp_path / "one") == contents(tmp_path / "two")
        same = {"seconds": 0}
        assert summary.to_dict() | same == undisturbed.to_dict() | same

    def test_torn(self, crawl: Path, tmp_path: Path) -> None:
        """What was written after the last note is cut off, whatever it is."""
        run(batch(crawl, tmp_path / "one"))
        with pytest.raises(Killed):
            run(batch(crawl, tmp_path / "two"), killed_after(4))
        with open(tmp_path / "two.part", "ab") as stream:
            stream.write(b'{"file": "half a li')
        run(batch(crawl, tmp_path / "two", resume=True))

        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()

    @pytest.mark.parametrize("moment", ["before", "between", "after"])
    @pytest.mark.parametrize("form", ["jsonl", "parquet"])
    def test_at_the_end(
        self, crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str, form: Any
    ) -> None:
        """Killed while the files get their names, it still ends well."""
        run(batch(crawl, tmp_path / "one", format=form, errors=tmp_path / "one.e"))
        calls = 0
        real = execute.publish

        def publish(path: Path) -> None:
            nonlocal calls
            calls += 1
            if moment == "before" or (moment == "between" and calls == 2):
                raise Killed
            real(path)
            if moment == "after" and calls == 2:
                raise Killed

        monkeypatch.setattr(execute, "publish", publish)
        with pytest.raises(Killed):
            run(batch(crawl, tmp_path / "two", format=form, errors=tmp_path / "two.e"))
        monkeypatch.setattr(execute, "publish", real)
        summary = run(batch(crawl, tmp_path / "two", format=form, errors=tmp_path / "two.e", resume=True))

        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
        assert (tmp_path / "one.e").read_bytes() == (tmp_path / "two.e").read_bytes()
        assert summary.pages == 26
        assert sorted(path.name for path in tmp_path.iterdir()) == ["crawl", "one", "one.e", "two", "two.e"]

    def test_unordered(self, crawl: Path, tmp_path: Path) -> None:
        """Where results are written as they come, the same lines, each once."""
        run(batch(crawl, tmp_path / "one"))
        options: dict[str, Any] = {"ordered": False, "workers": 2}
        for step in (2, 3):
            with pytest.raises(Killed):
                run(batch(crawl, tmp_path / "two", resume=True, **options), killed_after(step))
        run(batch(crawl, tmp_path / "two", resume=True, **options))

        lines = [(tmp_path / name).read_bytes().splitlines() for name in ("one", "two")]
        assert sorted(lines[0]) == sorted(lines[1])

    def test_signals(self, tmp_path: Path) -> None:
        """The real thing: processes killed at random moments by SIGKILL and SIGINT, on the command line."""
        path = folder(tmp_path / "crawl", range(600))
        command = [sys.executable, "-m", "newsparse", "batch", str(path), "--workers", "2", "-q", "-o"]
        telling = ["--resume", "--progress", "json"]
        subprocess.run([*command, str(tmp_path / "one.jsonl")], check=False, timeout=120)
        chance = random.Random(7)
        kills = 0
        for attempt in range(6):
            process = subprocess.Popen(
                [*command, str(tmp_path / "two.jsonl"), *telling], stderr=subprocess.PIPE, start_new_session=True
            )
            if attempt < 5:
                assert process.stderr is not None
                process.stderr.readline()  # the first task is done
                time.sleep(chance.uniform(0, 0.4))
                process.send_signal(signal.SIGINT if attempt % 2 else signal.SIGKILL)
            _, words = process.communicate(timeout=120)
            assert process.returncode in (-signal.SIGKILL, 130, 0), words
            assert b"Traceback" not in words
            kills += process.returncode != 0

        assert kills >= 1
        assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "two.jsonl").read_bytes()


class TestRefused:
    def test_other_run(self, crawl: Path, tmp_path: Path) -> None:
        """Other options are another run."""
        with pytest.raises(Killed):
            run(batch(crawl, tmp_path / "o"), killed_after(2))
        with pytest.raises(ResumeError, match="other inputs or options"):
            run(batch(crawl, tmp_path / "o", resume=True, job=Job(fields=("title",))))

    @pytest.mark.parametrize("change", ["more", "fewer", "none"])
    def test_other_input(self, crawl: Path, tmp_path: Path, change: str) -> None:
        """An input that changed where the run has been is noticed."""
        with pytest.raises(Killed):
            run(batch(crawl, tmp_path / "o"), killed_after(4))
        if change == "more":
            (crawl / "a" / "0000.html").write_bytes(page(99))
        elif change == "fewer":
            (crawl / "a" / "0001.html").unlink()
        else:
            for each in crawl.rglob("*.html"):
                each.unlink()
        with pytest.raises(ResumeError, match="the input"):
            run(batch(crawl, tmp_path / "o", resume=True))

    def test_no_journal(self, crawl: Path, tmp_path: Path) -> None:
        """A file that is no journal is not taken for one; without any, the run begins at the beginning."""
        run(batch(crawl, tmp_path / "o", resume=True))
        (tmp_path / "p.journal").write_bytes(b"x")

        assert len((tmp_path / "o").read_bytes().splitlines()) == 26
        with pytest.raises(ResumeError, match="no journal"):
            run(batch(crawl, tmp_path / "p", resume=True))

    def test_anew(self, crawl: Path, tmp_path: Path) -> None:
        """Without resume an interrupted run is begun anew."""
        with pytest.raises(Killed):
            run(batch(crawl, tmp_path / "o"), killed_after(4))
        summary = run(batch(crawl, tmp_path / "o"))

        assert summary.pages == 26
        assert len([json.loads(line) for line in (tmp_path / "o").read_bytes().splitlines()]) == 26
