"""
The bytes of a Chinese news page in, a complete, typed article out.

    >>> import newsparse
    >>> page = '''<html><head><title>湖边添新路</title></head><body>
    ... <div class="weizhi"><a href="/">杭州网</a> - &gt; - <a href="/n">原创新闻</a></div>
    ... <div class="list_nr"><div class="tit"><span class="hzwRP_lname05">湖边添新路</span></div>
    ... <div class="tit1">发布时间：2026-04-17 09:35:10 Fri&nbsp;&nbsp;来源：<a href="/">杭州网</a></div>
    ... <div class="zhengwen hzwRP_lname06"><!--enpcontent--><p>　　新路今天通车，沿湖的人都来看。</p><!--/enpcontent--></div>
    ... <div class="tr">作者：记者 王小湖&nbsp; 编辑：李大堤</div></div></body></html>'''
    >>> article = newsparse.parse(page, url="https://ori.hangzhou.com.cn/ornews/content/2026-04/17/content_1.htm")
    >>> article.title, str(article.timestamp), article.source.name
    ('湖边添新路', '2026-04-17T09:35:10+08:00', '杭州网')
    >>> article.authors
    (Person(name='王小湖', role='reporter'),)

Nothing is fetched: the core knows no network.  Every function is safe to call from many threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsparse.api import Explanation, explain, parse, parse_many, parse_text
    from newsparse.errors import AdapterError, NewsparseError, PageError, UnknownSite
    from newsparse.model import Article

__all__ = [
    "AdapterError",
    "Article",
    "Explanation",
    "NewsparseError",
    "PageError",
    "UnknownSite",
    "explain",
    "parse",
    "parse_many",
    "parse_text",
]

_HOME = {
    "AdapterError": "errors",
    "Article": "model",
    "Explanation": "api",
    "NewsparseError": "errors",
    "PageError": "errors",
    "UnknownSite": "errors",
    "explain": "api",
    "parse": "api",
    "parse_many": "api",
    "parse_text": "api",
}


def __getattr__(name: str) -> Any:
    # Loaded when first used, so that `import newsparse` costs next to nothing.
    if name not in _HOME:
        raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"newsparse.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
