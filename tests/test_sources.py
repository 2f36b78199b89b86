"""
The outlet a line credits.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.blocks import Link as Anchor
from newsparse.fields.sources import read_source
from newsparse.model import Link


class TestReadSource:
    """``read_source``."""

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("money.qingshi.com.cn  2013年10月22日 09:16:01 星期二  来源:青石早报", "青石早报"),
            ("2014-02-13 09:42:20.0 来源: 大河网(南岸) 有0人参与", "大河网"),
            ("2024-05-13 09:16:04 来源: 青网-青石青年报 北京 举报", "青网-青石青年报"),
            ("来源：青石日报海外版 青石青年网", "青石日报海外版"),
            ("发布时间：2026-04-17 09:35:10 Fri  来源：青石网、青石通客户端", "青石网、青石通客户端"),
            ("2009年11月09日00:00 来源：青石网-《青石日报》", "青石网-《青石日报》"),
            ("来源：《青石晚报》 手机看新闻", "青石晚报"),
            ("本文来源于《青石网》 2012年01月12日 18:49 我要评论（0）", "青石网"),
            ("出处：骑行之家（软件 - 学士） 评论（）", "骑行之家"),
            ("鉅石新聞中心 (來源：北岸新浪，摘自：青石經濟網) 2012-01-17 08:50", "北岸新浪"),
            ("2024-12-21来源: 青石星空72分享到:", "青石星空"),
            ("来源：人事处发布时间：2019-10-11", "人事处"),
            ("来源：网络", "网络"),
            ("来源 | 综合青石黑板报、南岸都市报", "综合青石黑板报、南岸都市报"),
            ("来源：BBC News 中文", "BBC News 中文"),
            ("摘自青石在线-河南日报", "青石在线-河南日报"),
            ("[稿源：青石网-潇河晨报]", "青石网-潇河晨报"),
            ("来源：青石网作者：温小霞", "青石网"),
            ("图片来源：青石图库 来源：青石网", "青石网"),
        ],
    )
    def test_reads_what_follows_the_label(self, text: str, name: str) -> None:
        """Dates, towns in brackets, counts and the page's own words are not part of the name."""
        assert read_source(text) == Link(name)

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("青石网", "青石网"),
            ("http://www.qingshi.com.cn 2011年12月15日23:59 河声在线-河南日报", "河声在线-河南日报"),
            ("http://www.qingshi.com.cn 2012年01月12日14:27 辽河网-华河晨报微博", "辽河网-华河晨报"),
            ("21世纪青石网 何漪 2011-12-15 23:46:41 评论0条 随时随地看新闻", "21世纪青石网"),
            ("2024-11-26 05:02:24青石公报", "青石公报"),
            ("2024-05-20 14:33·青石社", "青石社"),
            ("0 3DMGame 2024-12-02 16:49:02", "3DMGame"),
            ("2020-10-04 15:05青石報 記者林小誼／即時報導", "青石報"),
            ("【青石報╱記者高小琴／台北報導】", "青石報"),
            ("台灣醒石報 (2012-01-11 16:58)", "台灣醒石報"),
        ],
    )
    def test_reads_a_line_without_label(self, text: str, name: str) -> None:
        """Date and address removed, the outlet is what is called like one."""
        assert read_source(text) == Link(name)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "来源：",
            "来源：资料图",
            "来源：~",
            "来源：http://www.qingshi.com.cn",
            "http://www.qingshi.com.cn",
            "money.qingshi.com.cn",
            "2013年10月22日 09:16",
            "责任编辑：张小满",
            "图片来源：青石图库",
            "河水一夜涨了三米，城里的人都上了桥。",
        ],
    )
    def test_nothing_to_read(self, text: str) -> None:
        """No name is made up from an address, a date or somebody else's label."""
        assert read_source(text) is None

    def test_takes_the_address_of_the_link(self) -> None:
        """The url is that of the link whose text the source is."""
        links = (Anchor("收藏", "#"), Anchor("青石网", "http://qingshi.cn/"))
        assert read_source("2012-03-04 来源：青石网 收藏", links) == Link("青石网", "http://qingshi.cn/")

    def test_several_linked_sources_stay_together(self) -> None:
        """All names are kept as printed, with the first one's address."""
        links = (Anchor("青石网", "http://a.cn/"), Anchor("青石通客户端", "http://b.cn/"))
        assert read_source("来源：青石网、青石通客户端", links) == Link("青石网、青石通客户端", "http://a.cn/")

    def test_the_link_says_where_the_name_ends(self) -> None:
        """A glued 微博 link is left out."""
        links = (Anchor("辽河网-华河晨报", "http://a.cn/"), Anchor("微博", "http://b.cn/"))
        assert read_source("2012年01月12日14:27 辽河网-华河晨报微博", links) == Link("辽河网-华河晨报", "http://a.cn/")

    @given(st.text(alphabet="来源：青石网报、（）() 2012-03年月日有人参与http://w.cn微博", max_size=50))
    def test_a_name_is_a_piece_of_the_line(self, text: str) -> None:
        """Whatever the line, a name has characters and no blanks around it."""
        found = read_source(text)
        assert found is None or (found.name and found.name == found.name.strip())
