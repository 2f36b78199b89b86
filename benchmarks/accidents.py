"""
Runs that are killed, pages that crash, a cluster of two nodes: is the result still that of a run nobody disturbed?

    python -m benchmarks.accidents --pages N --dir D [--kills N]    # local runs, killed and resumed
    python -m benchmarks.accidents --pages N --dir D --ray          # the same over Ray, and its own trials

The second needs ``newsparse[ray]``.  Ends with 1 where a result differs.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

from benchmarks.crawl import Crawled
from benchmarks.crawl_files import append, write_warc
from benchmarks.engines import sorted_lines
from benchmarks.watched import command, reap, watch

#: An adapter file that crashes its process at one page, in native code, and notes on which node it was loaded.
_SPOILER = """
import ctypes, pathlib, sys
from newsparse.batch import work
from newsparse.rules import Site

SITE = Site(name="spoiler", hosts=("spoiler.example",))
real = work.extract
if "ray" in sys.modules:
    import ray

    if ray.is_initialized():
        pathlib.Path(__file__).with_name("node-" + ray.get_runtime_context().get_node_id()).touch()


def extract(data, **given):
    if b"CRASH-ME" in data:
        ctypes.string_at(0)
    return real(data, **given)


work.extract = extract
"""
_CRASHING = Crawled("", b"<html><body><h1>CRASH-ME</h1></body></html>", "http://spoiler.example/1.html", None)
_RAY = ("--engine", "ray", "--workers", "2")


def killed(words: list[str], seconds: float, kills: int, chance: random.Random) -> int:
    """
    Run a command, kill it at so many random moments of its time, resume it each time; return the kills that struck.

    Args:
        words: the command, without ``--resume``.
        seconds: what the whole takes undisturbed.
    """
    struck = 0
    for _ in range(kills):
        process = subprocess.Popen([*words, "--resume"], start_new_session=True, stderr=subprocess.DEVNULL)
        try:
            process.wait(chance.uniform(0.05, 2 / kills) * seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            struck += 1
        reap()
    watch([*words, "--resume"])
    return struck


def local(folder: Path, reading: list[str], kills: int) -> list[str]:
    """
    Kill and resume local runs into both forms; return what went wrong.
    """
    chance, wrong = random.Random(kills), []
    for form in ("jsonl", "parquet"):
        whole, torn = folder / f"whole.{form}", folder / f"torn.{form}"
        usage = watch(command(reading, whole, "--workers", "2"))
        struck = killed(command(reading, torn, "--workers", "2"), usage.wall, kills, chance)
        same = whole.read_bytes() == torn.read_bytes()
        print(
            f"{form}: killed {struck} times and resumed, {'the same to the byte' if same else 'DIFFERENT'}", flush=True
        )
        wrong += [] if same else [form]
    return wrong


def over_ray(folder: Path, reading: list[str], kills: int) -> list[str]:
    """
    Kill and resume a run over Ray, let a page crash its worker, use two nodes; return what went wrong.
    """
    watch(command(reading, folder / "local.jsonl", "--workers", "2"))
    wanted = sorted_lines(folder / "local.jsonl")
    whole = watch(command(reading, folder / "whole", *_RAY))
    struck = killed(command(reading, folder / "torn", *_RAY), whole.wall, kills, random.Random(kills))
    trials = {
        f"killed {struck} times and resumed": sorted_lines(folder / "torn"),
        f"on {_on_two_nodes(folder, reading)} nodes": sorted_lines(folder / "nodes"),
        "with a page that crashes its worker": _with_a_crash(folder, reading, whole.wall),
    }
    for name, lines in trials.items():
        print(f"ray, {name}: {'sorted, the same to the byte' if lines == wanted else 'DIFFERENT'}", flush=True)
    return [name for name, lines in trials.items() if lines != wanted]


def _on_two_nodes(folder: Path, reading: list[str]) -> int:
    """Run on two nodes of Ray's own test cluster, one processor each; return how many had work."""
    from ray.cluster_utils import Cluster

    place = folder / "two"
    place.mkdir()
    spoiler = place / "spoiler.py"
    spoiler.write_text(_SPOILER, encoding="utf-8")
    cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1})
    try:
        cluster.add_node(num_cpus=1)
        options = ("--engine", "ray", "--address", cluster.address, "--adapter", str(spoiler))
        _run(command(reading, folder / "nodes", *options))
    finally:
        cluster.shutdown()
    return len(list(place.glob("node-*")))


def _with_a_crash(folder: Path, reading: list[str], seconds: float) -> list[bytes]:
    """Put a crashing page among the others; return the lines of the others."""
    archives = sorted(Path(reading[0]).iterdir())
    with archives[len(archives) // 2].open("ab") as stream:
        append(stream, _CRASHING)
    spoiler = folder / "spoiler.py"
    spoiler.write_text(_SPOILER, encoding="utf-8")
    began = time.perf_counter()
    _run(command(reading, folder / "crash", *_RAY, "--adapter", str(spoiler)))
    taken = time.perf_counter() - began
    lost = [line for line in sorted_lines(folder / "crash") if b"WorkerDied" in line]
    print(
        f"{taken:.0f} s with the crashing page, {seconds:.0f} s without; lost: {b' '.join(lost).decode()}", flush=True
    )
    return [line for line in sorted_lines(folder / "crash") if line not in lost]


def _run(words: list[str]) -> None:
    """Run a command that may find pages that are no articles."""
    if subprocess.run(words, check=False).returncode not in (0, 1):
        raise SystemExit(f"failed: {' '.join(words)}")


def main() -> int:
    """
    Write the archives, try, and return the exit code.
    """
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, required=True)
    parser.add_argument("--dir", type=Path, required=True, help="a folder that does not exist yet")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--ray", action="store_true")
    arguments = parser.parse_args()
    reading = write_warc(arguments.dir / "warc", arguments.pages)
    wrong = (over_ray if arguments.ray else local)(arguments.dir, reading, arguments.kills)
    shutil.rmtree(arguments.dir)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
