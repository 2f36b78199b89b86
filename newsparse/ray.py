"""
A run over a Ray cluster: the same inputs, workers and writers as ``newsparse.batch``, handed out by Ray Data.

Theory.  What travels is the name of a block of input (a range of an archive, some row
groups, some hundred files); it is read, parsed and written where it lands, and only
counts come back.  Pages sent through Ray's object store cost two to three times as much.
Retries, scheduling and the checkpoint are Ray's own.  A block whose worker keeps dying
is given up by Ray, found missing here, and done once more with every page in a process
of its own, so that one page is lost and not the block.

The machines share the file system that inputs and output are on, and have newsparse installed.
"""

from __future__ import annotations

import json
import pickle
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import ray

from newsparse.batch.inputs import Inputs
from newsparse.batch.job import Job
from newsparse.batch.journal import digest
from newsparse.batch.page import Task
from newsparse.batch.processes import Processes
from newsparse.batch.readers import Tally
from newsparse.batch.rows import dumps
from newsparse.batch.summary import Summary
from newsparse.batch.tables import from_stream
from newsparse.batch.work import FAILED, Outcome, Row, Worker
from newsparse.batch.writers import Writer, publish
from newsparse.batch.writers.lines import Errors, Lines

#: Bytes of input in a block: some hundred to some thousand pages.
BLOCK_BYTES = 16 << 20
#: How often Ray tries a block again whose worker died.
RETRIES = 2
#: Blocks after which a worker process is replaced, so that no leak lasts.
CALLS = 200


def run(
    inputs: Inputs, output: Path, job: Job, *, suffix: str = "jsonl", resume: bool = False, block: int = BLOCK_BYTES
) -> Summary:
    """
    Parse everything into ``output``, a folder of files ``part-…``; return what became of it.

    Args:
        inputs: what to read.
        output: a folder that every machine sees. ``_done`` in it says which block became which
            file, ``_lost.jsonl`` what nobody could do.
        job: how to parse; failed pages go into ``_errors`` where it wants them apart.
        suffix: ``jsonl``, ``jsonl.gz``, ``jsonl.zst`` or ``parquet``.
        resume: go on with an interrupted run of the same inputs.
        block: bytes of input in a block.
    """
    if not resume:
        shutil.rmtree(output / "_done", ignore_errors=True)
    output.mkdir(parents=True, exist_ok=True)
    tally = Tally()
    summary = Summary(skipped=tally.skipped, warnings=tally.warnings)
    blocks = list(_blocks(attrs.evolve(inputs, carry=False), tally, block))
    job = attrs.evolve(job, adapter_files=tuple(str(Path(path).absolute()) for path in job.adapter_files))
    settings = {"job": job, "output": str(output.absolute()), "suffix": suffix}
    for isolated in (False, True):
        done = _done(output)
        _pass([entry for entry in blocks if entry["block"] not in done], {**settings, "isolated": isolated})
    done = _done(output)
    for name in [entry["block"] for entry in blocks if entry["block"] in done]:
        summary.merge(done[name])
    lost = [row for entry in blocks if entry["block"] not in done for row in _lost(entry)]
    summary.add(lost)
    (output / "_lost.jsonl").write_bytes(b"".join(row.payload for row in lost))
    return summary


def articles(inputs: Inputs, job: Job | None = None, *, block: int = BLOCK_BYTES) -> Any:
    """
    Return a ``ray.data.Dataset`` of articles in the fixed Arrow schema, for those who go on in Ray.
    """
    job = attrs.evolve(job or Job(), form="arrow")
    blocks = list(_blocks(attrs.evolve(inputs, carry=False), Tally(), block))
    return _dataset(blocks).map_batches(_tables, fn_kwargs={"job": job}, **_OPTIONS)


_OPTIONS: dict[str, Any] = {"batch_size": 1, "batch_format": "pyarrow", "max_retries": RETRIES, "max_calls": CALLS}


def _blocks(inputs: Inputs, tally: Tally, size: int) -> Iterator[dict[str, Any]]:
    """Yield the blocks of the input: a name that tells each from all others, and its tasks."""
    gathered: list[Task] = []
    number = checksum = total = 0
    for task in inputs.tasks(tally):
        gathered.append(task)
        checksum = digest(task, checksum)
        total += task.size
        if total >= size:
            yield {"block": f"{number:06}-{checksum:08x}", "tasks": pickle.dumps(gathered)}
            gathered, total, number = [], 0, number + 1
    if gathered:
        yield {"block": f"{number:06}-{checksum:08x}", "tasks": pickle.dumps(gathered)}


def _dataset(blocks: list[dict[str, Any]]) -> Any:
    return ray.data.from_items(blocks, override_num_blocks=max(1, len(blocks)))


def _pass(blocks: list[dict[str, Any]], settings: dict[str, Any]) -> None:
    """Let Ray do the blocks and write down which are done; it gives up those that keep failing."""
    if not blocks:
        return
    context = ray.data.DataContext.get_current()
    ours = {"max_errored_blocks": -1, "enable_progress_bars": False}
    before = {name: getattr(context, name) for name in ours}
    try:
        _set(context, ours)
        done = _dataset(blocks).map_batches(_shard, fn_kwargs=settings, **_OPTIONS)
        done.write_parquet(f"{settings['output']}/_done", mode="append")
    finally:
        _set(context, before)


def _set(context: Any, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(context, name, value)


def _outcomes(batch: pa.Table, job: Job, isolated: bool = False) -> Iterator[Outcome]:
    """Yield what becomes of a block's tasks, in this process or, isolated, in one that may die."""
    tasks = enumerate(pickle.loads(batch.column("tasks")[0].as_py()))
    if isolated:
        yield from (outcome for _, outcome in Processes(job, 1).outcomes(tasks))
        return
    worker = Worker(job)
    for _, task in tasks:
        yield worker.work(task)


def _shard(batch: pa.Table, *, job: Job, output: str, suffix: str, isolated: bool) -> pa.Table:
    """Parse one block into a file of its own; return a row that says what became of it."""
    name = batch.column("block")[0].as_py()
    path = Path(output) / f"part-{name}.{suffix}"
    writers: dict[Path, Writer] = {path: _writer(path, job)}
    if job.errors_apart:
        apart = Path(output) / "_errors" / f"part-{name}.jsonl"
        writers[apart] = Errors(apart, {})
    summary = Summary()
    for outcome in _outcomes(batch, job, isolated):
        for writer in writers.values():
            writer.write(outcome)
        summary.count(outcome)
    for place, writer in writers.items():
        writer.complete()
        publish(place)
    return pa.table({"block": [name], "file": [path.name], "summary": [json.dumps(summary.to_dict())]})


def _writer(path: Path, job: Job) -> Writer:
    if job.form == "arrow":
        from newsparse.batch.writers.parquet import ParquetFile

        return ParquetFile(path, job.fields, job.errors_apart, {}, spooled=False)
    return Lines(path, job.compression, job.errors_apart, {})


def _tables(batch: pa.Table, *, job: Job) -> Iterator[pa.Table]:
    for outcome in _outcomes(batch, job):
        if outcome.table is not None:
            yield pa.Table.from_batches([from_stream(outcome.table)])


def _done(output: Path) -> dict[str, dict[str, Any]]:
    """Return the counts of every block that is done, by its name."""
    found = {}
    for path in (output / "_done").glob("*.parquet"):
        for row in pq.read_table(path, columns=["block", "summary"]).to_pylist():
            found[row["block"]] = json.loads(row["summary"])
    return found


def _lost(entry: dict[str, Any]) -> Iterator[Row]:
    """Yield a failed row for everything in a block that nobody could do: the pages, or ranges of archives."""
    tasks: list[Task] = pickle.loads(entry["tasks"])
    for task in tasks:
        listed = task.items if task.reader in ("files", "zip_file", "tar_file") else ()
        name = task.name or (task.items[0].file if task.items else task.path)
        for file in [item.file for item in listed] or [f"{name} from {task.start} to {task.stop}"]:
            message = f"block {entry['block']} was given up"
            record = {"file": file, "url": None, "error": {"type": "WorkerDied", "message": message}}
            yield Row(file, FAILED, "unreadable", payload=dumps(record) + b"\n")
