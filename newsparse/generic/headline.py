"""
The title: the lines before the story in, the one that heads it out.

Theory.  A page says its title at least twice: in ``<title>`` (or og:title), with the site's
name around it, and as a line above the story.  A line that both agree on is certain;
logos, channel names and sticky bars are headings too, but nobody repeats them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse import lazy
from newsparse.document.outline import Line, Outline
from newsparse.fields.disclaimers import is_boilerplate
from newsparse.fields.titles import common_title, read_title, strip_site_suffix
from newsparse.generic.prose import is_info, is_time
from newsparse.vocabulary.mastheads import is_outlet, is_section
from newsparse.vocabulary.names import words
from newsparse.vocabulary.signs import DIGIT

_SHORTEST, _LONGEST = 4, 100
#: A shorter <title> may be a channel's.
_CHANNEL = 8
#: So many equal characters at both ends are no accident.
_SURELY = 8
#: So many characters of ``<title>`` are looked for in the lines.
_PROBE = 4
#: The title that the story had where it came from.
_ORIGINAL = ("原标题", "原標題", "本文原", "（原标题", "(原标题")
_HEADINGS = {"h1": 6, "h2": 5, "h3": 4, "h4": 3, "h5": 2, "h6": 1}
_GREAT = frozenset(("h1", "h2"))
#: What is glued to a title: 听, 原创, and which of how many pictures it heads.
_BUTTON = lazy.compile("[\u4e00-\u9fff]{1,2}|[（(]\\d{1,3}[/／]\\d{1,3}[)）]|(?:[+＋]?(?:订阅|訂閱|关注|關注)\\S{0,8}|\\S{0,6}RSS)")
#: What stands between the steps of a trail.
_TRAIL = lazy.compile(r">|＞|»|位置[:：]")
#: Where ``<title>`` says nothing, the title is at most so many lines above the story.
_NEAR = 16
#: What parts the words of a site's name, in whatever way it is decorated.
_WORDS = lazy.compile(r"[\s:：|｜·★☆◆【】()（）\[\]<>《》~～-]+")
#: Whose own sites put nothing but their name into ``<title>``.
_ORGANISATIONS = words("organisation")
_NAMED = lazy.compile(r"tit(?:le)?\b|biaoti|head(?:line|ing)|subject|topic", re.I)


class Headline(NamedTuple):
    """
    The title, and the line it was read from.
    """

    text: str
    #: Number of the line, -1 where the title is only in the page's metadata.
    line: int
    confidence: float
    raw: str


def echoes(outline: Outline, last: int = 10**9) -> list[int]:
    """
    Return the lines that ``<title>`` or og:title agrees with, found once.

    Args:
        last: lines from here on are not asked: below the story other stories repeat its title.
    """
    found: list[int] | None = outline.notes.get("echoes")
    if found is None:
        title, og = declared(outline), outline.source.meta("og:title") or ""
        bare = bare_title(outline)
        # A page that calls itself by the outlet's name alone says that name in its masthead too.
        found = [] if is_outlet(bare) else _echoes(outline, title, bare, last)
        if og and not found and og not in title:
            found = _echoes(outline, og, strip_site_suffix(og), last)
        outline.notes["echoes"] = found
    return found


def _echoes(outline: Outline, title: str, bare: str, last: int) -> list[int]:
    """Return the lines that a title agrees with: those that share some of its characters are asked."""
    if not bare:
        return []
    shortest = max(_SHORTEST, min(len(bare) * 2 // 5, _LONGEST))
    middle = len(bare) // 2
    probes = {probe for at in (0, middle, max(0, len(bare) - _PROBE)) if len(probe := bare[at : at + _PROBE].strip()) > 1}
    found = []
    for number in outline.saying(probes, 0, min(last, len(outline.lines))):
        text = outline.lines[number].text
        if not shortest <= len(text) <= _LONGEST or text.startswith(_ORIGINAL):
            continue
        if len(bare) < _CHANNEL and _TRAIL.search(text):
            # <title> names a channel, and so does a step of the trail.
            continue
        if text in title or bare in text or _alike(bare, text) or common_title(title, text):
            found.append(number)
    return found


def _alike(title: str, text: str) -> bool:
    """Tell whether two titles differ only in the middle: what both begin and end with makes up most of either."""
    shorter, longer = sorted((len(title), len(text)))
    head = tail = 0
    while head < shorter and title[head] == text[head]:
        head += 1
    while tail < shorter - head and title[-1 - tail] == text[-1 - tail]:
        tail += 1
    return head + tail >= _SURELY and (head + tail) * 3 >= longer * 2


def declared(outline: Outline) -> str:
    """
    Return ``<title>`` as the page has it, else og:title, else nothing; found once.

    Portals of the government follow a standard that gives the story's title an element of its own; their ``<title>`` may
    be the portal's name.
    """
    found: str | None = outline.notes.get("declared")
    if found is None:
        source = outline.source
        found = outline.notes["declared"] = source.meta("articletitle") or source.title or source.meta("og:title") or ""
    return found


def bare_title(outline: Outline) -> str:
    """
    Return ``<title>`` without the site's own, made once.
    """
    found: str | None = outline.notes.get("bare")
    if found is None:
        found = outline.notes["bare"] = strip_site_suffix(declared(outline))
    return found


def choose(outline: Outline, start: int) -> Headline | None:
    """
    Return the title of the story whose prose begins at a line.
    """
    lines = outline.lines
    # A name that only the foot of the page repeats is the site's.
    same = {number for number in echoes(outline) if number < start}
    best, best_score = -1, -9.0
    start = min(start, len(lines))
    own = bare_title(outline)
    for number in sorted(same) if same else range(max(0, start - _NEAR), start):
        line = lines[number]
        if number >= start or line.kind != "text" or not _SHORTEST <= len(line.text) <= _LONGEST:
            continue
        if same:
            score = _echo_score(line, number, start, _heading_tag(outline, line)) - 5 * outline.is_hidden(line.box)
        else:
            score = _lone_score(outline, line, number, start)
        if score >= best_score:
            best, best_score = number, score
    if best >= 0 and not same and _says_something(outline, own, start) and not _is_set_as_title(outline, best, own):
        # The page has a name of its own that no line repeats: a line beside it is no better.
        best = -1
    if best >= 0 and (best in same or best_score > 0):
        text = read_title(_printed(outline, _whole(outline, best) if best in same else lines[best].text))
        if text:
            return Headline(text, best, 0.97 if best in same else 0.7, lines[best].text)
    title = outline.source.meta("og:title") or declared(outline)
    bare = read_title(strip_site_suffix(title)) if title else None
    return Headline(bare, -1, 0.6, title) if bare else None


def _whole(outline: Outline, number: int) -> str:
    """Return the title that an element breaks into two lines, if ``<title>`` has both; else its line."""
    lines = outline.lines
    line = lines[number]
    for first, second in ((number, number + 1), (number - 1, number)):
        if first >= 0 and second < len(lines) and lines[second].broken and lines[first].box == lines[second].box:
            parts = lines[first].text, lines[second].text
            if all(parts) and "".join("".join(parts).split()) in "".join(declared(outline).split()):
                return " ".join(parts)
    return line.text


def _says_something(outline: Outline, title: str, start: int) -> bool:
    """Tell whether what is left of ``<title>`` is more than the name of the site, or of a channel that the page links to."""
    named = [word for word in _WORDS.split(title) if not word.isascii()]
    if len(title) <= _SHORTEST + 1 or all(is_outlet(word) or is_section(word) for word in named):
        return False
    return not any(outline.lines[number].linked for number in outline.saying((title,), 0, start))


def _is_set_as_title(outline: Outline, number: int, own: str) -> bool:
    """Tell whether a line that ``<title>`` says nothing of is set as the title: as a heading, or marked and right above the info line."""
    line, box = outline.lines[number], outline.boxes[outline.lines[number].box]
    if (tag := _heading_tag(outline, line)) in _GREAT:
        return True
    if not (tag or line.bold or line.centred or _NAMED.search(box.name) or own.endswith(_ORGANISATIONS)):
        return False
    below = next((n for n in range(number + 1, min(number + 3, len(outline.lines))) if outline.lines[n].kind == "text"), -1)
    return below > 0 and outline.signs(below) & DIGIT > 0 and is_info(outline, below)


def _printed(outline: Outline, text: str) -> str:
    """Return the title in a line: without the trail before it or the button behind it, and whole where it is cut short."""
    cut = text.rstrip(".…")
    bare = bare_title(outline)
    if len(cut) < len(text):
        return bare if bare.startswith(cut) and len(bare) > len(cut) else text
    if bare and text != bare and bare in text and (_TRAIL.search(text) or _BUTTON.fullmatch(text.replace(bare, "", 1).strip())):
        return bare
    return text


def _heading_tag(outline: Outline, line: Line) -> str | None:
    """Return the heading element that the line stands in, None where it stands in none."""
    box = outline.boxes[line.box]
    for _ in range(2):
        if box.tag in _HEADINGS:
            return box.tag
        if box.parent < 0 or box.last - box.first > 2:
            return None
        box = outline.boxes[box.parent]
    return None


def _echo_score(line: Line, number: int, start: int, tag: str | None) -> float:
    """Return how likely a line that agrees with ``<title>`` is the title itself."""
    size = len(line.text)
    score = min(size, 30) / 10 + (_HEADINGS[tag] / 2 if tag else 0)
    if line.linked * 2 > size or _TRAIL.search(line.text) or (tag is None and line.text[-1] == "。"):
        # A step of a trail, a link, a sentence that says the title once more.
        score -= 3
    return score - min(3.0, (start - number) / 20)


def _lone_score(outline: Outline, line: Line, number: int, start: int) -> float:
    """Return how likely a line is the title where ``<title>`` names only the site."""
    text = line.text
    size = len(text)
    tag = _heading_tag(outline, line)
    if size < 6 or (line.linked * 2 > size and tag != "h1") or _TRAIL.search(text) or is_time(text, rest=4):
        return -9.0
    if is_outlet(text) or is_info(outline, number) or text[-1] in "。；，：" or is_boilerplate(text, outline.signs(number)):
        return -9.0
    score = 1.0 + (_HEADINGS[tag] if tag else 0) + (1.0 if line.bold else 0) + (1.0 if line.centred else 0)
    if _NAMED.search(outline.boxes[line.box].name):
        score += 2
    return score - (start - number) / 5
