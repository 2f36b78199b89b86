"""
The page object for Scrapy: alone, and in a crawl of a server on this machine. Needs scrapy, scrapy-poet and web-poet.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest
from batch_pages import address, page

import newsparse
from newsparse.output.json import to_dict

web_poet = pytest.importorskip("web_poet")

SPIDER = """
import sys
import scrapy
from newsparse.integrations.scrapy import ArticlePage
from newsparse.errors import PageError
from newsparse.output.json import to_dict
from scrapy.crawler import CrawlerProcess
from scrapy_poet import DummyResponse


class Spider(scrapy.Spider):
    name = "news"

    async def start(self):
        for path in ("1.html", "2.html", "empty.html"):
            yield scrapy.Request(f"{sys.argv[1]}/{path}", self.parse_story)

    async def parse_story(self, response: DummyResponse, page: ArticlePage):
        try:
            yield to_dict(await page.to_item())
        except PageError as error:
            yield {"url": response.url, "error": error.reason}


process = CrawlerProcess({
    "ADDONS": {"scrapy_poet.Addon": 300},
    "FEEDS": {sys.argv[2]: {"format": "jsonlines"}},
    "FEED_EXPORT_ENCODING": "utf-8",
    "LOG_LEVEL": "ERROR",
    "TELNETCONSOLE_ENABLED": False,
})
process.crawl(Spider)
process.start()
"""


class Handler(BaseHTTPRequestHandler):
    """
    Serves pages in gb18030 that say so only in the header.
    """

    def do_GET(self) -> None:
        data = b"" if "empty" in self.path else body(int(self.path[1]))
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=gb2312")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        pass


def body(number: int) -> bytes:
    return page(number, encoding="gb18030").replace(b'<meta charset="gb18030">', b"")


@pytest.fixture
def server() -> Iterator[str]:
    """
    The address of a server that runs meanwhile.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def test_page_object() -> None:
    """The article is that of ``parse``; the options are those of the class."""
    from newsparse.integrations.scrapy import ArticlePage

    class Short(ArticlePage):
        options: ClassVar[dict[str, object]] = {"fields": ["title"]}

    response = web_poet.HttpResponse(address(1), page(1), headers={"Content-Type": "text/html"})
    short = asyncio.run(Short(response).to_item())

    assert asyncio.run(ArticlePage(response).to_item()) == newsparse.parse(page(1), url=address(1))
    assert ("湖边新闻1", ()) == (short.title, short.body)


def test_no_article() -> None:
    """A page that is no article says why."""
    from newsparse.integrations.scrapy import ArticlePage

    response = web_poet.HttpResponse(address(1), b"")
    with pytest.raises(newsparse.PageError, match="empty"):
        asyncio.run(ArticlePage(response).to_item())


def test_crawl(server: str, tmp_path: Path) -> None:
    """A spider is given the page object, with the bytes and the header that came over the wire."""
    pytest.importorskip("scrapy_poet")
    (tmp_path / "spider.py").write_text(SPIDER, encoding="utf-8")
    words = [sys.executable, "spider.py", server, "items.jsonl"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)
    items = [json.loads(line) for line in (tmp_path / "items.jsonl").read_text("utf-8").splitlines()]
    found = {item["url"]: item for item in items}
    wanted = [to_dict(newsparse.parse(page(n), url=f"{server}/{n}.html")) for n in (1, 2)]

    assert (0, "") == (done.returncode, done.stderr)
    assert wanted == [found[f"{server}/{n}.html"] for n in (1, 2)]
    assert "empty" == found[f"{server}/empty.html"]["error"]
