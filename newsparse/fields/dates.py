"""
Reads points in time: a line of text goes in, a ``Timestamp`` comes out.

It knows how newsrooms write dates (``vocabulary.dates``) and nothing of pages.
What is not printed is not invented: no year without a reference, no clock, no
zone other than the one China keeps unless the text names one.

Theory.  Nearly every line is read by one pattern, ``NUMERIC``; the others are
tried only where that finds nothing and their hint stands in the text.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from functools import cached_property, lru_cache
from itertools import groupby, product
from typing import TypeAlias

from newsparse import lazy
from newsparse.model import Precision, Timestamp
from newsparse.vocabulary import dates as vocabulary

SHANGHAI = timezone(timedelta(hours=8))
"""UTC+8, fixed: every year read here is after China's last summer time."""

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
#: A longer text is prose: 今天 and 10月22日 in it are not the page's date.
_LINE = 120
#: No year without 29 February is further from one that has it.
_LEAP_GAP = 9
#: The longest text that the last resort is asked about; it must find all of the day.
_SHORT = 60
_GUESS = {"REQUIRE_PARTS": ["day", "month", "year"], "PREFER_DATES_FROM": "past"}
_PRECISIONS: tuple[Precision, ...] = ("day", "hour", "minute", "second")

#: Hour, minute, second, what of them is printed, zone.
_Time: TypeAlias = tuple[int, int, int, Precision, timezone]
#: A timestamp and the span it was read from.
_Found: TypeAlias = tuple[Timestamp, int, int]
_WEEKDAYS = {entry.word: entry.value for entry in vocabulary.WEEKDAYS}
_WEEKDAYS.update({word: number for number, word in enumerate(vocabulary.ENGLISH_WEEKDAYS, 1)})
_MONTHS = {word: number for number, word in enumerate(vocabulary.MONTHS, 1)}
_HALVES = {entry.word: vocabulary.HOURS[entry.value] for entry in vocabulary.PARTS_OF_DAY}
_HALF_FOLD = str.maketrans({".": None, "間": "间", "後": "后"})
_ZONES = {entry.word: entry.value for entry in vocabulary.ZONES}
_DISTANCES = {entry.word: entry.value for entry in (*vocabulary.DAYS, *vocabulary.UNITS)}


class _Calendar:
    """
    A grammar, compiled when the first text asks for it.
    """

    def __init__(self, grammar: vocabulary.Grammar) -> None:
        # A part that the grammar does not have becomes a group that never matches.
        absent = "".join(f"(?P<{part}>(?!))?" for part in vocabulary.PARTS if f"(?P<{part}>" not in grammar.pattern)
        self.pattern = lazy.compile(grammar.pattern + absent)
        self.era = grammar.era

    @cached_property
    def parts(self) -> tuple[int, ...]:
        """Numbers of the groups in ``PARTS``: cheaper than their names."""
        return tuple(self.pattern.groupindex[part] for part in vocabulary.PARTS)


_NUMERIC = _Calendar(vocabulary.NUMERIC)
#: The rarer ones, behind what must stand in a text for any of them to be worth trying.
_CALENDARS = tuple(
    (lazy.compile(hint), tuple(map(_Calendar, grammars)))
    for hint, grammars in groupby(vocabulary.CALENDARS, key=lambda grammar: grammar.hint)
)
_TWO_DIGITS, _PARTIAL = _Calendar(vocabulary.TWO_DIGITS), _Calendar(vocabulary.PARTIAL)
_MONTH_DAY, _NAMED_DAY = _Calendar(vocabulary.MONTH_DAY), _Calendar(vocabulary.NAMED_DAY)
_CLOCK_BEFORE, _NUMBER_LABEL = lazy.compile(vocabulary.CLOCK_BEFORE), lazy.compile(vocabulary.NUMBER_LABEL)
_OFFSET = lazy.compile(r"([^-+\s]*)\s?(?:([-+])(\d\d?):?(\d\d)?)?")
_AGO, _PATH = lazy.compile(vocabulary.AGO.pattern), lazy.compile(r"[/_]|\.\w")
_EMPTY_BRACKETS = lazy.compile(r"[(（\[【]\s?[)）\]】]")
#: What ``strip_timestamps`` takes out besides dates.
_LEFT_OVER = lazy.compile(f"{vocabulary.AGO.pattern}|{vocabulary.CLOCK_ALONE}|{vocabulary.WEEKDAY_ALONE}")
#: What any of that needs; one class in front, so that the engine skips to its characters.
_MORE = lazy.compile(
    r"[0-9０-９刚剛前期拜今昨](?:\s{0,2}[月\-/.－／．–—]\s{0,2}[0-9０-９]|[:：][0-5]|(?<=[刚剛前期拜])|(?<=[今昨])[天日])"
)
#: Every absolute date holds one of these: the cheapest test there is.
_SIGNS = lazy.compile("20|年|19|民|２０|１９|2100")
_DIGIT = lazy.compile(r"\d")
_YEAR_DIGIT = lazy.compile("[12]")
#: Before a date these may mean that it is part of something else.
_SUSPECT = frozenset("0123456789０１２３４５６７８９./_-=历曆abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")


def read_timestamp(text: str, *, reference: datetime | None = None, lenient: bool = True) -> Timestamp | None:
    """
    Return the first point in time that a line prints, None when it prints none.

    Args:
        text: the line, labels and all; or the content of a meta tag; or an epoch.
        reference: when the page was seen. Only with it are dates without a year
            and relative ones (3分钟前, 昨天 23:52) read. UTC+8 if it is naive.
        lenient: ask ``dateparser`` about short lines in a form unknown here.
    """
    absolute = _absolute(text)
    if absolute is not None:
        return absolute
    if reference is not None and (stamp := _against(text, reference)):
        return stamp
    return _guessed(text) if lenient else None


@lru_cache(maxsize=32)
def _absolute(text: str) -> Timestamp | None:
    """The first absolute date; kept, because a page's few dated lines are asked for by several rules."""
    found = _numeric(text)
    if found is None or found[0].precision == "month":
        found = _otherwise(text) or found
    return None if found is None else found[0]


@lru_cache(maxsize=32)
def _numeric(text: str) -> _Found | None:
    """The first everyday date; kept, because a dated line is read for its date and for what stands beside it."""
    return _first(text, _NUMERIC)


def find_timestamps(text: str) -> Iterator[tuple[Timestamp, int, int]]:
    """
    Yield every absolute date of a text, in order, with the span it stands in.
    """
    if not _SIGNS.search(text):
        return
    found = [*_every(text, _NUMERIC)]
    for calendar in _rarer(text):
        found.extend(_every(text, calendar))
    reached = 0
    for stamp, start, end in sorted(found, key=lambda entry: (entry[1], -entry[2])):
        if start >= reached:
            yield stamp, start, end
            reached = end


@lru_cache(maxsize=32)
def strip_timestamps(text: str) -> str:
    """
    Return the line without its dates, clocks and weekdays, blanks folded.

    Args:
        text: an info line, of which the rest (labels, source, names) is wanted.
    """
    found = _numeric(text) if _SIGNS.search(text) else None
    spans = (found[1:],) if found and _alone(text, *found[1:]) else [span for _, *span in find_timestamps(text)]
    pieces, reached = [], 0
    for start, end in spans:
        pieces.append(text[reached:start])
        reached = end
    rest = " ".join((*pieces, text[reached:]))
    if _MORE.search(rest):
        rest = _MONTH_DAY.pattern.sub(lambda match: " " if _is_month_day(match) else match[0], rest)
        for pattern in (_TWO_DIGITS.pattern, _NAMED_DAY.pattern, _LEFT_OVER):
            rest = pattern.sub(" ", rest)
    return " ".join(_EMPTY_BRACKETS.sub(" ", rest).split())


def _alone(text: str, start: int, end: int) -> bool:
    """Whether an everyday date is the only date of a text: no other may begin before it or behind it."""
    if _YEAR_DIGIT.search(text, 0, start) or _SIGNS.search(text, end):
        return False
    return not any([hint.search(text) for hint, _ in _CALENDARS])


def _first(text: str, calendar: _Calendar) -> _Found | None:
    """The first date; one that is only a month gives way to a whole one after it."""
    month = None
    search = calendar.pattern.search
    match = search(text)
    while match is not None:
        found = _read(text, match, calendar)
        if found is not None:
            if found[0].precision != "month":
                return found
            month = month or found
        match = search(text, match.end())
    return month


def _every(text: str, calendar: _Calendar) -> Iterator[_Found]:
    reached = 0
    for match in calendar.pattern.finditer(text):
        found = _read(text, match, calendar, reached)
        if found is not None:
            yield found
        reached = match.end()


def _rarer(text: str) -> Iterator[_Calendar]:
    """The less common grammars that a text gives ground to try."""
    for hint, calendars in _CALENDARS:
        if hint.search(text):
            yield from calendars


def _otherwise(text: str) -> _Found | None:
    """What the everyday grammar does not read."""
    if (digits := text.strip()).isdecimal() and (epoch := _epoch(digits)):
        return epoch
    for calendar in _rarer(text):
        if found := _first(text, calendar):
            return found
    if match := _PARTIAL.pattern.fullmatch(text):
        return _read(text, match, _PARTIAL)
    return _first(text, _TWO_DIGITS) if ":" in text or "：" in text else None


def _epoch(digits: str) -> _Found | None:
    """Seconds or milliseconds since 1970; the other lengths are left to the compact grammar."""
    seconds = int(digits) if len(digits) in (9, 10) else int(digits) // 1000 if len(digits) in (12, 13) else 0
    value = datetime.fromtimestamp(seconds, SHANGHAI)
    if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
        return None
    return Timestamp(value=value, precision="second", raw=digits), 0, len(digits)


def _read(text: str, match: re.Match[str], calendar: _Calendar, floor: int = 0) -> _Found | None:
    """What a calendar pattern matched, None when it is no date or a part of something else."""
    start, end = match.span()
    if (end - start == 8 or text[start - 1 : start] in _SUSPECT) and start and not _believable(text, match):
        return None
    parts = match.group(*calendar.parts)
    year = _NUMBERS[parts[0]] + calendar.era
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    return _dated(text, match, parts, (year, _NUMBERS[parts[1] or "1"], _NUMBERS[parts[2] or "1"]), floor)


def _believable(text: str, match: re.Match[str]) -> bool:
    """Whether the match stands on its own: no version, no path, no licence number, no lunar date."""
    start, end = match.span()
    previous = text[start - 1]
    if match[0].isdecimal():
        return not previous.isalpha() and not _NUMBER_LABEL.search(text[max(0, start - 6) : start])
    if previous not in _SUSPECT:
        return True
    if previous in "历曆":
        return False
    if previous.isdecimal():
        return match["hour"] is not None or _clock_before(text, start)[0] is not None
    joint = text[match.end("year") : match.end("year") + 1]
    return joint == "年" or (joint != "." and not _PATH.match(text, end))


def _dated(
    text: str, match: re.Match[str], parts: tuple[str | None, ...], date: tuple[int, int, int], floor: int = 0
) -> _Found | None:
    """The day that is given, with the clock (after it, or before it down to the floor), zone and weekday."""
    start, end = match.span()
    clock = None
    if parts[6] is not None:
        clock = _time(parts[4:11])
        end = end if clock else match.end("day")
    elif start:
        clock, start = _clock_before(text, start, floor)
    whole: Precision = "day" if parts[2] else "month" if parts[1] else "year"
    hour, minute, second, precision, zone = clock or (0, 0, 0, whole, SHANGHAI)
    try:
        value = datetime(*date, hour % 24, minute, second, 0, zone)
    except ValueError:  # The calendar has no such day: 30 February.
        return None
    weekday = parts[3] or parts[11]
    if weekday is not None:
        number = _WEEKDAYS.get(weekday[-1]) or _WEEKDAYS.get(weekday[:3].lower())
        weekday = weekday if number == value.isoweekday() else None
    if hour == 24:
        value += timedelta(days=1)
    return Timestamp(value=value, precision=precision, raw=text[start:end], weekday=weekday), start, end


def _clock_before(text: str, start: int, floor: int = 0) -> tuple[_Time | None, int]:
    """The clock that ends where a date starts, and where the two together start."""
    head = text[max(floor, start - 20) : start]
    match = _CLOCK_BEFORE.search(head) if (":" in head or "：" in head) and _DIGIT.search(head) else None
    clock = _time(match.group(*vocabulary.CLOCK_PARTS)) if match else None
    return (clock, start - len(head) + match.start()) if match and clock else (None, start)


def _time(parts: tuple[str | None, ...]) -> _Time | None:
    """The clock of these parts; hour 24 is the midnight that ends the day. None when no clock can show it."""
    place, before, hour, minute, second, after, zone = parts
    hours = _NUMBERS[hour] if hour else 0
    minutes = _NUMBERS[minute] if minute else 0
    seconds = _NUMBERS[second] if second else 0
    half = before or after
    if half is not None and hours <= 12:
        hours = _HALVES[half.translate(_HALF_FOLD).lower()][hours]
    elif hours == 24 and (minutes or seconds):
        return None
    if minutes > 59 or seconds > 59:
        return None
    named = zone or place
    printed: Precision = "second" if second else "minute" if minute else "hour"
    return hours, minutes, seconds, printed, SHANGHAI if named is None else _zone(named) or SHANGHAI


@lru_cache(maxsize=256)
def _zone(word: str) -> timezone | None:
    """A zone by its name or offset, None when nothing on earth is that far from Greenwich."""
    name, sign, hours, rest = _OFFSET.findall(word)[0]
    minutes = _ZONES.get(name, 0)
    if sign and not minutes:
        minutes = int(sign + "1") * (int(hours) * 60 + int(rest or "0"))
    if abs(minutes) > 14 * 60:
        return None
    return SHANGHAI if minutes == 480 else timezone(timedelta(minutes=minutes))


class _Numbers(dict[str, int]):
    """
    Words as numbers: looked up for the digits of nearly every date, else worked out.
    """

    def __missing__(self, word: str) -> int:
        """An English month, or a Chinese numeral: a quantity (二十二) or digit by digit (二〇一三)."""
        if word.isdecimal():
            return int(word)
        if len(word) > 2 and word[:3].isascii():
            return _MONTHS[word[:3].lower()]
        total, digit, positional = 0, 0, 0
        for character in word:
            ten = vocabulary.TENS.get(character)
            if ten is None:
                digit = int(character) if character.isdecimal() else vocabulary.NUMERALS[character]
                positional = positional * 10 + digit
            else:
                total += ten if character in "廿卅" else ten * max(digit, 1)
                digit = 0
        return total + digit if total else positional


_NUMBERS = _Numbers({f"{number:0{width}}": number for width in (1, 2) for number in range(60)})
_NUMBERS.update({str(year): year for year in range(_FIRST_YEAR, _LAST_YEAR + 1)}, 半=30)


def _against(text: str, reference: datetime) -> Timestamp | None:
    """What a line says in relation to the moment it was seen."""
    if len(text) > _LINE:
        return None
    now = reference.astimezone(SHANGHAI) if reference.tzinfo else reference.replace(tzinfo=SHANGHAI)
    return _month_day(text, now) or _named_day(text, now) or _ago(text, now)


def _is_month_day(match: re.Match[str]) -> bool:
    """Whether a month and a day are a date: 10月22日, 10-22 09:16, and 10-22 alone on its line, but no 3-2."""
    if match["yue"] or match["hour"] or (len(match[0]) == 5 and match[0] == match.string.strip()):
        return True
    return _clock_before(match.string, match.start())[0] is not None


def _month_day(text: str, now: datetime) -> Timestamp | None:
    """The last such day that is not after tomorrow."""
    latest = now + timedelta(days=1)
    for match in filter(_is_month_day, _MONTH_DAY.pattern.finditer(text)):
        parts = match.group(*_MONTH_DAY.parts)
        for year in range(latest.year, latest.year - _LEAP_GAP, -1):
            found = _dated(text, match, parts, (year, _NUMBERS[parts[1]], _NUMBERS[parts[2]]))
            if found is not None and found[0].value <= latest:
                return found[0]
    return None


def _named_day(text: str, now: datetime) -> Timestamp | None:
    """A day named by its distance from now, with its clock."""
    if (match := _NAMED_DAY.pattern.search(text)) is None:
        return None
    day = now - timedelta(days=_DISTANCES[match["day"][0]])
    found = _dated(text, match, match.group(*_NAMED_DAY.parts), (day.year, day.month, day.day))
    return found[0] if found else None


def _ago(text: str, now: datetime) -> Timestamp | None:
    """A length of time before now, as precise as its unit."""
    if (match := _AGO.search(text)) is None:
        return None
    count, unit = match.group("count", "unit")
    seconds = _DISTANCES[unit[0]] if unit else 60
    if count == "半":
        if seconds != 3600:
            return None
        count, seconds = "30", 60
    value = now - timedelta(seconds=seconds * _NUMBERS[count or "0"])
    precision: Precision = "minute" if seconds < 3600 else "hour" if seconds == 3600 else "day"
    hour, minute = 0 if precision == "day" else value.hour, value.minute if precision == "minute" else 0
    value = value.replace(hour=hour, minute=minute, second=0, microsecond=0)
    return Timestamp(value=value, precision=precision, raw=match[0])


def _guessed(text: str) -> Timestamp | None:
    """What ``dateparser`` makes of a short line in a form unknown here."""
    numbers = [int(digits) for digits in re.findall(r"\d+", text)] if len(text) < _SHORT else []
    others = [number for number in numbers if not _FIRST_YEAR <= number <= _LAST_YEAR]
    if len(numbers) - len(others) != 1 or max(others, default=60) > 59:
        return None
    named = re.search(f"月|{vocabulary.ENGLISH_MONTH}", text) is not None
    # One year and two parts as small as theirs: whatever else it returns, it made up.  Digits that
    # begin with the year are all known here: it would read 2013-13-01 as a 13th of January.
    if len(others) + named < 2 or not (named or numbers[0] in others):
        return None
    # It takes a tenth of a second to import, and nearly no page needs it.
    dateparser = importlib.import_module("dateparser")
    value: datetime | None = dateparser.parse(text.strip(), languages=["zh", "en"], settings=_GUESS)
    precision = _printed(value, numbers, named) if value else None
    if value is None or precision is None:
        return None
    zone = timezone(value.utcoffset() or timedelta()) if value.tzinfo else SHANGHAI
    return Timestamp(value=value.replace(microsecond=0, tzinfo=zone), precision=precision, raw=text.strip())


def _printed(value: datetime, numbers: list[int], named: bool) -> Precision | None:
    """How much of a guess is printed; None when a part of it is not, or a number is not a part of it."""
    if not named and value.month != value.day and max(value.month, value.day) <= 12:
        return None  # 05/06/2013 is the fifth of June or the sixth of May.
    days = ((value.year, value.month, value.day), (value.year, value.day))[: 1 + named]
    for day, hour in product(days, (value.hour, (value.hour - 1) % 12 + 1)):
        clock = (hour, value.minute, value.second)
        for count, precision in enumerate(_PRECISIONS):
            if sorted((*day, *clock[:count])) == sorted(numbers) and not any(clock[count:]):
                return precision
    return None
