"""
Hypothesis strategies for what a desk types in: names, sentences, titles, whole stories.

Sentences are put together from words rather than from random characters: the readers
know newsroom conventions, and a random 来源 in a sentence would be one.
"""

from __future__ import annotations

from datetime import datetime

from hangzhou_templates import Heading, Picture, Story
from hypothesis import strategies as st

WHO = ("沿河的住户", "修伞的老人", "两位邮差", "社区的志愿者", "青石巷的孩子们", "摆渡的船工", "值夜班的护士", "新来的学徒", "第7小组", "A&B工作室")
WHEN = ("清晨", "昨天上午", "入秋以后", "雨停之后", "2012年冬天", "前不久", "每逢周三", "一到傍晚", "10日晚上8点", "今年")
WHAT = (
    "把旧木箱一只只搬上了岸", "给每一扇窗换了新的插销", "数清了桥上的一百零八级台阶", "在墙上画了一张很长的地图",
    "轮流照看那盆昙花", "学会了用方言唱歌", "重新点亮了码头上的灯", "把3.5公里的绿道走了一遍", "写下了<河的名字>三个字", "算了一笔“糊涂账”",
)  # fmt: skip
AND = ("，", "，于是", "，可是", "；", "——", "，并且", "，直到")
SAID = ("“这样就好。”", "“谁也没想到，”", "“灯亮着，人就会来！”", "《河上的灯》", "（共三十页）", "")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾"
#: Names that an outlet and a country bear too: a label alone does not vouch for them.
NOT_NAMES = ("彭博", "韩国")
GIVEN = "小满立春谷雨芒秋霜降白露敏捷文博志远思琪晓婷国庆海燕"
OUTLETS = ("杭州网", "杭州日报", "都市快报", "每日商报", "新华网", "人民日报", "今日早报", "浙江在线", "钱江晚报", "央视新闻客户端")
PLACES = ("杭州网", "新闻中心", "城市新闻", "财经频道", "最新消息", "社会", "图片报道", "滚动新闻", "健康", "原创新闻")
RUBRICS = ("老街里的新鲜事", "汛期手记", "移动互联网时代的邮差", "一份迟到的成绩单", "“慢递”十年", "河道治理三年记")
HEADINGS = ("先把灯点亮", "船从哪里来", "一笔细账", "老桥的新用处", "谁来接班", "三张旧照片")
TITLES = ("一盏灯的{}", "{}！青石巷的夏天来了", "从码头到书房：{}", "“{}”之后", "{} 十年又见老船工", "{}，谁来买单？")
TOPICS = ("最后一班渡轮", "旧伞重生记", "菜场里的图书角", "老城门换新锁", "北山路的末班车", "一碗片儿川", "万家灯火", "GPS定位的石狮子")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """
    Draw a sentence of the story.
    """
    parts = [draw(st.sampled_from(WHEN)), "，", draw(st.sampled_from(WHO)), draw(st.sampled_from(WHAT))]
    if draw(st.booleans()):
        parts += [draw(st.sampled_from(AND)), draw(st.sampled_from(WHO)), draw(st.sampled_from(WHAT))]
    return "".join(parts) + draw(st.sampled_from("。。。！？…")) + draw(st.sampled_from(SAID))


PARAGRAPHS = st.lists(sentences(), min_size=1, max_size=4).map("".join)
NAMES = st.builds(
    lambda surname, given: surname + given, st.sampled_from(SURNAMES), st.text(GIVEN, min_size=1, max_size=2)
).filter(lambda name: name not in NOT_NAMES)
TIMES = st.datetimes(datetime(2006, 1, 1), datetime(2026, 12, 31)).map(lambda time: time.replace(microsecond=0))
HEADLINES = st.builds(str.format, st.sampled_from(TITLES), st.sampled_from(TOPICS))


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str | Picture | Heading, ...]:
    """
    Draw the story's blocks: paragraphs, with pictures and crossheads between them.
    """
    blocks: list[str | Picture | Heading] = []
    for number, paragraph in enumerate(draw(st.lists(PARAGRAPHS, min_size=2, max_size=6))):
        if number and draw(st.integers(0, 3)) == 0:
            blocks.append(Heading(draw(st.sampled_from(HEADINGS))))
        blocks.append(paragraph)
        if draw(st.integers(0, 3)) == 0:
            caption = draw(st.one_of(st.none(), st.just("青石码头的旧木箱 王小满 摄"), st.just("图为雨后的老桥")))
            blocks.append(Picture(f"http://img.hangzhou.com.cn/attachement/jpg/site2/{number}.jpg", caption))
    return tuple(blocks)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """
    Draw a story.
    """
    reporters = draw(st.lists(NAMES, max_size=3, unique=True))
    return Story(
        title=draw(HEADLINES),
        kicker=draw(st.one_of(st.none(), st.sampled_from(RUBRICS))),
        subtitle=draw(st.one_of(st.none(), st.sampled_from(RUBRICS).map("——{}".format))),
        time=draw(TIMES),
        source=draw(st.sampled_from(OUTLETS)),
        reporters=tuple(reporters),
        editor=draw(NAMES),
        trail=tuple(draw(st.lists(st.sampled_from(PLACES), min_size=2, max_size=4, unique=True))),
        body=draw(bodies()),
    )
