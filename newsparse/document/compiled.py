"""
The extension ``_scan``, which looks at a page's bytes; None where that is done in Python.

Optional as the walks' ``_native`` is, and switched off by the same ``NEWSPARSE_NO_EXTENSIONS``.
"""

from __future__ import annotations

import os
from typing import Any


def _load() -> Any:
    if os.environ.get("NEWSPARSE_NO_EXTENSIONS"):
        return None
    try:
        from newsparse.document import _scan
    except ImportError:
        return None
    return _scan


scan = _load()
