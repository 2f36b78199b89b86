"""
``newsparse.document.source``: what heads declare, and what it costs to look for it.
"""

from __future__ import annotations

import time

import pytest

from newsparse.document.source import Source, address

#: What would be looked through once more at each of its starts.
UNITS = ("<canonical", "<link canonical ", "<base", "<!-- ", "<script ", "<!--enpproperty ", "<meta a")


class TestAddress:
    """The address of a tag, found by its word."""

    def test_declared(self) -> None:
        """A tag that names itself gives its address, one that only holds the word does not."""
        head = b'<meta content="canonical"><link rel="canonical" href="http://a.example.cn/1.html">'
        assert address(head, b"canonical", "href") == "http://a.example.cn/1.html"

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
        assert address(head, b"canonical", "href") == expected


class TestHead:
    """The head without its comments."""

    def test_comments(self) -> None:
        """Whole comments are left out; one that is not closed stays."""
        head = "<a><!-- b --><c><!-- d"
        assert Source(lambda: head, lambda: head).head == "<a><c><!-- d"


@pytest.mark.parametrize("unit", UNITS)
def test_linear(unit: str) -> None:
    """No head of 150 kB takes long, whatever is opened in it again and again and never closed."""
    text = unit * (150_000 // len(unit))
    source = Source(lambda: text, lambda: text)
    start = time.process_time()
    for word, attribute in ((b"canonical", "href"), (b"og:url", "content"), (b"<base", "href")):
        assert address(text.encode(), word, attribute) is None
    assert source.comment("title") is None
    assert source.meta("title") is None
    assert source.jsonld("headline") == ()
    assert time.process_time() - start < 3
