"""A question from a cold command line: a process of its own, imports, model and all."""

import compileall
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import matters_arising
from benchmarks.machine import Cost, measure
from benchmarks.markdown import markdown_table

_COMMAND = "from matters_arising.cli import cli; cli()"


def measure_cold(library: Path, question: str, *, runs: int) -> list[Cost]:
    """Ask the same question in so many processes, one after another.

    The program is compiled, as installing it does; Python may have been told not to by itself.
    """
    compileall.compile_dir(Path(matters_arising.__file__).parent, quiet=1)
    command = [sys.executable, "-c", _COMMAND, "--library", str(library), "ask", question]

    def ask() -> None:
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)

    return [measure(ask) for _ in range(runs)]


def cold_table(runs: Sequence[Cost]) -> Iterator[str]:
    """The lines of a Markdown table: the best run and the middle one."""
    walls, cpus = sorted(run.wall for run in runs), sorted(run.cpu for run in runs)
    rows = (("best", 0), ("median", len(runs) // 2))
    heads = (f"cold `matters ask`, {len(runs)} runs", "wall s", "processor s")
    return markdown_table(heads, ((name, f"{walls[n]:.2f}", f"{cpus[n]:.2f}") for name, n in rows))
