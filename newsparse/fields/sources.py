"""
Reads the outlet that a line credits: ``来源：甲网(北京) 有0人参与`` in, ``甲网`` out.

Text and the links in it, no DOM. Nothing is looked up: the name stays as printed, without
its label and without what follows it in the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse import blocks, lazy
from newsparse.fields.dates import strip_timestamps
from newsparse.fields.segments import Segment, segment
from newsparse.model import Link
from newsparse.vocabulary.mastheads import is_outlet
from newsparse.vocabulary.sources import GLUED, NO_SOURCES, TAIL_CHARACTERS, TAILS

_TAIL = lazy.compile("|".join(f"(?:{entry.pattern})" for entry in TAILS))
_TAIL_CHARACTER = lazy.compile(f"[{re.escape(TAIL_CHARACTERS)}]")
_NO_SOURCE = frozenset(entry.value for entry in NO_SOURCES)
_LONGEST = 40
_URL = lazy.compile(r"(?:https?://|www\.)[^\s\u4e00-\u9fff]+|\b[a-z0-9\-]{1,30}(?:\.[a-z0-9\-]{2,30}){1,3}\b/?", re.A)
_HOST = lazy.compile(r"[a-z0-9\-]{1,30}(?:\.[a-z0-9\-]{2,30}){1,4}", re.A)
#: Blanks around what joins several outlets.
_JOIN = lazy.compile(r"\s([、，/／])\s?|([、，/／])\s")
_BRACKET = lazy.compile(r"[（(【\[][^（()）【】\[\]]{0,40}[）)】\]]?")
_BETWEEN = lazy.compile(r"[\s·|｜╱／/〔〕【】\[\]（）()]+")
_EDGES = " \t\xa0\u3000:：,，;；、·|｜-－—_/／【】[]（）()>＞»*"
#: What dates and addresses hold.
_MORE = lazy.compile(r"[\d.]")
#: What ``GLUED`` ends with.
_GLUED_ENDS = ("微博", "官网", "]")
_COUNT = lazy.compile(r"(?<=[\u4e00-\u9fff])\d{1,6}$")
_ALONE = lazy.compile(r"[\u4e00-\u9fff]( [\u4e00-\u9fff]){1,6}")


def read_source(text: str, links: Sequence[blocks.Link] = ()) -> Link | None:
    """
    Return the outlet that a line credits, with the address of its link; None when it names none.

    Args:
        text: the line, with or without a label.
        links: the links inside the line.
    """
    text = text.strip()
    if not text:
        return None
    segments = segment(text)
    if not segments:
        name = _bare(text, links)
        return Link(name, _url_of(name, links)) if name else None
    counted = any(part.role == "share" for part in segments)
    values = [_COUNT.sub("", part.value) if counted else part.value for part in segments if part.role == "source"]
    if values:
        name = next(filter(None, (_name(value, links) for value in values)), None)
    elif any(part.role not in ("reporter", "time", "updated", "comments", "views", "share") for part in segments):
        name = None
    else:
        name = _bare(text[: _people_start(segments, text)], links)
    return Link(name, _url_of(name, links)) if name else None


def _people_start(segments: Sequence[Segment], text: str) -> int:
    """Return where a line without a source label begins to speak of something else."""
    starts = [part.start for part in segments if part.role != "time" and part.start > 0]
    return min(starts, default=len(text))


def _name(value: str, links: Sequence[blocks.Link]) -> str | None:
    """Return the outlet that a label's value opens with."""
    tail = _tail(value)
    if tail:
        value = value[: tail.start()]
    value = " ".join((_without_urls(strip_timestamps(value)) if _may_hold_more(value) else value).split())
    value = _joined(value).strip(" :：,，;；·|｜")
    value = _unbracketed(value)
    linked = _linked(value, links)
    if linked:
        return linked
    value = _first_word(value)
    if tail:
        value = _COUNT.sub("", value)
    value = _without_marks(GLUED.sub("", value) if len(value) > 4 and value.endswith(_GLUED_ENDS) else value)
    if (
        not value
        or len(value) > _LONGEST
        or value in _NO_SOURCE
        or "。" in value
        or value.isdigit()
        or _HOST.fullmatch(value)
    ):
        return None
    return value


def _tail(text: str) -> re.Match[str] | None:
    """Return where the page itself speaks in a text."""
    return _TAIL.search(text) if _TAIL_CHARACTER.search(text) else None


def _joined(text: str) -> str:
    """Return the text without blanks around what joins several outlets."""
    joins = " " in text and ("、" in text or "，" in text or "/" in text or "／" in text)
    return _JOIN.sub(r"\1\2", text) if joins else text


def _without_urls(text: str) -> str:
    """Return the text with blanks in the place of addresses, of which each has a dot or a slash."""
    return _URL.sub(" ", text) if "." in text or "/" in text else text


def _may_hold_more(value: str) -> bool:
    return _MORE.search(value) is not None


def _unbracketed(value: str) -> str:
    """Cut at the bracket that follows the name: the desk's town, 综合, the writer."""
    if value[:1] in "（(【[" and value:
        value = value[1:].rstrip("）)】]")
    match = _BRACKET.search(value, 1)
    return value[: match.start()].strip() if match else value.rstrip("）)】]")


def _linked(value: str, links: Sequence[blocks.Link]) -> str | None:
    """Return the link's text where the value begins with it; several sources stay together."""
    for link in links:
        label = " ".join(link.text.split())
        if len(label) >= 2 and value.startswith(label) and not _tail(label):
            rest = value[len(label) :]
            if not rest or rest[0] == " " or rest[:2] == "微博":
                return _without_marks(label)
    return None


def _first_word(value: str) -> str:
    """Return the words of the name: up to the first blank after a Chinese one."""
    if " " not in value:
        return value
    if _ALONE.fullmatch(value):
        return value.replace(" ", "")
    words = value.split(" ")
    for index, word in enumerate(words):
        if not word.isascii():
            return " ".join(words[: index + 1])
    return value


def _without_marks(value: str) -> str:
    """Drop title marks around the whole name."""
    value = value.strip(_EDGES)
    if value[:1] == "《" and value[-1:] == "》" and value.count("《") == 1:
        return value[1:-1].strip()
    return value


def _bare(text: str, links: Sequence[blocks.Link]) -> str | None:
    """Read a line without a label: a date, an address and the name of an outlet."""
    if len(text) > 120 or "。" in text:
        return None
    text = _without_urls(strip_timestamps(text))
    if not text:
        return None
    tail = _tail(text)
    if tail:
        text = text[: tail.start()]
    text = _joined(" ".join(text.split())).strip(_EDGES)
    if not text:
        return None
    linked = _linked(text, links)
    if linked:
        return linked
    if "、" not in text:
        words = [word for word in _BETWEEN.split(text) if len(word) > 1 and not word.isdigit()]
        outlets = [word for word in words if is_outlet(word)]
        text = outlets[0] if outlets else text if len(words) != 1 else words[0]
    return _name(text, ()) if len(text) <= _LONGEST else None


def _url_of(name: str, links: Sequence[blocks.Link]) -> str | None:
    """Return the address of the link that carries the name, or the first of several names."""
    for link in links:
        label = link.text.strip().strip("《》")
        if label and link.href and (label == name or name.startswith(label)):
            return link.href
    return None
