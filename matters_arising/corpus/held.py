"""What the catalogue hands out: records together with the paper they stand in."""

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
class PaperMatches:
    """How many passages of a paper, by its id, hold the words asked for, of how many.

    `names` are what the paper is called: its title and its file's name.
    """

    paper: str
    names: str
    matches: int
    passages: int


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
class Vocabulary:
    """Names that the library's papers use, sorted: what a question may refer to."""

    committees: tuple[str, ...]
    owners: tuple[str, ...]
    refs: tuple[str, ...]
    abbreviations: tuple[tuple[str, str], ...]
