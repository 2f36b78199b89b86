"""
Web archives: WARC (plain, gzip, zstd) and WACZ in, the pages of their HTML responses out.

Theory.  In a ``.warc.gz`` every record is a gzip member of its own, so it can be read
from any member: a worker gets a range of bytes, looks for the first member that begins
in it, and reads the records that begin before the range's end.  No record is read
twice, none is left out.  An archive compressed as a whole has no such places; it is
read once, by the main process, and its pages travel.

FastWARC never decodes bodies here (``auto_decode="none"``): one header that lies about
its body would end the archive.  A damaged record costs that record: reading goes on at
the next one that can be found.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, cast

from fastwarc.warc import ArchiveIterator, WarcRecordType

from newsparse.batch.http import decode_body
from newsparse.batch.page import Item, Page, Problem, Task
from newsparse.batch.readers import Columns, Source, Tally
from newsparse.batch.readers.files import looks_like_page
from newsparse.batch.readers.pages import packed
from newsparse.batch.readers.whole import whole
from newsparse.errors import PageError

#: Bytes of archive in one task: some hundred pages.
_RANGE = 2 << 20
#: A response above this is not read into memory.
_TOO_LARGE = 64 << 20

_BLOCK = 1 << 16

_GZIP = b"\x1f\x8b\x08"
_GZIP_MARK = re.compile(re.escape(_GZIP))
_PLAIN_MARK = re.compile(rb"(?:(?<=\r\n)|\A)WARC/1\.[01]\r\n")
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
_LENGTH = re.compile(rb"(?i)\r\ncontent-length:[ \t]*(\d{1,18})")
_TYPES = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.revisit


def plan(source: Source) -> Iterator[Task]:
    """
    Yield ranges of an archive, or its pages where it cannot be read in pieces.
    """
    if source.path.lower().endswith(".wacz"):
        yield from _wacz(source)
        return
    with open(source.path, "rb") as stream:
        size = stream.seek(0, io.SEEK_END)
        item = Item(source.path, source.name, offset=0, size=size)
        starts = _starts(stream, item)
        if starts:
            yield from _ranges(item, starts)
        elif source.carry:
            stream.seek(0)
            yield from packed(_pages(stream, source.name, source.tally), stream.tell)
        else:
            yield whole("warc", source)


def _wacz(source: Source) -> Iterator[Task]:
    """A WACZ is a zip; its archives are stored in it as they are, so that they can be read in place."""
    with zipfile.ZipFile(source.path) as box, open(source.path, "rb") as stream:
        found = sorted(box.infolist(), key=lambda info: info.filename)
        members = [info for info in found if info.filename.startswith("archive/") and not info.is_dir()]
        places = [(member, _place(stream, member, source)) for member in members]
        starts = [_starts(stream, item) if item is not None else [] for _, item in places]
        if not source.carry and not all(starts):
            yield whole("warc", source)
            return
        for (member, item), cuts in zip(places, starts, strict=True):
            if item is not None and cuts:
                yield from _ranges(item, cuts)
            else:
                with box.open(member) as inner:
                    yield from packed(_pages(inner, f"{source.name}/{member.filename}", source.tally), stream.tell)


def _place(stream: Any, member: zipfile.ZipInfo, source: Source) -> Item | None:
    """Return where a member's bytes stand in the zip, None where they are compressed once more."""
    if member.compress_type != zipfile.ZIP_STORED:
        return None
    # The local header repeats the name and may have another extra field than the directory.
    stream.seek(member.header_offset + 26)
    lengths = stream.read(4)
    skip = 30 + int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
    name = f"{source.name}/{member.filename}"
    return Item(source.path, name, offset=member.header_offset + skip, size=member.file_size)


def _starts(stream: Any, item: Item) -> list[int]:
    """Return where the ranges of an archive begin; nothing where it can only be read as a whole."""
    stream.seek(item.offset)
    head = stream.read(min(4 << 20, item.size))
    if head[:3] == _GZIP and _record_by_record(head):
        return list(range(0, item.size, _RANGE))
    return _plain_cuts(stream, item) if head[:5] == b"WARC/" else []


def _ranges(item: Item, starts: list[int]) -> Iterator[Task]:
    """Yield the ranges of an archive."""
    for start, stop in zip(starts, [*starts[1:], item.size], strict=True):
        yield Task(reader="warc", path=item.path, start=start, stop=stop, items=(item,), size=stop - start)


def _record_by_record(head: bytes) -> bool:
    """Tell whether the first gzip member holds one record and no more, and another record's follows."""
    first = zlib.decompressobj(31)
    try:
        record = first.decompress(head)
    except zlib.error:
        return False
    if not first.eof or len(record) != _length(record):
        return False
    return not first.unused_data or _begins_record(first.unused_data[:1024])


def _length(record: bytes) -> int | None:
    """Return how many bytes a record takes by its own header, None where that is damaged."""
    end = record.find(b"\r\n\r\n")
    length = _LENGTH.search(record, 0, end + 2) if end >= 0 and record.startswith(b"WARC/") else None
    return None if length is None else end + 4 + int(length.group(1)) + 4


def _begins_record(member: bytes) -> bool:
    """Tell whether these are the first bytes of a gzip member that holds a record."""
    try:
        return zlib.decompressobj(31).decompress(member, 5) == b"WARC/"
    except zlib.error:
        return False


def _plain_cuts(stream: Any, item: Item) -> list[int]:
    """Walk the records of a plain archive by their lengths, and cut at the first one after every range."""
    cuts = [0]
    place = 0
    while place < item.size:
        stream.seek(item.offset + place)
        length = _length(stream.read(4096))
        if length is None:
            break  # damaged: the rest is one range
        if place >= cuts[-1] + _RANGE:
            cuts.append(place)
        place += length
    return cuts


class _Part:
    """
    A file that ends where the archive inside it ends.
    """

    def __init__(self, stream: Any, end: int) -> None:
        self._stream, self._end = stream, end

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._end - self._stream.tell())
        return cast(bytes, self._stream.read(left if size is None or size < 0 else min(size, left)))

    def tell(self) -> int:
        return cast(int, self._stream.tell())

    def seek(self, place: int, whence: int = 0) -> int:
        return cast(int, self._stream.seek(place, whence))


def read(task: Task, columns: Columns, tally: Tally) -> Iterator[Page]:
    """
    Yield the pages of the records that begin in the task's range.
    """
    (item,) = task.items
    base, end = item.offset, item.offset + item.size
    stop = base + task.stop
    with open(task.path, "rb", buffering=1 << 18) as stream:
        place = _sync(stream, base + task.start, stop, item)
        while place is not None:
            stream.seek(place)
            seen = place
            fault: Exception | None = None
            try:
                for record in _records(_Part(stream, end)):
                    if record.stream_pos >= stop:
                        return
                    seen = record.stream_pos
                    yield from _page(record, f"{item.file}#{seen - base}", tally)
            except (OSError, ValueError, EOFError) as error:
                fault = error
            if fault is not None and seen == place:
                problem = Problem(type(fault).__name__, f"damaged record: {fault}")
                yield Page(file=f"{item.file}#{place - base}", problem=problem)
            # FastWARC may also end quietly at a damaged record: look whether anything follows.
            place = _sync(stream, seen + 1, stop, item)


def _sync(stream: Any, start: int, stop: int, item: Item) -> int | None:
    """
    Return the first place from ``start`` to ``stop`` where a record begins, None where none does.
    """
    end = item.offset + item.size
    stream.seek(item.offset)
    zipped = stream.read(3) == _GZIP
    mark = _GZIP_MARK if zipped else _PLAIN_MARK
    place = start
    while place < stop:
        stream.seek(place)
        block = stream.read(min(_BLOCK, end - place))
        for found in mark.finditer(block):
            at = place + found.start()
            if at >= stop:
                return None
            stream.seek(at)
            if not zipped or _begins_record(stream.read(1024)):
                return at
        # A mark may lie across two blocks.
        place += max(1, len(block) - 16)
    return None


def _pages(stream: Any, name: str, tally: Tally) -> Iterator[Page]:
    """Yield the pages of a whole archive, named by their number from 0."""
    for number, record in enumerate(_records(stream)):
        yield from _page(record, f"{name}#{number}", tally)


def _records(stream: Any) -> Iterator[Any]:
    return iter(ArchiveIterator(stream, record_types=_TYPES, parse_http=True, auto_decode="none"))


def _page(record: Any, name: str, tally: Tally) -> Iterator[Page]:
    """Yield the record's page; nothing for what is no HTML, counted by reason."""
    reason = _passed_over(record)
    if reason is not None:
        tally.skipped[reason] += 1
        return
    url = record.headers.get("WARC-Target-URI", "").strip("<>") or None
    if record.content_length > _TOO_LARGE:
        yield Page(file=name, url=url, problem=Problem("PageError", f"too_large: {record.content_length} bytes"))
        return
    body = record.reader.read()
    headers = record.http_headers
    if headers is not None:
        try:
            body, warning = decode_body(body, headers.get("Transfer-Encoding"), headers.get("Content-Encoding"))
        except PageError as error:
            yield Page(file=name, url=url, problem=Problem("PageError", str(error)))
            return
        if warning:
            tally.warnings[warning] += 1
    if not record.http_content_type and not looks_like_page(body):
        tally.skipped["not html"] += 1
        return
    yield Page(file=name, data=body, url=url, charset=record.http_charset or None, fetched=record.record_date)


def _passed_over(record: Any) -> str | None:
    """Return why a record is not a page, None when it may be one."""
    if record.record_type == WarcRecordType.revisit:
        return "revisit"
    headers = record.http_headers
    if headers is None:
        content_type = record.headers.get("Content-Type", "").split(";", 1)[0].strip().lower()
        return None if content_type in _HTML_TYPES else "not html"
    status = headers.status_code or 200
    if 300 <= status < 400:
        return "redirect"
    if status >= 400:
        return f"http {status // 100}xx"
    content_type = (record.http_content_type or "").lower()
    return None if not content_type or content_type in _HTML_TYPES else "not html"
