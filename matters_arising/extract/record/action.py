"""Actions from the rows of action tables, each field as the row prints it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.layout import Cell, Row, Section, Table
from matters_arising.corpus.paper import Place
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.due import read_due
from matters_arising.extract.phrase.owner import split_owners
from matters_arising.extract.phrase.status import (
    Legend,
    Status,
    name_colour,
    read_legend,
    read_status,
)
from matters_arising.extract.table.header import name_columns
from matters_arising.extract.table.mark import REF

LONGEST_SECTION = 120
"""A banner longer than this, in characters, is a remark and no section of the plan."""

LEGEND_HEADINGS = re.compile(r"\b(?:colou?r|rag|brag|rating|status|key)\b", re.I)
MEANING_HEADINGS = re.compile(r"\b(?:definition|meaning|description|explanation|means)\b", re.I)


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a table holds which field of an action; None where none does."""

    ref: int | None
    action: int
    owner: int | None
    due: int | None
    status: int | None
    update: int | None

    @property
    def known(self) -> frozenset[int]:
        """The columns that fill a field of their own."""
        fields = (self.action, self.owner, self.due, self.status, self.update)
        return frozenset(column for column in fields if column is not None)


def find_columns(table: Table) -> Columns | None:
    """The columns of an action table; None for a table of anything else.

    It has a column of actions and at least one of owners, dates, statuses or updates.
    Where owners and dates stand but no heading says action, the wordiest column is it.
    """
    fields = {name: i for i, name in enumerate(name_columns(table.header)) if name is not None}
    if "action" not in fields and {"owner", "due"} <= fields.keys():
        fields["action"] = _wordiest(table, fields)
    if "action" not in fields or not fields.keys() & {"owner", "due", "status", "update"}:
        return None
    return Columns(
        fields.get("ref"),
        fields["action"],
        fields.get("owner"),
        fields.get("due"),
        fields.get("status"),
        fields.get("update"),
    )


def _wordiest(table: Table, fields: dict[str, int]) -> int:
    taken = {i for name, i in fields.items() if name != "ref"}
    lengths = dict.fromkeys(set(range(len(table.header))) - taken, 0)
    for row in table.rows:
        for cell in row.cells:
            if row.kind == "body" and cell.columns[0] in lengths:
                lengths[cell.columns[0]] += len(cell.text)
    return max(lengths, key=lambda column: lengths[column], default=fields.get("ref", 0))


def find_legend(tables: Sequence[Table]) -> Legend:
    """The paper's own key of ratings, from a two-column table that defines them."""
    rows = [
        (row.cells[0].text, row.cells[1].text)
        for table in tables
        if len(table.header) == 2
        and LEGEND_HEADINGS.search(table.header[0])
        and MEANING_HEADINGS.search(table.header[1])
        for row in table.rows
        if row.kind == "body" and len(row.cells) == 2
    ]
    return read_legend(rows)


def actions_in_tables(
    tables: Sequence[Table], sections: Sequence[Section], paper_date: str | None
) -> Iterator[Action]:
    """The actions of every action table, in order."""
    legend = find_legend(tables)
    plans = [(table, columns) for table in tables if (columns := find_columns(table))]
    known = _owners_standing_alone(plans)
    key = _Key(legend, known, paper_date)
    for table, columns in plans:
        for line in _action_rows(table, columns):
            yield _make_action(line, table, columns, sections, key)


@dataclass(frozen=True, slots=True)
class _Key:
    """What a paper says once that every row is read by: its ratings, owners and date."""

    legend: Legend
    owners: frozenset[str]
    paper_date: str | None


def _owners_standing_alone(plans: Sequence[tuple[Table, Columns]]) -> frozenset[str]:
    """Owners that fill a cell by themselves: they tell apart those that share one."""
    cells = (_text(row, columns.owner) for table, columns in plans for row in table.rows)
    split = (split_owners(cell) for cell in cells if cell)
    alone = frozenset(owners[0] for owners in split if len(owners) == 1)
    return frozenset(o for o in alone if len(split_owners(o, known=alone - {o})) == 1)


def _cell(row: Row, column: int | None) -> Cell | None:
    if column is None:
        return None
    return next((c for c in row.cells if c.columns[0] <= column <= c.columns[1]), None)


def _text(row: Row, column: int | None) -> str | None:
    cell = _cell(row, column)
    return cell.text.strip() or None if cell else None


@dataclass(frozen=True, slots=True)
class _Line:
    """An action's row, with the ref and action it stands under, its own or those above.

    `more` are rows that only add a further owner to it.
    """

    row: Row
    ref: str | None
    action: str
    more: tuple[Row, ...] = ()

    def text(self, column: int | None) -> str | None:
        """What the line says in a column, its further rows after its own."""
        texts = [found for row in (self.row, *self.more) if (found := _text(row, column))]
        return "\n".join(dict.fromkeys(texts)) or None

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place of its rows."""
        return tuple(place for row in (self.row, *self.more) for place in row.places)


def _action_rows(table: Table, columns: Columns) -> Iterator[_Line]:
    """Rows that hold an action; a row without ref or action stands under the one above."""
    rows = [row for row in table.rows if row.kind == "body"]
    numbered = _are_numbered(rows, columns)
    line: _Line | None = None
    for row in rows:
        ref, action = _text(row, columns.ref), _text(row, columns.action)
        if ref and numbered and not REF.match(_first_line(ref)):
            continue
        if action is None and line is not None and _text(row, columns.due) is None:
            line = replace(line, more=(*line.more, row))
            continue
        if line is not None:
            yield line
        if ref is None and line is not None and columns.ref is not None:
            ref = line.ref
        action = action or (line.action if line else None)
        line = _Line(row, ref, action) if action else None
    if line is not None:
        yield line


def _are_numbered(rows: Sequence[Row], columns: Columns) -> bool:
    """Whether most rows open with a ref: then one that opens with words is a remark."""
    refs = [ref for row in rows if (ref := _text(row, columns.ref))]
    return sum(bool(REF.match(_first_line(ref))) for ref in refs) * 2 > len(refs)


def _first_line(ref: str) -> str:
    return ref.split("\n", 1)[0].strip()


def _make_action(
    line: _Line,
    table: Table,
    columns: Columns,
    sections: Sequence[Section],
    key: _Key,
) -> Action:
    row = line.row
    due = read_due(_text(row, columns.due), paper_date=key.paper_date)
    update = line.text(columns.update)
    status_text = _status_text(row, columns)
    status = _status(row, columns, status_text, update, due.text, key.legend)
    return Action(
        ref=line.ref,
        section=_section(row, table, sections),
        action=line.action,
        owners=split_owners(line.text(columns.owner), known=key.owners),
        due_text=due.text,
        due_date=due.date,
        due_precision=due.precision,
        status_text=status_text,
        status=status.value,
        status_words=status.words,
        update=update,
        columns=_other_columns(row, table, columns),
        places=line.places,
        source="table",
        report=table.report,
    )


def _status_text(row: Row, columns: Columns) -> str | None:
    """What the status cell says: its words, else the name of its colour."""
    cell = _cell(row, columns.status)
    return (cell.text.strip() or name_colour(cell.fill)) if cell else None


def _status(
    row: Row,
    columns: Columns,
    status_text: str | None,
    update: str | None,
    due_text: str | None,
    legend: Legend,
) -> Status:
    asked = status_text if columns.status is None else status_text or ""
    return read_status(status_text=asked, update=update, due_text=due_text, legend=legend)


def _section(row: Row, table: Table, sections: Sequence[Section]) -> str | None:
    """The banner over the row, else the heading over the table."""
    if row.banner and len(row.banner) <= LONGEST_SECTION:
        return row.banner
    if table.section is None:
        return None
    section = sections[table.section]
    return f"{section.number}. {section.title}" if section.number else section.title


def _other_columns(row: Row, table: Table, columns: Columns) -> tuple[tuple[str, str], ...]:
    return tuple(
        (table.header[cell.columns[0]] or f"Column {cell.columns[0] + 1}", cell.text)
        for cell in row.cells
        if cell.text and cell.columns[0] not in columns.known
    )
