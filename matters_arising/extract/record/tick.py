"""Statuses that a table ticks: a column for each, and a sign in that of the row's own."""

import re
from collections.abc import Iterator

from matters_arising.corpus.layout import Row, Table
from matters_arising.extract.phrase.status import is_mark

FEWEST = 2
"""Columns headed by a status that make a choice of them."""

SIGN = re.compile(r"[xX✓✔☑☒✗✘✅●•▪■*√]|[Yy](?:es)?")


def find_ticked(table: Table) -> tuple[int, ...]:
    """The columns that are each headed by a status and hold nothing but signs, one to a row."""
    headed = [column for column, heading in enumerate(table.header) if is_mark(heading)]
    if len(headed) < FEWEST:
        return ()
    rows = [row for row in table.rows if row.kind == "body"]
    columns = tuple(c for c in headed if all(_may_be_signed(row, c) for row in rows))
    signed = [sum(1 for _ in _signed(row, columns)) for row in rows]
    return columns if len(columns) >= FEWEST and set(signed) in ({1}, {0, 1}) else ()


def ticked_heading(table: Table, row: Row, columns: tuple[int, ...]) -> str | None:
    """The heading of the column in which the row bears its sign."""
    return next((table.header[column] for column in _signed(row, columns)), None)


def _signed(row: Row, columns: tuple[int, ...]) -> Iterator[int]:
    texts = {cell.columns[0]: cell.text.strip() for cell in row.cells}
    return (column for column in columns if SIGN.fullmatch(texts.get(column, "")))


def _may_be_signed(row: Row, column: int) -> bool:
    texts = (cell.text.strip() for cell in row.cells if cell.columns[0] == column)
    return all(not text or SIGN.fullmatch(text) for text in texts)
