"""What writes an article as a line of JSON, compiled; what it writes is described in line.py."""

from typing import Any

def line(value: object, kinds: dict[type, tuple[tuple[bytes, str, Any], ...]], first: dict[str, Any]) -> bytes | None: ...
