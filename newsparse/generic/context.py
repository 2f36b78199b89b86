"""
What the evaluator tells a heuristic besides the page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol


class Context(Protocol):
    """
    The reading so far.
    """

    @property
    def values(self) -> Mapping[str, Any]:
        """Fields already read."""

    @property
    def reference(self) -> datetime | None:
        """When the page was fetched; None when the caller does not say."""

    @property
    def absolute(self) -> Callable[[str], str | None]:
        """Makes an address absolute."""
