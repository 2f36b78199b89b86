"""
``newsparse drift``: do the rules still match as often as they promise?
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from newsparse.cli import NOTHING_READABLE, PAGE_FAILED

#: Warnings that are printed; the rest is counted.
_TOLD = 5


@click.command("drift", short_help="Show templates that changed: rules that match less often than promised.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--manifest", metavar="FILE", help="JSON Lines with file, url and perhaps charset of the pages.")
@click.option(
    "--against",
    type=click.Path(exists=True, path_type=Path),
    help="What is promised: a folder of fixtures, or a file written by --save.  [default: fixtures/]",
)
@click.option(
    "--save", type=click.Path(dir_okay=False, path_type=Path), help="Write the rates of these pages, for later."
)
@click.option(
    "--tolerance", type=click.FloatRange(0, 1), default=0.3, show_default=True, help="How much more may be missing."
)
@click.option(
    "--pages",
    "least",
    type=click.IntRange(min=1),
    default=5,
    show_default=True,
    help="Layouts met less often are passed over.",
)
@click.option("--adapter", "adapters", multiple=True, metavar="FILE", help="A Python file that defines a SITE.")
@click.option("--html-field", default="html", show_default=True, help="Name of the field or column of HTML.")
@click.option("--url-field", default="url", show_default=True, help="Name of the field or column of addresses.")
@click.option("-q", "--quiet", is_flag=True, help="Only what changed, not the table.")
def command(
    paths: tuple[str, ...],
    manifest: str | None,
    against: Path | None,
    save: Path | None,
    tolerance: float,
    least: int,
    adapters: tuple[str, ...],
    html_field: str,
    url_field: str,
    quiet: bool,
) -> int:
    """
    Count, per layout and field, how often the rules match on the pages of PATH… (all that batch reads: files,
    folders, archives, tables, JSON Lines with the HTML), and name what matches less often than promised.

    \b
    newsparse drift crawl/2026-04/ --manifest crawl/2026-04/manifest.jsonl
    newsparse drift march.warc.gz --save march.jsonl && newsparse drift april.warc.gz --against march.jsonl

    Exit codes: 0 as promised, 1 something changed, 2 wrong usage, 3 no article was read.

    In Python: newsparse.reports.drift.look, rates, compare.
    """
    from newsparse.batch.adapter_files import load as adapter
    from newsparse.batch.inputs import Inputs
    from newsparse.batch.manifest import lookup
    from newsparse.batch.readers import Columns, Tally, unknown
    from newsparse.reports.drift import compare, load, look, rates, table
    from newsparse.reports.drift import save as write

    if against is None and Path("fixtures").is_dir():
        against = Path("fixtures")
    if against is None and save is None:
        raise click.UsageError("there is no folder fixtures/ here: give --against, or --save the rates")
    inputs = Inputs(
        paths=paths,
        stdin=sys.stdin.buffer,
        lookup=lookup(manifest) if manifest else unknown,
        columns=Columns(html=html_field, url=url_field),
    )
    try:
        promised = load(against) if against else None
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    tally = Tally()
    now = rates(look(inputs, tuple(map(adapter, adapters)), tally))
    for warning, times in list(tally.warnings.items())[:_TOLD]:
        click.echo(f"newsparse: {warning}" + (f" ({times} times)" if times > 1 else ""), err=True)
    if len(tally.warnings) > _TOLD:
        click.echo(f"newsparse: {len(tally.warnings) - _TOLD:,} more of this kind", err=True)
    if not now:
        click.echo("newsparse: no article of a declared site was read", err=True)
        return NOTHING_READABLE
    if save:
        write(now, save)
    if not quiet:
        click.echo(table(now))
    changed = [] if promised is None else list(compare(now, promised, tolerance, least))
    for line in changed:
        click.echo(line)
    return PAGE_FAILED if changed else 0
