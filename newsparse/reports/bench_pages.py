"""
Pages on disk in, pages to be timed out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsparse.decode import decode
from newsparse.reports.contenders import BenchPage

_ENDINGS = (".html", ".htm", ".shtml", ".xhtml")


def load(paths: Iterable[Path], manifest: Path | None = None, limit: int | None = None) -> list[BenchPage]:
    """
    Return the pages of files and folders, in order.

    Args:
        paths: files, or folders that are searched for pages.
        manifest: JSON lines with ``file`` (below the folder) and ``url``.
        limit: at most so many pages, spread evenly over all; None: all.
    """
    urls = _urls(manifest) if manifest else {}
    found = list(_files(paths))
    if limit is not None and len(found) > limit:
        found = [found[index * len(found) // limit] for index in range(limit)]
    pages = []
    for name, path in found:
        data = path.read_bytes()
        pages.append(BenchPage(name, data, decode(data)[0], urls.get(name) or _beside(path)))
    return pages


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for path in paths:
        if path.is_dir():
            for page in sorted(page for page in path.rglob("*") if page.suffix.lower() in _ENDINGS):
                yield page.relative_to(path).as_posix(), page
        else:
            yield path.name, path


def _urls(manifest: Path) -> dict[str, str]:
    rows = (json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines() if line.strip())
    return {row["file"]: row["url"] for row in rows if row.get("url")}


def _beside(path: Path) -> str | None:
    """Return the url that a fixture's response.json names."""
    response = path.parent / "response.json"
    if not response.exists():
        return None
    url: str | None = json.loads(response.read_text(encoding="utf-8")).get("url")
    return url
