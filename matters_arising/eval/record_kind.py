"""The kinds of record that are scored, and when a field of each counts as right."""

from dataclasses import dataclass

from matters_arising.corpus.layout import Report
from matters_arising.corpus.register import ActionLine, DecisionLine, MeasureLine
from matters_arising.corpus.wording import canonical_ref
from matters_arising.eval.gold import GoldAction, GoldDecision, GoldMeasure, GoldReport
from matters_arising.eval.likeness import alike, bare, fold, holds, words_of
from matters_arising.eval.metrics import f1
from matters_arising.eval.record_score import Field, Fit, RecordKind

LABEL = 50
"""How many characters name a record that has no ref."""


@dataclass(frozen=True, slots=True)
class Document:
    """A report with the name of the paper it is bound into."""

    paper: str
    report: Report


# Documents within a paper


def _fits_report(gold: GoldReport, found: Document) -> Fit | None:
    same_title = alike(found.report.title, gold.title, at=0.6)
    if found.report.kind != gold.kind or not (same_title or _same_pages(gold, found)):
        return None
    return (same_title, _same_pages(gold, found))


def _same_pages(gold: GoldReport, found: Document) -> bool:
    return found.report.pages == gold.pages


REPORTS: RecordKind[GoldReport, Document] = RecordKind(
    "documents",
    _fits_report,
    (
        Field("pages", _same_pages, asked=lambda gold: gold.pages is not None),
        Field(
            "senior officer",
            lambda gold, found: alike(found.report.officer, gold.officer),
            asked=lambda gold: gold.officer is not None,
        ),
    ),
    lambda gold: gold.title[:LABEL],
)


# Actions


def _fits_action(gold: GoldAction, found: ActionLine) -> Fit | None:
    if gold.ref and canonical_ref(gold.ref) != canonical_ref(found.ref):
        return None
    if not gold.ref and not alike(found.action, gold.action, at=0.85):
        return None
    return (alike(found.due_text, gold.due_text), alike(found.action, gold.action))


def _same_owners(gold: GoldAction, found: ActionLine) -> bool:
    return sorted(map(bare, found.owners)) == sorted(map(bare, gold.owners))


ACTIONS: RecordKind[GoldAction, ActionLine] = RecordKind(
    "actions",
    _fits_action,
    (
        Field("action", lambda gold, found: alike(found.action, gold.action, at=0.98)),
        Field("owners", _same_owners),
        Field(
            "due date",
            lambda gold, found: found.due_date == gold.due_date,
            asked=lambda gold: not gold.ambiguous,
        ),
        Field(
            "status",
            lambda gold, found: found.status == gold.status,
            asked=lambda gold: gold.status is not None,
        ),
        Field(
            "update",
            lambda gold, found: alike(found.update, gold.update),
            asked=lambda gold: gold.update is not None,
        ),
        Field(
            "section",
            lambda gold, found: alike(found.section, gold.section),
            asked=lambda gold: gold.section is not None,
            counts=False,
        ),
    ),
    lambda gold: gold.ref or gold.action[:LABEL],
)


# Measures


def _fits_measure(gold: GoldMeasure, found: MeasureLine) -> Fit | None:
    overlap = holds(found.quote, gold.quote) or holds(gold.quote, found.quote)
    if abs(found.value - gold.value) > 1e-9 or not overlap:
        return None
    return (found.unit == gold.unit, found.period == gold.period, found.kind == gold.kind)


MEASURES: RecordKind[GoldMeasure, MeasureLine] = RecordKind(
    "measures",
    _fits_measure,
    (
        Field("unit", lambda gold, found: found.unit == gold.unit),
        Field("period", lambda gold, found: found.period == gold.period),
        Field("kind", lambda gold, found: found.kind == gold.kind),
        Field("direction", lambda gold, found: found.direction == gold.direction),
        Field("qualifier", lambda gold, found: found.qualifier == gold.qualifier),
        Field(
            "wording (F1)",
            lambda gold, found: f1(words_of(gold.measure), words_of(found.measure)),
            counts=False,
        ),
    ),
    lambda gold: f"{gold.value:g} in “{gold.quote[:LABEL]}”",
)


# Decisions

LEAST_PART = 30
"""Letters that a part of a decision must have to stand for the whole."""


def _fits_decision(gold: GoldDecision, found: DecisionLine) -> Fit | None:
    part = len(bare(found.text)) > LEAST_PART and holds(gold.text, found.text)
    if not part and not holds(found.text, gold.text):
        return None
    return (alike(found.text, gold.text), found.kind == gold.kind)


DECISIONS: RecordKind[GoldDecision, DecisionLine] = RecordKind(
    "decisions",
    _fits_decision,
    (
        Field("kind", lambda gold, found: found.kind == gold.kind),
        Field("date", lambda gold, found: found.date == gold.date),
        Field("committee", lambda gold, found: fold(found.committee) == fold(gold.committee)),
    ),
    lambda gold: gold.text[:LABEL],
)
