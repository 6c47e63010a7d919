"""The parts of a `Reading` as rows of the catalogue's tables, in reading order."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table

from matters_arising.corpus.catalogue import schema
from matters_arising.corpus.layout import Report
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Reading
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.corpus.span import date_span
from matters_arising.corpus.wording import canonical_ref, canonical_words

Row = dict[str, Any]

_RECORD_TABLE = {
    "text": schema.action,
    "row": schema.action,
    "measure": schema.measure,
    "decision": schema.decision,
}


@dataclass(frozen=True, slots=True)
class _Numbering:
    """Which id each position of the reading gets: ids run on from the last one ever used."""

    last: Mapping[str, int]

    def id(self, table: Table, position: int) -> int:
        """The id of the record at a position."""
        return self.last.get(table.name, 0) + 1 + position

    def maybe(self, table: Table, position: int | None) -> int | None:
        """The same, and None for no position."""
        return None if position is None else self.id(table, position)


def rows_by_table(
    reading: Reading, last_ids: Mapping[str, int]
) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of every table, parents first; `last_ids` are the highest ids used so far."""
    numbering = _Numbering(last_ids)
    paper = numbering.id(schema.paper, 0)
    yield schema.paper, [{"id": paper, **_paper_row(reading)}]
    for table, rows in (
        (schema.report, _report_rows(reading)),
        (schema.section, _section_rows(reading, numbering)),
        (schema.paragraph, _paragraph_rows(reading, numbering)),
        (schema.paper_table, _table_rows(reading, numbering)),
        (schema.table_row, _row_rows(reading, numbering)),
        (schema.table_cell, _cell_rows(reading, numbering)),
        (schema.action, [_action_row(a, numbering) for a in reading.actions]),
        (schema.measure, [_measure_row(m, numbering) for m in reading.measures]),
        (schema.decision, [_decision_row(d, reading, numbering) for d in reading.decisions]),
        (schema.abbreviation, [{"short": s, "long": ln} for s, ln in reading.abbreviations]),
        (schema.passage, [_passage_row(p, numbering) for p in reading.passages]),
    ):
        yield table, _numbered(rows, table, numbering, paper)
    yield schema.action_owner, _owner_rows(reading.actions, numbering)


def _numbered(rows: Iterable[Row], table: Table, numbering: _Numbering, paper: int) -> list[Row]:
    """Rows with their ids; `position` counts them unless a row brings its own."""
    return [
        {"id": numbering.id(table, n), "paper_id": paper, "position": n, **row}
        for n, row in enumerate(rows)
    ]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _places(places: Iterable[Place]) -> str:
    return _json([(place.page, *place.box) for place in places])


def _span(date: str | None) -> tuple[str | None, str | None]:
    span = date_span(date)
    return (span.first, span.last) if span else (None, None)


def _dated(date: str | None, committee: str | None, *around: Report | Paper) -> Row:
    """What is printed; what holds, from the nearest thing around; both as filters want them."""
    held_date = next(filter(None, (date, *(thing.date for thing in around))), None)
    held_committee = next(filter(None, (committee, *(thing.committee for thing in around))), None)
    first, last = _span(held_date)
    return {
        "date": held_date,
        "committee": held_committee,
        "date_printed": date,
        "committee_printed": committee,
        "committee_words": canonical_words(held_committee),
        "first_day": first,
        "last_day": last,
    }


def _paper_row(reading: Reading) -> Row:
    paper, audit = reading.paper, reading.audit
    return {
        "sha256": paper.id,
        "name": paper.name,
        "title": paper.title,
        "date": paper.date,
        "committee": paper.committee,
        "kind": paper.kind,
        "pages": paper.pages,
        "labels": _json(paper.labels),
        "read_by": paper.read_by,
        "warnings": _json(paper.warnings),
        "reports": len(reading.reports),
        "table_rows": sum(len(table.rows) for table in reading.tables),
        "actions": len(reading.actions),
        "measures": len(reading.measures),
        "decisions": len(reading.decisions),
        "passages": len(reading.passages),
        "characters": audit.characters,
        "characters_in_tables": audit.in_tables,
        "characters_in_text": audit.in_text,
        "characters_in_furniture": audit.in_furniture,
        "lost_pages": _json(audit.lost_pages),
    }


def _report_rows(reading: Reading) -> list[Row]:
    return [
        {
            "number": report.number,
            "title": report.title,
            "kind": report.kind,
            **_dated(report.date, report.committee, reading.paper),
            "officer": report.officer,
            "first_page": report.pages[0],
            "last_page": report.pages[1],
            "printed_pages": report.printed_pages,
        }
        for report in reading.reports
    ]


def _section_rows(reading: Reading, numbering: _Numbering) -> list[Row]:
    return [
        {
            "report_id": numbering.id(schema.report, section.report),
            "parent_id": numbering.maybe(schema.section, section.parent),
            "number": section.number,
            "title": section.title,
            "level": section.level,
            "places": _places(section.places),
        }
        for section in reading.sections
    ]


def _paragraph_rows(reading: Reading, numbering: _Numbering) -> list[Row]:
    return [
        {
            "report_id": numbering.id(schema.report, paragraph.report),
            "section_id": numbering.maybe(schema.section, paragraph.section),
            "number": paragraph.number,
            "text": paragraph.text,
            "places": _places(paragraph.places),
        }
        for paragraph in reading.paragraphs
    ]


def _table_rows(reading: Reading, numbering: _Numbering) -> list[Row]:
    return [
        {
            "report_id": numbering.id(schema.report, table.report),
            "section_id": numbering.maybe(schema.section, table.section),
            "header": _json(table.header),
            "doubts": _json(table.doubts),
            "places": _places(table.places),
        }
        for table in reading.tables
    ]


def _row_rows(reading: Reading, numbering: _Numbering) -> list[Row]:
    return [
        {
            "paper_table_id": numbering.id(schema.paper_table, number),
            "position": position,
            "kind": row.kind,
            "banner": row.banner,
        }
        for number, table in enumerate(reading.tables)
        for position, row in enumerate(table.rows)
    ]


def _cell_rows(reading: Reading, numbering: _Numbering) -> list[Row]:
    rows = (row for table in reading.tables for row in table.rows)
    return [
        {
            "table_row_id": numbering.id(schema.table_row, number),
            "position": position,
            "first_column": cell.columns[0],
            "last_column": cell.columns[1],
            "text": cell.text,
            "fill": cell.fill,
            "places": _places(cell.places),
        }
        for number, row in enumerate(rows)
        for position, cell in enumerate(row.cells)
    ]


def _action_row(action: Action, numbering: _Numbering) -> Row:
    first, last = _span(action.due_date)
    return {
        "report_id": numbering.id(schema.report, action.report),
        "ref": action.ref,
        "ref_key": canonical_ref(action.ref),
        "section": action.section,
        "action": action.action,
        "owners": _json(action.owners),
        "due_text": action.due_text,
        "due_date": action.due_date,
        "due_precision": action.due_precision,
        "due_first_day": first,
        "due_last_day": last,
        "status_text": action.status_text,
        "status": action.status,
        "status_words": action.status_words,
        "latest_update": action.update,
        "columns": _json(action.columns),
        "places": _places(action.places),
        "source": action.source,
        "about_words": _about(action.action, action.section, action.update),
    }


def _owner_rows(actions: Sequence[Action], numbering: _Numbering) -> list[Row]:
    return [
        {
            "action_id": numbering.id(schema.action, number),
            "position": position,
            "owner": owner,
            "owner_words": canonical_words(owner),
        }
        for number, action in enumerate(actions)
        for position, owner in enumerate(action.owners)
    ]


def _measure_row(measure: Measure, numbering: _Numbering) -> Row:
    first, last = _span(measure.period)
    return {
        "report_id": numbering.id(schema.report, measure.report),
        "quote": measure.quote,
        "measure": measure.measure,
        "value": measure.value,
        "unit": measure.unit,
        "qualifier": measure.qualifier,
        "period_text": measure.period_text,
        "period": measure.period,
        "period_first_day": first,
        "period_last_day": last,
        "kind": measure.kind,
        "direction": measure.direction,
        "section": measure.section,
        "places": _places(measure.places),
        "about_words": _about(measure.measure, measure.section, measure.quote),
    }


def _decision_row(decision: Decision, reading: Reading, numbering: _Numbering) -> Row:
    report = reading.reports[decision.report]
    return {
        "report_id": numbering.id(schema.report, decision.report),
        **_dated(decision.date, decision.committee, report, reading.paper),
        "item": decision.item,
        "kind": decision.kind,
        "text": decision.text,
        "places": _places(decision.places),
        "about_words": _about(decision.item, decision.text),
    }


def _about(*texts: str | None) -> str:
    return "".join(canonical_words(text) for text in texts)


def _passage_row(passage: Passage, numbering: _Numbering) -> Row:
    records = _RECORD_TABLE.get(passage.kind)
    return {
        "report_id": numbering.id(schema.report, passage.report),
        "kind": passage.kind,
        "heading": passage.heading,
        "text": passage.text,
        "search_text": passage.search_text,
        "ref": passage.ref,
        "record_position": passage.record,
        "record_id": None if records is None else numbering.maybe(records, passage.record),
        "places": _places(passage.places),
    }
