"""
Markup rewritten so that it says the same: other order of attributes, other case of tags, blanks, comments and
scripts between blocks.

Works on text with patterns, so that it needs neither of the engines under test; comments, scripts and styles are
left as they are, for the CMS's comments are part of what is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random

_OPAQUE = re.compile(r"<!--.*?-->|<(script|style|textarea|title)\b.*?</\1\s*>|<!doctype[^>]*>", re.S | re.I)
_TAG = re.compile(r"""<(/?)([a-zA-Z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
_ATTRIBUTE = re.compile(r"""\s+([^\s=<>"'/]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
#: Elements between which nothing that is not displayed changes anything; not the parts of a table.
_BLOCKS = r"p|div|ul|ol|h[1-6]|table|form|article|center|blockquote"
_BETWEEN = re.compile(rf"(</(?:{_BLOCKS})>)(?=\s*<(?:{_BLOCKS})\b)", re.I)

SCRIPTS = (
    "<script>var a = '<p>来源：脚本社 作者：无名</p>';</script>",
    "<script type='text/javascript' src='/js/a.js'></script>",
    "<style>.a{color:red}</style>",
    "<noscript><img src='http://count.example/1.gif'></noscript>",
)
COMMENTS = ("<!-- 广告位 -->", "<!--来源：注释社 2001-01-01-->", "<!-- <p>作者：无名</p> -->", "<!---->", "<!-- ad > 3 -->")
BLANKS = ("\n", "\r\n\t", "  ", "\n\n    ")


def attribute_order(html: str, random: Random) -> str:
    """
    Return the page with the attributes of every tag in another order.
    """

    def shuffled(tag: re.Match[str]) -> str:
        if tag[1] or tag[3].rstrip().endswith("/"):
            return tag[0]
        pairs = _ATTRIBUTE.findall(tag[3])
        if len(pairs) < 2 or len({name.lower() for name, _ in pairs}) < len(pairs):
            return tag[0]
        random.shuffle(pairs)
        return f"<{tag[2]}{''.join(f' {name}={value}' if value else f' {name}' for name, value in pairs)}>"

    return _outside(html, lambda text: _TAG.sub(shuffled, text))


def tag_case(html: str, random: Random) -> str:
    """
    Return the page with the names of its tags in upper case, or mixed.
    """

    def cased(tag: re.Match[str]) -> str:
        name = tag[2].upper() if random.random() < 0.7 else tag[2].title()
        return f"<{tag[1]}{name}{tag[3]}>"

    return _outside(html, lambda text: _TAG.sub(cased, text))


def blanks(html: str, random: Random) -> str:
    """
    Return the page with white space between its blocks.
    """
    return _between(html, lambda: random.choice(BLANKS) if random.random() < 0.5 else "")


def comments(html: str, random: Random) -> str:
    """
    Return the page with comments between its blocks.
    """
    return _between(html, lambda: random.choice(COMMENTS) if random.random() < 0.4 else "")


def scripts(html: str, random: Random) -> str:
    """
    Return the page with scripts and styles between its blocks.
    """
    return _between(html, lambda: random.choice(SCRIPTS) if random.random() < 0.3 else "")


REWRITINGS: tuple[Callable[[str, Random], str], ...] = (attribute_order, tag_case, blanks, comments, scripts)


def _between(html: str, drawn: Callable[[], str]) -> str:
    return _outside(html, lambda text: _BETWEEN.sub(lambda end: end[1] + drawn(), text))


def _outside(html: str, change: Callable[[str], str]) -> str:
    """Apply a change to what is neither comment nor script."""
    return "".join(text if opaque else change(text) for text, opaque in _pieces(html))


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    place = 0
    for match in _OPAQUE.finditer(html):
        yield html[place : match.start()], False
        yield match[0], True
        place = match.end()
    yield html[place:], False
