"""
Disclaimers, notices, headings of related stories, captions.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.fields.disclaimers import (
    is_boilerplate,
    is_caption_line,
    is_disclaimer,
    is_related_heading,
    photo_credit,
    split_disclaimers,
)
from newsparse.model import Disclaimer

COPYRIGHT = "① 凡本网注明“稿件来源:青石网”的所有文字和图片,版权均属青石网所有,任何媒体未经本网协议授权不得转载。"
REPRINT = "② 本网未注明“稿件来源:青石网”的文/图等稿件均为转载稿,转载出于传递更多信息之目的。"
CONTACT = "③ 如本网转载稿涉及版权等问题,请作者在两周内速来电或来函与青石网联系。"


class TestIsDisclaimer:
    """``is_disclaimer``."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            (COPYRIGHT, "copyright"),
            (REPRINT, "reprint"),
            (CONTACT, "contact"),
            ("青石声明：青石登载此文出于传递更多信息之目的，并不意味着赞同其观点。", "reprint"),
            ("凡标注来源为“青石网”的文字、图片稿件，版权均属青石报社，未获书面授权，不得以任何形式刊载。", "copyright"),
            ("【免责声明】本文仅代表作者本人观点，与青石网无关。", "liability"),
            ("特别声明：以上内容为自媒体平台用户上传并发布，本平台仅提供信息存储服务。", "liability"),
            ("青石声明：数据仅供参考，并不构成投资建议。投资者据此操作，风险自担。", "advice"),
            ("青石网(青石传媒有限公司)版权所有未经授权禁止复制或镜像", "copyright"),
            ("青 石 网 版 权 所 有, 未 经 书 面 授 权 禁 止 使 用", "copyright"),
            ("今石傳媒(股)公司版權所有，非經授權，不許轉載本網站內容", "copyright"),
            ("转载请注明出处：青石科技", "copyright"),
            ("[青石游戏原创 未经授权请勿转载]", "copyright"),
        ],
    )
    def test_names_the_kind(self, text: str, kind: str) -> None:
        """The clause decides."""
        assert is_disclaimer(text) == kind

    @pytest.mark.parametrize(
        "text",
        [
            "河水一夜涨了三米。",
            "柯石公司称，未经授权使用其技术却没有补偿，会阻碍创新。",
            "苹石公司声明称，供应链中的每个人都应该得到尊重。",
            "法院认为，版权归作曲家所有，网站应当赔偿。",
            "专家表示，“文章不构成侵权，转载也要注明出处。”",
            "青石网版权所有",
            "关于我们 | 版权声明 | 联系我们",
            "美国参议院通过国防授权法案",
        ],
    )
    def test_story_and_footer_are_none(self, text: str) -> None:
        """Sentences about copyright, and a footer's owner line, are no disclaimers."""
        assert is_disclaimer(text) is None


class TestSplitDisclaimers:
    """``split_disclaimers``."""

    def test_an_item_each_without_the_heading(self) -> None:
        """Numbered items are disclaimers in their order; what announces them is none."""
        assert split_disclaimers(["青石网版权与免责声明:", COPYRIGHT, REPRINT, CONTACT, "关键字:"]) == (
            Disclaimer("copyright", COPYRIGHT),
            Disclaimer("reprint", REPRINT),
            Disclaimer("contact", CONTACT),
        )

    def test_items_on_one_line(self) -> None:
        """Items that share a line are parted at their numbers."""
        assert [item.text for item in split_disclaimers([f"{COPYRIGHT} {REPRINT}"])] == [COPYRIGHT, REPRINT]

    def test_an_item_is_a_disclaimer_whatever_it_says(self) -> None:
        """An item of the list that has no clause of its own is kept."""
        assert split_disclaimers(["② 本网欢迎各类媒体与本网进行长期的内容合作。联系方式："])[0].kind == "contact"

    def test_the_owners_line_is_cut_off(self) -> None:
        """What a footer sets behind the disclaimer is not part of it."""
        line = "今石傳媒版權所有，非經授權，不許轉載本網站內容 © 2012 Jinshi.com. All Rights Reserved."
        assert [item.text for item in split_disclaimers([line])] == ["今石傳媒版權所有，非經授權，不許轉載本網站內容"]

    def test_nothing(self) -> None:
        """Lines of the story give none."""
        assert split_disclaimers(["河水涨了。", "", "声明："]) == ()


class TestIsBoilerplate:
    """``is_boilerplate``."""

    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("（原标题：河水涨了）", "original_title"),
            ("本文原标题：《河水涨了》", "original_title"),
            ("读者评论 0", "comments"),
            ("青石新闻报料：0571-8000-0000 青石新闻，未经授权不得转载", "contact"),
            ("分享到：", "share"),
            ("长按识别二维码，关注我们", "qr"),
            ("关注青石网官方微博", "follow"),
            ("下载青石新闻客户端", "app"),
            ("返回搜狐，查看更多", "read_more"),
            ("(接下一頁)", "read_more"),
            ("- THE END -", "end"),
            ("（完）", "end"),
            ("标签：河水 渔船", "tags"),
            ("【字号：大 中 小】【打印】【关闭】", "print"),
            ("我来说两句(0)", "comments"),
            ("0人参与 0条评论", "comments"),
            ("【2012/01/16 青石報】@ http://qingshi.tw/", "edition"),
            ("上一页 1 2 3 下一页", "pager"),
            ("【相关阅读】", "related"),
        ],
    )
    def test_names_the_kind(self, text: str, kind: str) -> None:
        """A whole line that a site adds."""
        assert is_boilerplate(text) == kind

    @pytest.mark.parametrize(
        "text",
        [
            "关注点多与所学专业相关",
            "河水涨了，打印店老板把机器搬上了楼。",
            "他评论说，这条河从来没有这么高过。",
            "1",
            "官方微博：青石游戏运营组 https://example.com/u/1",
            "点击量最高的是一张渔船的照片。",
            "城市设计：让河边的人更多地走路",
        ],
    )
    def test_story_is_none(self, text: str) -> None:
        """A sentence that has such words stays in the story."""
        assert is_boilerplate(text) is None

    @pytest.mark.parametrize(
        "text", ["1" * 58 + "下一页x", "12 " * 18 + "下一页x", "字号大中小打印" * 9 + "阅读x", "评论" * 39]
    )
    def test_a_line_that_fails_fails_at_once(self, text: str) -> None:
        """Repeated words and numbers do not make the patterns try every way to part them."""
        assert is_boilerplate(text) is None

    def test_a_long_original_title(self) -> None:
        """原标题 may be longer than other notices."""
        assert is_boilerplate("原标题：" + "河水涨了三米，" * 14) == "original_title"

    @given(st.text(alphabet="分享打印相关阅读评论大中小12 /｜【】（）下一页关注", max_size=80))
    def test_ends_in_time(self, text: str) -> None:
        """No line makes the patterns run away."""
        assert is_boilerplate(text) in {
            None, "share", "print", "related", "comments", "pager", "read_more", "follow", "tags", "app", "qr",
            "contact", "advert", "end", "edition", "original_title",
        }  # fmt: skip


class TestIsRelatedHeading:
    """``is_related_heading``."""

    @pytest.mark.parametrize(
        "text",
        [
            "相关阅读", "【延伸閱讀】", ">>相关新闻：", "推荐阅读", "相關新聞：", "热门文章", "新闻链接：", "相关内容 ▼", "猜你喜欢\u2003",
            "— 热点推荐 —", "新聞回顧", "排行榜", "大家都在看↓", "您可能感兴趣", "好友新聞分享",
        ],
    )  # fmt: skip
    def test_headings(self, text: str) -> None:
        """What stands above a list of other stories."""
        assert is_related_heading(text)

    @pytest.mark.parametrize("text", ["相关部门回应", "此前报道的三家企业", "推荐信", "河水涨了"])
    def test_other_lines(self, text: str) -> None:
        """Crossheads of the story are none."""
        assert not is_related_heading(text)


class TestCaptions:
    """``is_caption_line`` and ``photo_credit``."""

    @pytest.mark.parametrize(
        ("text", "credit"),
        [
            ("图为雨后的青石桥。", None),
            ("△雨后的青石桥。（青石记者张小宇拍摄）", "青石记者张小宇"),
            ("图注：雨后的青石桥", None),
            ("上图：新版的窗口", None),
            ("图片来源：青石图库", "青石图库"),
            ("2月18日，雨后的青石桥。青石社记者 杜小洋 摄", "青石社记者 杜小洋"),
            ("(鸟瞰青石桥。彭小宗 摄)", "彭小宗"),
            ("雨後的青石橋。 記者陳小嘉／攝影", "記者陳小嘉"),
            ("青石博物馆供图", "青石博物馆"),
            ("（制图/谭小元）", "谭小元"),
            ("（图据网友）", "网友"),
            ("（图片来源于网络）", "网络"),
            ("△渡口旧桥（资料图）", None),
            ("车间里的信号灯 华灯图片", "华灯"),
            ("青石日报记者 杜小洋 供图", "青石日报记者 杜小洋"),
        ],
    )
    def test_a_caption_and_its_credit(self, text: str, credit: str | None) -> None:
        """The credit is printed without brackets and without 摄."""
        assert is_caption_line(text)
        assert photo_credit(text) == credit

    @pytest.mark.parametrize(
        "text",
        [
            "河水一夜涨了三米，城里的人都上了桥。",
            "二、新版界面截图",
            "他拿起相机，拍摄了整整一夜。",
            "▲▲▲",
            "图书馆关门了。",
            "责任编辑：张小满",
        ],
    )
    def test_story_is_none(self, text: str) -> None:
        """Lines of the story describe no picture."""
        assert not is_caption_line(text)
        assert photo_credit(text) is None


def test_what_is_glued_behind_is_no_disclaimer() -> None:
    """Buttons and places follow the last sentence."""
    text = "以上内容为用户上传并发布，仅代表发帖用户观点。"
    for glued in ("商务合作", "发表于青石市", ""):
        assert [item.text for item in split_disclaimers([text + glued])] == [text]
