"""
The same pages through newsparse and its peers: what they cost, and how right they are.

    python -m benchmarks.peers --setup      # an environment of their own, below .benchmarks/peers
    .benchmarks/peers/bin/python -m benchmarks.peers [--limit N] [--rounds N]

Speed is the ratio to a bare Lexbor parse of the same page.  Where the labelled pages are at
hand, every peer's answers are written in the JSON form and scored with the same script.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from benchmarks.pages import ROOT, corpus, saved
from newsparse.reports.bench import costs, table
from newsparse.reports.contenders import CONTENDERS, BenchPage, make

ENVIRONMENT = ROOT / ".benchmarks" / "peers"
PACKAGES = (
    "trafilatura", "gne", "newspaper4k", "jieba", "readability-lxml", "lxml_html_clean", "resiliparse", "turbohtml",
    # A newer curl_cffi lacks what fundus 0.5 imports.
    "fundus", "curl_cffi>=0.12,<0.14", "orjson", "rapidfuzz", "cssselect",
)  # fmt: skip
PEERS = ("trafilatura", "gne", "newspaper4k", "readability", "resiliparse", "turbohtml", "fundus")


def setup() -> None:
    """
    Make the environment and install newsparse and its peers there.
    """
    venv.create(ENVIRONMENT, with_pip=True)
    pip = [str(ENVIRONMENT / "bin" / "python"), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    subprocess.run([*pip, "-e", str(ROOT)], check=True)
    for package in PACKAGES:
        if subprocess.run([*pip, package], check=False).returncode:
            print(f"{package} cannot be installed here; its row will be missing")


def _trafilatura(page: BenchPage) -> Mapping[str, Any]:
    from trafilatura import bare_extraction

    found = bare_extraction(page.text, url=page.url, with_metadata=True)
    found = found.as_dict() if found is not None and hasattr(found, "as_dict") else found or {}
    names = [{"name": name.strip(), "role": "author"} for name in (found.get("author") or "").split(";") if name.strip()]
    body = (found.get("text") or "").split("\n")
    return {"title": found.get("title"), "timestamp": found.get("date"), "authors": names, "body": body}


def _gne(page: BenchPage) -> Mapping[str, Any]:
    from gne import GeneralNewsExtractor

    found = GeneralNewsExtractor().extract(page.text)
    author = found.get("author")
    return {
        "title": found.get("title"),
        "timestamp": found.get("publish_time") or None,
        "authors": [{"name": author, "role": "author"}] if author else [],
        "body": (found.get("content") or "").split("\n"),
    }


def _newspaper4k(page: BenchPage) -> Mapping[str, Any]:
    from newspaper import Article

    article = Article(page.url or "http://example.com/", language="zh", fetch_images=False)
    article.download(input_html=page.text)
    article.parse()
    time = article.publish_date
    return {
        "title": article.title,
        "timestamp": time.isoformat() if time else None,
        "authors": [{"name": name, "role": "author"} for name in article.authors],
        "body": article.text.split("\n"),
    }


def _readability(page: BenchPage) -> Mapping[str, Any]:
    from lxml.html import fromstring
    from readability import Document

    document = Document(page.text)
    return {"title": document.short_title(), "body": [fromstring(document.summary()).text_content()]}


def _resiliparse(page: BenchPage) -> Mapping[str, Any]:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(page.text)
    return {"title": tree.title, "body": extract_plain_text(tree, main_content=True).split("\n")}


def _turbohtml(page: BenchPage) -> Mapping[str, Any]:
    import turbohtml

    found = turbohtml.parse(page.text).article()
    byline, date = getattr(found, "byline", None), getattr(found, "date", None)
    return {
        "title": getattr(found, "title", None),
        "timestamp": str(date) if date else None,
        "authors": [{"name": byline, "role": "author"}] if byline else [],
        "body": (getattr(found, "text", None) or "").split("\n"),
    }


def _fundus(page: BenchPage) -> Mapping[str, Any]:
    from datetime import date

    from fundus import PublisherCollection

    if "people.com.cn" not in (page.url or ""):
        raise LookupError("fundus has one Chinese site, People's Daily Online")
    found = PublisherCollection.cn.People.parser(date.today()).parse(page.text, error_handling="suppress")
    time = found.get("publishing_date")
    return {
        "title": found.get("title"),
        "timestamp": time.isoformat() if time else None,
        "authors": [{"name": name, "role": "author"} for name in found.get("authors") or []],
        "body": [str(paragraph) for section in found["body"].sections for paragraph in section.paragraphs],
    }


def _newsparse(adapters: bool) -> Callable[[BenchPage], Mapping[str, Any]]:
    from newsparse.api import parse
    from newsparse.output.json import to_dict

    return lambda page: to_dict(parse(page.data, url=page.url, adapters=adapters))


ANSWERS: dict[str, Callable[[BenchPage], Mapping[str, Any]]] = {
    "newsparse": _newsparse(True),
    "newsparse generic": _newsparse(False),
    "trafilatura": _trafilatura,
    "gne": _gne,
    "newspaper4k": _newspaper4k,
    "readability": _readability,
    "resiliparse": _resiliparse,
    "turbohtml": _turbohtml,
    "fundus": _fundus,
}
_SHOWN = ("title", "timestamp", "source", "authors", "editors", "body_f1", "body_exact", "page_exact")


def accuracy(pages: list[BenchPage], labels: Path, scorer: Path) -> str:
    """
    Return a row of scores for everyone who can be imported.
    """
    labelled = [page for page in pages if (labels / f"{page.name}.json").exists()]
    lines = [f"{len(labelled)} labelled pages", f"{'':18} " + " ".join(f"{name:>10}" for name in _SHOWN) + f" {'failed':>7}"]
    for name, answer in ANSWERS.items():
        with tempfile.TemporaryDirectory() as place:
            out, summary = Path(place, "answers.jsonl"), Path(place, "scores.json")
            failed = _write(labelled, answer, out)
            if failed == len(labelled):
                lines.append(f"{name:18} not to be had here, or for none of these pages")
                continue
            command = [sys.executable, str(scorer), str(out), "--labels", str(labels), "--json", str(summary)]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            scores = json.loads(summary.read_text(encoding="utf-8"))
        lines.append(f"{name:18} " + " ".join(f"{scores[field]['mean']:10.3f}" for field in _SHOWN) + f" {failed:7}")
    return "\n".join(lines)


def _write(pages: list[BenchPage], answer: Callable[[BenchPage], Mapping[str, Any]], out: Path) -> int:
    """Write the answers, a failure as a record with its error; return how many failed."""
    failed = 0
    with out.open("w", encoding="utf-8") as lines:
        for page in pages:
            try:
                found = dict(answer(page))
            except Exception as error:  # peers raise anything; a failed page is a wrong page, not the end
                failed += 1
                found = {"error": {"type": type(error).__name__, "message": str(error)[:200]}}
            lines.write(json.dumps({"file": page.name, **found}, ensure_ascii=False, default=str) + "\n")
    return failed


def speed(pages: list[BenchPage], rounds: int) -> str:
    """
    Return the table of costs of everyone who can be imported.
    """
    names = ["lexbor", "window", "full", "generic"]
    for name in PEERS:
        if name in CONTENDERS:
            try:
                make([name])
            except ValueError as error:
                print(error)
            else:
                names.append(name)
    return table(costs(pages, make(names), rounds))


def main() -> None:
    """
    Print both tables.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--setup", action="store_true", help="make the environment")
    parser.add_argument("--limit", type=int, default=60, help="pages that are timed")
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    if arguments.setup:
        setup()
        return
    print(speed(saved(arguments.limit), arguments.rounds))
    folder = corpus()
    if folder is not None:
        print()
        print(accuracy(saved(), folder / "labels", folder.parent / "eval" / "score.py"))


if __name__ == "__main__":
    main()
