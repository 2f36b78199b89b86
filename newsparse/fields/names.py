"""
Reads people out of the value of a credit: ``记者 陈文 刘小满`` in, persons with roles out.

Text only: what the label in front of the value was is the caller's business. Posts,
employers, outlets and placeholders are no names and are left out; a value that reads
like a sentence gives nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsparse import lazy
from newsparse.model import Person
from newsparse.vocabulary import names as vocabulary
from newsparse.vocabulary.characters import HAN
from newsparse.vocabulary.credits import AUTHOR_ROLES, LABELS
from newsparse.vocabulary.mastheads import is_outlet
from newsparse.vocabulary.names import (
    COMPOUND_SURNAMES,
    NOT_IN_NAMES,
    NOT_RARE_NAMES,
    RARE_SURNAMES,
    SURNAMES,
    alternation,
    words,
)

_MOST_NAMES = 12
_LONGEST_VALUE = 160
#: The longest pen name (一只飞过的大雁) in Chinese characters.
_LONGEST_PEN_NAME = 8
#: Of one that opens with a Western word (Vista看天下).
_LONGEST_ACCOUNT = 4

#: Words inside a value that change the role of the names after them.
_ROLE_OF = {label: entry.role for entry in LABELS if "w" in entry.forms for label in entry.labels}
_ROLE_WORD = lazy.compile("(?<![小新老大])(" + alternation(tuple(sorted(_ROLE_OF, key=len, reverse=True))) + ")(?![·・])")
_PLAIN = lazy.compile(rf"{HAN}{{2,3}}(?:[\s、]{{1,3}}{HAN}{{2,3}}){{0,11}}")
_BETWEEN = lazy.compile(r"[\s、]+")
_SENTENCE = lazy.compile("[。！？!?…]")
_SEPARATOR = lazy.compile(r"[、，,;；/／╱|｜丨︱&＆\t+]|\s(?:and|AND)\s")
_BRACKETED = lazy.compile(r"[（(\[【〔][^（()）\[\]【】〔〕]{0,40}[）)\]】〕]")
_CODE = lazy.compile(r"[A-Z]{1,4}_?\d{2,6}")
_LATIN = lazy.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9.'’_\-]*")
_WESTERN = lazy.compile(r"[A-Za-z]{2}")
_PARTICLES = frozenset("de da di van von der den bin al el la le".split())
#: A number inside Chinese words: 最高奖励500元.
_AMOUNT = lazy.compile(rf"{HAN}{{2}}\d+{HAN}")
_NUMBER = lazy.compile(r"[\d\s.:：/\-—年月日时分%％]+")
_EDGES = " \t\r\n\xa0\u3000　·•*＊:：.。,，、;；-—－_\"'“”‘’《》<>〈〉()（）[]【】［］〔〕|｜/／╱\\□■◆●▲△★"

_POST = alternation(words("post"))
_ORGANISATION = alternation(words("organisation"))
_AFTER_NAME = lazy.compile(f"(?:{alternation(words('work'))})$")
_POSTS_END, _ORGANISATIONS_END, _PHOTOS_END = words("post"), words("organisation"), words("photo")
_REPORTED_END = ("报道", "報導", "报导", "報道", "讯", "訊")
#: Last characters that no plain name of two or three has, but a post, an outlet or a note.
_NOT_LAST = frozenset("网網报報社台刊版道導导讯訊者员員长長图圖摄攝绘拍编編辑輯供稿理合作译譯任士生手家")
_PHOTOGRAPHER = lazy.compile(
    rf"[^\s、，,;；/／╱]{{2,12}}\s?[/／╱]\s?(?:{alternation(words('photo'))})(?![\w]|\s{{1,2}}(?![报報][道導导]){HAN}{{2,3}}(?:\s|$))"
)
#: Whom a word of pictures before the names credits with them: 记者张小满 摄影李寒 names one writer.
_PICTURES_BY = lazy.compile(
    r"(?:^|(?<=[\s、，,;；/／|｜]))(?:首席)?(?:[摄攝]影(?:[记記]者)?\s?[:：/／]?|[图圖]片?\s?[:：/／])\s?"
    rf"(?!文|[报報][道導导]|[记記]者|通[讯訊][员員]|[实實][习習]|[见見][习習]){HAN}{{2,3}}(?=[\s、，,;；/／|｜]|$)"
    rf"(?:[\s、]{{1,2}}(?![记記]者|通[讯訊][员員]|[实實][习習]|[见見][习習]|文){HAN}{{2,3}}(?=[\s、，,;；]|$)){{0,3}}"
)
_TEXT_AND_PICTURE = lazy.compile(r"\s?[文图圖][/／、並并]?[文图圖摄攝]\s*$")
#: 张小满 文 李寒 摄.
_THEN_PICTURES = lazy.compile(r"\s文[\s/／、，]{1,3}[^文]{2,12}[摄攝图圖]影?\s*$")
#: Where a report comes from, behind the reporter: 张小满 发自石港.
_SENT_FROM = lazy.compile(rf"\s?[发發]自{HAN}{{2,8}}(?:[、，]{HAN}{{2,8}}){{0,3}}$")
#: 記者張小滿／石港報導.
_FROM_TOWN = lazy.compile(rf"(?<={HAN})\s?[／╱/]\s?({HAN}{{2,6}})(?:報導|报导|报道|報道)$")
_CLAUSE = lazy.compile("[与與及被把请請说說]")
_EMPLOYER_DASH = lazy.compile(r"^[^-]{1,12}\s[-－—]\s(?=[^\s-]{2,12}$)")
_POST_BEFORE = lazy.compile(rf"^.*?(?:{_POST})(?!.*(?:{_POST}))\s*(?=.)")
_POST_AFTER = lazy.compile(f"(?:{_POST})$")
_EMPLOYER = lazy.compile(rf"^.{{1,30}}(?:{_ORGANISATION}|新闻|日报|晚报|时报|网|社|台)(?=[^\s]{{2,4}}$)")
_PLACE_OR_POST = tuple(sorted(vocabulary.PLACES | {"国家", "清华", "复旦", "全国", "中央", "省", "市", "系", "武大"}))
#: What parts a name of Xinjiang or from abroad: 古丽·艾山江.
_DOTS = frozenset("·・‧•")
_NOBODY = frozenset(word.lower() for word in words("nobody"))
_POSTS = frozenset(words("post")) | frozenset(words("work")) | frozenset(words("photo"))


def read_names(text: str, role: str, *, strict: bool = False) -> tuple[Person, ...]:
    """
    Return the people that a credit's value names, in its order, each once.

    Args:
        text: the value, without its label.
        role: the role its label gives; 记者, 通讯员 inside an author's value override it.
        strict: accept only what has a surname, for text that no label vouches for.
    """
    text = text.strip()
    return _people(text, role, strict) if text and len(text) <= _LONGEST_VALUE else ()


@lru_cache(maxsize=32)
def _people(text: str, role: str, strict: bool) -> tuple[Person, ...]:
    """As ``read_names``; kept, because bylines, authors and editors are read from the same few values."""
    if _PLAIN.fullmatch(text):
        names = dict.fromkeys(_BETWEEN.split(text))
        if all(name[0] in SURNAMES and name[-1] not in _NOT_LAST and is_name(name) for name in names):
            return tuple(Person(name, role) for name in names)
    text = _unwrapped(text)
    if _SENTENCE.search(text):
        return ()
    found: dict[str, Person] = {}
    for part, part_role in _parts(_plain(text, labelled=role != "author"), role):
        for name in _names(part, part_role, strict):
            if part_role == role or NOT_IN_NAMES.isdisjoint(name) or not _DOTS.isdisjoint(name):
                found.setdefault(name, Person(name, part_role))
    return tuple(found.values()) if len(found) <= _MOST_NAMES else ()


def _hanzi(text: str) -> int:
    """Count the Chinese characters."""
    return sum(map(_is_hanzi, text))


def _is_hanzi(text: str) -> bool:
    """Tell whether all characters are Chinese; what a broken page has in the place of one counts too."""
    for c in text:
        if "㐀" <= c <= "鿿" or "豈" <= c <= "\ufaff" or "\U00020000" <= c <= "\U0002ffff" or c == "\ufffd":
            continue
        return False
    return True


def is_name(text: str) -> bool:
    """
    Tell whether a piece of text is a Chinese person's name: a surname and one or two characters.
    """
    if not 2 <= len(text) <= 4:
        return False
    # Most of what is asked does not open with a surname.
    if text.startswith(COMPOUND_SURNAMES):
        if len(text) == 2:
            return False
    elif len(text) == 4 or text[0] not in SURNAMES:
        return False
    if not _is_hanzi(text) or not NOT_IN_NAMES.isdisjoint(text):
        return False
    return not (text in vocabulary.NOT_A_SIGNATURE or text in vocabulary.PLACES or text in _NOBODY or is_outlet(text))


def is_labelled_name(text: str) -> bool:
    """
    Tell whether a piece of text behind 记者 or its kin is a name: there surnames count that also open words (文, 商, 查).
    """
    if is_name(text):
        return True
    if not 2 <= len(text) <= 3 or text[0] not in RARE_SURNAMES or text in NOT_RARE_NAMES:
        return False
    return pen_name(text) == text


def split_outlet(text: str) -> tuple[str, str] | None:
    """
    Return the outlet and the writer of a text that is both with nothing between them (青石日报张小满), None of any other.
    """
    for length in (3, 2):
        outlet, name = text[:-length], text[-length:]
        if is_name(name) and is_outlet(outlet):
            return outlet, name
    return None


def pen_name(text: str) -> str | None:
    """
    Return the name that two or three characters are where only a signature can stand: 晓明, 小九, 立悟.
    """
    text = text.replace(" ", "")
    if not 2 <= len(text) <= 3 or not _is_hanzi(text) or not NOT_IN_NAMES.isdisjoint(text):
        return None
    if text in vocabulary.NOT_A_SIGNATURE or text in vocabulary.PLACES or text in _NOBODY or text in _POSTS:
        return None
    return None if text[-1] in _NOT_LAST or is_outlet(text) else text


def _unwrapped(text: str) -> str:
    """Drop a pair of brackets around the whole value, and a full stop at its end."""
    while len(text) > 2 and text[0] in "（([【〔" and text[-1] in "）)]】〕" and text.count(text[0]) == 1:
        text = text[1:-1].strip()
    return text.rstrip("。 ")


def _plain(text: str, *, labelled: bool) -> str:
    """Drop notes in brackets, photographers, the town of the report and the employer in ``甲网 - 张小满``."""
    if "（" in text or "(" in text or "[" in text or "【" in text:
        text = _BRACKETED.sub(" ", text)
    if "图" in text or "圖" in text or "摄" in text or "攝" in text or "表" in text:
        text = _PICTURES_BY.sub(" ", _PHOTOGRAPHER.sub(" ", _THEN_PICTURES.sub("", _TEXT_AND_PICTURE.sub("", text))))
    if "发自" in text or "發自" in text:
        text = _SENT_FROM.sub("", text)
    if text.endswith(_REPORTED_END[:4]):
        town = _FROM_TOWN.search(text)
        if town and not is_outlet(text[: town.start()]) and (labelled or len(town[1]) == 2):
            text = text[: town.start()]
    return _EMPLOYER_DASH.sub("", text) if "-" in text or "－" in text or "—" in text else text


def _parts(text: str, role: str) -> list[tuple[str, str]]:
    """Split a value at the role words inside it: ``通讯员 甲 记者 乙`` is two parts."""
    pieces = _ROLE_WORD.split(text)
    if len(pieces) == 1:
        return [(text, role)]
    if len(pieces) == 3 and role == "author" and pieces[0].endswith(" ") and not pieces[2].strip(_EDGES):
        # 张小满 记者: the word behind a name says what that person is.
        return [(pieces[0], _ROLE_OF[pieces[1]])]
    parts: list[tuple[str, str]] = []
    current = role
    for index in range(0, len(pieces), 2):
        part = pieces[index]
        if index + 1 < len(pieces):
            part = _without_employer(part, first=index == 0, last=not "".join(pieces[index + 2 :]).strip(_EDGES))
        if part:
            parts.append((part, current))
        if index + 1 < len(pieces) and role in AUTHOR_ROLES:
            current = _ROLE_OF[pieces[index + 1]]
    return parts


def _without_employer(part: str, *, first: bool, last: bool) -> str:
    """Drop what is glued to the role word after it: the paper in ``青石日报记者``, not the name in ``张满 记者``."""
    if not part or part[-1].isspace() or part[-1] in "、，,;；/／╱|｜":
        return part
    cut = max((part.rfind(mark) for mark in " \u3000、，,;；/／╱|｜"), default=-1) + 1
    word = part[cut:].strip(_EDGES)
    if last and first:
        return part
    return part[:cut] if first or not is_name(word) or word[-1] in _NOT_LAST else part


def _names(part: str, role: str, strict: bool) -> list[str]:
    """Return the names of a part that has one role."""
    found: list[str] = []
    for piece in _SEPARATOR.split(part):
        tokens = _tokens(piece)
        if any(token.endswith(_PHOTOS_END) for token in tokens):
            # Whoever took the picture did not write the story.
            continue
        for name in filter(None, map(_name, tokens)):
            pair = _glued_pair(name) if 5 <= len(name) <= 6 and (strict or role != "author") else ()
            found.extend(pair or ((name,) if not strict or _vouched(name, role) else ()))
    return _split_pairs(found)


def _glued_pair(text: str) -> tuple[str, ...]:
    """Split two names that lost the blank between them, where only one place to cut leaves two names."""
    pairs = [(text[:cut], text[cut:]) for cut in (2, 3, 4) if is_name(text[:cut]) and is_name(text[cut:])]
    return pairs[0] if len(pairs) == 1 else ()


def _vouched(name: str, role: str) -> bool:
    return (is_name(name) if role == "author" else is_labelled_name(name)) or (("·" in name or "•" in name) and len(name) >= 4)


def _tokens(piece: str) -> list[str]:
    """Split at blanks, but not inside ``方 敏``, ``Alan Reed`` or ``朱小满 PN054``."""
    words = piece.split()
    if len(words) < 2:
        return words
    tokens: list[str] = []
    open_single = False
    for word in words:
        last = tokens[-1] if tokens else ""
        single = len(word) == 1 and _hanzi(word) == 1
        if single and open_single:
            tokens[-1] += word
            open_single = False
            continue
        if last and (
            (_CODE.fullmatch(word) and _hanzi(last))
            or (_LATIN.fullmatch(word) and _LATIN.match(last) and not _CODE.fullmatch(word))
        ):
            tokens[-1] = f"{last} {word}"
        else:
            tokens.append(word)
        open_single = single
    return tokens


def _name(token: str) -> str | None:
    """Return the name in a token, None when it holds none."""
    if len(token) <= 3 and token[0] in SURNAMES and token[-1] not in _NOT_LAST and is_name(token):
        return token
    token = token.strip(_EDGES)
    if not token or token.lower() in _NOBODY or token in _POSTS or _NUMBER.fullmatch(token) or _AMOUNT.search(token):
        return None
    if "：" in token or ":" in token:
        # 點閱次數：1,274: a label that nobody lists, with its value.
        return None
    if token.endswith(_REPORTED_END):
        # 李小满综合报道 is a name, 台北報導 is none.
        bare = _AFTER_NAME.sub("", _AFTER_NAME.sub("", token))
        if _DOTS.isdisjoint(bare):
            return bare if is_name(bare) else _before_town(bare)
        token = bare
    token = _AFTER_NAME.sub("", token).strip(_EDGES)
    if len(token) < 2 or token in vocabulary.PLACES:
        return None
    hanzi = _hanzi(token)
    if not hanzi:
        return token if len(token) <= 40 and _is_handle(token) else None
    if not _DOTS.isdisjoint(token):
        if is_outlet(token.rpartition("·")[2]):
            # 青石日报·青石新闻客户端 张小满: an outlet of an outlet.
            return None
        return token if len(token) <= 24 and not _is_organisation(token) and not token.endswith(_POSTS_END) else None
    if hanzi <= 4 and not token.endswith(_POSTS_END) and not is_outlet(token) and not _is_organisation(token):
        return token
    return _name_in(token, hanzi)


def _is_handle(token: str) -> bool:
    words = token.split()
    if len(words) > 1 and not all(word[0].isupper() or word in _PARTICLES for word in words):
        return False
    return all(_LATIN.fullmatch(word) or _CODE.fullmatch(word) for word in words) and not token.startswith("www.")


def _is_organisation(token: str) -> bool:
    return token.endswith(_ORGANISATIONS_END)


def _name_in(token: str, hanzi: int) -> str | None:
    """Find the name in a token that also says who the person is: ``张小满青石大学教授``, ``研究员张小满``."""
    if is_outlet(token) and not _EMPLOYER.search(token):
        return None
    if token.endswith(_POSTS_END):
        bare = _POST_AFTER.sub("", token)
        return bare if is_name(bare) else _before_place(token)
    for pattern in (_POST_BEFORE, _EMPLOYER):
        rest = pattern.sub("", token, count=1)
        if rest != token and is_name(rest):
            return rest
    if is_outlet(token) or _is_organisation(token):
        return None
    if hanzi > _LONGEST_ACCOUNT and _WESTERN.match(token):
        # QingNet青石網路醫藥: an outlet.
        return None
    return token if hanzi <= _LONGEST_PEN_NAME and not _CLAUSE.search(token) else None


def _before_place(token: str) -> str | None:
    """Return the name that a place or an institution follows: where it ends is certain only then."""
    for length in (2, 3, 4):
        if token[length:].startswith(_PLACE_OR_POST) and is_name(token[:length]):
            return token[:length]
    return None


def _before_town(token: str) -> str | None:
    """Return the name that nothing but a known town, or a country and its town, follows: 张小满台灣新竹."""
    for size in (3, 2):
        town = token[size:]
        if town in vocabulary.PLACES or (town[:2] in vocabulary.PLACES and town[2:] in vocabulary.PLACES):
            return token[:size] if is_name(token[:size]) else None
    return None


def _split_pairs(names: list[str]) -> list[str]:
    """Split ``张小满和李小寒``: both sides must be names of their own."""
    if not any("和" in name or "与" in name for name in names):
        return names
    found: list[str] = []
    for name in names:
        sides = re.split("[和与]", name)
        found.extend(sides if len(sides) == 2 and all(map(is_name, sides)) else [name])
    return found
