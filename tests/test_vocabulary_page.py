"""
The page docs/vocabulary.md: every word of the vocabulary, none of its patterns.
"""

from __future__ import annotations

import pytest

from newsparse.reports.vocabulary import markdown
from newsparse.vocabulary import boilerplate, credits, datelines, dates, disclaimers, mastheads, names, scripts, sources

PAGE = markdown()
ENTRIES = [
    *boilerplate.NOTICES,
    *credits.LABELS,
    *datelines.OPENINGS,
    *dates.CALENDARS,
    dates.NUMERIC,
    *disclaimers.CLAUSES,
    *mastheads.ENDINGS,
    *mastheads.NAMES,
    *names.WORDS,
    *sources.TAILS,
]


@pytest.mark.parametrize(
    "module", [boilerplate, credits, datelines, dates, disclaimers, mastheads, names, scripts, sources], ids=str
)
def test_every_module(module: object) -> None:
    """Every module has a section."""
    assert f"\n## {getattr(module, '__name__', '').rpartition('.')[2]}\n" in PAGE


def test_every_entry() -> None:
    """Every example stands on the page, as it is."""
    missing = [
        entry for entry in ENTRIES if f"`{' '.join(entry.example.split(chr(10)))}`".replace("|", "\\|") not in PAGE
    ]

    assert missing == []


def test_no_patterns() -> None:
    """Patterns are for the machine."""
    assert [entry for entry in ENTRIES if len(getattr(entry, "pattern", "")) > 20 and entry.pattern in PAGE] == []
    assert "(?" not in PAGE


def test_words_and_comments() -> None:
    """Collections of words are a line, below the comment that says what they are."""
    assert "\n### AUTHOR_ROLES\n\nRoles whose names are the article's authors.\n\n`author`、`correspondent`、" in PAGE
    assert "\n### SURNAMES\n" in PAGE and "`欧阳`、`歐陽`" in PAGE
    assert "`两` 2" in PAGE


def test_tables() -> None:
    """A row has as many cells as its head; nothing private is shown."""
    block: list[str] = []
    for line in [*PAGE.splitlines(), ""]:
        if line.startswith("| ") or line.startswith("|-"):
            block.append(line.replace("\\|", ""))
        elif block:
            assert {row.count("|") for row in block} == {block[0].count("|")}
            block = []
    assert "### _" not in PAGE
