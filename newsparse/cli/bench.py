"""
``newsparse bench``: what your own pages cost on your own machine.
"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("bench", short_help="Time newsparse, and what you compare it with, on your pages.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--manifest", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSON lines with file and url.")
@click.option("--against", default="", help="Comma list: lxml, decode, trafilatura, gne, newspaper4k, readability, resiliparse, turbohtml.")
@click.option("--rounds", default=5, show_default=True, help="How often each page is parsed; the best counts.")
@click.option("--limit", default=200, show_default=True, help="At most so many pages.")
def command(paths: tuple[Path, ...], manifest: Path | None, against: str, rounds: int, limit: int) -> None:
    """
    Time the window, full and generic path on the pages of PATHS, as ratios to a bare Lexbor parse of the same page.

    In Python: newsparse.reports.bench.costs.
    """
    from newsparse.reports.bench import costs, table
    from newsparse.reports.bench_pages import load
    from newsparse.reports.contenders import make

    names = ["lexbor", "window", "full", "generic", *(name.strip() for name in against.split(",") if name.strip())]
    try:
        contenders = make(dict.fromkeys(names))
        pages = load(paths, manifest, limit)
        rows = costs(pages, contenders, rounds)
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"{len(pages)} pages, {sum(len(page.data) for page in pages) / 1e6:.1f} MB")
    click.echo(table(rows))
