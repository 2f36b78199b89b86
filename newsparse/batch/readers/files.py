"""
Pages saved one a file: listed items in, pages out.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator

from newsparse.batch.page import Item, Page, Problem, Task
from newsparse.batch.readers import Columns, Tally

_HTML = re.compile(rb"(?i)<(?:!doctype|html|head|meta|title|body|div|table|\?xml)")

_PAGES = """
    .htm .html .shtml .xhtml .htmls .phtml .php .asp .aspx .jsp .jspx .do .action .cfm .html.gz .htm.gz .shtml.gz
"""
_OTHERS = """
    .jpg .jpeg .png .gif .webp .bmp .ico .svg .css .js .mjs .map .json .xml .rss .pdf .doc .docx .xls .xlsx .ppt
    .pptx .txt .md .csv .tsv .log .mp3 .mp4 .flv .swf .woff .woff2 .ttf .eot .otf .exe .apk .rar .7z .gz .bz2 .xz
    .zst .py .part .new .journal .spool .keys .cdx .cdxj .idx .lock .db .sqlite
"""
#: Names that say "page".
PAGES = frozenset(_PAGES.split())
#: Names that say "not a page".
OTHERS = frozenset(_OTHERS.split())


def looks_like_page(head: bytes) -> bool:
    """
    Tell whether the first bytes are those of an HTML page.
    """
    return _HTML.search(head, 0, 4096) is not None


def suffix(name: str) -> str:
    """
    Return the suffix of a file's name, lower case; ``.html.gz`` is one.
    """
    lower = name.lower()
    base = lower[lower.rfind("/") + 1 :]
    for cut in (base.removesuffix(".gz"), base):
        dot = cut.rfind(".")
        if dot < 0:
            return ""
        kind = base[dot:]
        if kind in PAGES:
            return kind
    return base[base.rfind(".") :]


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield the page of every item; a file that cannot be read is a page with a problem.
    """
    for item in task.items:
        try:
            with open(item.path, "rb") as stream:
                data = stream.read()
            yield from page(item, data, tally)
        except OSError as error:
            yield Page(file=item.file, url=item.url, problem=Problem.of(error))


def page(item: Item, data: bytes, tally: Tally) -> Iterator[Page]:
    """
    Yield the item's page, or nothing when its bytes show that it is none.
    """
    if data[:2] == b"\x1f\x8b":
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error) as error:
            yield Page(file=item.file, url=item.url, problem=Problem.of(error))
            return
    if item.sniff and not looks_like_page(data):
        tally.skipped["not html"] += 1
        return
    yield Page(file=item.file, data=data, url=item.url, charset=item.charset, rendered=item.rendered)
