"""
What ``newsparse sites`` prints: rows of declared layouts in, lines out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

import attrs

from newsparse.reports.sites import Row


def lines(rows: Iterable[Row], *, rules: bool, as_json: bool) -> Iterator[str]:
    """
    Yield a line a layout; with ``rules`` a line for each of its fields too.
    """
    for row in rows:
        if as_json:
            yield json.dumps(attrs.asdict(row), ensure_ascii=False)
            continue
        never = [name for name, rule in row.fields.items() if rule == "—"]
        declared = [name for name in row.fields if name not in never]
        hosts = ", ".join(row.hosts) or "any host, by structure"
        yield f"{row.slug} / {row.layout}  {row.name}  ({hosts})"
        if rules:
            yield from (f"    {name:14} {rule}" for name, rule in row.fields.items())
        else:
            yield f"    {' '.join(declared)}" + (f"; never: {' '.join(never)}" if never else "")
