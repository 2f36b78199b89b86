"""
What is declared: sites, layouts and the rule of every field, as rows and as the page docs/sites.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from newsparse import adapters, families
from newsparse.rules import ABSENT, FIELD_DOCS, RULE_FIELDS, Computed, Layout, Site


@frozen
class Row:
    """
    One layout of one site.
    """

    slug: str
    name: str
    layout: str
    hosts: tuple[str, ...]
    window: bool
    """Whether only slices of its pages are parsed."""
    fields: dict[str, str]
    """Per field its rules in words, ``—`` where the site never prints it; fields that are not mentioned are missing."""
    partial: bool = False
    """Whether what is not mentioned, or not there, is asked of the generic reader."""


def rows(sites: Iterable[Site] | None = None) -> Iterator[Row]:
    """
    Yield a row for every layout of the given sites, by default all adapters, then all families.
    """
    for site in sites if sites is not None else (*adapters.sites(), *families.sites()):
        for layout in site.layouts:
            fields, partial = dict(_fields(layout)), layout.partial or not site.hosts
            yield Row(site.slug, site.name, layout.name, site.hosts, bool(layout.window), fields, partial)


def _fields(layout: Layout) -> Iterator[tuple[str, str]]:
    for name in RULE_FIELDS:
        rules = getattr(layout, name)
        if rules:
            yield name, "—" if ABSENT in rules else " → ".join(map(str, rules))


def computed_share(sites: Iterable[Site] | None = None) -> float:
    """
    Return the share of rules that are functions: the escape hatch must stay the exception.
    """
    chosen = sites if sites is not None else (*adapters.sites(), *families.sites())
    rules = [
        rule for site in chosen for layout in site.layouts for name in RULE_FIELDS for rule in getattr(layout, name)
    ]
    return sum(isinstance(rule, Computed) for rule in rules) / max(1, len(rules))


def markdown() -> str:
    """
    Return docs/sites.md: an overview of which field each layout declares, then every rule.
    """
    found = list(rows())
    return "\n".join((*_overview(found), "", *_details(found))) + "\n"


def _overview(found: list[Row]) -> Iterator[str]:
    yield "# Sites"
    yield ""
    yield "Generated from the adapters by `make pages`; do not edit."
    yield ""
    sites = len({row.slug for row in found})
    yield f"{sites} sites and families, {len(found)} layouts, {computed_share():.1%} of the rules are functions."
    yield ""
    yield "✓ declared, — never printed there, blank: not declared; names, source and dateline may still come from the story's own lines."
    yield "W: only slices of the page are parsed. P: a part of the template is declared, the generic reader gives the rest."
    yield ""
    yield "| site | layout | W | " + " | ".join(RULE_FIELDS) + " |"
    yield "|---" * (3 + len(RULE_FIELDS)) + "|"
    for row in found:
        marks = ("—" if row.fields.get(name) == "—" else "✓" if name in row.fields else "" for name in RULE_FIELDS)
        yield f"| {row.slug} {row.name} | {row.layout} | {'W' if row.window else 'P' if row.partial else ''} | " + " | ".join(marks) + " |"


def _details(found: list[Row]) -> Iterator[str]:
    site = None
    for row in found:
        if row.slug != site:
            site = row.slug
            yield f"## {row.name} ({row.slug})"
            yield ""
            yield f"Hosts: {', '.join(row.hosts)}" if row.hosts else "By structure, on any host."
            yield ""
        yield f"### {row.slug} / {row.layout}"
        yield ""
        for name, rule in row.fields.items():
            yield f"- {name} ({FIELD_DOCS[name]}): {rule if rule == '—' else '`' + rule + '`'}"
        yield ""
