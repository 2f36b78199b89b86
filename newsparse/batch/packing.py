"""
Lines as they stand in the output file: finished lines in, one piece of the file out.

A compressed piece is a gzip member or zstd frame of its own; files may hold any number
of them one after the other, so pieces are compressed where the lines are made, and a run
can be resumed after any of them.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable


def pack(lines: Iterable[bytes], compression: str | None) -> bytes:
    """
    Return the lines joined and compressed; nothing for no lines.

    Args:
        lines: each with its line end.
        compression: ``gz``, ``zst`` or None.
    """
    joined = b"".join(lines)
    if not joined or compression is None:
        return joined
    if compression == "gz":
        return gzip.compress(joined, 6, mtime=0)
    import zstandard

    return zstandard.ZstdCompressor(level=3).compress(joined)
