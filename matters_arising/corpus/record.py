"""The records that papers yield: actions, measures, decisions. Fields as in the contract."""

from dataclasses import dataclass

from matters_arising.corpus.paper import Place


@dataclass(frozen=True, slots=True)
class Action:
    """Something that someone is to do.

    `due_date` is the last day or month by which the action is due, ISO 8601 and as
    precise as the paper; None where the paper gives none. `status` is one of STATUSES,
    None where the paper does not say, and `status_words` the words that decided it.
    `columns` keeps every column of the row that has no field of its own.
    `source` is `table`, `minutes` or `text`.
    """

    ref: str | None
    section: str | None
    action: str
    owners: tuple[str, ...]
    due_text: str | None
    due_date: str | None
    due_precision: str | None
    status_text: str | None
    status: str | None
    status_words: str | None
    update: str | None
    columns: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    source: str
    report: int = 0


STATUSES = (
    "complete",
    "complete_impact_unproven",
    "on_track",
    "delayed",
    "at_risk",
    "under_review",
    "closed",
    "carried_over",
    "on_hold",
    "not_started",
)


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure as reported; the fields take the values that the contract lists."""

    quote: str
    measure: str
    value: float
    unit: str
    qualifier: str | None
    period_text: str | None
    period: str | None
    kind: str
    direction: str | None
    places: tuple[Place, ...] = ()
    section: str | None = None
    report: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """A resolution of a meeting, or a recommendation put to it.

    `date` is the meeting's; `kind` is `resolved` or `recommendation`.
    """

    date: str | None
    committee: str | None
    item: str | None
    kind: str
    text: str
    places: tuple[Place, ...]
    report: int = 0
