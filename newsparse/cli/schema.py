"""
``newsparse schema``: the form of what ``batch`` writes, for those who read it by program.
"""

from __future__ import annotations

import json

import click


@click.command("schema", short_help="Print the schema of the output.")
@click.option("--fields", metavar="NAME,…", help="Of a run with these --fields.")
@click.option(
    "--arrow", is_flag=True, help="The Arrow schema of Parquet files, a line a column, instead of the JSON Schema."
)
def command(fields: str | None, arrow: bool) -> None:
    """
    Print the JSON Schema (2020-12) of a line of newsparse batch, or the Arrow schema of its Parquet files.

    \b
    newsparse schema > article.schema.json
    newsparse schema --arrow --fields title,timestamp,text

    In Python: newsparse.reports.schema.json_schema(), newsparse.arrow.schema_of().
    """
    from newsparse.cli._options import names
    from newsparse.reports.schema import json_schema

    try:
        schema = json_schema(names(fields))
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if not arrow:
        click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
        return
    try:
        from newsparse.arrow import schema_of
    except ModuleNotFoundError as error:
        raise click.UsageError(f"--arrow needs {error.name}: pip install 'newsparse[parquet]'") from error
    click.echo("\n".join(f"{column.name}: {column.type}" for column in schema_of(names(fields))))
