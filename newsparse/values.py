"""
What values have in common: they are equal where their attributes are, and show them.

attrs would write and compile these methods for every class of its own.  That is half of what
making a class takes, and a first page needs some forty classes before its first byte is read.

    @frozen(eq=False, repr=False)
    class Person(Value):
        name: str
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from attrs import fields


class Value:
    """
    Base of frozen attrs classes that compare and show themselves as attrs has it: by the attributes' ``eq`` and ``repr``.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        kind: Any = self.__class__
        compared = _compared(kind)
        return bool(compared(self) == compared(other)) if other.__class__ is kind else NotImplemented

    def __hash__(self) -> int:
        kind: Any = self.__class__
        return hash((kind, _compared(kind)(self)))

    def __repr__(self) -> str:
        kind: Any = self.__class__
        shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in _shown(kind))
        return f"{kind.__qualname__}({shown})"


@cache
def _compared(kind: Any) -> Callable[[Any], Any]:
    """Return what reads the attributes that values of a class are compared by: a tuple of them, or the one there is."""
    return attrgetter(*(attribute.name for attribute in fields(kind) if attribute.eq))


@cache
def _shown(kind: Any) -> tuple[str, ...]:
    """Return the names of the attributes that values of a class show."""
    return tuple(attribute.name for attribute in fields(kind) if attribute.repr)


def setter(kind: type, name: str) -> Callable[[Any, Any], None]:
    """
    Return what sets an attribute of a frozen value that is being made.

    For the classes of which a page makes dozens: their own ``__init__`` calls it, which takes half of the time that
    attrs takes to look for each attribute by its name.

    Raises:
        KeyError: the class has no such attribute.
    """
    found: Callable[[Any, Any], None] = vars(kind)[name].__set__
    return found
