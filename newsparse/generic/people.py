"""
Who wrote and who edited: the credits near the title, inside the story and below it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from newsparse.document.outline import Outline
from newsparse.fields.credits import read_authors, read_byline, read_editors
from newsparse.fields.dates import read_timestamp
from newsparse.fields.names import is_name
from newsparse.generic.bodies import reading
from newsparse.generic.context import Context
from newsparse.generic.zones import Zone, zones
from newsparse.model import Person
from newsparse.rules import Guess
from newsparse.vocabulary.credits import AUTHOR_ROLES, EDITOR_ROLES

#: A line without labels that names people is this short.
_LONGEST_BARE = 50


def byline(outline: Outline, context: Context) -> Guess | None:
    """
    The line near the story that credits its authors, as printed.
    """
    place = zones(outline)
    for number, parts in (*place.head.credits, *place.above.credits, *place.foot.credits):
        if any(part.role in AUTHOR_ROLES for part in parts):
            text = outline.lines[number].text
            found = read_byline(text)
            if found:
                return Guess(found, 0.9, text)
    return None


def authors(outline: Outline, context: Context) -> Guess | None:
    """
    The people after 作者, 记者 and their kin, and those who sign the story.
    """
    place = zones(outline)
    people = _labelled(outline, (place.head, place.above), AUTHOR_ROLES, read_authors)
    sure = 0.93
    body = reading(outline, context)
    signed = {person.name: person for person in body.authors} if body else {}
    if not people and not signed:
        people, sure = _labelled(outline, (place.foot,), AUTHOR_ROLES, read_authors), 0.85
    if not people and not signed:
        people, sure = _bare(outline), 0.75
    for name, person in signed.items():
        people.setdefault(name, person)
    return Guess(tuple(people.values()), sure, "、".join(people)) if people else None


def editors(outline: Outline, context: Context) -> Guess | None:
    """
    The people after 责任编辑, 编辑 and their kin.
    """
    place = zones(outline)
    people = _labelled(outline, place, EDITOR_ROLES, read_editors)
    body = reading(outline, context)
    for person in body.editors if body else ():
        people.setdefault(person.name, person)
    return Guess(tuple(people.values()), 0.93, "、".join(people)) if people else None


def _labelled(
    outline: Outline, zones: Iterable[Zone], roles: frozenset[str], read: Callable[..., tuple[Person, ...]]
) -> dict[str, Person]:
    """Return the people whom lines credit behind a label."""
    people: dict[str, Person] = {}
    for zone in zones:
        for number, parts in zone.credits:
            if any(part.role in roles or part.role == "source" for part in parts):
                for person in read(outline.lines[number].text, bare=False):
                    people.setdefault(person.name, person)
    return people


def _bare(outline: Outline) -> dict[str, Person]:
    """Return the people who stand beside the time without a label."""
    lines = outline.lines
    for number in zones(outline).head.dated:
        text = lines[number].text
        if len(text) <= _LONGEST_BARE and read_timestamp(text, lenient=False):
            people = {person.name: person for person in read_authors(text) if is_name(person.name)}
            if people:
                return people
    return {}
