"""
The commands around reports: inspect, drift, new-site, bench.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from fixture_pages import ROOT
from test_reports import PAGE, URL

from newsparse import cli

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """
    Run a command in this process: exit code, standard output, standard error.
    """

    def call(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """
    A saved page.
    """
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def rows(path: Path, *pages: str) -> Path:
    """
    Write pages down as JSON Lines, with the address that fits them.
    """
    ori = "https://ori.hangzhou.com.cn/ornews/1.htm"
    lines = (json.dumps({"html": page, "url": ori if page == ORI else URL}) + "\n" for page in pages)
    path.write_text("".join(lines), encoding="utf-8")
    return path


def written(path: Path) -> Path:
    """
    Write an adapter for the page down.
    """
    path.write_text(
        "from newsparse.rules import Layout, Site\n"
        "SITE = Site(name='江城', hosts=('jccb.example.cn',), layouts=(Layout(\n"
        "    name='2025', when='div.post', title='h2', kicker='p.pre-title', timestamp='span.date',\n"
        "    body='div.post-content'),))\n",
        encoding="utf-8",
    )
    return path


ORI = (ROOT / "hangzhou" / "ori-own-story-2026" / "page.html").read_bytes().decode("utf-8", "replace")


class TestInspect:
    def test_report(self, run: Run, saved: Path, tmp_path: Path) -> None:
        """The report is a file, its name on standard error."""
        code, out, err = run("inspect", saved, "--url", URL, "-o", tmp_path / "r.html")

        assert (code, out, err.strip()) == (0, "", str(tmp_path / "r.html"))
        assert "老桥重新开放" in (tmp_path / "r.html").read_text(encoding="utf-8")

    def test_without_jinja(self, run: Run, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without the extra one line says what to install."""
        monkeypatch.setitem(sys.modules, "jinja2", None)
        code, out, err = run("inspect", saved, "-o", tmp_path / "r.html")

        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "pip install 'newsparse[inspect]'" in err
        assert not (tmp_path / "r.html").exists()

    def test_no_file(self, run: Run, tmp_path: Path) -> None:
        """A page that is not there is wrong usage."""
        code, _, err = run("inspect", tmp_path / "no.html")

        assert code == 2 and "no.html" in err


class TestDrift:
    def test_as_promised(self, run: Run) -> None:
        """The fixtures keep what the fixtures promise."""
        code, out, err = run("drift", ROOT / "hangzhou", "--against", ROOT / "hangzhou")

        assert (code, err) == (0, "")
        assert "hangzhou/ori" in out and "title" in out

    def test_saved_rates(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Rates of one month are the promise for the next; a redesign is named and ends with 1."""
        march = rows(tmp_path / "march.jsonl", *[PAGE] * 5)
        april = rows(tmp_path / "april.jsonl", *[PAGE.replace('class="date"', "").replace('"pre-title"', '"x"')] * 5)
        adapter = ("-q", "--adapter", written(tmp_path / "jccb.py"))
        monkeypatch.chdir(tmp_path)

        assert run("drift", march, "--save", "rates.jsonl", *adapter) == (0, "", "")
        assert run("drift", march, "--against", "rates.jsonl", *adapter) == (0, "", "")
        code, out, err = run("drift", april, "--against", "rates.jsonl", *adapter)
        assert (code, err) == (1, "")
        assert out.startswith("jccb/2025: template change: ") and "timestamp 100% missing" in out
        assert run("drift", april, "--against", "rates.jsonl", "--pages", 6, *adapter)[0] == 0
        assert run("drift", april, "--against", "rates.jsonl", "--tolerance", 1, *adapter)[0] == 0

    def test_without_fixtures(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where there are no fixtures rates can be saved, and a comparison needs --against."""
        march = rows(tmp_path / "march.jsonl", ORI)
        monkeypatch.chdir(tmp_path)

        code, out, err = run("drift", march)
        assert (code, out) == (2, "") and "--against" in err and err.count("\n") == 1
        assert run("drift", march, "-q", "--save", "rates.jsonl") == (0, "", "")
        assert len((tmp_path / "rates.jsonl").read_text(encoding="utf-8").splitlines()) > 3

    def test_repository(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """In a folder with fixtures/ they are the promise."""
        monkeypatch.chdir(ROOT.parent)

        assert run("drift", rows(tmp_path / "march.jsonl", ORI), "-q") == (0, "", "")

    def test_nothing_readable(self, run: Run, tmp_path: Path) -> None:
        """What is not there is named; without any article the exit code is 3."""
        code, out, err = run("drift", tmp_path / "nothing", "--against", ROOT / "hangzhou")

        assert (code, out) == (3, "")
        assert "nothing" in err and "no article" in err

    def test_finished_articles(self, run: Run, tmp_path: Path) -> None:
        """A file of articles has no pages: a few lines say so, not one for each of its own."""
        (tmp_path / "articles.jsonl").write_text('{"title": "x"}\n' * 30, encoding="utf-8")
        code, _, err = run("drift", tmp_path / "articles.jsonl", "--save", tmp_path / "r.jsonl", "--against", ROOT / "people")

        assert code == 3
        assert len(err.splitlines()) == 7 and "25 more of this kind" in err

    def test_no_rates(self, run: Run, saved: Path) -> None:
        """A promise that is none is wrong usage, and is told before anything is read."""
        code, out, err = run("drift", ROOT / "hangzhou" / "2013-money", "--against", saved)

        assert (code, out) == (2, "") and "holds no rates" in err

    def test_manifest_and_adapter(self, run: Run, saved: Path, tmp_path: Path) -> None:
        """Addresses from a manifest, sites from a file."""
        (tmp_path / "m.jsonl").write_text(json.dumps({"file": "page.html", "url": URL}) + "\n", encoding="utf-8")
        adapter = written(tmp_path / "jccb.py")
        arguments = ("--manifest", tmp_path / "m.jsonl", "--adapter", adapter, "--save", tmp_path / "r.jsonl")
        (tmp_path / "crawl").mkdir()
        saved.rename(tmp_path / "crawl" / "page.html")
        code, out, _ = run("drift", tmp_path / "crawl", *arguments)

        assert code == 0
        assert "jccb/2025" in out and "jccb/no layout" in out

    def test_stdin(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """JSON Lines from a pipe."""
        data = rows(tmp_path / "march.jsonl", ORI).read_bytes()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))

        assert "hangzhou/ori" in run("drift", "-", "--against", ROOT / "hangzhou")[1]


class TestNewSite:
    def test_draft(self, run: Run, saved: Path, tmp_path: Path) -> None:
        """The paths of what was written on standard output, the queries on standard error."""
        where = ("--adapters", tmp_path / "adapters", "--fixtures", tmp_path / "fixtures")
        code, out, err = run("new-site", saved, "--url", URL, "--name", "jccb", *where)

        assert code == 0
        assert out.splitlines() == [str(tmp_path / "adapters/jccb.py"), str(tmp_path / "fixtures/jccb/first-page")]
        assert "title        h2.post-title" in err and "otherwise" not in err
        code, out, _ = run("parse", saved, "--url", URL, "--adapter", tmp_path / "adapters/jccb.py")
        assert json.loads(out)["site"] == "jccb"

    def test_differing(self, run: Run, saved: Path, tmp_path: Path) -> None:
        """Fields that the draft does not read as the fixture says are named."""
        saved.write_text(PAGE.replace("</body>", "<p>我要评论 共12条评论</p></body>"), encoding="utf-8")
        where = ("--adapters", tmp_path / "adapters", "--fixtures", tmp_path / "fixtures")
        _, _, err = run("new-site", saved, "--url", URL, "--name", "jccb", *where)

        assert "otherwise than the fixture says: comments" in err

    @pytest.mark.parametrize(("name", "url"), [("jc-cb", URL), ("jccb", "page.html")])
    def test_wrong(self, run: Run, saved: Path, tmp_path: Path, name: str, url: str) -> None:
        """A wrong name or url is one line, and nothing is written."""
        where = ("--adapters", tmp_path / "adapters", "--fixtures", tmp_path / "fixtures")
        code, out, err = run("new-site", saved, "--url", url, "--name", name, *where)

        assert (code, out, err.count("\n")) == (2, "", 1)
        assert not (tmp_path / "adapters").exists()

    def test_outside_of_a_clone(
        self, run: Run, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where there are no adapters nothing is written: a folder newsparse/ would hide the package from Python."""
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        code, out, err = run("new-site", saved, "--url", URL, "--name", "jccb")

        assert (code, out) == (2, "") and "there is no folder newsparse/adapters here" in err
        assert list(Path().iterdir()) == []

    def test_known_host(self, run: Run, saved: Path, tmp_path: Path) -> None:
        """A host that some adapter declares already is pointed out."""
        where = ("--adapters", tmp_path / "adapters", "--fixtures", tmp_path / "fixtures")
        url = "http://money.hangzhou.com.cn/news/202503/12/c_88231.html"
        code, _, err = run("new-site", saved, "--url", url, "--name", "jccb", *where)

        assert code == 0 and "hangzhou is the site of this host already" in err

    def test_no_article(self, run: Run, tmp_path: Path) -> None:
        """A page that is none gives no draft."""
        (tmp_path / "x.html").write_bytes(b"<p>x</p>")
        code, _, err = run(
            "new-site", tmp_path / "x.html", "--url", URL, "--name", "jccb", "--adapters", tmp_path / "a"
        )

        assert code == 1 and "no_article" in err


class TestBench:
    def test_two_pages(self, run: Run) -> None:
        """A line a path, for the pages given."""
        two = [ROOT / "hangzhou" / name for name in ("2013-money", "ori-own-story-2026")]
        code, out, _ = run("bench", *two, "--rounds", 1, "--against", "lxml")
        lines = out.splitlines()

        assert code == 0
        assert lines[0].startswith("2 pages, ")
        assert [line.split()[0] for line in lines[2:]] == ["lexbor", "window", "full", "generic", "lxml"]

    def test_unknown(self, run: Run) -> None:
        """A contender nobody knows is wrong usage."""
        code, _, err = run("bench", ROOT / "hangzhou" / "2013-money", "--against", "x")

        assert code == 2 and "no such contender: x" in err
