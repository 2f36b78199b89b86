"""
How a run is getting on, told while it runs: a line on a terminal, or a line of JSON now and then.
"""

from __future__ import annotations

import time
from typing import Literal, TextIO, TypeAlias

from newsparse.batch.rows import dumps
from newsparse.batch.summary import Summary

#: ``line`` on a terminal, ``json`` a line a second, ``none``.
Style: TypeAlias = Literal["line", "json", "none"]

_INTERVAL = {"line": 0.2, "json": 1.0, "none": float("inf")}


class Progress:
    """
    Writes the state of a run, at most so often.
    """

    def __init__(self, style: Style, stream: TextIO) -> None:
        self._style, self._stream = style, stream
        self._next = 0.0
        self._first: tuple[float, int, int] | None = None
        self._shown = False
        self._total: int | None = None

    def expect(self, total: int) -> None:
        """
        Tell how many bytes of input there are in all.
        """
        self._total = total

    def update(self, summary: Summary) -> None:
        """
        Tell how far the run is, if it is time to.
        """
        now = time.monotonic()
        if now < self._next:
            return
        self._next = now + _INTERVAL[self._style]
        if self._first is None:
            self._first = now, summary.bytes, summary.pages
        self._tell(summary, now)

    def close(self, summary: Summary) -> None:
        """
        Tell the end.
        """
        if self._style == "json":
            self._tell(summary, time.monotonic(), end=True)
        elif self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _tell(self, summary: Summary, now: float, *, end: bool = False) -> None:
        if self._style == "none":
            return
        rate, left = self._speed(summary, now)
        failed = summary.failed.total()
        if self._style == "json":
            line = {
                "pages": summary.pages,
                "parsed": summary.parsed,
                "failed": failed,
                "left_out": summary.left_out.total(),
                "duplicates": summary.duplicates,
                "bytes": summary.bytes,
                "total_bytes": self._total,
                "seconds": round(summary.elapsed, 1),
                "pages_a_second": round(rate, 1),
                "seconds_left": 0 if end else None if left is None else round(left),
                "finished": end,
            }
            self._stream.write(dumps(line).decode() + "\n")
        else:
            share = f"  {min(100, 100 * summary.bytes // self._total)} %" if self._total else ""
            ending = "" if left is None else f"  {int(left) // 60}:{int(left) % 60:02} left"
            failures = f"  {failed:,} failed" if failed else ""
            self._stream.write(f"\r\x1b[K{summary.pages:,} pages  {rate:,.0f} a second{failures}{share}{ending}")
            self._shown = True
        self._stream.flush()

    def _speed(self, summary: Summary, now: float) -> tuple[float, float | None]:
        """Return pages a second and the seconds left; what an earlier attempt did does not count."""
        assert self._first is not None or self._style == "json"
        began, done_before, pages_before = self._first or (now, 0, 0)
        passed = max(now - began, 1e-6)
        rate = (summary.pages - pages_before) / passed
        speed = (summary.bytes - done_before) / passed
        left = (self._total - summary.bytes) / speed if self._total and speed > 0 else None
        return rate, None if left is None else max(0.0, left)
