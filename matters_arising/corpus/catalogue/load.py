"""Reading the catalogue's tables back into the records they came from."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.layout import Cell, Paragraph, Report, Section
from matters_arising.corpus.layout import Row as TableRow
from matters_arising.corpus.layout import Table as PaperTable
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Audit, Reading
from matters_arising.corpus.record import Action, Decision, Measure

_Positions = Mapping[int | None, int]


def read_back(connection: Connection, paper_id: int) -> Reading:
    """Everything held of one paper, equal to what was written."""
    head = connection.execute(select(schema.paper).where(schema.paper.c.id == paper_id)).one()
    reports = _rows(connection, schema.report, paper_id)
    sections = _rows(connection, schema.section, paper_id)
    report_at = _positions(reports)
    section_at = _positions(sections)

    def records(table: Table) -> Iterable[Row[Any]]:
        return _rows(connection, table, paper_id)

    return Reading(
        paper=paper_from(head),
        reports=tuple(_report(row) for row in reports),
        sections=tuple(_section(row, section_at, report_at) for row in sections),
        paragraphs=tuple(
            _paragraph(row, section_at, report_at) for row in records(schema.paragraph)
        ),
        tables=_tables(connection, paper_id, section_at, report_at),
        actions=tuple(action_from(r, report_at[r.report_id]) for r in records(schema.action)),
        measures=tuple(measure_from(r, report_at[r.report_id]) for r in records(schema.measure)),
        decisions=tuple(decision_from(r, report_at[r.report_id]) for r in records(schema.decision)),
        abbreviations=tuple((row.short, row.long) for row in records(schema.abbreviation)),
        audit=_audit(head),
        passages=tuple(passage_from(r, report_at[r.report_id]) for r in records(schema.passage)),
    )


def _rows(connection: Connection, table: Table, paper_id: int) -> list[Row[Any]]:
    """A paper's rows in reading order: ids were given in that order."""
    query = select(table).where(table.c.paper_id == paper_id).order_by(table.c.id)
    return list(connection.execute(query))


def _positions(rows: Iterable[Row[Any]]) -> _Positions:
    return {row.id: row.position for row in rows}


def _places(text: str) -> tuple[Place, ...]:
    return tuple(
        Place(page, (x0, top, x1, bottom)) for page, x0, top, x1, bottom in json.loads(text)
    )


def _strings(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def paper_from(row: Row[Any]) -> Paper:
    """The paper of a row of `paper`."""
    return Paper(
        id=row.sha256,
        name=row.name,
        title=row.title,
        date=row.date,
        committee=row.committee,
        kind=row.kind,
        pages=row.pages,
        labels=tuple(json.loads(row.labels)),
        read_by=row.read_by,
        warnings=_strings(row.warnings),
    )


def _audit(row: Row[Any]) -> Audit:
    return Audit(
        characters=row.characters,
        in_tables=row.characters_in_tables,
        in_text=row.characters_in_text,
        in_furniture=row.characters_in_furniture,
        lost_pages=tuple(json.loads(row.lost_pages)),
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


def action_from(row: Row[Any], report: int) -> Action:
    """The action of a row of `action`; `report` is its report's position."""
    return Action(
        ref=row.ref,
        section=row.section,
        action=row.action,
        owners=_strings(row.owners),
        due_text=row.due_text,
        due_date=row.due_date,
        due_precision=row.due_precision,
        status_text=row.status_text,
        status=row.status,
        status_words=row.status_words,
        update=row.latest_update,
        columns=tuple((name, value) for name, value in json.loads(row.columns)),
        places=_places(row.places),
        source=row.source,
        report=report,
    )


def measure_from(row: Row[Any], report: int) -> Measure:
    """The figure of a row of `measure`; `report` is its report's position."""
    return Measure(
        quote=row.quote,
        measure=row.measure,
        value=row.value,
        unit=row.unit,
        qualifier=row.qualifier,
        period_text=row.period_text,
        period=row.period,
        kind=row.kind,
        direction=row.direction,
        places=_places(row.places),
        section=row.section,
        report=report,
    )


def decision_from(row: Row[Any], report: int) -> Decision:
    """The decision of a row of `decision`; `report` is its report's position."""
    return Decision(
        date=row.date_printed,
        committee=row.committee_printed,
        item=row.item,
        kind=row.kind,
        text=row.text,
        places=_places(row.places),
        report=report,
    )


def passage_from(row: Row[Any], report: int) -> Passage:
    """The passage of a row of `passage`; `report` is its report's position."""
    return Passage(
        kind=row.kind,
        heading=row.heading,
        text=row.text,
        search_text=row.search_text,
        places=_places(row.places),
        ref=row.ref,
        record=row.record_position,
        report=report,
    )
