"""
Runs: the same articles from every input, in every output, by any number of workers.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import threading
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from batch_pages import address, folder, page, response, warc_gz

from newsparse.arrow import to_json_form
from newsparse.batch import Batch, Inputs, Job, Selection, Summary, run
from newsparse.batch import inputs as inputs_module
from newsparse.batch.duplicates import Duplicates
from newsparse.batch.progress import Progress
from newsparse.batch.selection import beginning, end
from newsparse.batch.writers import parquet as parquet_writer
from newsparse.batch.writers.documents import place
from newsparse.extract import options_of

COUNT = 30


@pytest.fixture
def crawl(tmp_path: Path) -> Path:
    """
    A folder of 30 pages, one of them no article.
    """
    folder(tmp_path / "crawl", range(COUNT))
    (tmp_path / "crawl" / "b" / "0004.html").write_bytes(b"<html><body></body></html>")
    return tmp_path / "crawl"


def go(*paths: Path, output: Path | None, job: Job | None = None, **options: Any) -> Summary:
    """
    Run a batch over paths.
    """
    return run(Batch(inputs=Inputs(paths=tuple(map(str, paths))), output=output, job=job or Job(), **options))


def lines(path: Path) -> list[dict[str, Any]]:
    """
    Return the rows of a JSON Lines file.
    """
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def leftovers(path: Path) -> list[str]:
    """
    Return the files beside an output that should be gone.
    """
    return [each.name for each in path.parent.iterdir() if each.name.startswith(path.name) and each != path]


class TestJsonl:
    def test_articles(self, crawl: Path, tmp_path: Path) -> None:
        """One line a page, in the order of the input, the failed one between the others; nothing else is left."""
        summary = go(crawl, output=tmp_path / "o.jsonl")
        rows = lines(tmp_path / "o.jsonl")

        assert [row["file"] for row in rows] == sorted(str(path.relative_to(crawl)) for path in crawl.rglob("*.html"))
        assert next(iter(rows[0])) == "file"
        assert {row["file"]: row["title"] for row in rows if "title" in row}["a/0007.html"] == "湖边新闻7"
        assert [row for row in rows if "error" in row] == [
            {"file": "b/0004.html", "url": None, "error": rows[17]["error"]}
        ]
        assert rows[17]["error"]["type"] == "PageError"
        assert (summary.pages, summary.parsed, summary.failed.total()) == (COUNT, COUNT - 1, 1)
        assert summary.sites["hangzhou"].total() == COUNT - 1
        assert leftovers(tmp_path / "o.jsonl") == []

    @pytest.mark.parametrize("suffix", [".gz", ".zst"])
    def test_compressed(self, crawl: Path, tmp_path: Path, suffix: str) -> None:
        """The same bytes inside."""
        go(crawl, output=tmp_path / "o.jsonl")
        go(crawl, output=tmp_path / f"o.jsonl{suffix}")
        packed = (tmp_path / f"o.jsonl{suffix}").read_bytes()
        inside = (
            gzip.decompress(packed)
            if suffix == ".gz"
            else zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True).read()
        )

        assert inside == (tmp_path / "o.jsonl").read_bytes()

    def test_stdout(self, crawl: Path, tmp_path: Path) -> None:
        """Without an output the lines go to a stream."""
        stream = io.BytesIO()
        go(crawl, output=None, stdout=stream)
        go(crawl, output=tmp_path / "o.jsonl")

        assert stream.getvalue() == (tmp_path / "o.jsonl").read_bytes()

    def test_errors_apart(self, crawl: Path, tmp_path: Path) -> None:
        """Failed pages go into a file of their own, which names the only pages of the next attempt."""
        go(crawl, output=tmp_path / "o.jsonl", errors=tmp_path / "e.jsonl")

        assert [row["file"] for row in lines(tmp_path / "e.jsonl")] == ["b/0004.html"]
        assert all("error" not in row for row in lines(tmp_path / "o.jsonl"))

        (crawl / "b" / "0004.html").write_bytes(page(4))
        again = go(crawl, output=tmp_path / "again.jsonl", job=Job(only=frozenset({"b/0004.html"})))

        assert again.pages == again.parsed == 1
        assert lines(tmp_path / "again.jsonl")[0]["title"] == "湖边新闻4"

    def test_output_in_the_input(self, crawl: Path) -> None:
        """An output inside the folder that is read is not read."""
        first = go(crawl, output=crawl / "o.jsonl")
        second = go(crawl, output=crawl / "o.jsonl")

        assert first.to_dict() | {"seconds": 0} == second.to_dict() | {"seconds": 0}

    def test_fields(self, crawl: Path, tmp_path: Path) -> None:
        """Only the fields asked for, and those derived from the story."""
        go(crawl, output=tmp_path / "o.jsonl", job=Job(fields=("title", "text", "lede")))
        row = lines(tmp_path / "o.jsonl")[0]

        assert list(row) == ["file", "url", "title", "text", "lede"]
        assert row["text"].startswith(row["lede"]) and row["text"].count("\n") == 3

    def test_fault_of_the_parser(self, crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A page that trips the parser is a record with the error; the rest goes on."""
        from newsparse.batch import work

        real = work.extract

        def extract(data: bytes, **given: Any) -> Any:
            if "新闻7<".encode() in data:
                raise KeyError("x")
            return real(data, **given)

        monkeypatch.setattr(work, "extract", extract)
        summary = go(crawl, output=tmp_path / "o.jsonl")

        assert summary.failed == {"KeyError": 1, **{k: v for k, v in summary.failed.items() if k != "KeyError"}}
        assert summary.parsed == COUNT - 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
class TestPassing:
    """
    Outputs that are no files: what is written there passes on, and they stay what they are.
    """

    @pytest.mark.parametrize("role", ["output", "errors"])
    def test_pipe(self, crawl: Path, tmp_path: Path, role: str) -> None:
        """A pipe gets the lines of the file, and is a pipe after the run; nothing appears beside it."""
        go(crawl, output=tmp_path / "o.jsonl", errors=tmp_path / "e.jsonl")
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        read: list[bytes] = []
        reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
        reader.start()

        go(crawl, **{"output": tmp_path / "o2.jsonl", "errors": tmp_path / "e2.jsonl", role: pipe})
        reader.join(10)

        assert read == [(tmp_path / f"{role[0]}.jsonl").read_bytes()]
        assert pipe.is_fifo() and leftovers(pipe) == []

    def test_link_to_an_open_file(self, crawl: Path, tmp_path: Path) -> None:
        """/dev/stdout is a link into /proc: it is written through, never replaced."""
        if not Path("/proc/self/fd").is_dir():
            pytest.skip("no /proc here")
        with open(tmp_path / "o.jsonl", "wb") as stream:
            link = tmp_path / "stdout"
            link.symlink_to(f"/proc/self/fd/{stream.fileno()}")
            go(crawl, output=link)

            assert link.is_symlink()
        assert len(lines(tmp_path / "o.jsonl")) == COUNT

    def test_parquet(self, crawl: Path, tmp_path: Path) -> None:
        """Parquet is written twice over, so it needs a file."""
        os.mkfifo(tmp_path / "pipe")

        with pytest.raises(OSError, match="a file of its own"):
            go(crawl, output=tmp_path / "pipe", format="parquet")

    @pytest.mark.parametrize("role", ["output", "errors"])
    def test_folder(self, crawl: Path, tmp_path: Path, role: str) -> None:
        """A folder where a file should go is refused before the run, and nothing is left beside it."""
        (tmp_path / "there").mkdir()

        with pytest.raises(IsADirectoryError):
            go(crawl, **{"output": tmp_path / "o.jsonl", role: tmp_path / "there"})
        assert leftovers(tmp_path / "there") == []


class TestParquet:
    def test_articles(self, crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """The rows are the lines, typed; row groups are bounded; schema and version are in the metadata."""
        monkeypatch.setattr(parquet_writer, "ROW_GROUP", 8)
        go(crawl, output=tmp_path / "o.jsonl")
        go(crawl, output=tmp_path / "o.parquet", format="parquet")
        table = pq.ParquetFile(tmp_path / "o.parquet")

        assert [to_json_form(row) for row in table.read().to_pylist()] == lines(tmp_path / "o.jsonl")
        assert [table.metadata.row_group(n).num_rows for n in range(table.num_row_groups)] == [8, 8, 8, 6]
        assert table.schema_arrow.field("timestamp").type == pa.timestamp("us", tz="Asia/Shanghai")
        assert table.schema_arrow.metadata[b"newsparse.schema"] == b"newsparse-article-1"
        assert leftovers(tmp_path / "o.parquet") == []

    def test_errors_apart(self, crawl: Path, tmp_path: Path) -> None:
        """Failed pages are rows only where they have no file of their own."""
        go(crawl, output=tmp_path / "o.parquet", format="parquet", errors=tmp_path / "e.jsonl")

        assert pq.read_table(tmp_path / "o.parquet")["error"].null_count == COUNT - 1
        assert len(lines(tmp_path / "e.jsonl")) == 1

    def test_fields(self, crawl: Path, tmp_path: Path) -> None:
        """Columns that are not asked for are not there."""
        go(crawl, output=tmp_path / "o.parquet", format="parquet", job=Job(fields=("title", "timestamp")))

        assert pq.read_schema(tmp_path / "o.parquet").names == [
            "file",
            "url",
            "title",
            "timestamp",
            "timestamp_precision",
            "timestamp_offset",
            "error",
        ]

    def test_nothing(self, tmp_path: Path) -> None:
        """No pages give an empty table, with its columns."""
        (tmp_path / "none").mkdir()
        summary = go(tmp_path / "none", output=tmp_path / "o.parquet", format="parquet")

        assert summary.nothing_readable
        assert pq.read_table(tmp_path / "o.parquet").num_rows == 0


class TestDocuments:
    @pytest.mark.parametrize(("form", "suffix"), [("markdown", ".md"), ("text", ".txt")])
    def test_tree(self, crawl: Path, tmp_path: Path, form: Any, suffix: str) -> None:
        """One file a page, in the folders of the input; failed pages have none."""
        go(crawl, output=tmp_path / "docs", format=form)
        found = sorted(str(path.relative_to(tmp_path / "docs")) for path in (tmp_path / "docs").rglob("*.*"))

        assert len(found) == COUNT - 1
        assert found[0] == f"a/0001.html{suffix}"
        assert "湖边新闻1" in (tmp_path / "docs" / found[0]).read_text(encoding="utf-8")

    @pytest.mark.parametrize(
        ("file", "where"),
        [
            ("a/b.html", "a/b.html.md"),
            ("x.warc.gz#120", "x.warc.gz/120.md"),
            ("/etc/../../b.html", "etc/b.html.md"),
            ("c:\\x?y.html", "c__x_y.html.md"),
            ("..", "page.md"),
        ],
    )
    def test_place(self, file: str, where: str) -> None:
        """Never outside the folder, never a name that a file system refuses."""
        assert place(file, ".md") == where

    def test_long_name(self) -> None:
        """A name too long is cut, and still tells pages apart."""
        first, second = place("字" * 200 + "1", ".md"), place("字" * 200 + "2", ".md")

        assert first != second
        assert len(first.encode()) < 255


class TestRoutes:
    def test_inputs_agree(self, tmp_path: Path) -> None:
        """Files, WARC, Parquet and JSON Lines give the same articles."""
        numbers = range(20)
        for number in numbers:
            (tmp_path / "files").mkdir(exist_ok=True)
            (tmp_path / "files" / f"{number:03}.html").write_bytes(page(number))
        manifest = {f"{number:03}.html": (address(number), None) for number in numbers}
        (tmp_path / "a.warc.gz").write_bytes(warc_gz([response(n, page(n)) for n in numbers]))
        rows = {"html": [page(n) for n in numbers], "url": [address(n) for n in numbers]}
        pq.write_table(pa.table(rows), tmp_path / "a.parquet")
        text = "\n".join(json.dumps({"html": page(n).decode(), "url": address(n)}) for n in numbers)
        (tmp_path / "a.jsonl").write_text(text, encoding="utf-8")
        found = []
        for name in ("files", "a.warc.gz", "a.parquet", "a.jsonl"):
            inputs = Inputs(paths=(str(tmp_path / name),), lookup=lambda file: manifest.get(file, (None, None)))
            run(Batch(inputs=inputs, output=tmp_path / "o.jsonl"))
            found.append([{**row, "file": None} for row in lines(tmp_path / "o.jsonl")])

        assert len(found[0]) == 20 and found[0][3]["url"] == address(3)
        assert found[0] == found[1] == found[2] == found[3]

    @pytest.mark.parametrize(("form", "dedupe"), [("jsonl", None), ("parquet", "text")])
    def test_workers_agree(
        self, crawl: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: Any, dedupe: Any
    ) -> None:
        """Two workers write the very bytes of one, in order; unordered, the same rows."""
        monkeypatch.setattr(inputs_module, "TASK_PAGES", 3)
        (crawl / "a" / "twice.html").write_bytes(page(1))
        job = Job(dedupe=dedupe)
        one = go(crawl, output=tmp_path / "one", format=form, job=job)
        two = go(crawl, output=tmp_path / "two", format=form, job=job, workers=2)
        go(crawl, output=tmp_path / "three", format=form, job=job, workers=2, ordered=False)

        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
        same = {"seconds": 0, "workers": 0}
        assert one.to_dict() | same == two.to_dict() | same
        assert one.duplicates == (dedupe == "text")
        if form == "jsonl":
            assert sorted((tmp_path / "one").read_bytes().splitlines()) == sorted(
                (tmp_path / "three").read_bytes().splitlines()
            )


class TestSelection:
    def test_left_out(self, tmp_path: Path) -> None:
        """What is not wanted is counted, not written; fields that only decide are not written either."""
        for number, date in enumerate(("2026-04-17 09:35:10", "2025-01-01 08:00:00", "2026-04-30 23:59:59")):
            (tmp_path / "in").mkdir(exist_ok=True)
            (tmp_path / "in" / f"{number}.html").write_bytes(page(number, date=date))
        april = Selection(since=beginning("2026-04"), until=end("2026-04"), sites=frozenset({"hangzhou"}))
        summary = go(tmp_path / "in", output=tmp_path / "o.jsonl", job=Job(selection=april, fields=("title",)))

        assert [row["file"] for row in lines(tmp_path / "o.jsonl")] == ["0.html", "2.html"]
        assert list(lines(tmp_path / "o.jsonl")[0]) == ["file", "url", "title"]
        assert summary.left_out == {"date": 1}
        assert summary.pages == 3

    @pytest.mark.parametrize("form", ["jsonl", "parquet"])
    def test_dedupe(self, tmp_path: Path, form: Any) -> None:
        """The first of its kind stays."""
        for name, number in (("a", 1), ("b", 2), ("c", 1), ("d", 1)):
            (tmp_path / "in").mkdir(exist_ok=True)
            (tmp_path / "in" / f"{name}.html").write_bytes(page(number))
        summary = go(tmp_path / "in", output=tmp_path / "o", format=form, job=Job(dedupe="text"))

        rows = lines(tmp_path / "o") if form == "jsonl" else pq.read_table(tmp_path / "o").to_pylist()
        assert [row["file"] for row in rows] == ["a.html", "b.html"]
        assert (summary.parsed, summary.duplicates) == (2, 2)
        assert leftovers(tmp_path / "o") == []

    def test_duplicates_without_a_file(self) -> None:
        """Standard output cannot be resumed, so nothing is kept."""
        assert Duplicates(None, {}).flush() == {}

    def test_options(self, crawl: Path, tmp_path: Path) -> None:
        """Options of the parser reach it: without adapters everything is the generic reader's."""
        job = Job(options=options_of(adapters=False, max_bytes=200))
        summary = go(crawl, output=tmp_path / "o.jsonl", job=job)

        assert set(summary.failed) <= {"too_large", "no_article", "empty"} and summary.failed["too_large"] == COUNT - 1


class TestSummary:
    def test_words(self, crawl: Path, tmp_path: Path) -> None:
        """Numbers by outcome, reason, site and layout; inputs that could not be read by name."""
        text = go(crawl, tmp_path / "missing.html", output=tmp_path / "o.jsonl", workers=1).text()
        head, *rest = text.splitlines()

        assert head.startswith("31 pages in ") and head.endswith(": 29 parsed, 2 failed")
        assert "1 worker" in head
        assert any("unread" in line and "missing.html: No such file or directory" in line for line in rest)
        assert any(line.split()[:2] == ["hangzhou", "29"] for line in rest)

    def test_many_sites(self) -> None:
        """The largest sites are shown, the rest summed up."""
        summary = Summary()
        for number in range(30):
            summary.sites[f"site{number:02}"]["x"] = 100 - number
        shown = summary.text().splitlines()

        assert shown[1].split()[0] == "site00"
        assert shown[-1].split() == ["10", "more", "sites", str(sum(100 - n for n in range(20, 30)))]

    def test_merge(self, crawl: Path, tmp_path: Path) -> None:
        """Parts add up to the whole; plain values and back are the same."""
        whole = go(crawl, output=tmp_path / "o.jsonl")
        parts = Summary()
        for part in ("a", "b"):
            parts.merge(go(crawl / part, output=tmp_path / "p.jsonl").to_dict())

        same = {"seconds": 0, "bytes": 0}
        assert parts.to_dict() | same == whole.to_dict() | same
        assert Summary.from_dict(whole.to_dict()).to_dict() | same == whole.to_dict() | same


class TestProgress:
    def summary(self) -> Summary:
        summary = Summary(parsed=90, bytes=500)
        summary.failed["index"] = 10
        return summary

    def test_json(self) -> None:
        """A line of JSON, and one at the end."""
        stream = io.StringIO()
        progress = Progress("json", stream)
        progress.expect(1000)
        progress.update(self.summary())
        progress.update(self.summary())
        progress.close(self.summary())
        first, last = map(json.loads, stream.getvalue().splitlines())

        assert (first["pages"], first["failed"], first["total_bytes"], first["finished"]) == (100, 10, 1000, False)
        assert (last["finished"], last["seconds_left"]) == (True, 0)

    def test_line(self) -> None:
        """One line that writes over itself and is gone in the end."""
        stream = io.StringIO()
        progress = Progress("line", stream)
        progress.expect(1000)
        progress.update(self.summary())
        shown = stream.getvalue()
        progress.close(self.summary())

        assert "100 pages" in shown and "10 failed" in shown and "50 %" in shown
        assert "\n" not in stream.getvalue() and stream.getvalue().endswith("\r\x1b[K")

    def test_rate(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Speed and the time left are those of this attempt, not of what an earlier one had done."""
        from newsparse.batch import progress as module

        clock = iter([0.0, 10.0])
        monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
        stream = io.StringIO()
        progress = Progress("json", stream)
        progress.expect(1000)
        summary = Summary(parsed=1000, bytes=400, started=0.0)
        monkeypatch.setattr(Summary, "elapsed", property(lambda self: 1.0))
        progress.update(summary)
        progress.update(attrs.evolve(summary, parsed=1200, bytes=600))
        last = json.loads(stream.getvalue().splitlines()[-1])

        assert last["pages_a_second"] == 20.0
        assert last["seconds_left"] == 20

    def test_silent(self) -> None:
        """None says nothing."""
        stream = io.StringIO()
        progress = Progress("none", stream)
        progress.update(self.summary())
        progress.close(self.summary())

        assert stream.getvalue() == ""
