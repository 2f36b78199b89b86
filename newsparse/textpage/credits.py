"""
The lines that date and credit a story in, time, source and people out.

The dateline above the story speaks first, the credits below it fill what it leaves out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from attrs import frozen

from newsparse.fields.credits import read_authors, read_byline, read_editors, segment
from newsparse.fields.dates import read_timestamp, strip_timestamps
from newsparse.fields.sources import read_source
from newsparse.model import Link, Person, Timestamp
from newsparse.textpage.kinds import has_clock, printed_host, without_host
from newsparse.vocabulary.mastheads import is_outlet

#: An unlabelled name is an outlet by its ending, or too long to be a person's.
_LONGER_THAN_A_NAME = 5


@frozen
class Credits:
    """
    What the dateline and the credit lines say; None or empty where they print nothing.
    """

    host: str | None
    timestamp: Timestamp | None
    updated: Timestamp | None
    source: Link | None
    byline: str | None
    authors: tuple[Person, ...]
    editors: tuple[Person, ...]


def read_credits(lines: Iterable[str], reference: datetime | None) -> Credits:
    """
    Return what credit lines say.

    Args:
        lines: those above the story first.
        reference: when the page was seen, for relative times.
    """
    printed = tuple(lines)
    bare = tuple(without_host(line) for line in printed)
    timestamp, updated = _times(bare, reference)
    labelled = tuple(line for line in bare if segment(line))
    return Credits(
        host=next(filter(None, map(printed_host, printed)), None),
        timestamp=timestamp,
        updated=updated,
        source=_source(bare),
        byline=next(filter(None, map(read_byline, labelled)), None),
        authors=_people(labelled, read_authors),
        editors=_people(labelled, read_editors),
    )


def _times(lines: Sequence[str], reference: datetime | None) -> tuple[Timestamp | None, Timestamp | None]:
    """Return when the story was published and when it was updated, the first line with a clock before one without."""
    published: Timestamp | None = None
    updated: Timestamp | None = None
    for line in sorted(lines, key=lambda line: not has_clock(line)):
        if strip_timestamps(line) == line:
            continue
        for part in reversed(segment(line)):
            if part.role == "updated":
                updated = updated or read_timestamp(part.value, reference=reference, lenient=False)
                line = line[: part.start] + line[part.end :]
        published = published or read_timestamp(line, reference=reference, lenient=False)
    # A page that prints only its latest change prints no other time to go by.
    return (published, updated) if published else (updated, None)


def _source(lines: Sequence[str]) -> Link | None:
    """Return the labelled source, else the outlet that stands beside the date."""
    labelled = [line for line in lines if any(part.role == "source" for part in segment(line))]
    for line in labelled:
        found = read_source(line)
        if found:
            return found
    for line in lines:
        found = read_source(line) if line not in labelled else None
        if found and (is_outlet(found.name) or (has_clock(line) and len(found.name) >= _LONGER_THAN_A_NAME)):
            return found
    return None


def _people(lines: Sequence[str], read: Callable[..., tuple[Person, ...]]) -> tuple[Person, ...]:
    return tuple(dict.fromkeys(person for line in lines for person in read(line, bare=False)))
