"""Every contender in turn, each in a process of its own."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.ingest.ceiling import measure_two_cores
from benchmarks.ingest.contender import list_papers
from benchmarks.machine import Cost, measure
from matters_arising.index.encoder.lane import usable_cpus

TITLES = {
    "add": "`Library.add`, 1 worker",
    "add_again": "`Library.add` again, nothing changed",
    "turn_pages": "floor: pages alone",
    "read": "floor: the whole reading",
    "tag_by_rule": "floor: the bare rules",
    "encode": "floor: the bare encoder",
    "tag_by_model": "for comparison: the spaCy pipeline",
    "ingest_naively": "naive pipeline, pieces of 200 words",
    "ingest_passages_naively": "naive pipeline, our passages",
    "keep_naively": "of it Chroma, a passage at a time",
}
"""The contenders in the order in which they run: `add` makes what the others read."""

TWO_WORKERS = "`Library.add`, 2 workers"


@dataclass(frozen=True, slots=True)
class Lap:
    """What one contender took, its start included, and the start's share of it in CPU seconds."""

    title: str
    cost: Cost
    start: float


@dataclass(frozen=True, slots=True)
class Race:
    """Every contender's lap over the same pages; `second` is of two workers, if there can be.

    `ceiling` is what two cores of this machine are worth beside one.
    """

    papers: int
    pages: int
    laps: dict[str, Lap]
    second: Lap | None = None
    ceiling: float | None = None

    def cpu(self, *names: str) -> float:
        """CPU seconds of some contenders together, their starts included."""
        return sum(self.laps[name].cost.cpu for name in names)


def run_race(papers: Path, work: Path, *, tell: Callable[[Lap], object]) -> Race:
    """Race over the PDFs of a folder; libraries are made in `work`; each lap is told as it ends."""
    laps = {}
    for name, title in TITLES.items():
        laps[name] = _run(name, title, papers, work / "one", cores=1)
        tell(laps[name])
    paths = list_papers(papers)
    race = Race(len(paths), sum(map(_count_pages, paths)), laps)
    if usable_cpus() == 1:
        return race
    second = _run("add", TWO_WORKERS, papers, work / "two", cores=2)
    tell(second)
    return replace(race, second=second, ceiling=measure_two_cores())


def _run(name: str, title: str, papers: Path, library: Path, *, cores: int) -> Lap:
    command = [sys.executable, "-m", "benchmarks.ingest.contender", name]
    command += [str(papers), str(library), str(cores)]
    said: list[str] = []

    def work() -> None:
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
        said.append(done.stdout)

    cost = measure(work)
    return Lap(title, cost, float(said[0].split()[-1]))


def _count_pages(path: Path) -> int:
    import pypdfium2 as pdfium

    with pdfium.PdfDocument(path) as document:
        return len(document)


def in_order(race: Race) -> Iterator[Lap]:
    """The laps as a table lists them: two workers beside one."""
    for name, lap in race.laps.items():
        yield lap
        if name == "add" and race.second:
            yield race.second
