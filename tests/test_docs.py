"""
The documentation says what the code does: its examples run, its generated pages are fresh, its links lead somewhere.
"""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import click
import pytest
from fixture_pages import ROOT as FIXTURES

import newsparse
from newsparse.cli import _commands
from newsparse.reports import pages

ROOT = FIXTURES.parent
DOCS = ROOT / "docs"
MARKDOWN = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md")])
#: A block of Python, as it stands in Markdown.
BLOCK = re.compile(r"^```python\n(.*?)^```", re.M | re.S)
CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.M | re.S)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s#]+)(?:#[^)\s]*)?\)")


def run(text: str, name: str) -> doctest.TestResults:
    """
    Run the examples of a text, together, as a reader would type them in.
    """
    test = doctest.DocTestParser().get_doctest(text, {}, name, name, 0)
    return doctest.DocTestRunner(verbose=False).run(test)


@pytest.mark.parametrize(
    "name", ["README.md", "README.zh-CN.md", "docs/getting-started.md", "docs/write-an-adapter.md"]
)
def test_examples(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every block of Python is an example that gives what it says."""
    monkeypatch.chdir(ROOT)
    blocks = BLOCK.findall((ROOT / name).read_text(encoding="utf-8"))
    result = run("".join(blocks), name)

    assert blocks and all(">>> " in block for block in blocks)
    assert result.attempted >= len(blocks) and result.failed == 0


def test_package() -> None:
    """The tour in the package's own docstring works."""
    result = run(newsparse.__doc__ or "", "newsparse")

    assert result.attempted >= 4 and result.failed == 0


def test_generated_pages() -> None:
    """The generated pages are those of this code; `make pages` writes them."""
    assert pages.stale(DOCS) == []


def test_commands() -> None:
    """Every command has a section or a line of its own among the words on the command line."""
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    context = click.Context(_commands.group)
    missing = [name for name in _commands.group.list_commands(context) if f"newsparse {name} " not in text]

    assert missing == []


def test_every_page_is_reachable() -> None:
    """The index lists every page."""
    index = (DOCS / "index.md").read_text(encoding="utf-8")

    assert [path.stem for path in DOCS.glob("*.md") if path.stem != "index" and f"\n{path.stem}\n" not in index] == []


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links(path: Path) -> None:
    """Links inside the repository lead to files that are there."""
    targets = LINK.findall(CODE.sub("", path.read_text(encoding="utf-8")))

    assert [target for target in targets if not (path.parent / target).exists()] == []


def test_both_readmes() -> None:
    """The two readmes have the same examples, tables and headings."""
    one, other = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md"))

    def shape(text: str) -> tuple[list[str], int, int, list[str]]:
        code = [re.sub(r"#.*", "", block) for block in BLOCK.findall(text)]
        links = sorted(set(LINK.findall(text)) - {"README.md", "README.zh-CN.md"})
        return code, len(re.findall(r"^## ", text, re.M)), len(re.findall(r"^\|", text, re.M)), links

    assert shape(one) == shape(other)
