"""
The compiled walks give what those in Python give, on every element of every page; and are only used where they can be.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import fixtures, saved
from selectolax.lexbor import LexborHTMLParser

from newsparse.decode import decode
from newsparse.document import flatten as flattening
from newsparse.document import lines as lining
from newsparse.document import sheet as sheets
from newsparse.document import walks
from newsparse.document.lexbor import LexborDocument
from newsparse.document.signs import Signs

needs_extension = pytest.mark.skipif(
    walks.native is None, reason="newsparse.document._native is not built (it takes a C compiler) or not wanted"
)

#: Words of one character and of several, one the beginning of another, one in two classes.
SIGNS = Signs((("记", "记者", "正文"), ("。", "文"), ("a", "é", "&"), *((chr(0x4E00 + number),) for number in range(13)), ("张三", "题")), "。！?”")
COMPILED_SIGNS = None if walks.native is None else walks.compiled_signs(SIGNS)

#: What names and addresses are looked through for.
WORDS = (("a",), ("b", "x"), ("html", "　z"), ("y",), ())

TEXTS = (
    "记者 张三", " ", "\n", "\u3000\u3000正文。", "\u200b", "\ufeff标题\u00ad", "\u00a0", "a  b\tc", "\x1c", "\u2028二", "&nbsp;", "&#8203;", "&lt;", "。。",
    "长" * 160, "\u200d \u3000x", "é", "😀",
)  # fmt: skip
TAGS = (
    "p", "div", "span", "a", "b", "strong", "h1", "h6", "center", "br", "img", "video", "iframe", "table", "tr", "td", "th", "ul", "ol", "li",
    "nav", "script", "style", "textarea", "svg", "object", "embed", "template", "unknown-tag", "font", "figure", "blockquote", "image", "select",
)  # fmt: skip
ATTRIBUTES = (
    "", ' class="a b"', " class", ' id="x"', ' class="" id=y', " hidden", ' style="DISPLAY : None"', ' style="display:none;"', ' style="display:block"',
    ' align="Center"', " align=middle", " align=left", ' style="text-align: center"', ' style="TEXT-ALIGN:center"', ' style="text-align:CENTER"',
    ' href="/a.html"', " href", ' src="a.jpg"', ' data-src="b.jpg" src=""', ' src="x.jpg" width="20"', ' real_src="c.jpg" alt="图"', ' src="v.qq.com/1"',
    ' data-a-very-long-name-of-an-attribute="1" original=d.png', " style", ' class="\u3000z \u00a0"',
)  # fmt: skip


@st.composite
def markup(draw: st.DrawFn) -> str:
    """Draw markup that closes and nests as it likes."""
    pieces = st.one_of(
        st.sampled_from(TEXTS),
        st.builds("<{}{}>".format, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
        st.builds("</{}>".format, st.sampled_from(TAGS)),
        st.just("<!-- x -->"),
    )
    return "".join(draw(st.lists(pieces, max_size=40)))


def bare(line: lining.Line) -> tuple[Any, ...]:
    """A line without its nodes, which are other objects in each walk; what they say in their place."""
    return (*line[:4], tuple((node.tag, node.text(), node.mem_id) for node in line.nodes), *line[5:])


def box(found: Any) -> tuple[Any, ...]:
    asked = {name: value for name, value in found.attributes.items() if name in walks._ATTRIBUTES}
    return found.tag, found.parent, found.first, found.last, found.name, found.hides, asked


def disagreements(text: str) -> Iterator[object]:
    """
    Yield what the two sorts of walks tell differently of a page.
    """
    tree = LexborHTMLParser(text)
    root = tree.body or tree.root
    native = walks.native
    sheet, expected_sheet = native.walk(root, COMPILED_SIGNS), lining.walk(root, SIGNS)
    yield from (pair for pair in zip(map(bare, sheet.lines), map(bare, expected_sheet.lines), strict=True) if pair[0] != pair[1])
    yield from (pair for pair in zip(map(box, sheet.boxes), map(box, expected_sheet.boxes), strict=True) if pair[0] != pair[1])
    yield from (pair for pair in zip(answers(sheet), answers(expected_sheet), strict=True) if pair[0] != pair[1])
    elements = tree.css("body, body *")
    for number, node in enumerate(elements):
        others = [element.mem_id for element in elements[number + 1 : number + 9]]
        skip, marks = set(others[2::5]), dict.fromkeys(others[::3], "caption")
        for found, expected in (
            (native.flatten(node, set(), {}, None), flattening.flatten(node)),
            (native.flatten(node, skip, marks, COMPILED_SIGNS), flattening.flatten(node, skip, marks, SIGNS)),
            (native.line(node), flattening.line(node)),
        ):
            if found != expected:
                yield node.html, found, expected
    if (names := native.names(tree.root)) != python_names(tree.root):
        yield names


def answers(sheet: Any) -> Iterator[object]:
    """Yield what a sheet answers of every line and box."""
    lines, boxes = range(len(sheet.lines)), range(len(sheet.boxes))
    yield [(sheet.characters(number), sheet.links(number)) for number in range(len(lines) + 1)]
    yield [(sheet.signs(number), sheet.group(number)) for number in lines]
    words = [word for line in sheet.lines for word in (line.text[:2], line.text[-3:], line.text)]
    yield [sheet.saying(asked, first, last) for asked in ((), ("",), words[::7], *((word,) for word in words)) for first, last in ((0, len(lines)), (-1, 3), (2, 99))]
    yield [sheet.is_hidden(number) for number in (-1, *boxes)]
    yield [sheet.is_ordinary(number, core) for number in lines for core in {sheet.group(number), sheet.lines[number].box, boxes[-1]}]
    yield [sheet.common(number, other) for number in boxes for other in boxes[number::5]]
    yield [sheet.having(signs, first, last) for signs in (1, 6, 1 << 16) for first in (-2, 0, 2) for last in (3, len(lines) + 2)]
    for stops, talk in ((1, 2), (2, 1), (7, 4), (1 << 16, 0)):
        yield sheet.weighed(stops, 2, SIGNS.closed, talk, 2, 6, 9, 12)
    spans = [(first, last) for first in (-2, 0, 2) for last in (3, len(lines) + 2)]
    yield [(sheet.texts(*span), sheet.anchors(*span)) for span in spans]
    yield [(sheet.called(words, *span), sheet.pointing(WORDS[0], words, *span)) for words in WORDS for span in spans]
    for step in (1, 2, 5):
        weights = [len(sheet.lines[number].text) * (number % step == 0) for number in lines]
        for titles in ([], [*lines[:1]], [*lines[1::3]]):
            yield sheet.heaviest(weights, titles, 250, 0.3, 0.3, 12)


def python_names(root: Any) -> set[str]:
    """Class and id names, asked of selectolax."""
    ids = {node.attributes["id"] or "" for node in root.css("[id]")}
    return ids.union(*((node.attributes["class"] or "").split() for node in root.css("[class]")))


@needs_extension
@given(markup())
def test_any_markup(text: str) -> None:
    """Both walks read the same, however broken the markup is."""
    assert list(disagreements(text)) == []


@needs_extension
@pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
def test_fixture(page: Any) -> None:
    """Both walks read the same lines from every element of a fixture page."""
    assert list(disagreements(decode(page.data)[0])) == []


@needs_extension
@pytest.mark.corpus
@pytest.mark.slow
def test_corpus(corpus: Path) -> None:
    """Both walks read the same lines from the saved pages."""
    different = {}
    for page in saved(corpus):
        tree = LexborHTMLParser(decode(page.data)[0])
        sheet, expected = walks.native.walk(tree.body, COMPILED_SIGNS), lining.walk(tree.body, SIGNS)
        same = list(map(bare, sheet.lines)) == list(map(bare, expected.lines)) and list(map(box, sheet.boxes)) == list(map(box, expected.boxes))
        told = [[found.signs(number) for number in range(len(found.lines))] for found in (sheet, expected)]
        if not same or told[0] != told[1] or walks.native.flatten(tree.body, set(), {}, None) != flattening.flatten(tree.body):
            different[page.name] = len(sheet.lines)
    assert different == {}


@needs_extension
class TestNode:
    """
    What Python holds of an element, read by the extension.
    """

    TREE = '<div class=x id=y data-src=1><a href="/1" title>一<b>二</b></a><a>三</a><p>四</p></div>'

    def test_says_what_selectolax_says(self) -> None:
        """Attributes, tag, text, links and number."""
        tree = LexborHTMLParser(self.TREE + "<ul>" + "<li>列表里的一行文字" * 30 + "</ul>")
        sheet = walks.native.walk(tree.body, None)
        lines, boxes = sheet.lines, sheet.boxes
        outer = tree.css_first("div")
        node = boxes[1].node
        assert (node.attributes, node.tag, node.text(), node.mem_id) == (outer.attributes, "div", outer.text(), outer.mem_id)
        assert [anchor.attributes for anchor in node.css("a")] == [{"href": "/1", "title": None}, {}]
        assert node.css("a")[0].parent.mem_id == outer.mem_id
        assert walks.links(node) == walks.links(outer) == [("一二", "/1"), ("三", None)]
        assert (lines[-1].kind, lines[-1].nodes[0].tag) == ("list", "ul")

    def test_names_with_a_prefix(self) -> None:
        """In a drawing xlink:href is another attribute than href, except to queries."""
        tree = LexborHTMLParser("<svg><a xlink:href=/1>一</a><a xlink:href=/2 href=/3 xlink:title=x>二</a></svg><p xlink:href=/4>三")
        assert walks.native.links(tree.body) == walks.anchored(tuple(tree.css("a"))) == sheets.anchored(tree.css("a")) == [("一", None), ("二", "/3")]
        document = LexborDocument(tree.html or "")
        for query in ("a", "p", "[href]"):
            for found, expected in zip(document.find_all(query), tree.css(query), strict=True):
                said = {name: value for name, value in expected.attributes.items() if name in walks._ATTRIBUTES}
                assert found.attributes == said
                assert walks.attribute(found, "xlink:href") == expected.attributes.get("xlink:href")
                assert walks.attribute(found, "href") == expected.attributes.get("href")

    def test_keeps_the_page(self) -> None:
        """A node outlives everything else of its page."""
        node = walks.native.walk(LexborHTMLParser(self.TREE).body, None).boxes[1].node
        assert [LexborHTMLParser("<p>" * 50).body for _ in range(50)]
        assert node.text() == "一二三四"

    def test_cannot_be_made(self) -> None:
        """Nothing but a walk makes nodes and boxes."""
        for sort in (walks.native.Node, walks.native.Box, walks.native.Sheet, walks.native.Lines, walks.native.Boxes):
            with pytest.raises(TypeError, match="cannot create"):
                sort()


@needs_extension
@given(st.text("a1 é\u00ad\u200b\u3000\xa0\u2028\ud7ff\ue000。文字ÿĀ😀\t\n", max_size=40).map(lambda text: text * (1 + 40 * (len(text) == 40))))
def test_text(text: str) -> None:
    """Text comes back as it went in, the same str that Python makes, and folded as Python folds it."""
    body = LexborHTMLParser(f"<p>x{text}<ul><li>{text}</li> <li>{text * 9}。</ul>{text}").body
    lines, expected = walks.walk(body).lines, lining.walk(body).lines
    assert [bare(line) for line in lines] == [bare(line) for line in expected]
    assert [sys.getsizeof(line.text) for line in lines] == [sys.getsizeof("".join(list(line.text))) for line in lines]
    assert {line.text for line in lines} == {line.text for line in expected}


@needs_extension
class TestSheet:
    """
    What a walk found, as sequences and numbers.
    """

    def test_sequences(self) -> None:
        """Lines and boxes are the same objects whenever they are asked for; slices and negative numbers as those of lists."""
        sheet = walks.native.walk(LexborHTMLParser("<p>一</p><p>二</p><p>三</p>").body, None)
        lines = sheet.lines
        assert [line.text for line in lines] == ["一", "二", "三"]
        assert [line.text for line in lines[::-2]] == ["三", "一"] and lines[-1] is sheet.lines[2] and lines[5:] == []
        assert [(box.tag, box.first, box.last) for box in sheet.boxes[1:]] == [("p", 0, 1), ("p", 1, 2), ("p", 2, 3)]

    def test_beyond_the_ends(self) -> None:
        """There is no line and no box beyond the last."""
        sheet = walks.native.walk(LexborHTMLParser("<p>一").body, None)
        for ask in (lambda: sheet.lines[1], lambda: sheet.boxes[-3], lambda: sheet.signs(1), lambda: sheet.is_hidden(9)):
            with pytest.raises(IndexError):
                ask()
        with pytest.raises(ValueError, match="weight a line"):
            sheet.heaviest([], [], 1, 1, 1, 1)
        for title in (-3_000_000, -1, 1, 3_000_000):
            with pytest.raises(IndexError):
                sheet.heaviest([1], [title], 1, 1, 1, 1)

    def test_words_of_names(self) -> None:
        """Names are looked through for words in a tuple, not for anything else."""
        sheet = walks.native.walk(LexborHTMLParser("<p class=TAGS><a href=/Tag/1>一</a>").body, None)
        assert sheet.called(("tag",), 0, 1) == sheet.pointing((), ("tag",), 0, 1) == [0]
        for words in (["tag"], "tag", (b"tag",), ("tag",) * 33, None):
            with pytest.raises(TypeError):
                sheet.called(words, 0, 1)
            with pytest.raises(TypeError):
                sheet.pointing((), words, 0, 1)
        with pytest.raises(ValueError, match="empty"):
            sheet.pointing((), ("",), 0, 1)

    def test_words(self) -> None:
        """Words that cannot be looked for, or are not in order, are refused."""
        for words in ((("", 1),), (("😀", 1),), (("甲一", 1), ("乙一", 1), ("甲二", 1))):
            with pytest.raises(ValueError):
                walks.native.Signs(words, "。", 8)


@needs_extension
class TestRefusals:
    """
    What is not a node is refused, not followed.
    """

    @pytest.mark.parametrize("name", ["walk", "line", "links", "names"])
    def test_no_node(self, name: str) -> None:
        """Something without an address."""
        with pytest.raises(AttributeError, match="mem_id"):
            getattr(walks.native, name)(*(("page", None) if name == "walk" else ("page",)))

    def test_arguments_of_flatten(self) -> None:
        """Marks and skips of another kind."""
        body = LexborHTMLParser("<p>").body
        with pytest.raises(TypeError, match="set of numbers"):
            walks.native.flatten(body, [], {}, None)
        with pytest.raises(TypeError, match="signs or None"):
            walks.native.walk(body, SIGNS)
        with pytest.raises(TypeError, match="integer"):
            walks.native.flatten(body, {"p"}, {}, None)

    def test_words(self) -> None:
        """Only the words of a node can be read."""
        for address, number in ((0, 0), (1, 17), (1, -1)):
            with pytest.raises(ValueError, match="words"):
                walks.native.word(address, number)


def memory(page: str) -> int:
    """
    Return how much the walk over a page takes, in bytes, at most.
    """
    body = LexborHTMLParser(page).body
    tracemalloc.start()
    walks.native.walk(body, None)
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return taken


@needs_extension
@pytest.mark.parametrize("parts", [("<a>字</a>", "<img>"), ("<a>字</a><img>",)])
def test_pictures_among_links(parts: tuple[str, ...]) -> None:
    """A page twice as long takes twice the memory, however many pictures stand in a line of links."""
    assert memory("".join(part * 4000 for part in parts)) < 3 * memory("".join(part * 2000 for part in parts))


LISTS = (
    "<ul>", "<ul>", "<ol>", "</ul>", "</ol>", "<li>", "<div>", "</div>", "<b>", "<svg>", "</svg>", "<script>。</script>", "<br>", "字。", "。", "。。", "字", " ",
    "长" * 80, "长" * 151, " \u200b", "<!-- 。 -->",
)  # fmt: skip


def passed(top: Any) -> Iterator[str]:
    """Yield the lists that are passed over, every list read by itself."""
    node = top.child
    while node is not None:
        code = lining.CODES.get(node.tag, lining.INLINE)
        text = flattening.fold(node.text()) if node.tag in ("ul", "ol") else ""
        if len(text) > 150 and text.count("。") < 2:
            yield text
        elif code >= lining.INLINE:
            yield from passed(node)
        node = node.next


class TestLists:
    """
    Lists that are passed over, and lists in lists.
    """

    @given(st.lists(st.sampled_from(LISTS), max_size=40).map("".join))
    def test_any(self, text: str) -> None:
        """What is known of the lists around one says the same of it as its own text."""
        body = LexborHTMLParser(text).body
        expected = list(passed(body))
        for sheet in (walks.walk(body), lining.walk(body)):
            assert [line.text for line in sheet.lines if line.kind == "list"] == expected

    @pytest.mark.parametrize("walk", [walks.walk, lining.walk], ids=["walks", "lines"])
    def test_full_stops_behind_all(self, walk: Any) -> None:
        """What stands in thousands of lists is not read for each of them."""
        body = LexborHTMLParser("<body>" + "<ul>" * 9000 + "字<br>" * 300_000 + "。。").body
        assert len(walk(body).lines) == 300_001

    @pytest.mark.parametrize(
        "inside",
        ["字" * 200 + "。。", "。" + "<dl>" * 300 + "字" * 99 + "</dl>" * 300 + "。", "<dd>字。" * 300, "字", "字" + "<dl>。" * 300, "。" + "<dl>" * 300 + "字。"],
    )
    def test_texts_read(self, inside: str) -> None:
        """No text is read for each of the lists that it is in."""
        tree = LexborHTMLParser("<body>" + "<dl>" * 300 + inside)
        read: list[int] = []

        class Counted:
            """A node that tells when its text is read."""

            def __init__(self, node: Any) -> None:
                self.node = node

            def __getattr__(self, name: str) -> Any:
                return getattr(self.node, name)

            @property
            def child(self) -> Any:
                return self.node.child and Counted(self.node.child)

            @property
            def next(self) -> Any:
                return self.node.next and Counted(self.node.next)

            @property
            def text_content(self) -> str:
                read.append(1)
                return str(self.node.text_content)

            def text(self) -> str:
                read.extend([1] * sum(node.tag == "-text" for node in self.node.traverse(include_text=True)))
                return str(self.node.text())

        lining.walk(Counted(tree.body))
        texts = sum(node.tag == "-text" for node in tree.body.traverse(include_text=True))
        assert len(read) <= 5 * texts


@needs_extension
def test_another_tree_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the words of a node are others than selectolax says, the walks run in Python."""

    class Other:
        @staticmethod
        def word(address: int, number: int) -> int:
            return int(walks.native.word(address, number)) + (number == 5)

    assert walks._fits(walks.native)
    assert not walks._fits(Other)  # type: ignore[arg-type]


@needs_extension
def test_threads() -> None:
    """Many threads walk pages of their own at once."""
    page = next(page for page in fixtures() if len(page.data) > 4000)
    text = decode(page.data)[0]
    expected = [bare(line)[:4] for line in walks.walk(LexborHTMLParser(text).body).lines]
    found: list[bool] = []

    def run() -> None:
        for _ in range(30):
            found.append([bare(line)[:4] for line in walks.walk(LexborHTMLParser(text).body).lines] == expected)

    threads = [Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 240


def test_switched_off() -> None:
    """NEWSPARSE_NO_EXTENSIONS leaves the walks to Python, and the articles are the same."""
    script = (
        "import sys; from pathlib import Path; from newsparse.document import walks; from newsparse.extract import Options, extract; "
        "print(walks.native is None); "
        "print(extract(Path(sys.argv[1]).read_bytes(), url=None, charset=None, options=Options(adapters=False)))"
    )
    page = next(Path(__file__).parent.parent.glob("fixtures/hangzhou/2013-money/page.html"))
    said = []
    for off in ("", "1"):
        environment = os.environ | {"NEWSPARSE_NO_EXTENSIONS": off}
        run = subprocess.run([sys.executable, "-c", script, str(page)], capture_output=True, text=True, env=environment, check=True)
        said.append(run.stdout.split("\n", 1))
    assert said[1][0] == "True"
    assert said[0][1] == said[1][1] != ""
