"""
Compiled queries find what selectolax finds, in the same order; what is not understood is left to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import fixtures, saved
from test_walks import markup, needs_extension

from newsparse import adapters, families
from newsparse.decode import decode
from newsparse.document import walks
from newsparse.document.lexbor import LexborDocument
from newsparse.document.queries import compiled
from newsparse.rules import RULE_FIELDS, Css, Site

QUERIES = (
    "p", "*", "div p", "div > p", "p + p", "p ~ div", "div div > span", "p, div.a", ".a", ".a.b", "#x", "div#x.a", "td > *", "ul li + li",
    "[class]", "[href]", "[hidden]", "[data-src]", "[original]", '[src="a.jpg"]', "[src=x]", '[src^="x"]', '[src$=".jpg"]', '[src*="."]',
    '[class~="b"]', '[class=""]', '[class*=""]', '[style*="none"]', ".A", "#X", "[ALIGN]", "A[HREF]", "a [class] ~ * > b", "body", "html p", "tr ~ tr td",
    "h1 , h6", "span ~ span + b", "table td > a[href]", "image, img",
)  # fmt: skip
OTHERS = (
    "p:first-child", ":not(p)", "p:has(b)", "a:lexbor-contains('x')", "unknown-tag", "[a|b]", "[a='b' i]", ".1a", "p >", "> p", "p,,b", "", "[a='\\'']", "p b:hover", "é",
)  # fmt: skip


def declared(site: Site) -> Iterator[str]:
    """
    Yield every query of a site's layouts.
    """
    for layout in site.layouts:
        yield from (query for query in layout.when if not query.startswith("<!--"))
        yield from (*layout.drop, *layout.captions, *layout.crossheads, *filter(None, (layout.root,)))
        yield from (rule.query for name in RULE_FIELDS for rule in getattr(layout, name) if isinstance(rule, Css))


def disagreements(document: LexborDocument, queries: set[str] | tuple[str, ...]) -> Iterator[object]:
    """
    Yield the queries, with a scope, that find other elements than selectolax does.
    """
    for scope in (None, *document.all("div")[2:40:12]):
        for query in queries:
            found = [node.mem_id for node in document.find_all(query, scope)]
            expected = [node.mem_id for node in document.all(query, scope)]
            one = document.find(query, scope)
            if found != expected or (one.mem_id if one else None) != (expected[0] if expected else None):
                yield query, scope.html if scope else None, len(found), len(expected)


@needs_extension
@given(markup(), st.sampled_from(("", "<!DOCTYPE html>")))
def test_any_markup(text: str, doctype: str) -> None:
    """The same elements on broken markup, with a doctype and without, on which the case of names depends."""
    assert all(compiled(query) for query in QUERIES)
    assert list(disagreements(LexborDocument(doctype + text), QUERIES)) == []


@needs_extension
@pytest.mark.parametrize("site", [*adapters.sites(), *families.sites()], ids=lambda site: site.slug or site.name)
def test_declared(site: Site) -> None:
    """The same elements for every declared query on fixtures of the site, and on those of another."""
    queries = set(declared(site))
    pages = [*(page for page in fixtures() if page.name.startswith(f"{site.slug}/")), *fixtures()[:2]]
    assert pages
    for page in pages:
        assert list(disagreements(LexborDocument(decode(page.data)[0]), queries)) == []


@needs_extension
@pytest.mark.corpus
@pytest.mark.slow
def test_corpus(corpus: Path) -> None:
    """The same elements on the saved pages, for the queries of all sites on every twelfth and of some on the others."""
    every = sorted({query for site in (*adapters.sites(), *families.sites()) for query in declared(site)})
    different = {}
    for number, page in enumerate(saved(corpus)):
        asked = every if number % 12 == 0 else every[number % 12 :: 12]
        found = list(disagreements(LexborDocument(decode(page.data)[0]), tuple(asked)))
        if found:
            different[page.name] = found
    assert different == {}


@pytest.mark.parametrize("query", OTHERS)
def test_left_to_selectolax(query: str) -> None:
    """Pseudo-classes, escapes, flags and what is no query at all."""
    assert compiled(query) is None


@needs_extension
def test_most_are_compiled() -> None:
    """Of the queries that adapters declare nine in ten are of the plain sort."""
    queries = {query for site in adapters.sites() for query in declared(site)}
    assert sum(compiled(query) is not None for query in queries) > 0.85 * len(queries)


@needs_extension
class TestNodes:
    """
    What a query finds can be read.
    """

    def test_attributes(self) -> None:
        """Any attribute, whether Lexbor has a number for it or not."""
        document = LexborDocument("<p data-time='1' content=2 TITLE data-empty lang=zh><b>x")
        node = document.find("p")
        values = [document.attribute(node, name) for name in ("data-time", "content", "title", "lang", "data-empty", "none")]
        assert values == [document.attribute(document.first("p"), name) for name in ("data-time", "content", "title", "lang", "data-empty", "none")]
        assert values == ["1", "2", None, "zh", None, None]

    def test_keeps_the_page(self) -> None:
        """A node outlives the document that it was found in."""
        node = LexborDocument("<p class=a>一行</p>").find(".a")
        assert [LexborDocument("<b>" * 50) for _ in range(50)]
        assert (node.text(), node.tag) == ("一行", "p")


@needs_extension
class TestRefusals:
    """
    What is no query, no scope or no row of elements is refused.
    """

    @pytest.mark.parametrize("parts", [(), ((),), (("p",),), (((" ", 1),),), (((" ", 1, ()), 3),), [1]])
    def test_parts(self, parts: Any) -> None:
        """Parts of another shape."""
        with pytest.raises(TypeError):
            walks.native.Query(parts)

    def test_scope(self) -> None:
        """An element of another page."""
        document, other = LexborDocument("<p>"), LexborDocument("<p>")
        with pytest.raises(ValueError, match="no element"):
            document.find("p", other.body)
        with pytest.raises(TypeError, match="select"):
            compiled("p").select(document.body, None, True)
