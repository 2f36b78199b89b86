"""
A page that survives only as rendered text in, its article out.

The lines are sorted into regions, each region is read by the reader of its field; the
readers are those that pages of markup are read by.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from attrs import evolve

from newsparse import lazy, urls
from newsparse.blocks import Block, Text
from newsparse.blocks import Link as Anchor
from newsparse.errors import PageError
from newsparse.fields.body import read_body
from newsparse.fields.comments import read_comments
from newsparse.fields.disclaimers import is_caption_line, split_disclaimers
from newsparse.fields.language import read_language
from newsparse.fields.pages import read_footer, read_pagination
from newsparse.fields.titles import read_title
from newsparse.fields.trails import read_breadcrumb, read_keywords, read_related
from newsparse.model import Article, Comments, Link, Pagination, Person
from newsparse.textpage.credits import read_credits
from newsparse.textpage.crossheads import mark_crossheads
from newsparse.textpage.headings import Headings, read_headings
from newsparse.textpage.kinds import Kind, classify, comments_in
from newsparse.textpage.lines import read_lines
from newsparse.textpage.ownership import is_reprint, own_names, site_of
from newsparse.textpage.refusal import reason_against
from newsparse.textpage.regions import Regions, divide

_STANDFIRST = lazy.compile(
    r"(?:[【\[](?:{0})[】\]]\s?[:：]?|(?:{0})\s?[:：])\s?(?P<text>.+)".format(
        "核心提示|内容提要|内容摘要|文章摘要|摘要|提要|导读|導讀"
    )
)
#: What comes before a site's own name in the heading of its disclaimers.
_WHOSE = lazy.compile(r"[【\[]?(?P<name>[^【】\[\]]{2,12}?)(?:网站)?(?:版权|版權|免责|免責|法律)")
#: 张三（左）, （左起：…）: who stands where in a picture.
_POSED = lazy.compile(r"[（(](?:[左右中前后後上下][一二三四五1-5]?|[左右]起)(?:[)）]|[:：])")
_LONGEST_CAPTION = 80
_PAGE = lazy.compile(r"第\s?\d{1,3}\s?[页頁]")
_LAYOUT = "text"
#: What a page of markup calls sites that no adapter declares.
_UNKNOWN = "generic"


class _Links(Text):
    """
    Lines as a list of links whose addresses are lost.
    """

    __slots__ = ()

    @property
    def links(self) -> tuple[Anchor, ...]:
        return tuple(Anchor(line, None) for line in self.text.splitlines())


def read(text: str, *, url: str | None = None, reference: datetime | None = None) -> Article:
    """
    Return the article of a page that survives only as rendered text: a line a block, as a browser copies it.

    Args:
        text: the page, with as little or as much around the story as was copied.
        url: its address; decides the site. Without it the host printed on the page does.
        reference: when the page was seen (aware), for ``3小时前`` and dates without a year; None leaves those out.

    Raises:
        PageError: the text holds no article; ``reason`` says why.
    """
    lines = read_lines(text)
    regions = divide(lines)
    headings = _headings(regions)
    title = read_title(headings.title) if headings.title else None
    standfirst, story = _standfirst(regions.story)
    body = read_body(_blocks(story), title=title)
    refused = reason_against(lines, regions, title, body)
    if refused:
        raise PageError(url, *refused)
    credits = read_credits((*regions.info, *regions.credits), reference)
    host = urls.host_of(url) if url else credits.host
    trail = read_breadcrumb(Text(regions.trail)) if regions.trail else ()
    site = site_of(host, _names(trail, regions))
    source = credits.source or body.source
    return Article(
        url=url,
        canonical_url=urls.strip_page_suffix(urls.strip_trackers(url)) if url else None,
        host=host,
        site=(site.slug or site.name) if site else _UNKNOWN,
        layout=_LAYOUT,
        language=read_language("".join((title or "", *story))[:400]),
        title=title,
        kicker=headings.kicker,
        subtitle=headings.subtitle,
        standfirst=standfirst,
        timestamp=credits.timestamp,
        updated=credits.updated,
        source=source,
        byline=credits.byline,
        authors=_each(credits.authors, body.authors),
        editors=_each(credits.editors, body.editors),
        dateline=body.dateline,
        breadcrumb=trail,
        keywords=_keywords(regions),
        body=body.body,
        comments=_comments([*(part for line in regions.info for part in comments_in(line)), *regions.comments]),
        disclaimers=split_disclaimers(regions.notices) or body.disclaimers,
        related=_related(regions),
        pagination=_pagination(regions.tools),
        footer=read_footer("\n".join(regions.footer)) if regions.footer else None,
        is_reprint=is_reprint(source.name if source else None, site.own if site else own_names(regions.notices)),
    )


def _headings(regions: Regions) -> Headings:
    """Return the headline between trail and dateline, else the one above the trail."""
    story = "\n".join(regions.story)
    if regions.headings:
        return read_headings(regions.headings, story, framed=regions.trail is not None)
    return read_headings(regions.above, story, framed=False)


def _standfirst(story: Sequence[str]) -> tuple[str | None, Sequence[str]]:
    """Return the summary that the story's first line is, without its label, and the rest of the story."""
    found = _STANDFIRST.match(story[0]) if story else None
    return (found["text"], story[1:]) if found else (None, story)


def _blocks(story: Sequence[str]) -> list[Block]:
    """Return the story's lines as blocks, crossheads and captions marked."""
    blocks = []
    for line, crosshead in mark_crossheads(story):
        mark = "caption" if _is_caption(line) else "crosshead" if crosshead else None
        blocks.append(Block("text", line, mark=mark))
    return blocks


def _is_caption(line: str) -> bool:
    return is_caption_line(line) or (len(line) <= _LONGEST_CAPTION and _POSED.search(line) is not None)


def _names(trail: Sequence[Link], regions: Regions) -> list[str]:
    """Return what the page calls itself."""
    names = [trail[0].name] if trail else []
    names += [found["name"] for line in regions.notices if (found := _WHOSE.match(line))]
    return names + [line.partition("(")[0].partition("（")[0] for line in regions.footer]


def _each(first: Iterable[Person], second: Iterable[Person]) -> tuple[Person, ...]:
    """Return both, each name once; the first's roles win."""
    found: dict[str, Person] = {}
    for person in (*first, *second):
        found.setdefault(person.name, person)
    return tuple(found.values())


def _comments(lines: Sequence[str]) -> Comments | None:
    """Return the comments block; only lines between its buttons can be comments themselves."""
    found = read_comments(Text("\n".join(lines))) if lines else None
    if found is None:
        return None
    written = read_comments(Text("\n".join(line for line in lines if classify(line) is not Kind.COMMENTS)))
    return evolve(found, items=written.items if written else ())


def _keywords(regions: Regions) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for line in regions.keywords for word in read_keywords(Text(line))))


def _related(regions: Regions) -> tuple[Link, ...]:
    return read_related(_Links("\n".join(regions.related)))


def _pagination(lines: Sequence[str]) -> Pagination | None:
    """Return the place in a paged story, where a line prints both which page this is and how many there are."""
    line = next((line for line in lines if _PAGE.search(line)), None)
    found = read_pagination(Text(line)) if line else None
    return found if found and found.pages else None
