"""
What is asked first, because it is cheap, never says no where the pattern behind it says yes.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.fields import comments, credits, datelines, dates, pages, segments, sources, titles
from newsparse.generic import around, keywords, trails
from newsparse.vocabulary import mastheads
from newsparse.vocabulary.datelines import OPENINGS, Opening
from newsparse.vocabulary.signs import ANY_LABEL, says
from newsparse.vocabulary.sources import TAILS, Tail


def drawn(*pieces: str) -> st.SearchStrategy[str]:
    """Draw texts of these pieces, mostly, with others among them."""
    return st.lists(st.sampled_from(pieces) | st.text("甲乙a1 ，。", max_size=3), max_size=9).map("".join)


FOOTERS = drawn(
    "京", "津 ", "ICP", "备", "证", "12345678", "号", "-1", "B2-", "20090059", " ", "\u3000", "网文", "[2015]", "0123-012号", "许可证", "：", "公网安备",
    "11010502000001", "青石公司", "（青石某某公司）", "版权所有", "版權所有", "集团", "A1-",
)  # fmt: skip
LINES = drawn(
    "2024", "-", "/", "年3月", "18日", " ", "09:30", "3小时前", "今天", "(", ")", "民國", "二〇一二年", "２０１２", "星期三", "10-22", "19年", "来源", "：",
)  # fmt: skip
CREDITS = drawn(
    *(label for label in segments._ROLES if len(label) < 4), "：", ":", " ", "/", "|", "】", "【", "(", ",", "张小满", "青石网", "，",
)  # fmt: skip


@given(FOOTERS)
def test_licences(text: str) -> None:
    """Licences are those that a search of the whole text finds; whoever is its owner may be named."""
    assert pages._licences(text) == tuple(dict.fromkeys(word.strip() for word in pages._LICENCE.findall(text)))
    assert pages._names_owner(text) or not pages._OWNER.search(text)


@given(drawn(*"电電讯訊消息报報道導导社网記记者整理編譯〔】（）(]／/ \u3000", "4月5日", "张小满", "青石", "北京", "中心"))
def test_openings(text: str) -> None:
    """A dateline holds what its kind must hold."""
    for name, hint, pattern in datelines._OPENINGS:
        words = datelines._HINTS[hint]
        assert not words or any(word in text for word in words) or not pattern.match(text), name


@pytest.mark.parametrize("entry", OPENINGS, ids=lambda entry: entry.name)
def test_example_of_opening(entry: Opening) -> None:
    """So does the example."""
    assert not entry.holds or any(word in entry.example for word in entry.holds)


@given(drawn(*sources.TAIL_CHARACTERS, *"手机转发本文有人与条论来说两句错体文大中小\\s数：", "A", "2012年", "网编："))
def test_tails(text: str) -> None:
    """Where the page speaks behind a source stands one of the characters that tell."""
    for tail, character in ((sources._TAIL, sources._TAIL_CHARACTER), (segments._TAIL, segments._TAIL_CHARACTER)):
        assert character.search(text) or not tail.search(text)


@pytest.mark.parametrize("entry", TAILS, ids=lambda entry: entry.example)
def test_example_of_tail(entry: Tail) -> None:
    """So it does in the example."""
    assert sources._TAIL_CHARACTER.search(entry.example)


@given(CREDITS)
def test_labels(text: str) -> None:
    """A line has labelled parts only where it has the sign of labels, and where one is joined to its value or needs no joint."""
    marks = [segments._mark(text, match, None) for match in segments._SCAN.finditer(text)]
    joined = text.startswith(segments._GLUED) or segments._JOINED.search(text) or segments._NAMING.search(text)
    assert joined or not any(marks)
    assert says(text, ANY_LABEL) or not any(marks)


@given(LINES)
def test_one_date(text: str) -> None:
    """A line with one date is read once, and loses what all dates of it say."""
    found = dates._numeric(text) if dates._SIGNS.search(text) else None
    if found and dates._alone(text, *found[1:]):
        assert [found] == [*dates.find_timestamps(text)]


@given(drawn("我要评论", "网友评论", "随时随地", "手机看", "收藏本文", "字号", "文字大小", "分享", "打印", "【字", "】", "[转载]", "人气", "阅读", "参与互动"))
def test_chrome(text: str) -> None:
    """What a page says among the credits has one of the characters that tell."""
    assert credits._CHROME_CHARACTER.search(text) or not credits._CHROME.search(text)


@given(drawn("频道", "要闻", "版", "新闻", "中心", "专题", "新浪", "BBC", "《", "》", "36氪", "网"))
def test_mastheads(text: str) -> None:
    """Sections end, and known outlets begin, with one of the characters that tell."""
    assert text[-1:] in mastheads._SECTION_LAST or not mastheads._SECTION.fullmatch(text)
    assert text.lstrip("《")[:1] in mastheads._FIRST or not mastheads._NAMED.fullmatch(text) or not text.startswith(mastheads._OPENS)


@given(drawn("tag", "s", "keyword", "key-word", "biaoqian", "topic", "crumb", "location", "path", "-", "_", " ", "lead", "intro", "desc", "guide", "summary", "kw", "/", "="))
def test_names(name: str) -> None:
    """Names and addresses hold one of the words that a page is looked through for."""
    for pattern, words in (
        (keywords._KEYWORD_NAME, keywords._NAME_WORDS),
        (keywords._KEYWORD_ADDRESS, keywords._ADDRESS_WORDS),
        (trails._TRAIL_NAME, trails._NAME_WORDS),
        (around._LEAD_NAME, around._LEAD_WORDS),
    ):
        assert any(word in name for word in words) or not pattern.search(name)


@given(drawn("摘要", "摘 要", "导读", "核心提示", "内容提要", "【", "】", "："))
def test_lead(text: str) -> None:
    """The label of a summary opens with one of the characters that tell."""
    assert text.startswith(around._LEAD_OPENS) or not around._LEAD_LABEL.match(text)


@given(drawn("共有", "12", "３", "条", "评论", "(", ")", "暂无", "留言", "参与", "万", "comments"))
def test_counts(text: str) -> None:
    """A number of comments has digits."""
    assert comments._DIGIT.search(text) or not any(pattern.search(text) for pattern in (*comments._COUNT, comments._BARE))


@given(drawn("_", "-", " - ", "|", "—", "——", " :: ", ">", "«", "丨", " · ", "青石网", "Qingshi", "新闻", "\u200b", "\xad", "－"))
def test_titles(text: str) -> None:
    """A title is split as one search of all of it splits it; what nobody sees is dropped."""
    assert titles._parts(text) == titles._SPLIT.split(text)
    assert titles._visible(text) == titles._INVISIBLE.sub("", text)


@given(drawn("原创", "转载", "置顶", "标题", "標題", " ", "：", "第", "2", "页", "(3)", "_"))
def test_badges(text: str) -> None:
    """A badge opens with one of its words, and the number of a page has its signs."""
    assert text.startswith(titles._BADGES) or not titles._BADGE.search(text)
    assert "第" in text or "(" in text or "（" in text or not titles._PAGE.search(text)


@given(drawn("返回搜狐，查看更多", "返回", "首页", ">", "（接下一页）", "点击查看更多", "责任编辑：", "）", "展开全文", ">>", "”", " "))
def test_glued(text: str) -> None:
    """What a site glues to a paragraph ends as it must, and is found in the paragraph's end."""
    glued = text.endswith(credits._GLUED_ENDS) and credits._is_glued(text[-credits._LONGEST_GLUED :])
    assert glued or not credits.GLUED_TAIL.search(text) or text[-1:] in " \"”"


@given(LINES)
def test_clock_before(text: str) -> None:
    """A clock before a date has a digit."""
    assert dates._DIGIT.search(text) or not dates._CLOCK_BEFORE.search(text)
