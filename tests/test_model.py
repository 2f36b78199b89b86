"""
The model: timestamps as printed, the story as text, values that do not change.
"""

from __future__ import annotations

import pickle
from datetime import datetime, timedelta, timezone

import attrs
import pytest

from newsparse import model
from newsparse.model import Article, Crosshead, Image, List, Paragraph, Quote, Table, Timestamp, Video

CHINA = timezone(timedelta(hours=8))
MOMENT = datetime(2013, 10, 22, 9, 16, 1, tzinfo=CHINA)


class TestTimestamp:
    @pytest.mark.parametrize(
        ("precision", "text"),
        [
            ("year", "2013"),
            ("month", "2013-10"),
            ("day", "2013-10-22"),
            ("hour", "2013-10-22T09:16+08:00"),
            ("minute", "2013-10-22T09:16+08:00"),
            ("second", "2013-10-22T09:16:01+08:00"),
        ],
    )
    def test_isoformat(self, precision: model.Precision, text: str) -> None:
        """No more is written than the page prints."""
        stamp = Timestamp(value=MOMENT, precision=precision)

        assert stamp.isoformat() == str(stamp) == text

    def test_equality(self) -> None:
        """What was read from which characters makes no difference; the precision does."""
        one = Timestamp(value=MOMENT, precision="second", raw="2013年10月22日 09:16:01 星期二", weekday="星期二")

        assert one == Timestamp(value=MOMENT, precision="second", raw="2013-10-22 09:16:01")
        assert one != Timestamp(value=MOMENT, precision="minute")


class TestBody:
    BODY = (
        Paragraph("雨停了。"),
        Crosshead("桥上"),
        Image(url="http://example.com/1.jpg", caption="桥上的人。"),
        Quote("都来看看。"),
        List(("一把伞", "两双鞋")),
        Table((("日", "雨"), ("周一", "大"))),
        Video(caption="雨中的桥。"),
        Image(url="http://example.com/2.jpg"),
    )

    def test_text(self) -> None:
        """The story is what is read: no captions."""
        assert Article(body=self.BODY).text == "雨停了。\n桥上\n都来看看。\n一把伞\n两双鞋\n日\t雨\n周一\t大"

    def test_captions(self) -> None:
        """Captions of pictures and films, those that have one."""
        assert Article(body=self.BODY).captions == ("桥上的人。", "雨中的桥。")
        assert [block.text for block in self.BODY[-2:]] == ["雨中的桥。", ""]

    def test_lede(self) -> None:
        """The first paragraph, whatever stands before it."""
        assert Article(body=self.BODY[::-1]).lede == "雨停了。"
        assert Article(body=self.BODY[1:3]).lede is None

    def test_kinds(self) -> None:
        """Every kind of block has a name of its own."""
        kinds = [block.kind for block in self.BODY[:-1]]

        assert kinds == ["paragraph", "crosshead", "image", "quote", "list", "table", "video"]


def test_empty() -> None:
    """An article of nothing says nothing: None or empty everywhere."""
    values = attrs.asdict(Article())

    assert {name: value for name, value in values.items() if value not in (None, ())} == {"kind": "article"}


def test_frozen() -> None:
    """A value is not changed under somebody's hands."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        Article().title = "桥"  # type: ignore[misc]


def test_pickle() -> None:
    """Articles travel between processes."""
    article = Article(title="桥", body=TestBody.BODY, timestamp=Timestamp(value=MOMENT, precision="second"))

    assert pickle.loads(pickle.dumps(article)) == article
