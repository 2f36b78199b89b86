"""
The lines of the story's container in; paragraphs, crossheads, pictures with their
captions out, and everything that stood among them without being the story:
credits, disclaimers, the dateline's reporters.

It knows newsroom conventions, no tags beyond the block names of ``blocks`` and no site.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from newsparse import lazy
from newsparse.blocks import Block
from newsparse.fields.credits import read_authors, read_editors, segment, signature
from newsparse.fields.datelines import read_dateline
from newsparse.fields.disclaimers import is_boilerplate, is_caption_line, is_disclaimer, photo_credit
from newsparse.fields.names import pen_name
from newsparse.fields.sources import read_source
from newsparse.model import (
    BodyBlock,
    Crosshead,
    Dateline,
    Disclaimer,
    Image,
    Link,
    List,
    Paragraph,
    Person,
    Quote,
    Table,
    Video,
)
from newsparse.vocabulary.characters import HAN
from newsparse.vocabulary.signs import ANY_LABEL, CLAUSE, CLOSINGS, NOTICE, RELATED, SIGNED, says

#: Class names that CMSs give to picture captions.
_CAPTION_NAME = lazy.compile(
    r"pictext|caption|img[-_]?(?:desc|txt|text|info|note)|pic[-_]?(?:info|desc|note|txt|intro|title)|tuzhu|photo-?(?:desc|info)|figcap",
    re.I,
)
#: What is glued to a caption: a button that shows the picture or more of them.
_CAPTION_BUTTON = lazy.compile(r"\s?(?:[（(\[]?(?:我要看更大图|点击(?:查看)?(?:大图|放大)|查看(?:大图|原图)|放大(?:圖片|图片)|點擊(?:圖片)?放大|更多(?:高清)?图片|高清图集)[）)\]]?\s?[>＞»]{0,3})$")
_PHOTOGRAPHERS = ("摄影：", "摄影:", "攝影：", "攝影:", "摄影 ", "攝影 ")
_BUTTON_ENDS = frozenset("图大圖片集）)]>＞»")
_LETTER = lazy.compile(r"[^\W\d_]")
_STOP = "。！？!?…；;：:"
_SAME = lazy.compile(r"[\W_]+")
_CREDIT_ROLES = frozenset(
    "author reporter correspondent special_reporter translator intern responsible_editor editor chief_editor "
    "proofreader producer reviewer photographer source original_title time updated keywords comments".split()
)
#: What a line that is no story opens with.
_SIGNS = frozenset("\u3000-—_=*·•▲△▼■□●○◆◇|/>＞›»{")
#: A line of signs; a tag that the site's templates left unfilled: {loadposition ad1}.
_NOT_A_STORY = lazy.compile(r"^[\s\-—_=*·•▲△▼■□●○◆◇|/>＞›»]+$|^\{/?[\w$%#:][\w $%#:=.,'\"/-]{1,60}\}$")
#: What CCTV writes where a script puts the player: ``[!--begin:htmlVideoCode--]…[!--end:htmlVideoCode--]``.
_PLAYER = "[!--begin:html"
_LONGEST_CREDIT = 90
_LONGEST_LABELLED_CAPTION = 260
_LONGEST_CROSSHEAD = 40
#: How far from its line's start the last character of a second report's opening may stand.
_SECOND_REPORTER = 32
#: A caption that may be a whole story: a sentence and no mere name of what is seen.
_SHORTEST_STORY = 30
_SENTENCE = lazy.compile("[。！？]")
#: A line longer than this that ends as a sentence and opens no bracket is running text: no label, no signature.
#: Most lines of a story are, and the tests for all the rest cost more than everything else together.
_LONGEST_NOTICE = 60
#: Nor does it open as calls for stories do, which are whole sentences: 欢迎投稿 …
_OPENINGS = frozenset("（(【〔[欢歡")
#: Nor a short one as credits and lines of signs do.
_SHORT_OPENINGS = _OPENINGS | _SIGNS | frozenset("文⊙◎★☆")
#: A shorter line may be an outlet and a name, with whatever behind it.
_SHORTEST_SENTENCE = 24
_ASKED = NOTICE | RELATED | ANY_LABEL | CLAUSE | SIGNED
#: A bracketed picture credit at the end of a long paragraph: the paragraph is prose for all that.
_PROSE = lazy.compile(r"[。！？!?][”’」]?\s?[（(][^（()）]{2,20}[)）]$")
_LONGEST_WITH_CREDIT = 90
#: A second report on the same page opens like the first: 青石日报4月5日讯(记者 张小满).
_SECOND_REPORT = lazy.compile(r".{2,24}[讯訊电電报報][\s　]{0,2}[（(](?:见习|实习)?[记記]者")
#: A label that makes a line a caption wherever it stands; without it only the line below a picture may be one.
_CAPTION_LABEL = lazy.compile(r"(?:[图圖][说說注註]|[图圖]片[说說]明)\s?[:：]\s?\S")
#: Most of a line is a link: below 相关链接 it names another story.
_LINK_SHARE = 0.7
#: The page's clock above the story.
_CLOCK = lazy.compile(r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?[\s　]{1,4}\d{1,2}:\d\d(?::\d\d)?")
#: Labels of what the story announces, not of the story: 时间：12月11日至12月13日.
_WHEN = frozenset("时间 時間 日期".split())
_SHOWN = ("image", "video")
#: A bracket that a story ends with, two or three characters: (晓明).
_SIGN_OFF = lazy.compile(rf"(?:^|[。！？!?…”」▲■●◆]\s{{0,4}})[（(]\s?({HAN}(?:\s?{HAN}){{1,2}})\s?[)）]$")
#: An agency's end mark, glued to the last sentence.
_THE_END = ("。完", "”完")


class BodyReading(NamedTuple):
    """
    What the container says.
    """

    body: tuple[BodyBlock, ...]
    dateline: Dateline | None = None
    authors: tuple[Person, ...] = ()
    editors: tuple[Person, ...] = ()
    source: Link | None = None
    disclaimers: tuple[Disclaimer, ...] = ()
    #: The lines that were read as credits, as printed, for the trace.
    credits: tuple[str, ...] = ()


def read_body(
    blocks: Sequence[Block], *, title: str | None = None, absolute: Callable[[str], str | None] | None = None
) -> BodyReading:
    """
    Return the story, and what else the container says.

    Args:
        blocks: the container's lines.
        title: the article's title; a first line that repeats it is not the story.
        absolute: makes an address absolute; None leaves addresses as written.
    """
    reader = _Reader(title, absolute or (lambda url: url))
    for block in blocks:
        if block.kind == "text":
            reader.line(block)
        elif block.kind == "table":
            reader.end_list()
            reader.out.append(Table(block.rows))
        else:
            reader.picture(block)
    return reader.result()


class _Reader:
    """
    One reading: the blocks so far, and what was found among them.
    """

    def __init__(self, title: str | None, absolute: Callable[[str], str | None]) -> None:
        self.title = title or ""
        self.absolute = absolute
        self.out: list[BodyBlock] = []
        self.items: list[str] = []
        self.authors: list[Person] = []
        self.editors: list[Person] = []
        self.disclaimers: list[Disclaimer] = []
        self.credits: list[str] = []
        self.source: Link | None = None
        self.dateline: Dateline | None = None
        self.prose = 0
        #: Lines of the story that name a work and its 作者, as prize lists do.
        self.works = 0
        #: The last block is a picture that has no caption yet.
        self.open_picture = False
        #: The last line was a caption.
        self.captioned = False
        #: The last line was the heading of a list of other stories, or one of them.
        self.listing = False

    def line(self, block: Block) -> None:
        """Sort one line into the story or out of it."""
        text = block.text
        if len(text) > _LONGEST_NOTICE:
            plain = text[0] not in _OPENINGS
        else:
            # A short one that holds no word of a notice, a label or a signature is a sentence of the story as well.
            plain = len(text) > _SHORTEST_SENTENCE and self.prose > 0 and not block.signs & _ASKED and text[0] not in _SHORT_OPENINGS
        plain = plain and text[-1] in CLOSINGS and ")" != text[-2] != "）"
        if not plain or self.open_picture or self.captioned or self.listing or block.signs & CLAUSE or block.mark or block.tag == "figcaption" or text[0] in "图圖":
            # No mere paragraph.
            if self._apart(block, plain):
                return
            self.open_picture = False
        if not self.prose and self.dateline is None:
            text = self.first(text)
        elif "者" in text[1:_SECOND_REPORTER] and _SECOND_REPORT.match(text):
            self.second(text)
        text = text if plain or (self.works > 2 and self._work(text)) else self.signed(text, block.signs)
        if text:
            self.add(block, text)

    def _apart(self, block: Block, plain: bool) -> bool:
        """Tell whether a line is a caption, a credit, a notice or a disclaimer, and keep what it says; ``plain``: it is a long sentence."""
        text = block.text
        if block.mark == "caption" or block.tag == "figcaption" or (self.open_picture and _is_caption(block)):
            self.caption(text)
            return True
        if self.captioned:
            if block.broken and is_caption_line(text, block.signs):
                self.caption(text)
                return True
            self.captioned = False
        if self.listing:
            if len(text) < _LONGEST_CREDIT and block.linked >= _LINK_SHARE * len(text):
                return True
            self.listing = False
        if text[0] in "图圖" and len(text) <= _LONGEST_LABELLED_CAPTION and _CAPTION_LABEL.match(text):
            self.caption(text)
            return True
        if text[0] == "[" and text.startswith(_PLAYER):
            return True
        if not plain and len(text) < _LONGEST_CREDIT and ((text[0] in _SIGNS and _NOT_A_STORY.match(text)) or self._aside(block)):
            return True
        kind = is_disclaimer(text, block.signs)
        if kind:
            self.disclaimers.append(Disclaimer(kind, text))
        return kind is not None

    def _aside(self, block: Block) -> bool:
        """Tell whether a short line is a credit, a notice or the repeated title; keep what it credits."""
        text = block.text
        if not self.prose and (_CLOCK.fullmatch(text) or self._is_title(text)):
            return True
        notice = is_boilerplate(text, block.signs)
        if notice:
            self.credits.append(text)
            self.listing = notice == "related"
            return True
        if self.works > 2 and self._work(text):
            return False
        found = segment(text) if says(text, ANY_LABEL, block.signs) else ()
        if found and found[0].start <= 2 and all(part.role in _CREDIT_ROLES and part.label not in _WHEN for part in found):
            self.credit(text, {part.role for part in found})
            return True
        return False

    def _is_title(self, text: str) -> bool:
        """Tell whether a line repeats the title, whatever its punctuation."""
        title = _SAME.sub("", self.title)
        return title != "" and _SAME.sub("", text) == title

    def _work(self, text: str) -> bool:
        """Tell whether a line names the 作者 of a work in a list of them, not of the story."""
        return self.works > 2 and text.startswith("作者：")

    def credit(self, text: str, roles: Iterable[str]) -> None:
        """Take the names and the source out of a credit line."""
        self.credits.append(text)
        _add(self.authors, read_authors(text, bare=False))
        _add(self.editors, read_editors(text, bare=False))
        if "source" in roles and self.source is None:
            self.source = read_source(text)

    def first(self, text: str) -> str:
        """Read the dateline of the first paragraph; its words stay part of the text."""
        found = read_dateline(text)
        if found:
            self.dateline = found.dateline
            _add(self.authors, found.authors)
        return text

    def second(self, text: str) -> None:
        """Read the reporters of another report's dateline."""
        found = read_dateline(text)
        if found:
            _add(self.authors, found.authors)

    def signed(self, text: str, signs: int) -> str:
        """Read the credit that a paragraph opens or ends with."""
        rest, authors, editors = signature(text, signs)
        if authors or editors:
            _add(self.authors, authors)
            _add(self.editors, editors)
            self.credits.append(text[-60:])
        return rest

    def add(self, block: Block, text: str) -> None:
        """Append a line of the story."""
        if block.tag == "li" and not block.bold:
            self.items.append(text)
            self.prose += 1
            return
        if self.items:
            self.end_list()
        self.works += "作者：" in text
        if len(text) <= _LONGEST_CROSSHEAD and is_crosshead(block, text):
            self.out.append(Crosshead(text))
        elif block.tag == "blockquote":
            self.out.append(Quote(text))
            self.prose += 1
        else:
            self.out.append(Paragraph(text))
            self.prose += 1

    def end_list(self) -> None:
        """Turn the list items so far into one list; a single item is a paragraph."""
        if self.items:
            if len(self.items) > 1:
                self.out.append(List(tuple(self.items)))
            else:
                self.out.append(Paragraph(self.items[0]))
            self.items.clear()

    def picture(self, block: Block) -> None:
        """Append a picture or a film."""
        self.end_list()
        url = self.absolute(block.url) if block.url else None
        self.out.append(Video(url=url) if block.kind == "video" else Image(url=url))
        self.open_picture = True
        self.captioned = False

    def caption(self, text: str) -> None:
        """Give a caption to the picture before it; a caption without one stands for a lost picture."""
        last = self.out[-1] if self.out else None
        text = _CAPTION_BUTTON.sub("", text) if text[-1] in _BUTTON_ENDS else text
        if not _LETTER.search(text):
            return
        self.captioned = True
        if self.open_picture and isinstance(last, Image | Video) and not last.caption:
            # A caption below several pictures belongs to the last of them.
            self.out[-1] = (
                Image(url=last.url, caption=text, credit=photo_credit(text))
                if isinstance(last, Image)
                else Video(url=last.url, caption=text)
            )
        elif text.startswith(_PHOTOGRAPHERS):
            # Who took the pictures of the story, said above all of them.
            self.credits.append(text)
        else:
            self.end_list()
            self.out.append(Image(caption=text, credit=photo_credit(text)))
        self.open_picture = False

    def _sign_off(self, text: str) -> None:
        """Read the pen name that the story ends with; a line of nothing else is not the story."""
        signed = _SIGN_OFF.search(text[-12:])
        name = pen_name(signed[1]) if signed else None
        if signed and name:
            self.authors.append(Person(name, "author"))
            self.credits.append(signed[0])
            if len(text) == len(signed[0]):
                self.out.pop()

    def result(self) -> BodyReading:
        """Return the reading, without crossheads that nothing follows."""
        self.end_list()
        last = self.out[-1] if self.out else None
        if isinstance(last, Paragraph) and last.text.endswith(_THE_END):
            self.out[-1] = Paragraph(last.text[:-1])
        elif isinstance(last, Paragraph) and last.text[-1] in ")）" and not self.authors:
            self._sign_off(last.text)
        if all(block.kind in _SHOWN for block in self.out):
            self._tell_captions()
        return BodyReading(
            tuple(self.out), self.dateline, tuple(self.authors), tuple(self.editors), self.source,
            tuple(self.disclaimers), tuple(self.credits),
        )  # fmt: skip

    def _tell_captions(self) -> None:
        """Where pictures are all there is, what stands below them is the story, too."""
        told = [block.text for block in self.out if len(block.text) >= _SHORTEST_STORY and _SENTENCE.search(block.text)]
        self.out.extend(Paragraph(text) for text in dict.fromkeys(told))


def _add(people: list[Person], more: Iterable[Person]) -> None:
    """Append who is not there yet; a second role of the same name is no second person."""
    known = {person.name for person in people}
    people.extend(person for person in more if person.name not in known)


def is_crosshead(block: Block, text: str) -> bool:
    """
    Tell whether a line is a crosshead: a heading element, or short, all bold and without a full stop.
    """
    if len(text) > _LONGEST_CROSSHEAD:
        return False
    if block.mark == "crosshead" or (len(block.tag) == 2 and block.tag[0] == "h" and block.tag[1].isdigit()):
        return True
    return block.bold and text[-1] not in _STOP and text[0] not in "（(【〔"


def _is_caption(block: Block) -> bool:
    """Tell whether the line below a picture describes it."""
    text = block.text
    if block.tag == "figcaption":
        return True
    if is_caption_line(text, block.signs) and not (len(text) > _LONGEST_WITH_CREDIT and _PROSE.search(text)):
        return True
    if block.name and _CAPTION_NAME.search(block.name):
        return True
    return block.centred and len(text) <= 120 and not (block.bold and len(text) < 15)
