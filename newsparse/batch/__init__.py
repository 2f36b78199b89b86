"""
Many pages: readers, workers, writers, and runs that can be resumed. No parsing of its own.

``run`` is the whole of it: a ``Batch`` says what to read and where to write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsparse.batch.execute import Batch, run
    from newsparse.batch.inputs import Inputs
    from newsparse.batch.job import Job
    from newsparse.batch.page import Page
    from newsparse.batch.selection import Selection
    from newsparse.batch.summary import Summary

__all__ = ["Batch", "Inputs", "Job", "Page", "Selection", "Summary", "run"]

_HOME = {
    "Batch": "execute",
    "Inputs": "inputs",
    "Job": "job",
    "Page": "page",
    "Selection": "selection",
    "Summary": "summary",
    "run": "execute",
}


def __getattr__(name: str) -> Any:
    # Loaded when first used: a reader of one module does not pay for the others.
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
