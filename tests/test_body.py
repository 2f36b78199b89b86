"""
Tests of ``newsparse.fields.body`` on lines: what stays in the story, what is read out of it.
"""

from __future__ import annotations

import pytest

from newsparse.blocks import Block
from newsparse.fields.body import BodyReading, read_body

PROSE = "河水一夜涨了三米，城里的人都上了桥，谁也不知道雨什么时候停。"


def read(*lines: str) -> BodyReading:
    """Return the reading of plain paragraphs."""
    return read_body([Block("text", line) for line in lines])


def texts(reading: BodyReading) -> list[str]:
    """Return the story's lines."""
    return [block.text for block in reading.body]


class TestSignOff:
    """The bracket that a story ends with."""

    @pytest.mark.parametrize("name", ["晓明", "小九", "武 彦"])
    def test_names_the_author(self, name: str) -> None:
        """It needs no surname; glued to the last sentence it stays in the text."""
        glued = f"{PROSE}({name})"
        reading = read(PROSE, glued)
        assert [person.name for person in reading.authors] == [name.replace(" ", "")]
        assert texts(reading) == [PROSE, glued]

    def test_a_line_of_its_own_is_not_the_story(self) -> None:
        """Alone it only signs."""
        reading = read(PROSE, "（小九）")
        assert [person.name for person in reading.authors] == ["小九"]
        assert texts(reading) == [PROSE]

    @pytest.mark.parametrize("note", ["完", "有删节", "化名", "北京", "青石社", "下同"])
    def test_notes_sign_nothing(self, note: str) -> None:
        """Notes, towns and agencies are nobody."""
        assert read(PROSE, f"{PROSE}（{note}）").authors == ()

    def test_only_the_last_line_signs(self) -> None:
        """Inside the story such a bracket may say anything."""
        assert read(f"{PROSE}（小九）", PROSE).authors == ()

    def test_only_where_nobody_else_is_named(self) -> None:
        """A dateline's reporter wrote it, whoever signs behind."""
        reading = read("青石日报4月5日讯（记者 张小满）" + PROSE, f"{PROSE}（小九）")
        assert [person.name for person in reading.authors] == ["张小满"]

    def test_a_word_in_the_sentence_is_no_signature(self) -> None:
        """The bracket follows a full stop."""
        assert read(PROSE, "他们都说那一年的桥最结实（小九）").authors == ()


def test_a_photographer_without_a_picture() -> None:
    """Who took the pictures, said in a line above the story, is no caption of a picture that was lost."""
    assert [block.kind for block in read("摄影：青石日报记者 冯小满", PROSE).body] == ["paragraph"]


class TestTimes:
    """Lines that hold a time."""

    def test_what_is_announced_stays(self) -> None:
        """时间：… among the lines of a story says when something happens."""
        lines = ("预展", "时间：12月11日至12月13日（周三至周五）", "地点：青石宾馆", PROSE)
        assert texts(read(*lines)) == list(lines)

    def test_the_storys_own_goes(self) -> None:
        """发布时间：… is the page's."""
        assert texts(read("发布时间：2012-03-04 10:11", PROSE)) == [PROSE]

    def test_a_clock_above_the_story_goes(self) -> None:
        """A line that is only a date and a clock, before any prose."""
        assert texts(read("2012-01-12 17:04:41", PROSE)) == [PROSE]
        assert texts(read(PROSE, "2012-01-12 17:04:41", PROSE)) == [PROSE, "2012-01-12 17:04:41", PROSE]
