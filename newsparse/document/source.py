"""
What a page says outside its visible tree: head metadata, CMS comments, JSON in scripts.

Read with patterns on the page's text, never through an engine, so that it is the
same whether the whole page was parsed or only slices of it, and in both engines.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from html import unescape
from itertools import islice
from typing import Any

from newsparse import lazy
from newsparse.document.compiled import find, scan

_TAG = lazy.compile(r"""<meta\b((?:[^>"']|"[^"]*"|'[^']*'){0,2000}+)>""", re.I)
_ATTRIBUTE = lazy.compile(r"""([a-zA-Z_:][-\w:.]{0,60})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_TITLE = lazy.compile("<title", re.I | re.A)
_TITLE_END = lazy.compile("</title", re.I | re.A)
_SCRIPT_END = lazy.compile("</script", re.I)
_JSON_LD = lazy.compile(r"<script\b[^<>]{0,300}\bapplication/ld\+json\b[^>]{0,300}>(.*?)</script", re.I | re.S)
#: Comments in which a CMS writes the article's fields down, by the word they open with.
_CMS_COMMENT = lazy.compile(r"<!--\s*<?(?:enpproperty|pageinfo|founder-|articleinfo)\b(.*?)(?:/enpproperty\s*)?-->", re.S | re.I)
_CMS_FIELD = lazy.compile(r"<([A-Za-z][\w-]{1,30})>([^<]*(?:<(?!/\1>)[^<]*){0,200}?)</\1>", re.S)
#: The host of a link; pictures and scripts are left out, they lie on hosts of their own.
#: Of an address inside an address, as archives have them, the inner one counts.
_LINKED = lazy.compile(
    rb"""href\s{0,2}=\s{0,2}["']?(?:https?:)?//(?:[^\s"'/]{4,40}/web/\w{4,20}/https?:/{1,2})?"""
    rb"""((?:[a-zA-Z0-9-]{1,63}\.){1,8}[a-zA-Z]{2,12})"""
)
_FIRST_LINKS = 32
#: No tag that declares an address is longer.
_LONGEST_TAG = 4096
_NULL = ("null", "undefined")


class Source:
    """
    The text of a page, read lazily: nothing is decoded or searched before it is asked for.
    """

    __slots__ = ("_cms", "_head", "_head_of", "_json", "_ld", "_text", "_text_of")

    def __init__(self, text: Callable[[], str], head: Callable[[], str | bytes]) -> None:
        """
        Args:
            text: gives the whole page's text.
            head: gives the text before ``<body``, the whole page's where there is no body tag; as UTF-8 where it is at hand.
        """
        self._text_of, self._head_of = text, head
        self._text: str | None = None
        self._head: tuple[str | None, dict[str, str]] | None = None
        self._cms: dict[str, str] | None = None
        self._ld: list[Any] | None = None
        self._json: dict[str, Any] = {}

    @property
    def text(self) -> str:
        """The whole page."""
        if self._text is None:
            self._text = self._text_of()
        return self._text

    @property
    def title(self) -> str | None:
        """The ``<title>``, white space folded."""
        if self._head is None:
            self._head = _read_head(self._head_of())
        return self._head[0]

    def meta(self, name: str) -> str | None:
        """
        Return the content of a meta element, None where it is missing or blank.
        """
        return self.metas.get(name.lower())

    @property
    def metas(self) -> Mapping[str, str]:
        """Every named meta element of the head that says something; the first of each name."""
        if self._head is None:
            self._head = _read_head(self._head_of())
        return self._head[1]

    def comment(self, name: str) -> str | None:
        """
        Return a field of the CMS's comment; None where it is missing, blank or ``null``.
        """
        if self._cms is None:
            self._cms = {}
            for comment in _CMS_COMMENT.finditer(self.text, 0, self.text.rfind("-->") + 3):
                for key, value in _CMS_FIELD.findall(comment.group()):
                    value = unescape(value).strip()
                    if value and value not in _NULL:
                        self._cms.setdefault(key.lower(), value)
        return self._cms.get(name.lower())

    def between(self, start: str, end: str, *, every: bool = False) -> str | None:
        """
        Return the markup between two comments, None where the first is missing.
        """
        text, found, place = self.text, [], 0
        while (first := text.find(start, place)) >= 0:
            last = text.find(end, first)
            if last < 0:
                last = len(text)
            else:
                # Some templates write the comment twice, around the toolbar and around the story.
                first = text.rfind(start, first, last)
            opened = text.find("-->", first, last)
            if opened >= 0:
                found.append(text[opened + 3 : last])
            place = last + 1
            if not every:
                break
        return "".join(found) if found else None

    def jsonld(self, path: str) -> tuple[str, ...]:
        """
        Return what the path leads to in the first JSON-LD object that has it, as strings.
        """
        if self._ld is None:
            self._ld = list(_objects(self.text))
        for value in self._ld:
            found = tuple(_walk(value, path.split(".")))
            if found:
                return found
        return ()

    def data(self, name: str, path: str) -> tuple[str, ...]:
        """
        Return what the path leads to in the JSON of a script, by its id or its variable.
        """
        if name not in self._json:
            self._json[name] = _script_json(self.text, name)
        return tuple(_walk(self._json[name], path.split(".")))


def _without_comments(head: str) -> str:
    """Return the head without its comments; one that is not closed stays."""
    start = head.find("<!--")
    if start < 0:
        return head
    pieces, reached = [], 0
    while start >= 0 and (end := head.find("-->", start + 4)) >= 0:
        pieces.append(head[reached:start])
        reached = end + 3
        start = head.find("<!--", reached)
    return "".join((*pieces, head[reached:]))


def _objects(text: str) -> Iterator[Any]:
    """Yield JSON-LD objects, the members of lists and of @graph one by one; broken ones are passed over."""
    at = text.find("ld+json")
    # The pattern takes either case, so it looks at every character: from the first script of the kind on, at most.
    # Nor behind the last end of a script: of those that do not end it would look for the end again and again.
    ends = [match.end() for match in _SCRIPT_END.finditer(text, at)] if at >= 0 else []
    for block in _JSON_LD.findall(text, max(0, text.rfind("<", 0, at)), ends[-1]) if ends else ():
        try:
            value = json.loads(block.strip().strip(";"), strict=False)
        except ValueError:
            continue
        for item in value if isinstance(value, list) else [value]:
            graph = item.get("@graph") if isinstance(item, dict) else None
            yield from graph if isinstance(graph, list) else [item]


def _script_json(text: str, name: str) -> Any:
    """Return the JSON in the script with this id, or assigned to this variable; None where there is none."""
    by_id = re.search(r"<script\b[^>]*\bid=[\"']" + re.escape(name) + r"[\"'][^>]*>\s*", text)
    found = by_id or re.search(r"(?<![\w$])" + re.escape(name) + r"[\"']?\]?\s*[=:]\s*(?=[\[{\"])", text)
    if not found:
        return None
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, found.end())[0]
    except ValueError:
        return None


def _walk(value: Any, keys: list[str]) -> Iterator[str]:
    """Yield the strings and numbers at the end of a path."""
    if value is None or value == "":
        return
    if not keys:
        if isinstance(value, list):
            for item in value:
                yield from _walk(item, [])
        elif isinstance(value, str):
            if value.strip() and value.strip() not in _NULL:
                yield value.strip()
        elif isinstance(value, int | float) and not isinstance(value, bool):
            yield str(value)
        return
    key, rest = keys[0], keys[1:]
    if isinstance(value, dict):
        yield from _walk(value.get(key), rest)
    elif isinstance(value, list):
        if key.isdigit():
            if int(key) < len(value):
                yield from _walk(value[int(key)], rest)
        else:
            for item in value:
                yield from _walk(item, rest if key == "*" else keys)


def _read_head(head: str | bytes) -> tuple[str | None, dict[str, str]]:
    """Return the title, white space folded, and the content of the named meta elements."""
    if scan is None:
        title, metas = _head(head if isinstance(head, str) else head.decode())
    else:
        title, metas = scan.head(head.encode("utf-8", "replace") if isinstance(head, str) else head, unescape)
    return (" ".join(unescape(title).split()) or None) if title else None, metas


def _head(head: str) -> tuple[str | None, dict[str, str]]:
    """Return the title as it is written, and the meta elements: what native/scan_head.c does where it is compiled."""
    head = _without_comments(head)
    opened = _TITLE.search(head)
    begin = head.find(">", opened.end()) + 1 if opened else 0
    closed = _TITLE_END.search(head, begin) if begin else None
    return (head[begin : closed.start()] if closed else None), _metas(head)


def _metas(head: str) -> dict[str, str]:
    """Return the content of the named meta elements."""
    metas: dict[str, str] = {}
    for rest in _TAG.findall(head, 0, head.rfind(">") + 1):
        found = {k.lower(): unescape(a or b or c) for k, a, b, c in _ATTRIBUTE.findall(rest)}
        content = found.get("content", "").strip()
        if content and content not in _NULL:
            for key in ("name", "property", "itemprop"):
                if key in found:
                    metas.setdefault(found[key].strip().lower(), content)
    return metas


def linked_hosts(data: bytes) -> Counter[str]:
    """
    Return how often the page's first links lead to each host, relative links left out.

    The outlet's own channels stand above everything else, so there is no need to look through the page.
    """
    return Counter(linked(data, _FIRST_LINKS))


def _linked(data: bytes, limit: int) -> list[str]:
    """Return the hosts of the first links, in lower case: what native/scan_links.c does where it is compiled."""
    return [match[1].decode("ascii").lower() for match in islice(_LINKED.finditer(data), limit)]


def address(head: bytes, word: bytes, attribute: bytes) -> str | None:
    """
    Return the address that a tag of the page's head declares, None where no tag does.

    Looked for by its word, not by reading every tag: heads hold more script than anything else.

    Args:
        head: the head, undecoded (addresses are ASCII; other characters are read as UTF-8).
        word: what tells the tag: ``canonical``, ``og:url``, ``<base``.
        attribute: the attribute that holds the address.
    """
    if scan is None:
        return _address(head, word, attribute)
    found: str | None = scan.address(head, word, attribute, unescape)
    return found


def _address(data: bytes, word: bytes, attribute: bytes) -> str | None:
    """Return what ``address`` does: what native/scan_address.c does where it is compiled."""
    at = find(data, word, 0)
    while at >= 0:
        start = data.rfind(b"<", max(0, at - _LONGEST_TAG), at + 1)
        end = data.find(b">", at, at + _LONGEST_TAG)
        read_to = at + len(word)
        if start >= 0 and end > at and data[start + 1 : start + 2].isalpha():
            tag = data[start : end + 1].decode("utf-8", "replace")
            values = [(k.lower(), unescape(a or b or c)) for k, a, b, c in _ATTRIBUTE.findall(tag)]
            named = word.startswith(b"<") or any(value.lower() == word.decode("ascii") for _, value in values)
            value: str = dict(values).get(attribute.decode("ascii"), "").strip()
            if named and value:
                opened = data.rfind(b"<!--", 0, start)
                if opened < 0 or data.find(b"-->", opened, start) >= 0:
                    return value
                # The whole comment declares nothing; one that is not closed hides the rest.
                closed = data.find(b"-->", start)
                if closed < 0:
                    return None
                read_to = max(read_to, closed)
            else:
                # Once more the word, in the same tag: nothing new.
                following = data.find(b"<", at + len(word), end)
                read_to = end if following < 0 else following
        at = find(data, word, read_to)
    return None


#: The hosts of links: compiled, or in Python.
linked = _linked if scan is None else scan.linked

