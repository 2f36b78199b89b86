"""
The command line: what it prints, what it returns, and what it says when something is wrong.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click
import pytest
from batch_pages import SPOILER, folder, page

from newsparse import cli
from newsparse.cli import _batch, _commands


class Result(NamedTuple):
    """
    What a command did.
    """

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Result]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """
    Run a command in this process.
    """

    def call(*arguments: object) -> Result:
        code = cli.main([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Result(code, out.decode(), err.decode())

    return call


def shell(*arguments: object, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """
    Run a command as its own process.
    """
    command = [
        sys.executable,
        "-c",
        "import sys; from newsparse.cli import main; sys.exit(main())",
        *map(str, arguments),
    ]
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """
    A saved page.
    """
    path = tmp_path / "page.html"
    path.write_bytes(page(3, encoding="gb18030"))
    return path


class TestGroup:
    def test_discovery(self) -> None:
        """Every module of the package whose name is no private one is a command, with a word of help."""
        context = click.Context(_commands.group)
        names = _commands.group.list_commands(context)  # type: ignore[attr-defined]

        assert {"parse", "batch", "sites"} <= set(names)
        for name in names:
            command = _commands.group.get_command(context, name)  # type: ignore[attr-defined]
            assert command is not None and command.get_short_help_str()

    @pytest.mark.parametrize("name", ["nothing", "_batch", "../parse", "__init__"])
    def test_unknown(self, run: Run, name: str) -> None:
        """Anything else is no command."""
        code, out, err = run(name)

        assert (code, out) == (2, "")
        assert err.count("\n") == 1 and "No such command" in err

    def test_help(self, run: Run) -> None:
        """Help is on standard output where it was asked for."""
        assert run("--help").out.startswith("Usage: newsparse")
        assert "--url" in run("parse", "-h").out
        assert run("batch", "--help").code == 0
        assert run().code == 2

    def test_module(self) -> None:
        """python -m newsparse is the same, with the same exit code."""
        result = subprocess.run([sys.executable, "-m", "newsparse", "--version"], capture_output=True, check=False)

        assert result.returncode == 0
        assert result.stdout.startswith(b"newsparse, version ")

    def test_version(self) -> None:
        """The version says which parts run compiled."""
        environment = os.environ | {"NEWSPARSE_NO_EXTENSIONS": "1"}
        command = [sys.executable, "-m", "newsparse", "--version"]
        result = subprocess.run(command, capture_output=True, check=True, env=environment)

        assert result.stdout.strip().endswith(b", compiled: nothing")

    def test_light(self) -> None:
        """Neither the package nor the group of commands loads an engine, a table library or the parser."""
        heavy = ("lxml", "dateparser", "pyarrow", "rich", "fastwarc", "selectolax", "newsparse.extract", "ray")
        script = f"import sys, newsparse, newsparse.cli._commands; print([m for m in {heavy} if m in sys.modules])"
        result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

        assert result.stdout.strip() == b"[]"

    def test_parse_stays_light(self, saved: Path) -> None:
        """Parsing one page loads neither a second engine nor what only batch runs need."""
        heavy = (
            *("lxml", "dateparser", "pyarrow", "rich", "fastwarc", "multiprocessing", "newsparse.batch"),
            *("orjson", "importlib.metadata"),
        )
        script = (
            "import sys\nfrom newsparse.cli import main\n"
            f"main(['parse', {str(saved)!r}])\nprint([m for m in {heavy} if m in sys.modules])"
        )
        result = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)

        assert result.stdout.splitlines()[-1] == b"[]"

    @pytest.mark.parametrize(("arguments", "frozen"), [("", b"True"), ("['--version']", b"False")])
    def test_end_of_process(self, arguments: str, frozen: bytes) -> None:
        """Only a process that ends with the command leaves its garbage alone."""
        script = f"import gc\nfrom newsparse.cli import main\nmain({arguments})\nprint(gc.get_freeze_count() > 0)"
        result = subprocess.run([sys.executable, "-c", script, "--version"], capture_output=True, check=True)

        assert result.stdout.splitlines()[-1] == frozen


class TestParse:
    def test_json(self, run: Run, saved: Path) -> None:
        """One article as JSON, Chinese as it is."""
        code, out, err = run(
            "parse", saved, "--url", "https://ori.hangzhou.com.cn/ornews/content/2026-04/17/content_3.htm"
        )
        article = json.loads(out)

        assert (code, err) == (0, "")
        assert article["title"] == "湖边新闻3" and "湖边新闻3" in out
        assert article["host"] == "ori.hangzhou.com.cn"
        assert article["timestamp"] == "2026-04-17T09:35:10+08:00"

    @pytest.mark.parametrize(
        ("form", "mark"), [("text", "湖边新闻3"), ("markdown", "# 湖边新闻3"), ("jsonld", "NewsArticle")]
    )
    def test_formats(self, run: Run, saved: Path, form: str, mark: str) -> None:
        """Text, Markdown, JSON-LD."""
        code, out, _ = run("parse", saved, "-f", form)

        assert code == 0
        assert mark in out and out.endswith("\n")

    def test_fields(self, run: Run, saved: Path) -> None:
        """Only the fields asked for, the derived ones too."""
        article = json.loads(run("parse", saved, "--fields", "title, text").out)

        assert list(article) == ["title", "text"]
        assert article["text"].startswith("第3则")

    def test_stdin(self, saved: Path) -> None:
        """A page from standard input."""
        result = shell("parse", "-", "--charset", "gb18030", input=saved.read_bytes())

        assert json.loads(result.stdout)["title"] == "湖边新闻3"

    def test_explain(self, run: Run, saved: Path) -> None:
        """Which site, layout and rule gave each field; as JSON with article and trace."""
        code, out, _ = run("parse", saved, "--explain")
        trace = json.loads(run("parse", saved, "--explain", "-f", "json").out)

        assert code == 0
        assert "site      hangzhou" in out and "layout    ori" in out
        title = next(line for line in out.splitlines() if line.startswith("title"))
        assert "won" in title and "湖边新闻3" in title
        assert trace["article"]["title"] == "湖边新闻3"
        assert {entry["outcome"] for entry in trace["trace"]["found"]} >= {"won"}

    def test_explain_failure(self, run: Run, tmp_path: Path) -> None:
        """A page without an article is explained too."""
        (tmp_path / "x.html").write_bytes(b"<html><p>x</p></html>")
        code, out, _ = run("parse", tmp_path / "x.html", "--explain")

        assert code == 1
        assert "error     " in out

    def test_adapter(self, run: Run, saved: Path, tmp_path: Path) -> None:
        """An adapter from a file goes before all others; without adapters the generic reader is alone."""
        adapter = tmp_path / "mine.py"
        adapter.write_text(
            "from newsparse.rules import Layout, Site\n"
            "SITE = Site(name='我的', hosts=('ori.hangzhou.com.cn',), layouts=(Layout(\n"
            "    name='x', when='div.tit', title='div.tit', body='div.zhengwen'),))\n",
            encoding="utf-8",
        )
        url = "https://ori.hangzhou.com.cn/1.htm"

        assert json.loads(run("parse", saved, "--url", url, "--adapter", adapter).out)["site"] == "mine"
        assert json.loads(run("parse", saved, "--no-adapters").out)["site"] == "generic"

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("SITE = 1", "defines no SITE"),
            ("1/0", "ZeroDivisionError"),
            ("from newsparse.rules import Site\nSITE = Site(name='x')", ""),
        ],
    )
    def test_broken_adapter(self, run: Run, saved: Path, tmp_path: Path, text: str, reason: str) -> None:
        """A broken adapter file is one line."""
        adapter = tmp_path / "mine.py"
        adapter.write_text(text, encoding="utf-8")
        code, _, err = run("parse", saved, "--adapter", adapter)

        if reason:
            assert code == 2
            assert err.startswith("newsparse: mine") and reason in err and err.count("\n") == 1
        else:
            assert code == 0

    def test_missing_package(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """An output that needs a package which is not there names the extra, and is no fault of newsparse."""
        folder(tmp_path / "in", range(1))
        monkeypatch.setitem(sys.modules, "zstandard", None)
        code, _, err = run("batch", tmp_path / "in", "--workers", 1, "-o", tmp_path / "o.jsonl.zst")

        assert (code, err) == (2, "newsparse: this needs zstandard: pip install 'newsparse[warc]'\n")

    def test_failures(self, run: Run, tmp_path: Path) -> None:
        """One clear line and an exit code for each kind of failure."""
        (tmp_path / "x.html").write_bytes(b"<html></html>")
        failed = run("parse", tmp_path / "x.html")
        missing = run("parse", tmp_path / "no.html")
        wrong = run("parse", tmp_path / "x.html", "--format", "pdf")
        unknown = run("parse", tmp_path / "x.html", "--fields", "titel")
        text = run("parse", tmp_path / "x.html", "--text", "--explain")

        assert [each.code for each in (failed, missing, wrong, unknown, text)] == [1, 3, 2, 2, 2]
        assert missing.err == f"newsparse: {tmp_path / 'no.html'}: No such file or directory\n"
        assert "see 'newsparse parse --help'" in wrong.err
        assert "no such field: titel" in unknown.err
        for each in (failed, missing, wrong, unknown, text):
            assert each.err.startswith("newsparse: ") and each.err.count("\n") == 1
            assert each.out == ""

    def test_reference(self, run: Run, tmp_path: Path) -> None:
        """Relative times refer to the day that the caller names; without one they are none."""
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "x.html").write_bytes(page(1, date="昨天 09:35"))
        told = run("parse", tmp_path / "in" / "x.html", "--reference", "2026-04-18")
        batch = run("batch", tmp_path / "in", "--reference", "2026-04-18", "--workers", 1)

        assert json.loads(told.out)["timestamp"] == "2026-04-17T09:35+08:00"
        assert batch.rows[0]["timestamp"] == "2026-04-17T09:35+08:00"
        assert json.loads(run("parse", tmp_path / "in" / "x.html").out)["timestamp"] is None
        assert "is no date" in run("parse", tmp_path / "in" / "x.html", "--reference", "soon").err

    def test_text(self, run: Run, tmp_path: Path) -> None:
        """The text of a rendered page, from a file and from a folder of such files."""
        text = "当前位置\n财经频道>> 最新消息\n湖边添新路\nnews.qingshi.com.cn  2013年10月22日 09:16:01\n\n　　新路今天通车，湖边的人都来看，孩子们放了风筝，老街换了石板。\n\n作者:赵小满    责任编辑:李立夏\n"
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "x.txt").write_text(text, encoding="gb18030")

        assert json.loads(run("parse", tmp_path / "in" / "x.txt", "--text").out)["title"] == "湖边添新路"
        assert run("batch", tmp_path / "in", "--text", "--workers", 1).rows[0]["title"] == "湖边添新路"

    def test_our_fault(self, run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A fault of ours is one line too, with the way to see more."""
        from newsparse import api

        def broken(*_: object, **__: object) -> None:
            raise LookupError("x")

        monkeypatch.setattr(api, "parse", broken)
        code, _, err = run("parse", saved)

        assert code == 70
        assert err == "newsparse: a fault in newsparse: LookupError: x (NEWSPARSE_TRACEBACK=1 shows where)\n"
        monkeypatch.setenv("NEWSPARSE_TRACEBACK", "1")
        with pytest.raises(LookupError):
            run("parse", saved)

    def test_interrupt(self, run: Run, saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ctrl-C is 130."""
        from newsparse import api

        def interrupted(*_: object, **__: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(api, "parse", interrupted)
        code, _, err = run("parse", saved)

        assert code == 130
        assert err.strip() == "newsparse: interrupted"


class TestBatch:
    def test_lines(self, run: Run, tmp_path: Path) -> None:
        """Lines on standard output, the summary on standard error, silent where asked."""
        folder(tmp_path / "in", range(5))
        code, out, err = run("batch", tmp_path / "in", "--workers", 1)
        quiet = run("batch", tmp_path / "in", "--workers", 1, "-q")

        assert code == 0
        assert len(out.splitlines()) == 5
        assert err.startswith("5 pages in ") and "5 parsed, 0 failed" in err
        assert (quiet.out, quiet.err) == (out, "")

    def test_manifest(self, run: Run, tmp_path: Path) -> None:
        """The url of each page is in the manifest, by its file."""
        folder(tmp_path / "in", [1])
        (tmp_path / "m.jsonl").write_text(
            '{"file": "a/0001.html", "url": "http://ori.hangzhou.com.cn/1"}', encoding="utf-8"
        )
        result = run("batch", tmp_path / "in", "--manifest", tmp_path / "m.jsonl", "--workers", 1)

        assert result.rows[0]["url"] == "http://ori.hangzhou.com.cn/1"
        assert "manifest" not in result.err

    def test_manifest_of_other_names(self, run: Run, tmp_path: Path) -> None:
        """A manifest whose names are not those of the pages is told of: nothing else would show that it did nothing."""
        folder(tmp_path / "in", [1])
        (tmp_path / "m.jsonl").write_text('{"file": "in/a/0001.html", "url": "http://a.cn/1"}', encoding="utf-8")
        result = run("batch", tmp_path / "in", "--manifest", tmp_path / "m.jsonl", "--workers", 1, "-q")

        assert result.code == 0
        assert result.err == (
            "newsparse: the manifest names none of the pages: it says 'in/a/0001.html', a page is 'a/0001.html'\n"
        )

    def test_exit_codes(self, run: Run, tmp_path: Path) -> None:
        """1 when a page failed, 3 when nothing could be read, 2 for a wrong command line."""
        folder(tmp_path / "in", [1])
        (tmp_path / "in" / "x.html").write_bytes(b"<html></html>")
        (tmp_path / "none").mkdir()

        assert run("batch", tmp_path / "in", "--workers", 1).code == 1
        assert run("batch", tmp_path / "in" / "a", "--workers", 1).code == 0
        assert run("batch", tmp_path / "none", "--workers", 1).code == 3
        assert run("batch", tmp_path / "missing", "--workers", 1).code == 3
        assert run("batch").code == 2

    @pytest.mark.parametrize(
        ("arguments", "reason"),
        [
            (("--since", "yesterday"), "is no date"),
            (("--fields", "titel"), "no such field"),
            (("--resume",), "--resume needs --output"),
            (("-f", "parquet"), "--format parquet needs --output"),
            (("--dedupe", "title"), "Invalid value"),
            (("--engine", "ray"), "--engine ray writes a folder"),
            (("--engine", "ray", "-o", "OUT", "-f", "text"), "writes jsonl or parquet"),
            (("--engine", "ray", "-o", "OUT", "--dedupe", "url"), "--dedupe needs to see every article"),
            (("--manifest", "BROKEN"), "line 1: no object"),
            (("--sites", "people,hangzou"), "no such site: hangzou"),
            (("--language", "chinese"), "no language of an article: chinese"),
            (("--max-bytes", "-5"), "Invalid value"),
            (("--page-seconds", "-1"), "Invalid value"),
            (("--worker-memory", "0"), "Invalid value"),
        ],
    )
    def test_usage(self, run: Run, tmp_path: Path, arguments: tuple[str, ...], reason: str) -> None:
        """What does not go together is said in one line, before anything is read."""
        (tmp_path / "broken").write_text("1", encoding="utf-8")
        places = {"OUT": str(tmp_path / "out"), "BROKEN": str(tmp_path / "broken")}
        code, out, err = run("batch", tmp_path, *(places.get(argument, argument) for argument in arguments))

        assert code == 2
        assert out == "" and err.count("\n") == 1
        assert reason in err

    def test_pipe_is_not_resumed(self, run: Run, tmp_path: Path) -> None:
        """What came through a pipe does not come again."""
        assert "cannot be resumed" in run("batch", "-", "--resume", "-o", tmp_path / "o").err

    def test_sites_of_an_adapter_file(self, run: Run, tmp_path: Path) -> None:
        """The slug of an adapter that the caller brings along is one to ask for; so is any host."""
        folder(tmp_path / "in", range(1))
        (tmp_path / "mine.py").write_text("from newsparse.rules import Site\nSITE = Site(name='x')", encoding="utf-8")
        wanted = ("--sites", "mine,generic,trs,example.com", "--adapter", tmp_path / "mine.py")

        assert run("batch", tmp_path / "in", "--workers", 1, *wanted).code == 0

    def test_page_on_stdin(self) -> None:
        """A page is neither rows nor paths: one line says so, not a line for each of its own."""
        result = shell("batch", "-", "--workers", 1, input=b"<!DOCTYPE html>\n<html>\n<body></body></html>")

        assert result.returncode == 3
        assert result.stdout.count(b"\n") == 1
        assert b"newsparse parse" in result.stdout

    def test_stdin(self, tmp_path: Path) -> None:
        """Rows and paths from standard input."""
        folder(tmp_path / "in", range(2))
        rows = "\n".join(json.dumps({"html": page(n).decode()}) for n in range(3))
        first = shell("batch", "-", "--workers", 1, input=rows.encode())
        second = shell("batch", "-", "--workers", 1, input=str(tmp_path / "in").encode())

        assert [json.loads(line)["file"] for line in first.stdout.splitlines()] == ["-#1", "-#2", "-#3"]
        assert [json.loads(line)["file"] for line in second.stdout.splitlines()] == ["a/0001.html", "b/0000.html"]

    def test_everything_at_once(self, run: Run, tmp_path: Path) -> None:
        """Options reach the run: selection, retry, errors, summary, progress, format by the output's name."""
        folder(tmp_path / "in", range(8))
        (tmp_path / "in" / "x.html").write_bytes(b"<html></html>")
        first = run(
            *("batch", tmp_path / "in", "-o", tmp_path / "o.parquet", "--errors", tmp_path / "e.jsonl", "--workers", 1),
            *("--sites", "hangzhou", "--language", "zh", "--since", "2026", "--until", "2026-12", "--dedupe", "url"),
            *(
                "--min-confidence",
                "0.5",
                "--max-bytes",
                "0",
                "--summary",
                tmp_path / "s.json",
                "--progress",
                "json",
                "-q",
            ),
        )
        summary = json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))

        assert first.code == 1
        assert json.loads(first.err.splitlines()[-1])["finished"] is True
        assert (tmp_path / "o.parquet").read_bytes()[:4] == b"PAR1"
        assert [json.loads(line)["file"] for line in (tmp_path / "e.jsonl").read_text().splitlines()] == ["x.html"]
        assert (summary["pages"], summary["parsed"], sum(summary["failed"].values())) == (9, 8, 1)

        (tmp_path / "in" / "x.html").write_bytes(page(1))
        again = run("batch", tmp_path / "in", "--retry", tmp_path / "e.jsonl", "--workers", 1)
        assert [row["file"] for row in again.rows] == ["x.html"]

    def test_closed_pipe(self, tmp_path: Path) -> None:
        """When the reader goes away, so do we, without a word."""
        folder(tmp_path / "in", range(300))
        command = f"{sys.executable} -m newsparse batch {tmp_path / 'in'} -q --workers 1 | head -n 1"
        result = subprocess.run(command, shell=True, capture_output=True, timeout=60, check=False)

        assert len(result.stdout.splitlines()) == 1
        assert result.stderr == b""

    def test_closed_pipe_code(self, saved: Path) -> None:
        """The exit code is that of SIGPIPE."""
        script = "import sys, time; from newsparse.cli import main; time.sleep(1); sys.exit(main())"
        process = subprocess.Popen(
            [sys.executable, "-c", script, "parse", str(saved)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        words = process.stderr.read()

        assert process.wait(60) == cli.CLOSED_PIPE
        assert words == b""

    def test_interrupt(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Ctrl-C says how to go on."""

        def interrupted(*_: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(_batch, "run", interrupted)
        code, _, err = run("batch", tmp_path, "-o", tmp_path / "o")

        assert code == 130
        assert "--resume goes on from here" in err

    def test_adapter_in_workers(self, run: Run, tmp_path: Path) -> None:
        """An adapter file is loaded in every worker."""
        spoiler = tmp_path / "spoiler.py"
        spoiler.write_text(SPOILER, encoding="utf-8")
        folder(tmp_path / "in", range(3))
        (tmp_path / "in" / "x.html").write_bytes(page(1, extra="FAULT-ME"))
        result = run("batch", tmp_path / "in", "--adapter", spoiler, "--workers", 2)

        assert [row["error"]["type"] for row in result.rows if "error" in row] == ["ZeroDivisionError"]

    @pytest.mark.corpus
    def test_corpus_names(self, run: Run, corpus: Path) -> None:
        """Over the folder of saved pages, names are those of its manifest, and none is missing."""
        result = run("batch", corpus / "pages", "--manifest", corpus / "manifest.jsonl", "--workers", 2, "-q")
        manifest = [json.loads(line) for line in (corpus / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]

        assert {row["file"]: row["url"] for row in result.rows} == {row["file"]: row["url"] for row in manifest}


class TestSites:
    def test_table(self, run: Run) -> None:
        """Two lines a layout; the rules of one site; JSON and Markdown."""
        code, out, _ = run("sites")
        rules = run("sites", "hangzhou").out
        rows = run("sites", "--json").rows

        assert code == 0
        assert "hangzhou / ori  杭州网" in out
        assert any(line.split()[:2] == ["title", "div.tit"] for line in rules.splitlines())
        assert next(row for row in rows if row["slug"] == "hangzhou")["name"] == "杭州网"
        assert run("sites", "--markdown").out.startswith("# ")

    def test_unknown(self, run: Run) -> None:
        """A site that is not declared is said to be none."""
        code, _, err = run("sites", "nosuchsite")

        assert code == 2
        assert "no such site: nosuchsite" in err


class TestDocs:
    @pytest.mark.parametrize("name", ["parse", "batch", "sites"])
    def test_every_option(self, name: str) -> None:
        """docs/cli.md speaks of every option of a command."""
        text = (Path(__file__).parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
        command = _commands.group.get_command(click.Context(_commands.group), name)  # type: ignore[attr-defined]
        options = [option.opts for option in command.params if isinstance(option, click.Option)]

        assert [names for names in options if not any(f"`{name}" in text or f" {name}" in text for name in names)] == []

    def test_every_command(self) -> None:
        """And of every command."""
        text = (Path(__file__).parent.parent / "docs" / "cli.md").read_text(encoding="utf-8")
        names = _commands.group.list_commands(click.Context(_commands.group))  # type: ignore[attr-defined]

        assert {"parse", "batch", "sites", "inspect", "bench", "new-site"} <= set(names)
        assert all(f"newsparse {name}" in text for name in ("parse", "batch", "sites", "inspect", "bench", "new-site"))
