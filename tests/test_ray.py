"""
Runs over Ray: an embedded one where it is installed, else a stand-in that runs the same blocks here.
"""

from __future__ import annotations

import gzip
import importlib
import importlib.util
import json
import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import stand_in_ray
from batch_pages import SPOILER, folder, page, response, warc_gz

from newsparse.arrow import to_json_form
from newsparse.batch import Batch, Inputs, Job, run
from newsparse.cli import main

REAL = importlib.util.find_spec("ray") is not None

pytestmark = pytest.mark.filterwarnings("ignore")


@pytest.fixture(scope="module")
def module() -> Iterator[Any]:
    """
    ``newsparse.ray``, over an embedded Ray with two processors.
    """
    if REAL:
        import ray

        ray.init(num_cpus=2, include_dashboard=False, logging_level=logging.ERROR, log_to_driver=False)
        yield importlib.import_module("newsparse.ray")
        ray.shutdown()
        return
    with pytest.MonkeyPatch.context() as patch:
        stand_in = stand_in_ray.module()
        patch.setitem(sys.modules, "ray", stand_in)
        patch.setitem(sys.modules, "ray.data", stand_in.data)
        patch.delitem(sys.modules, "newsparse.ray", raising=False)
        yield importlib.import_module("newsparse.ray")
    sys.modules.pop("newsparse.ray", None)


@pytest.fixture
def crawl(tmp_path: Path) -> Inputs:
    """
    A folder, an archive that can be read in pieces and one that cannot.
    """
    folder(tmp_path / "crawl", range(20))
    (tmp_path / "crawl" / "x.html").write_bytes(b"<html></html>")
    (tmp_path / "crawl" / "y.warc.gz").write_bytes(warc_gz([response(n, page(n)) for n in range(30, 50)]))
    rows = b"\n".join(json.dumps({"html": page(n).decode()}).encode() for n in range(60, 70))
    (tmp_path / "crawl" / "z.jsonl.gz").write_bytes(gzip.compress(rows))
    return Inputs(paths=(str(tmp_path / "crawl"),))


def lines(folder: Path) -> list[bytes]:
    """
    Return the lines of all parts, sorted.
    """
    return sorted(line for path in folder.glob("part-*.jsonl") for line in path.read_bytes().splitlines())


def local(inputs: Inputs, output: Path) -> list[bytes]:
    """
    Return the lines of a run without Ray, sorted.
    """
    run(Batch(inputs=inputs, output=output))
    return sorted(output.read_bytes().splitlines())


def test_same_as_local(module: Any, crawl: Inputs, tmp_path: Path) -> None:
    """
    The same lines, to the byte; the same counts; failed pages among them.
    """
    summary = module.run(crawl, tmp_path / "out", Job(), block=10_000)

    assert lines(tmp_path / "out") == local(crawl, tmp_path / "local.jsonl")
    assert (summary.pages, summary.parsed) == (51, 50)
    assert len(list((tmp_path / "out").glob("part-*.jsonl"))) > 2


def test_parquet_and_errors_apart(module: Any, crawl: Inputs, tmp_path: Path) -> None:
    """
    Parquet parts with the fixed schema; failed pages in files of their own.
    """
    module.run(crawl, tmp_path / "out", Job(form="arrow", errors_apart=True), suffix="parquet")
    rows = [row for path in (tmp_path / "out").glob("part-*.parquet") for row in pq.read_table(path).to_pylist()]
    good = [line for line in local(crawl, tmp_path / "local.jsonl") if b'"error"' not in line]

    assert sorted(json.dumps(to_json_form(row), ensure_ascii=False) for row in rows) == sorted(
        json.dumps(json.loads(line), ensure_ascii=False) for line in good
    )
    assert sum(len(path.read_bytes().splitlines()) for path in (tmp_path / "out" / "_errors").iterdir()) == 1


@pytest.mark.skipif(not REAL, reason="a stand-in cannot outlive its blocks")
def test_killing_page(module: Any, tmp_path: Path) -> None:
    """
    A page that kills its worker is given up by Ray after its retries; done again page by page, it alone is lost.
    """
    (tmp_path / "spoiler.py").write_text(SPOILER, encoding="utf-8")
    folder(tmp_path / "crawl", range(12))
    (tmp_path / "crawl" / "bad.html").write_bytes(page(99, extra="KILL-ME"))
    job = Job(adapter_files=(str(tmp_path / "spoiler.py"),))
    summary = module.run(Inputs(paths=(str(tmp_path / "crawl"),)), tmp_path / "out", job, block=3000)
    failed = [json.loads(line) for line in lines(tmp_path / "out") if b'"error"' in line]

    assert (summary.pages, summary.parsed) == (13, 12)
    assert failed == [
        {"file": "bad.html", "url": None, "error": {"type": "WorkerDied", "message": "the worker died (SIGKILL)"}}
    ]


def test_resumed(module: Any, crawl: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    After an interruption, what is done stays as it is, what is missing is done, nothing twice.
    """
    real = module._pass

    def interrupted(blocks: list[dict[str, Any]], settings: dict[str, Any]) -> None:
        real(blocks[:2], settings)
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "_pass", interrupted)
    with pytest.raises(KeyboardInterrupt):
        module.run(crawl, tmp_path / "out", Job(), block=10_000)
    monkeypatch.setattr(module, "_pass", real)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("part-*.jsonl")}
    summary = module.run(crawl, tmp_path / "out", Job(), block=10_000, resume=True)

    assert len(before) == 2
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert summary.pages == 51
    assert lines(tmp_path / "out") == local(crawl, tmp_path / "local.jsonl")


def test_dataset(module: Any, crawl: Inputs) -> None:
    """
    A dataset of articles in the fixed schema, for those who go on in Ray.
    """
    dataset = module.articles(crawl, block=10_000)

    assert dataset.count() == 51
    assert sum(1 for row in dataset.iter_rows() if row["error"] is None and row["title"].startswith("湖边新闻")) == 50


def test_settings_are_given_back(module: Any, crawl: Inputs, tmp_path: Path) -> None:
    """
    The caller's own settings of Ray Data are as before.
    """
    context = module.ray.data.DataContext.get_current()
    before = (context.max_errored_blocks, context.enable_progress_bars)
    module.run(crawl, tmp_path / "out", Job())

    assert (context.max_errored_blocks, context.enable_progress_bars) == before


@pytest.mark.skipif(REAL, reason="the function would be another one in Ray's own processes")
def test_given_up_blocks(module: Any, crawl: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Blocks that Ray gives up are done once more, each in a process of its own; those that fail there too are listed.
    """

    def dying(job: Job) -> None:
        raise OSError("no worker lives long here")

    monkeypatch.setattr(module, "Worker", dying)
    summary = module.run(crawl, tmp_path / "out", Job(), block=1 << 30)
    assert summary.parsed == 50
    assert lines(tmp_path / "out") == local(crawl, tmp_path / "local.jsonl")

    monkeypatch.setattr(module, "Processes", lambda job, workers: dying(job))
    lost = module.run(crawl, tmp_path / "none", Job(), block=1 << 30)
    listed = [json.loads(line)["file"] for line in (tmp_path / "none" / "_lost.jsonl").read_bytes().splitlines()]
    assert (lost.parsed, lost.failed) == (0, {"unreadable": 23})
    assert listed[:2] == ["a/0001.html", "a/0003.html"]
    assert any(name.startswith("y.warc.gz from 0 to ") for name in listed)
    assert lost.unreadable[0].startswith("a/0001.html: block 000000-")


def test_command(module: Any, crawl: Inputs, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """
    newsparse batch --engine ray, with the exit code and the summary of a local run.
    """
    if REAL:
        module.ray.shutdown()
    code = main(["batch", *crawl.paths, "--engine", "ray", "-o", str(tmp_path / "out"), "--workers", "2"])

    assert code == 1
    assert capsys.readouterr().err.splitlines()[-3].startswith("51 pages in ")
    assert lines(tmp_path / "out") == local(crawl, tmp_path / "local.jsonl")


def test_not_installed(
    module: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Without Ray the command says how to get it.
    """
    monkeypatch.setitem(sys.modules, "ray", None)
    code = main(["batch", str(tmp_path), "--engine", "ray", "-o", str(tmp_path / "out")])

    assert code == 2
    assert "pip install 'newsparse[ray]'" in capsys.readouterr().err
