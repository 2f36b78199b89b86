"""
The pages of the documentation that are generated: what they are called, what they say, and writing them down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from newsparse.reports import fields, sites, vocabulary

#: File name → what it must hold.
GENERATED: Mapping[str, Callable[[], str]] = {
    "fields.md": fields.markdown,
    "sites.md": sites.markdown,
    "vocabulary.md": vocabulary.markdown,
}


def stale(folder: Path) -> list[str]:
    """
    Return the names of the pages that do not hold what they must.
    """
    return [name for name, write in GENERATED.items() if _read(folder / name) != write()]


def refresh(folder: Path) -> list[str]:
    """
    Write the pages that are stale, and return their names.
    """
    names = stale(folder)
    for name in names:
        (folder / name).write_text(GENERATED[name](), encoding="utf-8")
    return names


def _read(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.is_file() else None
