"""
Reports: the fields' page, the sites' page, drift, one page explained, a draft for a new site, timing.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from pathlib import Path

import pytest
from fixture_pages import ROOT, load

import newsparse
from newsparse import model
from newsparse.batch.adapter_files import load as load_adapter
from newsparse.batch.inputs import Inputs
from newsparse.batch.readers import Tally
from newsparse.document.marked import mark
from newsparse.output.json import to_dict
from newsparse.provenance import EMPTY, NO_MATCH, UNREAD, WON, Found, Trace
from newsparse.reports import bench, bench_pages, contenders, drift, fields, pages, scaffold, sites
from newsparse.reports.inspection import render
from newsparse.rules import ABSENT, Layout, Site, computed, meta

PAGE = """<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>老桥重新开放 游人可步行过江_江城晨报网</title>
<meta name="source" content="江城晨报"></head>
<body onload="alert(1)">
<div class="head"><h1 class="logo"><a href="/">江城晨报网</a></h1><a href="/news/">新闻</a><a href="/life/">生活</a></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/news/">新闻</a> &gt; <a href="/news/city/">城事</a></div>
<div class="post">
 <p class="pre-title">封闭三年之后</p>
 <h2 class="post-title">老桥重新开放 游人可步行过江</h2>
 <div class="meta"><span class="date">2025-03-12 08:40:05</span> <span class="from">来源：<a href="http://paper.example.org.cn/">江城晨报</a></span> <span class="writer">作者：林小舟</span></div>
 <div class="fl post-content">
  <p>　　昨天上午九点，封闭三年的老桥重新开放，第一批游人沿着新铺的木板步行过江。</p>
  <p>　　老桥建成于六十年前，桥面窄，汽车多，三年前检查时发现两处桥墩开裂，随后封闭维修。</p>
  <p>　　维修之后，桥面不再走车，只留给行人和自行车，两侧各装了一排长椅，每天早上六点开放。</p>
  <p>　　住在桥头的周师傅说，他每天要到对岸买菜，封桥的三年里只能绕路，现在走过去只要一刻钟。</p>
  <script>document.write("广告")</script><iframe src="http://ads.example.com/"></iframe>
 </div>
 <div class="foot">责任编辑：许文山</div>
</div>
</body></html>"""
URL = "http://www.jccb.example.cn/news/city/202503/12/c_88231.html"


class TestFields:
    def test_every_field(self) -> None:
        """Every class and every attribute of the model is there, with words."""
        found = {entry.name: entry for entry in fields.entries()}

        assert next(iter(found)) == "Article"
        assert {"Timestamp", "Person", "Comments", "Table", "Footer"} <= set(found)
        for name, entry in found.items():
            declared = getattr(model, name).__attrs_attrs__
            assert {a.name for a in declared} <= {item.name for item in entry.attributes}
            assert all(item.meaning and item.form for item in entry.attributes)

    def test_attribute(self) -> None:
        """Term, form, meaning and the last sentence stand apart."""
        article = {item.name: item for item in next(iter(fields.entries())).attributes}

        assert article["kicker"] == fields.Attribute(
            "kicker", "引题、肩题、眉题", "text", "The line above the title.", fields.USUAL
        )
        assert article["language"].none == "the text does not tell"
        assert article["authors"].form == "list of [Person](#person)" and article["authors"].none == ""
        assert article["lede"].form == "text (derived)"

    def test_forms(self) -> None:
        """Types in words."""
        forms = {(entry.name, item.name): item.form for entry in fields.entries() for item in entry.attributes}

        assert forms["Table", "rows"] == "list of list of text"
        assert forms["Timestamp", "precision"].startswith("`year`, `month`")
        assert forms["Article", "body"] == "list of paragraph, crosshead, quote, list, table, image, video"
        assert forms["Article", "confidence"] == "mapping of text to number"

    def test_silent_attribute(self) -> None:
        """An attribute that says nothing of itself is a fault, named."""
        node = ast.parse("class Comment:\n    text: str\n    author: str").body[0]
        assert isinstance(node, ast.ClassDef)

        with pytest.raises(ValueError, match=r"Comment\.text has no docstring"):
            list(fields._attributes(node))


class TestSites:
    SITE = Site(
        name="江城晨报",
        hosts=("jccb.example.cn",),
        slug="jccb",
        layouts=(
            Layout(name="2025", when="div.post", title="h2", kicker=ABSENT, source=("span.from a", meta("source"))),
            Layout(name="2010", when="td.post", title=computed(str.strip, reads=("kicker",))),
        ),
    )

    def test_rows(self) -> None:
        """A row a layout, its rules in words."""
        one, other = sites.rows([self.SITE])

        assert (one.slug, one.layout, one.window) == ("jccb", "2025", False)
        assert one.fields == {"title": "h2", "kicker": "—", "source": "span.from a → meta[source]"}
        assert other.fields == {"title": "strip(kicker)"}

    def test_computed_share(self) -> None:
        """One rule of five is a function; of the package's own rules less than one of ten."""
        assert sites.computed_share([self.SITE]) == pytest.approx(1 / 5)
        assert sites.computed_share() < 0.1

    def test_markdown(self) -> None:
        """Every declared layout is in the overview and has its rules below."""
        text = sites.markdown()

        for row in sites.rows():
            assert f"| {row.slug} {row.name} | {row.layout} |" in text
            assert f"### {row.slug} / {row.layout}\n" in text


def test_generated_pages(tmp_path: Path) -> None:
    """What is missing or stale is written, what is right is left alone."""
    assert pages.stale(tmp_path) == list(pages.GENERATED)
    assert pages.refresh(tmp_path) == list(pages.GENERATED)
    (tmp_path / "fields.md").write_text("old", encoding="utf-8")
    assert pages.refresh(tmp_path) == ["fields.md"]
    assert pages.stale(tmp_path) == []


def seen(*outcomes: tuple[str, str], layout: str = "2025", declared: str | None = "jccb") -> drift.Seen:
    """
    Return what became of one page's rules: pairs of field and outcome.
    """
    found = [Found(field, layout, number, "x", outcome) for number, (field, outcome) in enumerate(outcomes)]
    return drift.Seen(declared, Trace(site="jccb", layout=layout, decided_by="url", found=found))


class TestDrift:
    GOOD = seen(("title", WON), ("timestamp", WON), ("source", NO_MATCH), ("source", WON), ("kicker", EMPTY))
    BAD = seen(("title", WON), ("timestamp", NO_MATCH), ("source", NO_MATCH), ("source", UNREAD), ("kicker", NO_MATCH))
    STRANGER = drift.Seen("jccb", Trace(site="generic", layout="generic", decided_by="generic"))

    def test_rates(self) -> None:
        """Of a field's alternatives the best counts; blank is not missing, nor is what was not understood."""
        rates = {rate.field: rate for rate in drift.rates([self.GOOD, self.BAD])}

        assert (rates["source"].won, rates["source"].missing) == (0.5, 0)
        assert (rates["kicker"].empty, rates["kicker"].missing) == (0.5, 0.5)
        assert rates["title"].pages == 2 and rates["title"].won == 1

    def test_as_promised(self) -> None:
        """The same rates are no news."""
        rates = drift.rates([self.GOOD] * 5)

        assert list(drift.compare(rates, rates)) == []

    def test_template_change(self) -> None:
        """A core field and another one gone: the template changed."""
        (line,) = drift.compare(drift.rates([self.BAD] * 5), drift.rates([self.GOOD]))

        assert line.startswith("jccb/2025: template change: ")
        assert "kicker 100% missing (promised 0%, 5 pages)" in line and "timestamp 100%" in line

    def test_local_change(self) -> None:
        """One field gone: somebody should have a look."""
        now = drift.rates([seen(("title", WON), ("kicker", NO_MATCH))] * 5)

        assert list(drift.compare(now, drift.rates([self.GOOD]))) == [
            "jccb/2025: local change: kicker 100% missing (promised 0%, 5 pages)"
        ]

    def test_few_pages(self) -> None:
        """A layout met a few times says nothing, and the tolerance is the caller's."""
        now, promised = drift.rates([self.BAD] * 4), drift.rates([self.GOOD])

        assert list(drift.compare(now, promised)) == []
        assert list(drift.compare(now, promised, pages=4)) != []
        assert list(drift.compare(now, promised, pages=4, tolerance=1)) == []

    def test_no_layout(self) -> None:
        """Pages of a declared host that only the generic reader knows: the template changed."""
        now = drift.rates([self.GOOD, *[self.STRANGER] * 4])

        assert list(drift.compare(now, drift.rates([self.GOOD]))) == [
            "jccb/no layout: template change: 80% of 5 pages (promised 0%)"
        ]
        assert list(drift.compare(now, now)) == []

    def test_undeclared(self) -> None:
        """Pages of hosts that nobody declared are none of drift's business."""
        assert drift.rates([drift.Seen(None, self.STRANGER.trace), drift.Seen(None, Trace())]) == []

    def test_table(self) -> None:
        """A line a field, below the heading."""
        lines = drift.table(drift.rates([self.GOOD])).splitlines()

        assert len(lines) == 1 + 4 + 1
        assert lines[1].split() == ["jccb/2025", "kicker", "1", "0%", "100%", "0%"]

    def test_saved(self, tmp_path: Path) -> None:
        """Rates written down read back the same; anything else is no promise."""
        rates = drift.rates([self.GOOD, self.BAD])
        drift.save(rates, tmp_path / "rates.jsonl")

        assert drift.load(tmp_path / "rates.jsonl") == rates
        (tmp_path / "other.jsonl").write_text('{"title": "桥"}\n', encoding="utf-8")
        with pytest.raises(ValueError, match=r"other\.jsonl holds no rates"):
            drift.load(tmp_path / "other.jsonl")

    def test_fixtures(self) -> None:
        """Fixture pages have their address beside them, and keep their promise on every page."""
        rates = drift.load(ROOT / "hangzhou")
        titles = [rate for rate in rates if rate.field == "title"]

        assert {rate.site for rate in rates} == {"hangzhou"}
        assert len(titles) > 5 and all(rate.won == 1 for rate in titles)
        assert next(rate for rate in rates if rate.layout == drift.UNKNOWN).missing == 0

    def test_own_sites(self, tmp_path: Path) -> None:
        """Sites of the caller count as declared; what cannot be read is told."""
        rows = [{"html": PAGE, "url": URL}, {"url": URL}]
        source = tmp_path / "pages.jsonl"
        source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        site = Site(
            name="江城晨报",
            hosts=("jccb.example.cn",),
            slug="jccb",
            layouts=(Layout(name="2025", when="div.post", title="h2", body="div.post-content"),),
        )
        tally = Tally()
        inputs = Inputs(paths=(str(source), str(tmp_path / "nothing.html")))
        found = list(drift.look(inputs, [site], tally))

        assert [(one.declared, one.trace.layout) for one in found] == [("jccb", "2025")]
        assert any("nothing.html" in warning for warning in tally.warnings)


class TestInspection:
    def test_fields_are_marked(self) -> None:
        """The page stands in the report with its fields marked, whoever read them."""
        for url in (None, "http://money.hangzhou.com.cn/news/content/2013-10/22/content_4930126.htm"):
            data = load(ROOT / "hangzhou" / "2013-money").data
            report = render(newsparse.explain(data, url=url), data.decode("gb18030"))
            frame = re.search(r'srcdoc="([^"]*)"', report)

            assert frame is not None
            assert "data-newsparse=&#34;body&#34;" in frame[1] or "data-newsparse=&quot;body" in frame[1]
            assert "面馆老板开起了线上摊位" in report

    def test_nothing_runs(self) -> None:
        """No script, frame, handler or address of the page is left, and the policy allows none."""
        report = render(newsparse.explain(PAGE, url=URL), PAGE)

        assert "default-src 'none'" in report and "<iframe sandbox srcdoc=" in report
        for word in ("alert(1)", "document.write", "ads.example.com", "onload", "&lt;script", "href=&#34;"):
            assert word not in report

    def test_hostile_text(self) -> None:
        """What the page says stays text in the report."""
        page = PAGE.replace("游人可步行过江", "&lt;img src=x onerror=alert(2)&gt;步行过江")
        report = render(newsparse.explain(page, url=URL), page)

        assert "<img" not in report

    def test_no_article(self) -> None:
        """A page without an article is shown, with the reason."""
        report = render(newsparse.explain("<html><p>x</p></html>"), "<html><p>x</p></html>")

        assert "no article" in report and "no_article" in report

    def test_mark(self) -> None:
        """An element that gave two fields bears both names; what is not found is passed over."""
        marked = mark(
            PAGE, [("source", "div.meta", "div.post"), ("byline", "div.meta", None), ("title", "h6", "table")]
        )

        assert '<div class="meta" data-newsparse="source byline">' in marked


class TestScaffold:
    def draft(self, tmp_path: Path, page: str = PAGE) -> scaffold.Draft:
        return scaffold.new_site(page.encode(), URL, "jccb", tmp_path / "adapters", tmp_path / "fixtures")

    def test_queries(self, tmp_path: Path) -> None:
        """Every field is found where it stands: the outlet beside the time, not in the site's own logo."""
        assert self.draft(tmp_path).queries == {
            "title": "h2.post-title",
            "kicker": "p.pre-title",
            "byline": "span.writer",
            "timestamp": "span.date",
            "source": "span.from a",
            "editors": "div.foot",
            "breadcrumb": "div.crumbs",
            "body": "div.post-content",
        }

    def test_adapter(self, tmp_path: Path) -> None:
        """The draft can be loaded as it is, and reads its page."""
        draft = self.draft(tmp_path)
        site = load_adapter(str(draft.adapter))
        article = newsparse.parse(PAGE.encode(), url=URL, sites=[site])

        assert (site.name, site.hosts, site.layouts[0].name) == ("江城晨报网", ("jccb.example.cn",), "2025")
        assert (article.site, article.layout, article.kicker) == ("jccb", "2025", "封闭三年之后")
        assert article.source == model.Link("江城晨报", "http://paper.example.org.cn/")
        assert draft.differing == ()

    def test_fixture(self, tmp_path: Path) -> None:
        """The fixture holds the bytes untouched and all that was read, in the short form."""
        folder = self.draft(tmp_path).fixture
        written = (folder / "article.json").read_text(encoding="utf-8")
        expected = json.loads(written)

        assert (folder / "page.html").read_bytes() == PAGE.encode()
        assert json.loads((folder / "response.json").read_text(encoding="utf-8")) == {"url": URL}
        assert (expected["site"], expected["layout"]) == ("jccb", "2025")
        assert expected["body"][0].startswith("昨天上午九点")
        assert expected["timestamp"] == "2025-03-12T08:40:05+08:00"
        assert "null" not in written

    def test_unstable_names(self, tmp_path: Path) -> None:
        """Names with numbers of the article or hashes of the build are no good."""
        page = PAGE.replace('class="fl post-content"', 'id="content88231" class="fl Story__a8F3k2 c1a2b3c4d"')

        assert self.draft(tmp_path, page).queries["body"] == "div.meta + div"

    def test_refusals(self, tmp_path: Path) -> None:
        """No module name, no host, no article, or a site that is there already."""
        arguments = tmp_path / "adapters", tmp_path / "fixtures"
        with pytest.raises(ValueError, match="not a module name"):
            scaffold.new_site(PAGE.encode(), URL, "jc-cb", *arguments)
        with pytest.raises(ValueError, match="not a module name"):
            scaffold.new_site(PAGE.encode(), URL, "江城", *arguments)
        with pytest.raises(ValueError, match="not a module name"):
            scaffold.new_site(PAGE.encode(), URL, "class", *arguments)
        with pytest.raises(ValueError, match="no host"):
            scaffold.new_site(PAGE.encode(), "page.html", "jccb", *arguments)
        with pytest.raises(newsparse.PageError):
            scaffold.new_site(b"<p>x</p>", URL, "jccb", *arguments)
        with pytest.raises(newsparse.PageError, match="nothing to draft from"):
            self.draft(
                tmp_path,
                re.sub(r' (?:class|id)="[^"]*"', "", PAGE.replace("<p>　　昨天", "<p>题</p></div><div><p>　　昨天")),
            )
        assert list(tmp_path.iterdir()) == []
        self.draft(tmp_path)
        with pytest.raises(FileExistsError, match="there already"):
            self.draft(tmp_path)


class TestBench:
    PAGES = (ROOT / "hangzhou" / "2013-money", ROOT / "hangzhou" / "ori-own-story-2026")

    def test_load(self) -> None:
        """Pages of folders with the address beside them, or in a manifest; as many as wanted."""
        found = bench_pages.load(self.PAGES)

        assert [page.name for page in found] == ["page.html", "page.html"]
        assert all(page.url and page.text for page in found)
        assert len(bench_pages.load([ROOT / "hangzhou"], limit=3)) == 3

    def test_manifest(self, tmp_path: Path) -> None:
        """A manifest tells the addresses."""
        (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
        (tmp_path / "m.jsonl").write_text('{"file": "a.html", "url": "http://example.cn/a"}\n\n', encoding="utf-8")

        assert bench_pages.load([tmp_path], tmp_path / "m.jsonl")[0].url == "http://example.cn/a"
        assert bench_pages.load([tmp_path / "a.html"])[0].url is None

    def test_costs(self) -> None:
        """Ratios to the bare parse of the same page; the base itself is one."""
        made = contenders.make(["lexbor", "lxml", "decode", "window", "full", "generic"])
        rows = {row.name: row for row in bench.costs(bench_pages.load(self.PAGES), made, rounds=1)}

        assert list(rows) == list(made)
        assert rows["lexbor"].ratio == 1
        assert all(row.low <= row.ratio <= row.high and row.failures == 0 for row in rows.values())
        assert all(row.milliseconds > 0 and row.pages_per_second > 0 for row in rows.values())
        assert len(bench.table(rows.values()).splitlines()) == 1 + len(rows)

    def test_failures(self) -> None:
        """A contender that fails is timed and counted, and ends nothing."""

        def broken(page: contenders.BenchPage) -> None:
            raise RuntimeError(page.name)

        made = {**contenders.make(["lexbor"]), "broken": broken}

        assert [row.failures for row in bench.costs(bench_pages.load(self.PAGES), made, rounds=1)] == [0, 2]

    def test_refusals(self) -> None:
        """No pages, no base, an unknown name."""
        with pytest.raises(ValueError, match="at least one page"):
            bench.costs([], contenders.make(["lexbor"]))
        with pytest.raises(ValueError, match="lexbor"):
            bench.costs(bench_pages.load(self.PAGES), {})
        with pytest.raises(ValueError, match="no such contender: x"):
            contenders.make(["x"])

    def test_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A peer that is not there is said to be so."""
        monkeypatch.setitem(sys.modules, "gne", None)
        with pytest.raises(ValueError, match="gne is not installed"):
            contenders.make(["gne"])

    def test_refused_pages(self) -> None:
        """newsparse's own refusal of a page is an answer, with and without JSON."""
        page = contenders.BenchPage("x", b"<p>x</p>", "<p>x</p>", None)
        good = contenders.BenchPage("y", PAGE.encode(), PAGE, URL)

        assert isinstance(contenders.newsparse_path()(page), newsparse.PageError)
        article = contenders.newsparse_path(json=False)(good)
        assert json.loads(contenders.newsparse_path()(good)) == to_dict(article)

    @pytest.mark.parametrize("name", ["trafilatura", "gne", "newspaper4k", "readability", "resiliparse", "turbohtml"])
    def test_peers(self, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """A peer gets the decoded page, and its address where it takes one; stand-ins note what they are given."""
        given: list[object] = []

        class Peer:
            """Takes any call on any of its attributes."""

            def __call__(self, *values: object, **named: object) -> Peer:
                given.extend((*values, *named.values()))
                return self

            def __getattr__(self, attribute: str) -> Peer:
                if attribute.startswith("__"):
                    raise AttributeError(attribute)
                return self

        for module in ("trafilatura", "gne", "newspaper", "readability", "turbohtml"):
            monkeypatch.setitem(sys.modules, module, Peer())
        for module in ("resiliparse", "resiliparse.extract", "resiliparse.extract.html2text"):
            monkeypatch.setitem(sys.modules, module, Peer())
        for module in ("resiliparse.parse", "resiliparse.parse.html"):
            monkeypatch.setitem(sys.modules, module, Peer())
        contenders.make([name])[name](contenders.BenchPage("y", PAGE.encode(), PAGE, URL))

        assert PAGE in given
        assert (URL in given) == (name in ("trafilatura", "newspaper4k"))
