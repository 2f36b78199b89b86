"""
What a page puts around a story: comments, disclaimers, pager, footer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse.document.outline import Outline
from newsparse.fields.comments import read_comments
from newsparse.fields.disclaimers import split_disclaimers
from newsparse.fields.pages import read_footer, read_pagination
from newsparse.generic.bodies import reading
from newsparse.generic.context import Context
from newsparse.generic.story import story
from newsparse.generic.zones import zones
from newsparse.model import Comments
from newsparse.rules import Guess

_COMMENTS = re.compile(r"评论|評論|留言|跟[贴帖]|参与|參與|人回应|回應|说两句")
_FORM = re.compile(r"发表评论|發表評論|发表留言|我要评论|我也?来说两句|写评论|用户名|会员登录")
_PAGER = re.compile(r"下一?[页頁]|尾[页頁]|末[页頁]|共\s?\d{1,3}\s?[页頁]")
_NUMBERS = re.compile(r"[\d\s\[\]<>《》«»]{2,60}")
_FOOTER = re.compile(r"ICP|版[权權]所有|公网安备|许可证|法律[顾顧][问問]")
_BELOW, _FAR_BELOW = 30, 60
_FOOT_LINES = 16


def comments(outline: Outline, context: Context) -> Guess | None:
    """
    The number of comments near the title or below the story.
    """
    place = story(outline)
    if place is None:
        return None
    lines = outline.lines
    seen: Comments | None = None
    raw = ""
    below = range(max(place.first, place.last - 4), min(len(lines), place.last + _BELOW))
    for number in (*zones(outline).head, *zones(outline).above[:4], *below):
        line = lines[number]
        if line.kind != "text" or len(line.text) > 80 or not _COMMENTS.search(line.text):
            continue
        found = read_comments(outline.fragment(number, number + 1))
        if found is None:
            continue
        if found.count is not None:
            return Guess(found, 0.8, line.text)
        if seen is None or (not seen.form and _FORM.search(line.text)):
            seen, raw = found, line.text
    return Guess(seen, 0.7, raw) if seen else None


def disclaimers(outline: Outline, context: Context) -> Guess | None:
    """
    The disclaimers inside the story and below it.
    """
    place = story(outline)
    if place is None:
        return None
    body = reading(outline, context)
    known = body.disclaimers if body else ()
    texts = [
        line.text for line in outline.lines[place.last : place.last + _BELOW] if line.kind == "text" and len(line.text) > 8
    ]
    below = split_disclaimers(texts)
    seen = {item.text for item in known}
    found = (*known, *(item for item in below if item.text not in seen))
    return Guess(found, 0.8, found[0].text) if found else None


def pagination(outline: Outline, context: Context) -> Guess | None:
    """
    The pager below the story or at its end.
    """
    place = story(outline)
    if place is None:
        return None
    lines = outline.lines
    for number in range(max(place.first, place.last - 4), min(len(lines), place.last + _BELOW)):
        line = lines[number]
        if line.kind != "text" or not line.linked or len(line.text) > 80:
            continue
        if _PAGER.search(line.text) or _NUMBERS.fullmatch(line.text):
            found = read_pagination(outline.fragment(*_around(outline, number)))
            if found and (found.pages or 0) > 1:
                return Guess(found, 0.85, line.text)
    return None


def _around(outline: Outline, number: int) -> tuple[int, int]:
    """Return the lines of the pager that a line belongs to."""
    first, last = number, number + 1
    for at in outline.ancestors(outline.lines[number].box):
        box = outline.boxes[at]
        if box.last - box.first > 16 or sum(len(line.text) for line in outline.lines[box.first : box.last]) > 80:
            break
        first, last = box.first, box.last
    return first, last


def footer(outline: Outline, context: Context) -> Guess | None:
    """
    Licences, owner and counsel in the page's last lines.
    """
    texts = list(_last_texts(outline))
    if not any(_FOOTER.search(text) for text in texts):
        return None
    found = read_footer(" ".join(texts))
    return Guess(found, 0.9, texts[-1]) if found else None


def _last_texts(outline: Outline) -> Iterator[str]:
    for line in outline.lines[-_FOOT_LINES:]:
        if line.text and line.kind != "media" and len(line.text) < 400:
            yield line.text
