"""Records as flat lines: what listings print, exports write, and pandas takes as it is.

Fields and their order are the contract's.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from matters_arising.corpus.held import Held, HeldPaper
from matters_arising.corpus.paper import Place
from matters_arising.corpus.record import Action, Decision, Measure


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of the library; `rows` are those of its tables."""

    paper: str
    title: str
    date: str | None
    committee: str | None
    kind: str
    pages: int
    rows: int
    actions: int
    measures: int
    decisions: int
    warnings: tuple[str, ...]
    id: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action with the paper it stands in."""

    paper: str
    title: str
    date: str | None
    committee: str | None
    ref: str | None
    section: str | None
    action: str
    owners: tuple[str, ...]
    due_text: str | None
    due_date: str | None
    due_precision: str | None
    status_text: str | None
    status: str | None
    update: str | None
    columns: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    thread: str | None
    source: str


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A figure with the paper it stands in."""

    paper: str
    date: str | None
    quote: str
    measure: str
    value: float
    unit: str
    qualifier: str | None
    period_text: str | None
    period: str | None
    kind: str
    direction: str | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision with the paper it stands in; `date` is its meeting's."""

    paper: str
    date: str | None
    committee: str | None
    item: str | None
    kind: str
    text: str
    places: tuple[Place, ...]


def join_columns(columns: Iterable[tuple[str, str]]) -> dict[str, str]:
    """A row's further columns by name; those of one name are one, their texts a line each."""
    joined: dict[str, str] = {}
    for name, text in columns:
        joined[name] = f"{joined[name]}\n{text}" if name in joined else text
    return joined


def plain_number(value: float) -> int | float:
    """A figure as people write it: a whole number without a point."""
    return int(value) if float(value).is_integer() else value


def paper_line(held: HeldPaper) -> PaperLine:
    """A paper as a line of the list of papers."""
    paper = held.paper
    return PaperLine(
        paper=paper.name,
        title=paper.title,
        date=paper.date,
        committee=paper.committee,
        kind=paper.kind,
        pages=paper.pages,
        rows=held.table_rows,
        actions=held.actions,
        measures=held.measures,
        decisions=held.decisions,
        warnings=paper.warnings,
        id=paper.id,
    )


def action_line(held: Held[Action]) -> ActionLine:
    """An action as a line of the register."""
    action = held.record
    return ActionLine(
        paper=held.paper.name,
        title=held.paper.title,
        date=held.date,
        committee=held.committee,
        ref=action.ref,
        section=action.section,
        action=action.action,
        owners=action.owners,
        due_text=action.due_text,
        due_date=action.due_date,
        due_precision=action.due_precision,
        status_text=action.status_text,
        status=action.status,
        update=action.update,
        columns=action.columns,
        places=action.places,
        thread=held.thread,
        source=action.source,
    )


def measure_line(held: Held[Measure]) -> MeasureLine:
    """A figure as a line of the list of figures."""
    measure = held.record
    return MeasureLine(
        paper=held.paper.name,
        date=held.date,
        quote=measure.quote,
        measure=measure.measure,
        value=measure.value,
        unit=measure.unit,
        qualifier=measure.qualifier,
        period_text=measure.period_text,
        period=measure.period,
        kind=measure.kind,
        direction=measure.direction,
        places=measure.places,
    )


def decision_line(held: Held[Decision]) -> DecisionLine:
    """A decision as a line of the list of decisions."""
    decision = held.record
    return DecisionLine(
        paper=held.paper.name,
        date=held.date,
        committee=held.committee,
        item=decision.item,
        kind=decision.kind,
        text=decision.text,
        places=decision.places,
    )
