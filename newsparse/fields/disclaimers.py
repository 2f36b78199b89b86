"""
Tells what a line is that is not story: a disclaimer, a notice, a heading of related
stories, a caption. Lines of text in, kinds out; no DOM, no site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from newsparse import lazy
from newsparse.model import Disclaimer
from newsparse.vocabulary.boilerplate import (
    CAPTIONS,
    NOTICE_OPENINGS,
    NOTICES,
    RELATED_HEADINGS,
    TAKEN_BY,
    ends_like_related,
)
from newsparse.vocabulary.disclaimers import CLAUSES, HEADING, ITEM, LABEL, SELF
from newsparse.vocabulary.signs import CAPTION, CLAUSE, LOOSE, NOTICE, RELATED, SHORT_NOTICE, UNKNOWN, alternation, says

#: Longer paragraphs are read as story even if they quote a disclaimer.
_LONGEST_DISCLAIMER = 700
_LONGEST_NOTICE = 80
_LONGEST_HEADING = 24
_LONGEST_CAPTION = 260
#: Who took a picture stands within so many characters of its caption's end.
_LONGEST_TAKEN = 100

#: A word of clauses that stories use as well is no sign without what makes it one.
_SIGNS = lazy.compile(f"{alternation(CLAUSE, without=('合作',))}|合作[^。]{{0,30}}(?:联系|聯繫|联络|接洽)")
_CLAUSES = tuple((entry, lazy.compile(entry.pattern)) for entry in CLAUSES)
_SELF = lazy.compile(SELF)
_HEADING = lazy.compile(HEADING)
_LABEL = lazy.compile(LABEL)
_ITEM = lazy.compile(ITEM)
_ITEM_INSIDE = lazy.compile(r"(?<=[。！；\s])\s?(?=[①②③④⑤⑥⑦⑧⑨⑩])")
#: The owner's line that footers set behind a disclaimer.
_OWNER = lazy.compile(r"\s*(?:©|Copyright\b)[^。]{0,80}(?:All )?Rights Reserved\.?\s*$", re.I)
#: What is glued to a disclaimer's last sentence: 商务合作, 发表于北京市.
_GLUED = lazy.compile(r"(?<=[。！])\s?(?:商务合作|发表于\S{2,6}|返回\S{2,6}[，,]?查看更多|查看更多)$")
_QUOTED_SPEECH = lazy.compile("(?:表示|认为|認為|指出|强调|強調|介绍|介紹|说|說|称|稱|告诉|坦言|回应)[，,：:“「]")
_KINDS = {f"k{index:03}": entry for index, entry in enumerate(NOTICES)}
#: An empty group behind each tells which it was; one around it would keep the engine from skipping most by their first character.
_STRICT, _LOOSE = (
    lazy.compile("|".join(f"(?:{entry.pattern})(?P<{name}>)" for name, entry in _KINDS.items() if entry.loose == loose)) for loose in (False, True)
)
_SHORT_NOTICE = 20
_RELATED = lazy.compile("|".join(f"(?:{entry.pattern})" for entry in RELATED_HEADINGS))
_CAPTIONS = tuple(lazy.compile(entry.pattern) for entry in CAPTIONS)
#: Those that name who took or owns the picture.
_CREDITED = tuple(pattern for pattern, entry in zip(_CAPTIONS, CAPTIONS, strict=True) if "(?P<credit>" in entry.pattern)
_TAKEN = tuple((entry.holds, lazy.compile(f"(?:{entry.pattern})$")) for entry in TAKEN_BY)


def is_disclaimer(text: str, signs: int = UNKNOWN) -> str | None:
    """
    Return the kind of disclaimer that a line is (``copyright``, ``reprint``, ``contact``,
    ``liability``, ``advice``, ``other``), None for a line of the story.

    Args:
        signs: the line's (``vocabulary.signs``), where they are known.
    """
    if not signs & CLAUSE or len(text) > _LONGEST_DISCLAIMER:
        return None
    if "版 权" in text or "版 權" in text:
        # Set in spaced characters, as in a footer.
        text = text.replace(" ", "")
    # Of signs that are known only this one leaves a doubt.
    doubtful = signs == UNKNOWN or "合作" in text
    return None if doubtful and not _SIGNS.search(text) else _clause(text)


@lru_cache(maxsize=32)
def _clause(text: str) -> str | None:
    """Return the kind of a line with a sign of a disclaimer; kept, because several rules ask for the same few lines."""
    labelled = _LABEL.match(text) is not None
    spoken = not labelled and _QUOTED_SPEECH.search(text) is not None
    if spoken:
        return None
    itself = _SELF.search(text) is not None
    short = len(text) <= 40
    for clause, pattern in _CLAUSES:
        if any([word in text for word in clause.holds]) and pattern.search(text) and (
            clause.certain or itself or labelled or (short and clause.kind == "copyright" and _is_all_of(pattern, text))
        ):
            return clause.kind
    return "other" if labelled and itself and len(text) <= 300 and _known_label(text) else None


def _is_all_of(pattern: re.Pattern[str], text: str) -> bool:
    """Tell whether hardly anything stands outside the clause."""
    match = pattern.search(text)
    return match is not None and match.end() - match.start() >= len(text) - 6


def _known_label(text: str) -> bool:
    head = text[:20]
    return any(
        word in head for word in ("免责声明", "免責聲明", "版权声明", "版權聲明", "版权说明", "平台声明", "独家声明")
    )


def split_disclaimers(lines: Sequence[str]) -> tuple[Disclaimer, ...]:
    """
    Return the disclaimers of a block of lines, an item each; headings above them are left out.
    """
    found: list[Disclaimer] = []
    for line in lines:
        for text in _ITEM_INSIDE.split(line.strip()) if "②" in line else (line.strip(),):
            text = _OWNER.sub("", text).strip() if "eserved" in text else text.strip()
            text = text if text[-1:] in "。！" else _GLUED.sub("", text)
            if not text or (len(text) <= 30 and _HEADING.fullmatch(text)):
                continue
            kind = is_disclaimer(text)
            if kind is None and _ITEM.match(text) and len(text) >= 12:
                # An item of a list of disclaimers is one, whatever it says.
                kind = "contact" if re.search("联系|聯[系繫]|合作|来电|來電", text) else "other"
            if kind:
                found.append(Disclaimer(kind, text))
    return tuple(found)


def is_boilerplate(text: str, signs: int = UNKNOWN) -> str | None:
    """
    Return what a short line is that sites put among the lines of a story (``share``, ``qr``,
    ``follow``, ``app``, ``read_more``, ``original_title`` …), None for the story's own.

    Args:
        signs: the line's (``vocabulary.signs``), where they are known.
    """
    if len(text) > _LONGEST_NOTICE:
        if text.startswith("此文包含") and "提供的内容。" in text[:40] and len(text) < 220:
            return "embed"
        return "original_title" if text[:5].strip("（(【[")[:3] in ("原标题", "原標題") and len(text) < 220 else None
    if says(text, NOTICE, signs) or (
        len(text) <= _SHORT_NOTICE and (says(text, SHORT_NOTICE, signs) or text.startswith(("文", "图", "圖")))
    ):
        kind = _notice(text.strip(), signs)
        if kind:
            return kind
    return "related" if is_related_heading(text, signs) else None


def _notice(text: str, signs: int) -> str | None:
    """Return the kind of a notice, None for a line that is none."""
    strict = text[0] in NOTICE_OPENINGS or text[0].isdecimal()
    asked = ((strict, _STRICT), (says(text, LOOSE, signs), _LOOSE))
    found = [match.lastgroup or "" for may, pattern in asked if may and (match := pattern.fullmatch(text))]
    # Of two the one that is listed first.
    return _KINDS[min(found)].kind if found else None


def is_related_heading(text: str, signs: int = UNKNOWN) -> bool:
    """
    Tell whether a line is the heading of a list of other stories: 相关阅读, 延伸閱讀.

    Args:
        signs: the line's (``vocabulary.signs``), where they are known.
    """
    if len(text) > _LONGEST_HEADING or not signs & RELATED or not ends_like_related(text):
        return False
    return _RELATED.fullmatch(text) is not None


def is_caption_line(text: str, signs: int = UNKNOWN) -> bool:
    """
    Tell whether a line describes a picture or names who took it.

    Args:
        signs: the line's (``vocabulary.signs``), where they are known.
    """
    if not signs & CAPTION or len(text) > _LONGEST_CAPTION:
        return False
    text = text.strip()
    for pattern in _CAPTIONS:
        if pattern.fullmatch(text):
            return True
    return _taken(text) is not None


def _taken(text: str) -> re.Match[str] | None:
    """Return who took the picture, as a caption's last words say; None where they do not say."""
    for holds, pattern in _TAKEN:
        match = pattern.search(text, len(text) - _LONGEST_TAKEN) if not holds or any([word in text for word in holds]) else None
        if match:
            return match
    return None


#: What stands in a credit's place and names nobody.
_NOBODY = frozenset({"资料图", "資料圖", "资料照", "資料照", "资料图片", "資料圖片", "资料照片", "資料照片"})
#: Before a credit's last blank: longer than this it is no outlet but the end of a caption without a full stop.
_LONGEST_OUTLET = 6


def photo_credit(text: str) -> str | None:
    """
    Return who took or owns the picture, as its caption says; None where it does not say.
    """
    if len(text) > _LONGEST_CAPTION or not says(text, CAPTION):
        return None
    text = text.strip()
    for pattern in _CREDITED:
        match = pattern.fullmatch(text)
        if match:
            return _named(match["credit"])
    match = _taken(text)
    return _named(match["credit"]) if match else None


def _named(credit: str) -> str | None:
    """Return the credit without what belongs to its label or to the caption, None where it names nobody."""
    credit = credit.strip(" :：，,").removeprefix("于").removeprefix("自")
    caption, _, last = credit.rpartition(" ")
    if len(caption) > _LONGEST_OUTLET and not caption.isascii() and "记" not in caption and "記" not in caption and "发" not in caption:
        credit = last
    return None if credit in _NOBODY else credit
