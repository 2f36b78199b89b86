"""
Pages that survive only as rendered text: a line a block, as a browser copies them.

    lines ─ kinds ─▶ regions ─ headings, credits, crossheads, fields ─▶ Article

Where markup is lost, what a line is must be told from its words (``kinds``) and from where it
stands (``regions``).  Values are read by the same readers as those of pages with markup.
"""

from __future__ import annotations

from newsparse.textpage.read import read

__all__ = ["read"]
