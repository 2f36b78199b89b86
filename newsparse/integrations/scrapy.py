"""
A page object for Scrapy, by web-poet: the response to a request in, an ``Article`` out.

    # settings.py
    ADDONS = {"scrapy_poet.Addon": 300}

    # the spider; what came of the page is asked for by type
    async def parse_story(self, response: DummyResponse, page: ArticlePage):
        yield to_dict(await page.to_item())

The bytes and the address are those that Scrapy downloaded; nothing else is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from web_poet import HttpResponse, ItemPage

from newsparse.api import parse
from newsparse.model import Article


class ArticlePage(ItemPage[Article]):
    """
    Any page of news; subclass it to give ``newsparse.parse`` other options.
    """

    options: ClassVar[Mapping[str, Any]] = {}
    """Those of ``newsparse.parse``, ``url`` and ``charset`` apart."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response

    async def to_item(self) -> Article:
        """
        Return the article.

        Raises:
            PageError: the page is no article; ``reason`` says why.
        """
        content_type = self.response.headers.get("Content-Type")
        # The body is a kind of bytes of web-poet's own; the HTML engine takes no other than plain ones.
        return parse(bytes(self.response.body), url=str(self.response.url), charset=content_type, **self.options)
