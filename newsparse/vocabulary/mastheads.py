"""
How outlets and their sections are called: what a page's ``<title>`` ends with, what stands
after 来源 and before 记者.

By the ending of the name, not by a list of outlets; the list holds only those whose name
shows nothing. ``is_outlet`` and ``is_section`` apply the data to a whole piece of text.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from newsparse import lazy


class Ending(NamedTuple):
    """
    The last characters of a name.
    """

    kind: str
    """``outlet`` or ``section``."""
    endings: tuple[str, ...]
    example: str
    counter_examples: tuple[str, ...] = ()


ENDINGS: tuple[Ending, ...] = (
    Ending("outlet", ("日报", "日報", "晚报", "晚報", "早报", "早報", "晨报", "时报", "時報", "商报", "都市报", "快报", "导报"), "青石晚报"),
    Ending("outlet", ("报", "報", "报社", "報社"), "青石报", ("罗小满通报情况", "天气预报", "每周汇报")),
    Ending("outlet", ("网", "網", "网站", "網站", "在线", "線上", "热线", "网讯", "门户", "之声", "在線"), "青石在线", ("鱼死网破", "互联网", "因特网")),
    Ending("outlet", ("社", "通讯社", "通訊社", "杂志社", "報系"), "青石社", ("人民公社", "旅行社", "合作社", "出版社")),
    Ending(
        "outlet",
        ("电视台", "電視台", "广播电台", "電台", "电台", "广播电视台", "总台", "卫视", "衛視", "新聞台", "都市频道"),
        "青石卫视",
    ),
    Ending(
        "outlet",
        ("新闻", "新聞", "资讯", "資訊", "新闻客户端", "客户端", "客戶端", "传媒", "傳媒", "新媒体", "融媒体", "融媒"),
        "青石新闻",
    ),
    Ending("outlet", ("周刊", "週刊", "月刊", "杂志", "雜誌", "半月谈", "画报", "週報", "周报", "学刊"), "青石周刊"),
    Ending("outlet", ("之家", "社区", "公众号", "微信号", "官方微博", "发布", "电子版", "网络版", "手机版", "海外版", "移动版"), "骑行之家"),
    Ending("outlet", ("财经", "財經", "科技", "体育", "體育", "娱乐", "娛樂", "游戏", "汽车", "房产"), "青石财经"),
    Ending("section", ("频道", "頻道", "专题", "專題", "栏目", "专栏", "要闻", "要聞", "滚动", "版"), "财经频道"),
    Ending("section", ("新闻", "新聞", "资讯", "資訊", "中心", "报道", "報導", "导读"), "生活新聞", ("城市的中心在河边上吗",)),
)  # fmt: skip


class Masthead(NamedTuple):
    """
    An outlet whose name does not end like one.
    """

    name: str
    example: str


#: The name opens the piece, alone or before a section (``新浪`` in 新浪星座).
NAMES: tuple[Masthead, ...] = tuple(
    Masthead(name, name)
    for name in (
        "新浪", "搜狐", "网易", "網易", "腾讯", "凤凰", "央视", "央視", "央广", "百度", "知乎", "澎湃", "虎嗅", "36氪", "钛媒体", "新华",
        "快科技", "半月谈", "求是", "瞭望", "风闻", "南都", "今日头条", "证券之星", "豆瓣", "果壳", "雪球", "华声", "红网", "大公", "奇摩",
        "BBC", "CNN", "NHK", "路透", "彭博", "中新", "中广", "中央广播电视总台", "cnBeta", "NOWnews", "鉅亨", "中時", "東森", "三立",
        "公視", "台視", "華視", "民視", "中視", "上報", "端传媒", "联合早报", "The Paper", "德国之声", "美国之音", "法广",
        "法新", "美联", "共同社", "俄新", "塔斯", "韩联", "财新", "21世纪", "IT之家", "TechWeb", "TNW", "CSDN", "新唐人", "大纪元", "21CN", "DW",
        "参考消息", "大紀元", "新頭殼", "新头壳", "中評", "中廣", "法廣", "美聯", "韓聯", "德國之聲", "美國之音",
    )
)  # fmt: skip

#: Words that are a section's whole name.
SECTIONS = frozenset(
    "时政 時政 国内 國內 国际 國際 社会 社會 财经 財經 经济 經濟 科技 数码 体育 體育 娱乐 娛樂 军事 軍事 汽车 房产 教育 健康 旅游 "
    "文化 历史 游戏 生活 法治 法制 评论 理论 观点 观察 图片 视频 影音娱乐 影视 明星 音乐 电影 电视 港股 美股 股票 证券 基金 理财 "
    "银行 保险 期货 外汇 业界 互联网 通信 手机 家电 台海 港澳 兩岸 两岸 地方 滚动 快讯 即時 即時新聞 头条 頭條 要闻 最新消息 最新新闻 铁路 民航 热点 深度 独家 "
    "专题 新闻 新聞 资讯 新闻中心 新聞中心 正文 首页 首頁 人物 女性 时尚 时装 美食 星座 探索 探索者 政务 公益 三农 农业 环保 能源 "
    "IT 产业 创业 商业 管理 宏观 区域 民生 城市 城建 交通 天气 气象 招聘 读书 动漫 亲子 宠物 收藏 艺术 书画 彩票 足球 篮球 NBA CBA "
    "中国新闻 国际新闻 国内新闻 社会新闻 滚动新闻 学校要闻 通知公告 媒体报道 24小时 风闻 质量监督 科技改变未来 首页>正文 "
    "地產 體育 娛樂 教育 政治 綜合 综合 本港 港聞 經濟 本地 大陆 大陸 中国 中國 台灣 台湾 香港 经济·科技 頭條新聞 生活新聞 焦點事件 醫藥新聞 健康醫藥 兩岸焦點 生活萬象 原创 原創 焦点 焦點 聚焦 时评 社论 副刊 要聞 專題".split()
)

_NOT_OUTLETS = frozenset(
    "互联网 因特网 物联网 电网 官网 上网 法网 路网 全网 联网 网络 人民公社 公社 旅行社 合作社 出版社 报社 通报 举报 预报 汇报 情报 海报 "
    "警报 申报 上报 回报 电报 播报 速报 速報 新闻速报 新聞速報 汇编 新闻 新聞 社区 发布 科技 体育 财经 娱乐 游戏 汽车 房产 资讯 杂志 在线 热线 网站 客户端 "
    "频道 社 报 网 台 網 報 都市频道 天气预报 每周汇报 综合消息 最新发布 即時新聞 实时新闻 今日新闻 鱼死网破 互聯網 新媒体 融媒体 传媒 "
    "娛樂 體育 財經".split()
)
_END = "|".join(
    sorted((ending for entry in ENDINGS if entry.kind == "outlet" for ending in entry.endings), key=len, reverse=True)
)
_OUTLET = lazy.compile(
    rf"[《「【]?[^\s，,。；;！!？?、：:“”|｜]{{1,24}}?(?:{_END})[》」】]?(?:[（(][^（()）]{{1,12}}[)）])?"
)
_OPENS = tuple(entry.name for entry in NAMES)
_FIRST = frozenset(name[0] for name in _OPENS)
_SECTION_END = "|".join(
    sorted((ending for entry in ENDINGS if entry.kind == "section" for ending in entry.endings), key=len, reverse=True)
)
_NAMED = lazy.compile(
    "《?(?:" + "|".join(re.escape(entry.name) for entry in sorted(NAMES, key=lambda e: -len(e.name))) + ")"
    rf"(?:[^\s，。；！？：]{{0,8}}?(?:{_END}|{_SECTION_END}|{'|'.join(sorted(SECTIONS, key=len, reverse=True))}))?》?"
    r"(?:[.\s][A-Za-z]{2,8})?(?:\s?(?:中文|中文网|中文網|手机版|移动版|繁體))?(?:\([A-Z]{2,6}\))?",
    re.I,
)
_SECTION = lazy.compile(rf"[^\s，,。；;！!？?：:“”]{{1,10}}(?:{_SECTION_END})")
_SECTION_LAST = frozenset(ending[-1] for entry in ENDINGS if entry.kind == "section" for ending in entry.endings)


#: The last characters that outlets' names have: the cheapest test there is.
_LAST = frozenset(ending[-1] for entry in ENDINGS if entry.kind == "outlet" for ending in entry.endings) | frozenset(
    "》」】）)"
)


def is_outlet(text: str) -> bool:
    """
    Tell whether a piece of text is, as a whole, the name of an outlet.
    """
    text = text.strip()
    if not 2 <= len(text) <= 40 or text in _NOT_OUTLETS:
        return False
    if text[-1] in _LAST and _OUTLET.fullmatch(text):
        return True
    bare = text.lstrip("《")
    return bare[:1] in _FIRST and bare.startswith(_OPENS) and _NAMED.fullmatch(text) is not None


def opens_with_outlet(text: str) -> bool:
    """
    Tell whether a short piece opens with the name of a known outlet: 新浪竞技风暴.
    """
    return len(text) <= 14 and text.startswith(_OPENS)


def is_section(text: str) -> bool:
    """
    Tell whether a piece of text is, as a whole, the name of a section of an outlet.
    """
    text = text.strip()
    return text in SECTIONS or (text[-1:] in _SECTION_LAST and _SECTION.fullmatch(text) is not None)
