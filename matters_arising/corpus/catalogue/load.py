"""Reading the catalogue's tables back into the records they came from."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, select

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.layout import Cell, Paragraph, Report, Section
from matters_arising.corpus.layout import Row as TableRow
from matters_arising.corpus.layout import Table as PaperTable
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.corpus.register import ActionLine
from matters_arising.corpus.swift import swift

T = TypeVar("T")

_Positions = Mapping[int | None, int]


def read_back(connection: Connection, paper_id: int) -> Reading:
    """Everything held of one paper, equal to what was written."""
    head = connection.execute(select(schema.paper).where(schema.paper.c.id == paper_id)).one()
    reports = _rows(connection, schema.report, paper_id)
    sections = _rows(connection, schema.section, paper_id)
    report_at = _positions(reports)
    section_at = _positions(sections)

    def rows(table: Table) -> Iterable[Row[Any]]:
        return _rows(connection, table, paper_id)

    def records(
        table: Table, columns: Sequence[str], make: Callable[[Sequence[Any], int], T]
    ) -> tuple[T, ...]:
        return tuple(make(_told(row, columns), report_at[row.report_id]) for row in rows(table))

    return Reading(
        paper=paper_from(_told(head, PAPER_COLUMNS)),
        reports=tuple(_report(row) for row in reports),
        sections=tuple(_section(row, section_at, report_at) for row in sections),
        paragraphs=tuple(_paragraph(row, section_at, report_at) for row in rows(schema.paragraph)),
        tables=_tables(connection, paper_id, section_at, report_at),
        actions=records(schema.action, ACTION_COLUMNS, action_from),
        measures=records(schema.measure, MEASURE_COLUMNS, measure_from),
        decisions=records(schema.decision, DECISION_COLUMNS, decision_from),
        abbreviations=tuple((row.short, row.long) for row in rows(schema.abbreviation)),
        audit=_audit(head),
        passages=records(schema.passage, PASSAGE_COLUMNS, passage_from),
    )


def _rows(connection: Connection, table: Table, paper_id: int) -> list[Row[Any]]:
    """A paper's rows in reading order: ids were given in that order."""
    query = select(table).where(table.c.paper_id == paper_id).order_by(table.c.id)
    return list(connection.execute(query))


def _told(row: Row[Any], columns: Sequence[str]) -> list[Any]:
    return [getattr(row, name) for name in columns]


def _positions(rows: Iterable[Row[Any]]) -> _Positions:
    return {row.id: row.position for row in rows}


_paper, _place, _action, _line = swift(Paper), swift(Place), swift(Action), swift(ActionLine)

_read_json = json.JSONDecoder().raw_decode
"""Half the work of `json.loads`: what stands in the catalogue has nothing around it."""


def _places(text: str) -> tuple[Place, ...]:
    listed, _ = _read_json(text)
    return tuple([_place(page, (x0, top, x1, bottom)) for page, x0, top, x1, bottom in listed])


@lru_cache(maxsize=4_096)
def _strings(text: str) -> tuple[Any, ...]:
    """A list of labels, owners or warnings: few are met once only."""
    return tuple(_read_json(text)[0])


# A listing may have thousands of lines: what is made of a row is taken by place, not by name.

PAPER_COLUMNS = (
    *("sha256", "name", "title", "date", "committee", "kind", "pages", "labels", "read_by"),
    "warnings",
)
"""What a paper is made of, in the order that `paper_from` takes it."""


def paper_from(told: Sequence[Any]) -> Paper:
    """The paper of the PAPER_COLUMNS of a row."""
    *plain, labels, read_by, warnings = told
    held = (*plain, _strings(labels), read_by, _strings(warnings))
    return _paper(*held)


def _audit(row: Row[Any]) -> Audit:
    return Audit(
        characters=row.characters,
        in_tables=row.characters_in_tables,
        in_text=row.characters_in_text,
        in_furniture=row.characters_in_furniture,
        lost_pages=_strings(row.lost_pages),
    )


def _report(row: Row[Any]) -> Report:
    return Report(
        number=row.number,
        title=row.title,
        kind=row.kind,
        date=row.date_printed,
        committee=row.committee_printed,
        officer=row.officer,
        pages=(row.first_page, row.last_page),
        printed_pages=row.printed_pages,
    )


def _section(row: Row[Any], section_at: _Positions, report_at: _Positions) -> Section:
    return Section(
        number=row.number,
        title=row.title,
        level=row.level,
        parent=section_at.get(row.parent_id),
        report=report_at[row.report_id],
        places=_places(row.places),
    )


def _paragraph(row: Row[Any], section_at: _Positions, report_at: _Positions) -> Paragraph:
    return Paragraph(
        text=row.text,
        number=row.number,
        section=section_at.get(row.section_id),
        report=report_at[row.report_id],
        places=_places(row.places),
    )


def _tables(
    connection: Connection, paper_id: int, section_at: _Positions, report_at: _Positions
) -> tuple[PaperTable, ...]:
    cells: dict[int, list[Cell]] = defaultdict(list)
    for row in _rows(connection, schema.table_cell, paper_id):
        cells[row.table_row_id].append(_cell(row))
    rows: dict[int, list[TableRow]] = defaultdict(list)
    for row in _rows(connection, schema.table_row, paper_id):
        rows[row.paper_table_id].append(TableRow(row.kind, tuple(cells[row.id]), row.banner))
    return tuple(
        PaperTable(
            header=_strings(row.header),
            rows=tuple(rows[row.id]),
            section=section_at.get(row.section_id),
            report=report_at[row.report_id],
            places=_places(row.places),
            doubts=_strings(row.doubts),
        )
        for row in _rows(connection, schema.paper_table, paper_id)
    )


def _cell(row: Row[Any]) -> Cell:
    return Cell(row.text, (row.first_column, row.last_column), _places(row.places), row.fill)


ACTION_COLUMNS = (
    *("ref", "section", "action", "owners", "due_text", "due_date", "due_precision"),
    *("status_text", "status", "status_words", "latest_update", "columns", "places", "source"),
)
"""The same of an action, for `action_from`."""


def action_from(told: Sequence[Any], report: int) -> Action:
    """The action of the ACTION_COLUMNS of a row; `report` is its report's position."""
    ref, section, action, owners, *plain, columns, places, source = told
    held = (*plain, _pairs(columns), _places(places), source, report)
    return _action(ref, section, action, _strings(owners), *held)


def action_line_from(
    told: Sequence[Any], paper: Paper, date: str | None, committee: str | None, thread: str | None
) -> ActionLine:
    """What `action_line` makes of the same action, when it is held, without making that first."""
    ref, section, action, owners, *due, text, status, _, update, columns, places, source = told
    head = (paper.name, paper.title, date, committee, ref, section, action, _strings(owners))
    last = (text, status, update, _pairs(columns), _places(places), thread, source)
    return _line(*head, *due, *last)


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple([(name, value) for name, value in _read_json(text)[0]])


MEASURE_COLUMNS = (
    *("quote", "measure", "value", "unit", "qualifier", "period_text", "period", "kind"),
    *("direction", "places", "section"),
)
"""The same of a figure, for `measure_from`."""


def measure_from(told: Sequence[Any], report: int) -> Measure:
    """The figure of the MEASURE_COLUMNS of a row; `report` is its report's position."""
    *plain, places, section = told
    held = (*plain, _places(places), section, report)
    return Measure(*held)


DECISION_COLUMNS = ("date_printed", "committee_printed", "item", "kind", "text", "places")
"""The same of a decision, for `decision_from`."""


def decision_from(told: Sequence[Any], report: int) -> Decision:
    """The decision of the DECISION_COLUMNS of a row; `report` is its report's position."""
    *plain, places = told
    held = (*plain, _places(places), report)
    return Decision(*held)


PASSAGE_COLUMNS = ("kind", "heading", "text", "search_text", "places", "ref", "record_position")
"""The same of a passage, for `passage_from`."""


def passage_from(told: Sequence[Any], report: int) -> Passage:
    """The passage of the PASSAGE_COLUMNS of a row; `report` is its report's position."""
    *plain, places, ref, record = told
    held = (*plain, _places(places), ref, record, report)
    return Passage(*held)
