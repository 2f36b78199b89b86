"""
When the story was published: the line near the title first, the page's metadata where no line says it.
"""

from __future__ import annotations

import re

from newsparse import lazy
from newsparse.document.outline import Outline
from newsparse.fields.dates import read_timestamp
from newsparse.fields.segments import segment
from newsparse.generic.context import Context
from newsparse.generic.prose import is_ago, is_time
from newsparse.generic.region import prose
from newsparse.generic.zones import zones
from newsparse.model import Timestamp
from newsparse.rules import Guess

#: Names of meta elements that hold the time of publication, the surest first.
_METAS = (
    "article:published_time", "og:published_time", "og:release_date", "publishdate", "pubdate", "publish_time", "publish-date",
    "publishtime", "datepublished", "dateupdate", "weibo: article:create_at", "weibo:article:create_at", "date", "dc.date",
    "dcterms.created", "article_date_original", "apub:time", "firstpublishedtime", "_pubtime", "build_time",
)  # fmt: skip
_CMS = ("date", "pubtime", "createtime", "founder-date")
_CMS_SIGNS = ("enpproperty", "pageinfo", "founder-", "articleinfo")
#: What scripts call it, and what follows the name.
_SCRIPT_NAMES = (
    "publish_time", "publishTime", "publish_date", "publishDate", "published_at", "pub_time", "pubTime", "pubtime", "pubDate", "pubdate",
    "createTime", "create_time", "datePublished", "var ct", '"ct"',
)
_SCRIPT_VALUE = lazy.compile(
    r"[\"']?\s?[:=]\s?[\"']?"
    r"(1\d{9}(?=\D)|1\d{12}(?=\D)|20\d\d-\d\d?-\d\d?(?:[ T]\d\d?:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?|20\d\d年\d\d?月\d\d?日\s?\d\d?:\d\d)"
)
#: Below the story a time has at most so many letters beside it: else somebody says something.
_REST = 12
_MOST_TRIES = 20
#: 最後更新 … 發佈時間 …: what a line says first need not be what is asked.
_UPDATED = lazy.compile(r"^\W{0,3}(?:最[后後])?(?:更新|更改|修改)(?:时间|時間|日期|于|於)?")
_PUBLISHED = lazy.compile("(?:发[布表]|發[布佈表]|出版|刊登|首次)(?:时间|時間|日期|于|於)?")
#: Day, month, year, as some European and Malaysian desks write.
_DAY_FIRST = lazy.compile(r"(?<![\d./])(\d\d?([/.])\d\d?\2(?:19|20)\d\d)(?![\d./])(?:[\s-]{1,3}(\d\d?:\d\d))?")
_TIME_ELEMENT = lazy.compile(r"<time\b[^<>]{0,200}?\sdatetime\s?=\s?[\"']?([^\"'<>]{8,40})[^<>]{0,200}>([^<]{0,40})", re.I)
_URL_DAY = lazy.compile(r"(?<!\d)((?:19|20)\d\d)[-/_]?(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)")


def timestamp(outline: Outline, context: Context) -> Guess | None:
    """
    The time in the lines around the title, else below the story, else in metadata.
    """
    return _printed(outline, context) or _declared(outline)


def _printed(outline: Outline, context: Context) -> Guess | None:
    """Return the time that a line near the story prints."""
    lines, place = outline.lines, zones(outline)
    for zone, sure in ((place.head, 0.97), (place.above, 0.9), (place.tail, 0.8)):
        rough: Guess | None = None
        for number in zone.dated if context.reference is None else zone.lines(outline):
            text = lines[number].text
            if len(text) > 120 or prose(outline).weights[number]:
                continue
            if zone is place.tail and not (is_time(text, rest=_REST) or segment(text)):
                continue
            found = _read(text, context)
            if found is None:
                continue
            if found.precision in ("minute", "second", "hour"):
                return Guess(found, sure, text)
            rough = rough or Guess(found, sure - 0.05, text)
        if rough:
            return rough
    return None


def _read(text: str, context: Context) -> Timestamp | None:
    """Return the time of publication in a line; the value of its label where it has several."""
    parts = segment(text)
    for part in parts:
        if part.role == "time":
            found = read_timestamp(part.value, reference=context.reference)
            if found:
                return found
    if parts and parts[0].role == "updated" and parts[0].start <= 2:
        return None
    if "更" in text and _UPDATED.match(text):
        published = _PUBLISHED.search(text)
        found = read_timestamp(text[published.end() :], reference=context.reference, lenient=False) if published else None
        if found:
            return found
    return read_timestamp(text, reference=context.reference, lenient=False) or _day_first(text)


def _day_first(text: str) -> Timestamp | None:
    """Return the time in a line that gives the day before the month; None where either may be the month."""
    match = _DAY_FIRST.search(text)
    return read_timestamp(f"{match[1]} {match[3] or ''}".strip()) if match else None


def _declared(outline: Outline) -> Guess | None:
    """Return the time that metadata, JSON, a script or the address gives."""
    source = outline.source
    for name in _METAS:
        value = source.meta(name)
        found = read_timestamp(value) if value else None
        if found:
            return Guess(found, 0.8, value or "")
    for value in source.jsonld("datePublished"):
        found = read_timestamp(value)
        if found:
            return Guess(found, 0.85, value)
    ago = _ago(outline)
    if ago:
        return ago
    if any(sign in source.text for sign in _CMS_SIGNS):
        for name in _CMS:
            value = source.comment(name)
            found = read_timestamp(value) if value else None
            if found:
                return Guess(found, 0.85, value or "")
    return _scripted(source.text) or _from_address(outline)


def _ago(outline: Outline) -> Guess | None:
    """Return the time that an element gives of which a line near the title prints only how long ago it was: 3小时前."""
    place = zones(outline)
    for number in (*place.head.lines(outline), *place.above.lines(outline)):
        text = outline.lines[number].text
        if not is_ago(text):
            continue
        for element in _TIME_ELEMENT.finditer(outline.source.text):
            if element[2].strip() and element[2].strip() in text:
                found = read_timestamp(element[1])
                return Guess(found, 0.85, element[0]) if found else None
    return None


def _scripted(text: str) -> Guess | None:
    """Return the time that a script gives under a name that says so; found by name, for pages are long."""
    for name in _SCRIPT_NAMES:
        at = text.find(name)
        for _ in range(_MOST_TRIES):
            if at < 0:
                break
            end = at + len(name)
            if not text[at - 1].isalpha():
                match = _SCRIPT_VALUE.match(text, end)
                found = read_timestamp(match[1]) if match else None
                if found and match:
                    return Guess(found, 0.7, name + match[0])
            at = text.find(name, end)
    return None


def _from_address(outline: Outline) -> Guess | None:
    """Return the day in the page's address."""
    match = _URL_DAY.search(outline.url or "")
    found = read_timestamp("-".join(match.groups())) if match else None
    return Guess(found, 0.6, match[0]) if found and match else None


def updated(outline: Outline, context: Context) -> Guess | None:
    """
    The time after 更新 in the lines around the story.
    """
    place = zones(outline)
    for number, parts in (*place.head.credits, *place.above.credits, *place.tail.credits):
        text = outline.lines[number].text
        for part in parts:
            if part.role == "updated":
                found = read_timestamp(part.value, reference=context.reference)
                if found:
                    return Guess(found, 0.9, text)
    return None
