"""The columns of a table: where they stand on its page, and what stands over each."""

import itertools
from collections.abc import Sequence

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.flow import join_wrapped
from matters_arising.extract.table.piece import RowPiece

ALIGNED = 5.0
"""Borders of one table differ by no more than this, in points, from page to page."""


def columns_of(rows: Sequence[RowPiece]) -> list[tuple[float, float]]:
    """Left and right of each column: as finely as these rows are cut."""
    borders = sorted({round(x, 1) for row in rows for c in row.cells for x in (c.box[0], c.box[2])})
    kept: list[float] = []
    for border in borders:
        if not kept or border - kept[-1] > ALIGNED:
            kept.append(border)
    return list(itertools.pairwise(kept))


def headings_over(
    rows: Sequence[RowPiece], columns: Sequence[tuple[float, float]]
) -> tuple[str, ...]:
    """The heading over each column, the upper row's words before the lower's."""
    headings = [""] * len(columns)
    seen: set[Box] = set()
    for row in rows:
        for cell in row.cells:
            if cell.box in seen:
                continue
            seen.add(cell.box)
            first, last = span_of(cell.box, columns)
            for column in range(first, last + 1):
                headings[column] = join_wrapped(headings[column], cell.text)
    return tuple(headings)


def span_of(box: Box, columns: Sequence[tuple[float, float]]) -> tuple[int, int]:
    """First and last column whose middle lies in the box; the nearest one if none does."""
    inside = [
        i for i, (left, right) in enumerate(columns) if box[0] <= (left + right) / 2 <= box[2]
    ]
    if inside:
        return (inside[0], inside[-1])
    middle = (box[0] + box[2]) / 2
    nearest = min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - middle))
    return (nearest, nearest)
