"""
Writes an article as the text that a browser copies from its page, in the grammars of Chinese sites.

A ``Story`` (what the page says) and a ``Style`` (how the site prints it) in, text out.  All words are invented.
Used by ``test_textpage``: what is written here must be read back.
"""

from __future__ import annotations

from datetime import datetime

from attrs import evolve, frozen
from hypothesis import strategies as st

from newsparse.model import Crosshead, Disclaimer, Paragraph, Person

NBSP = "\xa0"
_WEEKDAYS = "一二三四五六日"


@frozen(kw_only=True)
class Story:
    """
    What a page says.
    """

    title: str
    kicker: str | None
    subtitle: str | None
    trail: tuple[str, ...]
    time: datetime
    source: str
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    body: tuple[Paragraph | Crosshead, ...]
    comments: int | None
    disclaimers: tuple[Disclaimer, ...]
    keywords: tuple[str, ...]
    related: tuple[str, ...]
    footer: bool


@frozen(kw_only=True)
class Style:
    """
    How a site prints it.
    """

    trail: str
    dateline: str
    host: str
    outlet: str
    indent: str = "　　"
    gap: int = 1
    glue: str = ""
    """Between a full stop and the crosshead glued to it; a line break leaves the crosshead a line of its own."""
    folded: bool = False
    """Full-width punctuation became ASCII, as in the page of 2013."""
    newline: str = "\n"


def fold(text: str) -> str:
    """
    Return the text with the punctuation that the rendering of 2013 folded.
    """
    return text.translate(str.maketrans("，：？！；（）", ",:?!;()"))


def folded(story: Story) -> Story:
    """
    Return the story as a folding rendering prints it.
    """
    return evolve(
        story,
        title=fold(story.title),
        kicker=story.kicker and fold(story.kicker),
        subtitle=story.subtitle and fold(story.subtitle),
        body=tuple(type(block)(fold(block.text)) for block in story.body),
        disclaimers=tuple(Disclaimer(item.kind, fold(item.text)) for item in story.disclaimers),
        related=tuple(map(fold, story.related)),
    )


def render(story: Story, style: Style) -> str:
    """
    Return the page as text.
    """
    lines = [
        *_trail(story, style),
        *filter(None, (story.kicker, story.title, story.subtitle)),
        *_dateline(story, style),
        "",
    ]
    lines += _body(story, style)
    if not _credits_in_head(style):
        lines.append(credit_line(story))
    lines += [NBSP, ""]
    if story.comments is not None:
        lines += [f"我也来说两句：{NBSP}{story.comments}条评论 查看评论", f"会员登录名{NBSP}密码 [注册]", NBSP]
    if story.disclaimers:
        lines += [f"{style.outlet}版权与免责声明：", *(item.text for item in story.disclaimers)]
    lines += [f"关键字：{NBSP}{' '.join(story.keywords)}", NBSP, *(f"-{title}" for title in story.related), NBSP]
    if story.footer:
        lines += footer_lines(style)
    text = style.newline.join(lines)
    return fold(text) if style.folded else text


def _trail(story: Story, style: Style) -> list[str]:
    """Return the trail in one of its forms (facts: seed, T1, T3)."""
    forms = {
        "two lines": ["当前位置", ">> ".join(story.trail)],
        "one line": [f"当前位置：{' > '.join(story.trail)}"],
        "news": [f"您所在的位置：{'>>'.join(story.trail)}"],
        "ori": [f"当前位置： {' - > - '.join(story.trail)}"],
        "none": [],
    }
    return forms[style.trail]


def _dateline(story: Story, style: Style) -> list[str]:
    """Return the dateline in the grammars D1 to D5."""
    time, source = story.time, story.source
    dashed = f"{time:%Y-%m-%d %H:%M:%S}"
    weekday = f"星期{_WEEKDAYS[time.weekday()]}"
    credits = f"作者：{'、'.join(story.authors)} 编辑：{'、'.join(story.editors)}"
    forms = {
        "D1": [
            f"{style.host}{NBSP} {time.year}年{time:%m}月{time:%d}日 {time:%H:%M:%S} {weekday}{NBSP} 来源：{source}"
        ],
        "D2": [f"{dashed}{NBSP}{NBSP}来源：{source}"],
        "D2 bare": [f"{dashed}{NBSP}{NBSP}{source}"],
        "D2 credits": [f"{dashed}  来源：{source} {credits}"],
        "D3": [f"发布时间：{dashed} {time:%a}{NBSP}{NBSP}来源：{source}"],
        "D4": [f"时间：{dashed}", f"来源：{source} {credits}"],
        "D5": ["", f"{time:%Y-%m-%d}"],
    }
    return forms[style.dateline]


def _credits_in_head(style: Style) -> bool:
    return style.dateline in ("D2 credits", "D4")


def credit_line(story: Story) -> str:
    """
    Return the credits below the story: four no-break blanks between author and editor.
    """
    authors = f"作者：{'、'.join(story.authors)}"
    return f"{authors}{NBSP * 4}责任编辑：{'、'.join(story.editors)}" if story.editors else authors


def _body(story: Story, style: Style) -> list[str]:
    """Return the paragraphs, each crosshead glued to the paragraph before it or on a line of its own."""
    lines: list[str] = []
    for block in story.body:
        if isinstance(block, Crosshead) and style.glue != "\n":
            lines[-1 - style.gap] += style.glue + block.text
        else:
            lines += [style.indent + block.text, *[""] * style.gap]
    return lines


def footer_lines(style: Style) -> list[str]:
    """
    Return the lines below everything.
    """
    return [
        f"网站简介{NBSP} |{NBSP} 关于我们{NBSP} |{NBSP}{NBSP}广告服务{NBSP} |{NBSP}{NBSP}联系方式",
        f"增值电信业务经营许可证：浙B2-20990101{NBSP}|{NBSP}工信部备案号：浙ICP备99000001号-1",
        f"{style.outlet}（青石网络传媒有限公司）版权所有未经授权禁止复制或镜像",
        "法律顾问：青石律师事务所律师 罗小满",
    ]


# What stories are made of: invented words, none of which is a label, an outlet's ending or a mark of a sentence.
_PLACES = ("青石镇", "白沙湾", "柳叶街", "西河口", "石榴巷", "沙洲岛")
_THINGS = ("老桥", "夜市", "渡轮", "灯塔", "果园", "茶馆", "桑田", "陶窑")
_DEEDS = ("迎来首批游客", "重修竣工", "三年不涨价", "一夜成名", "搬进新址", "换上新灯")
_HEADS = ("修桥背后", "渡轮为何停摆", "“灯塔”之争", "三百年陶窑的去留", "茶馆，老街的客厅", "谁来守果园", "夜市经济账")
_STEPS = ("财经频道", "最新消息", "新闻中心", "社会新闻", "要闻")
_SURNAMES = "赵钱孙李周吴郑王冯陈"
_GIVEN = ("小满", "立夏", "谷雨", "白露", "思远", "若水")
_SOURCES = ("青石晚报", "白沙日报", "西河在线", "柳叶都市报", "今日早报")
_KEYWORDS = ("老桥", "夜市", "渡轮停航", "灯塔", "陶窑")
_CLAUSES = (
    "工人们连夜架起了木栈道",
    "第一班渡轮比平日早了二十分钟",
    "街口的灯换成了暖黄色",
    "河对岸的果农把摊位搬到了桥头",
    "往年这个时候水位要低得多",
    "孩子们围着陶窑看师傅上釉",
    "茶馆老板多备了三十把竹椅",
    "账本上的数字让人松了口气",
)


def _title() -> st.SearchStrategy[str]:
    return st.builds("{}{}{}".format, st.sampled_from(_PLACES), st.sampled_from(_THINGS), st.sampled_from(_DEEDS))


def _long_title() -> st.SearchStrategy[str]:
    return st.builds(
        "{}，{}".format, _title(), st.sampled_from(("“不敢想”的事成了", "街坊：再等等看", "明年还有第二期"))
    )


def paragraphs() -> st.SearchStrategy[str]:
    """
    Return a strategy for paragraphs: sentences, now and then a quotation at the end.
    """
    sentence = st.lists(st.sampled_from(_CLAUSES), min_size=2, max_size=4, unique=True).map("，".join)
    end = st.sampled_from(("。", "。", "。", "！", "？", "……", "。他说：“这桥还得再修。”", "，“谁都不愿意走”。"))
    return st.builds("{}。{}{}".format, sentence, sentence, end)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Paragraph | Crosshead, ...]:
    """
    Draw a body: paragraphs, crossheads between some of them, never at the end and never two in a row.
    """
    texts = draw(st.lists(paragraphs(), min_size=2, max_size=6, unique=True))
    heads = draw(st.lists(st.sampled_from(_HEADS), max_size=3, unique=True))
    out: list[Paragraph | Crosshead] = []
    for place, text in enumerate(texts):
        out.append(Paragraph(text))
        # After a quotation or dots a glued tail is nobody's guess: crossheads follow plain full stops.
        if heads and place + 1 < len(texts) and text.endswith(("。", "！", "？")) and draw(st.booleans()):
            out.append(Crosshead(heads.pop()))
    return tuple(out)


def people(smallest: int) -> st.SearchStrategy[tuple[str, ...]]:
    """
    Return a strategy for names, three characters each.
    """
    name = st.builds("{}{}".format, st.sampled_from(_SURNAMES), st.sampled_from(_GIVEN))
    return st.lists(name, min_size=smallest, max_size=3, unique=True).map(tuple)


def notices(outlet: str) -> tuple[Disclaimer, ...]:
    """
    Return a site's three disclaimers: what is its own, what is not, whom to call.
    """
    own = f"{outlet}（包括青石日报、青石快报）"
    return (
        Disclaimer(
            "copyright", f"① 凡本网注明“稿件来源：{own}”的文字和图片，版权均属{outlet}所有，未经书面授权不得转载。"
        ),
        Disclaimer("reprint", f"② 本网未注明“稿件来源：{own}”的文/图等稿件均为转载稿，转载不代表本网观点。"),
        Disclaimer("contact", f"③ 如本网转载稿涉及版权等问题，请作者在两周内来电或来函与{outlet}联系。"),
    )


@st.composite
def stories(draw: st.DrawFn, *, outlet: str, framed: bool) -> Story:
    """
    Draw a story.

    Args:
        draw: of hypothesis.
        outlet: the site that prints it.
        framed: a trail stands above the headline; without one, a kicker must be as long as a title.
    """
    title = draw(_title() | _long_title())
    # A line that is printed twice is the title, whatever the desk meant by it.
    kicker = draw(st.none() | _title().filter(lambda line: line != title))
    dashed = st.builds("——{}".format, _title())
    below = (dashed | _long_title()).filter(lambda line: line not in (title, kicker))
    return Story(
        title=title,
        kicker=kicker,
        subtitle=draw(st.none() | (dashed if kicker is None else below)),
        trail=tuple(draw(st.lists(st.sampled_from(_STEPS), min_size=2, max_size=3))) if framed else (),
        time=draw(
            st.datetimes(datetime(2000, 1, 1), datetime(2030, 12, 31)).map(lambda time: time.replace(microsecond=0))
        ),
        source=draw(st.sampled_from((*_SOURCES, outlet, "青石日报"))),
        authors=draw(people(1)),
        editors=draw(people(1)),
        body=draw(bodies()),
        comments=draw(st.none() | st.integers(0, 99999)),
        disclaimers=draw(st.sampled_from(((), notices(outlet)))),
        keywords=tuple(draw(st.lists(st.sampled_from(_KEYWORDS), max_size=3, unique=True))),
        related=tuple(draw(st.lists(_title() | _long_title(), max_size=5, unique=True))),
        footer=draw(st.booleans()),
    )


def styles(outlet: str, host: str) -> st.SearchStrategy[Style]:
    """
    Return a strategy for the ways in which sites print their pages.
    """
    return st.builds(
        Style,
        trail=st.sampled_from(("two lines", "one line", "news", "ori", "none")),
        dateline=st.sampled_from(("D1", "D2", "D2 bare", "D2 credits", "D3", "D4", "D5")),
        host=st.just(host),
        outlet=st.just(outlet),
        indent=st.sampled_from(("", "  ", "　　", NBSP * 4)),
        gap=st.integers(0, 2),
        glue=st.sampled_from(("", " ", NBSP, "　", "\n")),
        folded=st.booleans(),
        newline=st.sampled_from(("\n", "\r\n")),
    )


def printed(story: Story, style: Style) -> Story:
    """
    Return what of the story its page prints.
    """
    shown = folded(story) if style.folded else story
    return shown if style.trail != "none" else evolve(shown, trail=())


def credited(names: tuple[str, ...], role: str) -> tuple[Person, ...]:
    """
    Return people with one role.
    """
    return tuple(Person(name, role) for name in names)
