"""
What stands among the paragraphs without being the story: labelled captions, lists of other stories, desks' lines.
"""

from __future__ import annotations

from newsparse.blocks import Block
from newsparse.fields.body import BodyReading, read_body

_FIRST = Block("text", "青石镇的老桥昨天重新开放，摆摊的人比过桥的人多。")
_LAST = Block("text", "镇上说，下个月再修桥头的台阶。")


def _texts(reading: BodyReading) -> list[str]:
    return [block.text for block in reading.body if block.kind not in ("image", "video")]


def _captions(reading: BodyReading) -> list[str]:
    return [block.text for block in reading.body if block.kind in ("image", "video")]


class TestCaptions:
    """Which lines are captions although no picture stands above them."""

    def test_a_label_is_enough(self) -> None:
        """圖說: at the end of a story whose picture stands elsewhere."""
        reading = read_body([_FIRST, _LAST, Block("text", "圖說:老橋上的攤位。（青石鎮公所提供）")])
        assert _texts(reading) == [_FIRST.text, _LAST.text]
        assert _captions(reading) == ["圖說:老橋上的攤位。（青石鎮公所提供）"]

    def test_a_word_that_begins_alike_is_no_label(self) -> None:
        """图说 without a colon is a column's name."""
        line = Block("text", "图说老桥是镇上办了九年的摄影展。")
        assert _texts(read_body([_FIRST, line, _LAST])) == [_FIRST.text, line.text, _LAST.text]

    def test_a_figcaption_is_one_where_its_picture_has_no_address(self) -> None:
        """A picture that a script loads leaves only its figcaption."""
        reading = read_body([_FIRST, Block("text", "桥上的人都打着伞。图像来源: 青石社", tag="figcaption"), _LAST])
        assert _texts(reading) == [_FIRST.text, _LAST.text]
        assert _captions(reading) == ["桥上的人都打着伞。图像来源: 青石社"]


class TestPicturesOnly:
    """A page whose whole story stands below its picture."""

    def test_what_a_caption_tells_is_the_story(self) -> None:
        """The caption stays with its picture, too."""
        told = "12月15日，青石镇的老桥重新开放，第一个走过去的是当年抬石头的石匠，今年九十一岁。青石社发"
        reading = read_body([Block("image", "", url="/a.jpg"), Block("text", told, mark="caption")])
        assert _texts(reading) == [told]
        assert _captions(reading) == [told]

    def test_what_is_seen_is_no_story(self) -> None:
        """A caption that is no sentence tells nothing."""
        assert _texts(read_body([Block("image", "", url="/a.jpg"), Block("text", "老桥", mark="caption")])) == []


class TestOtherStories:
    """Links below 相关链接."""

    def test_links_below_the_heading_are_left_out(self) -> None:
        """The list ends at the first line that is no link."""
        links = [Block("text", text, linked=len(text) - 1) for text in ("·老桥上的早市", "·石匠的三代人")]
        heading = Block("text", "■相关链接：")
        assert _texts(read_body([heading, *links, _FIRST, _LAST])) == [_FIRST.text, _LAST.text]

    def test_a_line_that_only_holds_a_link_stays(self) -> None:
        """A story's own words below the heading are kept."""
        line = Block("text", "桥头的石碑上刻着抬石人的名字，全文见县志。", linked=4)
        assert _texts(read_body([_FIRST, Block("text", "相关链接"), line])) == [_FIRST.text, line.text]

    def test_links_without_a_heading_stay(self) -> None:
        """A linked line among paragraphs is the story's."""
        line = Block("text", "老桥上的早市", linked=6)
        assert _texts(read_body([_FIRST, line, _LAST])) == [_FIRST.text, line.text, _LAST.text]


class TestDesks:
    """Lines that name a desk, an agency or a place and nobody."""

    def test_are_left_out(self) -> None:
        """Wherever they stand."""
        lines = [Block("text", text) for text in ("國際中心／綜合報導", "文 综合报导", "图 互联网")]
        reading = read_body([lines[0], _FIRST, _LAST, *lines[1:]])
        assert _texts(reading) == [_FIRST.text, _LAST.text]
        assert reading.authors == ()


def test_a_tag_left_unfilled_is_no_line() -> None:
    """{loadposition …}: what the site's template should have replaced."""
    assert _texts(read_body([_FIRST, Block("text", "{loadposition article_ad}"), _LAST])) == [_FIRST.text, _LAST.text]
