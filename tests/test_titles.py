"""
Titles of headings and of ``<title>``.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.fields.titles import common_title, read_title, strip_site_suffix


class TestReadTitle:
    """``read_title``."""

    @pytest.mark.parametrize(
        ("text", "title"),
        [
            ("  河水一夜\n\t涨了　三米 ", "河水一夜 涨了 三米"),
            ("\u200b河水涨了\ufeff", "河水涨了"),
            ("原创 河水涨了", "河水涨了"),
            ("原创力量从哪里来", "原创力量从哪里来"),
            ("[视频]河水涨了", "[视频]河水涨了"),
            ("【看河】河水涨了(图)", "【看河】河水涨了(图)"),
            ("河水 小心上岸 【11:25】", "河水 小心上岸"),
            ("河水漲了 (第1頁/共2頁)", "河水漲了"),
            (" \xa0 ", None),
            ("", None),
        ],
    )
    def test_folds_and_takes_off_badges(self, text: str, title: str | None) -> None:
        """Blanks are folded; only what the page adds goes, what the desk wrote stays."""
        assert read_title(text) == title


class TestStripSiteSuffix:
    """``strip_site_suffix``."""

    @pytest.mark.parametrize(
        "suffix",
        [
            "_青石网", "-青石网", " - 青石网", "――青石网", "--时政--青石网", "_新浪财经_新浪网", " - 青石辟谣网_青石网",
            "-财经频道-青石网",
            "｜生活萬象｜青石樂活｜青石電子報", " | 兩岸焦點 | 兩岸 | 青石日報", "_国际新闻_腾讯网", " _探索者 _青石网",
            " - 新华社会 - 新华网", "-业界-IT评论", "_政务_澎湃新闻-The Paper", " - BBC News 中文", "_尼罗河_季风_渔船",
            "|渔船|季风|桥_新浪新闻", "_广州站_凤凰网", " – DW – 2024年12月19日", "-新闻频道-青石网", " -- 国内 -- 青石信息网-立足青石，服务水产",
            " - 青石網 - Headline Qingshi Town",
        ],
    )  # fmt: skip
    def test_takes_off_outlet_sections_and_tags(self, suffix: str) -> None:
        """What follows the title is the site's, however it is joined."""
        assert strip_site_suffix("河水一夜涨了三米 渔船上了桥" + suffix) == "河水一夜涨了三米 渔船上了桥"

    @pytest.mark.parametrize(
        "title",
        [
            "河水一夜涨了三米",
            "2:1-河畔队险胜",
            "F-35战机首飞 美军称",
            "中超-国安2-1申花 比分逆转",
            "西班牙-意大利-法国三国游记",
            "下周起_限行",
            "河边做法登上 人民日报",
            "新华网评：春天来了",
            "深度|一条河的下半生",
            "",
        ],
    )
    def test_keeps_a_title_that_merely_has_joints(self, title: str) -> None:
        """A hyphen, an underscore or an outlet in the title is no suffix."""
        assert strip_site_suffix(title) == title

    def test_keeps_the_hyphens_before_the_suffix(self) -> None:
        """Only the outlet goes where the title itself is hyphenated."""
        assert strip_site_suffix("科比-布莱恩特宣布退役-青石网") == "科比-布莱恩特宣布退役"

    def test_takes_off_the_tags_of_a_comma_list(self) -> None:
        """Tags joined by commas stand between title and outlet."""
        assert strip_site_suffix("河水一夜涨了三米-河水,三米,渔船,-青石评论-青石网") == "河水一夜涨了三米"

    def test_takes_off_an_outlet_in_front(self) -> None:
        """Some sites put themselves first."""
        assert strip_site_suffix("千河网--千河财富--河水一夜涨了三米 渔船上桥") == "河水一夜涨了三米 渔船上桥"
        assert strip_site_suffix("都市快报-今天下雪了大家注意保暖") == "今天下雪了大家注意保暖"

    def test_the_sites_own_name_helps(self) -> None:
        """A name that only a blank parts from the title goes where the page says that it is the site's."""
        assert strip_site_suffix("青石厂独揽两项大奖 质量监督 南岸网", "南岸网") == "青石厂独揽两项大奖"
        assert strip_site_suffix("河水一夜涨了三米 - 河畔旅人", "河畔旅人") == "河水一夜涨了三米"

    def test_an_outlet_alone_is_no_title(self) -> None:
        """A ``<title>`` that only names the site holds no title."""
        assert strip_site_suffix("青石网") == ""

    @given(st.text(alphabet="河水涨了一夜网报-_|｜—– 新浪频道，", max_size=40))
    def test_only_takes_away(self, title: str) -> None:
        """What is left is a part of the title, or the title with its blanks folded."""
        assert strip_site_suffix(title) in " ".join(title.split()).replace("\xa0", " ")


class TestCommonTitle:
    """``common_title``."""

    @pytest.mark.parametrize(
        ("tag", "heading"),
        [
            ("“河水”涨了三米_青石网", '"河水" 涨了三米'),
            ("河水一夜涨了三米！渔船全都上了桥，真的 - 青石网", "河水一夜涨了三米！渔船全都..."),
            ("河水涨了：ＡＢＣ", "河水涨了:ABC"),
            ("河水一夜涨了三米，渔船与货船上了桥吗？ - 青石网", "河水一夜涨了三米，渔船上了桥吗？"),
        ],
    )
    def test_same_story(self, tag: str, heading: str) -> None:
        """Width, quotes, blanks, cuts and small differences do not matter."""
        assert common_title(tag, heading)

    @pytest.mark.parametrize(
        ("tag", "heading"),
        [("青石网", "河水一夜涨了三米"), ("", "河水"), ("河水涨了三米", ""), ("北方大雪_青石网", "南方大雨倾盆")],
    )
    def test_another_story(self, tag: str, heading: str) -> None:
        """A channel's name or another title does not belong."""
        assert not common_title(tag, heading)
