"""
Pages for tests of batch runs, and archives made of them. The sentences are our own.
"""

from __future__ import annotations

import gzip
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path

WORDS = ("新路今天通车", "湖边的人都来看", "桥上挂了灯", "孩子们放了风筝", "老街换了石板", "渡口添了两条船")

#: An adapter file that spoils pages by a word in them: what a page does to its worker.
SPOILER = """
import os, signal, time
from newsparse.batch import work
from newsparse.rules import Site

SITE = Site(name="spoiler", hosts=("spoiler.example",))
real = work.extract


def extract(data, **given):
    text = data if isinstance(data, bytes) else data.encode()
    if b"KILL-ME" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if b"SLOW-ME" in text:
        time.sleep(60)
    if b"STUCK-ME" in text:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(60)
    if b"HOG-ME" in text:
        bytearray(1 << 36)
    if b"FAULT-ME" in text:
        raise ZeroDivisionError("a fault of the parser")
    return real(data, **given)


work.extract = extract
"""


def page(number: int, *, encoding: str = "utf-8", date: str = "2026-04-17 09:35:10", extra: str = "") -> bytes:
    """
    Return a page whose title and text tell its number.
    """
    story = "".join(
        f"<p>　　第{number}则，{WORDS[(number + k) % 6]}，{WORDS[(number * k) % 6]}。</p>" for k in range(1, 5)
    )
    return f"""<html><head><meta charset="{encoding}"><title>湖边新闻{number}</title></head><body>
<div class="weizhi"><a href="/">杭州网</a> - &gt; - <a href="/n">原创新闻</a></div>
<div class="list_nr"><div class="tit"><span class="hzwRP_lname05">湖边新闻{number}</span></div>
<div class="tit1">发布时间：{date} Fri&nbsp;&nbsp;来源：<a href="/">杭州网</a></div>
<div class="zhengwen hzwRP_lname06"><!--enpcontent-->{story}<!--/enpcontent--></div>
<div class="tr">作者：记者 王小湖&nbsp; 编辑：李大堤</div></div>{extra}</body></html>""".encode(encoding)


def address(number: int) -> str:
    """
    Return the address of a page.
    """
    return f"https://ori.hangzhou.com.cn/ornews/content/2026-04/17/content_{number}.htm"


def folder(path: Path, numbers: Iterable[int]) -> Path:
    """
    Write pages into a folder with a folder in it, every third in gb18030; return the folder.
    """
    for number in numbers:
        place = path / ("a" if number % 2 else "b") / f"{number:04}.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(page(number, encoding="utf-8" if number % 3 else "gb18030"))
    return path


def response(
    number: int,
    body: bytes,
    *,
    headers: str = "Content-Type: text/html",
    status: str = "200 OK",
    kind: str = "response",
    url: str | None = None,
) -> bytes:
    """
    Return a WARC record with an HTTP response.
    """
    http = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uuid.UUID(int=number)}>\r\n"
        f"WARC-Date: 2026-04-18T00:00:00Z\r\nWARC-Target-URI: {url or address(number)}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"


def warc_gz(records: Sequence[bytes]) -> bytes:
    """
    Return the records as a .warc.gz, each its own member.
    """
    return b"".join(gzip.compress(record, mtime=0) for record in records)
