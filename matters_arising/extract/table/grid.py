"""The ruled grids of one page: squares between rules, and the cells they make up.

A page's rules are gathered into grids by who touches whom. Each grid is cut into squares
at every rule; squares with no rule between them are one cell. So merged cells, sub-rows
and banners come out by themselves, and a side left open by a page's end is no loss.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import Page, Rule

TOUCH = 3.0
"""Rules that come this near, in points, meet."""

SNAP = 3.5
"""Rules this near, in points, are one border drawn twice: no row or column is so small."""

NARROWEST = 12.0
"""A column whose outer side is left open is wider than this, in points."""

COVERED = 0.8
"""A border is closed where rules cover this share of it."""

MOST_RULES = 4000
"""A page with more rules than this is a drawing, not a table."""

Points = NDArray[np.float64]
"""Points on a page: the xs in its first row, the ys in its second."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell with its box and the first and last row and column it covers."""

    box: Box
    rows: tuple[int, int]
    columns: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled grid: where its columns and rows are parted, and its cells.

    `open_top` and `open_bottom` say that no rule closes it there, `open_sides` that none does
    on the left nor on the right.
    """

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    open_top: bool
    open_bottom: bool
    open_sides: bool = False

    @property
    def box(self) -> Box:
        """The box around the grid."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def squares(self) -> dict[tuple[int, int], GridCell]:
        """The cell that covers each (row, column) square."""
        return {
            (row, column): cell
            for cell in self.cells
            for row in range(cell.rows[0], cell.rows[1] + 1)
            for column in range(cell.columns[0], cell.columns[1] + 1)
        }

    def squares_at(self, points: Points) -> tuple[list[int], list[int]]:
        """The rows and the columns of the squares that hold the points."""
        columns, rows = (
            np.searchsorted(self.xs, points[0], "right"),
            np.searchsorted(self.ys, points[1], "right"),
        )
        return (rows - 1).tolist(), (columns - 1).tolist()

    def holds(self, points: Points) -> NDArray[np.bool_]:
        """Which of the points lie within the grid."""
        x0, top, x1, bottom = self.box
        xs, ys = points
        within: NDArray[np.bool_] = (x0 <= xs) & (xs <= x1) & (top <= ys) & (ys <= bottom)
        return within


def find_grids(page: Page) -> list[Grid]:
    """The grids of a page, top to bottom; inner grids of a cell come after the outer."""
    horizontals, verticals, _ = page.drawing
    if len(horizontals) + len(verticals) > MOST_RULES:
        return []
    grids = (_make_grid(across, down) for across, down in _touching(horizontals, verticals))
    return sorted((g for g in grids if g is not None), key=lambda g: (g.ys[0], g.xs[0]))


def _touching(
    horizontals: Sequence[Rule], verticals: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules gathered into groups that hang together."""
    parent = list(range(len(horizontals) + len(verticals)))
    for i, across in enumerate(horizontals):
        for j, down in enumerate(verticals, len(horizontals)):
            if _meet(across, down):
                parent[_root(parent, i)] = _root(parent, j)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate((*horizontals, *verticals)):
        group = groups.setdefault(_root(parent, i), ([], []))
        group[i >= len(horizontals)].append(rule)
    yield from groups.values()


def _root(parent: list[int], item: int) -> int:
    while parent[item] != item:
        parent[item] = parent[parent[item]]
        item = parent[item]
    return item


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - TOUCH <= down.at <= across.end + TOUCH
        and down.start - TOUCH <= across.at <= down.end + TOUCH
    )


def _make_grid(horizontals: list[Rule], verticals: list[Rule]) -> Grid | None:
    """The grid that rules hanging together make, None where they make no cell."""
    if not verticals or not horizontals:
        return None
    top, bottom = min(v.start for v in verticals), max(v.end for v in verticals)
    xs = _borders((*(v.at for v in verticals), *_open_sides(horizontals, verticals)))
    ys = _borders((*(h.at for h in horizontals), top, bottom))
    if len(xs) < (2 if len(verticals) > 1 else 3) or len(ys) < 2:
        return None
    return Grid(
        xs,
        ys,
        tuple(_cells(xs, ys, horizontals, verticals)),
        open_top=not any(abs(h.at - ys[0]) <= SNAP for h in horizontals),
        open_bottom=not any(abs(h.at - ys[-1]) <= SNAP for h in horizontals),
        open_sides=xs[0] < verticals[0].at - SNAP and verticals[-1].at + SNAP < xs[-1],
    )


def _open_sides(horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> Iterator[float]:
    """Where most horizontal rules end together, beyond the outermost vertical one."""
    first, last = min(v.at for v in verticals), max(v.at for v in verticals)
    starts = [h.start for h in horizontals if h.start < first - NARROWEST]
    ends = [h.end for h in horizontals if h.end > last + NARROWEST]
    for side in (starts, ends):
        if len(side) > 1 and len(side) * 2 > len(horizontals) and max(side) - min(side) < TOUCH:
            yield sum(side) / len(side)


def _borders(positions: Iterable[float]) -> tuple[float, ...]:
    borders: list[float] = []
    for position in sorted(positions):
        if not borders or position - borders[-1] > SNAP:
            borders.append(position)
    return tuple(borders)


def _cells(
    xs: Sequence[float], ys: Sequence[float], horizontals: list[Rule], verticals: list[Rule]
) -> Iterator[GridCell]:
    """Join squares that no rule parts, and give each group as a cell."""
    width = len(xs) - 1
    squares = [(row, column) for row in range(len(ys) - 1) for column in range(width)]
    parent = list(range(len(squares)))
    parts_across, parts_down = _Border(ys, horizontals), _Border(xs, verticals)
    for row, column in squares:
        here = row * width + column
        if column + 1 < width and not parts_down(column + 1, ys[row], ys[row + 1]):
            parent[_root(parent, here)] = _root(parent, here + 1)
        if row + 2 < len(ys) and not parts_across(row + 1, xs[column], xs[column + 1]):
            parent[_root(parent, here)] = _root(parent, here + width)
    groups: dict[int, list[tuple[int, int]]] = {}
    for index, square in enumerate(squares):
        groups.setdefault(_root(parent, index), []).append(square)
    for group in sorted(groups.values()):
        for part in _rectangles(group):
            yield _cell(part, xs, ys)


class _Border:
    """Whether rules along border `index` cover the stretch between two points."""

    def __init__(self, borders: Sequence[float], rules: Iterable[Rule]) -> None:
        self._along: list[list[Rule]] = [[] for _ in borders]
        for rule in rules:
            self._along[_nearest(borders, rule.at)].append(rule)

    def __call__(self, index: int, start: float, end: float) -> bool:
        covered = 0.0
        for _, first, last in self._along[index]:
            covered += max(0.0, min(last, end) - max(first, start))
        return covered >= COVERED * (end - start)


def _nearest(borders: Sequence[float], at: float) -> int:
    """Which of the borders, in ascending order, stands nearest."""
    after = bisect_left(borders, at)
    if after in (0, len(borders)):
        return min(after, len(borders) - 1)
    return after if borders[after] - at < at - borders[after - 1] else after - 1


def _rectangles(squares: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """A group as it is where it fills a rectangle, else cut row by row."""
    rows, columns = {r for r, _ in squares}, {c for _, c in squares}
    if len(squares) == len(rows) * len(columns):
        yield squares
        return
    for row in sorted(rows):
        run: list[tuple[int, int]] = []
        for square in sorted(s for s in squares if s[0] == row):
            if run and square[1] != run[-1][1] + 1:
                yield run
                run = []
            run.append(square)
        yield run


def _cell(squares: list[tuple[int, int]], xs: Sequence[float], ys: Sequence[float]) -> GridCell:
    rows = (min(r for r, _ in squares), max(r for r, _ in squares))
    columns = (min(c for _, c in squares), max(c for _, c in squares))
    box = (xs[columns[0]], ys[rows[0]], xs[columns[1] + 1], ys[rows[1] + 1])
    return GridCell(box, rows, columns)
