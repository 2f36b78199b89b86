"""
What surrounds the name of a source: values that are no source, and the page's own words
that stand in the same line. Data and patterns; ``fields.sources`` applies them.
"""

from __future__ import annotations

from typing import NamedTuple

from newsparse import lazy


class Tail(NamedTuple):
    """
    Words of the page after which a source's name has ended.
    """

    pattern: str
    example: str
    source: str
    counter_examples: tuple[str, ...] = ()


TAILS: tuple[Tail, ...] = (
    Tail(r"手机看|随时随地|手機看", "来源：青石网 手机看新闻", "青石网"),
    Tail(r"分享|转发到|轉發|收藏本文|我有话说|我要分享", "来源：青石网72分享到:", "青石网"),
    Tail(r"(?:已?有)?\s?\d*\s?人(?:参与|评论)|参与互动|参与评论|已有(?=\s?\d|$)", "来源：青石网 有0人参与", "青石网"),
    Tail(r"我(?:也?[来要]说[两几]句|来说说|要(?:反馈|纠错|报错|爆料|投诉|分享))|[纠糾][错錯]|(?:举报/|意见)?反馈(?=\s|$)", "来源：青石网我来说两句(0)", "青石网"),
    Tail(
        r"我要评论|网友评论|網友評論|暂无网友|发表评论|(?:\d+\s?[条條])\s?(?:评论|評論)|评论\s?[（(]|评论\d|评论$|評論\s?[（(]",
        "来源：青石网评论（人参与）",
        "青石网",
        ("来源：青石评论网",),
    ),
    Tail(r"字号|字體|字体|字號|文字大小|小\s中\s大|大\s中\s小|小\s大(?=\s|$)|A[+＋]\s?(?=A|$)", "来源：青石网 字号：大 中 小", "青石网"),
    Tail(r"举报(?=\s|$)|打印|关闭|關閉|复制链接|\+复制", "来源：青石日报 举报", "青石日报"),
    Tail(r"[【\[](?:大|字|打印|转载|原创|关闭|關閉|正文)", "来源：青石网 【转载】", "青石网"),
    Tail(r"(?:阅读|浏览|点击|人气|閱讀)[：:\s]*\d", "来源：青石网 阅读 157009", "青石网", ("来源：青石阅读",)),
    Tail(r"内容简介|官方账号|订阅|查看更多", "来源 : 青石台 2025-01-02 19:28 内容简介", "青石台"),
)  # fmt: skip

#: A character of every such tail: the cheapest test there is.
TAIL_CHARACTERS = "看随享转轉藏我参评評已纠糾馈暂字小+＋举印闭閉复【[阅浏击气閱简账"


class NoSource(NamedTuple):
    """
    A value that names no outlet.
    """

    value: str
    example: str


NO_SOURCES: tuple[NoSource, ...] = tuple(
    NoSource(value, f"来源：{value}")
    for value in (
        "资料图", "資料圖", "资料图片", "图片", "图", "未知", "不详", "不詳", "佚名", "无", "無", "暂无", "null", "undefined", "none",
        "作者", "编辑", "-", "--", "~", "其他", "其它", "转载", "轉載", "来源", "點擊",
    )
)  # fmt: skip

#: The account or site name that some templates glue to the outlet.
GLUED = lazy.compile(r"(?<=[\u4e00-\u9fff])(?:微博|官方微博|官网|\[微博\])$")
