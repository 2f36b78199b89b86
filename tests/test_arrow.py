"""
Articles as Arrow: one fixed schema, one row for one row, and nothing lost on the way there and back.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import attrs
import pyarrow as pa
import pytest
from batch_pages import address, page

import newsparse
from newsparse.arrow import ARTICLE_SCHEMA, error_row, parse_arrow, schema_of, table_of, to_json_form, to_row
from newsparse.extract import Options, options_of
from newsparse.model import (
    Article,
    Comment,
    Comments,
    Crosshead,
    Dateline,
    Disclaimer,
    Footer,
    Image,
    Link,
    List,
    Pagination,
    Paragraph,
    Person,
    Quote,
    Table,
    Timestamp,
    Video,
)
from newsparse.output.json import to_dict

CHINA = timezone(timedelta(hours=8))

FULL = Article(
    url="http://a.cn/2",
    canonical_url="http://a.cn/1",
    host="a.cn",
    site="a",
    layout="2013",
    kind="gallery",
    language="zh-Hans",
    title="湖边新闻",
    kicker="引题",
    subtitle="副题",
    standfirst="提要",
    timestamp=Timestamp(value=datetime(2013, 10, 22, 9, 16, 1, tzinfo=CHINA), precision="second"),
    updated=Timestamp(value=datetime(2013, 10, 23, tzinfo=CHINA), precision="day"),
    source=Link("今日早报", "http://b.cn/"),
    byline="作者：王小湖",
    authors=(Person("王小湖", "author"), Person("李大堤", "reporter")),
    editors=(Person("罗长桥", "editor"),),
    dateline=Dateline(agency="新华社", place="北京", date="4月24日"),
    breadcrumb=(Link("首页", "/"), Link("财经")),
    keywords=("湖", "路"),
    body=(
        Paragraph("一"),
        Crosshead("二"),
        Quote("三"),
        List(("四", "五")),
        Table((("六", "七"), ("八", ""))),
        Image(url="http://a.cn/1.jpg", caption="图", credit="陈摄影"),
        Image(),
        Video(url="http://a.cn/1.mp4", caption="片"),
    ),
    comments=Comments(count=0, url="/c", form=True, items=(Comment(text="好", author="网友", time="昨天"),)),
    disclaimers=(Disclaimer("copyright", "版权"),),
    related=(Link("旧闻", "/old"),),
    pagination=Pagination(page=2, pages=3, urls=("/1", "/3")),
    footer=Footer(licences=("浙1",), owner="某公司", counsel="某律师"),
    is_reprint=True,
    confidence={"title": 0.75},
)


def row_of(article: Article) -> dict[str, Any]:
    """
    Return what comes back of an article that went into a table.
    """
    (row,) = table_of([to_row(article, "f")], schema_of()).to_pylist()
    return dict(row)


class TestSchema:
    def test_every_field(self) -> None:
        """Every field of the article is a column, and so are file, error, text, and precision and offset of times."""
        times = {f"{name}_{part}" for name in ("timestamp", "updated") for part in ("precision", "offset")}
        own = {"file", "error", "text", "captions", *times}

        assert {field.name for field in attrs.fields(Article)} | own == set(ARTICLE_SCHEMA.names)

    def test_order(self) -> None:
        """Columns stand in the order of the JSON form."""
        columns = [name for name in ARTICLE_SCHEMA.names if name in to_dict(Article())]

        assert columns == list(to_dict(Article()))

    def test_metadata(self) -> None:
        """Schema and version are written into every table."""
        from importlib.metadata import version

        metadata = schema_of().metadata
        assert metadata == {
            b"newsparse.schema": b"newsparse-article-1",
            b"newsparse.version": version("newsparse").encode(),
        }

    def test_some_fields(self) -> None:
        """Part of the schema keeps what tells a row, and precision and offset with their time."""
        assert schema_of(["title", "timestamp"]).names == [
            "file",
            "url",
            "title",
            "timestamp",
            "timestamp_precision",
            "timestamp_offset",
            "error",
        ]


class TestRows:
    @pytest.mark.parametrize("article", [FULL, Article(), Article(title="x", body=(Paragraph(""),))])
    def test_and_back(self, article: Article) -> None:
        """A row gives the JSON form again, to the last key."""
        assert to_json_form(row_of(article)) == {"file": "f", **to_dict(article)}

    @pytest.mark.parametrize("precision", ["year", "month", "day", "minute", "second"])
    def test_precision(self, precision: Any) -> None:
        """Times keep their precision, and are moments in China."""
        stamp = Timestamp(value=datetime(2024, 1, 1, 8, 0, 0, tzinfo=CHINA), precision=precision)
        row = row_of(Article(timestamp=stamp))

        assert row["timestamp"] == stamp.value
        assert to_json_form(row)["timestamp"] == str(stamp)

    @pytest.mark.parametrize("precision", ["day", "minute", "second"])
    @pytest.mark.parametrize("hours", [0, 9, -5.5])
    def test_offset(self, precision: Any, hours: float) -> None:
        """The clock and the day that the page prints come back, wherever it stands."""
        moment = datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=hours)))
        row = row_of(Article(timestamp=Timestamp(value=moment, precision=precision)))

        assert (moment, 60 * hours) == (row["timestamp"], row["timestamp_offset"])
        assert str(Timestamp(value=moment, precision=precision)) == to_json_form(row)["timestamp"]

    def test_text(self) -> None:
        """The story as plain text is a column of its own."""
        assert row_of(FULL)["text"] == FULL.text == "一\n二\n三\n四\n五\n六\t七\n八\t"

    def test_error(self) -> None:
        """A failed page has an error and nothing else; long messages are cut to a line."""
        (row,) = table_of([error_row("f", None, "PageError", "a\nb" * 400)], schema_of()).to_pylist()

        assert to_json_form(row) == {
            "file": "f",
            "url": None,
            "error": {"type": "PageError", "message": row["error"]["message"]},
        }
        assert len(row["error"]["message"]) == 500 and "\n" not in row["error"]["message"]

    def test_nothing_but_none(self) -> None:
        """A batch in which a column is all None has the same schema: types are never inferred."""
        assert (
            table_of([error_row("f", None, "x", "y")], schema_of()).schema
            == table_of([to_row(FULL)], schema_of()).schema
        )


class TestParseArrow:
    def pages(self, count: int = 5) -> pa.Table:
        rows = {"html": [page(n) for n in range(count)], "url": [address(n) for n in range(count)], "id": range(count)}
        return pa.table(rows)

    def test_articles(self) -> None:
        """The articles are those of parse."""
        parsed = parse_arrow(self.pages())

        assert [to_json_form(row) for row in parsed.to_pylist()] == [
            {"file": None, **to_dict(newsparse.parse(page(n), url=address(n)))} for n in range(5)
        ]

    @pytest.mark.parametrize("kind", [pa.binary(), pa.string(), pa.large_binary(), pa.large_string()])
    def test_kinds(self, kind: pa.DataType) -> None:
        """Bytes or strings, tables or record batches: the same kind of thing comes back."""
        pages = [
            page(n) if pa.types.is_binary(kind) or pa.types.is_large_binary(kind) else page(n).decode()
            for n in range(3)
        ]
        table = pa.table({"html": pa.array(pages, kind)})
        batch = table.to_batches()[0]

        assert isinstance(parse_arrow(table), pa.Table)
        assert isinstance(parse_arrow(batch), pa.RecordBatch)
        assert parse_arrow(batch).column("title").to_pylist() == [f"湖边新闻{n}" for n in range(3)]

    def test_one_row_for_one_row(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Pages that fail, are empty or trip the parser are rows with an error, in their place."""
        import newsparse.arrow as module

        real = module.extract

        def extract(data: bytes, **given: Any) -> Article:
            if data == b"trip":
                raise RecursionError("too deep")
            return real(data, **given)

        monkeypatch.setattr(module, "extract", extract)
        parsed = parse_arrow(pa.table({"html": [page(1), None, b"trip", b"<html></html>", page(2)]}))
        errors = [row["error"] and row["error"]["type"] for row in parsed.to_pylist()]

        assert errors == [None, "PageError", "RecursionError", "PageError", None]
        assert parsed["error"].to_pylist()[1] == {"type": "PageError", "message": "empty: no bytes"}

    def test_columns(self) -> None:
        """Columns may have other names; file, url and charset are used where they are there."""
        table = pa.table(
            {"content": [page(1, encoding="gb18030")], "uri": [address(1)], "charset": ["gbk"], "file": ["x"]}
        )
        row = parse_arrow(table, html="content", url="uri").to_pylist()[0]

        assert (row["file"], row["url"], row["title"]) == ("x", address(1), "湖边新闻1")

    def test_options(self) -> None:
        """Options are those of a run; fields cut the schema."""
        parsed = parse_arrow(self.pages(1), options=options_of(fields=["title"], adapters=False))

        assert parsed.schema.names == ["file", "url", "title", "error"]
        assert (
            parse_arrow(self.pages(1), options=Options(max_bytes=5))["error"][0]
            .as_py()["message"]
            .startswith("too_large")
        )

    def test_empty(self) -> None:
        """No rows in, no rows out, with the schema."""
        parsed = parse_arrow(self.pages(0))

        assert parsed.num_rows == 0
        assert parsed.schema.equals(schema_of())
