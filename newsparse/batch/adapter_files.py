"""
Adapters that a caller keeps in files of his own: a path in, the ``Site`` that it defines out.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path

import attrs

from newsparse import adapters
from newsparse.errors import AdapterError
from newsparse.rules import Site


def load(path: str) -> Site:
    """
    Return the ``SITE`` of a Python file, checked; the file's name becomes its slug.

    Raises:
        AdapterError: the file defines no SITE, or a broken one.
        OSError: the file cannot be read.
    """
    place = Path(path)
    place.stat()
    spec = importlib.util.spec_from_file_location(f"newsparse_adapter_{place.stem}", place)
    if spec is None or spec.loader is None:
        raise AdapterError(place.stem, None, None, None, f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except AdapterError:
        raise
    except Exception as error:  # whatever the file does when it runs
        raise AdapterError(place.stem, None, None, None, f"{path}: {type(error).__name__}: {error}") from error
    site = getattr(module, "SITE", None)
    if not isinstance(site, Site):
        raise AdapterError(place.stem, None, None, None, f"{path} defines no SITE")
    site = attrs.evolve(site, slug=place.stem)
    adapters.check(site)
    return site
