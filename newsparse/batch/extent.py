"""
How much there is to do: counted beside the run, only where somebody watches.
"""

from __future__ import annotations

import glob
import os
import threading
from collections.abc import Callable, Sequence


def count(paths: Sequence[str], tell: Callable[[int], None]) -> threading.Thread | None:
    """
    Sum the sizes of files and folders in a thread, and tell the sum; return the thread.

    None, and nothing is told, where a pipe is among them.
    """
    if "-" in paths:
        return None
    thread = threading.Thread(target=lambda: tell(sum(map(_size, paths))), daemon=True)
    thread.start()
    return thread


def _size(path: str) -> int:
    if os.path.isdir(path):
        return sum(_file(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)
    if os.path.exists(path):
        return _file(path)
    return sum(_file(found) for found in glob.glob(path, recursive=True))


def _file(path: str) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
