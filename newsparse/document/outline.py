"""
A whole page as the generic reader sees it: its lines, its metadata, no tree.
"""

from __future__ import annotations

from typing import Any

from attrs import frozen

from newsparse.blocks import Block
from newsparse.document.flatten import flatten
from newsparse.document.source import Source


@frozen
class Outline:
    """
    The page's lines in document order, and what it says outside its visible tree.
    """

    blocks: tuple[Block, ...]
    source: Source
    url: str | None


def outline(document: Any, source: Source, url: str | None) -> Outline:
    """
    Return the outline of a parsed page.
    """
    return Outline(tuple(flatten(document.body)), source, url)
