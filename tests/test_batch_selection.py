"""
Selection: which articles are kept, and which are the same.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from newsparse.batch.selection import Selection, beginning, end, key
from newsparse.model import Article, Pagination, Paragraph, Timestamp

CHINA = timezone(timedelta(hours=8))


def article(when: str | None = None, **fields: object) -> Article:
    stamp = None
    if when:
        stamp = Timestamp(value=datetime.fromisoformat(when).replace(tzinfo=CHINA), precision="minute")
    return Article(timestamp=stamp, **fields)  # type: ignore[arg-type]


class TestDates:
    @pytest.mark.parametrize(
        ("text", "first", "after"),
        [
            ("2024", "2024-01-01T00:00:00+08:00", "2025-01-01T00:00:00+08:00"),
            ("2024-02", "2024-02-01T00:00:00+08:00", "2024-03-01T00:00:00+08:00"),
            ("2023-12", "2023-12-01T00:00:00+08:00", "2024-01-01T00:00:00+08:00"),
            ("2024-02-29", "2024-02-29T00:00:00+08:00", "2024-03-01T00:00:00+08:00"),
            ("2024-05-20T08:00", "2024-05-20T08:00:00+08:00", "2024-05-20T08:00:01+08:00"),
            ("2024-05-20T08:00:00Z", "2024-05-20T08:00:00+00:00", "2024-05-20T08:00:01+00:00"),
        ],
    )
    def test_reading(self, text: str, first: str, after: str) -> None:
        """A year, month or day begins at its first moment in China and ends before the next one."""
        assert beginning(text).isoformat() == first
        assert end(text).isoformat() == after

    @pytest.mark.parametrize("text", ["", "yesterday", "2024-13", "24-05-20", "2024/05/20"])
    def test_no_date(self, text: str) -> None:
        """Anything else is refused."""
        with pytest.raises(ValueError):
            beginning(text)

    def test_window(self) -> None:
        """Both ends are in; an article without a date is in no window."""
        april = Selection(since=beginning("2024-04"), until=end("2024-04-30"))

        assert april.reason(article("2024-04-01T00:00")) is None
        assert april.reason(article("2024-04-30T23:59")) is None
        assert april.reason(article("2024-03-31T23:59")) == "date"
        assert april.reason(article("2024-05-01T00:00")) == "date"
        assert april.reason(article()) == "no date"
        assert Selection().reason(article()) is None


class TestSites:
    def test_names(self) -> None:
        """A slug, or a host with all below it, and not a host that only ends alike."""
        chosen = Selection(sites=frozenset({"people", "sina.com.cn"}))

        assert chosen.reason(article(site="people")) is None
        assert chosen.reason(article(site="generic", host="news.sina.com.cn")) is None
        assert chosen.reason(article(site="generic", host="notsina.com.cn")) == "site"
        assert chosen.reason(article()) == "site"


class TestLanguages:
    def test_tags(self) -> None:
        """zh is every kind of Chinese; an article whose language is not told is none."""
        assert Selection(languages=frozenset({"zh"})).reason(article(language="zh-Hant")) is None
        assert Selection(languages=frozenset({"zh-Hans"})).reason(article(language="zh-Hant")) == "language"
        assert Selection(languages=frozenset({"zh"})).reason(article()) == "language"


class TestKeys:
    def test_url(self) -> None:
        """Scheme, fragment and the host's case are no difference; the query is."""
        first = key(article(canonical_url="http://News.a.cn/1?id=2#top"), "url")

        assert first is not None
        assert first == key(article(url="https://news.a.cn/1?id=2"), "url")
        assert first != key(article(url="https://news.a.cn/1?id=3"), "url")
        assert key(article(), "url") is None

    def test_pages_of_one_article(self) -> None:
        """The pages of an article share its canonical address and are not duplicates."""
        keys = {key(article(canonical_url="http://a.cn/1", pagination=Pagination(page=n)), "url") for n in (1, 2, 3)}

        assert len(keys) == 3
        assert key(article(canonical_url="http://a.cn/1"), "url") in keys

    def test_text(self) -> None:
        """White space is no difference; an article without text is like no other."""
        first = key(article(body=(Paragraph("新路 今天通车"), Paragraph("桥"))), "text")

        assert first is not None
        assert first == key(article(body=(Paragraph("新路今天通车桥"),)), "text")
        assert first != key(article(body=(Paragraph("新路"),)), "text")
        assert key(article(), "text") is None
