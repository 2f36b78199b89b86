"""
``newsparse new-site``: a draft adapter and fixture folder from a saved page.
"""

from __future__ import annotations

from pathlib import Path

import click

_ADAPTERS = Path("newsparse/adapters")


@click.command("new-site", short_help="Draft an adapter and a fixture from a saved page.")
@click.argument("page", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--url", required=True, help="The page's address.")
@click.option("--name", required=True, help="The module's name, such as 'people'.")
@click.option("--adapters", type=click.Path(file_okay=False, path_type=Path), default=_ADAPTERS, show_default=True)
@click.option("--fixtures", type=click.Path(file_okay=False, path_type=Path), default=Path("fixtures"), show_default=True)
def command(page: Path, url: str, name: str, adapters: Path, fixtures: Path) -> None:
    """
    Write a draft adapter and a fixture folder for the site of PAGE, to be corrected by hand.

    In Python: newsparse.reports.scaffold.new_site.
    """
    from newsparse.adapters import by_host
    from newsparse.reports.scaffold import new_site
    from newsparse.urls import host_of

    if adapters == _ADAPTERS and not adapters.is_dir():
        raise click.UsageError(f"there is no folder {adapters} here: go into a clone, or give --adapters and --fixtures")
    try:
        draft = new_site(page.read_bytes(), url, name, adapters, fixtures)
    except (ValueError, FileExistsError) as error:
        raise click.UsageError(str(error)) from error
    known = by_host(host_of(url) or "")
    if known is not None:
        click.echo(f"{known.slug} is the site of this host already: one more layout may belong there", err=True)
    for field, query in draft.queries.items():
        click.echo(f"{field:12} {query}", err=True)
    if draft.differing:
        click.echo(f"the draft reads these otherwise than the fixture says: {', '.join(draft.differing)}", err=True)
    click.echo(f"{draft.adapter}\n{draft.fixture}")
