"""
Runs over Ray, an embedded one: skipped where Ray is not installed.
"""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from batch_pages import SPOILER, folder, page, response, warc_gz

ray = pytest.importorskip("ray")

from newsparse import ray as module  # noqa: E402
from newsparse.arrow import to_json_form  # noqa: E402
from newsparse.batch import Batch, Inputs, Job, run  # noqa: E402

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    """
    An embedded Ray with two processors.
    """
    ray.init(num_cpus=2, include_dashboard=False, logging_level=logging.ERROR, log_to_driver=False)
    yield
    ray.shutdown()


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


def test_same_as_local(crawl: Inputs, tmp_path: Path) -> None:
    """
    The same lines, to the byte; the same counts; failed pages among them.
    """
    summary = module.run(crawl, tmp_path / "out", Job(), block=10_000)

    assert lines(tmp_path / "out") == local(crawl, tmp_path / "local.jsonl")
    assert (summary.pages, summary.parsed) == (51, 50)
    assert len(list((tmp_path / "out").glob("part-*.jsonl"))) > 2


def test_parquet_and_errors_apart(crawl: Inputs, tmp_path: Path) -> None:
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


def test_killing_page(tmp_path: Path) -> None:
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


def test_resumed(crawl: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_dataset(crawl: Inputs) -> None:
    """
    A dataset of articles in the fixed schema, for those who go on in Ray.
    """
    dataset = module.articles(crawl, block=10_000)

    assert dataset.count() == 51
    assert sum(1 for row in dataset.iter_rows() if row["error"] is None and row["title"].startswith("湖边新闻")) == 50


def test_settings_are_given_back(crawl: Inputs, tmp_path: Path) -> None:
    """
    The caller's own settings of Ray Data are as before.
    """
    context = ray.data.DataContext.get_current()
    before = (context.max_errored_blocks, context.enable_progress_bars)
    module.run(crawl, tmp_path / "out", Job())

    assert (context.max_errored_blocks, context.enable_progress_bars) == before
