"""What one paper reports of an action, and what changed from one report to the next."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from matters_arising.corpus.catalogue.condition import DONE
from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.record import Action
from matters_arising.corpus.span import date_span
from matters_arising.corpus.wording import canonical_ref, canonical_words
from matters_arising.extract.phrase.owner import canonical_owner
from matters_arising.index.answer.say import STATUS, and_list, quoted, say_date
from matters_arising.index.thread.entry import Key, issue_key

_RECURS = re.compile(
    r"\b(?:each|every|per|next by|annual(?:ly)?|quarterly|monthly|weekly|termly)\b", re.IGNORECASE
)
_DRAFT = re.compile(r"(?:\b|_)(?:draft|unconfirmed|unapproved)(?:\b|_)", re.IGNORECASE)
_VERSION = re.compile(
    r"draft|final|unconfirmed|confirmed|unapproved|approved|signed|v\d+|version|copy"
)


@dataclass(frozen=True, slots=True)
class Report:
    """An action as one paper reports it; `lines` are several where the paper splits its row."""

    lines: tuple[Held[Action], ...]

    @property
    def first(self) -> Held[Action]:
        """Its first line."""
        return self.lines[0]

    @property
    def action(self) -> Action:
        """The record of its first line."""
        return self.lines[0].record

    @property
    def paper(self) -> Paper:
        """Where it stands."""
        return self.lines[0].paper

    @property
    def date(self) -> str | None:
        """The date that it speaks of."""
        return self.lines[0].date

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages it stands on, from 1."""
        return tuple(sorted({p.page for line in self.lines for p in line.record.places}))

    @property
    def owners(self) -> tuple[str, ...]:
        """Its owners as printed, each once."""
        return tuple(dict.fromkeys(o for line in self.lines for o in line.record.owners))

    @property
    def status(self) -> str | None:
        """How it stands; where its lines differ, as the one that is not done."""
        stated = [line.record.status for line in self.lines if line.record.status]
        undone = (status for status in stated if status not in DONE)
        return next(undone, stated[0] if stated else None)

    @property
    def is_done(self) -> bool:
        """Whether the paper says that it is done."""
        return self.status in DONE

    @property
    def due(self) -> Action:
        """The line due last: its due cell is the action's."""
        return max((line.record for line in self.lines), key=_last_day)


def _last_day(action: Action) -> str:
    span = date_span(action.due_date)
    return span.last if span else ""


def reports_by_thread(actions: Iterable[Held[Action]]) -> tuple[tuple[Report, ...], ...]:
    """Every thread's reports in date order; actions of no thread are left out."""
    threads: dict[str, dict[Key, list[Held[Action]]]] = defaultdict(lambda: defaultdict(list))
    for held in actions:
        if held.thread is not None:
            threads[held.thread][issue_key(held)].append(held)
    return tuple(
        tuple(Report(tuple(issues[key])) for key in sorted(issues))
        for _, issues in sorted(threads.items())
    )


def are_versions(one: Report, other: Report) -> bool:
    """Whether two papers are one, as a draft and its final are.

    A committee has one set of minutes for a day; other papers of a day go by one name but for
    the words that tell versions apart.
    """
    if one.date is None or one.date != other.date or one.paper.kind != other.paper.kind:
        return False
    minutes = one.paper.kind == "minutes"
    same_body = canonical_words(one.first.committee) == canonical_words(other.first.committee)
    return same_body and (minutes or _plain_name(one.paper) == _plain_name(other.paper))


def is_draft(report: Report) -> bool:
    """Whether the paper says by its name or title that it is not final."""
    return _DRAFT.search(f"{report.paper.name} {report.paper.title}") is not None


def _plain_name(paper: Paper) -> str:
    words = (word for word in canonical_words(paper.name).split() if not _VERSION.fullmatch(word))
    return " ".join(words)


def is_slip(before: Report, after: Report) -> bool:
    """Whether a later date was given for the same end; a recurring date only moves on."""
    recurs = _RECURS.search(before.due.due_text or "") and _RECURS.search(after.due.due_text or "")
    return not recurs and _is_later(before, after)


def _is_later(before: Report, after: Report) -> bool:
    """Whether the due date lies wholly after the one before, both as precise as printed."""
    one, other = date_span(before.due.due_date), date_span(after.due.due_date)
    return one is not None and other is not None and other.first > one.last


def has_other_owner(before: Report, after: Report) -> bool:
    """Whether the owners named differ, however they are spelt."""
    one, other = _canonical_owners(before), _canonical_owners(after)
    return bool(one) and bool(other) and one != other


def _canonical_owners(report: Report) -> frozenset[str]:
    return frozenset(canonical_owner(owner) for owner in report.owners)


def describe_changes(before: Report, after: Report) -> tuple[str, ...]:
    """What changed between two reports of one action, in plain words."""
    return (
        *_status_change(before, after),
        *_due_change(before, after),
        *_owner_change(before, after),
        *_frame_changes(before.action, after.action),
    )


def _status_change(before: Report, after: Report) -> Iterator[str]:
    if before.status != after.status and after.status:
        earlier = STATUS[before.status] if before.status else "not stated"
        yield f"status: {earlier} → {STATUS[after.status]}"


def _due_change(before: Report, after: Report) -> Iterator[str]:
    one, other = _said_due(before.due), _said_due(after.due)
    if _is_later(before, after):
        yield f"due date moved from {one} to {other}"
    elif _is_later(after, before):
        yield f"due date brought forward from {one} to {other}"
    elif bool(before.due.due_date) != bool(after.due.due_date):
        yield f"due date: {one} → {other}"


def _said_due(action: Action) -> str:
    if action.due_date:
        return say_date(action.due_date)
    return quoted(action.due_text) if action.due_text else "not stated"


def _owner_change(before: Report, after: Report) -> Iterator[str]:
    if has_other_owner(before, after):
        yield f"owner changed from {and_list(before.owners)} to {and_list(after.owners)}"


def _frame_changes(before: Action, after: Action) -> Iterator[str]:
    if before.ref and after.ref and canonical_ref(before.ref) != canonical_ref(after.ref):
        yield f"renumbered {before.ref} → {after.ref}"
    if canonical_words(before.action) != canonical_words(after.action):
        yield "reworded"
    here, there = before.section, after.section
    if here and there and canonical_words(here) != canonical_words(there):
        yield f"moved from {quoted(here)} to {quoted(there)}"
