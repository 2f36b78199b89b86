"""
Options that commands share: what the caller typed in, values out.
"""

from __future__ import annotations


def names(text: str | None) -> tuple[str, ...] | None:
    """
    Return the names of a comma list, None where there is no list.
    """
    if text is None:
        return None
    return tuple(name for name in (part.strip() for part in text.split(",")) if name)
