"""
From what the caller names to tasks: names, order, what is passed over.
"""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
from batch_pages import folder, page

from newsparse.batch import inputs as module
from newsparse.batch import rows
from newsparse.batch.extent import count
from newsparse.batch.inputs import Inputs
from newsparse.batch.manifest import ManifestError, lookup, named
from newsparse.batch.page import Page
from newsparse.batch.readers import Columns, Tally, reader


def pages(*paths: object, tally: Tally | None = None, stdin: bytes | None = None, **options: Any) -> list[Page]:
    """
    Return the pages of the inputs.
    """
    stream = None if stdin is None else io.BufferedReader(io.BytesIO(stdin))
    inputs = Inputs(paths=tuple(map(str, paths)), stdin=stream, **options)
    tally = tally or Tally()
    found: list[Page] = []
    for task in inputs.tasks(tally):
        found += reader(task.reader).read(task, Columns(), tally)
    return found


def names(*paths: object, **options: Any) -> list[str]:
    """
    Return the names of the pages.
    """
    return [each.file for each in pages(*paths, **options)]


class TestFolder:
    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
    def test_pipe(self, tmp_path: Path) -> None:
        """A pipe among the pages is passed over: nobody may ever write into it."""
        (tmp_path / "a.html").write_bytes(page(1))
        os.mkfifo(tmp_path / "b.html")
        (tmp_path / "c.html").symlink_to(tmp_path / "b.html")
        tally = Tally()

        assert [each.file for each in pages(tmp_path, tally=tally)] == ["a.html"]
        assert tally.skipped == {"no file": 2}

    def test_order(self, tmp_path: Path) -> None:
        """By name, folder by folder; names are paths below the folder; hidden files stay hidden."""
        for name in ("b/2.htm", "a.html", "b/10.htm", "b/c/x.shtml", ".git/y.html", "b/.z.html", "图.html"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_bytes(page(1))

        assert names(tmp_path) == ["a.html", "b/10.htm", "b/2.htm", "b/c/x.shtml", "图.html"]
        assert names(str(tmp_path) + "/") == names(tmp_path)

    def test_others(self, tmp_path: Path) -> None:
        """Scripts and pictures are passed over; files without a telling name are looked into."""
        (tmp_path / "a.css").write_bytes(b"p {}")
        (tmp_path / "index.php?id=3").write_bytes(page(1))
        (tmp_path / "6f3a").write_bytes(b"\x00\x01")
        tally = Tally()

        assert names(tmp_path, tally=tally) == ["index.php?id=3"]
        assert tally.skipped == {"not html": 2}

    def test_tables_without_pages(self, tmp_path: Path) -> None:
        """JSON Lines met in a folder are read only when they hold pages; named by the caller they are read anyhow."""
        (tmp_path / "pages.jsonl").write_text(json.dumps({"html": "<p>"}), encoding="utf-8")
        (tmp_path / "articles.jsonl").write_text(json.dumps({"title": "x"}), encoding="utf-8")
        (tmp_path / "log.jsonl").write_text("no json", encoding="utf-8")
        tally = Tally()

        assert names(tmp_path, tally=tally) == ["pages.jsonl#1"]
        assert tally.skipped == {"table without pages": 2}
        assert pages(tmp_path / "articles.jsonl")[0].problem is not None

    def test_own_output(self, tmp_path: Path) -> None:
        """What the run itself writes into the folder is not read."""
        (tmp_path / "o.jsonl").write_text(json.dumps({"html": "<p>"}), encoding="utf-8")
        own = {"o.jsonl": os.path.realpath(tmp_path / "o.jsonl")}

        assert names(tmp_path, exclude=own) == []

    def test_links_round(self, tmp_path: Path) -> None:
        """A link back to the folder does not lead round in a circle."""
        folder(tmp_path, [1])
        (tmp_path / "again").symlink_to(tmp_path)

        assert names(tmp_path) == ["a/0001.html"]

    def test_bounded(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Tasks are cut by number and by size, and hold no page's bytes."""
        folder(tmp_path, range(10))
        monkeypatch.setattr(module, "TASK_PAGES", 4)
        sizes = [len(task.items) for task in Inputs(paths=(str(tmp_path),)).tasks(Tally())]
        monkeypatch.setattr(module, "TASK_BYTES", 1)
        alone = [len(task.items) for task in Inputs(paths=(str(tmp_path),)).tasks(Tally())]

        assert sizes == [4, 4, 2]
        assert alone == [1] * 10


class TestArguments:
    def test_files(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file is named as it was written, in the order of the arguments, whatever its suffix."""
        folder(tmp_path, range(3))
        (tmp_path / "x.txt").write_bytes(page(9))
        monkeypatch.chdir(tmp_path)

        assert names("./b/0002.html", "a/0001.html", "x.txt") == ["b/0002.html", "a/0001.html", "x.txt"]

    def test_globs(self, tmp_path: Path) -> None:
        """A pattern that the shell did not expand; names begin below its first folder without wildcards."""
        folder(tmp_path, range(4))

        assert names(f"{tmp_path}/**/000[12].html") == ["a/0001.html", "b/0002.html"]
        assert names(f"{tmp_path}/a/*.html") == ["0001.html", "0003.html"]

    def test_missing(self, tmp_path: Path) -> None:
        """What is not there is a page with a problem, in its place."""
        folder(tmp_path, [1])
        first, second, third = pages(tmp_path / "no", tmp_path / "*.none", tmp_path)

        assert first.file == str(tmp_path / "no")
        assert first.problem == ("FileNotFoundError", "No such file or directory")
        assert second.problem == ("FileNotFoundError", "nothing matches")
        assert third.file == "a/0001.html"

    def test_broken_archive(self, tmp_path: Path) -> None:
        """An archive that cannot be read at all is a page with a problem; the next input is read."""
        (tmp_path / "a.zip").write_bytes(b"no zip")
        (tmp_path / "b.warc.gz").write_bytes(b"no warc")
        (tmp_path / "c.parquet").write_bytes(b"no parquet")
        folder(tmp_path / "z", [1])

        found = pages(*(tmp_path / name for name in ("a.zip", "b.warc.gz", "c.parquet", "z")))

        assert [each.file for each in found if each.problem is None] == ["a/0001.html"]
        assert {Path(each.file).name for each in found if each.problem} == {"a.zip", "b.warc.gz", "c.parquet"}

    def test_rendered(self, tmp_path: Path) -> None:
        """Text files are pages of rendered text when the caller says so."""
        (tmp_path / "a.txt").write_text("标题\n正文", encoding="utf-8")

        assert names(tmp_path) == []
        assert [each.rendered for each in pages(tmp_path, rendered=True)] == [True]

    def test_closed_folder(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A folder that may not be listed is a page with a problem."""
        folder(tmp_path, range(2))
        real = os.scandir

        def scandir(path: str) -> Any:
            if path.endswith("a"):
                raise PermissionError(13, "Permission denied", path)
            return real(path)

        monkeypatch.setattr(os, "scandir", scandir)
        first, second = pages(tmp_path)

        assert first.problem == ("PermissionError", "Permission denied")
        assert second.file == "b/0000.html"

    def test_missing_package(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An archive whose reader needs a package that is not installed says which."""
        (tmp_path / "a.warc.gz").write_bytes(b"x")
        monkeypatch.setitem(sys.modules, "fastwarc.warc", None)
        monkeypatch.delitem(sys.modules, "newsparse.batch.readers.warc", raising=False)

        (found,) = pages(tmp_path / "a.warc.gz")
        assert found.problem == ("ModuleNotFoundError", "reading it needs fastwarc: pip install 'newsparse[warc]'")


class TestRows:
    def test_without_orjson(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The standard library does it too, a little slower; lone surrogates never stop a run."""
        value = {"标题": "新路\u2028", "n": [1, None, True]}
        fast = rows.dumps(value)
        monkeypatch.setattr(rows, "orjson", None)

        assert rows.dumps(value) == fast
        assert rows.loads(fast) == value
        assert rows.loads(rows.dumps({"file": "a\udcff"})) == {"file": "a?"}

    def test_odd_json(self) -> None:
        """What the strict reader refuses and people write all the same."""
        assert rows.loads(b'{"a": NaN}')["a"] != 0
        assert rows.loads(b'{"a": "\\ud800"}') == {"a": "\ud800"}
        assert b"a?" in rows.dumps({"file": "a\udcff"})
        with pytest.raises(ValueError):
            rows.loads(b"{")


class TestPipe:
    def test_paths(self, tmp_path: Path) -> None:
        """Paths, one a line: files and folders."""
        folder(tmp_path, range(3))
        listing = f"\n{tmp_path}/a/0001.html\r\n\n{tmp_path}/b\n"

        assert names("-", stdin=listing.encode()) == [f"{tmp_path}/a/0001.html", "0000.html", "0002.html"]

    def test_rows(self) -> None:
        """JSON Lines, with a byte order mark or without."""
        rows = "\n".join(json.dumps({"html": f"<p>{n}"}) for n in range(3))

        assert [each.data for each in pages("-", stdin=rows.encode())] == ["<p>0", "<p>1", "<p>2"]
        assert names("-", stdin=rows.encode("utf-8-sig")) == ["-#1", "-#2", "-#3"]

    def test_empty(self) -> None:
        """An empty pipe holds no pages."""
        assert pages("-", stdin=b"") == []


class TestManifest:
    def test_lookup(self, tmp_path: Path) -> None:
        """Url and charset are found by the page's name, also inside archives."""
        folder(tmp_path / "pages", range(2))
        rows = [{"file": "a/0001.html", "url": "http://a.cn/1", "charset": "gbk"}, {"file": "b/0000.html", "url": None}]
        manifest = tmp_path / "m.jsonl"
        manifest.write_text("\n".join(map(json.dumps, rows)) + "\n\n", encoding="utf-8")

        found = pages(tmp_path / "pages", lookup=lookup(str(manifest)))

        assert [(each.url, each.charset) for each in found] == [("http://a.cn/1", "gbk"), (None, None)]
        assert named(str(manifest)) == {"a/0001.html", "b/0000.html"}

    @pytest.mark.parametrize(("line", "reason"), [("{", "no JSON"), ("[1]", "no object"), ('{"url": "x"}', "'file'")])
    def test_faults(self, tmp_path: Path, line: str, reason: str) -> None:
        """A line that is no entry is told by its number."""
        manifest = tmp_path / "m.jsonl"
        manifest.write_text('{"file": "a"}\n' + line, encoding="utf-8")

        with pytest.raises(ManifestError, match=f"line 2: .*{reason}"):
            lookup(str(manifest))


class TestExtent:
    def test_sum(self, tmp_path: Path) -> None:
        """Sizes of files, folders and patterns add up; a pipe has no size."""
        folder(tmp_path, range(4))
        size = sum(path.stat().st_size for path in tmp_path.rglob("*.html"))
        told: list[int] = []
        threads = [count([str(tmp_path)], told.append), count([f"{tmp_path}/a/*", str(tmp_path / "b")], told.append)]
        count([str(tmp_path), "-"], told.append)
        for thread in threads:
            assert thread is not None
            thread.join(10)

        assert told == [size, size]
