"""
Layouts that many sites share because they run on the same CMS.

Adapters import these values; pages of hosts that nobody declared are recognised by
them, by structure.  A module of this package defines ``FAMILY``, a ``Site`` without hosts; its
layouts are those that may be any outlet's.  The templates of a large outlet's channels stand
here too, in ``LAYOUTS``: its adapter imports them, and nothing else is recognised by them.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import attrs

from newsparse.errors import AdapterError
from newsparse.rules import Site


@cache
def sites() -> tuple[Site, ...]:
    """
    Return every family, by name.

    Raises:
        AdapterError: a module of this package has no ``FAMILY``.
    """
    return tuple(_load(info.name) for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name))


def _load(name: str) -> Site:
    module = importlib.import_module(f"{__name__}.{name}")
    family = getattr(module, "FAMILY", None)
    if not isinstance(family, Site):
        raise AdapterError(name, None, None, None, "the module defines no FAMILY")
    return attrs.evolve(family, slug=name)
