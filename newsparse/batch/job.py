"""
What a worker is told once: how to parse, what to keep, and in which form to hand it back.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field, frozen

from newsparse.batch.readers import Columns
from newsparse.batch.selection import Selection
from newsparse.extract import Options

#: ``json`` a line, ``arrow`` a row, ``markdown`` and ``text`` a document, ``article`` the value itself.
Form: TypeAlias = Literal["json", "arrow", "markdown", "text", "article"]

#: Seconds that one page may take, unless the caller says otherwise; a page takes less than a thousandth.
PAGE_SECONDS = 30.0


@frozen(kw_only=True)
class Job:
    """
    The same for every page of a run; picklable, because every worker process gets a copy.
    """

    form: Form = "json"
    fields: tuple[str, ...] | None = None
    """Names of the fields to write, None for all of them."""
    options: Options = field(factory=Options)
    """How to parse; its ``fields`` are set from those above."""
    adapter_files: tuple[str, ...] = ()
    """Python files that define a SITE each, loaded in every worker."""
    selection: Selection = field(factory=Selection)
    dedupe: Literal["url", "text"] | None = None
    only: frozenset[str] | None = None
    """Names of the only pages to parse, None for all of them."""
    columns: Columns = field(factory=Columns)
    compression: Literal["gz", "zst"] | None = None
    """Of the packed lines."""
    errors_apart: bool = False
    """True where failed pages are written beside the articles, not between them."""
    page_seconds: float = PAGE_SECONDS
    memory_mb: int | None = None
    """Address space of a worker process; a page that needs more fails with MemoryError."""
