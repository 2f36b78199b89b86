"""
Signs say which lines are worth asking: no line that a reader knows may be without its sign.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from newsparse.document import walks
from newsparse.document.signs import Signs
from newsparse.extract.signs import SIGNS
from newsparse.fields.disclaimers import is_boilerplate, is_caption_line, is_disclaimer, is_related_heading
from newsparse.fields.segments import segment
from newsparse.generic import region, story
from newsparse.vocabulary.boilerplate import CAPTIONS, NOTICE_OPENINGS, NOTICES, RELATED_HEADINGS, TAKEN_BY, Notice
from newsparse.vocabulary.credits import LABELS
from newsparse.vocabulary.disclaimers import CLAUSES, Clause
from newsparse.vocabulary.signs import ANY_LABEL, APPEAL, CLASSES, END, LOOSE, NOTICE, RELATED, SHORT_NOTICE, says

_ENTRIES = (*NOTICES, *RELATED_HEADINGS, *CAPTIONS, *TAKEN_BY, *CLAUSES)
_LINES = tuple(dict.fromkeys(text for entry in _ENTRIES for text in (entry.example, *entry.counter_examples)))

#: Lines that end a story, and appeals to the site's readers, one for every branch of their patterns.
_ENDS = (
    "不喜欢", "减少或屏蔽此类内容", "举报", "网友评论(3)", "全部評論", "最新跟帖 12", "热门跟贴", "查看留言", "评论列表", "我来说两句", "我也来说两句",
    "版权声明", "版权所有", "版權聲明", "版權所有", "免责声明", "免責聲明", "Copyright", "copyright 2012", "© 2012", "上一篇", "下一篇：桥", "網友評論",
    "读者评论", "熱門點閱", "热门点阅", "热门评论", "发表评论", "我要评论", "全部评论", "相关新闻", "相关专题", "相關報導", "延伸阅读", "延伸閱讀",
    "推荐阅读", "猜你喜欢", "热门推荐", "分享到", "分享至",
)  # fmt: skip
_APPEALS = (
    "下载青石新闻APP", "打开青石應用", "加入青石日报的微信群", "脸书专页：青石报", "歡迎關注我們的臉書粉絲專頁", "LINE 分享", "扫描二维码", "長按訂閱電子報",
    "诚邀读者投稿", "歡迎來信爆料", "请将照片发给我们", "請將稿件邮件至青石报", "【投稿】", "解锁会员专享", "All Rights Reserved", "青ICP备05000001号",
    "版权所有 青石网", "版權所有 青石網", "分享给朋友", "加载中", "请稍候", "刷新本页", "下一篇", "上一篇",
)  # fmt: skip


@pytest.mark.parametrize("text", _LINES)
def test_says_the_same_with_signs(text: str) -> None:
    """A reader that is told a line's signs says what it says when it looks for itself."""
    signs = SIGNS.of(text)
    for read in (is_boilerplate, is_disclaimer, is_caption_line, is_related_heading):
        assert read(text, signs) == read(text)


@pytest.mark.parametrize("entry", (*NOTICES, *RELATED_HEADINGS), ids=lambda entry: f"{entry.kind}-{entry.example[:8]}")
@settings(max_examples=20)
@given(data=st.data())
def test_notices(entry: Notice, data: st.DataObject) -> None:
    """Whatever the pattern of a notice matches holds one of the words without which it would not be tried."""
    # Strings cannot be drawn from a pattern that looks around or forgets its way back.
    plain = re.sub(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)", "", entry.pattern.replace("(?>", "(?:"))
    text = data.draw(st.from_regex(plain, fullmatch=True)).strip()
    if re.fullmatch(entry.pattern, text):
        signs = SIGNS.of(text)
        assert signs & (RELATED if entry in RELATED_HEADINGS else NOTICE | SHORT_NOTICE) or text.startswith(("文", "图", "圖"))
        assert entry in RELATED_HEADINGS or (signs & LOOSE if entry.loose else text[0] in NOTICE_OPENINGS or text[0].isdecimal())


@pytest.mark.parametrize("entry", [entry for entry in (*CLAUSES, *TAKEN_BY) if entry.holds], ids=lambda entry: f"{entry.kind}-{entry.example[:8]}")
@settings(max_examples=20)
@given(data=st.data())
def test_held_words(entry: Clause | Notice, data: st.DataObject) -> None:
    """Whatever a pattern matches holds one of the words without which it would not be tried."""
    plain = re.sub(r"\(\?<?[=!](?:[^()]|\([^()]*\))*\)", "", entry.pattern)
    text = data.draw(st.from_regex(plain, fullmatch=True))
    assert any(word in text for word in entry.holds)
    assert any(word in entry.example for word in entry.holds)


@pytest.mark.parametrize("entry", LABELS, ids=lambda entry: f"{entry.role}-{entry.labels[0]}")
def test_labels(entry: object) -> None:
    """Every word that may label a value is a sign of labels."""
    assert all(says(label, ANY_LABEL, SIGNS.of(f"青石{label}：")) for label in entry.labels)  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", _ENDS)
def test_ends(text: str) -> None:
    """A line below which there is no more of the story has a sign of it."""
    assert region._BREAK.match(text) or story._ENDS.match(text) or is_related_heading(text)
    assert SIGNS.of(text) & (END | RELATED)


@pytest.mark.parametrize("text", _APPEALS)
def test_appeals(text: str) -> None:
    """An appeal to the site's readers has a sign of it."""
    assert story._APPEAL.search(text)
    assert SIGNS.of(text) & APPEAL


@given(st.text("来源编辑记者作者:：/| 责任通讯员图文年月1 。，张三相关阅读版权所有分享下载", max_size=30))
def test_drawn_lines(text: str) -> None:
    """Lines drawn from the characters of credits, notices and headings."""
    signs = SIGNS.of(text)
    for read in (is_boilerplate, is_disclaimer, is_caption_line, is_related_heading):
        assert not text or read(text, signs) == read(text)
    assert signs & ANY_LABEL or not segment(text)
    assert signs & APPEAL or not story._APPEAL.search(text)
    assert signs & END or not (story._ENDS.match(text) or region._BREAK.match(text))


#: Characters of one to four bytes, few enough that words are often found.
_FEW = "ab1 é文字。，😀"


@pytest.mark.skipif(walks.native is None, reason="newsparse.document._native is not built")
@given(st.lists(st.lists(st.text(_FEW, min_size=1, max_size=5).filter(lambda word: word[0] != "😀"), max_size=6), max_size=5), st.text(_FEW, max_size=40))
@example([["文"], ["文字"], ["文字。，文字。，文字"], ["ab"]], "ab文字。，文字。，文字")
def test_compiled(classes: list[list[str]], text: str) -> None:
    """The extension finds the words that Python finds."""
    signs = Signs(classes)
    sheet = walks.walk(LexborHTMLParser(f"<p>{text}").body, signs)
    assert [sheet.signs(number) for number in range(len(sheet.lines))] == [signs.of(line.text) for line in sheet.lines]


def test_classes_fit() -> None:
    """There are no more classes than bits, and no empty word among them."""
    assert len(CLASSES) <= 64
    assert all(word for words in CLASSES for word in words)
