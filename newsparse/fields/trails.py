"""
Trails and lists of links: breadcrumb (当前位置), keywords (标签), related stories (相关阅读).

In: a fragment, as links where the page links them and as text where it does not.
Out: tuples of ``Link`` or strings, as printed.
"""

from __future__ import annotations

from collections.abc import Mapping

from newsparse import lazy
from newsparse.blocks import Fragment
from newsparse.model import Link

_LABEL = lazy.compile(
    r"^[\s\[【]*(?:您?(?:现在|現在)?(?:所在|的)?(?:当前|當前)?(?:所在)?的?(?:位置(?:提示)?|页面|頁面)(?:是)?|(?:当前|當前|目前)(?:位置|所在)|(?:本页|本頁)位置|您?(?:现在|現在)(?=\s?[:：])|首页导航)[\s】\]]*[:：是]?\s*"
)
#: One of these stands in every such label.
_LABEL_WORDS = lazy.compile("位置|页面|頁面|所在|现在|現在|首页导航")
#: One class in front of each, so that the engine skips to its characters; blanks around them are stripped off the steps.
_SEPARATOR = lazy.compile(r"[>＞»›→/／|｜:·—\s](?:(?<=>)>?|(?<=＞)＞?|(?<=[»›→/／|｜—])|(?<=:):|(?<=·)\s|(?<=\s)-\s)")
#: Where a trail is parted by these, / and - belong to the names of its steps.
_ARROWS = lazy.compile(r"[>＞»›→|｜:](?:(?<=>)>?|(?<=＞)＞?|(?<=[»›→|｜])|(?<=:):)")
_ARROW = lazy.compile("[>＞»›→]")
#: What the site sets behind the last step.
_AFTER_LAST = lazy.compile(r"^(正文|内容|內文)\s\S.{0,12}$")
_EDGE = " \t\u3000\xa0>＞»›→/|｜-－:：·"
_KEYWORD_LABEL = lazy.compile(r"^\s*[\[【(（]?\s*(?:文章|本文|新闻)?(?:关键[字词]|關鍵[字詞]|标签|標籤|标签云|TAGS?|Tags?|tags?|相[关關](?:话题|主题|標籤|标签|搜索))\s*[\]】)）]?\s*[:：]?\s*")
_KEYWORD_SEPARATOR = lazy.compile(r"[,，、;；|｜/\s]+")
_BULLETS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "-·•●○■▪◆*—>．."


def read_breadcrumb(fragment: Fragment) -> tuple[Link, ...]:
    """
    Return the steps of a trail, linked and plain ones, in the order printed; () where the text is no trail.
    """
    urls: dict[str, str | None] = {}
    for link in fragment.links:
        # Some templates print the sign between two steps inside the link: <a>> 要闻</a>.
        urls.setdefault(link.text.strip(_EDGE), link.href)
    found: list[Link] = []
    # A trail over several cells or list items ends a step where a cell ends.
    for part in fragment.parts:
        for step in _steps(part, urls):
            for piece in _at_blank(step, urls) if " " in step else (step,):
                if piece and len(piece) <= 40:
                    found.append(Link(piece, urls.get(piece)))
    return tuple(found)


def _steps(part: str, urls: Mapping[str, str | None]) -> list[str]:
    """Split one line of a trail at its separators, or at its links where it has none."""
    text = (_LABEL.sub("", part, count=1) if _LABEL_WORDS.search(part) else part).strip(_EDGE)
    separator = _ARROWS if ("/" in text or "／" in text) and _ARROW.search(text) else _SEPARATOR
    # Where a list holds the trail, most parts are a step and nothing else.
    steps = [text] if text.isalnum() else [step.strip().strip(_EDGE) for step in separator.split(text)]
    if len(steps) > 1:
        if " " in steps[-1] and (after := _AFTER_LAST.match(steps[-1])):
            steps[-1] = after[1]
    elif len(inside := [name for name in urls if name and name in text]) > 1:
        steps = _between_links(text, inside)
    return steps


def _at_blank(step: str, urls: Mapping[str, str | None]) -> list[str]:
    """Split off what follows a link after nothing but a blank: ``中国 正文``."""
    if step in urls:
        return [step]
    name = next((name for name in urls if step.startswith(f"{name} ")), None)
    return [step] if name is None else [name, step[len(name) :].strip(_EDGE)]


def _between_links(text: str, names: list[str]) -> list[str]:
    """Split a trail that has no separators at its links."""
    steps: list[str] = []
    for name in names:
        before, found, rest = text.partition(name)
        if not found:
            continue
        steps.extend(part for part in (before.strip(_EDGE), name) if part)
        text = rest
    return steps + ([text.strip(_EDGE)] if text.strip(_EDGE) else [])


def read_keywords(fragment: Fragment) -> tuple[str, ...]:
    """
    Return the keywords as printed, without label; each once.
    """
    links = fragment.links
    if links:
        words = [link.text for link in links]
    elif len(fragment.parts) > 1:
        words = list(fragment.parts)
    else:
        words = _KEYWORD_SEPARATOR.split(_KEYWORD_LABEL.sub("", fragment.text, count=1))
    cleaned = (_KEYWORD_LABEL.sub("", word, count=1).strip(_EDGE + ",，、#") for word in words)
    return tuple(dict.fromkeys(word for word in cleaned if word and len(word) <= 40))


def read_related(fragment: Fragment) -> tuple[Link, ...]:
    """
    Return related stories: link texts of six characters and more, each address once.
    """
    found: dict[str, Link] = {}
    for link in fragment.links:
        name = link.text.lstrip(_BULLETS)
        if len(name) >= 6:
            found.setdefault(link.href or name, Link(name, link.href))
    return tuple(found.values())
