"""How well records of one kind agree with gold: found, not invented, each field right."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from matters_arising.eval.metrics import mean
from matters_arising.eval.score import Miss, Score, Scored

Fit = tuple[float, ...]
"""How well a record fits gold: compared from the first number on, more is better."""


class OfPaper(Protocol):
    """Anything that says which paper it stands in."""

    @property
    def paper(self) -> str:
        """The paper's name."""
        ...


Truth = TypeVar("Truth", bound=OfPaper)
Found = TypeVar("Found", bound=OfPaper)


def _always(truth: object) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Field(Generic[Truth, Found]):
    """One field of a record: how far it is `right`, and of which gold it is `asked`.

    A record is whole when every field with `counts` that is asked of it is right.
    """

    name: str
    right: Callable[[Truth, Found], float]
    asked: Callable[[Truth], bool] = _always
    counts: bool = True


@dataclass(frozen=True, slots=True)
class RecordKind(Generic[Truth, Found]):
    """How to judge one kind: which records may be the same, and what must agree.

    `fits` gives None where a record cannot be the one that gold means.
    """

    part: str
    fits: Callable[[Truth, Found], Fit | None]
    fields: tuple[Field[Truth, Found], ...]
    label: Callable[[Truth], str]


Pair = tuple[Truth, Found | None]


def score_records(
    kind: RecordKind[Truth, Found], gold: Sequence[Truth], found: Sequence[Found]
) -> Scored:
    """Score what was found in the papers that gold tells of.

    A record that was not found has every field wrong, so no field scores above the recall.
    """
    pairs = pair_records(gold, found, kind.fits)
    scores = (*_score_finding(kind.part, pairs, _in_papers_of(gold, found)), *_score(kind, pairs))
    return Scored(scores, tuple(_misses(kind, pairs)))


def pair_records(
    gold: Sequence[Truth],
    found: Sequence[Found],
    fits: Callable[[Truth, Found], Fit | None],
) -> list[Pair[Truth, Found]]:
    """Each gold record with the one of its paper that fits best; none serves twice."""
    free: defaultdict[str, list[Found]] = defaultdict(list)
    for record in found:
        free[record.paper].append(record)
    return [(truth, _take_best(truth, free[truth.paper], fits)) for truth in gold]


def _take_best(
    truth: Truth, free: list[Found], fits: Callable[[Truth, Found], Fit | None]
) -> Found | None:
    """Take the best of `free` out of it; the first of equals."""
    ranked = [
        (fit, -position)
        for position, record in enumerate(free)
        if (fit := fits(truth, record)) is not None
    ]
    return free.pop(-max(ranked)[1]) if ranked else None


def _in_papers_of(gold: Sequence[Truth], found: Sequence[Found]) -> int:
    papers = {truth.paper for truth in gold}
    return sum(record.paper in papers for record in found)


def _score_finding(part: str, pairs: Sequence[Pair[Truth, Found]], found: int) -> Iterator[Score]:
    paired = sum(record is not None for _, record in pairs)
    yield Score(part, "recall", paired / len(pairs) if pairs else None, len(pairs))
    yield Score(part, "precision", paired / found if found else None, found)


def _score(kind: RecordKind[Truth, Found], pairs: Sequence[Pair[Truth, Found]]) -> Iterator[Score]:
    for field in kind.fields:
        asked = [pair for pair in pairs if field.asked(pair[0])]
        yield Score(kind.part, field.name, mean(_right(field, *pair) for pair in asked), len(asked))
    whole = mean(not _wrong_fields(kind, *pair) for pair in pairs)
    yield Score(kind.part, "whole record", whole, len(pairs))


def _right(field: Field[Truth, Found], truth: Truth, record: Found | None) -> float:
    return 0.0 if record is None else float(field.right(truth, record))


def _wrong_fields(kind: RecordKind[Truth, Found], truth: Truth, record: Found | None) -> list[str]:
    """Names of the fields that keep a record from being whole."""
    if record is None:
        return ["not found"]
    return [
        field.name
        for field in kind.fields
        if field.counts and field.asked(truth) and field.right(truth, record) < 1
    ]


def _misses(kind: RecordKind[Truth, Found], pairs: Sequence[Pair[Truth, Found]]) -> Iterator[Miss]:
    for truth, record in pairs:
        if wrong := _wrong_fields(kind, truth, record):
            yield Miss(kind.part, f"{truth.paper}, {kind.label(truth)}", ", ".join(wrong))
