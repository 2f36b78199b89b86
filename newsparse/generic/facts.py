"""
Time, source and people: the zones around the story in, values with their confidence out.
"""

from __future__ import annotations

from newsparse.document.outline import Outline, links
from newsparse.fields.body import BodyReading, read_body
from newsparse.fields.credits import read_authors, read_editors, segment
from newsparse.fields.dates import read_timestamp
from newsparse.fields.sources import read_source
from newsparse.generic.context import Context
from newsparse.generic.story import blocks, headline, story
from newsparse.model import Person
from newsparse.rules import Guess


def title(outline: Outline, context: Context) -> Guess | None:
    """
    The line above the story that the page's ``<title>`` agrees with.
    """
    found = headline(outline)
    return Guess(found.text, found.confidence, found.raw) if found else None


def body(outline: Outline, context: Context) -> Guess | None:
    """
    The container with the most prose and the fewest links, cut at both ends.
    """
    found = reading(outline, context)
    return Guess(found, 0.9, "") if found and found.body else None


def reading(outline: Outline, context: Context) -> BodyReading | None:
    """
    Return the story's lines as read, once.
    """
    if "reading" not in outline.notes:
        place = story(outline)
        outline.notes["reading"] = (
            read_body(
                blocks(outline), title=context.values.get("title"), absolute=context.absolute
            )
            if place
            else None
        )
    found: BodyReading | None = outline.notes["reading"]
    return found


def timestamp(outline: Outline, context: Context) -> Guess | None:
    """
    The time in the lines between title and story.
    """
    place = story(outline)
    if place is None:
        return None
    lines = outline.lines
    for number in (*range(max(0, place.above), place.first), *range(place.above - 1, max(-1, place.above - 6), -1)):
        text = lines[number].text
        if text and len(text) < 200:
            found = read_timestamp(text, reference=context.reference)
            if found:
                return Guess(found, 0.95, text)
    for number in range(place.last, place.below):
        text = lines[number].text
        if text and len(text) < 200:
            found = read_timestamp(text, reference=context.reference)
            if found:
                return Guess(found, 0.7, text)
    return None


def source(outline: Outline, context: Context) -> Guess | None:
    """
    The outlet after 来源 near the title, else at the story's end.
    """
    for text, anchors in _credit_lines(outline):
        if any(part.role == "source" for part in segment(text)):
            found = read_source(text, anchors)
            if found:
                return Guess(found, 0.9, text)
    return None


def _credit_lines(outline: Outline):
    place = story(outline)
    if place is None:
        return
    for number in (*range(max(0, place.above), place.first), *range(place.last, place.below)):
        line = outline.lines[number]
        if line.kind == "text" and len(line.text) < 300:
            yield line.text, links(line)


def authors(outline: Outline, context: Context) -> Guess | None:
    """
    The people after 作者, 记者 and their kin near the title and at the story's end.
    """
    people: dict[str, Person] = {}
    for text, _ in _credit_lines(outline):
        for person in read_authors(text, bare=False):
            people.setdefault(person.name, person)
    body = reading(outline, context)
    for person in body.authors if body else ():
        people.setdefault(person.name, person)
    return Guess(tuple(people.values()), 0.8, "") if people else None


def editors(outline: Outline, context: Context) -> Guess | None:
    """
    The people after 责任编辑, 编辑 near the title and at the story's end.
    """
    people: dict[str, Person] = {}
    for text, _ in _credit_lines(outline):
        for person in read_editors(text, bare=False):
            people.setdefault(person.name, person)
    body = reading(outline, context)
    for person in body.editors if body else ():
        people.setdefault(person.name, person)
    return Guess(tuple(people.values()), 0.9, "") if people else None
