"""
Articles written down: JSON and back, text, Markdown, JSON-LD.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsparse.model import (
    Article,
    BodyBlock,
    Comment,
    Comments,
    Crosshead,
    Disclaimer,
    Image,
    Link,
    List,
    Paragraph,
    Person,
    Precision,
    Quote,
    Table,
    Timestamp,
    Video,
)
from newsparse.output import json as as_json
from newsparse.output import jsonld, markdown, text

CHINA = timezone(timedelta(hours=8))
MOMENT = datetime(2013, 10, 22, 9, 16, 1, tzinfo=CHINA)
BLOCKS: tuple[BodyBlock, ...] = (
    Paragraph("雨停了。"),
    Crosshead("桥上"),
    Quote("都来看看。"),
    List(("一把伞", "两双鞋")),
    Table((("日", "雨"), ("周一",))),
    Image(url="http://example.com/1.jpg", caption="桥上的人。", credit="林小舟"),
    Image(),
    Video(url="http://example.com/1.mp4", caption="雨中的桥。"),
)
ARTICLE = Article(
    url="http://example.com/1.htm",
    title="桥 [重] 开",
    kicker="封闭三年",
    subtitle="只许步行",
    standfirst="桥上不走车。",
    timestamp=Timestamp(value=MOMENT, precision="second"),
    source=Link("江城晨报", "http://example.com/"),
    authors=(Person("林小舟", "reporter"),),
    editors=(Person("许文山", "editor"),),
    breadcrumb=(Link("新闻"), Link("城事")),
    keywords=("桥", "雨"),
    language="zh-Hans",
    site="example",
    layout="2013",
    body=BLOCKS,
    comments=Comments(count=0, form=True, items=(Comment(text="好桥", author="网友", time="昨天"),)),
    disclaimers=(Disclaimer("copyright", "版权所有。"),),
    is_reprint=False,
)


class TestJson:
    @pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.kind)
    def test_blocks(self, block: BodyBlock) -> None:
        """Every kind of block reads back as itself, and says its kind."""
        form = as_json.to_dict(Article(body=(block,)))

        assert form["body"][0]["kind"] == block.kind
        assert as_json.from_dict(json.loads(json.dumps(form))).body == (block,)

    @pytest.mark.parametrize("precision", ["year", "month", "day", "minute", "second"])
    @pytest.mark.parametrize("zone", [CHINA, timezone(timedelta(hours=-5, minutes=-30))])
    def test_precisions(self, precision: Precision, zone: timezone) -> None:
        """A timestamp reads back at its precision; a day and more is a day of China."""
        zone = zone if precision in ("minute", "second") else CHINA
        parts = {"year": 1, "month": 2, "day": 3, "minute": 5, "second": 6}[precision]
        value = datetime(*(2013, 10, 22, 9, 16, 1)[:parts], *(1, 1)[max(0, parts - 1) :], tzinfo=zone)
        stamp = Timestamp(value=value, precision=precision)

        assert as_json.read_iso(stamp.isoformat()) == stamp

    def test_hours(self) -> None:
        """The form has no hours: an hour reads back as a minute."""
        stamp = Timestamp(value=MOMENT.replace(minute=0, second=0), precision="hour")

        assert as_json.read_iso(stamp.isoformat()) == Timestamp(value=stamp.value, precision="minute")

    @pytest.mark.parametrize(
        ("written", "precision"),
        [
            ("2013-10-22T01:16:01Z", "second"),
            ("2013-10-22T01:16Z", "minute"),
            ("2013-10-22T01:16:01.500+00:00", "second"),
        ],
    )
    def test_foreign(self, written: str, precision: str) -> None:
        """What others write as ISO 8601 is read at its precision, too."""
        found = as_json.read_iso(written)

        assert found.precision == precision
        assert found.value.astimezone(UTC).hour == 1

    @pytest.mark.parametrize("written", ["", "2013-13", "yesterday", "2013-10-22T25:00"])
    def test_no_timestamp(self, written: str) -> None:
        """Anything else is a ValueError."""
        with pytest.raises(ValueError):
            as_json.read_iso(written)

    def test_record_of_a_failure(self) -> None:
        """The line of a failed page is no article."""
        with pytest.raises(ValueError, match="index: a list"):
            as_json.from_dict({"file": "x", "error": {"type": "PageError", "message": "index: a list"}})

    def test_captions(self) -> None:
        """The captions of pictures and films stand on their own, too."""
        assert as_json.to_dict(ARTICLE)["captions"] == ["桥上的人。", "雨中的桥。"]

    def test_without_orjson(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """With and without the fast library the line is the same."""
        fast = as_json.to_json(ARTICLE, file="1.htm")
        monkeypatch.setitem(sys.modules, "orjson", None)
        monkeypatch.setattr(as_json, "_dumps", as_json._dumps.__wrapped__)

        assert as_json.to_json(ARTICLE, file="1.htm") == fast
        assert as_json.from_json(fast) == ARTICLE


class TestText:
    def test_article(self) -> None:
        """Titles, facts, story, notices; a count of none is a fact."""
        lines = text.render(ARTICLE).splitlines()

        assert lines[:3] == ["封闭三年", "桥 [重] 开", "只许步行"]
        assert {"comments:   0", "reprint:    no", "authors:    林小舟 (reporter)", "site:       example / 2013"} <= {
            *lines
        }
        assert {"    桥上不走车。", "## 桥上", "[image] 桥上的人。 http://example.com/1.jpg", "[image]"} <= {*lines}
        assert lines[-1] == "(copyright) 版权所有。"

    def test_empty(self) -> None:
        """Nothing is nothing."""
        assert text.render(Article()).strip() == ""


class TestMarkdown:
    def test_article(self) -> None:
        """Front matter, headings, lists, tables of even width, pictures."""
        found = markdown.render(ARTICLE)

        assert found.startswith('---\ntitle: "桥 [重] 开"\n')
        for line in (
            r"# 桥 \[重\] 开",
            "> 桥上不走车。",
            "## 桥上",
            "> 都来看看。",
            "- 一把伞",
            "| 日 | 雨 |\n| --- | --- |\n| 周一 |  |",
            "![桥上的人。](http://example.com/1.jpg)",
            "[雨中的桥。](http://example.com/1.mp4)",
        ):
            assert f"\n{line}\n" in found

    @pytest.mark.parametrize(
        ("plain", "escaped"),
        [("1. 雨", r"1\. 雨"), ("- 雨", r"\- 雨"), ("*雨*", r"\*雨\*"), ("雨-桥", "雨-桥"), ("3.5倍", "3.5倍")],
    )
    def test_escape(self, plain: str, escaped: str) -> None:
        """What would be markup is escaped, what would not is left alone."""
        assert markdown.escape(plain) == escaped

    def test_targets(self) -> None:
        """An address with blanks and brackets stays one address."""
        found = markdown.render(Article(body=(Image(url="http://example.com/a (1).jpg"),)))

        assert found.endswith("\n![](http://example.com/a%20%281%29.jpg)\n")

    def test_empty_table(self) -> None:
        """A table without rows gives no line, and no error."""
        assert "|" not in markdown.render(Article(body=(Table(()),)))

    @given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=30))
    def test_nothing_is_lost(self, words: str) -> None:
        """Without the escapes the text is the text."""
        escaped = markdown.escape(words)
        plain = []
        characters = iter(escaped)
        for character in characters:
            plain.append(next(characters) if character == "\\" else character)

        assert "".join(plain) == words


class TestJsonLd:
    def test_article(self) -> None:
        """A NewsArticle; what is not there is not named."""
        found: dict[str, Any] = json.loads(jsonld.render(ARTICLE))

        assert found["@type"] == "NewsArticle"
        assert (found["headline"], found["alternativeHeadline"]) == ("桥 [重] 开", "只许步行")
        assert found["datePublished"] == "2013-10-22T09:16:01+08:00"
        assert found["author"] == [{"@type": "Person", "name": "林小舟", "jobTitle": "reporter"}]
        assert found["image"] == [{"@type": "ImageObject", "url": "http://example.com/1.jpg", "caption": "桥上的人。"}]
        assert found["commentCount"] == 0
        assert "dateModified" not in found

    def test_empty(self) -> None:
        """Nothing is nothing."""
        assert jsonld.to_dict(Article()) == {"@context": "https://schema.org", "@type": "NewsArticle"}
