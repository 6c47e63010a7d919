"""Readers run in processes of their own, and what they cost."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tables.found import Found, load_found
from benchmarks.tables.gold import GoldPaper
from benchmarks.tables.peer import OURS
from benchmarks.tables.score import Pair
from benchmarks.tables.teds import to_html

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """What a reader gave, and the most memory it or a process of its own took, in MB."""

    found: Found
    memory: float


def run_reader(name: str, papers: Sequence[GoldPaper], folder: Path, python: str) -> Run | None:
    """Run a reader over the papers; None where it is not installed."""
    out = folder / f"{name}.json"
    paths = [str(paper.path) for paper in papers]
    interpreter = sys.executable if name == OURS else python
    try:
        memory = _run([interpreter, "-m", "benchmarks.tables.peer", name, str(out), *paths])
    except NotInstalled:
        return None
    return Run(load_found(out), memory)


def run_teds(pairs: Sequence[Pair], folder: Path, python: str) -> float | None:
    """The mean TEDS of the pairs, 0 for what was not found; None where it is not installed."""
    asked, out = folder / "pairs.json", folder / "teds.json"
    found = [pair for pair in pairs if pair.found is not None]
    html = [(to_html(p.gold.grid), to_html(p.found.rows)) for p in found if p.found]
    asked.write_text(json.dumps(html), encoding="utf-8")
    try:
        _run([python, "-m", "benchmarks.tables.teds", str(asked), str(out)])
    except NotInstalled:
        return None
    return float(sum(json.loads(out.read_text(encoding="utf-8")))) / len(pairs)


class NotInstalled(Exception):
    """A library that the command needs is not there."""


def _run(command: Sequence[str]) -> float:
    """Run a command to its end; the most memory it took, in MB."""
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        words = said.read().decode(errors="replace")
    if "ModuleNotFoundError" in words:
        raise NotInstalled(words)
    if process.returncode:
        raise RuntimeError(words)
    return usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
