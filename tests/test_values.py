"""
Values compare, hash and show themselves as those do that attrs writes the methods for.
"""

from __future__ import annotations

import pickle
from typing import Any

from attrs import evolve, field, frozen

from newsparse.values import Value


@frozen(eq=False, repr=False)
class Pond(Value):
    name: str
    fish: tuple[str, ...] = ()
    note: str = field(default="", eq=False, repr=False)


@frozen(eq=False, repr=False)
class Puddle(Value):
    name: str


@frozen
class Written:
    name: str
    fish: tuple[str, ...] = ()
    note: str = field(default="", eq=False, repr=False)


POND = Pond("西塘", ("鲤",), note="浅")


def test_equality() -> None:
    """Equal where every compared attribute is, and only to values of the same class."""
    others: list[Any] = [Pond("西塘"), Pond("东塘", ("鲤",)), Written("西塘", ("鲤",)), ("西塘", ("鲤",)), None]

    assert POND == evolve(POND, note="深") == pickle.loads(pickle.dumps(POND))
    assert all(POND != other for other in others)
    assert Puddle("西塘") != Pond("西塘")


def test_hash() -> None:
    """Equal values are one key; values of two classes are two."""
    assert {POND: 1}[evolve(POND, note="深")] == 1
    assert len({Puddle("西塘"), Pond("西塘"), Puddle("西塘")}) == 2


def test_repr() -> None:
    """The form of attrs: what is not to be shown is left out."""
    assert repr(POND) == repr(Written("西塘", ("鲤",))).replace("Written", "Pond") == "Pond(name='西塘', fish=('鲤',))"
    assert repr(Puddle("水")) == "Puddle(name='水')"
