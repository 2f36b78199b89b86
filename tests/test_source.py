"""
``newsparse.document.source``: what heads declare, and what it costs to look for it.
"""

from __future__ import annotations

import time

import pytest

from newsparse.document.source import Source, address

#: What would be looked through once more at each of its starts.
UNITS = ("<canonical", "<link canonical ", "<base", "<!-- ", "<script ", "<!--enpproperty ", '<script type="application/ld+json">', "<meta a", "<title", "<title>", "<!-- <base href=x> -->")


class TestAddress:
    """The address of a tag, found by its word."""

    def test_declared(self) -> None:
        """A tag that names itself gives its address, one that only holds the word does not."""
        head = b'<meta content="canonical"><link rel="canonical" href="http://a.example.cn/1.html">'
        assert address(head, b"canonical", b"href") == "http://a.example.cn/1.html"

    @pytest.mark.parametrize(
        ("head", "expected"),
        [
            (b'<!-- <link rel="canonical" href="/1"> --><link rel="canonical" href="/2">', "/2"),
            (b'<!-- <link rel="canonical" href="/1">', None),
            (b'<!-- <a --> rel="canonical" href="/1"><link rel="canonical" href="/2">', "/2"),
        ],
    )
    def test_in_a_comment(self, head: bytes, expected: str | None) -> None:
        """What stands in a comment declares nothing, wherever the comment ends."""
        assert address(head, b"canonical", b"href") == expected


class TestHead:
    """The head, its comments left out."""

    @pytest.mark.parametrize(
        ("head", "title"),
        [
            ("<title>\n 甲 &amp;\t乙 </title>", "甲 & 乙"),
            ("<!-- <title>甲</title> --><TITLE lang=zh>乙</Title>", "乙"),
            ("<title>甲<!-- 乙 --></title>", "甲"),
            ("<!-- <title>甲</title>", "甲"),
            ("<title> </title><title>甲</title>", None),
            ("<title>甲", None),
            ("", None),
        ],
    )
    def test_title(self, head: str, title: str | None) -> None:
        """The first title outside of comments, as text and as bytes; a comment that is not closed stays."""
        assert Source(lambda: head, lambda: head).title == title
        assert Source(lambda: head, lambda: head.encode()).title == title

    def test_metas(self) -> None:
        """Comments are left out, even inside a tag."""
        head = '<!-- <meta name=a content=b> --><meta <!-- x -->name="C" content=" d ">'
        assert Source(lambda: head, lambda: head).metas == {"c": "d"}


@pytest.mark.parametrize("unit", UNITS)
def test_linear(unit: str) -> None:
    """No head of 150 kB takes long, whatever is opened in it again and again and never closed."""
    text = unit * (150_000 // len(unit))
    source = Source(lambda: text, lambda: text)
    start = time.process_time()
    for word, attribute in ((b"canonical", b"href"), (b"og:url", b"content"), (b"<base", b"href")):
        assert address(text.encode(), word, attribute) is None
    assert source.comment("title") is None
    assert source.meta("title") is None
    assert source.title is None
    assert source.jsonld("headline") == ()
    assert time.process_time() - start < 3
