"""
The reader of plain pages makes the tree that Lexbor makes, or says nothing.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pages import fixtures, saved
from selectolax.lexbor import LexborHTMLParser

from newsparse.decode import decode
from newsparse.document import flatten, lines, walks
from newsparse.document.plain import plain_body
from newsparse.extract.signs import SIGNS

if walks.native is None:
    pytest.skip("newsparse.document._native is not built (it takes a C compiler) or not wanted", allow_module_level=True)

#: Tags that the rules of parsing name, some more often than others, and one that nobody knows.
TAGS = (
    *"p p p div div span span a a b font strong i em u h1 h2 center br br hr img input iframe table table tr tr td td th tbody thead tfoot".split(),
    *"ul ol li li dl dd dt script style textarea title noscript select option optgroup button svg form form label fieldset pre address".split(),
    *"section nav article object embed param marquee applet video canvas map area link meta base body html head template math nobr ruby rt".split(),
    *"caption col colgroup blockquote small big code tt s strike o:p unknown-tag a-tag-with-a-long-name image frame xmp plaintext main".split(),
)
ATTRIBUTES = (
    "", "", "", ' class="a b"', " id=x", ' style="display:none"', " hidden", ' href="/a?b=1&copy=2&amp;c"', " href='x'y", ' src="a.jpg"/', " /", '/ class=c',
    ' class="a" class="b"', ' alt="&lt;图&gt; &#20013;&nbsp"', " title", ' CLASS=Big', ' data-src="1" src=', ' href = "x>y"', ' a"b=c', ' style="a\r\nb"',
    ' href=/a/b/', "\n\tid='z'\n", ' id="&notit;&not;&unknown;"', " type=hidden", ' class="x" TYPE="Hidden" type=text', ' a_long-name="1" x-y=\'2\'',
)  # fmt: skip
TEXTS = (
    "文", "字 ", " ", "\n", "\r\n", "&nbsp;", "&amp;lt;", "&#150;", "&#x110000;", "&#0;", "&notit;", "&copy2", "&unknown;", "&", "& ", "a < b", "<", "<1", "</", "</ x>",
    "</>", "<!-- c -->", "<!---->", "<!-->", "<!--->", "<!-- a -- b --!>", "<!x>", "<?php x ?>", "<![CDATA[x]]>", "<!doctype html>", "é", "😀", "。", "x" * 160, "]]>",
    "<path/>", "<g>", "</g>", "seven 7", "eight 88", "\t\t\n\r\n    \n  ", "\x0b", "文字" * 9, "<input type=hidden>", "<table><tr><table>", "</body><!-- x -->", "</html> <!x>", "<svg><a href=x>图</a></svg>",
    "<script><!-- <script>a</script> --></script>", "<script><!--<script ></script>", "<script><!--><script></script>", "<script>--><!--</script >",
    "<script><!-- <scripts></script>", "<script><!--<SCRIPT/</SCRIPT/--></script>",
)  # fmt: skip
HEADS = (
    "", "<!DOCTYPE html>", "<html><head>", "<head>", "</head>", "<title>题&amp;</title>", "<meta charset=utf-8>", "<script>if (a < b) '</p>'</script>",
    "<script><!--\ndocument.write('<script></script>')//--></script>", "<style>p > a {}</style>", "<noscript><img src=1></noscript>", "<noscript><link></noscript>",
    "<link rel=x>", "<base href=/>", " \n", "<!-- h -->", "<unknown-tag>", "文",
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">', '<?xml version="1.0"?>',
)  # fmt: skip

#: Of other tags that Lexbor has a number for the extension does not know the name.
KNOWN = {*lines.CODES, *flatten.CODES, *walks._PLAIN_TAGS, "o:p", "unknown-tag", "a-tag-with-a-long-name"}

pieces = st.one_of(
    st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
    st.builds("</{}>".format, st.sampled_from(TAGS)),
    st.sampled_from(TEXTS),
)
#: Markup that closes what it opens, as most pages do.
nested = st.recursive(
    st.sampled_from(TEXTS),
    lambda inner: st.builds(
        lambda tag, attributes, inside: f"<{tag}{attributes}>{''.join(inside)}</{tag}>",
        st.sampled_from(TAGS),
        st.sampled_from(ATTRIBUTES),
        st.lists(inner, max_size=4),
    ),
    max_leaves=20,
)
heads = st.lists(st.sampled_from(HEADS), max_size=5).map("".join)
bodies = st.one_of(st.lists(pieces, max_size=25), st.lists(st.one_of(nested, pieces), max_size=8)).map("".join)


def told(root: Any) -> tuple[Any, ...]:
    """
    Return all that is asked of a page: its lines with their nodes, its boxes, its blocks and links.
    """
    native = walks.native
    sheet = native.walk(root, walks.compiled_signs(SIGNS))
    lines = [(*line[:4], [node(found) for found in line.nodes], *line[5:]) for line in sheet.lines]
    boxes = [(box.tag, box.parent, box.first, box.last, box.name, box.hides, box.attributes) for box in sheet.boxes]
    return lines, boxes, native.flatten(root, set(), {}, None), native.line(root), native.links(root)


def node(found: Any) -> tuple[Any, ...]:
    """
    Return what a node says of itself and the one around it.
    """
    parent = found.parent
    return found.tag, found.attributes, found.text(), parent and (parent.tag in KNOWN and parent.tag, parent.attributes)


def differences(text: str) -> Iterator[object]:
    """
    Yield what the two readers tell differently of a page.
    """
    body = plain_body(text.encode())
    if body is not None:
        tree = LexborHTMLParser(text)
        yield from (pair for pair in zip(told(body), told(handle(tree)), strict=True) if pair[0] != pair[1])


def handle(tree: LexborHTMLParser) -> Any:
    """
    Return the body that Lexbor made, as the extension holds it.
    """
    return walks.native.Query((((" ", 0, ()),),)).select(walks.native.Elements(tree.body), None, True)


@given(heads, bodies)
@example("<head>", "<body a=1><div class=x><body class=y>")
@example("", "<body><table><form><tr><td><input></form></table>")
def test_drawn_pages(head: str, body: str) -> None:
    """Whatever is drawn is read as Lexbor reads it, or left to Lexbor."""
    assert list(differences(f"{head}<body>{body}")) == []
    assert list(differences(f"{head}{body}")) == []


@pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
def test_fixture(page: Any) -> None:
    """Every fixture page."""
    assert list(differences(decode(page.data)[0])) == []


@pytest.mark.corpus
@pytest.mark.slow
def test_corpus(corpus: Path) -> None:
    """Every saved page; most are plain."""
    texts = [decode(page.data)[0] for page in saved(corpus)]
    assert [text[:80] for text in texts if list(differences(text))] == []
    assert sum(plain_body(text.encode()) is not None for text in texts) > 0.8 * len(texts)


@pytest.mark.parametrize(
    "body",
    [
        "<p><b>一<p>二</b>", "<table>字<tr><td>一</table>", "<b><i>一</b></i>", "<a><div>一</a></div>", "<div>" * 600, "<template></template>", "<table><td><b>一<td>",
        "<svg><p>一</svg>", "<select><input>", "<script>", "<textarea>", "<!-- ", "<p title='", "<math></math>", "<form><div></form></div>",
        "<svg><a href=x>一</a></svg>", "<p>一</body>&#32;<!-- c -->",
    ],
)  # fmt: skip
def test_doubts(body: str) -> None:
    """Formatting that goes on in another block, words in a table and no cell, what is not closed, links in drawings: left to Lexbor."""
    assert plain_body(f"<!DOCTYPE html><body>{body}".encode()) is None


@pytest.mark.parametrize(
    "body",
    [
        "<script><!-- document.write('<script></script>') --></script><p>一", "<script><!--<script></script></script><p>一", "<table><tr><input type=HIDDEN><td>一</table>",
        "<table><tr><td>一<tr><table><tr><td>二</table>三</table>四", "<p>一</font>二</td>三<tr>四<b>五</b></td>六", "<p>" + "一</i>" * 500, "<p>\n</i> <i>一</i></b> </b>二",
        "<p>一</body><!-- c -->", "一<a ></body><!>", "<p>一</body> <!-- c --> 二", "<p>一</html><html></body>\n<?x><!doctype html><!-- c -->二<!-- c -->三", "<p>一</body></p><!-- c -->二",
        "<table><tr><td>一</body><!-- c -->二</table>", "<select><option>一</html><!-- c -->二</select>", "<object>一</body><!-- c -->二</object>",
        "<p>一</body></head><!-- c -->二", "<p>一</body><body><!-- c -->二", "<p>一</body>\x0b<!-- c -->二", "<button>一</body><!-- c -->二</button></ x>三",
        "<P><A  HREF = x  Class=a>一</A ></P\n>", "<blockquote>一<figcaption>二</figcaption></BLOCKQUOTE>三",
    ],
)  # fmt: skip
def test_read(body: str) -> None:
    """Scripts in comments in scripts, tables and fields between the parts of a table, texts that a stray tag parts, comments behind the body: read, as Lexbor reads them."""
    text = f"<!DOCTYPE html><body>{body}"
    assert plain_body(text.encode()) is not None
    assert list(differences(text)) == []


def test_many_stray_tags() -> None:
    """Texts that stray tags part are not copied each time."""
    body = plain_body(b"<body><p>" + b"1234567890</i>" * 100_000)
    assert len(walks.native.walk(body, None).lines[0].text) == 1_000_000


#: Reads a page whose names have an I in them, and says which letters are the same to the C library.
IN_CAPITALS = """
import locale
from newsparse.document import walks
from newsparse.document.plain import plain_body
page = "<!DOCTYPE HTML><TITLE>I</TITLE><DIV ID=a HIDDEN TITLE=b><FIGCAPTION>I</FIGCAPTION><A-Long-Id>I</a-long-id></DIV><P>I<SCRIPT></SCRIPT>"
sheet = walks.native.walk(plain_body(page.encode()), None)
print([(box.tag, box.attributes, box.hides) for box in sheet.boxes], [(line.text, line.box) for line in sheet.lines])
print(locale.setlocale(locale.LC_CTYPE))
"""


def test_locale(tmp_path: Path) -> None:
    """Names of tags and attributes are the same in any locale, also where a small I is another letter."""
    try:
        subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", str(tmp_path / "tr_TR.UTF-8")], capture_output=True, timeout=60, check=False)
    except OSError:
        pytest.skip("there is no localedef")
    said = []
    for name in ("C.UTF-8", "tr_TR.UTF-8"):
        environment = os.environ | {"LOCPATH": str(tmp_path), "LC_ALL": name}
        run = subprocess.run([sys.executable, "-c", IN_CAPITALS], capture_output=True, encoding="utf-8", env=environment, check=True)
        said.append(run.stdout.splitlines())
    if said[1][1] != "tr_TR.UTF-8":
        pytest.skip("the locale cannot be made here")
    assert said[1][0] == said[0][0] != ""
    assert "'id': 'a'" in said[0][0]


def test_keeps_the_page() -> None:
    """A node outlives everything else of its page."""
    body = plain_body("<body><p class='甲'>一<a href=/x>二</a>".encode())
    box = walks.native.walk(body, None).boxes[1].node
    del body
    assert [plain_body(b"<body><p>" * 50) for _ in range(50)]
    assert (box.attributes, box.text(), box.parent.tag) == ({"class": "甲"}, "一二", "body")


def test_around_the_body() -> None:
    """The element around the body can be asked what others can."""
    root = plain_body(b"<!DOCTYPE html><body id=x><p class=a>y").parent
    assert (root.tag, root.attributes, root.text(), root.parent) == ("html", {}, "y", None)
    elements = walks.native.Elements(root)
    assert handle(LexborHTMLParser("<body>")).parent.tag == root.tag
    assert walks.native.names(root) == {"a", "x"}
    assert walks.native.Query((((" ", 0, ()),),)).select(elements, None, True).tag == "html"


def test_no_bytes() -> None:
    """Text is refused."""
    with pytest.raises(TypeError, match="bytes"):
        walks.native.plain("<body>")
