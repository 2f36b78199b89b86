"""
Reads titles: the text of a heading or of ``<title>`` in, the story's title out.

What belongs to the site and not to the story is taken off: outlet and sections at either
end of ``<title>``, tags, the number of the page, the badge 原创. Outlets are known by how
they are called (``vocabulary.mastheads``), so a title that merely contains - or _ is kept.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from newsparse import lazy
from newsparse.vocabulary.mastheads import is_outlet, is_section, opens_with_outlet

_INVISIBLE = lazy.compile("[\u200b-\u200f\u2028\u2029\ufeff\u00ad]")
_BADGES = ("原", "转载", "置", "标题", "標題")
_BADGE = lazy.compile(r"^(?:原创|原創|转载|置顶|置頂)\s(?=\S)|^(?:标题|標題)[:：]\s?(?=\S)")
_CLOCK = lazy.compile(r"\s?【\d{1,2}[:：]\d{2}】$|^【\d{1,2}[:：]\d{2}】\s?")
_PAGE = lazy.compile(
    r"\s?[（(]?第\s?\d{1,3}\s?[页頁](?:\s?[/／]\s?共\s?\d{1,3}\s?[页頁])?[)）]?$|\s?[（(]\d{1,3}[)）](?=_)"
)
_SUFFIX_TALK = lazy.compile(r"[（(][^（()）]{1,20}[)）]$")

#: What parts ``<title>``; strong ones hardly ever occur inside a Chinese title.
_STRONG = (
    r"\s?_{1,2}\s?|\s?-{2,3}\s?|\s?[—–―]{2}\s?|\s[\-－—–]\s|\s-(?=\S)"
    r"|\s?[|｜丨︱]\s?|\s[·•]\s|\s::?\s|\s?>{1,2}\s?|\s?«\s?"
)
#: The look ahead at the character that any of them begins with spares trying each in its turn.
_SPLIT = lazy.compile(rf"((?=[\s_\-—–―－|｜丨︱>«])(?:{_STRONG}|(?<=[^\sA-Za-z0-9])[-－](?=\S)|(?<=\S)[-－](?=[^\sA-Za-z0-9])))")
_JOINT = lazy.compile(r"[\s_\-—–―－|｜丨︱>«:·•]")
_TAG_SIGN = lazy.compile("[,，、 ]")
_DATE = lazy.compile(r"(?:19|20)\d\d(?:年|[-/.])\d{1,2}(?:月|[-/.])\d{1,2}日?")
_SENTENCE = lazy.compile("[，。！？!?：:“”；]")
_LONGEST_SECTION = 16
_SHORTEST_TITLE = 4


def read_title(text: str) -> str | None:
    """
    Return the title that a heading prints, on one line; None for an empty heading.
    """
    text = " ".join(_visible(text).split())
    if text.startswith(_BADGES):
        text = _BADGE.sub("", text)
    if text.endswith("】") or text.startswith("【"):
        text = _CLOCK.sub("", text)
    if text.endswith(("页", "頁", ")", "）")):
        text = _PAGE.sub("", text)
    return text.strip() or None


@lru_cache(maxsize=16)
def strip_site_suffix(title: str, site_name: str | None = None) -> str:
    """
    Return the text of ``<title>`` without outlet, sections and tags around the story's title.

    Args:
        title: the text of ``<title>``, or of og:title.
        site_name: how the site calls itself, where the page says so.
    """
    title = " ".join(_visible(title).split())
    if site_name and title.endswith(" " + site_name):
        title = title[: -len(site_name)].rstrip(" -_|｜—–－")
        title = _without_section(title)
    parts = _parts(title)
    if len(parts) == 1:
        return "" if is_outlet(title) and len(title) <= 5 else title
    texts, joints = parts[::2], parts[1::2]
    last = _cut_end(texts, joints, site_name)
    first = 0 if last < len(texts) else _cut_head(texts, last)
    kept = [texts[first]]
    for index in range(first + 1, last):
        kept += [joints[index - 1], texts[index]]
    whole = "".join(kept).strip(" _-|｜—―")
    return _PAGE.sub("", whole).strip() if "第" in whole or "(" in whole or "（" in whole else whole.strip()


def _visible(text: str) -> str:
    """Return the text without what nobody sees, none of which can be printed."""
    return text if text.isprintable() else _INVISIBLE.sub("", text)


def _parts(title: str) -> list[str]:
    """Split a title where something may part it, the joints among the pieces; looked for from the first sign of one."""
    sign = _JOINT.search(title)
    parts: list[str] = []
    reached = 0
    for match in _SPLIT.finditer(title, sign.start()) if sign else ():
        parts += title[reached : match.start()], match[1]
        reached = match.end()
    return [*parts, title[reached:]]


def _without_section(title: str) -> str:
    """Drop a section that only a blank parts from the title; called where the outlet followed it."""
    head, _, section = title.rpartition(" ")
    return head.rstrip() if head and is_section(section) and len(head) >= 2 * _SHORTEST_TITLE else title


def _cut_end(texts: list[str], joints: list[str], site_name: str | None) -> int:
    """Return how many pieces, from the first, are left when the site's own are off the end."""
    outlet = _outlet_at_end(texts, joints, site_name)
    if outlet is None:
        return _cut_tags(texts, joints)
    left = _first_bar(texts, joints, outlet)
    while left > 1 and _belongs_to_site(texts, joints, left - 1, joints[outlet - 1]):
        left -= 1
    return left


def _first_bar(texts: list[str], joints: list[str], outlet: int) -> int:
    """Return where the first underscore or bar stands: titles hold none, except behind a short rubric (深度|…)."""
    length = 0
    for index in range(1, outlet):
        length += len(texts[index - 1])
        if joints[index - 1].strip() in ("_", "|", "｜") and length >= 2 * _SHORTEST_TITLE:
            rest = texts[index:outlet]
            return index if all(len(text.strip()) <= _LONGEST_SECTION for text in rest) else outlet
    return outlet


def _outlet_at_end(texts: list[str], joints: list[str], site_name: str | None) -> int | None:
    """Return the index of the piece that names the outlet; a section or a slogan may follow it."""
    last = len(texts) - 1
    for index in range(last, max(last - 3, 0), -1):
        if _is_site(texts[index], site_name) or (joints[index - 1].strip() == "_" and opens_with_outlet(texts[index])):
            return index
        if index > 1 and texts[index].isascii() and is_outlet(texts[index - 1]):
            # 青石網 - Qingshi Daily News: the outlet once more, in English.
            return index
        if len(texts[index].strip()) > _LONGEST_SECTION or (
            joints[index - 1] == "-" and not is_section(texts[index]) and not _DATE.fullmatch(texts[index].strip())
            and not (index > 1 and "，" in texts[index] and _is_site(texts[index - 1], site_name))
        ):
            break
    if is_section(texts[last]) or (last > 1 and is_section(texts[last - 1]) and len(texts[last].strip()) <= 10):
        return last
    return None


def _is_site(text: str, site_name: str | None) -> bool:
    text = text.strip()
    if site_name and (text == site_name or (len(site_name) >= 2 and text.startswith(site_name) and len(text) <= 16)):
        return True
    bare = _SUFFIX_TALK.sub("", text).strip() if text.endswith((")", "）")) else text
    if is_outlet(text) or (bare != text and is_outlet(bare)):
        return True
    return " " in bare and any(is_outlet(word) for word in bare.split(" ") if len(word) > 2)


def _belongs_to_site(texts: list[str], joints: list[str], index: int, joint: str) -> bool:
    """Tell whether the piece before the outlet is a section or a list of tags, not the title's end."""
    text = texts[index].strip()
    if not text or is_section(text) or is_outlet(text) or _same_house(texts[index + 1].strip(), text):
        return True
    own = joints[index - 1]
    if len("".join(texts[:index]).strip()) < _SHORTEST_TITLE:
        return False
    if _TAG_SIGN.search(text) and ("," in text or _echoes(text, texts[:index])) and "，" not in text:
        return True
    if _SENTENCE.search(text):
        return False
    strong = own.strip() not in ("-", "－") or own != own.strip()
    return (strong and own.strip() == joint.strip() and len(text) <= _LONGEST_SECTION) or _is_tag(
        text, texts[:index], own
    )


def _is_tag(text: str, before: list[str], joint: str) -> bool:
    return joint.strip() in ("|", "_", "｜") and len(text) <= 8 and any(text in piece for piece in before)


def _echoes(text: str, before: list[str]) -> bool:
    """Tell whether a word of the piece is a word of the title: tags repeat it."""
    title = "".join(before)
    words = [word for word in _TAG_SIGN.split(text) if len(word) > 1]
    return len(words) > 1 and any(word in title for word in words)


def _cut_tags(texts: list[str], joints: list[str]) -> int:
    """Take off ``_甲_乙_丙``: short tags joined by underscores, with no outlet after them."""
    left = len(texts)
    while left > 1 and joints[left - 2].strip() == "_" and 1 < len(texts[left - 1].strip()) <= 8:
        left -= 1
    tags = len(texts) - left
    if tags >= 2 and len(texts[0]) >= 8:
        return left
    return len(texts)


def _cut_head(texts: list[str], last: int) -> int:
    """Return the index of the first piece of the title where the outlet stands in front."""
    if not is_outlet(texts[0]) or len(texts) < 2:
        return 0
    first = 1
    while first < last - 1 and (
        is_outlet(texts[first]) or is_section(texts[first]) or _same_house(texts[0], texts[first])
    ):
        first += 1
    return first if len("".join(texts[first:])) >= 2 * _SHORTEST_TITLE else 0


def _same_house(outlet: str, text: str) -> bool:
    return len(text) <= 6 and text[:2] == outlet[:2]


def common_title(title_tag: str, heading: str) -> bool:
    """
    Tell whether a ``<title>`` and a heading are of the same story.
    """
    whole, part = _folded(title_tag), _folded(heading)
    if not whole or not part:
        return False
    if len(part) >= _SHORTEST_TITLE and part in whole:
        return True
    cut = part.rstrip(".…")
    if len(cut) >= 6 and cut != part and whole.startswith(cut):
        return True
    bare = _folded(strip_site_suffix(title_tag))
    if len(bare) >= 6 and bare in part:
        return True
    alike = 0
    for left, right in zip(whole, part, strict=False):
        if left != right:
            break
        alike += 1
    return alike >= max(8, len(part) // 2)


_FOLD = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "「": '"',
        "」": '"',
        "『": '"',
        "』": '"',
        "‘": "'",
        "’": "'",
        "—": "-",
        "–": "-",
        "―": "-",
        "丨": "|",
    }
)


_FOLDED = lazy.compile(f"[{''.join(map(chr, _FOLD))}]")


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    """Return the text as compared: width, quotes and dashes folded, no blanks."""
    text = "".join(_visible(unicodedata.normalize("NFKC", text)).split())
    return text.translate(_FOLD) if _FOLDED.search(text) else text
