"""One library of a size: what it cost to load, and what it costs to use.

Both happen in a process of their own, so that the most memory of one is not taken for the
other's. Passages are not encoded (see `benchmarks.library`): the encoder is measured by
`benchmarks.ingest`.
"""

import json
import multiprocessing
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from benchmarks.library.make import make_library
from benchmarks.library.source import read_source
from benchmarks.machine import Cost, measure, peak_megabytes
from matters_arising.corpus import sample
from matters_arising.corpus.filter import ActionFilter, Filter
from matters_arising.index.thread.joining import renew_threads
from matters_arising.library import Library

QUESTIONS = 40
"""Questions of the bundled sample that each library is asked, the first of them twice."""

FILTERS = (
    ActionFilter(ref="2C"),
    ActionFilter(owner="social worker", due_in="2020-05"),
    ActionFilter(about="chronology audit"),
    ActionFilter(scope=Filter(papers=("invented-000042",))),
    ActionFilter(scope=Filter(since="2021-03", until="2021-04"), statuses=("in_progress",)),
    ActionFilter(scope=Filter(committee="cabinet"), owner="director", overdue=True),
)
"""What people ask of a register: a ref, a person in a month, a topic, a paper, a status."""

RUNS = 3
"""Times that each filter is run; each run counts."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loading:
    """What loading took: papers and passages; joining the threads; the most memory; the disk."""

    papers: int
    passages: int
    load: Cost
    join: Cost
    peak: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Use:
    """What use takes: opening, the first question with all it loads, each later one, filters."""

    opening: Cost
    first: Cost
    questions: tuple[Cost, ...]
    filters: tuple[Cost, ...]
    peak: float


@dataclass(frozen=True, slots=True)
class Growth:
    """A library of one size."""

    loading: Loading
    use: Use


def measure_growth(folder: Path, source: Path, *, papers: int, passages: int) -> Growth:
    """Make a library of `papers` with `passages` each from the library `source`, and use it."""
    loading = _alone(_load, folder, source, papers, passages)
    return Growth(loading, _alone(_use, folder))


def _alone(work: Callable[..., T], *given: object) -> T:
    """What a function of this module gives in a fresh process."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(work, *given).result()


def _load(folder: Path, source: Path, papers: int, passages: int) -> Loading:
    origins = read_source(source)
    load = measure(
        lambda: make_library(folder, papers=papers, passages_a_paper=passages, source=origins)
    )
    with Library.open(folder) as library:
        join = measure(lambda: renew_threads(library.catalogue))
        held = library.catalogue.count_passages()
    return Loading(papers, held, load, join, peak_megabytes(), _megabytes(folder))


def _megabytes(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _use(folder: Path) -> Use:
    opening = measure(lambda: _open_and_close(folder))
    questions = _read_questions()
    with Library.open(folder) as library:
        first = measure(lambda: library.ask(questions[0]))
        asked = tuple(measure(lambda said=said: library.ask(said)) for said in questions)
        listed = tuple(_list_actions(library, RUNS * FILTERS))
    return Use(opening, first, asked, listed, peak_megabytes())


def _open_and_close(folder: Path) -> None:
    with Library.open(folder) as library:
        library.catalogue.count_passages()


def _list_actions(library: Library, filters: Iterable[ActionFilter]) -> Iterable[Cost]:
    return (measure(lambda asked=asked: library.actions(asked)) for asked in filters)


def _read_questions() -> list[str]:
    lines = sample.gold("questions").read_text("utf-8").splitlines()
    return [json.loads(line)["question"] for line in lines[:QUESTIONS]]
