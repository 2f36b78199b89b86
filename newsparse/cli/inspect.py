"""
``newsparse inspect``: one page explained as an HTML report.
"""

from __future__ import annotations

from pathlib import Path

import click


@click.command("inspect", short_help="Show a page with every field marked.")
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--url", help="The page's address.")
@click.option("--charset", help="The charset of the HTTP header.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), default=Path("report.html"), show_default=True
)
def command(page: Path, url: str | None, charset: str | None, output: Path) -> None:
    """
    Write an HTML report of PAGE: its fields marked in place, and what became of every rule.

    In Python: newsparse.explain(data, url=...) and newsparse.reports.inspection.render.
    """
    from newsparse.api import explain
    from newsparse.decode import decode
    from newsparse.reports.inspection import render

    data = page.read_bytes()
    try:
        report = render(explain(data, url=url, charset=charset), decode(data, charset)[0])
    except ModuleNotFoundError as error:
        raise click.UsageError(f"inspect needs {error.name}: pip install 'newsparse[inspect]'") from error
    output.write_text(report, encoding="utf-8")
    click.echo(f"{output}", err=True)
