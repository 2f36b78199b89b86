"""
Two parsers that share no line of code give the same article on every page that we have.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import Saved, differences, fixtures, read, saved

from newsparse.document.lexbor import LexborDocument
from newsparse.document.libxml2 import Libxml2Document

#: Saved pages on which the two differ, and why; the browsers' reading is Lexbor's in each.
KNOWN = {
    "libertytimes.com.tw/waddle__20120112_www.libertytimes.com.tw_684e1ba5.html":
        "a backspace (U+0008) in a caption, which libxml2 cannot hold",
    "northnews.cn/waddle__20111209_www.northnews.cn_0242959c.html":
        "unclosed tables: libxml2 puts a picture above the story into the story's own cell",
}  # fmt: skip


def disagreement(page: Saved) -> dict[str, object]:
    """
    Return the fields on which the engines differ, on the whole page.
    """
    return dict(differences(read(page, windows=False), read(page, windows=False, engine=Libxml2Document)))


@pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
def test_fixture(page: Saved) -> None:
    """Both engines read the same article from a fixture page."""
    assert disagreement(page) == {}


@pytest.mark.corpus
@pytest.mark.slow
def test_corpus(corpus: Path) -> None:
    """Both engines read the same article from every saved page but those listed, and those still differ."""
    different = {page.name: found for page in saved(corpus) if (found := disagreement(page))}
    assert {name: found for name, found in different.items() if name not in KNOWN} == {}
    assert sorted(different) == sorted(KNOWN), "a page that no longer differs is still listed"


@pytest.mark.parametrize(
    ("html", "query", "expected"),
    [
        ("<p id=a>来源：<b id=b>甲</b></p><p id=c><i id=d>来源：</i>乙</p>", ':lexbor-contains("来源：")', ["a", "d"]),
        ("<p id=a><!--来源：--></p><p id=b>来源<i>：</i></p>", ':lexbor-contains("来源：")', []),
        ("<p id=a>a</p><p id=b>b</p><p id=c>c</p>", "p:has(+ p + p)", ["a"]),
        ("<table><tr><td id=a>a<tr><td id=b>b</table>", "tr:has(+ tr) > td", ["a"]),
        ("<div id=a><p id=b></div><div id=c></div>", "div:not(:has(p))", ["c"]),
        ("<p id=a class='X y'><p id=b class=y>", "p.y", ["a", "b"]),
        ("<ul><li id=a rel=1><li id=b>", "li[rel]", ["a"]),
    ],
)
def test_query(html: str, query: str, expected: list[str]) -> None:
    """The CSS that adapters use means the same to both engines."""
    for engine in (LexborDocument, Libxml2Document):
        document = engine(html)
        assert expected == [document.attribute(node, "id") for node in document.all(query)], engine.__name__
