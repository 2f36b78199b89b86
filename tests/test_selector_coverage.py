"""
Nothing is declared that no page backs: every alternative of every rule wins, or is proved empty, on some fixture.

And adapters stay what they are meant to be: short values, each of one site, that no other site's pages match.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import attrs
import pytest
from fixture_pages import FixturePage, folders, load

import newsparse
from newsparse import adapters, families
from newsparse.provenance import EMPTY, WON, Trace
from newsparse.reports.sites import computed_share
from newsparse.rules import ABSENT, RULE_FIELDS, Layout, Site

PACKAGE = Path(newsparse.__file__).parent
LONGEST = 150

#: Adapters that may be longer, with the reason.
LONG: dict[str, str] = {}
#: Rules that no fixture exercises, with the reason: site, layout, field, alternative.
NOT_EXERCISED = {
    ("hangzhou", "2013", "keywords", 0): "关键字: is printed without a keyword on the page that is known",
}


class Case(NamedTuple):
    """
    One alternative of one field's rules.
    """

    site: str
    layout: str
    field: str
    alternative: int


def declared() -> tuple[Site, ...]:
    """
    Return every site of the package, then every family.
    """
    return (*(site for site in adapters.sites() if site.slug in own_slugs()), *families.sites())


def own_slugs() -> set[str]:
    """
    Return the names of the package's own adapters.
    """
    return {path.stem for path in (PACKAGE / "adapters").glob("*.py")} - {"__init__"}


def alternatives(layout: Layout) -> Iterator[tuple[str, tuple[str, ...]]]:
    """
    Yield each field with its rules as one would write them.
    """
    for name in RULE_FIELDS:
        rules = getattr(layout, name)
        if rules and ABSENT not in rules:
            yield name, tuple(map(str, rules))


@cache
def pages() -> tuple[FixturePage, ...]:
    """
    Return every fixture page that holds an article.
    """
    found = (load(folder) for folder in folders())
    return tuple(page for page in found if "error" not in page.expected)


def trace(page: FixturePage) -> Trace:
    """
    Return how a page is read.
    """
    return newsparse.explain(page.data, url=page.url, charset=page.charset, reference=page.fetched).trace


@cache
def traces() -> dict[str, Trace]:
    """
    Return how each fixture page is read.
    """
    return {page.name: trace(page) for page in pages()}


@cache
def exercised() -> frozenset[Case]:
    """
    Return every alternative that gave a value, or matched an element that is blank, on some fixture.
    """
    return frozenset(
        Case(record.site or "", entry.layout, entry.field, entry.alternative)
        for record in traces().values()
        for entry in record.found
        if entry.outcome in (WON, EMPTY)
    )


def shared() -> set[tuple[str, tuple[str, ...]]]:
    """
    Return the fields' rules that families declare: one site's fixture proves them for all sites that import them.
    """
    return {rules for family in families.sites() for layout in family.layouts for rules in alternatives(layout)}


def test_every_alternative_wins() -> None:
    """Each alternative of each rule wins, or is proved empty, on some fixture; the message lists those that do not."""
    cases = [
        (Case(site.slug, layout.name, name, index), (name, rules), rule)
        for site in declared()
        for layout in site.layouts
        for name, rules in alternatives(layout)
        for index, rule in enumerate(rules)
    ]
    of_family = shared()
    proved = {(rules, case.alternative) for case, rules, _ in cases if case in exercised() and rules in of_family}

    missing = {
        case: rule
        for case, rules, rule in cases
        if case not in exercised() and (rules, case.alternative) not in proved and case not in NOT_EXERCISED
    }

    assert missing == {}, "\n".join(
        f"{case.site}/{case.layout} {case.field}[{case.alternative}] never won: {rule}"
        for case, rule in missing.items()
    )


def test_exceptions_are_needed() -> None:
    """An exception that is exercised after all, or whose rule is gone, is struck off."""
    known = {
        Case(site.slug, layout.name, name, index)
        for site in declared()
        for layout in site.layouts
        for name, rules in alternatives(layout)
        for index in range(len(rules))
    }
    assert {Case(*case) for case in NOT_EXERCISED} <= known - exercised()
    assert {name for name in LONG if length(name) <= LONGEST} == set()


def test_every_layout_has_a_fixture() -> None:
    """Each layout of each site reads a fixture."""
    read = {(record.site, record.layout) for record in traces().values()}

    assert {(site.slug, layout.name) for site in declared() for layout in site.layouts} - read == set()


def length(slug: str) -> int:
    """
    Return the number of lines of an adapter.
    """
    return len((PACKAGE / "adapters" / f"{slug}.py").read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("slug", sorted(own_slugs()))
def test_adapters_are_short(slug: str) -> None:
    """An adapter can be read at one go."""
    assert length(slug) <= LONGEST or slug in LONG


@pytest.mark.parametrize("slug", sorted(own_slugs()))
def test_adapters_import_only_the_language(slug: str) -> None:
    """An adapter imports the language of rules, families and pure readers: no engine, no other site."""
    tree = ast.parse((PACKAGE / "adapters" / f"{slug}.py").read_text(encoding="utf-8"))
    names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}

    allowed = ("newsparse.rules", "newsparse.families.", "newsparse.fields.", "newsparse.vocabulary.")
    foreign = {name for name in names if not name.startswith(allowed)}
    assert foreign <= {"__future__", "attrs", "typing", "re", "urllib.parse", "datetime", "collections.abc"}


def test_functions_are_the_exception() -> None:
    """Fewer than a tenth of the rules are functions."""
    assert computed_share(declared()) < 0.1


def written(layout: Layout) -> tuple[str, ...]:
    """
    Return what a layout declares, whatever it is called and wherever it may be recognised.
    """
    names = (item.name for item in attrs.fields(Layout) if item.name not in ("name", "elsewhere"))
    values = ((name, getattr(layout, name)) for name in names)
    return tuple(f"{name} = {[str(v) for v in value] if isinstance(value, tuple) else value}" for name, value in values)


def test_no_two_sites_have_equal_layouts() -> None:
    """What two sites share is a family's, imported and not copied."""
    of_families = {written(layout) for family in families.sites() for layout in family.layouts}
    owners: dict[tuple[str, ...], list[str]] = {}
    for site in adapters.sites():
        for layout in site.layouts:
            owners.setdefault(written(layout), []).append(f"{site.slug}/{layout.name}")

    assert [names for value, names in owners.items() if len(names) > 1 and value not in of_families] == []


def test_hosts_are_unique() -> None:
    """No two sites claim one host."""
    hosts = Counter(host for site in declared() for host in site.hosts)

    assert {host for host, count in hosts.items() if count > 1} == set()


def without_address(page: FixturePage) -> FixturePage:
    """
    Return a page whose markup does not name its own address any more.
    """
    data = page.data
    for mark in (b"canonical", b"og:url", b"<base", b"<BASE"):
        data = data.replace(mark, mark[:-1] + b"-")
    return page._replace(data=data, url=None)


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_page_without_address(page: FixturePage) -> None:
    """A page without any address finds its own layout, its family's, or the generic reader: never another site's."""
    expected, record = traces()[page.name], trace(without_address(page))

    allowed = {expected.site, "generic", *(family.slug for family in families.sites())}
    assert record.site in allowed, f"{expected.site}/{expected.layout} is taken for {record.site}/{record.layout}"
