"""
Options that commands share: what the caller typed in, values out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import click


def names(text: str | None) -> tuple[str, ...] | None:
    """
    Return the names of a comma list, None where there is no list.
    """
    if text is None:
        return None
    return tuple(name for name in (part.strip() for part in text.split(",")) if name)


def moment(text: str | None, read: Callable[[str], datetime] | None = None) -> datetime | None:
    """
    Return the moment that a date names, by default its first; None where there is no date.

    Raises:
        click.UsageError: the text is no date.
    """
    if text is None:
        return None
    from newsparse.batch.selection import beginning

    try:
        return (read or beginning)(text)
    except ValueError as error:
        message = f"{text!r} is no date: write 2024-05-20, 2024-05, 2024 or 2024-05-20T08:00"
        raise click.UsageError(message, click.get_current_context(silent=True)) from error
