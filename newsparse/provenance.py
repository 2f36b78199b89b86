"""
Where every field came from: plain values, filled by the evaluator, shown by
``explain``, ``inspect`` and ``drift``.
"""

from __future__ import annotations

from attrs import Factory, define, frozen

from newsparse.values import Value

#: ``Found.outcome``: the rule gave the value.
WON = "won"
#: The element is there and blank: the desk left it so, the template is intact.
EMPTY = "empty"
#: Text is there, but its reader saw no value in it.
UNREAD = "unread"
#: Nothing matched: the template may have changed.
NO_MATCH = "no-match"


@frozen(eq=False, repr=False)
class Found(Value):
    """
    What became of one rule of one field.
    """

    field: str
    layout: str
    alternative: int
    """Its place among the field's alternatives, from 0."""
    rule: str
    """The rule as one would write it."""
    outcome: str
    """``won``, ``empty``, ``unread`` or ``no-match``."""
    raw: str | None = None
    """The text that was read, cut at 200 characters; None where nothing matched."""


@frozen(eq=False, repr=False)
class Decoded(Value):
    """
    How the bytes became text.
    """

    encoding: str
    """Python's name of the codec used; ``str`` where the caller gave text."""
    source: str
    """What decided: ``bom``, ``header``, ``meta``, ``content`` (the bytes contradict the label), ``detected``, ``caller``."""
    declared: str | None = None
    """The label that header or meta gave, as written."""
    replacements: int = 0
    """Characters that could not be decoded and became U+FFFD."""


@define
class Trace:
    """
    The record of one parse.
    """

    site: str | None = None
    layout: str | None = None
    decided_by: str | None = None
    """What chose the site: ``url``, ``canonical``, ``og:url``, ``base``, ``links``, ``structure``, ``generic``, ``caller``."""
    path: str = "whole"
    """``window`` when only slices of the page were parsed, else ``whole``."""
    path_reason: str | None = None
    """Why the whole page was parsed where a window is declared."""
    decoded: Decoded | None = None
    found: list[Found] = Factory(list)
    notes: list[str] = Factory(list)

    def won(self, name: str) -> Found | None:
        """
        Return the entry that gave the field its value, None when nothing did.
        """
        return next((entry for entry in self.found if entry.field == name and entry.outcome == WON), None)
