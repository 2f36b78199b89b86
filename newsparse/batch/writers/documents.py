"""
One Markdown or text file a page, in a folder that repeats the names of the pages.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from newsparse.batch.work import PARSED, Outcome

#: What file systems do not take in a name.
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]')


class Documents:
    """
    A folder of documents.
    """

    def __init__(self, folder: Path, suffix: str) -> None:
        self._folder, self._suffix = folder, suffix
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, outcome: Outcome) -> None:
        for row in outcome.rows:
            if row.outcome == PARSED:
                path = self._folder / place(row.file, self._suffix)
                path.parent.mkdir(parents=True, exist_ok=True)
                new = path.with_name(path.name + ".part")
                new.write_bytes(row.payload)
                os.replace(new, path)

    def flush(self) -> dict[str, int]:
        return {}

    def complete(self) -> None:
        pass

    def close(self) -> None:
        pass


def place(file: str, suffix: str) -> str:
    """
    Return where a page's document goes below the folder, never outside of it: ``a.warc.gz#12`` → ``a.warc.gz/12.md``.
    """
    steps = [_FORBIDDEN.sub("_", step) for step in file.replace("#", "/").split("/")]
    inside = [_shortened(step) for step in steps if step not in ("", ".", "..")]
    return "/".join(inside or ["page"]) + suffix


def _shortened(step: str) -> str:
    """File systems take 255 bytes; what is cut off is replaced by a digest of the whole."""
    name = step.encode("utf-8", "surrogateescape")
    if len(name) <= 200:
        return step
    return f"{name[:180].decode('utf-8', 'ignore')}-{hashlib.sha1(name).hexdigest()[:12]}"
