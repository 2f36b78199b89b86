"""
The sites that are declared: one module each, discovered, never registered by hand.

A module of this package defines ``SITE``; the module's name becomes its slug.  Other
distributions add sites through the entry-point group ``newsparse.adapters``
(name = slug, value = ``module:SITE``).
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
import warnings
from functools import cache

import attrs

from newsparse.errors import AdapterError
from newsparse.rules import Layout, Site

#: CSS that matches any page says nothing about a template.
_VAGUE = frozenset({"html", "body", "*", "div", "p", "h1", "head"})
_GROUP = "newsparse.adapters"


@cache
def sites() -> tuple[Site, ...]:
    """
    Return every declared site, the package's own first, by slug.

    Raises:
        AdapterError: a module of this package has no ``SITE``, or a broken one.
    """
    return tuple(_load(name) for name in _names()) + _plugged()


def by_host(host: str) -> Site | None:
    """
    Return the site of a host or of the nearest domain above it, None where none is declared.

    Only that site's module is imported.
    """
    own = _hosts()
    while host:
        name = own.get(host)
        if name is not None:
            return _load(name)
        site = _plugged_hosts().get(host)
        if site is not None:
            return site
        host = host.partition(".")[2]
    return None


def _names() -> list[str]:
    return sorted(info.name for info in pkgutil.iter_modules(__path__))


@cache
def _hosts() -> dict[str, str]:
    """
    Return the module of every host, read from the modules' text: importing all of them for one page takes too long.
    """
    found: dict[str, str] = {}
    for name in _names():
        text = (pkgutil.get_data(__name__, f"{name}.py") or b"").decode("utf-8")
        _, declared, rest = text.partition(" hosts=(")
        # Between quotes stand the hosts; what lies between two of them is every other part.
        for host in rest.partition(")")[0].split('"')[1::2] if declared else _load(name).hosts:
            found.setdefault(host, name)
    return found


@cache
def _plugged_hosts() -> dict[str, Site]:
    return {host: site for site in reversed(_plugged()) for host in site.hosts}


@cache
def _load(name: str) -> Site:
    try:
        module = importlib.import_module(f"{__name__}.{name}")
    except AdapterError:
        raise
    except Exception as error:  # a word mistyped in the file that somebody is writing just now
        raise AdapterError(name, None, None, None, f"{type(error).__name__}: {error}") from error
    site = getattr(module, "SITE", None)
    if not isinstance(site, Site):
        raise AdapterError(name, None, None, None, "the module defines no SITE")
    return attrs.evolve(site, slug=name)


@cache
def _plugged() -> tuple[Site, ...]:
    """Return the sites of other distributions; a broken one is a warning, never a crash of somebody else's run."""
    if not _offered():
        return ()
    from importlib.metadata import entry_points

    found = []
    for entry in entry_points(group=_GROUP):
        try:
            site = attrs.evolve(entry.load(), slug=entry.name)
            check(site)
        except Exception as error:
            owner = f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an unknown distribution"
            warnings.warn(f"adapter {entry.name} of {owner} cannot be used: {error}", stacklevel=2)
        else:
            found.append(site)
    return tuple(found)


def _offered() -> bool:
    """
    Tell whether some distribution may have sites for us; where that cannot be seen at once, it may.

    To import ``importlib.metadata`` and to ask it takes longer than to parse ten pages.
    """
    if sum(hasattr(finder, "find_distributions") for finder in sys.meta_path) != 1:
        return True  # somebody finds distributions in a way of their own
    return any(_offers(folder or ".") for folder in sys.path)


def _offers(folder: str) -> bool:
    """Tell whether a folder of ``sys.path`` holds a distribution whose entry points name our group."""
    try:
        names = os.listdir(folder)
    except NotADirectoryError:  # an archive
        return True
    except OSError:  # it is not there, or not for us to see
        return False
    return any(_mentions_us(os.path.join(folder, name, "entry_points.txt")) for name in names if name[-5:].lower() == "-info")


def _mentions_us(file: str) -> bool:
    try:
        with open(file, "rb") as opened:
            return _GROUP.encode() in opened.read()
    except (FileNotFoundError, NotADirectoryError, PermissionError):  # no entry points, as importlib.metadata has it
        return False


def check(site: Site) -> None:
    """
    Check that every selector of a site can be parsed and that every layout has a structure of its own.

    Raises:
        AdapterError: naming site, layout, field and rule.
    """
    for layout in site.layouts:
        for query in layout.when:
            if query.strip() in _VAGUE:
                raise AdapterError(site.name, layout.name, "when", query, "matches any page")
        for field, query in selectors(layout):
            reason = _check_selector(query)
            if reason:
                raise AdapterError(site.name, layout.name, field, query, reason)


def selectors(layout: Layout) -> list[tuple[str, str]]:
    """
    Return every CSS query of a layout with the field or setting that it belongs to.
    """
    from newsparse.rules import RULE_FIELDS, Css

    found = [("when", query) for query in layout.when if not query.startswith("<!--")]
    if layout.root:
        found.append(("root", layout.root))
    for name in RULE_FIELDS:
        found.extend((name, rule.query) for rule in getattr(layout, name) if isinstance(rule, Css))
    for name in ("drop", "captions", "crossheads"):
        found.extend((name, query) for query in getattr(layout, name))
    return found


def _check_selector(query: str) -> str | None:
    # Adapters must not touch an engine; the check is made where a site is loaded by hand or by the tests.
    from newsparse.document.lexbor import check_selector

    return check_selector(query)
