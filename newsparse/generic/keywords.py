"""
The words that a story is filed under: 关键词, 标签 and their links around the story in, words out.
"""

from __future__ import annotations

import re

from newsparse import lazy
from newsparse.blocks import Fragment, Text
from newsparse.document.outline import Outline, links
from newsparse.fields.segments import segment
from newsparse.fields.trails import read_keywords
from newsparse.generic.context import Context
from newsparse.generic.story import story
from newsparse.generic.zones import names
from newsparse.rules import Guess
from newsparse.vocabulary.signs import KEYWORD

_KEYWORD_LABEL = lazy.compile(
    r"(?:^[\s\[【(（·#]{0,3}|(?<=[\]】)）\s])|(?<=[\u4e00-\u9fff])(?=T(?:ags?|AGS?)\s?[:：]))(?:文章|本文|新闻|相关|相關|本文涉及)?(?:关键[字词]阅读(?=\s?[:：])|关键[字词]|關鍵[字詞]|标签|標籤|TAGS?|Tags?|tags?|相[关關](?:话题|主题)|相關網頁|(?:看看)?(?:更多|其他)关于|(?<=涉及)话题)\s?[\]】)）]?\s?(?:[:：→]|$|(?=\s))"
)
#: The same right behind an editor's name, before words that are linked.
_GLUED_LABEL = lazy.compile(r"(?<=[\u4e00-\u9fff])(?:关键[字词]|關鍵[字詞]|标签|標籤)\s?[:：](?=.)")
#: One of these stands in such a name, one of the others in such an address.
_NAME_WORDS = ("tag", "keyword", "key-word", "biaoqian", "topic")
_ADDRESS_WORDS = (*_NAME_WORDS, "kw", "label", "hotword")
_KEYWORD_NAME = lazy.compile(r"(?:^|[\s_-])(?:tags?|keywords?|key-?words?|biaoqian|topics?)(?:box|wrap|area|links?)?(?:$|[\s_-])", re.I)
_TAGS = lazy.compile(r"#[^#\s]{1,14}(?:[#\s]{1,3}[^#\s]{1,14}){0,10}#?")
#: Words in pairs of signs: #甲# #乙#.
_PAIRED = lazy.compile(r"(?:#[^#\s]{1,14}#\s{0,3}){2,12}(?=$|[-－—])")
#: What ends the list: 看看其他关于 甲 乙 的新闻.
_TAIL = lazy.compile(r"\s的(?:新闻|文章|报道)$")
_HASH = lazy.compile(r"[#\s]+")
_TOOL = lazy.compile(r"RSS|\d{4}[-/年.]\d.*|\d\d:\d\d.*|作者|来源|编辑|举报|檢舉|更多|收藏|分享|评论|订阅|立即订阅|关注|登录|注册|编辑|删除|编辑推荐|的(?:新闻|文章)|【?(?:纠错|打印|关闭)】?|分类[:：].*")
#: Addresses of pages that list the stories of a word.
_KEYWORD_ADDRESS = lazy.compile(r"(?:^|[/?&_=])(?:tags?|key-?words?|kws?|topics?|labels?|hotwords?|biaoqian)(?:[/=&_-]|\.\w{3,5}|$)", re.I)
_LONGEST_WORD, _USUAL_WORD, _MOST_WORDS = 14, 8, 12
#: How many lines below the story an element may call itself tags.
_NAMED = 16
#: How far below the story its keywords may stand.
_BELOW = 40


def keywords(outline: Outline, context: Context) -> Guess | None:
    """
    The words after 关键词, 标签 around the story.
    """
    place = story(outline)
    if place is None:
        return None
    lines = outline.lines
    best: Guess | None = None
    low, high = max(place.first, place.last - 6), min(len(lines), place.last + _BELOW)
    for number in (*outline.having(KEYWORD, place.above, place.first), *outline.having(KEYWORD, low, high)):
        line = lines[number]
        if line.kind == "text" and len(line.text) <= 160:
            best = _better(best, _labelled_words(outline, number) or _tagged_words(outline, number))
    if best is None:
        for first, last in ((place.above, place.first), (place.last, place.last + _NAMED)):
            for number in outline.pointing(_NAME_WORDS, _ADDRESS_WORDS, first, last):
                best = _better(best, _linked_words(outline, number))
    return best


def _better(best: Guess | None, found: Guess | None) -> Guess | None:
    """Return the surer of two guesses, of two as sure the one with more words."""
    if found is None or best is None:
        return best or found
    return found if (found.confidence, len(found.value)) > (best.confidence, len(best.value)) else best


def _labelled_words(outline: Outline, number: int) -> Guess | None:
    """Return the words after 关键词, 标签 in a line, or in the lines of its element."""
    line = outline.lines[number]
    label = _KEYWORD_LABEL.search(line.text)
    glued = _GLUED_LABEL.search(line.text) if line.linked and not label else None
    label = label or glued
    if not label:
        return None
    bare = label.end() >= len(line.text)
    if bare and label.start():
        return None
    if bare:
        fragment: Fragment = outline.fragment(*_row(outline, number))
        words = read_keywords(fragment)
    else:
        rest = _to_next_label(line.text, label.end())
        linked = [link.text for link in links(line) if link.text in rest]
        whole = sum(map(len, linked)) * 2 > len(rest.replace(" ", ""))
        words = tuple(linked) if whole else () if glued else read_keywords(Text(rest))
    words = tuple(word for word in words if len(word) <= 20 and not _TOOL.fullmatch(word))
    return Guess(words, 0.9, line.text) if 0 < len(words) <= 20 else None


def _to_next_label(text: str, start: int) -> str:
    """Return the value of a line's label without the credits that follow it."""
    rest = text[start:]
    if ":" not in rest and "：" not in rest:
        return _TAIL.sub("", rest)
    starts = [part.start for part in segment(text) if part.role != "keywords" and part.start >= start]
    starts += [start + part.start for part in segment(rest) if part.role != "keywords"]
    return text[start : min(starts, default=len(text))]


def _tagged_words(outline: Outline, number: int) -> Guess | None:
    """Return the words of lines such as #甲#乙."""
    paired = _PAIRED.match(outline.lines[number].text)
    if paired:
        return Guess(tuple(dict.fromkeys(filter(None, _HASH.split(paired[0])))), 0.8, outline.lines[number].text)
    words: dict[str, None] = {}
    for line in outline.lines[number : number + _MOST_WORDS]:
        if line.text[:1] != "#" or not _TAGS.fullmatch(line.text):
            break
        words.update(dict.fromkeys(filter(None, _HASH.split(line.text))))
    return Guess(tuple(words), 0.8, outline.lines[number].text) if words else None


def _linked_words(outline: Outline, number: int) -> Guess | None:
    """Return the links of an element that calls itself tags, or whose addresses are those of words; over several lines, too."""
    words: dict[str, None] = {}
    sure, named = 0.0, False
    for at in range(number, min(len(outline.lines), number + _MOST_WORDS)):
        line = outline.lines[at]
        if line.kind != "text" or line.linked * 2 <= len(line.text) or outline.boxes[line.box].tag in ("h1", "h2", "h3"):
            break
        called = _KEYWORD_NAME.search(names(outline, line.box)) is not None
        addressed = all(_KEYWORD_ADDRESS.search(link.href or "") for link in links(line))
        if not (called or addressed):
            break
        named = named or called
        sure = sure or (0.8 if addressed else 0.7)
        words.update(dict.fromkeys(read_keywords(outline.fragment(at, at + 1))))
    found = tuple(word for word in words if not _TOOL.fullmatch(word))
    if not found or len(found) >= _MOST_WORDS or any(len(word) > _LONGEST_WORD for word in found):
        return None
    # Whatever is longer on average is a headline, or what everybody looks for.
    if sum(map(len, found)) > _USUAL_WORD * len(found) or (len(found) == 1 and not named):
        return None
    return Guess(found, sure - (0.1 if len(found) == 1 else 0.0), outline.lines[number].text)


def _row(outline: Outline, number: int) -> tuple[int, int]:
    """Return the lines of the element that a label stands in; more than its own line where that is all it holds."""
    line = outline.lines[number]
    for at in outline.ancestors(line.box):
        box = outline.boxes[at]
        if box.last - box.first > 20 or any(len(other.text) > 60 for other in outline.lines[box.first : box.last]):
            break
        if box.last > number + 1:
            return number, box.last
    return number, number + 1
