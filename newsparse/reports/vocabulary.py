"""
The words of Chinese newsrooms as the page docs/vocabulary.md: ``newsparse.vocabulary`` in, Markdown out.

A table for every public name that holds entries, a line for every one that holds words.
Patterns are left out: they say how the words are found, the examples what is found.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import Any

from newsparse import vocabulary

#: Parts of entries for the machine.
_PATTERNS = frozenset({"pattern", "hint", "forms"})


def markdown() -> str:
    """
    Return docs/vocabulary.md.
    """
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# Vocabulary"
    yield ""
    yield "Generated from `newsparse.vocabulary` by `make pages`; do not edit."
    yield ""
    yield "Every entry is read as its example says, and nothing is found in its counter-examples: both are tests."
    for info in sorted(pkgutil.iter_modules(vocabulary.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{vocabulary.__name__}.{info.name}")
        yield from ("", f"## {info.name}", "", _paragraph(module.__doc__ or ""))
        for name, comment in _names(module):
            yield from _section(name, comment, getattr(module, name))


def _names(module: ModuleType) -> Iterator[tuple[str, str]]:
    """Yield the public constants of a module in their order, with the comment above each."""
    source = inspect.getsource(module)
    lines = source.splitlines()
    for node in ast.parse(source).body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        for target in targets:
            if isinstance(target, ast.Name) and not target.id.startswith("_"):
                yield target.id, _comment(lines, node.lineno - 2)


def _comment(lines: list[str], last: int) -> str:
    first = last
    while first >= 0 and lines[first].startswith("#:"):
        first -= 1
    return " ".join(line.removeprefix("#:").strip() for line in lines[first + 1 : last + 1])


def _section(name: str, comment: str, value: Any) -> Iterator[str]:
    """Yield a constant's heading, words and table; nothing for what holds neither entries nor words."""
    entries = (value,) if hasattr(value, "_fields") else value
    if isinstance(entries, tuple) and entries and all(hasattr(entry, "_fields") for entry in entries):
        body = list(_table(entries))
        comment = comment or _paragraph(type(entries[0]).__doc__ or "")
    elif words := _words(value):
        body = [words]
    else:
        return
    yield from ("", f"### {name}", "")
    if comment:
        yield from (comment.replace("``", "`"), "")
    yield from body


def _table(entries: tuple[Any, ...]) -> Iterator[str]:
    fields = [name for name in entries[0]._fields if name not in _PATTERNS and any(getattr(e, name) for e in entries)]
    yield "| " + " | ".join(name.replace("_", " ") for name in fields) + " |"
    yield "|" + "---|" * len(fields)
    for entry in entries:
        yield "| " + " | ".join(_cell(getattr(entry, name)) for name in fields) + " |"


def _words(value: Any) -> str:
    """Return a collection of words on one line; nothing where it is something else."""
    if isinstance(value, Mapping):
        return "、".join(f"{_cell(word)} {meaning}" for word, meaning in value.items())
    if not isinstance(value, tuple | frozenset) or not all(isinstance(word, str) for word in value):
        return ""
    words = sorted(value) if isinstance(value, frozenset) else value
    return _cell("".join(words)) if all(len(word) == 1 for word in words) else _cell(tuple(words))


def _cell(value: Any) -> str:
    """Return a value for a table: words as they are written, whatever Markdown would make of them."""
    if isinstance(value, tuple):
        return "、".join(map(_cell, value))
    if not isinstance(value, str):
        return "" if value is None else str(value)
    mark = "``" if "`" in value else "`"
    plain = " ".join(value.split("\n")).replace("|", "\\|")
    return f"{mark}{plain}{mark}" if value else ""


def _paragraph(text: str) -> str:
    """Return the first paragraph of a docstring, as Markdown."""
    return " ".join(text.strip().split("\n\n")[0].split()).replace("``", "`")
