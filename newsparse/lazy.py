"""
Regular expressions that are compiled when they are first used.

A page needs a tenth of the patterns that this package knows, and compiling all of
them takes longer than parsing a thousand pages.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer")


class _Lazy:
    """
    Stands for a pattern; becomes as quick as one with its first use, because the methods are then its own attributes.
    """

    def __init__(self, pattern: Any, flags: int) -> None:
        self._source = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(*self._source)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(pattern: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
    """
    Return a stand-in for ``re.compile(pattern, flags)``.

    A pattern that cannot be compiled raises ``re.error`` at its first use, so every module's
    patterns are used by a test.
    """
    return cast("re.Pattern[AnyStr]", _Lazy(pattern, int(flags)))
