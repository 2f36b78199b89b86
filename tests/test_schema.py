"""
The schema of the JSON form: what is written keeps to it, and what does not keep to it is refused.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from batch_pages import folder
from jsonschema import Draft202012Validator
from pages import fixtures, read
from test_arrow import FULL

from newsparse.cli import main
from newsparse.output.json import to_dict
from newsparse.reports.schema import json_schema

WHOLE = json_schema()
VALIDATOR = Draft202012Validator(WHOLE)


def faults(line: dict[str, Any], validator: Draft202012Validator = VALIDATOR) -> list[str]:
    """
    Return what is wrong with a line.
    """
    return [error.message for error in validator.iter_errors(line)]


def test_is_a_schema() -> None:
    """It is a schema itself."""
    Draft202012Validator.check_schema(WHOLE)


@pytest.mark.parametrize("page", fixtures(), ids=lambda page: page.name)
def test_fixtures(page: Any) -> None:
    """Every article of the fixtures keeps to it."""
    line = {"file": page.name, "url": page.url} | read(page)
    if "error" in line:
        line["error"] = {"type": "PageError", "message": line["error"]}

    assert faults(line) == []


def test_every_field() -> None:
    """An article with every field and every kind of block keeps to it, and shows all keys there are."""
    assert faults(to_dict(FULL)) == []
    assert set(WHOLE["$defs"]["Article"]["properties"]) == {"file", *to_dict(FULL)}


@pytest.mark.parametrize(
    "change",
    [
        {"title": 1},
        {"timestamp": "2024-05-20 08:15"},
        {"timestamp": "2024-05-20T08+08:00"},
        {"source": "今日早报"},
        {"related": [{"name": "旧闻", "url": None}]},
        {"body": [{"kind": "list", "items": ["一"]}]},
        {"body": [{"kind": "poem", "text": "一"}]},
        {"confidence": {"title": "much"}},
        {"is_reprint": "no"},
        {"headline": "x"},
    ],
    ids=str,
)
def test_refused(change: dict[str, Any]) -> None:
    """A value of another type, a key too many or too few is refused."""
    assert faults({**to_dict(FULL), **change}) != []


def test_missing_key() -> None:
    """Every key is there, even where its value is null."""
    assert faults({name: value for name, value in to_dict(FULL).items() if name != "kicker"}) != []


def test_lines_of_a_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Lines with some fields keep to the schema that the command prints for them; failed pages too."""
    folder(tmp_path / "crawl", range(3))
    (tmp_path / "crawl" / "x.html").write_bytes(b"<html></html>")
    fields = ["--fields", "title,timestamp,text,lede,captions"]
    main(["batch", str(tmp_path / "crawl"), "-o", str(tmp_path / "o.jsonl"), "-q", "--workers", "1", *fields])
    code = main(["schema", *fields])
    validator = Draft202012Validator(json.loads(capsys.readouterr().out))
    lines = [json.loads(line) for line in (tmp_path / "o.jsonl").read_bytes().splitlines()]

    assert (0, 4) == (code, len(lines))
    assert [faults(line, validator) for line in lines] == [[]] * 4
    assert all(faults(line) for line in lines if "error" not in line)


def test_arrow(capsys: pytest.CaptureFixture[str]) -> None:
    """The columns of Parquet files and their types."""
    assert main(["schema", "--arrow", "--fields", "timestamp"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "file: string",
        "url: string",
        "timestamp: timestamp[us, tz=Asia/Shanghai]",
        "timestamp_precision: string",
        "timestamp_offset: int16",
        "error: struct<type: string, message: string>",
    ]


def test_unknown_field(capsys: pytest.CaptureFixture[str]) -> None:
    """A field that does not exist is a wrong command line."""
    assert main(["schema", "--fields", "headline"]) == 2
    assert "no such field: headline" in capsys.readouterr().err


def test_without_arrow(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without pyarrow the command says what to install."""
    import sys

    monkeypatch.setitem(sys.modules, "newsparse.arrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    assert main(["schema", "--arrow"]) == 2
    assert "pip install 'newsparse[parquet]'" in capsys.readouterr().err
