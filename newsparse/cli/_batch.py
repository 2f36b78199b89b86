"""
From the options of ``newsparse batch`` to a ``Batch``, its run, and the words around it.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import attrs
import click

from newsparse.batch.execute import Batch, Format, run
from newsparse.batch.extent import count
from newsparse.batch.inputs import Inputs
from newsparse.batch.job import Job
from newsparse.batch.manifest import Manifest, lookup, named
from newsparse.batch.progress import Progress, Style
from newsparse.batch.readers import Columns, Lookup
from newsparse.batch.selection import Selection, end
from newsparse.batch.summary import Summary
from newsparse.cli import NOTHING_READABLE, PAGE_FAILED
from newsparse.cli._options import moment, names
from newsparse.extract import options_of


def perform(
    *, engine: str, address: str | None, progress: str, quiet: bool, summary_file: str | None, **options: Any
) -> int:
    """
    Run a batch and return the exit code.
    """
    batch = batch_of(**options)
    if engine == "ray":
        from newsparse.cli._engine import perform_on_ray

        summary = perform_on_ray(batch, address)
    else:
        summary = _watched(batch, _style(progress, quiet))
    if summary_file:
        Path(summary_file).write_text(json.dumps(summary.to_dict(), ensure_ascii=False, indent=2), encoding="utf-8")
    if not quiet:
        click.echo(summary.text(), err=True)
    _complain(batch.inputs.lookup)
    if summary.nothing_readable:
        return NOTHING_READABLE
    return PAGE_FAILED if summary.failed else 0


def batch_of(
    *,
    paths: tuple[str, ...],
    output: str | None,
    form: str | None,
    errors: str | None,
    manifest: str | None,
    workers: int | None,
    unordered: bool,
    resume: bool,
    retry: str | None,
    rendered: bool,
    html_field: str,
    url_field: str,
    **options: Any,
) -> Batch:
    """
    Return the batch that the options describe.

    Raises:
        click.UsageError: they contradict each other.
    """
    target = None if output in (None, "-") else Path(str(output))
    chosen = form_of(form, target)
    if target is None and (resume or chosen != "jsonl"):
        raise click.UsageError(f"{'--resume' if resume else '--format ' + chosen} needs --output")
    if resume and "-" in paths:
        raise click.UsageError("a run that reads standard input cannot be resumed")
    columns = Columns(html=html_field, url=url_field)
    inputs = Inputs(paths=paths, stdin=sys.stdin.buffer, rendered=rendered, columns=columns)
    if manifest:
        inputs = attrs.evolve(inputs, lookup=lookup(manifest))
    return Batch(
        inputs=inputs,
        output=target,
        format=chosen,
        job=_job(columns, None if retry is None else named(retry), **options),
        errors=None if errors is None else Path(errors),
        workers=workers or os.cpu_count() or 1,
        ordered=not unordered,
        resume=resume,
        stdout=sys.stdout.buffer,
    )


def form_of(form: str | None, output: Path | None) -> Format:
    """
    Return the format asked for, or the one that the output's name tells.
    """
    if form is not None:
        return form  # type: ignore[return-value]
    return "parquet" if output is not None and output.suffix.lower() in (".parquet", ".pq") else "jsonl"


def _job(
    columns: Columns,
    only: frozenset[str] | None,
    *,
    adapters: tuple[str, ...],
    no_adapters: bool,
    reference: str | None,
    sites: str | None,
    fields: str | None,
    min_confidence: float | None,
    since: str | None,
    until: str | None,
    language: str | None,
    dedupe: Any,
    max_bytes: int | None,
    page_seconds: float,
    worker_memory: int | None,
) -> Job:
    wanted = names(fields)
    limits: dict[str, Any] = {} if max_bytes is None else {"max_bytes": max_bytes or None}
    try:
        options = options_of(
            fields=wanted,
            adapters=not no_adapters,
            min_confidence=min_confidence,
            reference=moment(reference),
            **limits,
        )
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    selection = Selection(
        sites=_known(names(sites) or (), adapters),
        languages=_languages(names(language) or ()),
        since=moment(since),
        until=moment(until, end),
    )
    return Job(
        fields=wanted,
        options=options,
        adapter_files=adapters,
        selection=selection,
        dedupe=dedupe,
        only=only,
        columns=columns,
        page_seconds=page_seconds,
        memory_mb=worker_memory,
    )


def _complain(lookup: Lookup) -> None:
    """Say that a manifest fits no page: the run went well, and every url is missing."""
    complaint = lookup.complaint() if isinstance(lookup, Manifest) else None
    if complaint:
        click.echo(f"newsparse: {complaint}", err=True)


def _known(names: tuple[str, ...], adapter_files: tuple[str, ...]) -> frozenset[str]:
    """
    Return the sites asked for.

    Raises:
        click.UsageError: one is neither a host nor the slug of any site: the run would keep nothing.
    """
    slugs = [name for name in names if "." not in name]
    if slugs:
        from newsparse import adapters, families

        declared = {site.slug for site in (*adapters.sites(), *families.sites())}
        declared |= {"generic", *(Path(file).stem for file in adapter_files)}
        unknown = sorted(set(slugs) - declared)
        if unknown:
            raise click.UsageError(f"no such site: {', '.join(unknown)} ('newsparse sites' lists them)")
    return frozenset(names)


def _languages(tags: tuple[str, ...]) -> frozenset[str]:
    """
    Return the languages asked for.

    Raises:
        click.UsageError: one is no language of an article: the run would keep nothing.
    """
    unknown = sorted(set(tags) - {"zh", "zh-Hans", "zh-Hant"})
    if unknown:
        raise click.UsageError(f"no language of an article: {', '.join(unknown)}; there are zh-Hans, zh-Hant, and zh for both")
    return frozenset(tags)


def _style(progress: str, quiet: bool) -> Style:
    if progress == "auto":
        return "line" if not quiet and sys.stderr.isatty() else "none"
    return progress  # type: ignore[return-value]


def _watched(batch: Batch, style: Style) -> Summary:
    progress = Progress(style, sys.stderr)
    if style != "none":
        count(batch.inputs.paths, progress.expect)
    last = Summary()

    def watch(summary: Summary) -> None:
        nonlocal last
        last = summary
        progress.update(summary)

    try:
        return run(batch, watch)
    except KeyboardInterrupt:
        if batch.output is not None and "-" not in batch.inputs.paths:
            click.echo("\nnewsparse: the same command with --resume goes on from here", err=True)
        raise
    finally:
        progress.close(last)
