"""Gold: what a careful reader finds in some papers, one JSON Lines file a kind of record."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from matters_arising.errors import GoldUnreadable

Line = Mapping[str, Any]
_ANNOUNCED = ("agenda", "presentation")
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A document within a paper; `pages`, its first and last, are None where gold has none."""

    paper: str
    title: str
    kind: str
    pages: tuple[int, int] | None
    officer: str | None


@dataclass(frozen=True, slots=True)
class GoldAction:
    """An action as one paper prints it, one for each owner-and-date line.

    Where the paper is `ambiguous` about the date, no date is right or wrong.
    """

    paper: str
    ref: str | None
    section: str | None
    action: str
    owners: tuple[str, ...]
    due_text: str | None
    due_date: str | None
    status: str | None
    update: str | None
    ambiguous: bool


@dataclass(frozen=True, slots=True)
class GoldMeasure:
    """A figure, with the words it stands in."""

    paper: str
    quote: str
    measure: str
    value: float
    unit: str
    qualifier: str | None
    period: str | None
    kind: str
    direction: str | None


@dataclass(frozen=True, slots=True)
class GoldDecision:
    """A resolution of a meeting, or a recommendation put to it."""

    paper: str
    kind: str
    text: str
    committee: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class GoldEvidence:
    """Words of a paper that an answer has to rest on."""

    paper: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """A question, with what its answer has to say.

    Each of `must_include` is to be said, in any of its alternatives (parted by `|`).
    `whole_list` asks for every action of `refs` and no other.
    """

    id: str
    question: str
    kind: str
    answerable: bool
    must_include: tuple[str, ...]
    evidence: tuple[GoldEvidence, ...]
    refs: tuple[str, ...]
    whole_list: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """All gold of a folder; a kind without a file is empty."""

    reports: tuple[GoldReport, ...]
    actions: tuple[GoldAction, ...]
    measures: tuple[GoldMeasure, ...]
    decisions: tuple[GoldDecision, ...]
    questions: tuple[GoldQuestion, ...]


def read_gold(folder: Path) -> Gold:
    """Read the gold in `folder`; what it says beyond our fields is passed over.

    Raises:
        GoldUnreadable: there is none, or a line is not what its kind asks for.
    """
    gold = Gold(
        reports=tuple(r for r in _read(folder / "reports.jsonl", _report) if _is_document(r)),
        actions=tuple(_read(folder / "actions.jsonl", _action)),
        measures=tuple(_read(folder / "measures.jsonl", _measure)),
        decisions=tuple(_read(folder / "decisions.jsonl", _decision)),
        questions=tuple(_read(folder / "questions.jsonl", _question)),
    )
    if gold == Gold((), (), (), (), ()):
        raise GoldUnreadable(
            f"No gold in {folder}. It should hold actions.jsonl, measures.jsonl, decisions.jsonl,"
            " reports.jsonl or questions.jsonl."
        )
    return gold


def _read(path: Path, make: Callable[[Line], Record]) -> Iterator[Record]:
    if not path.is_file():
        return
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            yield make(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise GoldUnreadable(
                f"{path} is wrong in line {number} ({type(error).__name__}: {error}). Correct it."
            ) from error


def _is_document(report: GoldReport) -> bool:
    """Whether it stands in the paper; an item of an agenda is only announced there."""
    return report.pages is not None or report.kind not in _ANNOUNCED


def _report(line: Line) -> GoldReport:
    first, last = line.get("pages") or (None, None)
    return GoldReport(
        paper=line["paper"],
        title=line["title"],
        kind=line["kind"],
        pages=(first, last) if first and last else None,
        officer=line.get("senior_officer"),
    )


def _action(line: Line) -> GoldAction:
    return GoldAction(
        paper=line["paper"],
        ref=line["ref"],
        section=line.get("section"),
        action=line["action"],
        owners=tuple(line["owners"]),
        due_text=line.get("due_text"),
        due_date=line["due_date"],
        status=line["status"],
        update=line.get("update"),
        ambiguous=bool(line.get("ambiguous")),
    )


def _measure(line: Line) -> GoldMeasure:
    return GoldMeasure(
        paper=line["paper"],
        quote=line["quote"],
        measure=line["measure"],
        value=float(line["value"]),
        unit=line["unit"],
        qualifier=line.get("qualifier"),
        period=line.get("period"),
        kind=line["kind"],
        direction=line.get("direction"),
    )


def _decision(line: Line) -> GoldDecision:
    return GoldDecision(
        paper=line["paper"],
        kind=line["kind"],
        text=line["text"],
        committee=line.get("committee"),
        date=line.get("date"),
    )


def _question(line: Line) -> GoldQuestion:
    return GoldQuestion(
        id=line["id"],
        question=line["question"],
        kind=line["kind"],
        answerable=line["answerable"],
        must_include=tuple(line["must_include"]),
        evidence=tuple(_evidence(item) for item in line["evidence"]),
        refs=tuple(line["refs"]),
        whole_list=bool(line.get("list")),
    )


def _evidence(item: Line) -> GoldEvidence:
    """`cell_quote` is the part in one cell, where the quote runs over several."""
    return GoldEvidence(item["paper"], item.get("cell_quote") or item["quote"])
