"""Papers and records out of the catalogue, in the order of paper date, name and position."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, and_, func, null, or_, select

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.catalogue.condition import (
    among,
    named_papers,
    reports_in,
    wanted_actions,
    wanted_decisions,
    wanted_measures,
)
from matters_arising.corpus.catalogue.load import (
    ACTION_COLUMNS,
    action_from,
    decision_from,
    measure_from,
    paper_from,
    passage_from,
)
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.held import Held, HeldPaper, Meeting, Vocabulary
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.errors import NothingFound

T = TypeVar("T")

_NEAR_NAMES = 3
_SHOWN_ID = 12
"""Characters of a paper's id that tell papers of one name apart for people."""

_PAPER_ORDER = (
    schema.paper.c.date.is_(None),
    schema.paper.c.date,
    schema.paper.c.name,
    schema.paper.c.sha256,
)


def held_papers(connection: Connection, scope: Filter) -> tuple[HeldPaper, ...]:
    """Papers of which a report matches the scope."""
    query = select(schema.paper).order_by(*_PAPER_ORDER)
    if scope.narrows:
        papers = select(schema.report.c.paper_id).where(schema.report.c.id.in_(reports_in(scope)))
        query = query.where(schema.paper.c.id.in_(papers))
    return tuple(_held_paper(row) for row in connection.execute(query))


def _held_paper(row: Row[Any]) -> HeldPaper:
    return HeldPaper(
        id=row.id,
        paper=paper_from(row),
        reports=row.reports,
        table_rows=row.table_rows,
        actions=row.actions,
        measures=row.measures,
        decisions=row.decisions,
        passages=row.passages,
    )


def single_paper(connection: Connection, name_or_id: str) -> Paper:
    """The one paper of this name, or whose name or id begins so; else an error that helps."""
    found = _papers_where(connection, named_papers([name_or_id]))
    if not found:
        begins = schema.paper.c.name.istartswith(name_or_id, autoescape=True)
        found = _papers_where(connection, begins)
    if len(found) == 1:
        return found[0]
    if found:
        raise NothingFound(_several_papers(name_or_id, found))
    names = connection.execute(select(schema.paper.c.name)).scalars().all()
    raise NothingFound(_no_paper(name_or_id, names))


def _papers_where(connection: Connection, condition: ColumnElement[bool]) -> list[Paper]:
    query = select(schema.paper).where(condition).order_by(*_PAPER_ORDER)
    return [paper_from(row) for row in connection.execute(query)]


def _several_papers(wanted: str, found: Sequence[Paper]) -> str:
    listed = ", ".join(f"{paper.name} ({paper.id[:_SHOWN_ID]})" for paper in found)
    return f"'{wanted}' could be {listed}. Give the whole name, or the id in brackets."


def _no_paper(wanted: str, names: Sequence[str]) -> str:
    near = get_close_matches(wanted, names, n=_NEAR_NAMES, cutoff=0.4)
    hint = f"Near it: {', '.join(near)}." if near else "'matters papers' lists what is held."
    return f"No paper '{wanted}' is held. {hint}"


def held_actions(connection: Connection, asked: ActionFilter) -> tuple[Held[Action], ...]:
    """The actions that match."""
    # Found first by what the indexes hold, and then read: an action's row is long.
    found = select(schema.action.c.id).join(schema.report).where(*wanted_actions(asked))
    wanted = schema.action.c.id.in_(found.correlate(None))
    told = [schema.action.c[name] for name in ACTION_COLUMNS]
    query = _listing(schema.action, schema.report, told).where(wanted)
    return _held(connection, query, lambda row, report: action_from(row[_FRAME:], report))


def held_measures(connection: Connection, asked: MeasureFilter) -> tuple[Held[Measure], ...]:
    """The figures that match."""
    query = _listing(schema.measure, schema.report).where(*wanted_measures(asked))
    return _held(connection, query, measure_from)


def held_decisions(connection: Connection, asked: DecisionFilter) -> tuple[Held[Decision], ...]:
    """The decisions that match."""
    query = _listing(schema.decision, schema.decision).where(*wanted_decisions(asked))
    return _held(connection, query, decision_from)


def held_passages(connection: Connection, ids: Iterable[int]) -> tuple[Held[Passage], ...]:
    """Passages in the order of `ids`; those no longer held are left out."""
    wanted = list(ids)
    query = _listing(schema.passage, schema.report).where(among(schema.passage.c.id, wanted))
    found = {held.id: held for held in _held(connection, query, passage_from)}
    return tuple(found[number] for number in wanted if number in found)


def _listing(
    records: Table, dated: Table, told: Sequence[ColumnElement[Any]] | None = None
) -> Select[Any]:
    """Records with the date and committee of `dated`, in order: the _FRAME, and what is told."""
    return (
        select(
            records.c.id,
            records.c.paper_id,
            schema.report.c.position,
            dated.c.date,
            dated.c.committee,
            records.c.get("record_id", null()),
            records.c.get("thread", null()),
            *(told or (column for column in records.c if column.name not in _NOT_TOLD)),
        )
        .join_from(records, schema.report, schema.report.c.id == records.c.report_id)
        .join(schema.paper, schema.paper.c.id == records.c.paper_id)
        .order_by(*_PAPER_ORDER, records.c.position)
    )


_FRAME = 7
"""Columns of a listing that are not the record's own."""

_NOT_TOLD = ("id", "paper_id", "position", "date", "committee", "record_id", "about_words")


def _held(
    connection: Connection, query: Select[Any], record_from: Callable[[Row[Any], int], T]
) -> tuple[Held[T], ...]:
    rows = connection.execute(query).all()
    papers = _papers_by_key(connection, {row[1] for row in rows})
    held = []
    for row in rows:
        id_, paper, report, date, committee, record_id, thread = row[:_FRAME]
        record = record_from(row, report)
        held.append(Held(id_, record, papers[paper], date, committee, record_id, thread))
    return tuple(held)


def _papers_by_key(connection: Connection, keys: Iterable[int]) -> Mapping[int, Paper]:
    query = select(schema.paper).where(among(schema.paper.c.id, keys))
    return {row.id: paper_from(row) for row in connection.execute(query)}


def vocabulary(connection: Connection) -> Vocabulary:
    """The names that the papers held use."""
    short, long = schema.abbreviation.c.short, schema.abbreviation.c.long
    pairs = connection.execute(select(short, long).distinct().order_by(short, long))
    return Vocabulary(
        committees=_distinct(connection, schema.report.c.committee),
        owners=_distinct(connection, schema.action_owner.c.owner),
        refs=_distinct(connection, schema.action.c.ref),
        abbreviations=tuple((row.short, row.long) for row in pairs),
        meetings=_meetings(connection),
        latest=connection.execute(select(func.max(schema.report.c.date))).scalar(),
    )


def _meetings(connection: Connection) -> tuple[Meeting, ...]:
    """The meetings with minutes whose month is known, by date."""
    day, committee = schema.report.c.date, schema.report.c.committee
    of_paper = and_(schema.paper.c.kind == "minutes", schema.paper.c.reports == 1)
    query = (
        select(day, committee)
        .distinct()
        .join(schema.paper, schema.paper.c.id == schema.report.c.paper_id)
        .where(or_(schema.report.c.kind == "minutes", of_paper))
        .where(func.length(day) >= len("2025-03"))
        .order_by(day)
    )
    return tuple(Meeting(row.date, row.committee) for row in connection.execute(query))


def _distinct(connection: Connection, column: ColumnElement[Any]) -> tuple[str, ...]:
    query = select(column).distinct().where(column.is_not(None)).order_by(column)
    return tuple(connection.execute(query).scalars())
