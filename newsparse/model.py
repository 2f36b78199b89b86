"""
What an article is: frozen attrs values, documented attribute by attribute.

The model knows meaning and format; it does not know HTML, sites, or where a
value came from (that is ``provenance``), nor how it is written down (``output``).
A value is None, or an empty tuple, when the page does not print it.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal, TypeAlias

from attrs import field, frozen

Precision: TypeAlias = Literal["year", "month", "day", "hour", "minute", "second"]

_FORMATS = {
    "year": "%Y",
    "month": "%Y-%m",
    "day": "%Y-%m-%d",
}


@frozen(kw_only=True)
class Timestamp:
    """
    A point in time, as precisely as the page prints it.
    """

    value: datetime
    """Aware ``datetime``; UTC+8 unless the page says otherwise. Parts that are not printed are zero."""
    precision: Precision
    """The smallest unit that the page prints."""
    raw: str = field(default="", eq=False)
    """The characters on the page that it was read from."""
    weekday: str | None = field(default=None, eq=False)
    """The weekday as printed (``星期二``), None when none is printed or it contradicts the date."""

    def isoformat(self) -> str:
        """
        Return ISO 8601 at the printed precision: ``2013-10-22``, ``2013-10-22T09:16+08:00`` …
        """
        day = _FORMATS.get(self.precision)
        if day:
            return self.value.strftime(day)
        return self.value.isoformat(timespec="seconds" if self.precision == "second" else "minutes")

    def __str__(self) -> str:
        return self.isoformat()


@frozen
class Person:
    """
    Somebody the page credits.
    """

    name: str
    """The name as printed, without blanks inside a two-character name, without post or employer."""
    role: str
    """A role of the glossary: ``reporter``, ``correspondent``, ``author``, ``responsible_editor``, ``editor`` …"""


@frozen
class Link:
    """
    A named link: a step of the breadcrumb, a related story, a source.
    """

    name: str
    """The text as printed."""
    url: str | None = None
    """Absolute where the page's address is known, else as written. None when it is plain text."""


@frozen(kw_only=True)
class Dateline:
    """
    电头: where, when and by which agency a report was sent, as its first words say.
    """

    agency: str | None = None
    """通讯社: ``新华社``, ``中新社``; ``本报`` for 本报讯."""
    place: str | None = None
    """``北京``, ``纽约``."""
    date: str | None = None
    """As printed: ``4月24日``; None when it prints none."""


@frozen
class Paragraph:
    """
    自然段: running text.
    """

    kind: ClassVar[str] = "paragraph"
    text: str
    """Without the two ideographic blanks that indent it."""


@frozen
class Crosshead:
    """
    小标题: a heading inside the story.
    """

    kind: ClassVar[str] = "crosshead"
    text: str


@frozen
class Quote:
    """
    引文: a block quotation.
    """

    kind: ClassVar[str] = "quote"
    text: str


@frozen
class List:
    """
    A bulleted or numbered list.
    """

    kind: ClassVar[str] = "list"
    items: tuple[str, ...]

    @property
    def text(self) -> str:
        """The items, a line each."""
        return "\n".join(self.items)


@frozen
class Table:
    """
    A table of data (tables that only lay out the page are read as their lines).
    """

    kind: ClassVar[str] = "table"
    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        """The cells, tab-separated, a line a row."""
        return "\n".join("\t".join(row) for row in self.rows)


@frozen(kw_only=True)
class Image:
    """
    A picture of the story.
    """

    kind: ClassVar[str] = "image"
    url: str | None = None
    """Absolute where the page's address is known; None when only its caption survives."""
    caption: str | None = None
    """图片说明 as printed, None when there is none."""
    credit: str | None = None
    """图源, 摄影: who took or owns it, None when not printed apart from the caption."""

    @property
    def text(self) -> str:
        """The caption, or nothing."""
        return self.caption or ""


@frozen(kw_only=True)
class Video:
    """
    A film embedded in the story.
    """

    kind: ClassVar[str] = "video"
    url: str | None = None
    caption: str | None = None

    @property
    def text(self) -> str:
        """The caption, or nothing."""
        return self.caption or ""


BodyBlock: TypeAlias = Paragraph | Crosshead | Quote | List | Table | Image | Video


@frozen(kw_only=True)
class Comment:
    """
    One reader's comment printed on the page.
    """

    text: str
    author: str | None = None
    time: str | None = None
    """As printed."""


@frozen(kw_only=True)
class Comments:
    """
    The comments block (评论区).
    """

    count: int | None = None
    """The printed number of comments, None when the block prints none."""
    url: str | None = None
    """Where the comments are read."""
    form: bool = False
    """Whether the page carries a form to write one."""
    items: tuple[Comment, ...] = ()
    """Comments printed on the page itself."""


@frozen
class Disclaimer:
    """
    版权声明, 免责声明.
    """

    kind: str
    """``copyright``, ``reprint``, ``contact``, ``liability``, ``advice`` or ``other``."""
    text: str


@frozen(kw_only=True)
class Pagination:
    """
    分页: the place of this page in an article of several.
    """

    page: int
    """Number of this page, from 1; 0 is the whole article on one page (全文)."""
    pages: int | None = None
    """How many there are, None when not printed."""
    urls: tuple[str, ...] = ()
    """The other pages, in their order."""


@frozen(kw_only=True)
class Footer:
    """
    页脚: what the site says of itself below everything.
    """

    licences: tuple[str, ...] = ()
    """备案号, 许可证: the numbers as printed."""
    owner: str | None = None
    """版权所有: the company named."""
    counsel: str | None = None
    """法律顾问: as printed."""


@frozen(kw_only=True)
class Article:
    """
    A news article, complete as far as its page prints it.
    """

    url: str | None = None
    """As given by the caller."""
    canonical_url: str | None = None
    """What the page declares, or the url of the first page of a paged article; None when neither is known."""
    host: str | None = None
    """Host of the url, else the one printed on the page."""
    site: str | None = None
    """Name of the adapter (``people``), of the family, or ``generic``."""
    layout: str | None = None
    """Name of the layout that matched."""
    kind: str = "article"
    """``article``, ``gallery`` or ``video`` (pictures or film with little text)."""
    language: str | None = None
    """BCP 47: ``zh-Hans`` or ``zh-Hant``; None when the text does not tell."""
    title: str | None = None
    """主题, one line, without the site's name."""
    kicker: str | None = None
    """引题, 肩题, 眉题: the line above the title."""
    subtitle: str | None = None
    """副题: the line below it."""
    standfirst: str | None = None
    """提要, 摘要, 核心提示: set apart from the body by the desk."""
    timestamp: Timestamp | None = None
    """When it was published, as printed."""
    updated: Timestamp | None = None
    """更新时间, where the page prints one beside the first."""
    source: Link | None = None
    """来源: the outlet credited, without the label."""
    byline: str | None = None
    """署名 as printed, label included."""
    authors: tuple[Person, ...] = ()
    """Who wrote or reported it, from byline, dateline and signature."""
    editors: tuple[Person, ...] = ()
    """责任编辑, 编辑 and their kin."""
    dateline: Dateline | None = None
    """电头 of the first paragraph."""
    breadcrumb: tuple[Link, ...] = ()
    """当前位置: the trail as printed."""
    keywords: tuple[str, ...] = ()
    """关键词, 标签."""
    body: tuple[BodyBlock, ...] = ()
    """The story."""
    comments: Comments | None = None
    """None when the page has no comments block."""
    disclaimers: tuple[Disclaimer, ...] = ()
    """In the order of the page."""
    related: tuple[Link, ...] = ()
    """相关阅读."""
    pagination: Pagination | None = None
    """None when the article is on one page."""
    footer: Footer | None = None
    """None when it was not looked for or not found."""
    is_reprint: bool | None = None
    """转载; None when the page gives no ground to say."""
    confidence: dict[str, float] | None = field(default=None, eq=False)
    """Per field, how sure the generic reader is, 0 to 1; None for fields that an adapter read."""

    @property
    def text(self) -> str:
        """The story as plain text: a line a block, captions left out."""
        return "\n".join(block.text for block in self.body if block.kind not in ("image", "video") and block.text)

    @property
    def captions(self) -> tuple[str, ...]:
        """The captions of images and films, in order."""
        return tuple(block.caption for block in self.body if isinstance(block, Image | Video) and block.caption)

    @property
    def lede(self) -> str | None:
        """导语: the first paragraph."""
        return next((block.text for block in self.body if isinstance(block, Paragraph)), None)
