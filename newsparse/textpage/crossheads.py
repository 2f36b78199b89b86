"""
Crossheads (小标题) in text that has lost its markup: a story's paragraphs in, the same with the crossheads told apart.

Where a page is copied as text, a bold line that ended a paragraph with ``<br>`` stands
glued to that paragraph's last sentence: ``……上市的表态。市场反应冷淡``.  What is left
after the last full stop is then a crosshead, or the end of a sentence whose full stop
the desk forgot, or a credit.

Theory.  A tail can be a crosshead at all where it is short, unpunctuated, no credit, and
running text comes before and after it.  Against it speak the marks of a sentence: it opens
with a pronoun, a connective or a date, reports what somebody says, ends in a particle,
holds several commas, or uses the adverbs that headlines leave out.  A blank after
the full stop, which Chinese never writes, is what is left of a line break, and outweighs one
such mark; without a blank there must be none.  A text that leaves out the
full stop at the end of most paragraphs, the last one too, proves nothing by leaving it out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsparse import lazy
from newsparse.fields.credits import segment
from newsparse.fields.disclaimers import is_boilerplate
from newsparse.vocabulary.credits import PERSON_ROLES

_LONGEST = 30
_SHORTEST = 4
#: Running text before a tail: one clause before ！ or ？ may be the first half of a headline, before 。 it is not.
_SHORTEST_SENTENCE = 8
_SHORTEST_EXCLAMATION = 24
#: Running text is at least this long, or ends like a sentence.
_PROSE = 30

_QUOTES = "”’」』"
_CLOSERS = "”’」』》）)】"
#: The end of a sentence with what closes around it; ``Yahoo!`` and ``ALL IN?`` end none.
_END = lazy.compile(rf"(?:。|(?<![A-Za-z])[！？!?]|…)[。！？!?…]{{0,5}}[{_CLOSERS}]{{0,3}}")
_ENDED = lazy.compile(rf"[。！？!?…；;：:，,、～~—.][{_CLOSERS}\"]{{0,3}}$")
_PAIRS = ("“”", "‘’", "「」", "『』", "《》", "（）", "()", "【】")

_HAN = lazy.compile(r"[\u3400-\u9fff]")
_FIRST = lazy.compile(r"[\w“‘「『《【■◆●]")
_LAST = lazy.compile(r"[\w”’」』》】）)%％℃]$")
#: Addresses, telephone numbers, and what is printed as label and value.
_CONTACT = lazy.compile(
    r"\d{6}|\d{3,4}-\d{4}|www\.|https?:|@|\.(?:com|cn|net)\b"
    r"|(?:电话|電話|热线|熱線|网址|網址|地址|邮箱|郵箱|信箱|邮编|传真|微信|QQ|时间|時間|地点|地點|票价|票價|来源|來源)\s?[:：]",
    re.I,
)
#: Who took, drew, wrote or first printed it.
_CREDIT = lazy.compile(
    r"(?:\s|^)(?:摄影?|攝影?|文|图|圖|绘|供图|供圖|制图|漫画|摄影报道)$"
    r"|^(?:图|圖|文|摄|攝|漫画|制图|编译|編譯|整理|实习生|通讯员|通訊員)\s?[/／:：|｜ ]"
    r"|[记記]者\s[\u3400-\u9fff·]{2,4}(?:\s[\u3400-\u9fff·]{2,4})*$"
    r"|^(?:据|據|摘自|转自|轉自|原载|原載|综合)[《“\u3400-\u9fff]{2,12}[》报報社网網]"
    r"|^(?:未完待续|未完待續|下转|上接|全文完|待续|本文|原标题)"
)

#: Each is one mark of a sentence.
_SENTENCE = (
    # What it opens with.
    lazy.compile(
        r"^(?:[他她它我你咱这這那该該此其某但而却卻则則因并並且也还還就只都又再更]|所以|不过|不過|同时|同時|另外|随后|隨後|随即|接着|接著|于是|於是"
        r"|[对對](?:此|于|於)|[据據](?!点|點|守)|目前|[现現]在|如今|至今|[由至][于於]|截[至止]|[为為](?:此|了)|之[后後前]|最[后終终]|例如|比如|[虽雖]然|尽管|儘管"
        r"|即使|如果|只要|只有|[会會]上|近日|日前|[昨今明前][天日晚年]|[当當](?:天|日|晚|时|時|地)|[记記]者[从從在昨今了獲获]|\d{1,4}[年月日]|[一二三四五六七八九十]{1,3}[月日])"
    ),
    # What it says that somebody says.
    lazy.compile(
        r"表示|介[绍紹]|告[诉訴]|透露|坦言|指出|[强強][调調]|[认認][为為]|[获獲]悉|了解到|回[应應][称稱]|[说說][道过過]|[说說称稱][，,：:“]|[说說道]$"
    ),
    # How it ends.
    lazy.compile(r"[了吗嗎呢吧啊呀嘛的着著过過]$|之一$|左右$|以上$|以下$|等$|等等$"),
    # What headlines leave out.
    lazy.compile(
        r"已[经經]|正在|[将將][于於会會]|[预預][计計]|仍然|一直|依然|也是|都是|[还還]是|因[为為此]|的[话話]|并未|[并並]且|以及|了[一两兩几]|[为為]了|不[过過]是|[开開]始了|之[后後]"
    ),
    # How long it runs on.
    lazy.compile(r"[，,；;].*[，,；;]"),
)


class Tail(NamedTuple):
    """
    What follows the last full stop of a paragraph.
    """

    paragraph: str
    text: str
    spaced: bool
    """White space stands after the full stop."""
    trailing: bool
    """The sentence before trails off (……) instead of ending."""
    quoted: bool
    """The sentence before closes a quotation: who said it may follow."""


def mark_crossheads(paragraphs: Sequence[str]) -> list[tuple[str, bool]]:
    """
    Return the paragraphs and whether each is a crosshead, those that were glued to a paragraph's end split off.
    """
    tails = [cut(text) for text in paragraphs]
    if _habitual(tails):
        tails = [tail if tail and tail.spaced else None for tail in tails]
    marked: list[tuple[str, bool]] = []
    for place, text in enumerate(paragraphs):
        tail = tails[place]
        follows = place + 1 < len(paragraphs) and is_prose(paragraphs[place + 1])
        if tail and follows and is_glued(tail):
            marked += [(tail.paragraph, False), (tail.text, True)]
        else:
            after_prose = place > 0 and is_prose(paragraphs[place - 1])
            marked.append((text, follows and after_prose and stands_alone(text)))
    return marked


def cut(paragraph: str) -> Tail | None:
    """
    Return what follows the paragraph's last full stop outside quotation marks, None where nothing title-like does.
    """
    end = None
    for end in _END.finditer(paragraph):  # noqa: B007 - the last one is meant
        pass
    if end is None or end.end() == len(paragraph):
        return None
    head, rest = paragraph[: end.end()], paragraph[end.end() :]
    text = rest.strip()
    needed = _SHORTEST_SENTENCE if "。" in head else _SHORTEST_EXCLAMATION
    if len(head) < max(needed, len(text) if "。" not in head else 0) or not _balanced(head) or not is_title_like(text):
        return None
    return Tail(head.rstrip(), text, rest[0].isspace(), end[0].startswith("…"), end[0][-1] in _QUOTES)


def is_glued(tail: Tail) -> bool:
    """
    Tell whether a tail is a crosshead rather than the rest of the paragraph.
    """
    if tail.trailing and not tail.spaced:
        return False
    return sentence_marks(tail.text) <= (1 if tail.spaced and not tail.quoted else 0)


def stands_alone(text: str) -> bool:
    """
    Tell whether a line between two paragraphs of running text is a crosshead.
    """
    return is_title_like(text) and not _END.search(text) and sentence_marks(text) <= 1


def is_title_like(text: str) -> bool:
    """
    Tell whether a piece of text could be a heading: short, unpunctuated at its ends, no credit, no address.
    """
    return bool(
        _SHORTEST <= len(text) <= _LONGEST
        and _FIRST.match(text)
        and _LAST.search(text)
        and len(_HAN.findall(text)) >= 3
        and _balanced(text)
        and not _CONTACT.search(text)
        and not _CREDIT.search(text)
        and not is_boilerplate(text)
        and not any(part.role in PERSON_ROLES for part in segment(text))
    )


def sentence_marks(text: str) -> int:
    """
    Return how many of the marks of a sentence, as against a heading, a piece of text bears.
    """
    return sum(1 for mark in _SENTENCE if mark.search(text))


def is_prose(text: str) -> bool:
    """
    Tell whether a line is running text: long, or ended like a sentence.
    """
    return len(text) > _PROSE or bool(_ENDED.search(text) and len(text) >= _SHORTEST)


def _balanced(text: str) -> bool:
    """Tell whether everything opened is closed."""
    return text.count('"') % 2 == 0 and all(text.count(pair[0]) == text.count(pair[1]) for pair in _PAIRS)


def _habitual(tails: Sequence[Tail | None]) -> bool:
    """Tell whether the text leaves out the full stop at the end of most paragraphs, the last one included."""
    return len(tails) > 1 and tails[-1] is not None and sum(1 for tail in tails if tail) * 2 > len(tails)
