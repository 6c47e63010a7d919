"""Actions from the rows of action tables, each field as the row prints it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.layout import Section, Table
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.due import Due, read_due
from matters_arising.extract.phrase.outcome import group_outcome, part_outcome
from matters_arising.extract.phrase.owner import split_owners
from matters_arising.extract.phrase.status import Legend, Status, name_colour, read_status
from matters_arising.extract.record.action_row import (
    ActionRow,
    Columns,
    action_rows,
    cell_text,
    find_cell,
    find_columns,
)
from matters_arising.extract.record.charge import names_beside_time
from matters_arising.extract.record.form import turn_forms
from matters_arising.extract.record.legend import find_legend
from matters_arising.extract.record.tick import ticked_heading

LONGEST_SECTION = 120
"""A banner longer than this, in characters, is a remark and no section of the plan."""


@dataclass(frozen=True, slots=True)
class _Key:
    """What a paper says once that every row is read by: its ratings, owners and date."""

    legend: Legend
    owners: frozenset[str]
    paper_date: str | None


def actions_in_tables(
    tables: Sequence[Table],
    sections: Sequence[Section],
    paper_date: str | None,
    *,
    prose: Iterable[str] = (),
) -> Iterator[Action]:
    """The actions of every action table, in order; `prose` may hold the key of their ratings."""
    forms = turn_forms(tables)
    plans = [(table, columns) for table in forms if (columns := find_columns(table))]
    legend = find_legend(tables, prose if plans else ())
    key = _Key(legend, _owners_standing_alone(plans), paper_date)
    for table, columns in plans:
        for row in action_rows(table, columns):
            yield _make_action(_Entry(row, table, columns, key), sections)


def _owners_standing_alone(plans: Sequence[tuple[Table, Columns]]) -> frozenset[str]:
    """Owners that fill a cell by themselves: they tell apart those that share one."""
    cells = (
        cell_text(row, owner)
        for table, columns in plans
        for row in table.rows
        for owner in columns.owners
    )
    split = (split_owners(cell) for cell in cells if cell)
    alone = frozenset(owners[0] for owners in split if len(owners) == 1)
    return frozenset(o for o in alone if len(split_owners(o, known=alone - {o})) == 1)


@dataclass(frozen=True, slots=True)
class _Entry:
    """An action's row, with all that it takes to read it."""

    row: ActionRow
    table: Table
    columns: Columns
    key: _Key

    @property
    def owners(self) -> tuple[str, ...]:
        """Those whom the owner cells name, first to last."""
        texts = (self._owner_text(column) for column in self.columns.owners)
        split = (split_owners(text, known=self.key.owners) for text in texts)
        return tuple(dict.fromkeys(owner for owners in split for owner in owners))

    def _owner_text(self, column: int) -> str | None:
        """What an owner cell says, without the day where it tells that too."""
        text = self.row.text(column)
        return names_beside_time(text) if text and column == self.columns.due else text

    @property
    def due(self) -> Due:
        """What its due cell says."""
        return self._read_due(self.due_column)

    @property
    def due_column(self) -> int | None:
        """The column that says by when: that of revised dates where it holds one."""
        revised = self.columns.revised
        moved = revised is not None and self._read_due(revised).precision is not None
        return revised if moved else self.columns.due

    def _read_due(self, column: int | None) -> Due:
        return read_due(cell_text(self.row.row, column), paper_date=self.key.paper_date)

    @property
    def update(self) -> str | None:
        """How it went: what its update cell says, and the row under it."""
        said = (self.row.text(self.columns.update), self.row.told_below)
        return "\n".join(filter(None, said)) or None

    @property
    def status_text(self) -> str | None:
        """What the status cell says: its words, its colour's name, or the heading ticked."""
        if self.columns.ticked:
            return ticked_heading(self.table, self.row.row, self.columns.ticked)
        cell = find_cell(self.row.row, self.columns.status)
        return (cell.text.strip() or name_colour(cell.fill)) if cell else None

    @property
    def status(self) -> Status:
        """How it stands; without a status column, by what its update says, or its own end."""
        column, told = self.columns.status, self.columns.status is None and not self.columns.ticked
        return read_status(
            status_text=self.status_text if told else self.status_text or "",
            update=self.update or part_outcome(self.row.action)[1],
            due_text=self.due.text,
            legend=self.key.legend,
            heading="" if column is None else self.table.header[column],
        )

    def status_under(self, section: str | None) -> Status:
        """How it stands; where its row says nothing of it, by what heads its group."""
        status, outcome = self.status, group_outcome(section or "")
        if status.value or outcome is None or self.columns.status is not None:
            return status
        return read_status(status_text=None, update=outcome, due_text=None)

    @property
    def other_columns(self) -> tuple[tuple[str, str], ...]:
        """What stands in columns without a field of their own, or says nothing for its field.

        An owner cell that names nobody ("TBC") is kept here as it is printed.
        """
        columns = self.columns
        silent = {columns.due, columns.revised, *(() if self.owners else columns.owners)}
        filling = columns.known - silent | {self.due_column}
        return tuple(
            (self.table.header[cell.columns[0]] or f"Column {cell.columns[0] + 1}", cell.text)
            for cell in self.row.row.cells
            if cell.text and cell.columns[0] not in filling
        )

    def section(self, sections: Sequence[Section]) -> str | None:
        """The banner over the row, else the heading over the table."""
        banner = self.row.row.banner
        if banner and len(banner) <= LONGEST_SECTION:
            return banner
        if self.table.section is None:
            return None
        section = sections[self.table.section]
        return f"{section.number}. {section.title}" if section.number else section.title


def _make_action(entry: _Entry, sections: Sequence[Section]) -> Action:
    due, section = entry.due, entry.section(sections)
    status = entry.status_under(section)
    return Action(
        ref=entry.row.ref,
        section=section,
        action=entry.row.action,
        owners=entry.owners,
        due_text=due.text,
        due_date=due.date,
        due_precision=due.precision,
        status_text=entry.status_text,
        status=status.value,
        status_words=status.words,
        update=entry.update,
        columns=entry.other_columns,
        places=entry.row.places,
        source="table",
        report=entry.table.report,
    )
