"""Tables whose headings stand down their first column: a form for each action, or cards."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from matters_arising.corpus.layout import Cell, Row, Table
from matters_arising.extract.phrase.status import is_mark
from matters_arising.extract.table.header import name_column, stem_heading

FEWEST_FIELDS = 3
"""Fields that the labels of a form name, an action among them."""

MOSTLY = 0.6
"""The share of a form's labels that name a field."""

LONGEST_LABEL = 5
"""Words in a label."""

FEWEST_ACTIONS = 2
"""Actions in the forms of a paper."""

FRONT = re.compile(
    r"\b(?:report|title|subject|committee|cabinet|meeting|agenda|wards?|portfolio|classification"
    r"|key decision|background|appendi\w+|contact)\b",
    re.I,
)
"""What a label says of the report that it stands before: such a form is its front sheet."""

Line = tuple[Cell, tuple[Cell, ...]]
"""A label and what stands beside it."""


def turn_forms(tables: Sequence[Table]) -> Sequence[Table]:
    """The tables, with those that are forms turned; one action alone is told by no form."""
    turned = [_turn(table) for table in tables]
    pairs = zip(turned, tables, strict=True)
    actions = sum(len(form.rows) for form, table in pairs if form is not table)
    return turned if actions >= FEWEST_ACTIONS else tables


def _turn(table: Table) -> Table:
    """A form as a table with its labels for a header and an action to a row; others as they are.

    A form may hold several actions under one another, where its labels come again, or side
    by side.
    """
    lines = [line for row in table.rows if row.kind != "banner" for line in _lines(row)]
    if not _is_form(lines):
        return table
    header = tuple(dict.fromkeys(label.text.strip() for label, _ in lines))
    rows = tuple(row for group in _groups(lines) for row in _records(group, header))
    return replace(table, header=header, rows=rows)


def _lines(row: Row) -> Iterator[Line]:
    """The labels of a row with what stands beside each: one label, or two in a row of four."""
    cells = row.cells
    if len(cells) == 4 and all(_field(cells[i]) and not _heads(cells[i + 1]) for i in (0, 2)):
        yield cells[0], cells[1:2]
        yield cells[2], cells[3:]
    elif len(cells) > 1:
        yield cells[0], cells[1:]


def _field(cell: Cell) -> str | None:
    return name_column(cell.text) if len(cell.text.split()) <= LONGEST_LABEL else None


def _heads(cell: Cell) -> bool:
    """Whether a cell can be nothing but a heading: "Complete" is a status too."""
    return _field(cell) is not None and not is_mark(cell.text)


def _is_form(lines: Sequence[Line]) -> bool:
    """Whether the labels name what an action has, and nothing beside the first one does."""
    fields = [_field(label) for label, _ in lines]
    named = {field for field in fields if field}
    if "action" not in named or not named & {"owner", "due"} or len(named) < FEWEST_FIELDS:
        return False
    if any(FRONT.search(label.text) for label, _ in lines):
        return False
    known = sum(field is not None for field in fields) >= MOSTLY * len(fields)
    return known and not any(map(_heads, lines[0][1]))


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines parted where the first label comes again."""
    group: list[Line] = []
    for line in lines:
        if group and stem_heading(line[0].text) == stem_heading(group[0][0].text):
            yield group
            group = []
        group.append(line)
    yield group


def _records(group: Sequence[Line], header: Sequence[str]) -> Iterator[Row]:
    """The rows that a group of lines makes: one for each cell beside its labels."""
    for position in range(max(len(cells) for _, cells in group)):
        found = ((header.index(label.text.strip()), cells) for label, cells in group)
        cells = (
            replace(cells[position], columns=(column, column))
            for column, cells in found
            if position < len(cells)
        )
        yield Row("body", tuple(sorted(cells, key=lambda cell: cell.columns)))
