"""
Readers: every page of an input comes out once, whatever the input is cut into, and damage costs only what it hits.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from batch_pages import address, page, response, warc_gz
from hypothesis import given
from hypothesis import strategies as st

from newsparse.batch.page import Item, Page, Task
from newsparse.batch.readers import Columns, Source, Tally, files, jsonl, parquet, reader, reader_for, warc, zip_file

COLUMNS = Columns()


def read(path: Path, tally: Tally | None = None, *, carry: bool = True, columns: Columns = COLUMNS) -> list[Page]:
    """
    Return the pages of an archive, by way of its tasks.
    """
    tally = tally or Tally()
    kind = reader_for(str(path))
    assert kind is not None
    source = Source(path=str(path), name=path.name, tally=tally, carry=carry, columns=columns)
    found: list[Page] = []
    for task in reader(kind).plan(source):
        found += reader(task.reader).read(task, columns, tally)
    return found


def numbers(pages: list[Page]) -> list[int]:
    """
    Return the numbers in the addresses of pages.
    """
    return [int(str(each.url).rpartition("_")[2].removesuffix(".htm")) for each in pages]


class TestSuffixes:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("dump.JSONL", "jsonl"),
            ("dump.2026.04.jsonl.gz", "jsonl"),
            ("CC-NEWS-20260401.warc.gz", "warc"),
            ("crawl.wacz", "warc"),
            ("folder.zip/page.html", None),
            ("page.html", None),
            ("a.tar.xz", "tar_file"),
            ("tar.gz", None),
        ],
    )
    def test_reader_for(self, name: str, kind: str | None) -> None:
        """The longest known suffix of the file's own name counts."""
        assert reader_for(name) == kind


class TestFiles:
    def test_pages(self, tmp_path: Path) -> None:
        """Bytes as they are; gzip undone; charset and url of the item kept."""
        plain, packed = tmp_path / "a.html", tmp_path / "b.html.gz"
        plain.write_bytes(page(1))
        packed.write_bytes(gzip.compress(page(2)))
        items = (Item(str(plain), "a.html", address(1), "gbk"), Item(str(packed), "b.html.gz"))

        first, second = files.read(Task(reader="files", items=items), COLUMNS, Tally())

        assert first == Page(file="a.html", data=page(1), url=address(1), charset="gbk")
        assert second.data == page(2)

    def test_faults(self, tmp_path: Path) -> None:
        """A missing or damaged file is a page with a problem, and the rest goes on."""
        broken = tmp_path / "b.html"
        broken.write_bytes(gzip.compress(page(2))[:-30])
        items = (Item(str(tmp_path / "no.html"), "no.html"), Item(str(broken), "b.html"))

        first, second = files.read(Task(reader="files", items=items), COLUMNS, Tally())

        assert first.problem == ("FileNotFoundError", "No such file or directory")
        assert second.problem is not None and second.problem.type == "EOFError"

    def test_sniffed(self, tmp_path: Path) -> None:
        """A file whose name says nothing is a page when it looks like one."""
        (tmp_path / "0a1b").write_bytes(page(1))
        (tmp_path / "0a1c").write_bytes(b"GIF89a....")
        items = tuple(Item(str(tmp_path / name), name, sniff=True) for name in ("0a1b", "0a1c"))
        tally = Tally()

        assert [each.file for each in files.read(Task(reader="files", items=items), COLUMNS, tally)] == ["0a1b"]
        assert tally.skipped == {"not html": 1}


class TestJsonl:
    ROWS = (
        {"html": "<p>一</p>", "url": "http://a.cn/"},
        {"text": "二"},
        {"html": "三", "file": "own/name"},
        {"x": 1},
        [4],
    )

    def test_rows(self, tmp_path: Path) -> None:
        """html, text, url and file are read; a row without a page is a page with a problem; blank lines count."""
        path = tmp_path / "d.jsonl"
        lines = [json.dumps(row, ensure_ascii=False) for row in self.ROWS]
        path.write_bytes(("\ufeff" + "\r\n\n".join(lines) + "\nno json").encode())

        one, two, three, four, five, six = read(path)

        assert one == Page(file="d.jsonl#1", data="<p>一</p>", url="http://a.cn/")
        assert two == Page(file="d.jsonl#3", data="二", rendered=True)
        assert three == Page(file="own/name", data="三")
        assert [each.problem.message for each in (four, five) if each.problem] == [
            "the row has neither 'html' nor 'text'",
            "the row is no JSON object",
        ]
        assert six.file == "d.jsonl#10" and six.problem is not None and "the row is no JSON" in six.problem.message

    def test_other_names(self, tmp_path: Path) -> None:
        """The fields may have other names."""
        path = tmp_path / "d.jsonl"
        path.write_text(json.dumps({"content": "<p>", "uri": "http://a.cn/"}), encoding="utf-8")

        assert read(path, columns=Columns(html="content", url="uri")) == [
            Page(file="d.jsonl#1", data="<p>", url="http://a.cn/")
        ]

    @given(
        texts=st.lists(st.text(max_size=40), max_size=30),
        size=st.integers(1, 300),
        ending=st.sampled_from(["\n", "\r\n", "\n\n"]),
        closed=st.booleans(),
    )
    def test_ranges(self, texts: list[str], size: int, ending: str, closed: bool) -> None:
        """However a file is cut, or sent as a stream, every row comes out once, in order, under the same name."""
        data = ending.join(json.dumps({"html": text}, ensure_ascii=False) for text in texts) + ending * closed
        with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
            path = Path(folder)
            plain, packed = path / "d.jsonl", path / "d.jsonl.gz"
            plain.write_bytes(data.encode("utf-8", "surrogatepass"))
            packed.write_bytes(gzip.compress(plain.read_bytes()))
            whole = read(plain)
            patch.setattr(jsonl, "TASK_BYTES", size)
            patch.setattr(jsonl, "_PAYLOAD", size)

            assert [each.data for each in whole] == texts
            assert read(plain) == whole
            assert [(each.data, each.file) for each in read(packed)] == [
                (each.data, each.file.replace(".jsonl", ".jsonl.gz")) for each in whole
            ]

    @pytest.mark.parametrize("suffix", [".gz", ".zst"])
    @pytest.mark.parametrize("carry", [True, False])
    def test_compressed(self, tmp_path: Path, suffix: str, carry: bool) -> None:
        """Several members or frames one after the other are one file."""
        pack: Callable[[bytes], bytes] = gzip.compress if suffix == ".gz" else zstandard.compress
        rows = [json.dumps({"html": f"<p>{n}"}).encode() + b"\n" for n in range(50)]
        path = tmp_path / f"d.jsonl{suffix}"
        path.write_bytes(b"".join(pack(b"".join(rows[at : at + 7])) for at in range(0, 50, 7)))

        assert [each.data for each in read(path, carry=carry)] == [f"<p>{n}" for n in range(50)]

    def test_cut_off(self, tmp_path: Path) -> None:
        """The rows before the end of a file that was cut off are not lost."""
        path = tmp_path / "d.jsonl.gz"
        rows = b"".join(
            json.dumps({"html": f"<p>{n}", "salt": str(hash((n, "s")))}).encode() + b"\n" for n in range(500)
        )
        path.write_bytes(gzip.compress(rows)[:-40])
        found: list[Page] = []
        with pytest.raises(EOFError):
            for task in jsonl.plan(Source(path=str(path), name="d")):
                found += jsonl.read(task, COLUMNS, Tally())

        assert len(found) > 450
        assert [each.data for each in found[:450]] == [f"<p>{n}" for n in range(450)]


class TestWarc:
    def test_kinds(self, tmp_path: Path) -> None:
        """Only HTML that was found is a page; the rest is counted by its reason."""
        records = [
            response(1, page(1), headers="Content-Type: text/html; charset=GBK"),
            response(2, b"", status="302 Found", headers="Location: /x"),
            response(3, b"\x89PNG", headers="Content-Type: image/png"),
            response(4, page(4), status="404 Not Found"),
            response(5, page(5), kind="revisit"),
            response(6, page(6), headers="Server: old"),
            response(7, b"just text", headers="Server: old"),
            response(8, page(8), kind="request"),
            response(9, gzip.compress(page(9)), headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
            response(10, page(10), headers="Content-Type: text/html\r\nContent-Encoding: br"),
            response(11, b"\x1f\x8b\x08bad" * 9, headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
        ]
        (tmp_path / "a.warc.gz").write_bytes(warc_gz(records))
        tally = Tally()

        found = read(tmp_path / "a.warc.gz", tally)

        assert numbers(found) == [1, 6, 9, 10, 11]
        assert [each.data for each in found[:4]] == [page(1), page(6), page(9), page(10)]
        assert found[0].charset is not None and found[0].charset.lower() == "gbk"
        assert found[0].fetched is not None and found[0].fetched.isoformat().startswith("2026-04-18T00:00:00")
        assert found[4].problem is not None and "gzip" in found[4].problem.message
        assert tally.skipped == {"redirect": 1, "not html": 2, "http 4xx": 1, "revisit": 1}
        assert tally.warnings == {"Content-Encoding says br, the body is not": 1}

    @pytest.mark.parametrize("span", [1, 100, 777, 5000, 1 << 20])
    @pytest.mark.parametrize("name", ["a.warc.gz", "a.warc"])
    def test_ranges(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, span: int) -> None:
        """However an archive is cut, every record comes out once, under the place where it begins."""
        records = [response(n, page(n)) for n in range(40)]
        data = warc_gz(records) if name.endswith("gz") else b"".join(records)
        (tmp_path / name).write_bytes(data)
        monkeypatch.setattr(warc, "_RANGE", span)

        found = read(tmp_path / name)

        assert numbers(found) == list(range(40))
        begin = b"\x1f\x8b\x08" if name.endswith("gz") else b"WARC/1.0"
        assert all(data[int(each.file.partition("#")[2]) :].startswith(begin) for each in found)
        assert len({each.file for each in found}) == 40

    def test_archive_inside(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A page that quotes a WARC header does not begin a record, in an archive without compression."""
        quoted = b"<html><p>\r\n\r\nWARC/1.0\r\nWARC-Type: response\r\n\r\n" + b"x" * 3000
        records = [response(n, quoted if n == 3 else page(n)) for n in range(8)]
        (tmp_path / "a.warc").write_bytes(b"".join(records))
        monkeypatch.setattr(warc, "_RANGE", 500)

        assert numbers(read(tmp_path / "a.warc")) == list(range(8))

    @pytest.mark.parametrize("carry", [True, False])
    @pytest.mark.parametrize("name", ["whole.warc.gz", "a.warc.zst"])
    def test_one_stream(self, tmp_path: Path, name: str, carry: bool) -> None:
        """An archive that cannot be read from its middle is read as a whole."""
        records = [response(n, page(n)) for n in range(30)]
        whole = gzip.compress(b"".join(records))
        data = whole if name.endswith("gz") else b"".join(map(zstandard.compress, records))
        (tmp_path / name).write_bytes(data)

        found = read(tmp_path / name, carry=carry)

        assert numbers(found) == list(range(30))
        assert found[7].file == f"{name}#7"

    @pytest.mark.parametrize("span", [300, 1 << 20])
    def test_damage(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, span: int) -> None:
        """A damaged record costs that record; it is told of, and those after it are read."""
        members = [gzip.compress(response(n, page(n)), mtime=0) for n in range(20)]
        members[7] = members[7][:200] + bytes(200) + members[7][400:]
        (tmp_path / "a.warc.gz").write_bytes(b"".join(members))
        monkeypatch.setattr(warc, "_RANGE", span)

        found = read(tmp_path / "a.warc.gz")
        whole = [each for each in found if each.problem is None and page(numbers([each])[0]) == each.data]

        assert set(numbers(whole)) == set(range(20)) - {7}
        assert len(whole) == 19

    def test_cut_off(self, tmp_path: Path) -> None:
        """The last record of an archive that was cut off is no reason to lose the others."""
        data = warc_gz([response(n, page(n)) for n in range(10)])
        (tmp_path / "a.warc.gz").write_bytes(data[:-300])

        assert numbers(read(tmp_path / "a.warc.gz"))[:9] == list(range(9))

    def test_too_large(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A response over the limit is not read into memory."""
        (tmp_path / "a.warc.gz").write_bytes(warc_gz([response(1, page(1) * 3), response(2, page(2))]))
        monkeypatch.setattr(warc, "_TOO_LARGE", 2 * len(page(1)))

        first, second = read(tmp_path / "a.warc.gz")

        assert first.problem is not None and first.problem.message.startswith("too_large")
        assert second.data == page(2)

    @pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    @pytest.mark.parametrize("carry", [True, False])
    def test_wacz(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compression: int, carry: bool) -> None:
        """A WACZ is read in place where its archives are stored as they are; what is no archive is passed over."""
        monkeypatch.setattr(warc, "_RANGE", 900)
        with zipfile.ZipFile(tmp_path / "a.wacz", "w", compression) as box:
            box.writestr("datapackage.json", "{}")
            for part in range(3):
                records = [response(10 * part + n, page(10 * part + n)) for n in range(10)]
                box.writestr(f"archive/part-{part}.warc.gz", warc_gz(records))

        found = read(tmp_path / "a.wacz", carry=carry)

        assert numbers(found) == list(range(30))
        assert found[12].file.startswith("a.wacz/archive/part-1.warc.gz#")


class TestTables:
    def table(self, kind: pa.DataType, count: int = 200) -> pa.Table:
        pages = [page(n) if pa.types.is_binary(kind) else page(n).decode() for n in range(count)]
        columns = {"id": range(count), "html": pa.array(pages, kind), "url": [address(n) for n in range(count)]}
        return pa.table(columns)

    @pytest.mark.parametrize("kind", [pa.binary(), pa.string(), pa.large_string()])
    @pytest.mark.parametrize("large", [False, True])
    def test_parquet(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: pa.DataType, large: bool) -> None:
        """Bytes and strings, by row group or, where those are large, by slices that travel."""
        pq.write_table(self.table(kind), tmp_path / "a.parquet", row_group_size=90)
        if large:
            monkeypatch.setattr(parquet, "_ROW_GROUP", 0)

        found = read(tmp_path / "a.parquet")

        assert numbers(found) == list(range(200))
        assert [each.file for each in found] == [f"a.parquet#{n}" for n in range(200)]
        assert found[150].data == (page(150) if pa.types.is_binary(kind) else page(150).decode())
        assert read(tmp_path / "a.parquet", carry=False) == found

    def test_arrow(self, tmp_path: Path) -> None:
        """Arrow IPC files, by record batch."""
        table = self.table(pa.binary())
        with pa.ipc.new_file(tmp_path / "a.arrow", table.schema) as writer:
            writer.write_table(table, max_chunksize=70)

        found = read(tmp_path / "a.arrow")

        assert numbers(found) == list(range(200))
        assert found[199].file == "a.arrow#199"

    def test_without_pages(self, tmp_path: Path) -> None:
        """A table without the column says which columns it has."""
        pq.write_table(pa.table({"body": ["x"]}), tmp_path / "a.parquet")

        with pytest.raises(ValueError, match="no column 'html' or 'text'; it has body"):
            read(tmp_path / "a.parquet")
        assert [each.data for each in read(tmp_path / "a.parquet", columns=Columns(html="body"))] == ["x"]
        assert not parquet.holds_pages(Source(path=str(tmp_path / "a.parquet"), name="a"))


class TestBoxes:
    NAMES = ("新闻/一.html", "b.htm", "c.jpg", "d")

    def test_zip(self, tmp_path: Path) -> None:
        """Members by their names; pictures passed over."""
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as box:
            box.mkdir("新闻")
            for number, name in enumerate(self.NAMES):
                box.writestr(name, page(number))
        tally = Tally()

        found = read(tmp_path / "a.zip", tally)

        assert [each.file for each in found] == ["a.zip/新闻/一.html", "a.zip/b.htm", "a.zip/d"]
        assert [each.data for each in found] == [page(0), page(1), page(3)]
        assert tally.skipped == {"not html": 1}

    def test_zip_names(self) -> None:
        """A name without the utf-8 flag is gbk where it can be."""
        info = zipfile.ZipInfo("x")
        info.flag_bits = 0
        info.filename = "本报.html".encode("gbk").decode("cp437")

        assert zip_file._name(info) == "本报.html"

    def test_zip_damage(self, tmp_path: Path) -> None:
        """A damaged member is a page with a problem."""
        with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as box:
            box.writestr("a.html", page(1) * 5)
            box.writestr("b.html", page(2))
        data = bytearray((tmp_path / "a.zip").read_bytes())
        data[60:80] = bytes(20)
        (tmp_path / "a.zip").write_bytes(data)

        first, second = read(tmp_path / "a.zip")

        assert first.problem is not None
        assert second.data == page(2)

    @pytest.mark.parametrize("suffix", ["", ".gz", ".bz2", ".xz", ".zst"])
    @pytest.mark.parametrize("carry", [True, False])
    def test_tar(self, tmp_path: Path, suffix: str, carry: bool) -> None:
        """Plain tars by place, compressed ones as a stream."""
        stream = io.BytesIO()
        with tarfile.open(fileobj=stream, mode="w") as box:
            for number, name in enumerate(self.NAMES):
                info = tarfile.TarInfo("./" + name)
                info.size = len(page(number))
                box.addfile(info, io.BytesIO(page(number)))
            link = tarfile.TarInfo("e.html")
            link.type = tarfile.SYMTYPE
            box.addfile(link)
        pack: dict[str, Callable[[bytes], bytes]] = {
            "": bytes,
            ".gz": gzip.compress,
            ".bz2": bz2.compress,
            ".xz": lzma.compress,
            ".zst": zstandard.compress,
        }
        path = tmp_path / f"a.tar{suffix}"
        path.write_bytes(pack[suffix](stream.getvalue()))

        found = read(path, carry=carry)

        assert [each.file for each in found] == [f"{path.name}/{name}" for name in ("新闻/一.html", "b.htm", "d")]
        assert [each.data for each in found] == [page(0), page(1), page(3)]
