"""
Simplified or traditional: a text in, a BCP 47 tag out, from characters that only one of the scripts uses.
"""

from __future__ import annotations

from newsparse.vocabulary.scripts import SIMPLIFIED_ONLY, TRADITIONAL_ONLY


def read_language(text: str) -> str | None:
    """
    Return ``zh-Hans`` or ``zh-Hant``, None where the text has no character that tells.
    """
    characters = set(text)
    simplified = len(characters & SIMPLIFIED_ONLY)
    traditional = len(characters & TRADITIONAL_ONLY)
    if simplified == traditional == 0:
        return None
    return "zh-Hans" if simplified >= traditional else "zh-Hant"
