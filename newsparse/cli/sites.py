"""
``newsparse sites``: which sites are supported, and which fields each declares.
"""

from __future__ import annotations

import click


@click.command("sites", short_help="Show which sites are supported, per field.")
@click.argument("slugs", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a layout, with the rule of every field.")
@click.option("--markdown", "as_markdown", is_flag=True, help="The page docs/sites.md.")
def command(slugs: tuple[str, ...], as_json: bool, as_markdown: bool) -> None:
    """
    List the layouts of every site, or the rules of the sites named by SLUGS.

    In Python: newsparse.reports.sites.rows().
    """
    from newsparse.cli._sites import lines
    from newsparse.reports.sites import markdown, rows

    if as_markdown:
        click.echo(markdown(), nl=False)
        return
    chosen = [row for row in rows() if not slugs or row.slug in slugs]
    unknown = sorted(set(slugs) - {row.slug for row in chosen})
    if unknown:
        raise click.UsageError(f"no such site: {', '.join(unknown)}")
    click.echo("\n".join(lines(chosen, rules=bool(slugs), as_json=as_json)))
