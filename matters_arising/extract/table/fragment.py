"""What stands on one page: pieces of tables, and the lines outside them."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, compress, pairwise
from operator import itemgetter

import numpy as np

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import SLANTED, Fill, Heading, Page, Word
from matters_arising.extract.reader.word import Line, gather_lines, group_lines
from matters_arising.extract.table.carry import Columns
from matters_arising.extract.table.column import column_of, find_areas
from matters_arising.extract.table.foot import peel_foot
from matters_arising.extract.table.grid import Grid, GridCell, Points, find_grids
from matters_arising.extract.table.parting import part_rows
from matters_arising.extract.table.piece import CellPiece, RowPiece
from matters_arising.extract.table.sidenote import find_notes, lines_and_notes
from matters_arising.extract.table.strip import Strip, cut_strips, strips_outside
from matters_arising.extract.table.swatch import read_swatches
from matters_arising.extract.table.unruled import find_unruled

FOOT = 0.12
"""The share of a page's height, at its foot, where only furniture stands."""

_BOX = itemgetter(1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Fragment:
    """The part of a table that stands on one page.

    `open_top` and `open_bottom`: no rule closes it there, as when a row runs over.
    `nested`: it stands inside a cell of another table, whose text holds its words too.
    `ruled`: a grid of rules shows its cells, not white space alone.
    `column`: the part of its page that it stands in, counted in reading order.
    """

    page: int
    box: Box
    rows: tuple[RowPiece, ...]
    open_top: bool
    open_bottom: bool
    nested: bool = False
    ruled: bool = True
    column: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page read: its size, the lines outside tables, the tables, and what failed.

    `glyphs` counts its characters, `slanted` those of a watermark, which is no text;
    `headings` are those that it is tagged with; `key` tells what colours drawn on it stand for.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    fragments: tuple[Fragment, ...]
    glyphs: int
    slanted: int = 0
    images: int = 0
    ocr: float | None = None
    warning: str | None = None
    failed: str | None = None
    headings: tuple[Heading, ...] = ()
    key: str = ""


def read_sheets(pages: Iterable[Page]) -> Iterator[Sheet]:
    """The pages of a paper read one after another.

    A table without rules at the foot of a page tells where its columns stand on the next.
    """
    above: tuple[Columns, ...] = ()
    for page in pages:
        sheet = read_sheet(page, above)
        above = _columns_at_foot(sheet)
        yield sheet


def _columns_at_foot(sheet: Sheet) -> tuple[Columns, ...]:
    """The columns of the tables without rules that the page ends with, left to right."""
    outer = [fragment for fragment in sheet.fragments if not fragment.nested]
    last = [f for f in outer if not f.ruled and not _has_under(f, sheet, outer)]
    last.sort(key=lambda fragment: fragment.box[0])
    parted = (-math.inf, *(fragment.box[0] - 1 for fragment in last[1:]), math.inf)
    ends = pairwise(parted) if last else ()
    return tuple(_columns(f, x0, x1) for f, (x0, x1) in zip(last, ends, strict=True))


def _has_under(fragment: Fragment, sheet: Sheet, outer: Iterable[Fragment]) -> bool:
    """Whether text or a table stands under a fragment, above the foot of its page."""
    bottom, foot = fragment.box[3], sheet.height * (1 - FOOT)
    if any(bottom < line.box[3] < foot for line in sheet.lines):
        return True
    return any(other is not fragment and other.box[1] > bottom - 1 for other in outer)


def _columns(fragment: Fragment, start: float, end: float) -> Columns:
    widest = max(fragment.rows, key=lambda row: len(row.cells))
    xs = (*(cell.box[0] for cell in widest.cells), fragment.box[2])
    words = tuple(_reach(fragment, x0, x1) for x0, x1 in pairwise(xs))
    return Columns((xs[0], xs[-1]), words, start, end)


def _reach(fragment: Fragment, x0: float, x1: float) -> tuple[float, float]:
    """From where to where the words of the column between two sides stand."""
    cells = (cell for row in fragment.rows for cell in row.filled)
    column = [c for c in cells if abs(c.box[0] - x0) < 1 and abs(c.box[2] - x1) < 1]
    boxes = [line.box for cell in column for line in cell.lines]
    return min((box[0] for box in boxes), default=x0), max((box[2] for box in boxes), default=x1)


def read_sheet(page: Page, above: Sequence[Columns] = ()) -> Sheet:
    """Part the words of a page among its tables and the text around them.

    `above` are the columns of tables without rules that may go on from the page before.
    """
    words = [word for word in page.words if word.turn != SLANTED]
    middles = _middles(words)
    outer, inner = _part_nested([grid for grid in find_grids(page) if _is_table(grid)])
    columned = [grid for grid in outer if not _may_lack_columns(grid)]
    upright = [word for word in _outside(words, middles, columned) if word.upright]
    strips = cut_strips(gather_lines(upright))
    outer, unruled = _settle(page, strips, outer, above)
    tables = [grid.box for grid in (*outer, *unruled)]
    outside = strips_outside(strips, tables)
    areas = find_areas(outside, tables)
    fragments = [_fragment(page, grid, words, middles) for grid in outer]
    fragments += [_fragment(page, grid, words, middles, nested=True) for grid in inner]
    fragments += [_fragment(page, grid, words, middles, ruled=False) for grid in unruled]
    rest = _outside(words, middles, [*outer, *unruled])
    return Sheet(
        page.number,
        page.width,
        page.height,
        tuple(lines_and_notes(rest, find_notes(outside), areas, page.number)),
        tuple(replace(f, column=column_of(f.box, areas)) for f in fragments if f.rows),
        page.glyphs,
        sum(word.glyphs for word in page.words if word.turn == SLANTED),
        len(page.images),
        page.ocr,
        page.warning,
        page.failed,
        page.headings,
        read_swatches(page.drawing.fills, outside),
    )


def _middles(words: Sequence[Word]) -> Points:
    """The centres of the words: where they belong, whatever their edges touch."""
    boxes = np.fromiter(chain.from_iterable(map(_BOX, words)), np.float64, 4 * len(words))
    x0s, tops, x1s, bottoms = boxes.reshape(-1, 4).T
    return np.array((x0s + x1s, tops + bottoms)) / 2


def _outside(words: Sequence[Word], middles: Points, grids: Sequence[Grid]) -> Sequence[Word]:
    if not grids:
        return words
    inside = np.any([grid.holds(middles) for grid in grids], axis=0)
    return list(compress(words, (~inside).tolist()))


def _settle(
    page: Page, strips: Sequence[Strip], ruled: Sequence[Grid], above: Sequence[Columns]
) -> tuple[list[Grid], list[Grid]]:
    """The tables that a page's rules show, and those that have no grid of rules.

    A grid in which rules part few of the columns gives way to a finer one without rules.
    """
    columned = [grid for grid in ruled if not _may_lack_columns(grid)]
    unruled = _unruled(page, strips, columned, above)
    kept = [grid for grid in ruled if not _is_replaced(grid, unruled)]
    halved = [grid for grid in kept if not _lacks_columns(grid) and _may_lack_columns(grid)]
    if halved:
        outside = strips_outside(strips, [grid.box for grid in halved])
        unruled = _unruled(page, outside, [*columned, *halved], above)
    return kept, unruled


def _unruled(
    page: Page, strips: Sequence[Strip], ruled: Sequence[Grid], above: Sequence[Columns]
) -> list[Grid]:
    """The tables of a page that have no grid of rules."""
    taken = [grid.box for grid in ruled]
    return find_unruled(peel_foot(strips, page.height), page.drawing, taken, above)


def _is_table(grid: Grid) -> bool:
    """A single box around text is no table."""
    return len(grid.cells) > 1


def _lacks_columns(grid: Grid) -> bool:
    """Rows ruled within a box: a list, or a table whose columns are told by white space."""
    return len(grid.xs) == 2


def _may_lack_columns(grid: Grid) -> bool:
    """Whether white space may part what rules do not: one rule in the middle parts halves."""
    return _lacks_columns(grid) or (grid.open_sides and len(grid.xs) == 3)


def _is_replaced(grid: Grid, unruled: Iterable[Grid]) -> bool:
    """Whether the rows of a grid were found to have columns, or more of them, after all."""
    finer = (found for found in unruled if len(found.xs) > len(grid.xs))
    return _may_lack_columns(grid) and any(_inside(found.box, grid.box) for found in finer)


def _part_nested(grids: Sequence[Grid]) -> tuple[list[Grid], list[Grid]]:
    outer: list[Grid] = []
    inner: list[Grid] = []
    for grid in grids:
        inside = any(other is not grid and _inside(grid.box, other.box) for other in grids)
        (inner if inside else outer).append(grid)
    return outer, inner


def _inside(small: Box, large: Box) -> bool:
    return (
        large[0] - 1 <= small[0]
        and large[1] - 1 <= small[1]
        and small[2] <= large[2] + 1
        and small[3] <= large[3] + 1
    )


def _fragment(
    page: Page,
    grid: Grid,
    words: Sequence[Word],
    middles: Points,
    *,
    nested: bool = False,
    ruled: bool = True,
) -> Fragment:
    cells = _fill_cells(page, grid, words, middles)
    bands = range(len(grid.ys) - 1)
    rows = (
        row
        for band in bands
        if _begins_text(grid, cells, band)
        for row in part_rows(_row_piece(grid, cells, band))
    )
    open_top, open_bottom = grid.open_top, grid.open_bottom
    return Fragment(page.number, grid.box, tuple(rows), open_top, open_bottom, nested, ruled)


def _row_piece(grid: Grid, cells: dict[GridCell, CellPiece], band: int) -> RowPiece:
    return RowPiece(tuple(cells[c] for c in grid.cells if c.rows[0] <= band <= c.rows[1]))


def _begins_text(grid: Grid, cells: dict[GridCell, CellPiece], band: int) -> bool:
    """Whether some cell with text starts in the band; a band of leftovers is no row."""
    return any(cell.rows[0] == band and cells[cell].lines for cell in grid.cells)


def _fill_cells(
    page: Page, grid: Grid, words: Sequence[Word], middles: Points
) -> dict[GridCell, CellPiece]:
    squares = grid.squares()
    held: dict[GridCell, list[Word]] = {cell: [] for cell in grid.cells}
    inside = grid.holds(middles)
    places = zip(*grid.squares_at(middles[:, inside]), strict=True)
    for word, square in zip(compress(words, inside.tolist()), places, strict=True):
        cell = squares.get(square)
        if cell is not None:
            held[cell].append(word)
    return {
        cell: CellPiece(
            cell.box,
            page.number,
            tuple(group_lines(inside, page.number)) if inside else (),
            _shade(cell.box, page.drawing.fills),
        )
        for cell, inside in held.items()
    }


def _shade(box: Box, fills: Iterable[Fill]) -> str | None:
    """The colour behind the middle of the box: the last one drawn is on top."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    shade = None
    for (x0, top, x1, bottom), colour in fills:
        if x0 <= x <= x1 and top <= y <= bottom and bottom - top > 0.4 * (box[3] - box[1]):
            shade = colour
    return shade
