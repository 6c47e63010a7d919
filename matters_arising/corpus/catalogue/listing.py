"""Papers and records out of the catalogue, in the order of paper date, name and position."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, null, or_, select

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.catalogue.condition import (
    among,
    named_in_part,
    named_papers,
    report_date,
    reports_in,
    wanted_actions,
    wanted_decisions,
    wanted_measures,
)
from matters_arising.corpus.catalogue.known import KnownPapers
from matters_arising.corpus.catalogue.load import (
    ACTION_COLUMNS,
    DECISION_COLUMNS,
    MEASURE_COLUMNS,
    PAPER_COLUMNS,
    PASSAGE_COLUMNS,
    action_from,
    action_line_from,
    decision_from,
    measure_from,
    paper_from,
    passage_from,
)
from matters_arising.corpus.catalogue.pause import collector_paused
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.held import Held, HeldPaper, Meeting, Vocabulary
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.corpus.register import ActionLine
from matters_arising.corpus.swift import swift
from matters_arising.errors import PaperNotHeld, PaperUnclear

T = TypeVar("T")
Record = TypeVar("Record")

_hold = swift(Held)

_NEAR_NAMES = 3
_SHOWN_PAPERS = 8
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
    columns = ("id", *_COUNTS, *PAPER_COLUMNS)
    query = select(*(schema.paper.c[name] for name in columns)).where(*_papers_in(scope))
    query = query.order_by(*_PAPER_ORDER)
    with collector_paused():
        return tuple(_held_paper(*row) for row in connection.execute(query))


def _papers_in(scope: Filter) -> Iterator[ColumnElement[bool]]:
    if scope.narrows:
        papers = select(schema.report.c.paper_id).where(schema.report.c.id.in_(reports_in(scope)))
        yield schema.paper.c.id.in_(papers)


def paper_names(connection: Connection, scope: Filter) -> tuple[str, ...]:
    """What the papers are called of which a report matches the scope: title and name."""
    called = schema.paper.c.title + " " + schema.paper.c.name
    return tuple(connection.execute(select(called).where(*_papers_in(scope))).scalars())


_COUNTS = ("reports", "table_rows", "actions", "measures", "decisions", "passages")


def _held_paper(id_: int, *told: Any) -> HeldPaper:
    counts, paper = told[: len(_COUNTS)], told[len(_COUNTS) :]
    return HeldPaper(id_, paper_from(paper), *counts)


def single_paper(connection: Connection, wanted: str) -> Paper:
    """The one paper that a name, a part of it or an id means; PaperNotHeld or PaperUnclear."""
    return _only(wanted, papers_meant(connection, wanted))


def papers_meant(connection: Connection, wanted: str) -> list[Paper]:
    """The same, but all papers of one name where it was given whole."""
    if named := _papers_where(connection, named_papers([wanted])):
        return named
    for condition in named_in_part(wanted):
        if found := _papers_where(connection, condition):
            return [_only(wanted, found)]
    names = connection.execute(select(schema.paper.c.name)).scalars().all()
    raise PaperNotHeld(_no_paper(wanted, names))


def _only(wanted: str, found: Sequence[Paper]) -> Paper:
    if len(found) > 1:
        raise PaperUnclear(_several_papers(wanted, found))
    return found[0]


def _papers_where(connection: Connection, condition: ColumnElement[bool]) -> list[Paper]:
    told = (schema.paper.c[name] for name in PAPER_COLUMNS)
    query = select(*told).where(condition).order_by(*_PAPER_ORDER)
    return [paper_from(row) for row in connection.execute(query)]


def _several_papers(wanted: str, found: Sequence[Paper]) -> str:
    shown = [f"{paper.name} ({paper.id[:_SHOWN_ID]})" for paper in found[:_SHOWN_PAPERS]]
    left = f" or one of {len(found) - len(shown)} more" if len(found) > len(shown) else ""
    listed = ", ".join(shown) + left
    return f"'{wanted}' could be {listed}. Give more of the name, or the id in brackets."


def _no_paper(wanted: str, names: Sequence[str]) -> str:
    near = get_close_matches(wanted, names, n=_NEAR_NAMES, cutoff=0.4)
    hint = f"Near it: {', '.join(near)}." if near else "'matters papers' lists what is held."
    return f"No paper '{wanted}' is held. {hint}"


@dataclass(frozen=True, slots=True)
class _Kind(Generic[T]):
    """What is made of a table's records, of which `columns` are needed.

    `dated` has their date and committee; `make` takes a row of `_query` and its paper.
    """

    table: Table
    dated: Table
    columns: Sequence[str]
    make: Callable[[Sequence[Any], Paper], T]


def _holding(
    make: Callable[[Sequence[Any], int], Record],
) -> Callable[[Sequence[Any], Paper], Held[Record]]:
    """A maker of held records out of one of records."""

    def hold(row: Sequence[Any], paper: Paper) -> Held[Record]:
        _, _, id_, report, date, committee, record_id, thread, *told = row
        return _hold(id_, make(told, report), paper, date, committee, record_id, thread)

    return hold


def _action_line(row: Sequence[Any], paper: Paper) -> ActionLine:
    _, _, _, _, date, committee, _, thread, *told = row
    return action_line_from(told, paper, date, committee, thread)


_ACTIONS = _Kind(schema.action, schema.report, ACTION_COLUMNS, _holding(action_from))
_ACTION_LINES = _Kind(schema.action, schema.report, ACTION_COLUMNS, _action_line)
_MEASURES = _Kind(schema.measure, schema.report, MEASURE_COLUMNS, _holding(measure_from))
_DECISIONS = _Kind(schema.decision, schema.decision, DECISION_COLUMNS, _holding(decision_from))
_PASSAGES = _Kind(schema.passage, schema.report, PASSAGE_COLUMNS, _holding(passage_from))


def held_actions(
    connection: Connection, asked: ActionFilter, papers: KnownPapers
) -> tuple[Held[Action], ...]:
    """The actions that match."""
    return _list(connection, papers, _ACTIONS, _among_actions(asked))


def action_lines(
    connection: Connection, asked: ActionFilter, papers: KnownPapers
) -> tuple[ActionLine, ...]:
    """The same as lines of the register; thousands of records would be made for nothing else."""
    return _list(connection, papers, _ACTION_LINES, _among_actions(asked))


def _among_actions(asked: ActionFilter) -> Iterator[ColumnElement[bool]]:
    """They are found first by what the indexes hold, and then read: an action's row is long."""
    found = select(schema.action.c.id).join(schema.report).where(*wanted_actions(asked))
    yield schema.action.c.id.in_(found.correlate(None))


def action_dates(connection: Connection, asked: ActionFilter) -> tuple[str, ...]:
    """The dates of the reports that have actions that match, each once; "" for none."""
    query = select(report_date()).select_from(schema.action).join(schema.report)
    return tuple(connection.execute(query.where(*wanted_actions(asked)).distinct()).scalars())


def action_wordings(connection: Connection) -> list[tuple[int, str]]:
    """Every action's id and wording."""
    rows = connection.execute(select(schema.action.c.id, schema.action.c.action)).all()
    return [(action, wording) for action, wording in rows]


def held_measures(
    connection: Connection, asked: MeasureFilter, papers: KnownPapers
) -> tuple[Held[Measure], ...]:
    """The figures that match."""
    return _list(connection, papers, _MEASURES, wanted_measures(asked))


def held_decisions(
    connection: Connection, asked: DecisionFilter, papers: KnownPapers
) -> tuple[Held[Decision], ...]:
    """The decisions that match."""
    return _list(connection, papers, _DECISIONS, wanted_decisions(asked))


def held_passages(
    connection: Connection, ids: Iterable[int], papers: KnownPapers
) -> tuple[Held[Passage], ...]:
    """Passages in the order of `ids`; those no longer held are left out."""
    wanted = list(ids)
    listed = _list(connection, papers, _PASSAGES, [among(schema.passage.c.id, wanted)])
    found = {held.id: held for held in listed}
    return tuple(found[number] for number in wanted if number in found)


def _list(
    connection: Connection,
    papers: KnownPapers,
    kind: _Kind[T],
    conditions: Iterable[ColumnElement[bool]],
) -> tuple[T, ...]:
    """What is made of the records that meet all conditions, in order of paper and position."""
    with collector_paused():
        rows = list(connection.execute(_query(kind).where(*conditions)).all())
        known = papers.of(connection, (row[_PAPER] for row in rows))
        rank = {row: n for n, row in enumerate(sorted(known, key=lambda row: _order(known[row])))}
        # Sorted here and not by SQLite, which would carry the long rows about.
        rows.sort(key=lambda row: (rank[row[_PAPER]], row[_POSITION]))
        return tuple([kind.make(row, known[row[_PAPER]]) for row in rows])


_PAPER, _POSITION = 0, 1
"""Where a row of `_query` has its paper's row and its own position."""


def _query(kind: _Kind[T]) -> Select[Any]:
    records, dated = kind.table, kind.dated
    return select(
        records.c.paper_id,
        records.c.position,
        records.c.id,
        schema.report.c.position,
        dated.c.date,
        dated.c.committee,
        records.c.get("record_id", null()),
        records.c.get("thread", null()),
        *(records.c[name] for name in kind.columns),
    ).join_from(records, schema.report, schema.report.c.id == records.c.report_id)


def _order(paper: Paper) -> tuple[bool, str, str, str]:
    """By date, undated papers last, then by name."""
    return paper.date is None, paper.date or "", paper.name, paper.id


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
