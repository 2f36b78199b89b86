"""
The story's lines: the region in; its first and last line, the lines among them that are not
the story, and the zones around it where a page credits out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newsparse import lazy
from newsparse.blocks import Block
from newsparse.document.flatten import Table
from newsparse.document.outline import Line, Outline, picture
from newsparse.document.sheet import HEADINGS
from newsparse.fields.dates import read_timestamp
from newsparse.fields.disclaimers import is_boilerplate, is_caption_line, is_disclaimer, is_related_heading
from newsparse.generic.headline import Headline, choose
from newsparse.generic.pictures import leads_away, shown_lines
from newsparse.generic.prose import is_ago, is_author, is_info, is_time
from newsparse.generic.region import Region, prose, region
from newsparse.vocabulary.signs import APPEAL, DIGIT, END, RELATED

#: How many lines before the title and after the story may still belong to them.
_ABOVE, _BELOW = 6, 16
#: After a line like these comes no more story.
_ENDS = lazy.compile(
    r"^[\W_]{0,4}(?:网友评论|網友評論|读者评论|讀者評論|熱門點閱|热门点阅|最新评论|热门评论|发表评论|發表評論|我要评论|我来说两句|我也来说两句|评论列表|全部评论|"
    r"相关(?:新闻|阅读|报道|链接|文章|推荐|专题)|相關(?:新聞|閱讀|報導|連結|文章)|延伸(?:阅读|閱讀)|推荐阅读|猜你喜欢|热门推荐|"
    r"版权(?:声明|所有)|版權(?:聲明|所有)|免责声明|免責聲明|Copyright|copyright|上一篇|下一篇|分享到|分享至)"
)
#: What the site asks of its readers in the last lines: nothing that a reporter writes.
_APPEAL = lazy.compile(
    r"(?:下载|下載|打开|安裝|安装).{0,16}(?:APP|App|app|客户端|應用)|(?:Facebook|facebook|Google plus|臉書|脸书|LINE|微信|微博|公众号|公眾號).{0,12}"
    r"(?:专页|專頁|粉絲|粉丝|按讚|关注|關注|分享|订阅|訂閱|page)|(?:关注|關注|订阅|訂閱|加入|扫描|扫码|長按|长按).{0,16}"
    r"(?:公众号|公眾號|微信|二维码|频道|粉絲|粉丝|会员|會員|電子報|《)|(?:诚邀|誠邀|欢迎|歡迎).{0,16}(?:投稿|爆料|订阅|訂閱|关注|關注|来稿|來稿|投書|投书)"
    r"|(?:请|請)将?.{0,24}(?:发给我们|發給我們|发送至|邮件至)|[\[【]投稿[\]】]|(?:解锁|解鎖).{0,10}(?:会员|VIP|订户)|All [Rr]ights [Rr]eserved"
    r"|ICP[备備证證]|版權所有|版权所有|^分享.{0,12}$|加载中|請稍候|请稍候|刷新本页|^下一篇|^上一篇"
)
_CAPTION_NAME = lazy.compile(
    r"pictext|caption|im(?:g|age)[-_]?(?:desc|txt|text|info|note|cap|credit)|pic[-_]?(?:info|desc|note|txt|intro|cap|credit)|tuzhu|tushuo|"
    r"photo[-_]?(?:desc|info|expl|txt|cap|credit)|figcap|(?:^|[\s_-])(?:cap|legend|credit)(?:$|[\s_-])", re.I
)
#: Elements that hold a picture and what is said of it, in a whole sentence, too.
_PICTURE_NAME = lazy.compile(r"(?:^|[\s_-])(?:img|image|pic|photo|figure)|(?:Img|Image|Pic|Photo)(?=$|[A-Z\s_-])|[a-z](?:img|image|pic|photo)(?=$|[\s_\d-])")
#: What tables are made of: one that opens with a picture holds what is said of it in the next row.
_TABLE = frozenset(("table", "tbody", "tr", "td"))
_LONGEST_SENTENCE = 120
_CELLS = frozenset(("td", "th"))
_FEWEST_CELLS = 4
#: Elements inside or beside the story's that are named for adverts or for the site's own appeals: midad, textAdBox, div-gpt-ad-1, guanggao.
_ADVERT_NAME = lazy.compile(
    r"(?:^|[\s_-])(?i:(?:mid|text|pic|news|art|article|content|body|post|float|zw)?[_-]?ad(?:s|v|vs|vert\w*|sense|box|bar|inner)?|ggw?|guanggao|guangxuan|"
    r"tuiguang|promo|promotion|sponsor(?:ed)?|rwm|ewm|erweima|qrcode|jiathis\w*|bdshare\w*|fivestar\w*|audio|audio[_-]?player)(?=$|[\s_\d-])|[a-z]Ads?(?=$|[A-Z\s\d_-])"
)
#: The same of elements beside the story's.
_TOOL_NAME = lazy.compile(
    r"(?:^|[\s_-])(?:share|follow|operate|toolbar|tools?|vtool|collect|digg|vote|rating|subscribe|newsletter|app|download|author-?(?:card|bio)|about-?author)(?=$|[\s_\d-])",
    re.I,
)
#: A sentence outside the story's element that ends with who owns the picture.
_OWNED = lazy.compile(
    r"[。！”\s]\s?[（(](?:法新社|路透社?|美联社|美聯社|彭博社?|新华社|新華社|中新社|中央社|视觉中国|視覺中國|[^（()）。，]{1,12}(?:图片|圖片|供图|供圖|提供|截图|截圖|臉書|脸书))[)）]$"
)
#: What others said elsewhere, embedded with their own buttons.
_EMBED = lazy.compile("twitter-tweet|instagram-media|fb-post|tiktok-embed|bluesky-embed")
#: Whatever the line says after this, it says it of a picture.
_PICTURE = lazy.compile(r"(?:图说|圖說|图注|圖註|图片说明|圖片說明|图片注释)\s?[:：]|△")
_LONGEST_CAPTION = 40
#: 調整字體︰大; none is longer.
_TOOLBAR = lazy.compile(r"(?:调整|調整)?(?:字[体體号號]|文字大小)\s?[:：︰].{0,10}|Play Video|播放视频|推薦|推荐|分享")
#: What a player or a list shows until it is there.
_LOADING = lazy.compile(r".{0,8}加载中.{0,8}|.{0,12}刷新[本此]?页面.?")
_LONGEST_TOOLBAR = 20
#: What captions open with, and 此文包含 of a post that is embedded.
_SPECIAL = "图圖△此"
_NUMBERS = lazy.compile(r"[\d\s<>\[\]]+")
#: Links of a story lead to whom and what it names; longer ones on average lead to another story.
_LONGEST_NAME = 12
#: Items longer than this on average are paragraphs.
_PARAGRAPH = 60
#: Labels of what follows them.
_LABEL = lazy.compile(r"[【\[]?(?:摘要|提要|导读|導讀|导语|核心提示|内容提要|内容简介|视频简介|简介|主要内容|正文|原文|发表于|发布于|收录于)[】\]]?[:：]?")
_LONGEST_LABEL = 7


class Story(NamedTuple):
    """
    Where the story begins and ends, and the lines that credit it.
    """

    first: int
    last: int
    #: The title's line, or where the zone above the story begins.
    above: int
    #: Where the zone below the story ends.
    below: int


def story(outline: Outline) -> Story | None:
    """
    Return the story's lines, found once; None where the page has no prose.
    """
    notes = outline.notes
    if "story" not in notes:
        notes["story"] = _story(outline)
    found: Story | None = notes["story"]
    return found


def headline(outline: Outline) -> Headline | None:
    """
    Return the page's title, found once.
    """
    notes = outline.notes
    if "headline" not in notes:
        area = region(outline)
        notes["headline"] = choose(outline, area.first if area else len(outline.lines))
    found: Headline | None = notes["headline"]
    return found


def _story(outline: Outline) -> Story | None:
    area, head = region(outline), headline(outline)
    if area is None:
        shown = shown_lines(outline, head)
        return Story(*shown, head.line, min(len(outline.lines), shown[1] + _BELOW)) if head and shown else None
    title = head.line if head else -1
    first = _first(outline, area, title + 1)
    last = _last(outline, area)
    above = title if 0 <= title < first else max(0, first - 2 * _ABOVE)
    return Story(first, last, above, min(len(outline.lines), last + _BELOW))


def _first(outline: Outline, area: Region, floor: int) -> int:
    """Walk up from the first prose while the lines can be the story's own."""
    lines = outline.lines
    number = area.first
    # A picture is the story's where what is said of it is.
    shown = _captions(outline, area, number, outline.group(number))
    while number > floor:
        line = lines[number - 1]
        text = line.text
        if line.kind == "list" or (line.kind == "media" and not (shown or _beside(outline, area, line))):
            break
        shown = shown and line.kind != "media"
        if line.kind == "text":
            at = outline.group(number - 1)
            own = at == area.core
            linked = line.linked * 2 > len(text) and outline.boxes[line.box].tag != "figcaption"
            if linked or is_boilerplate(text, outline.signs(number - 1)) or (is_info(outline, number - 1) and not (own and _credits_only(text))):
                break
            shown = _captions(outline, area, number - 1, at)
            if not own and not shown:
                break
        number -= 1
    return number


def _beside(outline: Outline, area: Region, line: Line) -> bool:
    """Tell whether a picture stands in the story's element, or in one right beside it."""
    around = outline.common(area.core, line.box)
    return around in (area.core, outline.boxes[area.core].parent)


def _credits_only(text: str) -> bool:
    """Tell whether a line that says who and when says no time: the story's own byline."""
    return read_timestamp(text, lenient=False) is None


def _last(outline: Outline, area: Region) -> int:
    """Walk down from the last prose while the lines can be the story's own, then back over the site's appeals."""
    lines = outline.lines
    number = area.last
    while number < len(lines):
        line = lines[number]
        text = line.text
        if line.kind == "list" or (line.kind == "text" and (line.linked * 2 > len(text) or ends(text, outline.signs(number)))):
            break
        if line.kind == "text":
            at = outline.group(number)
            if at != area.core and not _captions(outline, area, number, at):
                break
        number += 1
    while number > area.first + 1 and (_is_tail(lines[number - 1], outline.signs(number - 1)) or is_disclaimer(lines[number - 1].text, outline.signs(number - 1))):
        number -= 1
    return number


def ends(text: str, signs: int) -> bool:
    """
    Tell whether a line, of these signs, is a heading below which there is no more of the story.
    """
    return bool(signs & (END | RELATED)) and (is_related_heading(text, signs) or _ENDS.match(text) is not None)


def _is_tail(line: Line, signs: int) -> bool:
    """Tell whether a last line, of these signs, is the site's, not the story's."""
    if line.kind == "media":
        return True
    text = line.text
    if len(text) < 40 and text[:1] in "(（[【12" and is_time(text, rest=6):
        return True
    return len(text) < 300 and bool(signs & APPEAL) and _APPEAL.search(text) is not None


def _captions(outline: Outline, area: Region, number: int, at: int) -> bool:
    """Tell whether a line, of the group ``at``, describes a picture right before it."""
    lines, line = outline.lines, outline.lines[number]
    text = line.text
    if len(text) > 200:
        return False
    box = outline.boxes[line.box]
    shown = number > 0 and (lines[number - 1].kind == "media" or (number > 1 and lines[number - 2].kind == "media"))
    if at == area.core and not shown and area.weights[number] and text[0] not in "图圖△":
        # Most lines: a paragraph of the story with no picture near.
        return box.tag == "figcaption"
    if box.tag == "figcaption" or (text[0] in "图圖△" and _PICTURE.match(text)):
        return True
    if _in_picture_box(outline, area, number, at):
        return not _of_the_page(outline, number)
    outside = at != area.core
    if (outside or not area.weights[number]) and (is_caption_line(text, outline.signs(number)) or (outside and _OWNED.search(text))):
        return True
    return (
        shown
        and (_CAPTION_NAME.search(box.name) is not None or _shares_paragraph(outline, number))
        and not _of_the_page(outline, number)
    )


def _of_the_page(outline: Outline, number: int) -> bool:
    """Tell whether a line credits the story or is a button: neither describes a picture."""
    text, signs = outline.lines[number].text, outline.signs(number)
    return (is_info(outline, number) and not is_caption_line(text, signs)) or is_boilerplate(text, signs) is not None


def _shares_paragraph(outline: Outline, number: int) -> bool:
    """Tell whether a short line stands in one paragraph with the picture before it."""
    line, before = outline.lines[number], outline.lines[number - 1]
    return (
        before.kind == "media"
        and before.box == line.box
        and outline.boxes[line.box].tag in ("p", "center", "td")
        and len(line.text) <= _LONGEST_CAPTION
        and not line.bold
        and line.text[-1] not in "。！？”"
    )


def _in_picture_box(outline: Outline, area: Region, number: int, at: int) -> bool:
    """Tell whether the line shares its element with a picture, which opens it, and hardly anything else."""
    box = outline.boxes[at]
    if at == area.core:
        return False
    while box.tag in _TABLE and box.last - box.first <= 4 and outline.lines[box.first].kind != "media" and outline.boxes[box.parent].tag in _TABLE:
        # The cell below the picture's.
        at = box.parent
        box = outline.boxes[at]
    if box.last - box.first > 4 or outline.lines[box.first].kind != "media":
        return False
    if area.weights[number] and not (
        len(outline.lines[number].text) <= _LONGEST_SENTENCE
        and (box.tag in _TABLE or _PICTURE_NAME.search(box.name) or box.last <= outline.boxes[area.core].first)
    ):
        return False
    texts = [other for other in outline.lines[box.first : box.last] if other.kind == "text"]
    if len(texts) == 2 and area.weights[number] and _CAPTION_NAME.search(outline.boxes[outline.lines[number].box].name) is None:
        # The other line is set as the caption.
        return not any(_CAPTION_NAME.search(outline.boxes[other.box].name) for other in texts)
    return len(texts) <= 2


def blocks(outline: Outline) -> list[Block]:
    """
    Return the story's lines as the readers of fields know them, without what stands among them.
    """
    place, area = story(outline), region(outline)
    if place is None or area is None:
        return []
    lines, boxes, weights, core = outline.lines, outline.boxes, area.weights, area.core
    out = _lead_picture(outline, place)
    centred = lines[area.first].centred
    listed = _paragraphs_in_list(outline, area)
    # The first cell may open a table of data.
    cell = boxes[core].first if boxes[core].tag in _CELLS else -1
    reached = 0
    for number in range(place.first, place.last):
        if number < reached:
            continue
        line = lines[number]
        if line.kind == "text":
            if weights[number] and outline.is_ordinary(number, core) and len(line.text) > _LONGEST_TOOLBAR and line.text[0] not in _SPECIAL and number != cell:
                # Most lines: a paragraph of the story, and no more to be asked of it.
                block = outline.block(number, line.centred and not centred)
                out.append(block._replace(tag="p") if listed else block)
                continue
            if boxes[line.box].tag in _CELLS and (table := _data(outline, place, number)):
                reached = table[1]
                out.append(table[0])
                continue
            at = outline.group(number)
            if _stands_apart(outline, area, number, at):
                continue
            block = outline.block(number, line.centred and not centred)
            if _captions(outline, area, number, at):
                block = block._replace(mark="caption")
            elif listed:
                block = block._replace(tag="p")
            out.append(block)
        elif line.kind == "media":
            # A linked picture outside the paragraphs is an advert.
            if (outline.group(number) == core or not leads_away(line.nodes[0])) and (shown := picture(line, boxes[line.box].tag)):
                out.append(shown)
        elif not _links_only(line):
            out.extend(outline.blocks(number, number + 1))
    return out


def _data(outline: Outline, place: Story, number: int) -> tuple[Block, int] | None:
    """Return the table of data that a line is the first cell of, and its end; None where the cells only lay out the page."""
    for at in outline.ancestors(outline.lines[number].box):
        box = outline.boxes[at]
        if box.first != number or box.last > place.last:
            return None
        if box.tag == "table":
            inside = outline.lines[box.first : box.last]
            if len(inside) < _FEWEST_CELLS or any(line.kind != "text" for line in inside):
                return None
            if any(other.mem_id != box.node.mem_id for other in box.node.css("table")):
                return None
            table = Table([])
            table.rows = [[" ".join(cell.text().split()) for cell in (*row.css("th"), *row.css("td"))] for row in box.node.css("tr")]
            return (table.block(), box.last) if table.is_data([]) else None
    return None


def _lead_picture(outline: Outline, place: Story) -> list[Block]:
    """Return the picture that the info line or a toolbar parts from the story, if the line below it is a caption."""
    for number in range(place.above + 2, place.first):
        line, before = outline.lines[number], outline.lines[number - 1]
        text = line.text
        if line.kind != "text" or before.kind != "media" or line.linked or text[-1] in ":：" or outline.is_hidden(line.box) or _of_the_page(outline, number):
            continue
        box = outline.boxes[line.box]
        if box.tag == "figcaption" or _CAPTION_NAME.search(box.name) or is_caption_line(text, outline.signs(number)):
            return [*outline.blocks(number - 1, number), outline.block(number)._replace(mark="caption")]
    return []


def _paragraphs_in_list(outline: Outline, area: Region) -> bool:
    """Tell whether the story is a list whose items are its paragraphs."""
    if outline.boxes[area.core].tag not in ("ul", "ol", "dl"):
        return False
    count = sum(1 for number in range(area.first, area.last) if area.weights[number])
    return area.prose > _PARAGRAPH * count


def _stands_apart(outline: Outline, area: Region, number: int, at: int) -> bool:
    """Tell whether a line, of the group ``at``, between the first and the last is not the story's."""
    line = outline.lines[number]
    text, linked = line.text, line.linked
    if outline.is_hidden(line.box):
        return True
    if (linked and _embedded(outline, line)) or (text.startswith("此文包含") and is_boilerplate(text)):
        return True
    prosaic = area.weights[number] > 0
    if not prosaic:
        if outline.signs(number) & DIGIT and (is_time(text) or is_ago(text)):
            return True
        if (len(text) <= _LONGEST_LABEL and _LABEL.fullmatch(text)) or is_author(outline, number):
            return True
    if (linked * 2 > len(text) and _is_link(outline, line)) or _named_apart(outline, area, line):
        return True
    if (linked and _NUMBERS.fullmatch(text)) or (len(text) <= _LONGEST_TOOLBAR and _is_tool(text)):
        return True
    if prosaic or at == area.core:
        return False
    box = outline.boxes[line.box]
    if line.bold or box.tag in HEADINGS:
        # A crosshead has a paragraph below it.
        return not any(area.weights[number + 1 : min(number + 3, area.last)])
    if box.tag in ("td", "th", "li", "dd", "dt", "figcaption", "blockquote") or _captions(outline, area, number, at):
        return False
    around = outline.boxes[at]
    return outline.links(around.last) > outline.links(around.first) and not prose(outline).between(around.first, around.last)


def _is_tool(text: str) -> bool:
    """Tell whether a short line is a button, or what stands in for something that the page has yet to load."""
    waits = "加载中" in text or "页面" in text
    return _TOOLBAR.fullmatch(text) is not None or (waits and _LOADING.fullmatch(text) is not None)


def _is_link(outline: Outline, line: Line) -> bool:
    """Tell whether a line that is mostly links is no sentence full of names, but an advert or the title of another story."""
    text = line.text
    if outline.boxes[line.box].tag == "figcaption":
        return False
    sentence = len(text) > 20 and ("，" in text or "。" in text)
    return not sentence or (line.linked * 5 >= 4 * len(text) and len(text) >= _LONGEST_NAME * len(line.nodes))


def _named_apart(outline: Outline, area: Region, line: Line) -> bool:
    """Tell whether a line stands in a small element, inside the story's or beside it, that is named for adverts or for the site's tools."""
    boxes, at, core = outline.boxes, line.box, area.core
    if at == core:
        return False
    around = core if boxes[at].parent == core else outline.common(core, at)
    while at != around:
        box = boxes[at]
        name = box.name
        if name and (_is_advert(name) or (around != core and _TOOL_NAME.search(name))):
            return prose(outline).between(box.first, box.last) * 4 <= area.prose
        at = box.parent
    return False


@lru_cache(maxsize=32)
def _is_advert(name: str) -> bool:
    """Tell whether an element is named for adverts; kept, because a page's paragraphs have the same few names."""
    return _ADVERT_NAME.search(name) is not None


def _embedded(outline: Outline, line: Line) -> bool:
    """Tell whether a line stands in a post of another site."""
    box = outline.boxes[line.box]
    around = outline.boxes[box.parent] if box.tag == "p" and box.parent >= 0 else box
    return around.tag == "blockquote" and _EMBED.search(around.name) is not None


def _links_only(line: Line) -> bool:
    """Tell whether a list is one of links."""
    node = line.nodes[0]
    linked = sum(len(anchor.text()) for anchor in node.css("a"))
    return linked * 2 > len(node.text().strip())
