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

from newsparse.values import Value, setter

Precision: TypeAlias = Literal["year", "month", "day", "hour", "minute", "second"]

#: Characters of an ISO date that are printed.
_LENGTHS = {"year": 4, "month": 7, "day": 10}


@frozen(kw_only=True, eq=False, repr=False)
class Timestamp(Value):
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
    """星期: as printed (``星期二``). None when none is printed or it contradicts the date."""

    def isoformat(self) -> str:
        """
        Return ISO 8601 at the printed precision: ``2013-10-22``, ``2013-10-22T09:16+08:00`` …

        ISO 8601 with an offset has no form for hours that every reader knows: an hour is written as ``09:00``.
        """
        length = _LENGTHS.get(self.precision)
        if length:
            return self.value.date().isoformat()[:length]
        return self.value.isoformat("T", "seconds" if self.precision == "second" else "minutes")

    def __str__(self) -> str:
        return self.isoformat()


@frozen(eq=False, repr=False)
class Person(Value):
    """
    Somebody the page credits.
    """

    name: str
    """The name as printed, without blanks inside a two-character name, without post or employer."""
    role: str
    """A role of the glossary: ``reporter``, ``correspondent``, ``author``, ``responsible_editor``, ``editor`` …"""


@frozen(eq=False, repr=False)
class Link(Value):
    """
    A named link: a step of the breadcrumb, a related story, a source.
    """

    name: str
    """The text as printed."""
    url: str | None = None
    """Absolute where the page's address is known, else as written. None when the name is plain text."""

    def __init__(self, name: str, url: str | None = None) -> None:
        _set_name(self, name)
        _set_url(self, url)


_set_name, _set_url = setter(Link, "name"), setter(Link, "url")


@frozen(kw_only=True, eq=False, repr=False)
class Dateline(Value):
    """
    电头: where, when and by which agency a report was sent, as its first words say.
    """

    agency: str | None = None
    """通讯社: ``新华社``, ``中新社``; ``本报`` for 本报讯."""
    place: str | None = None
    """地点: ``北京``, ``纽约``."""
    date: str | None = None
    """日期: as printed, ``4月24日``. None when it prints none."""


@frozen(eq=False, repr=False)
class Paragraph(Value):
    """
    自然段: running text.
    """

    kind: ClassVar[str] = "paragraph"
    text: str
    """Without the two ideographic blanks that indent it."""

    def __init__(self, text: str) -> None:
        _set_text(self, text)


_set_text = setter(Paragraph, "text")


@frozen(eq=False, repr=False)
class Crosshead(Value):
    """
    小标题: a heading inside the story.
    """

    kind: ClassVar[str] = "crosshead"
    text: str
    """One line."""


@frozen(eq=False, repr=False)
class Quote(Value):
    """
    引文: a block quotation.
    """

    kind: ClassVar[str] = "quote"
    text: str
    """Without the marks around it that the page draws."""


@frozen(eq=False, repr=False)
class List(Value):
    """
    列表: a bulleted or numbered list.
    """

    kind: ClassVar[str] = "list"
    items: tuple[str, ...]
    """The text of every item, without its bullet or number."""

    @property
    def text(self) -> str:
        """The items, a line each."""
        return "\n".join(self.items)


@frozen(eq=False, repr=False)
class Table(Value):
    """
    表格: a table of data (tables that only lay out the page are read as their lines).
    """

    kind: ClassVar[str] = "table"
    rows: tuple[tuple[str, ...], ...]
    """The text of every cell, row by row; a head row is the first row."""

    @property
    def text(self) -> str:
        """The cells, tab-separated, a line a row."""
        return "\n".join("\t".join(row) for row in self.rows)


@frozen(kw_only=True, eq=False, repr=False)
class Image(Value):
    """
    图片: a picture of the story.
    """

    kind: ClassVar[str] = "image"
    url: str | None = None
    """Absolute where the page's address is known. None when only its caption survives."""
    caption: str | None = None
    """图片说明: as printed. None when there is none."""
    credit: str | None = None
    """图源, 摄影: who took or owns it, as the caption names them. None when it does not."""

    @property
    def text(self) -> str:
        """The caption, or nothing."""
        return self.caption or ""


@frozen(kw_only=True, eq=False, repr=False)
class Video(Value):
    """
    视频: a film embedded in the story.
    """

    kind: ClassVar[str] = "video"
    url: str | None = None
    """Absolute where the page's address is known. None when the player hides it in a script."""
    caption: str | None = None
    """视频说明: as printed. None when there is none."""

    @property
    def text(self) -> str:
        """The caption, or nothing."""
        return self.caption or ""


BodyBlock: TypeAlias = Paragraph | Crosshead | Quote | List | Table | Image | Video
#: A tuple made once: a union is made anew for every block that it is asked of.
_CAPTIONED = (Image, Video)


@frozen(kw_only=True, eq=False, repr=False)
class Comment(Value):
    """
    One reader's comment printed on the page.
    """

    text: str
    """What the reader wrote."""
    author: str | None = None
    """网友: the name printed with it. None when it is anonymous."""
    time: str | None = None
    """As printed, not read. None when it prints none."""


@frozen(kw_only=True, eq=False, repr=False)
class Comments(Value):
    """
    The comments block (评论区).
    """

    count: int | None = None
    """评论数: the printed number. None when the block prints none."""
    url: str | None = None
    """Where the comments are read."""
    form: bool = False
    """Whether the page carries a form to write one."""
    items: tuple[Comment, ...] = ()
    """Comments printed on the page itself."""


@frozen(eq=False, repr=False)
class Disclaimer(Value):
    """
    版权声明, 免责声明.
    """

    kind: str
    """``copyright``, ``reprint``, ``contact``, ``liability``, ``advice`` or ``other``."""
    text: str
    """The sentence or paragraph as printed."""


@frozen(kw_only=True, eq=False, repr=False)
class Pagination(Value):
    """
    分页: the place of this page in an article of several.
    """

    page: int
    """Number of this page, from 1; 0 is the whole article on one page (全文)."""
    pages: int | None = None
    """How many there are. None when not printed."""
    urls: tuple[str, ...] = ()
    """The other pages, in their order."""


@frozen(kw_only=True, eq=False, repr=False)
class Footer(Value):
    """
    页脚: what the site says of itself below everything.
    """

    licences: tuple[str, ...] = ()
    """备案号, 许可证: the numbers as printed."""
    owner: str | None = None
    """版权所有: the company named."""
    counsel: str | None = None
    """法律顾问: as printed."""


@frozen(kw_only=True, eq=False, repr=False)
class Article(Value):
    """
    A news article, complete as far as its page prints it.
    """

    url: str | None = None
    """As given by the caller. None when none was given."""
    canonical_url: str | None = None
    """What the page declares, or the url of the first page of a paged article. None when neither is known."""
    host: str | None = None
    """域名: host of the url, else the one printed on the page. None when neither is there."""
    site: str | None = None
    """Name of the adapter (``people``) or family (``founder``), or ``generic``. None when it was not looked for."""
    layout: str | None = None
    """版式: name of the layout that matched. None when it was not looked for."""
    kind: str = "article"
    """体裁: ``article``, ``gallery`` or ``video`` (pictures or film with little text)."""
    language: str | None = None
    """语言: ``zh-Hans`` or ``zh-Hant`` (BCP 47). None when the text does not tell."""
    title: str | None = None
    """主题, 标题: one line, without the site's name."""
    kicker: str | None = None
    """引题, 肩题, 眉题: the line above the title."""
    subtitle: str | None = None
    """副题: the line below it."""
    standfirst: str | None = None
    """提要, 摘要, 核心提示: set apart from the body by the desk."""
    timestamp: Timestamp | None = None
    """发布时间: when it was published, as precisely as printed."""
    updated: Timestamp | None = None
    """更新时间: a second time that the page prints beside the first. None when it prints one time only."""
    source: Link | None = None
    """来源: the outlet credited, without the label."""
    byline: str | None = None
    """署名: as printed, label included. None when the names stand only in dateline or signature."""
    authors: tuple[Person, ...] = ()
    """记者, 通讯员, 作者: who wrote or reported it, from byline, dateline and signature."""
    editors: tuple[Person, ...] = ()
    """责任编辑, 编辑: who edited it: 主编, 校对, 监制 and their kin too, each with its role."""
    dateline: Dateline | None = None
    """电头: of the first paragraph, which keeps it. None when the story opens without one."""
    breadcrumb: tuple[Link, ...] = ()
    """当前位置: the trail as printed."""
    keywords: tuple[str, ...] = ()
    """关键词, 标签: in the order of the page."""
    body: tuple[BodyBlock, ...] = ()
    """正文: the story, block by block."""
    comments: Comments | None = None
    """评论区: the comments block. None when the page has none."""
    disclaimers: tuple[Disclaimer, ...] = ()
    """版权声明, 免责声明: by kind, in the order of the page."""
    related: tuple[Link, ...] = ()
    """相关阅读: title and address of each story; the JSON form says ``title`` for the name."""
    pagination: Pagination | None = None
    """分页: which page of how many. None when the article is on one page."""
    footer: Footer | None = None
    """页脚: what the site says of itself below everything. None when it was not looked for or not found."""
    is_reprint: bool | None = None
    """转载: whether another outlet is credited. None when the page or the site's own rule gives no ground to say."""
    confidence: dict[str, float] | None = field(default=None, eq=False)
    """Per field, how sure the generic reader is, 0 to 1. None when an adapter read everything."""

    @property
    def text(self) -> str:
        """The story as plain text: a line a block, captions left out."""
        return "\n".join(block.text for block in self.body if block.kind not in ("image", "video") and block.text)

    @property
    def captions(self) -> tuple[str, ...]:
        """The captions of images and films, in order."""
        return tuple([block.caption for block in self.body if isinstance(block, _CAPTIONED) and block.caption])

    @property
    def lede(self) -> str | None:
        """导语: the first paragraph. None when the body has none."""
        return next((block.text for block in self.body if isinstance(block, Paragraph)), None)
