"""
The pages that are measured: the fixtures of this repository, and the saved pages where they are at hand.
"""

from __future__ import annotations

import os
from pathlib import Path

from newsparse.reports.bench_pages import load
from newsparse.reports.contenders import BenchPage

ROOT = Path(__file__).resolve().parent.parent
FIXTURES = ROOT / "fixtures"


def corpus() -> Path | None:
    """
    Return the folder of saved pages (``NEWSPARSE_CORPUS``, else beside the checkout), None where there is none.
    """
    folder = Path(os.environ.get("NEWSPARSE_CORPUS", ROOT.parent / "shared" / "corpus"))
    return folder if (folder / "pages").is_dir() else None


def saved(limit: int | None = None) -> list[BenchPage]:
    """
    Return the saved pages, the fixtures where there are none.
    """
    folder = corpus()
    if folder is None:
        return load([FIXTURES], None, limit)
    return load([folder / "pages"], folder / "manifest.jsonl", limit)
