"""
What became of a run: rows in, numbers and a few lines of text out.
"""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import define, field

from newsparse.batch.work import DUPLICATE, FAILED, LEFT_OUT, PARSED, Outcome, Row

#: Names of failed inputs that are shown.
_SHOWN = 5
#: Sites that are shown; the rest is one line.
_SITES = 20


@define
class Summary:
    """
    The counts of a run, by site, layout and outcome.
    """

    parsed: int = 0
    duplicates: int = 0
    failed: Counter[str] = field(factory=Counter)
    """Pages that gave no article, by reason."""
    left_out: Counter[str] = field(factory=Counter)
    """Articles that the selection did not want, by reason."""
    skipped: Counter[str] = field(factory=Counter)
    """What was no page: files and records, by reason."""
    warnings: Counter[str] = field(factory=Counter)
    sites: defaultdict[str, Counter[str]] = field(factory=lambda: defaultdict(Counter))
    """Articles written, by site and layout."""
    unreadable: list[str] = field(factory=list)
    """The first inputs that could not be read."""
    bytes: int = 0
    """Of input."""
    seconds: float = 0.0
    """Of earlier attempts, where the run was resumed."""
    workers: int = 1
    started: float = field(factory=time.monotonic, eq=False)

    @property
    def pages(self) -> int:
        """Pages seen."""
        return self.parsed + self.duplicates + self.failed.total() + self.left_out.total()

    @property
    def elapsed(self) -> float:
        """Seconds at work."""
        return self.seconds + time.monotonic() - self.started

    @property
    def nothing_readable(self) -> bool:
        """Whether not one page could so much as be read."""
        return self.pages == self.failed["unreadable"]

    def add(self, rows: Iterable[Row], size: int = 0) -> None:
        """Count pages."""
        self.bytes += size
        for row in rows:
            if row.outcome == PARSED:
                self.parsed += 1
                self.sites[row.site or "?"][row.layout or "?"] += 1
            elif row.outcome == FAILED:
                self.failed[row.reason or "?"] += 1
                if row.reason == "unreadable" and len(self.unreadable) < _SHOWN:
                    self.unreadable.append(_words(row))
            elif row.outcome == DUPLICATE:
                self.duplicates += 1
            elif row.outcome == LEFT_OUT:
                self.left_out[row.reason or "?"] += 1

    def count(self, outcome: Outcome) -> None:
        """Count what became of one task."""
        self.add(outcome.rows, outcome.size)
        self.skipped.update(outcome.skipped)
        self.warnings.update(outcome.warnings)

    def merge(self, data: Mapping[str, Any]) -> None:
        """Add the counts that ``to_dict`` gave of another part of the run."""
        other = Summary.from_dict(data)
        self.parsed += other.parsed
        self.duplicates += other.duplicates
        self.bytes += other.bytes
        for name in ("failed", "left_out", "skipped", "warnings"):
            getattr(self, name).update(getattr(other, name))
        for site, layouts in other.sites.items():
            self.sites[site].update(layouts)
        self.unreadable = [*self.unreadable, *other.unreadable][:_SHOWN]

    def to_dict(self) -> dict[str, Any]:
        """Return the counts as plain values."""
        return {
            "pages": self.pages,
            "parsed": self.parsed,
            "duplicates": self.duplicates,
            "failed": dict(self.failed),
            "left_out": dict(self.left_out),
            "skipped": dict(self.skipped),
            "warnings": dict(self.warnings),
            "sites": {site: dict(layouts) for site, layouts in self.sites.items()},
            "unreadable": self.unreadable,
            "bytes": self.bytes,
            "seconds": round(self.elapsed, 3),
            "workers": self.workers,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Summary:
        """Return the counts that ``to_dict`` gave, going on from there."""
        sites: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for site, layouts in data["sites"].items():
            sites[site] = Counter(layouts)
        return cls(
            parsed=data["parsed"],
            duplicates=data["duplicates"],
            failed=Counter(data["failed"]),
            left_out=Counter(data["left_out"]),
            skipped=Counter(data["skipped"]),
            warnings=Counter(data["warnings"]),
            sites=sites,
            unreadable=list(data["unreadable"]),
            bytes=data["bytes"],
            seconds=data["seconds"],
            workers=data["workers"],
        )

    def text(self) -> str:
        """Return the summary for people, some lines."""
        elapsed = self.elapsed
        rate = self.pages / elapsed if elapsed else 0.0
        parts = [f"{self.parsed:,} parsed", f"{self.failed.total():,} failed"]
        parts += [f"{self.left_out.total():,} left out"] if self.left_out else []
        parts += [f"{self.duplicates:,} duplicates"] if self.duplicates else []
        workers = "1 worker" if self.workers == 1 else f"{self.workers} workers"
        lines = [f"{self.pages:,} pages in {elapsed:.1f} s ({rate:,.0f} a second, {workers}): {', '.join(parts)}"]
        for label, counts in (("failed", self.failed), ("left out", self.left_out), ("skipped", self.skipped)):
            if counts:
                lines.append(f"  {label:9} {_counts(counts)}")
        lines += [f"  {'warning':9} {text}: {count:,}" for text, count in self.warnings.most_common(_SHOWN)]
        lines += [f"  {'unread':9} {words}" for words in self.unreadable]
        return "\n".join([*lines, *self._by_site()])

    def _by_site(self) -> list[str]:
        ranked = sorted(self.sites.items(), key=lambda entry: (-entry[1].total(), entry[0]))
        lines = [f"  {site:20} {layouts.total():>9,}  {_counts(layouts)}" for site, layouts in ranked[:_SITES]]
        if len(ranked) > _SITES:
            rest = sum(layouts.total() for _, layouts in ranked[_SITES:])
            lines.append(f"  {len(ranked) - _SITES} more sites{'':9} {rest:>9,}")
        return lines


def _counts(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count:,}" for name, count in sorted(counts.items(), key=lambda x: (-x[1], x[0])))


def _words(row: Row) -> str:
    from newsparse.batch.rows import loads

    return f"{row.file}: {loads(row.payload)['error']['message']}" if row.payload else row.file
