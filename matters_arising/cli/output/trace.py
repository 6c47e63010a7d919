"""Actions through the papers in the JSON shapes of the contract."""

from typing import TYPE_CHECKING

from matters_arising.cli.output.shape import SCORE_DIGITS, Shape, shape_record

if TYPE_CHECKING:
    from matters_arising.corpus.held import Held
    from matters_arising.corpus.passage import Passage
    from matters_arising.corpus.record import Action
    from matters_arising.index.thread.change import Report
    from matters_arising.index.thread.fate import Comparison
    from matters_arising.index.thread.history import History, Possible, Step

STEP_FIELDS = (
    "paper",
    "title",
    "date",
    "pages",
    "places",
    "ref",
    "action",
    "owners",
    "due_text",
    "due_date",
    "status",
    "status_text",
    "quote",
    "changes",
    "why",
    "sure",
    "also_in",
)

_SIDE_FIELDS = ("paper", "date", "pages", "ref", "owners", "due_date", "status")

COMPARISON_FIELDS = (
    "thread",
    "action",
    *(f"before_{name}" for name in _SIDE_FIELDS),
    *(f"after_{name}" for name in _SIDE_FIELDS),
    "changes",
)


def shape_history(told: "History") -> Shape:
    """All that became of one action."""
    return {
        "thread": told.thread,
        "steps": [_shape_step(step) for step in told.steps],
        "mentions": [_shape_mention(mention) for mention in told.mentions],
        "possible": [_shape_possible(possible) for possible in told.possible],
        "last_word": told.last_word,
        "unknown": list(told.unknown),
        "days_overdue": told.days_overdue,
        "others": [_shape_other(other) for other in told.others],
    }


def _shape_step(step: "Step") -> Shape:
    link = step.link
    return {
        **_shape_report(step.report),
        "changes": list(step.changes),
        "why": link.why if link else None,
        "sure": round(link.sure, SCORE_DIGITS) if link else None,
        "also_in": list(step.also_in),
    }


def _shape_report(report: "Report") -> Shape:
    """What one paper reports; the due cell is that of the line due last."""
    lines = [line.record for line in report.lines]
    places = dict.fromkeys(place for line in lines for place in line.places)
    return {
        "paper": report.paper.name,
        "title": report.paper.title,
        "date": report.date,
        "pages": list(report.pages),
        "places": [shape_record(place) for place in places],
        "ref": report.action.ref,
        "action": report.action.action,
        "owners": list(report.owners),
        "due_text": report.due.due_text,
        "due_date": report.due.due_date,
        "status": report.status,
        "status_text": next(line.status_text for line in lines if line.status == report.status),
        "quote": quote_report(report),
    }


def quote_report(report: "Report") -> str:
    """What the paper says became of it, else the action, word for word."""
    updates = (line.record.update for line in report.lines)
    return next((update for update in updates if update), report.action.action)


def _shape_mention(mention: "Held[Passage]") -> Shape:
    return {**_shape_source(mention), "quote": mention.record.text}


def _shape_possible(possible: "Possible") -> Shape:
    told = _shape_other(possible.action)
    return {**told, "why": possible.why, "sure": round(possible.sure, SCORE_DIGITS)}


def _shape_other(other: "Held[Action]") -> Shape:
    action = other.record
    return {
        **_shape_source(other),
        "ref": action.ref,
        "action": action.action,
        "thread": other.thread,
    }


def _shape_source(held: "Held[Action] | Held[Passage]") -> Shape:
    """Where a record stands."""
    places = held.record.places
    return {
        "paper": held.paper.name,
        "title": held.paper.title,
        "date": held.date,
        "pages": list(dict.fromkeys(place.page for place in places)),
        "places": [shape_record(place) for place in places],
    }


def shape_comparison(compared: "Comparison") -> Shape:
    """An action in two issues, flat; all that an issue which does not list it says is null."""
    report = latest(compared)
    return {
        "thread": report.first.thread,
        "action": report.action.action,
        **_shape_side("before", compared.before),
        **_shape_side("after", compared.after),
        "changes": list(compared.changes),
    }


def _shape_side(side: str, report: "Report | None") -> Shape:
    told = _shape_report(report) if report else {}
    return {f"{side}_{name}": told.get(name) for name in _SIDE_FIELDS}


def latest(compared: "Comparison") -> "Report":
    """The report of the later issue, else of the earlier one."""
    report = compared.after or compared.before
    assert report is not None
    return report
