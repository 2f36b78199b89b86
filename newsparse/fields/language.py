"""
Simplified or traditional: a text in, a BCP 47 tag out, from characters that only one of the scripts uses.
"""

from __future__ import annotations

from newsparse import lazy
from newsparse.vocabulary.scripts import SIMPLIFIED_ONLY, TRADITIONAL_ONLY

_SIMPLIFIED = lazy.compile(f"[{''.join(sorted(SIMPLIFIED_ONLY))}]")
_TRADITIONAL = lazy.compile(f"[{''.join(sorted(TRADITIONAL_ONLY))}]")


def read_language(text: str) -> str | None:
    """
    Return ``zh-Hans`` or ``zh-Hant``, None where the text has no character that tells.
    """
    # Most texts have characters of one script alone: a search to the end, and one that ends with the first of them.
    if _TRADITIONAL.search(text) is None:
        return "zh-Hans" if _SIMPLIFIED.search(text) is not None else None
    simplified, traditional = set(_SIMPLIFIED.findall(text)), set(_TRADITIONAL.findall(text))
    return "zh-Hans" if len(simplified) >= len(traditional) else "zh-Hant"
