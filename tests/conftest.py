"""
What all tests share: hypothesis profiles, and the folder of saved pages.

``NEWSPARSE_HYPOTHESIS=deep`` runs the property tests at length.  Tests marked
``corpus`` need real pages (``NEWSPARSE_CORPUS``, else ``../shared/corpus``): they
are skipped without them, except where ``CI=true`` promises that they are there.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(os.environ.get("NEWSPARSE_CORPUS") or ROOT.parent / "shared" / "corpus")
IN_CI = os.environ.get("CI", "").lower() in ("true", "1")

# Two workers on a busy machine are slow without being wrong.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("quick", max_examples=40, **_PATIENT)
settings.register_profile("deep", max_examples=2000, **_PATIENT)
settings.register_profile("ci", max_examples=100, derandomize=True, print_blob=True, **_PATIENT)
settings.load_profile(os.environ.get("NEWSPARSE_HYPOTHESIS") or ("ci" if IN_CI else "quick"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """
    Skip tests of real pages where there are none; fail where there must be.
    """
    if item.get_closest_marker("corpus") is None or (CORPUS / "manifest.jsonl").is_file():
        return
    reason = f"no saved pages: {CORPUS / 'manifest.jsonl'} is missing (set NEWSPARSE_CORPUS)"
    if IN_CI:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """
    The folder with ``manifest.jsonl`` and ``pages/``; for tests marked ``corpus``.
    """
    return CORPUS
