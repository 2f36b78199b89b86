"""
One run on two nodes of Ray's own test cluster: both work, and the lines are those of a local run.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from batch_pages import page, response, warc_gz

pytestmark = pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="needs newsparse[ray]")

#: An adapter file that tells on which node it was loaded, and waits, so that one node cannot take all blocks.
WITNESS = """
import pathlib, time
import ray
from newsparse.rules import Site

SITE = Site(name="witness", hosts=("witness.example",))
if ray.is_initialized():
    pathlib.Path(__file__).with_name("node-" + ray.get_runtime_context().get_node_id()).touch()
    time.sleep(1)
"""


def batch(*options: str, cwd: Path) -> None:
    """
    Run newsparse batch over the archives, in a process of its own.
    """
    words = [sys.executable, "-m", "newsparse", "batch", "crawl", "-q", *options]
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    assert 0 == done.returncode, done.stderr


def test_two_nodes(tmp_path: Path) -> None:
    """Blocks of four archives of 16 MB go to both nodes; together they write what one process writes."""
    from ray.cluster_utils import Cluster

    (tmp_path / "crawl").mkdir()
    for number in range(4):
        # What cannot be compressed makes an archive a block of its own.
        noise = response(900 + number, os.urandom(17 << 20), headers="Content-Type: image/png")
        records = [response(n, page(n)) for n in range(10 * number, 10 * number + 10)]
        (tmp_path / "crawl" / f"{number}.warc.gz").write_bytes(warc_gz([*records, noise]))
    (tmp_path / "witness.py").write_text(WITNESS, encoding="utf-8")
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    try:
        cluster.add_node(num_cpus=1)
        batch("-o", "out", "--engine", "ray", "--address", cluster.address, "--adapter", "witness.py", cwd=tmp_path)
    finally:
        cluster.shutdown()
    batch("-o", "local.jsonl", cwd=tmp_path)
    lines = sorted(line for path in (tmp_path / "out").glob("part-*") for line in path.read_bytes().splitlines())

    assert sorted((tmp_path / "local.jsonl").read_bytes().splitlines()) == lines
    assert 40 == len({json.loads(line)["url"] for line in lines})
    assert 2 == len(list(tmp_path.glob("node-*")))
    assert 4 <= len(list((tmp_path / "out").glob("part-*")))
