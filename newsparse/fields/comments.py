"""
The comments block: its count, its link, whether it has a form, and comments printed on the page.

In: a fragment that an adapter (or the generic reader) took for the block.  Out: ``Comments`` or None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse import lazy
from newsparse.blocks import Fragment
from newsparse.model import Comment, Comments

_NUMBER = r"([0-9０-９][0-9０-９,，]{0,12}(?:\.\d+)?\s*[万萬kKwW]?)"
_DIGIT = lazy.compile("[0-9０-９]")
_COUNT = (
    lazy.compile(r"(?:共有?|已有|有|全部|查看)\s*" + _NUMBER + r"\s*(?:条|條|个|則|则|位|人)?(?:网友|網友)?(?:评论|評論|留言|回[复覆]|跟[贴帖]|参与|參與|讨论|討論)"),
    lazy.compile(_NUMBER + r"\s*(?:条|條|个|則|则|位|人|篇)?\s*(?:网友|網友)?\s*(?:评论|評論|留言|发表了?看法|回[复覆響]|跟[贴帖]|参与|參與|讨论|討論|(?<=[則则])意[見见]|comments?)", re.I),
    lazy.compile(r"(?:评论|評論|留言|说[两几]句|跟[贴帖]|回[应應]|讨论|討論|comments?)(?:数|數|区|區)?\s*[(（\[【:：]?\s*" + _NUMBER, re.I),
)
_BARE = lazy.compile(r"^[\s(（\[]*" + _NUMBER + r"[\s)）\]条條]*$")
#: The page says that there are none.
_NONE = lazy.compile(r"(?:暂无|暫無|尚无|尚無)(?:网友|網友)?(?:评论|評論|留言|跟[贴帖])")
_FORM = lazy.compile(r"我[要也]?(?:来)?(?:评论|評論|说[两几]句|留言)|发表评论|發表評論|发表留言|會員登[录入]|会员登录|用户名|密码|登录发言|写评论|我有话说")
_WORD = lazy.compile(r"评论|評論|留言|跟[贴帖]|回[复覆響]|发表了?看法|参与|參與|comment|说[两几]句|讨论|討論", re.I)
_ITEM = lazy.compile(
    r"^(?P<author>[^\s：:]{1,30})\s*(?:于|發表於|发表于)?\s*[\[(（]?(?P<time>\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?(?:\s*\d{1,2}:\d\d(?::\d\d)?)?)?[\])）]?\s*(?:说|說|评论|發表|发表)?\s*[:：]\s*(?P<text>.{2,2000})$"
)
#: The line above a pasted comment: ``某某对此事的评论：``, ``某某:``.
_AUTHOR_LINE = lazy.compile(r"^(?P<author>[^\s:：]{1,24}?)\s?(?:对.{1,40}的评论|對.{1,40}的評論)?\s?[:：]$")
_WIDE = str.maketrans("０１２３４５６７８９，", "0123456789,")
#: A text this short holds no comment.
_SHORT = 30
_FIRST_PERSON_LINE = lazy.compile(r"^(?:共|已有|查看|最新评论|热门评论|网友评论|评论|我来|会员|用户|发表)")


def read_count(text: str) -> int | None:
    """
    Return the number of comments that a line prints, None where it prints none.
    """
    if _DIGIT.search(text):
        for pattern in (*_COUNT, _BARE):
            found = pattern.search(text)
            if found:
                return _number(found[1])
    return 0 if _NONE.search(text) else None


def read_comments(fragment: Fragment) -> Comments | None:
    """
    Return the comments block, None where the text has nothing of one.
    """
    text = fragment.text
    count, form, url = read_count(text), _FORM.search(text) is not None, _address(fragment)
    items = _items(fragment) if len(text) > _SHORT else ()
    if count is None and not form and not items and not url and not _WORD.search(text):
        return None
    return Comments(count=count, url=url, form=form, items=items)


def read_comments_line(fragment: Fragment, count: int | None) -> Comments | None:
    """
    Return the comments block where it is a line, which can hold no comments, with the count that the caller read; None as ``read_comments``.
    """
    text = fragment.text
    form, url = _FORM.search(text) is not None, _address(fragment)
    # The word is there nearly always, and what is dear to ask for need not be.
    if not (form or url or _WORD.search(text)) and read_count(text) is None and not (len(text) > _SHORT and _items(fragment)):
        return None
    return Comments(count=count, url=url, form=form, items=())


def _address(fragment: Fragment) -> str | None:
    """Return where the first link to the comments leads."""
    for link in fragment.links:
        if link.href and _WORD.search(link.text) and _is_address(link.href):
            return link.href
    return None


def _items(fragment: Fragment) -> tuple[Comment, ...]:
    groups = [group for group in _groups(fragment) if not _FORM.search(" ".join(group))]
    if len(groups) > 1 and any(_AUTHOR_LINE.match(group[0]) for group in groups):
        # One element a comment: whoever wrote it stands in a line of his own, or is not named.
        return tuple(filter(None, map(_pasted, groups)))
    found = []
    for line in (line for group in groups for line in group):
        match = None if _FIRST_PERSON_LINE.match(line) else _ITEM.match(line)
        if match:
            found.append(Comment(author=match["author"], time=match["time"], text=match["text"].strip()))
    return tuple(found)


def _groups(fragment: Fragment) -> Iterator[list[str]]:
    """Yield the lines of every element that the rule matched."""
    lines = [block.text for block in fragment.blocks if block.text]
    place = 0
    for part in fragment.parts:
        start, length = place, -1
        while place < len(lines) and length < len(part):
            length += len(lines[place]) + 1
            place += 1
        if place > start:
            yield lines[start:place]


def _pasted(lines: list[str]) -> Comment | None:
    """Read one comment that the desk pasted from elsewhere; None where it says nothing."""
    match = _AUTHOR_LINE.match(lines[0])
    said = lines[1:] if match else lines
    text = " ".join(line for line in said if line.strip(" :：") and not _AUTHOR_LINE.match(line))
    return Comment(author=match["author"] if match else None, text=text) if text else None


def _is_address(href: str) -> bool:
    return not href.startswith(("javascript:", "#"))


def _number(text: str) -> int:
    text = text.translate(_WIDE).replace(",", "").strip()
    unit = 1
    if text and text[-1] in "万萬wW":
        text, unit = text[:-1], 10_000
    elif text and text[-1] in "kK":
        text, unit = text[:-1], 1_000
    return round(float(text) * unit)
