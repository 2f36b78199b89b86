"""
What a page puts around a story: comments, disclaimers, pager, footer.
"""

from __future__ import annotations

from newsparse import lazy
from newsparse.document.outline import Line, Outline
from newsparse.fields.comments import read_comments_line, read_count
from newsparse.fields.dates import strip_timestamps
from newsparse.fields.disclaimers import is_disclaimer, split_disclaimers
from newsparse.fields.pages import read_footer, read_pagination
from newsparse.generic.bodies import reading
from newsparse.generic.context import Context
from newsparse.generic.story import story
from newsparse.model import Disclaimer
from newsparse.rules import Guess
from newsparse.vocabulary.signs import CLAUSE, COMMENT, DIGIT, FOOTER, NUMBERED, PAGE, TOTAL

#: Announcements of other stories with their comments.
_OTHERS = lazy.compile(r"[。！？”》]\s?评论\s?\d|评论\s?\d+\s?赞")
_ALL = lazy.compile("全部|共有?|所有|总")
_DIGIT = lazy.compile(r"\d")
_NONE = lazy.compile(r"(?:暂无|暫無|还没有|尚无)[^，。]{0,6}(?:评论|評論|留言|跟[贴帖])")
_COUNTED = lazy.compile(r"(\d[\d,]{0,9})\s?(?:条|條|则|則|个|個|篇|位)?(?:评论|評論|跟[贴帖]|留言|回響|网友发表|人发表评论)(?!员)")
_BRACKETED = lazy.compile(
    r"(?:评论|評論|跟[贴帖]|留言|参与互动|回應|[發发]言|討論)\s?[(（]\s?(?:共\s?)?(\d[\d,]{0,9})"
)
#: 已有 before a number speaks of this story, whatever else the line links to.
_HERE = lazy.compile(r"(?:已有|共有?)\s?\d+\s?[条條人位则則]")
#: How many read or liked the story, beside how many wrote: 阅读 1.2万　评论 35.
_READERS = lazy.compile(r"(?:阅读|閱讀|浏览|瀏覽|播放|点击|點擊|人气|人氣|收藏|点赞)(?:数|數|量|次数)?\s?[:：]?\s?\d[\d.,]{0,9}\s?[万萬wWkK+]{0,2}")
#: What a link to the comments says; what is left of a longer one is the title of another story.
_ABOUT = lazy.compile(r"[评論论條留言跟贴帖参參与與查看点點击擊发發表网網友已有共条條人我要法说說两句最新热門门登录錄后來来回應应\s\d\W]")
_TITLE = 8
_SHORT_TITLE, _LONGEST_COUNT = 6, 10
#: A button whose number stands in a line of its own.
_ALONE = frozenset(("评论", "評論", "评论数", "留言", "跟贴", "跟帖", "回應"))
_FIGURE = lazy.compile(r"\d{1,5}")
_FORM = lazy.compile(r"发表评论|發表評論|发表留言|我要评论|我也?来说两句|写评论|用户名|会员登录")
_PAGER = lazy.compile(r"下一?[页頁]|尾[页頁]|末[页頁]|共\s?\d{1,3}\s?[页頁]")
_NUMBERS = lazy.compile(r"[\d\s\[\]<>《》«»]{2,60}")
_COPYRIGHT = lazy.compile(r"(?:Copyright|copyright|©)(?!.{0,60}(?:声明：|聲明：|[。.]\s?未经书面|[。.]\s?未經書面|reserved[.。]?\s?未))")
_BELOW, _FAR_BELOW, _TOTAL = 30, 60, 16
_FOOT_LINES, _LONGEST = 16, 400
#: So far below the story a linked line with a time is another story's.
_NEAR = 3
_WITH_TIME = lazy.compile(r"\d{1,2}[-/月]\d{1,2}日?\s?\d{1,2}:\d\d")


def comments(outline: Outline, context: Context) -> Guess | None:
    """
    The number of comments near the title or below the story.
    """
    place = story(outline)
    if place is None:
        return None
    lines = outline.lines
    best, best_rank, best_count = -1, 0, None
    high = max(0, place.above - 4)
    below = max(place.first, place.last - 4), min(len(lines), place.last + _FAR_BELOW)
    for number in (*outline.having(COMMENT, high, place.first), *outline.having(COMMENT, *below)):
        if best_rank == 4:
            break
        text = lines[number].text
        if len(text) > 80 or ("评论" in text and _OTHERS.search(text)) or (number >= place.last and _announces(lines[number])):
            continue
        if number > place.last + _NEAR and lines[number].linked and _WITH_TIME.search(text):
            # 甲 06-01 19:03 评论 661: another story's.
            continue
        count = _count(text)
        if count is None and text in _ALONE and number + 1 < len(lines) and _FIGURE.fullmatch(lines[number + 1].text):
            count = int(lines[number + 1].text)
        rank = 4 if count is not None and _ALL.search(text) else 3 if count is not None else 2 if _FORM.search(text) else 1
        if rank > best_rank:
            best, best_rank, best_count = number, rank, count
    if best_rank < 4 and best >= 0:
        for number in outline.having(TOTAL, below[1], len(lines)):
            count = _count(lines[number].text) if len(lines[number].text) <= _TOTAL else None
            if count is not None:
                best, best_rank, best_count = number, 4, count
                break
    found = read_comments_line(outline.fragment(best, best + 1), best_count) if best >= 0 else None
    return Guess(found, 0.8 if best_rank > 2 else 0.7, lines[best].text) if found else None


def _announces(line: Line) -> bool:
    """Tell whether a line with a number of comments is the title of another story."""
    text = line.text
    if _HERE.search(text):
        return False
    left = len(_ABOUT.sub("", text)) if line.linked >= _SHORT_TITLE else 0
    # Of a short title all is linked but its count.
    return left >= _SHORT_TITLE and ((left > _TITLE and line.linked * 2 > len(text)) or (text[-1].isdigit() and line.linked < len(text) <= line.linked + _LONGEST_COUNT))


def _count(text: str) -> int | None:
    """Return the number of comments in a line: not a clock's minutes, not the number of readers."""
    counted = _DIGIT.search(text) is not None
    if counted:
        text = _READERS.sub(" ", strip_timestamps(text))
    if _NONE.search(text):
        return 0
    for pattern in (_COUNTED, _BRACKETED) if counted else ():
        match = pattern.search(text)
        if match:
            return int(match[1].replace(",", ""))
    return read_count(text)


def disclaimers(outline: Outline, context: Context) -> Guess | None:
    """
    The disclaimers inside the story and everywhere below it.
    """
    place = story(outline)
    if place is None:
        return None
    body = reading(outline, context)
    found = {item.text: item for item in (body.disclaimers if body else ())}
    number, end = place.last, len(outline.lines)
    for signed in outline.having(CLAUSE | NUMBERED, place.last, end):
        # Nothing but a sign begins a list, and what is listed may have none.
        listed = False
        while number <= signed or (listed and number < end):
            number = max(number, signed)
            items = _disclaiming(outline, number, listed)
            if items is not None:
                listed = bool(items)
                for item in items:
                    found.setdefault(item.text, item)
            number += 1
    return Guess(tuple(found.values()), 0.75, next(iter(found))) if found else None


def _disclaiming(outline: Outline, number: int, listed: bool) -> tuple[Disclaimer, ...] | None:
    """Return what a line disclaims, in a list that has begun or not; None for a line to be passed over, which ends no list."""
    line = outline.lines[number]
    text = line.text
    if line.kind != "text" or not 10 <= len(text) <= 700 or line.linked * 2 > len(text):
        return None
    if "评论" in text or "評論" in text or "留言" in text or "跟帖" in text or "发言" in text or _COPYRIGHT.match(text):
        # What the site says of comments, and of itself.
        return None
    # An item of a list is a disclaimer, whatever it says, but only where one has begun.
    if is_disclaimer(text, outline.signs(number)) or (listed and not line.linked) or "②" in text:
        return split_disclaimers([text])
    return ()


def pagination(outline: Outline, context: Context) -> Guess | None:
    """
    The pager below the story or at its end.
    """
    place = story(outline)
    if place is None:
        return None
    lines = outline.lines
    for number in outline.having(DIGIT | PAGE, max(place.first, place.last - 4), place.last + _BELOW):
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
    texts = [outline.lines[n].text for n in outline.having(FOOTER, len(outline.lines) - _FOOT_LINES, len(outline.lines))]
    found = read_footer(" ".join(text for text in texts if len(text) < _LONGEST)) if texts else None
    return Guess(found, 0.9, texts[0]) if found else None
