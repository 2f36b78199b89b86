"""
``newsparse parse``: one page, as JSON, text, Markdown or JSON-LD, or explained.
"""

from __future__ import annotations

import sys

import click


@click.command("parse", short_help="Parse one page.")
@click.argument("file", type=click.Path(allow_dash=True), default="-")
@click.option("--url", help="The page's address; decides the site, makes links absolute. Nothing is fetched.")
@click.option("--charset", help="The charset of the HTTP header.")
@click.option("--text", "rendered", is_flag=True, help="FILE is the text of a rendered page, not HTML.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["json", "text", "markdown", "jsonld"]), help="Default: json."
)
@click.option("--explain", is_flag=True, help="Show which rule found what; with -f json as JSON.")
@click.option("--adapter", "adapters", multiple=True, metavar="FILE", help="A Python file that defines a SITE.")
@click.option("--no-adapters", is_flag=True, help="Leave everything to the generic reader.")
@click.option("--reference", metavar="DATE", help="When the page was fetched: what 昨天 and 3小时前 refer to.")
@click.option("--fields", metavar="NAME,…", help="Only these fields of the article.")
def command(
    file: str,
    url: str | None,
    charset: str | None,
    rendered: bool,
    form: str | None,
    explain: bool,
    adapters: tuple[str, ...],
    no_adapters: bool,
    reference: str | None,
    fields: str | None,
) -> int:
    """
    Parse the page in FILE (default: standard input).

    \b
    newsparse parse page.html --url http://news.example.com.cn/1.htm
    newsparse parse page.html --explain
    newsparse parse page.txt --text --format markdown

    In Python: newsparse.parse(data, url=...), newsparse.explain, newsparse.parse_text.
    """
    from newsparse.cli._options import moment, names
    from newsparse.cli._page import Asked, explanation, written

    asked = Asked(
        data=_bytes(file),
        rendered=rendered,
        url=url,
        charset=charset,
        adapters=not no_adapters,
        files=adapters,
        reference=moment(reference),
        fields=names(fields),
    )
    text, code = explanation(asked, form) if explain else written(asked, form or "json")
    click.echo(text, nl=False)
    return code


def _bytes(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    with open(file, "rb") as opened:  # a Path takes longer to import than this takes
        return opened.read()
