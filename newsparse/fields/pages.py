"""
Pagers and footers: which page of how many this is, and what the site says of itself at the very end.
"""

from __future__ import annotations

from newsparse import lazy
from newsparse.blocks import Fragment
from newsparse.model import Footer, Pagination
from newsparse.vocabulary.characters import HAN

_PAGE_URL = lazy.compile(r"[_-](\d{1,3})\.s?html?$")
#: Longer ones are telephones and dates: no pager leads to a thousand pages.
_NUMBER = lazy.compile(r"\d{1,3}")
_COUNT = lazy.compile(r"共\s*(\d{1,3})\s*[页頁]")
#: What TRS writes for a script to draw: pages, this one counted from 0, and the two halves of the address.
_CALL = lazy.compile(r"^createPageHTML\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*[\"']([^\"']{1,80})[\"']\s*,\s*[\"']([a-z]{3,5})[\"']")
_LICENCE = lazy.compile(
    rf"(?:{HAN}\s*ICP\s*[备備证證]?\s*[-\w]{{0,4}}?\s*\d{{6,10}}号?(?:-\d{{1,3}})?|{HAN}[A-Z]\d-\d{{6,10}}"
    rf"|{HAN}网文\s*[\[〔(（]\d{{4}}[\]〕)）]\s*\d{{3,5}}-\d{{2,4}}号|(?<=许可证[:：])\s*\d{{6,14}}|{HAN}公网安备\s?[:：]?\s*\d{{10,16}}号?)"
)
#: What every licence has; one class in front, so that the engine skips to its characters.
_LICENSED = lazy.compile(r"[A-Z网许公](?:(?<=I)CP|(?<=网)文|(?<=许)可证[:：]|(?<=公)网安备|(?<=[A-Z])\d-)")
#: What stands before 版权所有 where it says whose.
_OWNED, _OWNERS = ("版权所有", "版權所有"), ("公司", "集团", "报社", ")", "）")
_OWNER = lazy.compile(
    rf"[(（]([^()（）\s]{{4,40}}(?:公司|集团|集團|报社|報社|中心))[)）]\s*版[权權]所有|({HAN}{{4,40}}(?:公司|集团|报社))\s*版[权權]所有"
)
_COUNSEL = lazy.compile(r"法律[顾顧][问問]\s*[:：]\s*([^|｜\n]{2,60})")


def read_pagination(fragment: Fragment) -> Pagination | None:
    """
    Return the pager's content, None where it leads to no other page.

    Its page is 0 where the pager does not show which one this is: the address may say it.
    """
    if fragment.text.startswith("createPageHTML"):
        return _drawn(fragment.text)
    hrefs = (link.href for link in fragment.links if link.href)
    urls = tuple(dict.fromkeys(href for href in hrefs if not href.startswith(("javascript", "#"))))
    numbers = {int(link.text) for link in fragment.links if _NUMBER.fullmatch(link.text)}
    plain = {int(word) for word in _NUMBER.findall(_between_links(fragment))} - numbers
    printed = _COUNT.search(fragment.text)
    if not urls and not printed:
        return None
    pages = int(printed[1]) if printed else max(numbers | plain, default=0) or None
    missing = sorted(set(range(1, (pages or 0) + 1)) - numbers)
    page = missing[0] if len(missing) == 1 else min(plain, default=0)
    return Pagination(page=page, pages=pages, urls=urls)


def _drawn(call: str) -> Pagination | None:
    """Return what the script draws of a call that the page holds in place of a pager."""
    found = _CALL.match(call)
    pages = int(found[1]) if found else 0
    if found is None or not int(found[2]) < pages > 1:
        return None
    stem, end = found[3], found[4]
    urls = (f"{stem}_{page}.{end}" if page else f"{stem}.{end}" for page in range(pages) if page != int(found[2]))
    return Pagination(page=int(found[2]) + 1, pages=pages, urls=tuple(urls))


def _between_links(fragment: Fragment) -> str:
    """Return what is not linked: numbers often touch, 12 is page 2 behind the link to page 1."""
    rest, plain = fragment.text, ""
    for link in fragment.links:
        before, found, after = rest.partition(link.text)
        if found:
            plain, rest = f"{plain}{before} ", after
    return plain + rest


def page_of_url(url: str) -> int | None:
    """
    Return the page number that an address carries: ``content_1_2.htm`` is 2, ``content_1_0.htm`` is 0.
    """
    found = _PAGE_URL.search(url)
    return int(found[1]) if found else None


def read_footer(text: str) -> Footer | None:
    """
    Return licences, owner and counsel of a page's footer, None where it prints none of them.
    """
    licences = _licences(text)
    owner, counsel = _OWNER.search(text) if _names_owner(text) else None, _COUNSEL.search(text)
    if not licences and not owner and not counsel:
        return None
    return Footer(
        licences=licences,
        owner=(owner[1] or owner[2]) if owner else None,
        counsel=counsel[1].strip() if counsel else None,
    )


def _licences(text: str) -> tuple[str, ...]:
    """Return the numbers of licences, each once, as a search for all of them would, which tries at every Chinese character."""
    found: dict[str, None] = {}
    reached = 0
    for sign in _LICENSED.finditer(text):
        # Behind the label, or at the character before the sign.
        start = sign.end() if sign[0][0] == "许" else _before(text, sign.start())
        match = _LICENCE.match(text, start) if start >= reached else None
        if match:
            found[match[0].strip()] = None
            reached = match.end()
    return tuple(found)


def _names_owner(text: str) -> bool:
    """Tell whether 版权所有 may follow its owner's name somewhere."""
    for words in _OWNED:
        at = text.find(words)
        while at >= 0:
            if text.endswith(_OWNERS, 0, _before(text, at) + 1):
                return True
            at = text.find(words, at + 1)
    return False


def _before(text: str, place: int) -> int:
    """Return where the last character before a place stands that is no blank, -1 where there is none."""
    place -= 1
    while place >= 0 and text[place].isspace():
        place -= 1
    return place
