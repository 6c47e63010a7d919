"""The grid that stands for rows without rules: cells as wide as their columns."""

import itertools
from collections.abc import Iterator, Sequence

from matters_arising.extract.table.frame import Frame
from matters_arising.extract.table.grid import Grid, GridCell
from matters_arising.extract.table.gutter import Region, Span
from matters_arising.extract.table.rowing import Rows

PADDING = 5.4
"""Words stand this far from a cell's side, in points, unless the gutter is narrower."""

OUTSET = 2.0
"""A row without rules reaches this far over its words, in points."""


def build_grid(
    region: Region, rows: Rows, frame: Frame | None, *, xs: tuple[float, ...] = ()
) -> Grid:
    """The grid of the rows; `xs` say where its columns are parted, where that is known."""
    xs = xs or _sides(region, frame)
    ys = tuple(_heights(region, rows, frame))
    cells = (cell for i, row in enumerate(rows) for cell in _row_cells(region, row, i, xs, ys))
    return Grid(xs, ys, tuple(cells), open_top=False, open_bottom=False)


def _sides(region: Region, frame: Frame | None) -> tuple[float, ...]:
    """Where the columns are parted: as far left of their words as a cell's padding."""
    spans = region.spans
    x0, x1 = spans[0].x0 - PADDING, spans[-1].x1 + PADDING
    if frame is not None:
        x0, x1 = min(x0 + PADDING, frame.x0), max(x1 - PADDING, frame.x1)
    return (x0, *inner_sides(spans), x1)


def inner_sides(spans: Sequence[Span]) -> tuple[float, ...]:
    """Where columns are parted from each other."""
    return tuple(
        right.x0 - min(PADDING, (right.x0 - left.x1) / 2)
        for left, right in itertools.pairwise(spans)
    )


def _heights(region: Region, rows: Rows, frame: Frame | None) -> Iterator[float]:
    """Where the rows are parted: at borders, else half way between their words."""
    borders = frame.borders if frame else ()
    first, last = region.strips[rows[0][0]], region.strips[rows[-1][-1]]
    yield max((y for y in borders if first.top - 12 < y < first.middle), default=first.top - OUTSET)
    for upper, lower in itertools.pairwise(rows):
        end = max(region.strips[i].bottom for i in upper)
        start = min(region.strips[i].top for i in lower)
        between = (region.strips[upper[-1]].middle, region.strips[lower[0]].middle)
        found = [y for y in borders if between[0] < y < between[1]]
        yield found[0] if found else (end + start) / 2
    end = last.bottom
    yield min((y for y in borders if last.middle < y < end + 12), default=end + OUTSET)


def _row_cells(
    region: Region, row: Sequence[int], number: int, xs: Sequence[float], ys: Sequence[float]
) -> Iterator[GridCell]:
    """The cells of a row; words that reach over gutters join the columns they stand in."""
    reach = _reach(region, row)
    column = 0
    while column < len(xs) - 1:
        last = max((end for start, end in reach if start == column), default=column)
        box = (xs[column], ys[number], xs[last + 1], ys[number + 1])
        yield GridCell(box, (number, number), (column, last))
        column = last + 1


def _reach(region: Region, row: Sequence[int]) -> list[tuple[int, int]]:
    """First and last column of every piece of the row; a banner reaches over all.

    A heading that columns share reaches as far as the next one.
    """
    last = len(region.spans) - 1
    pieces = [place for index in row for place in region.places(index)]
    alone = len(pieces) == 1 and pieces[0][2].bold and pieces[0][0] == 0 and last > 1
    if alone or (row[0] in region.spanning and len(pieces) == 1):
        return [(0, last)]
    if row[0] in region.spanning and len(row) == 1:
        starts = [first for first, _, _ in pieces]
        return list(zip(starts, [*(start - 1 for start in starts[1:]), last], strict=True))
    return [(first, end) for first, end, _ in pieces]
