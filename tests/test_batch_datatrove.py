"""
Steps for datatrove, with datatrove where it is installed, else with stand-ins for the three names that we use of it.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from batch_pages import address, folder, page, response, warc_gz


class _Step:
    """
    What a pipeline step of datatrove offers.
    """

    def __init__(self) -> None:
        self.stats: Counter[str] = Counter()

    def stat_update(self, *labels: str, value: int = 1, unit: str | None = None) -> None:
        self.stats.update(dict.fromkeys(labels, value))

    def update_doc_stats(self, document: Any) -> None:
        self.stat_update("doc_len", value=len(document.text))

    def track_time(self, unit: str | None = None) -> Any:
        return contextlib.nullcontext()


class _Document(SimpleNamespace):
    def __init__(self, text: str, id: str, metadata: dict[str, Any] | None = None) -> None:
        super().__init__(text=text, id=id, metadata=metadata or {})


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Any:
    """
    The module of steps.
    """
    if importlib.util.find_spec("datatrove") is None:
        for name, content in (
            ("datatrove", {}),
            ("datatrove.data", {"Document": _Document, "DocumentsPipeline": Any}),
            ("datatrove.pipeline", {}),
            ("datatrove.pipeline.base", {"PipelineStep": _Step}),
        ):
            module = ModuleType(name)
            vars(module).update(content)
            monkeypatch.setitem(sys.modules, name, module)
        monkeypatch.delitem(sys.modules, "newsparse.integrations.datatrove", raising=False)
    return importlib.import_module("newsparse.integrations.datatrove")


def test_step(steps: Any) -> None:
    """
    The story becomes the text, the facts metadata; what is no article is dropped, whatever its reason.
    """
    document = importlib.import_module("datatrove.data").Document
    documents = [
        document(text=page(1).decode(), id="1", metadata={"url": address(1), "crawl": "x"}),
        document(text="<html></html>", id="2", metadata={}),
        document(text=page(3).decode(), id="3", metadata={}),
    ]
    first, third = steps.NewsparseStep().run(iter(documents))

    assert first.text.startswith("第1则") and "<" not in first.text
    assert first.metadata["crawl"] == "x"
    assert first.metadata["title"] == "湖边新闻1"
    assert first.metadata["source"] == "杭州网" and first.metadata["authors"] == ["王小湖"]
    assert first.metadata["timestamp"] == "2026-04-17T09:35:10+08:00"
    assert "kicker" not in first.metadata and None not in first.metadata.values()
    assert third.id == "3"


def test_fault(steps: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A page that trips the parser does not stop the pipeline.
    """

    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(steps, "extract", broken)
    document = importlib.import_module("datatrove.data").Document

    assert list(steps.NewsparseStep().run(iter([document(text="x", id="1")]))) == []


@pytest.mark.parametrize("world", [1, 3])
def test_reader(steps: Any, tmp_path: Path, world: int) -> None:
    """
    Every task of the pipeline reads its share; together they read everything once.
    """
    folder(tmp_path / "in", range(5))
    for part in range(4):
        records = [response(n, page(n)) for n in range(10 * part + 10, 10 * part + 20)]
        (tmp_path / "in" / f"{part}.warc.gz").write_bytes(warc_gz(records))
    (tmp_path / "in" / "broken.zip").write_bytes(b"x")
    shares = [
        list(steps.NewsparseReader(str(tmp_path / "in"), metadata=("title",)).run(rank=rank, world_size=world))
        for rank in range(world)
    ]
    titles = [document.metadata["title"] for share in shares for document in share]

    assert sorted(titles) == sorted(f"湖边新闻{n}" for n in [*range(5), *range(10, 50)])
    assert len({document.id for share in shares for document in share}) == 45
