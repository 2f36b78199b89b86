"""
Pages that survive only as rendered text: what is written by rule is read back, and one real page in full.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.errors import REASONS, PageError
from newsparse.model import Article, Comments, Crosshead, Image, Paragraph, Person
from newsparse.textpage import read
from newsparse.textpage.crossheads import mark_crossheads
from newsparse.textpage.headings import read_headings
from newsparse.textpage.kinds import Kind, classify
from newsparse.textpage.lines import read_lines
from newsparse.textpage.ownership import is_reprint, own_names
from tests.text_pages import Story, Style, credited, printed, render, stories, styles

HANGZHOU = ("杭州网", "money.hangzhou.com.cn")
ELSEWHERE = ("青石网", "news.qingshi.com.cn")


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

    @given(st.lists(st.sampled_from((
        "当前位置", "财经频道>> 要闻", "关键字：", "我也来说两句: 3条评论", "2013年10月22日 09:16:01", "来源：青石晚报", "责任编辑：罗小满",
        "青石网版权与免责声明：", "① 凡本网注明来源的稿件，版权均属青石网所有。", "相关阅读", "-老桥重修竣工的前前后后", "青石镇老桥重修竣工",
        "工人们连夜架起了木栈道，街口的灯换成了暖黄色。", "Copyright © 青石网", "上一页 1 2 3 下一页", "404错误信息", "<html>", "。", "？", "\xa0",
    )), max_size=14))  # fmt: skip
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
