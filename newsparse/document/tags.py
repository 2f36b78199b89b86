"""
The numbers that Lexbor gives to tags, learnt from the version that is installed.
"""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser


def tag_numbers(names: Iterable[str]) -> dict[int, str]:
    """
    Return the tags by their numbers; ``-text`` and ``-comment`` stand for what is no element.
    """
    tree = LexborHTMLParser("<body>text<!-- -->")
    text = tree.body.child  # type: ignore[union-attr]
    others = {"-text": text, "-comment": text.next}  # type: ignore[union-attr]
    return {(others.get(name) or tree.create_node(name)).tag_id: name for name in names}
