"""
Who wrote and who edited: the credits near the title, inside the story and below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from newsparse import lazy
from newsparse.document.outline import Outline
from newsparse.fields.credits import BULLETS, read_authors, read_byline, read_editors, segment, signature
from newsparse.fields.datelines import read_dateline
from newsparse.fields.dates import read_timestamp, strip_timestamps
from newsparse.fields.names import is_name, read_names
from newsparse.generic.bodies import opening, passed_on, reading
from newsparse.generic.context import Context
from newsparse.generic.prose import AUTHOR_NAME, is_ago, is_author
from newsparse.generic.region import prose
from newsparse.generic.story import story
from newsparse.generic.zones import BETWEEN, Zone, Zones, beside, zones
from newsparse.model import Person
from newsparse.rules import Guess
from newsparse.vocabulary.credits import AUTHOR_ROLES, EDITOR_ROLES, PERSON_ROLES
from newsparse.vocabulary.mastheads import is_outlet, is_section
from newsparse.vocabulary.signs import EDITOR

#: The value of 来源 may name the writer, too: （乙 - 张小满）.
_TELLING = AUTHOR_ROLES | {"source"}
#: A line without labels that names people is this short.
_LONGEST_BARE, _LONGEST_DATELINE = 50, 40
_MOST_WRITERS = 2
#: What the dateline's own line ends with: 甲／台北報導, 【甲報記者乙】.
_SENT = ("報導", "报导", "报道", "報道", "電", "电", "訊", "讯", "】", "〕", "）", ")")
_REPORTED = _SENT[:4]
_WRITER = lazy.compile(r"(?<!\w)(?:作者|撰文|文)\s?[：:丨|]\s?([^，,。；;（()）：:]{2,40})")
_EDITED_BY = lazy.compile(r"(?<!\w)(?:责任)?(?:编辑|責編|编校|責任編輯)\s?[：:丨|]\s?([^，,。；;（()）：:]{2,40})")
#: How many of the story's first lines may still be the desk's.
_OPENS = 4
#: ANNA REED 报道 2013年7月11日.
_LATIN_NAME = lazy.compile(r"((?:[A-Z][A-Za-zÀ-ÿ.'’-]*\s){1,3}[A-Z][A-Za-zÀ-ÿ.'’-]+)\s?(?:报道|報道|報導)")
_POSTS = frozenset("记者 記者 特派员 特派員 通讯员 通訊員 撰稿 编译 編譯".split())
#: What towns and buttons end with, and names do not: 张家口市, 简体版.
_NOT_LAST = frozenset("市县縣区區省州口港版站部局院会會榜们們章页頁号號讯訊电電圈文图圖报報网網军軍街法")
#: How far below the story a line may name its editor, where nothing nearer does.
_FAR_BELOW = 110
_EDITOR_LINE = lazy.compile(r"[\s（(\[【]{0,3}(?:本文|网络|網絡|值班)?(?:责任编辑|責任編輯|责编|責編|编辑|編輯)\s{0,2}[:：]")


def byline(outline: Outline, context: Context) -> Guess | None:
    """
    The line near the story that credits its authors, as printed.
    """
    place = zones(outline)
    for zone in (place.head, place.above, None):
        for number, parts in (zone or _below(place)).credits:
            if any([part.role in AUTHOR_ROLES for part in parts]):
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
    people = _labelled(outline, (place.head, place.above), _TELLING, read_authors)
    sure = 0.93
    body = reading(outline, context)
    signed = {person.name: person for person in body.authors} if body else {}
    if not people and not signed:
        opened = opening(outline, context)
        people = {person.name: person for person in opened.authors} if opened else {}
    if not people and not signed:
        people, sure = _set_apart(outline), 0.85
    if not people and not signed:
        people = _labelled(outline, (_below(place),), _TELLING, read_authors)
    if not people and not signed:
        people = _passed_on(outline, _WRITER, "author")
    if not people and not signed:
        people, sure = _sent(outline) or _bare(outline) or _alone(outline) or _declared(outline), 0.75
    for name, person in signed.items():
        people.setdefault(name, person)
    return Guess(tuple(people.values()), sure, "、".join(people)) if people else None


def _below(place: Zones) -> Zone:
    """Return the foot with those lines that may name the story's writer: beyond the tail only those that name its editor, too."""
    near, credits = place.tail.end, place.foot.credits
    if sum(parts[0].role == "author" for _, parts in credits) > _MOST_WRITERS:
        # The works of a prize, each with its 作者.
        credits = [(number, parts) for number, parts in credits if parts[0].role != "author"]
        return place.foot.crediting(credits)
    if not credits or credits[-1][0] < near:
        return place.foot
    return place.foot.crediting(
        [(number, parts) for number, parts in credits if number < near or any(part.role in EDITOR_ROLES for part in parts)]
    )


def editors(outline: Outline, context: Context) -> Guess | None:
    """
    The people after 责任编辑, 编辑 and their kin.
    """
    place = zones(outline)
    people = _labelled(outline, (place.head, place.above, place.foot), EDITOR_ROLES, read_editors)
    body = reading(outline, context)
    for person in body.editors if body else ():
        people.setdefault(person.name, person)
    sure = 0.93 if people else 0.85
    people = people or _passed_on(outline, _EDITED_BY, "editor") or _far_below(outline)
    return Guess(tuple(people.values()), sure, "、".join(people)) if people else None


def _passed_on(outline: Outline, pattern: re.Pattern[str], role: str) -> dict[str, Person]:
    """Return whom the sentence names that says where the story was taken from: 本文来自某网，作者：甲，编辑：乙."""
    match = pattern.search(passed_on(outline))
    return {person.name: person for person in read_names(match[1], role)} if match else {}


def _far_below(outline: Outline) -> dict[str, Person]:
    """Return whom the first line far below the story names as editor: votes and widgets may stand between."""
    last = zones(outline).foot.end
    if not last:
        return {}
    for number in outline.having(EDITOR, last, last + _FAR_BELOW):
        line = outline.lines[number]
        if len(line.text) <= _LONGEST_BARE and _EDITOR_LINE.match(line.text) and not outline.is_hidden(line.box):
            return {person.name: person for person in read_editors(line.text, bare=False)}
    return {}


def _labelled(
    outline: Outline, zones: Iterable[Zone], roles: frozenset[str], read: Callable[..., tuple[Person, ...]]
) -> dict[str, Person]:
    """Return the people whom lines credit behind a label."""
    people: dict[str, Person] = {}
    for zone in zones:
        for number, parts in zone.credits:
            if any([part.role in roles for part in parts]):
                for person in read(outline.lines[number].text, bare=False):
                    people.setdefault(person.name, person)
    return people


def _bare(outline: Outline) -> dict[str, Person]:
    """Return the people who stand beside the time without a label."""
    lines = outline.lines
    for number in zones(outline).head.dated:
        text = lines[number].text
        if "前" in text and is_ago(text):
            text = text.partition("前")[2]
        elif not read_timestamp(text, lenient=False):
            continue
        # 更新于2014年5月13日 06:52 青石时报 甲: before the names stands but the time.
        parts = [part for part in segment(text) if part.role != "updated"]
        bare = text[: parts[0].start] if parts else text
        if (len(bare) > _LONGEST_BARE and len(strip_timestamps(bare)) > _LONGEST_BARE) or any(part.role in PERSON_ROLES for part in parts):
            continue
        latin = _LATIN_NAME.match(bare)
        if latin:
            return {latin[1]: Person(latin[1], "author")}
        people = {person.name: person for person in read_authors(bare) if "•" in person.name or "·" in person.name or (is_name(person.name) and not is_section(person.name))}
        if people and (not parts or len(people) > 1 or all(_sure(name) for name in people)):
            return people
    return {}


def _sure(name: str) -> bool:
    """Tell whether a name can hardly be a section or a button: 2024-03-18 高考 来源：…."""
    return len(name) == 3 and name[-1] not in _NOT_LAST and not is_section(name)


def _sent(outline: Outline) -> dict[str, Person]:
    """Return the people of a dateline that stands in a line of its own."""
    place, head = story(outline), zones(outline).head.lines(outline)
    weights = prose(outline).weights
    opens = range(place.first, min(place.first + _OPENS, place.last)) if place else ()
    for number in (*head, *[n for n in opens if not weights[n] and n not in head]):
        text = outline.lines[number].text
        if not 2 <= len(text) <= _LONGEST_DATELINE:
            continue
        if text.endswith(_SENT) or (("报" in text or "報" in text) and any([word in text for word in _REPORTED])):
            found = read_dateline(text)
            if found and found.authors:
                return {person.name: person for person in found.authors}
        elif text[0] in BULLETS:
            people = signature(text)[1]
            if people:
                return {person.name: person for person in people}
    return {}


def _set_apart(outline: Outline) -> dict[str, Person]:
    """Return the one whose name is all that an element holds that is named for the author, above the story."""
    for number in zones(outline).head.lines(outline):
        if is_author(outline, number):
            name = outline.lines[number].text
            return {name: Person(name, "author")}
    return {}


def _declared(outline: Outline) -> dict[str, Person]:
    """Return the people of the metadata's byline; what it has for author is the editor as often as not."""
    byline = outline.source.meta("byline")
    return {person.name: person for person in read_names(byline, "author")} if byline else {}


def _alone(outline: Outline) -> dict[str, Person]:
    """Return the one who stands in a line of his own right beside the time, perhaps behind the outlet."""
    for number in beside(outline):
        text = outline.lines[number].text
        if not 2 <= len(text) <= _LONGEST_BARE // 2:
            continue
        words = BETWEEN.split(text)
        names = [word for word in words if is_name(word) and not is_section(word)]
        # Two characters may be a button (关注): an outlet beside them, or the element, must vouch for the name.
        sure = len(words) > len(names) or (len(text) == 3 and text[-1] not in _NOT_LAST)
        sure = sure or AUTHOR_NAME.search(outline.boxes[outline.lines[number].box].name) is not None
        if names and sure and all(word in names or word in _POSTS or is_outlet(word) for word in words):
            return {name: Person(name, "author") for name in names}
    return {}
