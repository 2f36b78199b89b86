"""
The extensions in C: optional, for it takes a compiler to build them, and switched off by ``NEWSPARSE_NO_EXTENSIONS``.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any


def extension(name: str) -> Any:
    """
    Return a compiled module, by its whole name or that in this package; None where it is not built or not wanted.
    """
    if os.environ.get("NEWSPARSE_NO_EXTENSIONS"):
        return None
    try:
        return import_module(name if "." in name else f"newsparse.document.{name}")
    except ModuleNotFoundError:
        return None


#: What looks at a page's bytes; None where that is done in Python.
scan = extension("_scan")

#: Where a word stands in bytes, from a place on; as ``bytes.find``, several times as fast where it is compiled.
find = bytes.find if scan is None else scan.find
