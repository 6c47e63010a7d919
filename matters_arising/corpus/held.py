"""What the catalogue hands out: records together with the paper they stand in."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from matters_arising.corpus.paper import Paper

Record = TypeVar("Record", covariant=True)


@dataclass(frozen=True, slots=True)
class Held(Generic[Record]):
    """A record with its id in the catalogue and the paper it stands in.

    `date` and `committee` are those of the decision or report where they are printed there,
    else the paper's. `record_id` leads from a passage to the action, measure or decision it
    was made from. `thread` is equal for the same action in different papers.
    """

    id: int
    record: Record
    paper: Paper
    date: str | None
    committee: str | None
    record_id: int | None = None
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper of the library, and how much was read from it."""

    id: int
    paper: Paper
    reports: int
    table_rows: int
    actions: int
    measures: int
    decisions: int
    passages: int


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that holds the words asked for; a higher `score` is a better match."""

    passage: int
    score: float


@dataclass(frozen=True, slots=True)
class Run:
    """A paper's passages, whose ids run on from `first` without a gap.

    `paper` is the paper's id, `names` what it is called: its title and its file's name.
    """

    first: int
    passages: int
    paper: str
    names: str


class Runs:
    """The runs of all papers that have passages, ascending, with where each begins."""

    def __init__(self, runs: Sequence[Run]) -> None:
        """Index the runs by place and by paper."""
        self.runs = tuple(runs)
        self.firsts = [run.first for run in runs]
        self._by_paper = {run.paper: run for run in runs}

    def of(self, paper: str) -> Run | None:
        """The run of a paper, by its id; None where it has no passage."""
        return self._by_paper.get(paper)


@dataclass(frozen=True, slots=True)
class Tally:
    """The passages, by id and ascending, that hold some words, told apart by paper."""

    passages: Sequence[int]
    runs: Runs

    def count_in(self, paper: str) -> int:
        """How many of them a paper, by its id, has."""
        run = self.runs.of(paper)
        if run is None:
            return 0
        start = bisect_left(self.passages, run.first)
        return bisect_left(self.passages, run.first + run.passages, start) - start

    def share_in(self, paper: str) -> float:
        """The same as a share of all the paper's passages."""
        run = self.runs.of(paper)
        return 0.0 if run is None else self.count_in(paper) / run.passages


@dataclass(frozen=True, slots=True)
class PassageVectors:
    """The kept copy of what the encoder made of a passage, in the index's own format."""

    passage: int
    vector: bytes
    tokens: bytes | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A paper that could not be read, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting of which minutes are held; `date` has at least its month."""

    date: str
    committee: str | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names that the library's papers use, sorted: what a question may refer to.

    `meetings` are those with minutes; `latest` is the date of the latest report, None where no
    report has one.
    """

    committees: tuple[str, ...]
    owners: tuple[str, ...]
    refs: tuple[str, ...]
    abbreviations: tuple[tuple[str, str], ...]
    meetings: tuple[Meeting, ...] = ()
    latest: str | None = None
