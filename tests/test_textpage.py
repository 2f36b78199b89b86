"""
Pages that survive only as rendered text: what is written by rule is read back, and one real page in full.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_pages import Story, Style, credited, printed, render, stories, styles

from newsparse.errors import REASONS, PageError
from newsparse.model import Article, Comments, Image, Person
from newsparse.textpage import read
from newsparse.textpage.crossheads import mark_crossheads
from newsparse.textpage.headings import read_headings
from newsparse.textpage.kinds import Kind, classify
from newsparse.textpage.lines import read_lines
from newsparse.textpage.ownership import is_reprint, own_names

HANGZHOU = ("杭州网", "money.hangzhou.com.cn")
ELSEWHERE = ("青石网", "news.qingshi.com.cn")


LANDMARKS = """
当前位置
财经频道>> 要闻
关键字：
我也来说两句: 3条评论
2013年10月22日 09:16:01
来源：青石晚报
责任编辑：罗小满
青石网版权与免责声明：
① 凡本网注明来源的稿件，版权均属青石网所有。
相关阅读
-老桥重修竣工的前前后后
青石镇老桥重修竣工
工人们连夜架起了木栈道，街口的灯换成了暖黄色。
Copyright © 青石网
上一页 1 2 3 下一页
404错误信息
<html>
。
？
""".split("\n")


@st.composite
def pages(draw: st.DrawFn, outlet: str, host: str) -> tuple[Story, Style]:
    """
    Draw a story and the way in which its site prints it.
    """
    style = draw(styles(outlet, host))
    return draw(stories(outlet=outlet, framed=style.trail != "none")), style


def check(article: Article, story: Story, style: Style) -> None:
    """
    Compare an article with the story that was rendered.
    """
    assert (article.kicker, article.title, article.subtitle) == (story.kicker, story.title, story.subtitle)
    assert tuple(step.name for step in article.breadcrumb) == story.trail
    assert article.timestamp is not None
    day_only = style.dateline == "D5"
    assert article.timestamp.isoformat() == (
        f"{story.time:%Y-%m-%d}" if day_only else f"{story.time:%Y-%m-%dT%H:%M:%S}+08:00"
    )
    assert (article.timestamp.weekday is not None) == (style.dateline in ("D1", "D3"))
    assert (article.source.name if article.source else None) == (None if day_only else story.source)
    assert article.authors == credited(story.authors, "author")
    in_head = style.dateline in ("D2 credits", "D4")
    assert article.editors == credited(story.editors, "editor" if in_head else "responsible_editor")
    assert article.byline == f"作者{':' if style.folded else '：'}{'、'.join(story.authors)}"
    assert article.body == story.body
    assert article.comments == (None if story.comments is None else Comments(count=story.comments, form=True))
    assert article.disclaimers == story.disclaimers
    assert article.keywords == story.keywords
    assert tuple(link.name for link in article.related) == story.related
    assert (article.footer is not None) == story.footer
    if article.footer:
        assert article.footer.licences == ("浙B2-20990101", "浙ICP备99000001号-1")
        assert (article.footer.owner, article.footer.counsel) == ("青石网络传媒有限公司", "青石律师事务所律师 罗小满")


class TestRenderedByRule:
    """
    Stories printed in every grammar come back as they were.
    """

    @given(pages(*HANGZHOU))
    def test_hangzhou(self, page: tuple[Story, Style]) -> None:
        """Hangzhou's pages, in every mix of trail, dateline, credits and glue."""
        story, style = page
        shown = printed(story, style)
        article = read(render(story, style))
        check(article, shown, style)
        assert article.host == (style.host if style.dateline == "D1" else None)
        known = style.dateline == "D1" or bool(story.disclaimers) or story.footer
        assert article.site == ("hangzhou" if known else "generic")
        own = story.source == "杭州网"
        assert article.is_reprint == (not own if known and article.source else None)

    @given(pages(*ELSEWHERE))
    def test_other_outlets(self, page: tuple[Story, Style]) -> None:
        """The same grammars on a site that no adapter declares; its own disclaimers say what is a reprint."""
        story, style = page
        article = read(render(story, style))
        check(article, printed(story, style), style)
        assert article.site == "generic"
        own = story.source in ("青石网", "青石日报")
        assert article.is_reprint == (not own if story.disclaimers and article.source else None)

    @given(pages(*HANGZHOU), st.sampled_from(("", "\ufeff", "\n\n\xa0\n")), st.sampled_from(("\r\n", "\n", "\u2028")))
    def test_white_space_says_nothing(self, page: tuple[Story, Style], before: str, newline: str) -> None:
        """Marks and blank lines above, and other line ends, leave the article as it is."""
        text = render(*page)
        other = before + newline.join(f"{line}\xa0\u200b" for line in text.splitlines())
        assert read(other) == read(text)

    @given(pages(*ELSEWHERE))
    def test_nothing_is_invented(self, page: tuple[Story, Style]) -> None:
        """Every character of the story stands on the page, in its order."""
        text = render(*page)
        squeezed = "".join(text.split())
        for block in read(text).body:
            assert "".join(block.text.split()) in squeezed

    @given(st.text(max_size=600))
    def test_any_text_is_an_article_or_an_error(self, text: str) -> None:
        """No text breaks the reader."""
        try:
            article = read(text)
        except PageError as error:
            assert error.reason in REASONS
        else:
            assert article.title and article.body

    @given(st.lists(st.sampled_from(LANDMARKS), max_size=14))
    def test_any_order_of_landmarks(self, lines: list[str]) -> None:
        """Landmarks in an order that no site prints are read or refused, and the story holds none of them."""
        try:
            article = read("\n".join(lines))
        except PageError as error:
            assert error.reason in REASONS
            return
        for word in ("关键字", "我也来说两句", "版权", "责任编辑", "Copyright", "相关阅读"):
            assert word not in article.text


_LEAD = "第一班渡轮比平日早了二十分钟，河对岸的果农把摊位搬到了桥头。"
_NEXT = "街口的灯换成了暖黄色，孩子们围着陶窑看师傅上釉，茶馆老板多备了三十把竹椅。"


class TestCrossheads:
    """
    What follows the last full stop is a crosshead, or it is not.
    """

    @pytest.mark.parametrize("blank", ["", " ", "\u3000"])
    @pytest.mark.parametrize(
        "head",
        [
            "渡轮为何停摆",
            "与租金挂钩，老街要求茶馆涨价",
            "与租金挂钩,老街要求茶馆涨价",
            "“灯塔”之争",
            "BAT时代，夜市“强攻线上”与租金关联",
            "三百年陶窑的去留",
            "关键在人：谁来守果园",
            "记者调查",
            "第一站 白沙湾",
            "《老桥志》重印始末",
        ],
    )
    def test_glued(self, head: str, blank: str) -> None:
        """A short title-like tail before another paragraph is one, with a blank before it or without."""
        expected = [(_LEAD, False), (head, True), (_NEXT, False)]
        assert mark_crossheads([_LEAD + blank + head, _NEXT]) == expected

    @pytest.mark.parametrize(
        "tail",
        [
            "他表示明年再来",
            "而渡轮票价不变",
            "但桥面还没有铺完",
            "目前水位已经回落",
            "镇长介绍这是第三次",
            "镇长表示明年动工",
            "镇长告诉果农明年动工",
            "知情人透露桥要拆",
            "船长坦言渡轮太旧",
            "专家指出栈桥太短",
            "镇里强调安全第一",
            "果农认为涨价合理",
            "渡轮公司回应称修好再开",
            "果农对船长说",
            "桥面还是湿的",
            "栈桥长三十米左右",
            "船上坐着三十人以上",
            "码头正在扩建",
            "渡轮因为大雾停航",
            "同时停航三条渡轮",
            "此外栈桥要加宽",
            "随后渡轮复航",
            "由于大雾渡轮停航",
            "为了安全栈桥封闭",
            "例如白沙湾码头",
            "虽然桥面湿滑",
            "如果渡轮停航",
            "近日渡轮复航",
            "当天渡轮复航",
            "记者从镇里获悉",
            "三月渡轮复航",
            "灯塔早就不亮了",
            "昨天又来了一批",
            "10月22日再次停航",
            "项目预计明年完工",
            "水位涨了，桥面淹了，渡轮停了",
            "对此，镇里没有回应",
            "会上还宣布了名单",
        ],
    )
    def test_a_sentence_without_its_full_stop(self, tail: str) -> None:
        """What reads as the rest of the paragraph stays in it, though the desk forgot the full stop."""
        paragraph = _LEAD + tail
        assert mark_crossheads([paragraph, _NEXT]) == [(paragraph, False), (_NEXT, False)]

    @pytest.mark.parametrize(
        "tail",
        [
            "（记者 赵小满）",
            "青石社记者 赵小满 摄",
            "本报记者 赵小满",
            "编译/赵小满",
            "图/青石晚报",
            "据《青石晚报》",
            "（10月22日《青石晚报》）",
            "未完待续",
            "联系电话：0571-80000000",
            "投稿邮箱 gao@qingshi.com.cn",
            "镇长给出三条理由：",
            "一是水位，",
            "渡轮、",
            "——镇志",
            "镇长赵立夏说：“桥，",
            "完",
            "1024",
            "see also",
        ],
    )
    @pytest.mark.parametrize("blank", ["", " "])
    def test_credits_labels_and_fragments(self, tail: str, blank: str) -> None:
        """Credits, telephone numbers and clauses that go on are no crossheads."""
        paragraph = _LEAD + blank + tail
        assert (tail, True) not in mark_crossheads([paragraph, _NEXT])

    def test_a_blank_outweighs_one_mark_of_a_sentence(self) -> None:
        """Chinese writes no blank after a full stop: what follows it was a line of its own."""
        assert mark_crossheads([f"{_LEAD} 他们的第一个冬天", _NEXT])[1] == ("他们的第一个冬天", True)
        assert len(mark_crossheads([f"{_LEAD}他们的第一个冬天", _NEXT])) == 2
        assert len(mark_crossheads([f"{_LEAD} 他表示还要再来", _NEXT])) == 2

    @pytest.mark.parametrize("blank", ["", " "])
    def test_who_said_it(self, blank: str) -> None:
        """After a closing quotation mark stands who said it."""
        paragraph = f"“没有灯塔，我们就不该出海！”{blank}老船长对渔民这样说"
        assert len(mark_crossheads([f"{_LEAD}{paragraph}", _NEXT])) == 2

    def test_a_tail_inside_a_quotation(self) -> None:
        """A full stop inside quotation marks that are still open ends nothing."""
        paragraph = f"{_LEAD}他写道，“渡轮停了。灯塔熄了"
        assert len(mark_crossheads([paragraph, _NEXT])) == 2

    def test_the_last_paragraph_keeps_its_end(self) -> None:
        """A crosshead heads something."""
        assert mark_crossheads([_NEXT, f"{_LEAD}渡轮为何停摆"]) == [(_NEXT, False), (f"{_LEAD}渡轮为何停摆", False)]

    def test_nothing_but_running_text_follows(self) -> None:
        """Before a line that is no sentence (a list, a verse) the end stays."""
        assert len(mark_crossheads([f"{_LEAD}名单如下", "赵小满", _NEXT])) == 3

    def test_a_headline_of_two_halves(self) -> None:
        """The first half of a headline is too little running text to be followed by a crosshead."""
        assert len(mark_crossheads(["渡轮为何停摆？镇里公布三条理由", _NEXT])) == 2

    def test_a_long_tail(self) -> None:
        """Thirty characters are the most."""
        assert len(mark_crossheads([_LEAD + "老桥" * 15, _NEXT])) == 3
        assert len(mark_crossheads([_LEAD + "老桥" * 15 + "边", _NEXT])) == 2

    def test_a_writer_who_never_ends_a_paragraph(self) -> None:
        """Where most paragraphs lack their full stop, the last one too, its absence proves nothing."""
        tails = ("渡轮为何停摆", "谁来守果园", "夜市经济账")
        glued = [_LEAD + tail for tail in tails]
        assert [text for text, _ in mark_crossheads(glued)] == glued
        assert sum(head for _, head in mark_crossheads([*glued, _NEXT])) == 3

    def test_dots_end_no_sentence(self) -> None:
        """After …… the sentence may go on; a blank shows that it does not."""
        assert len(mark_crossheads([f"{_LEAD}老船长想了又想……灯塔之外", _NEXT])) == 2
        assert len(mark_crossheads([f"{_LEAD}老船长想了又想…… 灯塔之外", _NEXT])) == 3

    def test_an_exclamation_mark_in_a_name(self) -> None:
        """Yahoo! ends no sentence."""
        paragraph = "第一班渡轮比平日早了二十分钟，船身上漆着Yahoo!青石分站"
        assert len(mark_crossheads([paragraph, _NEXT])) == 2

    def test_on_a_line_of_its_own(self) -> None:
        """Between two paragraphs a short line without a full stop is a crosshead; elsewhere it is not."""
        assert mark_crossheads([_LEAD, "渡轮为何停摆", _NEXT])[1] == ("渡轮为何停摆", True)
        assert mark_crossheads(["渡轮为何停摆", _LEAD, _NEXT])[0] == ("渡轮为何停摆", False)
        assert mark_crossheads([_LEAD, _NEXT, "渡轮为何停摆"])[2] == ("渡轮为何停摆", False)
        assert mark_crossheads([_LEAD, "桥已经修好了，他说", _NEXT])[1] == ("桥已经修好了，他说", False)


PORTAL = """
新闻 体育 财经 娱乐 科技 博客
设为首页 加入收藏 2013年10月23日
青石网新闻中心
白沙湾渡轮停航三天 岛上果农改走水路
2013年10月22日09:16 青石晚报 我有话说(1,204人参与)
分享到：新浪微博 微信
【核心提示】渡轮停航的第三天，我们去了一趟白沙湾。
青石晚报讯（记者 赵小满 通讯员 钱谷雨）白沙湾的渡轮昨天停航，码头上堆满了装着橘子的竹筐。往年渡轮一天要跑八趟。
图为停航的渡轮。青石晚报记者 孙白露 摄
停航之后，果农找来三条木船，每条能装四十筐，来回一趟要两个小时。
谁来修码头
镇里说，码头的栈桥已经修了两次，这一次要等水位退到三米以下才能动工。
相关阅读
白沙湾码头栈桥去年刚刚重修
岛上橘子今年便宜了两毛
水位退到三米以下还要等多久，水文站的人说，最快也要到下个月，果农只能继续靠木船运橘子。
（责任编辑：李立夏）
标签：白沙湾 渡轮停航 橘子
上一篇：灯塔换上新灯
下一篇：老桥重修竣工
网友评论
文明上网，登录发贴
青石网声明：本网转载上述内容，出于传递更多信息之目的，不代表本网观点。
Copyright © 2013 青石网 版权所有 青ICP备99000002号
"""

TAIWAN = """
首頁 > 生活 > 即時新聞
柳葉街夜市歇業 攤商盼重開

2019-03-18 23:59 西河報 記者趙小滿／台北報導
柳葉街夜市昨天歇業，攤商把招牌一塊塊拆下來。開了二十年的麵攤說，希望明年還能回來擺攤。
「夜市不在了，街坊也散了。」里長說，市府應該說清楚接下來要怎麼做。
相關新聞
• 柳葉街夜市二十年紀事
• 里長：重開要看市府態度
"""

EPAPER = """
青石镇老桥重修侧记
三十六块石板，一块不少
——守桥人的最后一个冬天

2026-04-04

记者 赵小满 通讯员 钱谷雨
老桥的石板一共三十六块，守桥人记得每一块的来历，拆的时候他在旁边编了号。
如今石板原样铺了回去，只有第七块换成了新的，颜色比别的浅一些。
▲
返回主页
"""


class TestOtherOutlets:
    """
    Pages of other grammars, written by hand.
    """

    def test_portal(self) -> None:
        """Menus above, an interruption in the story, credits in brackets, buttons and neighbours below."""
        article = read(PORTAL)
        assert article.title == "白沙湾渡轮停航三天 岛上果农改走水路"
        assert (article.kicker, article.subtitle) == (None, None)
        assert article.standfirst == "渡轮停航的第三天，我们去了一趟白沙湾。"
        assert str(article.timestamp) == "2013-10-22T09:16+08:00"
        assert article.source is not None and article.source.name == "青石晚报"
        assert article.authors == (Person("赵小满", "reporter"), Person("钱谷雨", "correspondent"))
        assert article.editors == (Person("李立夏", "responsible_editor"),)
        assert article.dateline is not None and article.dateline.agency == "青石晚报"
        assert [(block.kind, block.text[:6]) for block in article.body] == [
            ("paragraph", "青石晚报讯（"),
            ("image", "图为停航的渡"),
            ("paragraph", "停航之后，果"),
            ("crosshead", "谁来修码头"),
            ("paragraph", "镇里说，码头"),
            ("paragraph", "水位退到三米"),
        ]
        assert isinstance(article.body[1], Image)
        assert [link.name for link in article.related] == ["白沙湾码头栈桥去年刚刚重修", "岛上橘子今年便宜了两毛"]
        assert article.keywords == ("白沙湾", "渡轮停航", "橘子")
        assert article.comments is not None and article.comments.count == 1204
        assert [item.kind for item in article.disclaimers] == ["reprint"]
        assert article.footer is not None and article.footer.licences == ("青ICP备99000002号",)

    def test_taiwan(self) -> None:
        """Traditional characters, a trail without a label, an outlet without one, bulleted links right below."""
        article = read(TAIWAN)
        assert article.title == "柳葉街夜市歇業 攤商盼重開"
        assert [step.name for step in article.breadcrumb] == ["首頁", "生活", "即時新聞"]
        assert article.language == "zh-Hant"
        assert str(article.timestamp) == "2019-03-18T23:59+08:00"
        assert article.source is not None and article.source.name == "西河報"
        assert article.authors == (Person("趙小滿", "reporter"),)
        assert len(article.body) == 2
        assert [link.name for link in article.related] == ["柳葉街夜市二十年紀事", "里長：重開要看市府態度"]

    def test_e_paper(self) -> None:
        """Three lines of headline, a day, a byline as the first paragraph, a mark and a button at the end."""
        article = read(EPAPER)
        assert article.kicker == "青石镇老桥重修侧记"
        assert article.title == "三十六块石板，一块不少"
        assert article.subtitle == "——守桥人的最后一个冬天"
        assert str(article.timestamp) == "2026-04-04"
        assert article.authors == (Person("赵小满", "reporter"), Person("钱谷雨", "correspondent"))
        assert [block.text[:5] for block in article.body] == ["老桥的石板", "如今石板原"]

    def test_without_a_date(self) -> None:
        """A headline and running text are an article; what is not printed is None."""
        article = read("老桥重修竣工\n\n老桥的石板一共三十六块，守桥人记得每一块的来历。\n他在旁边编了号。")
        assert article.title == "老桥重修竣工"
        assert len(article.body) == 2
        assert (article.timestamp, article.source, article.host, article.is_reprint) == (None, None, None, None)


class TestHeadings:
    """
    Kicker, title and subtitle, told apart.
    """

    STORY = "老桥的石板一共三十六块，守桥人记得每一块石板的来历，老桥重修的时候他在旁边编了号。"

    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (("老桥重修竣工",), (None, "老桥重修竣工", None)),
            (("青石镇的冬天", "老桥重修竣工"), ("青石镇的冬天", "老桥重修竣工", None)),
            (("老桥重修竣工", "——守桥人的冬天"), (None, "老桥重修竣工", "——守桥人的冬天")),
            (("老桥重修竣工", "（附图三十六幅）"), (None, "老桥重修竣工", "（附图三十六幅）")),
            (("青石镇的冬天", "老桥重修竣工", "守桥人的冬天"), ("青石镇的冬天", "老桥重修竣工", "守桥人的冬天")),
            (("老桥重修竣工-要闻-青石网", "老桥重修竣工", "守桥人的冬天"), (None, "老桥重修竣工", "守桥人的冬天")),
            (("老桥重修竣工_青石晚报",), (None, "老桥重修竣工", None)),
        ],
    )
    def test_between_trail_and_dateline(
        self, lines: tuple[str, ...], expected: tuple[str | None, str | None, str | None]
    ) -> None:
        """By their order, a dash, brackets, or the name of the page."""
        assert read_headings(lines, self.STORY, framed=True) == expected

    def test_among_menus(self) -> None:
        """Without a trail the title is the line that the story repeats."""
        lines = (
            "首页 新闻 财经 体育",
            "猜你想看的十个地方",
            "河口灯塔换上新灯",
            "三十六块石板重修老桥",
            "手机客户端下载",
            "A- A+",
        )
        assert read_headings(lines, self.STORY, framed=False) == (None, "三十六块石板重修老桥", None)

    def test_words_of_others_below_the_title(self) -> None:
        """Without a trail, the line that the story repeats is the title, though another is closer to the dateline."""
        lines = ("石板一块不少，老桥重修", "河口灯塔下周换上新灯具")
        assert read_headings(lines, self.STORY, framed=False) == (None, "石板一块不少，老桥重修", None)

    def test_a_story_that_repeats_nothing(self) -> None:
        """Where the words say nothing, the lowest line is the title."""
        lines = ("河口灯塔下周换上新灯具", "柳叶街夜市搬进新址", "渡轮停航三天", "果园丰收", "茶馆不涨价")
        assert read_headings(lines, self.STORY, framed=False) == (None, "茶馆不涨价", None)

    def test_a_writer_below_the_title(self) -> None:
        """A short line that the story never repeats, below one that it does, is no title."""
        lines = ("老桥重修石板一块不少", "赵小满")
        assert read_headings(lines, self.STORY, framed=True) == (None, "老桥重修石板一块不少", None)

    def test_a_link_above_the_title(self) -> None:
        """Without a trail, short lines and links above the title are no kicker."""
        assert read_headings(("更多精彩 >>", "老桥重修竣工"), self.STORY, framed=False).kicker is None
        assert (
            read_headings(("青石镇老街的冬天", "老桥重修竣工"), self.STORY, framed=False).kicker == "青石镇老街的冬天"
        )

    def test_nothing(self) -> None:
        """No lines, no headline."""
        assert read_headings((), self.STORY, framed=True) == (None, None, None)


class TestKinds:
    """
    What a line is, by its words.
    """

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("当前位置", Kind.TRAIL),
            ("您现在的位置：青石网 > 要闻", Kind.TRAIL),
            ("青石网 >> 财经频道 >> 正文", Kind.TRAIL),
            ("位置优越，三面环水", Kind.TEXT),
            ("水位 > 三米时停航", Kind.TEXT),
            ("news.qingshi.com.cn  2013年10月22日 09:16:01 星期二  来源:青石晚报", Kind.STAMP),
            ("2013-10-22 09:16 青石晚报 赵小满 我要评论(0)", Kind.STAMP),
            ("2013-10-22 09:16发布于青石网", Kind.STAMP),
            ("http://www.qingshi.com.cn/2013-10-22 09:16:00青石网", Kind.STAMP),
            ("2013年10月22日 星期二 设为首页", Kind.TEXT),
            ("2013年10月22日青石镇天气转凉", Kind.TEXT),
            ("白沙湾渡轮停航三天 岛上果农改走水路 2013-10-22 09:16", Kind.TEXT),
            ("来源：青石晚报 作者：赵小满", Kind.CREDITS),
            ("【纠错】 责任编辑： 罗小满", Kind.CREDITS),
            ("我也来说两句: 0条评论 查看评论", Kind.COMMENTS),
            ("会员登录名", Kind.COMMENTS),
            ("用户名： 密码：", Kind.COMMENTS),
            ("密码 [注册]", Kind.COMMENTS),
            ("匿名发表 验证码", Kind.COMMENTS),
            ("查看评论", Kind.COMMENTS),
            ("镇政府就此事公开发表评论", Kind.TEXT),
            ("青石网版权与免责声明:", Kind.NOTICE_HEADING),
            ("关键字:", Kind.KEYWORDS),
            ("关键词背后的老街", Kind.TEXT),
            ("相关阅读", Kind.RELATED),
            ("-老桥重修竣工的前前后后", Kind.ITEM),
            ("——守桥人的冬天", Kind.TEXT),
            ("上一篇：灯塔换上新灯", Kind.TOOL),
            ("http://www.qingshi.com.cn/a/1.htm", Kind.TOOL),
            ("网站简介  |  关于我们  |  广告服务", Kind.FOOTER),
            ("浙ICP备99000001号", Kind.FOOTER),
            ("网络文化经营许可证:浙网文[2099]0001-001号", Kind.FOOTER),
            ("青石网(青石网络传媒有限公司)版权所有未经授权禁止复制或镜像", Kind.FOOTER),
            ("Copyright 2013 qingshi.com.cn", Kind.FOOTER),
            ("主办单位：青石镇", Kind.FOOTER),
            ("主管部门负责人：桥一定修好", Kind.TEXT),
            ("法律顾问:青石律师事务所律师 罗小满", Kind.FOOTER),
            ("青石网招聘启事 | 关于我们 | 广告服务 | 网站地图 " + "| 友情链接 " * 30, Kind.FOOTER),
            ("2013-10-22 09:16 桥通了。灯亮了", Kind.TEXT),
            ("工人们连夜架起了木栈道。", Kind.TEXT),
        ],
    )
    def test_by_example(self, text: str, kind: Kind) -> None:
        """Each kind, and sentences and headlines that use its words."""
        assert classify(text) is kind

    def test_lines(self) -> None:
        """White space is folded, blank lines are counted, marks that nobody sees are gone."""
        lines = read_lines("\ufeff一\xa0\xa0二\r\n\u3000\n\n\u200b三 \u2028四")
        assert [(line.text, line.blank_before) for line in lines] == [("一 二", 0), ("三", 2), ("四", 0)]


class TestOwnership:
    """
    A page's own rule says whose story it is.
    """

    def test_own_names(self) -> None:
        """The outlets in the first disclaimer; one that speaks of others names none."""
        assert own_names(["① 凡本网注明“稿件来源:青石网(包括青石日报、青石快报)”的文字,版权均属青石网所有。"]) == (
            "青石网",
            "青石日报",
            "青石快报",
        )
        assert own_names(["凡本网注明“来源：XX（非本网）”的作品，均转载自其它媒体。", "青石网版权所有"]) == ()

    def test_is_reprint(self) -> None:
        """Own, somebody else's, and no ground to say."""
        own = ("青石网", "青石日报")
        assert is_reprint("青石日报·要闻", own) is False
        assert is_reprint("白沙日报", own) is True
        assert is_reprint(None, own) is None
        assert is_reprint("白沙日报", ()) is None


class TestRegions:
    """
    Where the story ends, and what the lines around it belong to.
    """

    HEAD = "当前位置：\n青石网 > 要闻\n老桥重修竣工\n2013-10-22 09:16:01 来源：青石晚报\n"
    STORY = "老桥的石板一共三十六块，守桥人记得每一块的来历。\n拆的时候他在旁边编了号，一块也没有丢。\n"
    BODY = ("老桥的石板一共三十六块，守桥人记得每一块的来历。", "拆的时候他在旁边编了号，一块也没有丢。")

    def read(self, below: str) -> Article:
        """Read a page with something below its story, which must come back as it is."""
        article = read(f"{self.HEAD}\n{self.STORY}\n{below}")
        assert tuple(block.text for block in article.body) == self.BODY
        return article

    @pytest.mark.parametrize("credits", ["", "责任编辑：罗小满\n"])
    def test_comments_of_readers(self, credits: str) -> None:
        """Comments between the buttons of their box are comments, though they are sentences; the buttons are not."""
        article = self.read(
            f"{credits}我来说两句 共2条评论\n"
            "柳叶街老住户 2013-10-22 10:11 说：小时候天天从这座桥上过，石板缝里还捡到过硬币。\n"
            "过路人：桥修好了，什么时候把灯也换一换？\n用户名：  密码：  [注册]"
        )
        assert article.comments is not None
        assert (article.comments.count, article.comments.form) == (2, True)
        assert [(item.author, item.text[:4]) for item in article.comments.items] == [
            ("柳叶街老住户", "小时候天"),
            ("过路人", "桥修好了"),
        ]

    def test_keywords_below_their_label(self) -> None:
        """Label and words in two cells; a blank line between them parts them."""
        assert self.read("责任编辑：罗小满\n关键字：\n老桥 石板").keywords == ("老桥", "石板")
        assert self.read("关键字：\n老桥 石板").keywords == ("老桥", "石板")
        assert self.read("责任编辑：罗小满\n关键字：\n\n老桥 石板").keywords == ()

    @pytest.mark.parametrize("credits", ["", "责任编辑：罗小满\n"])
    @pytest.mark.parametrize("bullet", ["", "-", "·", "• "])
    def test_related_below_their_heading(self, credits: str, bullet: str) -> None:
        """With a heading, with bullets, or both; before the credits or after them."""
        titles = ["河口灯塔换上新灯", "柳叶街夜市搬进新址"]
        below = "".join(f"{bullet}{title}\n" for title in titles)
        assert [link.name for link in self.read(f"{credits}相关新闻\n{below}").related] == titles

    def test_bullets_right_below_the_story(self) -> None:
        """Two and more that read like headlines are links; a list of the story ends its items like sentences."""
        links = self.read("-河口灯塔换上新灯\n-柳叶街夜市搬进新址")
        assert [link.name for link in links.related] == ["河口灯塔换上新灯", "柳叶街夜市搬进新址"]
        article = read(f"{self.HEAD}{self.STORY}·第一块石板在桥北；\n·第二块石板在桥南。\n")
        assert len(article.body) == 4
        assert article.related == ()

    def test_a_date_that_signs_the_story(self) -> None:
        """A notice is signed by its date; the page is dated by its dateline."""
        article = read(f"{self.HEAD}{self.STORY}青石镇人民政府办公室\n2013年10月20日")
        assert [block.text for block in article.body][-1] == "2013年10月20日"
        assert str(article.timestamp) == "2013-10-22T09:16:01+08:00"

    def test_buttons_around_the_story(self) -> None:
        """Lone words above and below the running text are no story, whatever they are for."""
        article = read(f"{self.HEAD}网摘\n商城\n{self.STORY}手机看\n+1")
        assert tuple(block.text for block in article.body) == self.BODY

    def test_a_title_below_the_dateline(self) -> None:
        """Where nothing stands above the dateline, the headline stands below it."""
        article = read("作者：赵小满 文字大小：大 中 小\n2013-10-22 09:16:01\n老桥重修竣工侧记\n" + self.STORY)
        assert article.title == "老桥重修竣工侧记"
        assert tuple(block.text for block in article.body) == self.BODY

    def test_a_title_above_the_trail(self) -> None:
        """Where nothing stands between trail and dateline, the headline stands above the trail."""
        article = read("老桥重修竣工侧记\n" + self.HEAD.replace("老桥重修竣工\n", "") + self.STORY)
        assert article.title == "老桥重修竣工侧记"

    def test_a_source_above_the_title(self) -> None:
        """The line with the date divides headline and story, even if a labelled source stands higher up."""
        article = read("来源：青石晚报\n青石镇老桥重修竣工\n2013-10-22\n" + self.STORY)
        assert article.title == "青石镇老桥重修竣工"
        assert str(article.timestamp) == "2013-10-22"
        assert tuple(block.text for block in article.body) == self.BODY

    def test_a_short_story(self) -> None:
        """A verse or a caption below a dated headline is the story, without one long sentence."""
        article = read("老桥\n2013-10-22 09:16 青石晚报\n石板三十六块\n守桥人一个")
        assert article.text == "石板三十六块\n守桥人一个"

    def test_a_date_of_today_above_everything(self) -> None:
        """The site's own date above the menu does not date the story."""
        assert str(read("2013年10月23日 星期三\n" + self.HEAD + self.STORY).timestamp) == "2013-10-22T09:16:01+08:00"

    def test_a_clause_of_no_known_kind(self) -> None:
        """An item of the list of disclaimers is one, whatever it says."""
        first = "① 凡本网注明“稿件来源：青石网”的稿件，版权均属青石网所有。"
        below = f"青石网版权与免责声明：\n{first}\n② 投稿请寄青石镇柳叶街一号编辑部收。"
        assert [item.text[:1] for item in self.read(below).disclaimers] == ["①", "②"]


class TestRefusals:
    """
    Texts that are no article, and why.
    """

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("", "empty"),
            (" \n\xa0\u3000\n\u200b", "empty"),
            ("404错误信息\n抱歉，您访问的页面不存在。\n返回首页", "not_found"),
            ("老桥重修竣工\n2013-10-22 09:16:01\n登录后查看全文。", "login"),
            ("\n".join(f"第{place}座灯塔换上新灯" for place in "一二三四五六七"), "index"),
            ("<!DOCTYPE html>\n<html><body><p>老桥的石板一共三十六块。</p></body></html>", "no_article"),
            ("老桥重修竣工", "no_article"),
            ("2013-10-22 09:16:01 来源：青石晚报", "no_article"),
        ],
    )
    def test_reason(self, text: str, reason: str) -> None:
        """PageError says why, and carries the url."""
        with pytest.raises(PageError) as caught:
            read(text, url="https://news.qingshi.com.cn/a.htm")
        assert caught.value.reason == reason
        assert caught.value.url == "https://news.qingshi.com.cn/a.htm"
        assert caught.value.message


class TestArguments:
    """
    What the caller knows besides the text.
    """

    def test_url(self) -> None:
        """It decides host and site, whatever the page prints; the canonical one has no page number."""
        text = "老桥重修竣工\nnews.qingshi.com.cn 2013年10月22日 09:16 来源：杭州日报\n老桥的石板一共三十六块。"
        url = "http://money.hangzhou.com.cn/content/2013-10/22/content_1_2.htm"
        article = read(text, url=url)
        assert (article.url, article.host, article.site) == (url, "money.hangzhou.com.cn", "hangzhou")
        assert article.canonical_url == "http://money.hangzhou.com.cn/content/2013-10/22/content_1.htm"
        assert article.is_reprint is False
        assert read(text).site == "generic"

    def test_reference(self) -> None:
        """A time without a year is read against it, and left out without it."""
        text = "老桥重修竣工\n10-22 09:16 来源：青石晚报\n老桥的石板一共三十六块。"
        assert read(text).timestamp is None
        seen = datetime(2013, 10, 23, tzinfo=timezone(timedelta(hours=8)))
        assert str(read(text, reference=seen).timestamp) == "2013-10-22T09:16+08:00"

    def test_updated(self) -> None:
        """Where a page prints both, the earlier is the publication; where it prints only the later, that is."""
        both = "老桥重修竣工\n发布时间：2013-10-22 09:16 更新时间：2013-10-22 11:02\n老桥的石板一共三十六块。"
        article = read(both)
        assert (str(article.timestamp), str(article.updated)) == ("2013-10-22T09:16+08:00", "2013-10-22T11:02+08:00")
        one = read(both.replace("发布时间：2013-10-22 09:16 ", ""))
        assert (str(one.timestamp), one.updated) == ("2013-10-22T11:02+08:00", None)

    def test_pages(self) -> None:
        """Which page of how many, where both are printed; a bare row of numbers does not say which this is."""
        text = "老桥重修竣工\n2013-10-22 09:16\n老桥的石板一共三十六块。\n{}"
        paged = read(text.format("第2页 共3页")).pagination
        assert paged is not None and (paged.page, paged.pages) == (2, 3)
        assert read(text.format("上一页 1 2 3 下一页")).pagination is None


def facts(article: Article) -> dict[str, object]:
    """
    Return an article in the form of the seed's expected values.
    """
    assert article.timestamp and article.source and article.comments and article.footer
    return {
        "site": article.site,
        "url": article.url,
        "host": article.host,
        "language": article.language,
        "kicker": article.kicker,
        "title": article.title,
        "subtitle": article.subtitle,
        "breadcrumb": [step.name for step in article.breadcrumb],
        "timestamp": str(article.timestamp),
        "weekday": article.timestamp.weekday,
        "source": article.source.name,
        "byline": article.byline,
        "authors": [{"name": person.name, "role": person.role} for person in article.authors],
        "editors": [{"name": person.name, "role": person.role} for person in article.editors],
        "body": [{"kind": block.kind, "text": block.text} for block in article.body],
        "comments": {
            "count": article.comments.count,
            "url": article.comments.url,
            "items": list(article.comments.items),
            "form": article.comments.form,
        },
        "disclaimers": [{"kind": item.kind, "text": item.text} for item in article.disclaimers],
        "keywords": list(article.keywords),
        "related": [link.name for link in article.related],
        "is_reprint": article.is_reprint,
        "footer": {
            "licences": list(article.footer.licences),
            "owner": article.footer.owner,
            "counsel": article.footer.counsel,
        },
    }


@pytest.mark.corpus
class TestSeed:
    """
    The page that the project began with.
    """

    @pytest.fixture
    def seed(self, corpus: Path) -> tuple[str, dict[str, object]]:
        """The text, and every field of it."""
        folder = corpus / "seed"
        expected = json.loads((folder / "hangzhou-2013.expected.json").read_text("utf-8"))
        return (folder / "hangzhou-2013.txt").read_text("utf-8"), expected

    def test_every_field(self, seed: tuple[str, dict[str, object]]) -> None:
        """Equal, each of them, and nothing of the page's own words in the body."""
        text, expected = seed
        article = read(text)
        found = facts(article)
        outside = expected["not_in_body"]
        assert isinstance(outside, list) and outside
        assert {name: value for name, value in expected.items() if name != "not_in_body"} == found
        assert [words for words in outside if words in article.text] == []

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("\n", "\r\n"),
            ("\n\n", "\n"),
            ("  ", "\u3000\u3000"),
            ("\xa0", " "),
            ("当前位置\n", "当前位置：\n"),
            ("当前位置\n", "首页 新闻 财经 体育\n设为首页 加入收藏\n当前位置\n"),
            (":", "："),
        ],
    )
    def test_variations(self, seed: tuple[str, dict[str, object]], old: str, new: str) -> None:
        """What says nothing changes nothing: line ends, blanks, a menu above, the width of colons."""
        text, _ = seed
        changed = text.replace(old, new).replace("09：16：01", "09:16:01")
        assert changed != text
        expected = {name: _narrow(value) for name, value in facts(read(text)).items()}
        assert {name: _narrow(value) for name, value in facts(read(changed)).items()} == expected


def _narrow(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("：", ":")


class TestDocumentation:
    """
    docs/text-pages.md says what is so.
    """

    def test_example(self) -> None:
        """Its example runs, and says what the page says that it says."""
        page = (Path(__file__).parent.parent / "docs" / "text-pages.md").read_text("utf-8")
        example = page.split("```python\n", 1)[1].split("```", 1)[0]
        names: dict[str, Article] = {}
        exec(compile(example, "text-pages.md", "exec"), names)
        article = names["article"]
        assert article.title == "白沙湾渡轮停航三天"
        assert str(article.timestamp) == "2013-10-22T09:16:01+08:00"
        assert [block.kind for block in article.body] == ["paragraph", "crosshead", "paragraph"]

    def test_its_limit(self) -> None:
        """A forgotten full stop in a sentence without any mark of one is taken for a crosshead."""
        assert mark_crossheads([f"{_LEAD}果农找来三条船。桥面重新铺好", _NEXT])[1] == ("桥面重新铺好", True)
