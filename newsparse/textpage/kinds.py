"""
A line in, what kind of line it is out, judged by its words alone.

Where a line stands decides later what becomes of it (``regions``); a sentence of the
story that mentions comments or copyright is no landmark, so most kinds ask for a
short line without a full stop.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from newsparse import lazy
from newsparse.fields.credits import Segment, segment
from newsparse.fields.dates import find_timestamps, strip_timestamps
from newsparse.fields.disclaimers import is_boilerplate, is_disclaimer, is_related_heading
from newsparse.fields.pages import read_footer
from newsparse.urls import host_of
from newsparse.vocabulary.credits import PERSON_ROLES
from newsparse.vocabulary.mastheads import is_outlet, is_section


class Kind(Enum):
    """
    What a line is.
    """

    TEXT = auto()
    """Headings and the story: whatever is nothing else."""
    TRAIL = auto()
    """当前位置, with or without the trail itself, or a trail without the label."""
    STAMP = auto()
    """The line that dates the page: host, date, source, credits."""
    CREDITS = auto()
    """来源, 作者, 责任编辑 … without a date."""
    COMMENTS = auto()
    """我来说两句, and the form to write one."""
    NOTICE_HEADING = auto()
    """版权与免责声明:"""
    NOTICE = auto()
    """A disclaimer."""
    KEYWORDS = auto()
    """关键字:"""
    RELATED = auto()
    """相关阅读:"""
    ITEM = auto()
    """A line with a bullet."""
    TOOL = auto()
    """Sharing, printing, paging, 上一篇."""
    FOOTER = auto()
    """Licences, owner, counsel, 关于我们."""


#: Lines that date, credit or label something are no longer than this.
_LONGEST_INFO = 160
_STOP = lazy.compile("[。！？；]")
#: What a dateline says besides its date, host and labels.
_LONGEST_REST = 40

_TRAIL = lazy.compile(
    r"[\[【]?(?:(?:[您你]?(?:现在|現在|目前|当前|當前)(?:的|所在的?)?|[您你](?:所在)?的?|所在|本[页頁])位置\s?(?:是|为|為)?[\]】]?\s?[:：]?"
    r"|(?:位置|[您你]现在|[您你]現在)\s?[:：])(?P<rest>.{0,100})$"
)
_STEP = lazy.compile(r"\s?(?:>>?|＞＞?|»|›|→)(?:\s?-\s)?")
_COMMENTS = lazy.compile(
    r"我(?:也|要)?(?:来|來)?[说說][两兩几幾]句|我有话说|\d\s?[条條](?:评论|評論|留言|跟[贴帖])|(?:评论|評論|跟[贴帖]|留言)\s?[(（]\s?\d"
    r"|\d\s?(?:人|位网友)(?:参与|參與|发言|跟[贴帖])|有人参与[(（]点击|会员登[录入]|(?:用户名|密码|昵称)\s?[:：]|\[注册\]|验证码|匿名(?:发表|评论)|文明上网"
)
#: Buttons; in a longer line they are words of a title.
_COMMENTS_BUTTON = lazy.compile("(?:查看|发表|發表|网友|網友|全部|最新|热门|我要)(?:评论|評論|留言|跟[贴帖])")
_NOTICE_HEADING = lazy.compile(
    r"[【\[]?.{0,24}?(?:版权|版權|免责|免責|郑重|鄭重|特别|特別|法律|重要)(?:[与及和、]?(?:版权|版權|免责|免責))?(?:声明|聲明|说明|提示)[】\]]?\s?[:：]?$"
)
_KEYWORDS = lazy.compile(
    r"[\[【(（]?(?:文章|本文|新闻|新聞)?(?:关键[字词]|關鍵[字詞]|标签|標籤|[Tt][Aa][Gg][Ss]?)[\]】)）]?\s?(?P<joint>[:：])?(?P<rest>.{0,150})$"
)
_FOOTER = lazy.compile(
    r"ICP\s?[备備证證]|[许許]可[证證]?(?:编号|号)?\s?[:：]|版[权權]所有|Copyright|©|All Rights? Reserved|公网安备"
    r"|法律[顾顧][问問]\s?[:：]|不良信息举报|^(?:主管|主办|承办)(?:单位)?\s?[:：]",
    re.I,
)
_SITE_PAGES = lazy.compile(
    "关于我们|关于本[网站]|關於我們|联系我们|聯絡我們|联系方式|广告服务|广告刊例|网站简介|网站介绍|网站地图|站点地图|帮助信息|帮助中心|建站服务|版权声明"
    "|诚聘英才|人才招聘|招聘信息|隐私政策|隱私|友情链接|网站声明|服务条款|客服中心|投稿邮箱|意见反馈"
)
#: 【纠错】 before the editor's name.
_BUTTON = lazy.compile(r"^(?:[【\[][^】\]]{1,6}[】\]]\s?){1,4}")
#: What stands beside the date without saying anything of the story.
_CHROME = lazy.compile(
    r"我[要来]?(?:评论|評論)\s?(?:[(（]\d{0,9}[)）])?|(?:网友|網友|发表|發表|查看)?(?:评论|評論)\s?(?:[(（]?\d{1,9}[条條]?[)）]?|[条條]|(?=[>＞»]))"
    r"|有?\s?[\d,，]{0,12}\s?人(?:参与|參與|跟[贴帖])|手机看新闻|随时随地看新闻|我有话说|打印|收藏|分享"
)
_HOST = lazy.compile(
    r"(?:https?://)?(?:[a-z0-9-]{1,30}\.){1,4}(?:com|net|org|gov|edu|info|cn|hk|tw|mo|sg|tv|cc)(?:\.(?:cn|hk|tw|mo|sg))?/?(?![a-z0-9])",
    re.I | re.A,
)
_ADDRESS = lazy.compile(r"(?:https?://|www\.)[!-~]{3,200}")
_NEIGHBOUR = lazy.compile(r"[\[【]?(?:上|下|前|后)一?[篇条條则則][\]】]?\s?[:：]")
_MASTHEAD = lazy.compile("设为首页|設為首頁|加入收藏|收藏本站|今天是|天气|农历|繁体|繁體|手机版|English")
_BULLET = lazy.compile(r"[-·•●○■□▪◆◇*►▶»]\s?(?=[^\s\-\d.])|[-·•]\s?(?=\d)")
_PUNCTUATION = lazy.compile(r"[\s|｜/／,，、:：()（）\[\]【】·\-—>＞»]+")

#: Roles whose labels date a page or say who made it.
_INFO = PERSON_ROLES | frozenset(
    ("source", "material", "time", "updated", "original_title", "views", "share", "comments", "keywords")
)
_PROFILE = frozenset(("views", "share"))


def classify(text: str) -> Kind:
    """
    Return the kind of a line.
    """
    if len(text) > _LONGEST_INFO or (text[-1] == "。" and len(text) > 20):
        return _long(text)
    for kind, test in _TESTS:
        if test(text):
            return kind
    return Kind.TEXT


def _long(text: str) -> Kind:
    """Return the kind of a line that only a disclaimer, the footer or the story can be."""
    if is_footer(text):
        return Kind.FOOTER
    return Kind.NOTICE if is_disclaimer(text) else Kind.TEXT


def is_trail(text: str) -> bool:
    """
    Tell whether a line is a trail or its label.
    """
    found = _TRAIL.match(text)
    if found:
        return not _STOP.search(found["rest"])
    steps = trail_steps(text)
    return len(steps) > 1 and all(len(step) <= 14 for step in steps) and (_is_place(steps[0]) or len(steps) > 2)


def trail_steps(text: str) -> list[str]:
    """
    Return the pieces between a line's arrows.
    """
    return [step for step in (piece.strip(" -") for piece in _STEP.split(text)) if step]


def unlabelled_trail(text: str) -> str:
    """
    Return a trail without 当前位置 before it, "" where the line is nothing more.
    """
    found = _TRAIL.match(text)
    return found["rest"].strip(" :：>＞") if found else text


def _is_place(step: str) -> bool:
    return step.startswith(("首页", "首頁")) or is_outlet(step) or is_section(step)


def is_footer(text: str) -> bool:
    """
    Tell whether a line is what sites say of themselves at the very end.
    """
    if len(text) > 400 or "。" in text:
        return False
    if _FOOTER.search(text):
        return read_footer(text) is not None or not is_disclaimer(text)
    return len(_SITE_PAGES.findall(text)) > 1


def is_keywords(text: str) -> bool:
    """
    Tell whether a line is 关键字 with its words or without.
    """
    found = _KEYWORDS.match(text)
    if found is None or _STOP.search(text):
        return False
    return bool(found["joint"] or not found["rest"].strip() or text[0] in "[【(（")


def is_comments(text: str) -> bool:
    """
    Tell whether a line belongs to the comments block.
    """
    if len(text) > 70 or (len(text) > 40 and _STOP.search(text)):
        return False
    if _COMMENTS.search(text):
        return text.count("，") < 2
    if len(text) <= 12 and _COMMENTS_BUTTON.match(text):
        return True
    return is_boilerplate(text) == "comments"


def is_stamp(text: str) -> bool:
    """
    Tell whether a line dates the page: a date, and besides it only host, labels, an outlet or a name.
    """
    if _BULLET.match(text) or _MASTHEAD.search(text):
        return False
    text = " ".join(_CHROME.sub(" ", without_host(text)).split())
    rest = strip_timestamps(text)
    if rest == text:
        return False
    clock = has_clock(text)
    before = without_credits(text[: _date_start(text)])
    rest = without_credits(rest)
    if not rest or is_outlet(rest) or is_section(rest):
        return True
    if _STOP.search(rest) or re.search("[，,]", rest) or len(rest) > _LONGEST_REST:
        return False
    # A headline with its date after it is a link to another story.
    dated_first = not before or all(is_outlet(word) or len(word) < 5 for word in before.split())
    named = any(is_outlet(word) for word in rest.split())
    return (clock and (len(rest) <= 12 or dated_first)) or (dated_first and named)


def comments_in(text: str) -> list[str]:
    """
    Return what a dateline says of comments: ``我要评论(3)``, ``有5人参与``.
    """
    return [found[0] for found in _CHROME.finditer(text) if re.search("[评評参參跟]", found[0])]


def _date_start(text: str) -> int:
    return next((start for _, start, _ in find_timestamps(text)), 0)


def has_clock(text: str) -> bool:
    """
    Tell whether a line prints a date with the hour.
    """
    return any(stamp.precision in ("hour", "minute", "second") for stamp, _, _ in find_timestamps(text))


def is_bare_date(text: str) -> bool:
    """
    Tell whether a line is a day and nothing else: what signs a notice, as well as what dates an e-paper's page.
    """
    return not strip_timestamps(text) and not has_clock(text)


def printed_host(text: str) -> str | None:
    """
    Return the host that a line opens with, None where it opens with none.
    """
    first = text.split(" ", 1)[0]
    return host_of(first) if first.isascii() and "." in first and first[0].isalpha() else None


def without_host(text: str) -> str:
    """
    Return the line without the addresses in it.
    """
    return _HOST.sub(" ", text).strip()


def without_credits(text: str) -> str:
    """
    Return what is left of a line beside its labels and their values, without joints and brackets at its ends.
    """
    left, end = [], 0
    for part in segment(text):
        left.append(text[end : part.start])
        end = part.end
    rest = "".join((*left, text[end:]))
    # Once its date is taken out, the label of the time stands there alone.
    rest = re.sub(r"(?:发布|發布|發佈|发表|更新|上传|录入|发稿)?(?:时间|時間|日期|于|於)?\s?[:：]", " ", rest)
    return _PUNCTUATION.sub(" ", rest).strip()


def credit_parts(text: str) -> tuple[Segment, ...]:
    """
    Return the labelled parts of a line that begins with a label, () for any other line.
    """
    parts = segment(_BUTTON.sub("", text))
    return parts if parts and parts[0].start <= 2 and all(part.role in _INFO for part in parts) else ()


def is_credits(text: str) -> bool:
    """
    Tell whether a line says who made the story, or where it is from.
    """
    parts = credit_parts(text)
    return bool(parts) and len(text) < 120 and not all(part.role in _PROFILE for part in parts)


def is_tool(text: str) -> bool:
    """
    Tell whether a line is a button or a link of the page.
    """
    parts = credit_parts(text)
    return bool(
        _NEIGHBOUR.match(text)
        or _ADDRESS.fullmatch(text)
        or is_boilerplate(text)
        or (parts and all(part.role in _PROFILE for part in parts))
    )


def is_item(text: str) -> bool:
    """
    Tell whether a line is an item of a list, by its bullet.
    """
    return bool(_BULLET.match(text)) and 5 <= len(text) <= 80 and text[-1] not in "。；;"


def is_navigation(text: str) -> bool:
    """
    Tell whether a line above the title is the site's menu, name or date.
    """
    words = [word for word in re.split(r"[\s|｜·]+", text) if word]
    if len(words) > 2 and max(map(len, words)) <= 5:
        return True
    return bool(_MASTHEAD.search(text)) or is_outlet(text) or is_section(text) or len(text) < 3


_TESTS = (
    (Kind.TRAIL, is_trail),
    (Kind.FOOTER, is_footer),
    (Kind.NOTICE_HEADING, lambda text: bool(_NOTICE_HEADING.match(text))),
    (Kind.NOTICE, lambda text: is_disclaimer(text) is not None),
    (Kind.KEYWORDS, is_keywords),
    (Kind.STAMP, is_stamp),
    (Kind.COMMENTS, is_comments),
    (Kind.RELATED, is_related_heading),
    (Kind.TOOL, is_tool),
    (Kind.CREDITS, is_credits),
    (Kind.ITEM, is_item),
)
