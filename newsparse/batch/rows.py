"""
Rows of JSON: bytes in, values out, and back, by orjson where it is installed.
"""

from __future__ import annotations

import json
from typing import Any

try:
    import orjson
except ModuleNotFoundError:  # the extra [fast] is not installed
    orjson = None  # type: ignore[assignment]


def loads(line: bytes) -> Any:
    """
    Return the value of one line.

    Raises:
        ValueError: the line is no JSON.
    """
    if orjson is not None:
        try:
            return orjson.loads(line)
        except orjson.JSONDecodeError:
            pass  # json takes more: lone surrogates, NaN
    return json.loads(line.decode("utf-8", "surrogatepass"))


def dumps(value: Any) -> bytes:
    """
    Return the value as one line of UTF-8, without a line end.
    """
    if orjson is not None:
        try:
            return orjson.dumps(value)
        except TypeError:  # a lone surrogate, as in the name of a file that is no UTF-8
            pass
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
