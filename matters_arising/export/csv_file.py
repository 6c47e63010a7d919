"""Tables as CSV: UTF-8 without a byte order mark, every text disarmed.

A mark would make the first heading unknown to many programs; the workbook is there for Excel.
"""

import csv
from pathlib import Path

from matters_arising.export.cell import flat_cell
from matters_arising.export.dictionary import PAGES, Field
from matters_arising.export.safe import disarm_cell
from matters_arising.export.table import Line, Table, say_pages, value_of


def write_csv(table: Table, path: Path) -> None:
    """Write a table; the same records make the same bytes."""
    fields = list(table.kind.flat_fields())
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(field.name for field in fields)
        for line in table.lines:
            writer.writerow(_cell(line, field) for field in fields)


def _cell(line: Line, field: Field) -> str | int | float:
    cell = say_pages(line) if field is PAGES else flat_cell(value_of(line, field))
    return disarm_cell(cell) if isinstance(cell, str) else cell
