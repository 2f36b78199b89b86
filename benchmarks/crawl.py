"""
A crawl made of the fixtures: many pages, each distinct, the same for the same seed.

Every page has its own address on its own site (a number in the query string) and its own
number in its sentences.  Where a page declares its charset it is written again in one of
those that hold its characters, and says so.  One in a hundred is broken: cut, empty or noise.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from functools import cache

from attrs import frozen

from benchmarks.pages import FIXTURES
from newsparse.decode import decode

#: When all pages were fetched: what 昨天 and 3小时前 refer to.
FETCHED = "2026-04-18T08:00:00+08:00"
#: Of a thousand pages.
_BROKEN = 10
_ENCODINGS = ("utf-8", "gb18030", "gbk", "big5")
_DECLARED = re.compile(r"""(<meta\b[^<>]{0,200}?charset\s*=\s*["']?)([\w-]{2,40})""", re.IGNORECASE)
_HEAD = 4096


@frozen
class Seed:
    """
    A page of the fixtures.
    """

    data: bytes
    text: str
    url: str
    charset: str | None
    encodings: tuple[str, ...]
    """Those that it can be written in: none where it does not declare its own once."""


@frozen
class Crawled:
    """
    One page of the crawl.
    """

    file: str
    data: bytes
    url: str
    charset: str | None
    """Of the HTTP header."""


def crawl(count: int, seed: int = 20260418) -> Iterator[Crawled]:
    """
    Yield so many pages, all sites in turn.
    """
    chance = random.Random(seed)
    found = seeds()
    for number in range(count):
        origin = found[number % len(found)]
        data, charset = _written(origin, number, chance)
        if chance.randrange(1000) < _BROKEN:
            data = _broken(data, chance)
        mark = "&" if "?" in origin.url else "?"
        yield Crawled(f"{number // 1000:04}/{number:07}.html", data, f"{origin.url}{mark}n={number}", charset)


@cache
def seeds() -> tuple[Seed, ...]:
    """
    Return the pages of the fixtures.
    """
    found = []
    for response in sorted(FIXTURES.rglob("response.json")):
        known = json.loads(response.read_text(encoding="utf-8"))
        data = (response.parent / "page.html").read_bytes()
        text, decoded = decode(data, known.get("charset"))
        # A page without an address is known by its structure, on any host.
        url = (known.get("url") or f"http://{response.parent.name}.example/").partition("#")[0]
        encodings = () if decoded.replacements else _holding(text)
        found.append(Seed(data, text, url, known.get("charset"), encodings))
    return tuple(found)


def _holding(text: str) -> tuple[str, ...]:
    """Return the encodings that hold every character of a page, if one declaration can be written anew."""
    if len(_DECLARED.findall(text)) != 1 or _DECLARED.search(text, 0, _HEAD) is None or "<?xml" in text[:_HEAD]:
        return ()
    return tuple(name for name in _ENCODINGS if text.encode(name, "ignore").decode(name) == text)


def _written(origin: Seed, number: int, chance: random.Random) -> tuple[bytes, str | None]:
    """Return a page's bytes, its number in its sentences, and the charset of its header."""
    if not origin.encodings:
        return origin.data + b"<!-- %d -->" % number, origin.charset
    encoding = chance.choice(origin.encodings)
    text = _DECLARED.sub(rf"\g<1>{encoding}", origin.text, count=1).replace("。</p>", f"，{number}。</p>")
    return f"{text}<!-- {number} -->".encode(encoding), encoding if origin.charset else None


def _broken(data: bytes, chance: random.Random) -> bytes:
    """Return what is left of a page after an accident."""
    kind = chance.choice(("cut", "empty", "noise"))
    if kind == "empty":
        return b""
    # Noise must not look like gzip by chance, which a file may be and a response must say.
    return data[: chance.randrange(1, len(data))] if kind == "cut" else b"\x00" + chance.randbytes(3000)
