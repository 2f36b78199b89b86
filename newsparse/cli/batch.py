"""
``newsparse batch``: many pages, from anything that holds pages, into one output.
"""

from __future__ import annotations

from typing import Any

import click


@click.command("batch", short_help="Parse many pages: files, folders, archives, tables.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("-o", "--output", metavar="FILE", help="Where articles go; default: standard output, as JSON Lines.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["jsonl", "parquet", "markdown", "text"]),
    help="Default: by the suffix of FILE, else jsonl. markdown and text write one file a page, into a folder.",
)
@click.option("--errors", metavar="FILE", help="Failed pages go here, one a line, instead of between the articles.")
@click.option("--manifest", metavar="FILE", help="JSON Lines with file, url and perhaps charset of the pages.")
@click.option("--workers", type=click.IntRange(min=1), help="Processes; default: one a core.")
@click.option("--unordered", is_flag=True, help="Write results as they come, not in the order of the input.")
@click.option("--resume", is_flag=True, help="Go on with the interrupted run that wrote to this output.")
@click.option("--retry", metavar="FILE", help="Only the pages that this file of errors names.")
@click.option("--text", "rendered", is_flag=True, help="Files are the text of rendered pages, not HTML.")
@click.option("--adapter", "adapters", multiple=True, metavar="FILE", help="A Python file that defines a SITE.")
@click.option("--no-adapters", is_flag=True, help="Leave everything to the generic reader.")
@click.option("--reference", metavar="DATE", help="When pages were fetched: what 昨天 and 3小时前 refer to.")
@click.option("--sites", metavar="NAME,…", help="Only articles of these sites: slugs, or hosts with all below them.")
@click.option("--fields", metavar="NAME,…", help="Only these fields (also: text, lede).")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Drop what the generic reader is less sure of.")
@click.option("--since", metavar="DATE", help="Only articles from this day, month, year or moment on.")
@click.option("--until", metavar="DATE", help="Only articles up to the end of this day, month, year or moment.")
@click.option("--language", metavar="TAG,…", help="Only articles in zh-Hans, zh-Hant, or zh for both.")
@click.option("--dedupe", type=click.Choice(["url", "text"]), help="Leave out articles met before.")
@click.option("--html-field", default="html", show_default=True, help="Name of the field or column of HTML.")
@click.option("--url-field", default="url", show_default=True, help="Name of the field or column of addresses.")
@click.option("--max-bytes", type=click.IntRange(min=0), help="Refuse larger pages.  [default: 16777216; 0: no limit]")
@click.option(
    "--page-seconds",
    type=click.FloatRange(min=0),
    default=30.0,
    show_default=True,
    help="Give up on a page after this long; 0: never.",
)
@click.option("--worker-memory", type=click.IntRange(min=1), metavar="MB", help="Address space of a worker process.")
@click.option(
    "--progress",
    type=click.Choice(["auto", "line", "json", "none"]),
    default="auto",
    help="On standard error; auto is a line on a terminal, else nothing; json is a line a second.",
)
@click.option("--summary", "summary_file", metavar="FILE", help="Write the summary here too, as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No summary, no progress.")
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", help="ray needs newsparse[ray].")
@click.option("--address", help="Of the Ray cluster; default: an embedded local one.")
def command(**options: Any) -> int:
    """
    Parse the pages in PATH…: files, folders, globs, JSON Lines, WARC, WACZ, Parquet, Arrow, zip, tar; - is standard
    input, which holds paths or JSON Lines.

    \b
    newsparse batch crawl/ -o articles.jsonl
    newsparse batch 'CC-NEWS-*.warc.gz' -o articles.parquet --errors failed.jsonl --sites people,hangzhou
    zcat dump.jsonl.gz | newsparse batch - --fields title,timestamp,text

    Exit codes: 0 all parsed, 1 some page failed, 2 wrong usage, 3 nothing readable, 130 interrupted.

    In Python: newsparse.batch.run(Batch(inputs=..., output=...)).
    """
    from newsparse.cli._batch import perform

    return perform(**options)
