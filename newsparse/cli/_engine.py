"""
``newsparse batch --engine ray``: a ``Batch`` in, run by an embedded Ray or on a cluster, a ``Summary`` out.
"""

from __future__ import annotations

import importlib
import logging
import warnings

import click

from newsparse.batch.execute import Batch, settled
from newsparse.batch.summary import Summary


def perform_on_ray(batch: Batch, address: str | None) -> Summary:
    """
    Run a batch by Ray; its output is a folder of files.

    Raises:
        click.UsageError: the options ask for what only a local run can do, or Ray is not installed.
    """
    if batch.output is None or (batch.output.exists() and not batch.output.is_dir()):
        raise click.UsageError("--engine ray writes a folder of files: give its name with --output")
    if batch.format not in ("jsonl", "parquet"):
        raise click.UsageError("--engine ray writes jsonl or parquet")
    if batch.job.dedupe:
        raise click.UsageError("--dedupe needs to see every article: run it over the output, with the local engine")
    if "-" in batch.inputs.paths:
        raise click.UsageError("--engine ray reads files, not standard input")
    try:
        import ray

        from newsparse.ray import run
    except ModuleNotFoundError as error:
        raise click.UsageError(f"--engine ray needs {error.name}: pip install 'newsparse[ray]'") from error
    own = {} if address else {"num_cpus": batch.workers, "include_dashboard": False}
    _hush()
    ray.init(address=address, logging_level=logging.ERROR, log_to_driver=False, **own)
    try:
        summary = run(batch.inputs, batch.output, settled(batch).job, suffix=batch.format, resume=batch.resume)
        summary.workers = int(ray.cluster_resources().get("CPU", batch.workers))
        return summary
    finally:
        ray.shutdown()


def _hush() -> None:
    """Keep Ray's console output away: its files have it all, and what failed is in our summary."""
    importlib.import_module("ray.data")  # its handlers are there now

    for handler in logging.getLogger("ray.data").handlers:
        if "Console" in type(handler).__name__ or "PlainRay" in type(handler).__name__:
            handler.setLevel(logging.CRITICAL)
    warnings.filterwarnings("ignore", module=r"newsparse\.ray")
