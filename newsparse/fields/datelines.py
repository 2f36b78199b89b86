"""
Reads the dateline (电头) that a report opens with: ``青石社北京4月5日电（记者张小满）…``.

The first paragraph in; agency, place, date, people and the length of the opening out. The
words stay part of the text: the reader takes nothing away.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse import lazy
from newsparse.fields.names import is_name, read_names, split_outlet
from newsparse.model import Dateline, Person
from newsparse.vocabulary.credits import AUTHOR_ROLES, EDITOR_WORDS
from newsparse.vocabulary.datelines import DESKS, OPENINGS
from newsparse.vocabulary.mastheads import is_outlet
from newsparse.vocabulary.names import PLACES


class DatelineReading(NamedTuple):
    """
    What the first words of a paragraph say.
    """

    dateline: Dateline
    authors: tuple[Person, ...]
    #: Index of the first character after the dateline.
    end: int
    #: The agency or paper as printed; None for 本报 and where none is printed.
    source: str | None


_WINDOW, _LONGEST_TOWN = 140, 6
#: Openings that are none unless somebody is named in them.
_BY_AUTHOR = frozenset(
    ("taiwan-name", "desk-name", "reporter-place", "reporter-town", "reporter-prose", "line-town", "line-report", "bare-word", "reported-credit", "bracket-reporter")
)
_HINTS = tuple(dict.fromkeys(entry.holds for entry in OPENINGS))
_OPENINGS = tuple((entry.name, _HINTS.index(entry.holds), lazy.compile(entry.pattern)) for entry in OPENINGS)
#: One class in front, so that the engine skips to its characters.
_SIGNS = lazy.compile(
    r"[电電讯訊消报報〔【（(\[记記](?:(?<=[电電讯訊])|(?<=消)息|(?<=报)[道导]|(?<=報)[導道]|(?<=[记記])者[\s\u3000]"
    r"|(?<=[〔【（(\[])[^】〕）)]{2,12}[社報报網网聞闻][】〕）)\]／╱/]|(?<=[【（(\[])[^】）)\]]{0,12}[记記]者)"
)
_OURS = ("本报", "本報", "本刊", "本网", "本網", "本台", "本社")
_REPORTER = lazy.compile("记者|記者|通讯员|通訊員|特派|实习|實習|编译|編譯|作者|文")
_EDGES = " \t\xa0\u3000"
#: Some desks of Hong Kong and Taiwan bracket their datelines so; each bracket stays one character.
_WIDE = str.maketrans("［］", "【】")


def read_dateline(paragraph: str) -> DatelineReading | None:
    """
    Return the dateline of a paragraph, None when it opens without one.
    """
    head = paragraph[:_WINDOW]
    if "［" in head:
        head = head.translate(_WIDE)
    if not _SIGNS.search(head, 0, 60):
        return None
    start = len(head) - len(head.lstrip(_EDGES))
    hinted: list[bool | None] = [None] * len(_HINTS)
    for name, hint, pattern in _OPENINGS:
        if hinted[hint] is None:
            words = _HINTS[hint]
            hinted[hint] = not words or any([word in head for word in words])
        match = pattern.match(head, start) if hinted[hint] else None
        if match:
            reading = _reading(name, match, paragraph)
            if reading:
                return reading
    return None


def _reading(name: str, match: re.Match[str], paragraph: str) -> DatelineReading | None:
    """Turn a match into values; None where they show that it is an ordinary sentence."""
    parts = match.groupdict()
    agency, place, people = parts.get("agency") or None, parts.get("place") or None, parts.get("people") or ""
    if name == "taiwan" and people and not place:
        people, place = _split_town(people)
    if name == "reporter-town":
        people, place = _split_town(people)
        if place is None:
            return None
    if place and _REPORTER.search(place):
        # 青石社记者张小满北京5日电: the town is what the names are followed by.
        people, place = _split_town(place)
    if agency in DESKS:
        agency = None
    if agency in PLACES and not place:
        # （吉隆坡综合讯）: where it comes from.
        agency, place = None, agency
    if agency and not people and not is_outlet(agency):
        agency, people = split_outlet(agency) or (agency, "")
    if name == "bracket-sent" and agency and not is_outlet(agency):
        place = agency if len(agency) <= _LONGEST_TOWN else None
        agency = None
    if _is_prose(name, agency, paragraph[match.start() : match.end()]):
        return None
    authors = _people(name, parts.get("credit"), people)
    if name in _BY_AUTHOR and not authors:
        return None
    if name == "taiwan-agency" and people and not authors:
        return None
    # 南都讯: how papers call themselves for short is no name of an outlet.
    source = agency if agency and agency not in _OURS and (name != "reporter-prose" or is_outlet(agency)) else None
    dateline = Dateline(agency=agency, place=_place(place), date=parts.get("date") or None)
    return DatelineReading(dateline, authors, match.end(), source)


def _is_prose(name: str, agency: str | None, opening: str) -> bool:
    """Tell whether the opening is a sentence that cites an outlet: 据青石网消息，."""
    if opening[:1] in "据據":
        return name != "agency"
    if agency is None:
        return False
    return any(
        word in agency
        for word in ("记者从", "记者在", "日前", "近日", "昨日", "今日", "今天", "昨天", "有网", "通过", "表示", "据")
    )


def _people(name: str, credit: str | None, people: str) -> tuple[Person, ...]:
    """Return who is named in or right behind the opening."""
    strict = name in _BY_AUTHOR
    if credit:
        # A bracket of another kind, the programme in 青石台消息（早间新闻）, names nobody.
        # Nor does an editor write: 青石社5月1日讯（编辑 甲）.
        return () if credit.startswith(EDITOR_WORDS) else _authors(credit, strict=strict or _REPORTER.search(credit) is None)
    # Without brackets the names must vouch for themselves: 本报讯 记者从某局获悉：….
    return _authors(people, strict=strict or name in ("agency", "paper") or _REPORTER.search(people) is None) if people else ()


def _authors(text: str, *, strict: bool) -> tuple[Person, ...]:
    people = read_names(text, "reporter", strict=strict)
    return tuple(person for person in people if person.role in AUTHOR_ROLES)


def _split_town(people: str) -> tuple[str, str | None]:
    """Separate the town glued to the last name: ``記者張小滿台北`` is 記者張小滿 and 台北."""
    for length in (2, 3):
        name, town = people[:-length], people[-length:]
        bare = _REPORTER.split(name)[-1].rpartition("、")[2].strip(_EDGES)
        if is_name(bare) and (town in PLACES or len(bare) == 3):
            return name, town
    return people, None


def _place(text: str | None) -> str | None:
    """Return the place without what is glued to it."""
    if not text:
        return None
    text = text.strip(" ，、:：／/")
    return (
        None
        if text in ("即時", "即时", "綜合", "综合", "專題", "专题", "綜合外電", "综合外电", "独家", "特稿", "專電", "专", "連線", "")
        else text
    )
