"""
The generic reader on saved pages of sixty sites: how often it is right, how well it knows, and that no number in it was
fitted to a site.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from types import ModuleType
from typing import Any, NamedTuple

import pytest
from rapidfuzz.distance import LCSseq

import newsparse
from newsparse.document import lines
from newsparse.errors import PageError
from newsparse.generic import prose, region, story, zones
from newsparse.model import Article

pytestmark = [pytest.mark.corpus, pytest.mark.slow]

#: Least shares of labelled pages that must be right.
TARGETS = {"title": 0.97, "timestamp": 0.95, "source": 0.85, "authors": 0.80, "editors": 0.88, "body": 0.975, "exact": 0.62}

#: Every number that chooses the story or its zones.
NUMBERS: list[tuple[ModuleType, str]] = [
    (region, "_FAR"),
    (region, "_OTHER_TEXT"),
    (region, "_UNTITLED"),
    (region, "_CREDITS"),
    (region, "_LINK_LINE"),
    (region, "_SHORT_LINE"),
    (region, "_LIST"),
    (region, "_PATIENCE"),
    (region, "_TELLING"),
    (prose, "_SHORTEST"),
    (prose, "_LONG"),
    (lines, "_LONG_LIST"),
    (zones, "_ABOVE"),
    (zones, "_HEAD"),
    (zones, "_FOOT"),
    (story, "_BELOW"),
]
#: What each of them is multiplied with.
FACTORS = (0.5, 1.0, 2.0)


class Labelled(NamedTuple):
    """
    A saved page, and what it prints.
    """

    group: str
    data: bytes
    url: str | None
    label: dict[str, Any]


@pytest.fixture(scope="module")
def labelled(corpus: Path) -> list[Labelled]:
    """
    The pages that somebody read with care.
    """
    return list(_labelled(corpus))


def _labelled(corpus: Path) -> Iterator[Labelled]:
    with (corpus / "manifest.jsonl").open(encoding="utf-8") as manifest:
        rows = [json.loads(line) for line in manifest]
    for row in rows:
        path = corpus / "labels" / f"{row['file']}.json"
        if row["labelled"] and path.is_file():
            label = json.loads(path.read_text(encoding="utf-8"))
            if label.get("kind", "article") == "article":
                yield Labelled(row["group"], (corpus / "pages" / row["file"]).read_bytes(), row["url"], label)


def key(text: str | None) -> str:
    """
    The text as compared: width and white space folded away.
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def accepted(label: dict[str, Any], field: str) -> list[Any]:
    """
    Return the label's value and its accepted alternatives.
    """
    other = (label.get("alt") or {}).get(field)
    return [label.get(field), *(other if isinstance(other, list) else [] if other is None else [other])]


def score(label: dict[str, Any], article: Article | None) -> dict[str, float]:
    """
    Return how right each field is, 0 to 1.
    """
    if article is None:
        return dict.fromkeys(TARGETS, 0.0)
    time = str(article.timestamp or "")
    people = {"authors": article.authors, "editors": article.editors}
    row = {
        "title": float(key(article.title) in map(key, accepted(label, "title"))),
        "timestamp": float(any(_same_time(value, time) for value in accepted(label, "timestamp"))),
        "source": float(key(article.source.name if article.source else None) in map(key, accepted(label, "source"))),
    }
    for field, found in people.items():
        row[field] = float(any({key(person.name) for person in found} == names for names in _names(label, field)))
    return row | _body(label, article)


def _same_time(expected: str | None, actual: str) -> bool:
    """Tell whether two times agree as precisely as both are printed."""
    if not expected or not actual:
        return not expected and not actual
    short = min(len(expected[:19].split("+")[0]), len(actual[:19].split("+")[0]))
    return expected[:short] == actual[:short] and (len(expected) <= 10 or short > 10)


def _names(label: dict[str, Any], field: str) -> list[set[str]]:
    other = (label.get("alt") or {}).get(field) or []
    lists = other if any(isinstance(value, list) for value in other) else [other] if other else []
    return [{key(name) for name in names} for names in (label.get(field) or [], *lists)]


def _body(label: dict[str, Any], article: Article) -> dict[str, float]:
    """Compare the bodies by their longest common subsequence, without what may stand in either or not."""
    optional = {key(piece) for piece in label.get("optional") or []}
    want = "".join(text for text in map(key, label.get("body") or []) if text not in optional)
    blocks = (key(block.text) for block in article.body if block.kind not in ("image", "video"))
    got = "".join(text for text in blocks if text not in optional)
    for piece in sorted(optional, key=len, reverse=True):
        if len(piece) >= 4:
            want, got = want.replace(piece, "", 1), got.replace(piece, "", 1)
    common = LCSseq.similarity(want, got)
    return {"body": 2 * common / (len(want) + len(got)) if want or got else 1.0, "exact": float(want == got)}


def read(page: Labelled) -> Article | None:
    """
    Return the generic reader's article, None where it sees none.
    """
    try:
        return newsparse.parse(page.data, url=page.url, adapters=False)
    except PageError:
        return None


def means(pages: list[Labelled]) -> dict[str, float]:
    """
    Return the mean score of each page's site: one number that says how well pages of the site are read.
    """
    sites: dict[str, list[float]] = defaultdict(list)
    for page in pages:
        row = score(page.label, read(page))
        sites[page.group].append(fmean((row["title"], row["timestamp"], row["source"], row["body"])))
    return {site: fmean(values) for site, values in sites.items()}


def test_targets(labelled: list[Labelled]) -> None:
    """
    Enough of the labelled pages are read right, by the generic reader alone.
    """
    rows = [score(page.label, read(page)) for page in labelled]
    reached = {field: fmean(row[field] for row in rows) for field in TARGETS}

    assert len(rows) > 100
    assert {} == {field: reached[field] for field, least in TARGETS.items() if reached[field] < least}


def test_confidence(labelled: list[Labelled]) -> None:
    """
    Of the values given with a confidence of 0.9 and more, at least 95 % are right.
    """
    right: dict[str, list[bool]] = defaultdict(list)
    for page in labelled:
        article = read(page)
        if article is None:
            continue
        row = score(page.label, article)
        for field, sure in (article.confidence or {}).items():
            if sure >= 0.9 and field in row:
                right[field].append(row[field] >= 0.95)

    assert {"title", "timestamp", "source", "authors", "editors", "body"} <= set(right)
    assert {} == {field: fmean(values) for field, values in right.items() if fmean(values) < 0.95}


def test_nothing_is_refused(corpus: Path) -> None:
    """
    No saved page, each of which is an article, is taken for a list, a login or an error page.
    """
    with (corpus / "manifest.jsonl").open(encoding="utf-8") as manifest:
        rows = [json.loads(line) for line in manifest]
    refused = {}
    for row in rows:
        try:
            newsparse.parse((corpus / "pages" / row["file"]).read_bytes(), url=row["url"], adapters=False, fields=["title"])
        except PageError as error:
            refused[row["file"]] = str(error)

    assert {} == refused


def test_no_number_is_fitted_to_a_site(labelled: list[Labelled], monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Leave one site out, choose each number anew from the other sites, read the site that was left out: on average that is
    as good as with the numbers as they are, so none of them hangs on a site.
    """
    as_is = means(labelled)
    assert len(as_is) > 50
    lost: dict[str, float] = {}
    for module, name in NUMBERS:
        value = getattr(module, name)
        tried = {}
        for factor in FACTORS:
            monkeypatch.setattr(module, name, type(value)(value * factor))
            tried[factor] = as_is if factor == 1.0 else means(labelled)
            monkeypatch.setattr(module, name, value)
        chosen = []
        for site in as_is:
            best = max(FACTORS, key=lambda factor: fmean(tried[factor][s] for s in as_is if s != site))
            chosen.append(tried[best][site])
        lost[f"{module.__name__}.{name}"] = fmean(as_is.values()) - fmean(chosen)

    assert {} == {name: loss for name, loss in lost.items() if loss > 0.005}
