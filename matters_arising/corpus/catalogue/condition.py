"""Filters as SQL conditions. What cannot match is a false condition, never a missing one."""

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, false, func, literal_column, or_, select, text

from matters_arising.corpus.catalogue.schema import (
    action,
    action_owner,
    decision,
    measure,
    paper,
    report,
)
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.span import Span, date_span
from matters_arising.corpus.wording import canonical_ref, canonical_words
from matters_arising.errors import MattersArisingError

_ID_PREFIX = re.compile(r"[0-9a-f]{6,64}")
_ID_LENGTH = 64

DONE = ("complete", "complete_impact_unproven", "closed")
"""Statuses under which an action cannot be overdue."""

Condition = ColumnElement[bool]
_Column = ColumnElement[Any]
_INDEXED: ColumnElement[int] = literal_column("action_fts.rowid")


def among(column: _Column, values: Iterable[object]) -> Condition:
    """`column` is one of `values`, however many: they travel as one JSON parameter."""
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))


def has_words(column: _Column, wanted: str) -> Iterator[Condition]:
    """Every word of `wanted` begins a word of a column of canonical words."""
    words = canonical_words(wanted).split()
    if not words:
        yield false()
    for word in words:
        yield column.like(f"% {word}%")


def named_papers(names: Iterable[str]) -> Condition:
    """Papers with one of these names in any case, with `.pdf` or without, or with these ids."""
    plain = [name.removesuffix(".pdf") for name in names]
    hexadecimal = [name.lower() for name in plain if _ID_PREFIX.fullmatch(name.lower())]
    prefixes = [name for name in hexadecimal if len(name) < _ID_LENGTH]
    return or_(
        among(paper.c.sha256, [*plain, *hexadecimal]),
        among(paper.c.name, plain),
        among(func.lower(paper.c.name), [name.lower() for name in plain]),
        *(paper.c.sha256.startswith(prefix) for prefix in prefixes),
    )


def named_in_part(part: str) -> Iterator[Condition]:
    """Papers whose names begin with `part`, then those with it anywhere; none where it is blank.

    In any case, and with hyphens, underscores and spaces alike.
    """
    plain = part.removesuffix(".pdf").lower().replace("-", " ").replace("_", " ").strip()
    if plain:
        name = func.replace(func.replace(func.lower(paper.c.name), "-", " "), "_", " ")
        yield name.startswith(plain, autoescape=True)
        yield name.contains(plain, autoescape=True)


def within_scope(scope: Filter, dated: Any) -> Iterator[Condition]:
    """Conditions on the date, committee and paper of `dated`: reports, or decisions."""
    if scope.since is not None:
        yield dated.last_day >= asked_span(scope.since).first
    if scope.until is not None:
        yield dated.first_day <= asked_span(scope.until).last
    if scope.committee is not None:
        yield from has_words(dated.committee_words, scope.committee)
    if scope.papers:
        yield dated.paper_id.in_(select(paper.c.id).where(named_papers(scope.papers)))


def reports_in(scope: Filter) -> Select[Any]:
    """The ids of the reports that a filter leaves."""
    return select(report.c.id).where(*within_scope(scope, report.c))


def asked_span(text: str) -> Span:
    """The days that a filter's date covers; an error, not a shrug, where it is no date."""
    span = date_span(text)
    if span is None:
        raise MattersArisingError(f"'{text}' is no date. Write 2025-03-31, 2025-03 or 2025.")
    return span


def report_date() -> ColumnElement[str]:
    """The date of a report, "" where it has none."""
    return func.coalesce(report.c.date, "")


def wanted_actions(asked: ActionFilter) -> Iterator[Condition]:
    """Conditions on actions joined with their reports."""
    yield from within_scope(asked.scope, report.c)
    if asked.ids is not None:
        yield among(action.c.id, asked.ids)
    if asked.dates is not None:
        yield among(report_date(), asked.dates)
    if asked.title is not None:
        called = func.replace(func.lower(paper.c.title + " " + paper.c.name), "-", " ")
        titled = select(paper.c.id).where(called.contains(asked.title, autoescape=True))
        yield report.c.paper_id.in_(titled)
    if asked.ref is not None:
        yield action.c.ref_key == (canonical_ref(asked.ref) or "")
    if asked.owner is not None:
        yield _owned_by(asked.owner)
    if asked.about is not None:
        yield from _about(asked.about)
    if asked.statuses:
        yield action.c.status.in_(asked.statuses)
    if asked.states:
        printed = func.lower(action.c.status_text)
        yield or_(action.c.status.in_(asked.states), printed.in_(asked.states))
    if asked.threads is not None:
        yield among(action.c.thread, asked.threads)
    yield from _due(asked)


def _about(words: str) -> Iterator[Condition]:
    """Actions with all the words; the index is asked first, which reads no action."""
    yield from has_words(action.c.about_words, words)
    if known := [word for word in canonical_words(words).split() if word.isascii()]:
        query = " AND ".join(f'"{word}"*' for word in known)
        match = text("action_fts MATCH :about").bindparams(about=query)
        yield action.c.id.in_(select(_INDEXED).select_from(text("action_fts")).where(match))


def _owned_by(owner: str) -> Condition:
    """One owner, not several between them, has every word asked for."""
    known = _different_owners()
    owners = select(known.c.words).where(*has_words(known.c.words, owner))
    owned = select(action_owner.c.action_id).where(action_owner.c.owner_words.in_(owners))
    return action.c.id.in_(owned)


def _different_owners() -> CTE:
    """The words of every owner once: from each the index leads on to the next."""
    words = action_owner.c.owner_words
    first = select(func.min(words).label("words")).cte("owners", recursive=True)
    following = select(func.min(words)).where(words > first.c.words).scalar_subquery()
    return first.union_all(select(following).where(first.c.words.is_not(None)))


def _due(asked: ActionFilter) -> Iterator[Condition]:
    if asked.due_before is not None:
        yield action.c.due_first_day < asked_span(asked.due_before).first
    if asked.due_after is not None:
        yield action.c.due_last_day > asked_span(asked.due_after).last
    if asked.due_in is not None:
        span = asked_span(asked.due_in)
        yield action.c.due_last_day >= span.first
        yield action.c.due_first_day <= span.last
    if asked.overdue:
        today = asked.as_of or date.today().isoformat()
        yield action.c.due_last_day < asked_span(today).first
        yield func.coalesce(action.c.status, "").not_in(DONE)


def wanted_measures(asked: MeasureFilter) -> Iterator[Condition]:
    """Conditions on measures joined with their reports."""
    yield from within_scope(asked.scope, report.c)
    yield from _chosen(asked, measure.c)
    if asked.units:
        yield measure.c.unit.in_(asked.units)
    if asked.period is not None:
        span = asked_span(asked.period)
        yield measure.c.period_last_day >= span.first
        yield measure.c.period_first_day <= span.last


def wanted_decisions(asked: DecisionFilter) -> Iterator[Condition]:
    """Conditions on decisions, whose date and committee may be their own."""
    yield from within_scope(asked.scope, decision.c)
    yield from _chosen(asked, decision.c)


def _chosen(asked: MeasureFilter | DecisionFilter, told: Any) -> Iterator[Condition]:
    """Conditions on what both kinds of record have: an id, words and a kind."""
    if asked.ids is not None:
        yield among(told.id, asked.ids)
    if asked.about is not None:
        yield from has_words(told.about_words, asked.about)
    if asked.kinds:
        yield told.kind.in_(asked.kinds)
