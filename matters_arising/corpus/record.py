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
    """One figure as reported.

    `unit` is one of UNITS, `kind` one of MEASURE_KINDS; `period` is written as `date_span` reads
    it. What the paper does not say is None.
    """

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


UNITS = (
    "percent",
    "count",
    "days",
    "weeks",
    "months",
    "hours",
    "years",
    "gbp",
    "dollars",
    "euros",
    "ratio",
    "per_person",
    "posts",
)
"""What a figure may count."""

MEASURE_KINDS = ("actual", "baseline", "target")
"""Reported as so, the earlier figure of a comparison, or aimed at."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A resolution of a meeting, or a recommendation put to it.

    `date` is the meeting's; `kind` is one of DECISION_KINDS.
    """

    date: str | None
    committee: str | None
    item: str | None
    kind: str
    text: str
    places: tuple[Place, ...]
    report: int = 0


DECISION_KINDS = ("resolved", "recommendation")
"""Resolved by a meeting, or recommended to it."""
