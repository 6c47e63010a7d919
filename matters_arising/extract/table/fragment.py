"""What stands on one page: pieces of tables, and the lines outside them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import SLANTED, Fill, Page, Word
from matters_arising.extract.reader.word import Line, gather_lines, group_lines
from matters_arising.extract.table.column import column_of, find_areas, lines_by_column
from matters_arising.extract.table.grid import Grid, GridCell, find_grids
from matters_arising.extract.table.strip import Strip, cut_strips, strips_outside
from matters_arising.extract.table.unruled import Columns, find_unruled

FOOT = 0.12
"""The share of a page's height, at its foot, where only furniture stands."""


@dataclass(frozen=True, slots=True)
class CellPiece:
    """The part of a cell that stands on one page, with its lines and its shade."""

    box: Box
    page: int
    lines: tuple[Line, ...]
    fill: str | None

    @property
    def text(self) -> str:
        """The lines joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all that is written in it is bold."""
        return bool(self.lines) and all(line.bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class RowPiece:
    """A band of a table on one page; a cell merged over several bands stands in each."""

    cells: tuple[CellPiece, ...]

    @property
    def filled(self) -> tuple[CellPiece, ...]:
        """The cells in which something is written."""
        return tuple(cell for cell in self.cells if cell.lines)


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

    `glyphs` counts its characters, `slanted` those of a watermark, which is no text.
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


def read_sheets(pages: Iterable[Page]) -> Iterator[Sheet]:
    """The pages of a paper read one after another.

    A table without rules at the foot of a page tells where its columns stand on the next.
    """
    above: Columns | None = None
    for page in pages:
        sheet = read_sheet(page, above)
        above = _columns_at_foot(sheet)
        yield sheet


def _columns_at_foot(sheet: Sheet) -> Columns | None:
    """The columns of the table without rules that the page ends with, if it does."""
    last = max(sheet.fragments, key=lambda fragment: fragment.box[3], default=None)
    if last is None or last.ruled:
        return None
    foot = sheet.height * (1 - FOOT)
    if any(last.box[3] < line.box[3] < foot for line in sheet.lines):
        return None
    widest = max(last.rows, key=lambda row: len(row.cells))
    xs = (*(cell.box[0] for cell in widest.cells), last.box[2])
    return Columns(xs, tuple(_left_edge(last, x) for x in xs[:-1]))


def _left_edge(fragment: Fragment, x: float) -> float:
    """Where the words of the column that begins at `x` begin."""
    cells = (cell for row in fragment.rows for cell in row.filled if abs(cell.box[0] - x) < 1)
    return min((line.box[0] for cell in cells for line in cell.lines), default=x)


def read_sheet(page: Page, above: Columns | None = None) -> Sheet:
    """Part the words of a page among its tables and the text around them.

    `above` are the columns of a table without rules that may go on from the page before.
    """
    words = [word for word in page.words if word.turn != SLANTED]
    outer, inner = _part_nested([grid for grid in find_grids(page) if _is_table(grid)])
    strips = _strips(words, [grid for grid in outer if not _lacks_columns(grid)])
    unruled = _unruled(page, strips, outer, above)
    outer = [grid for grid in outer if not _is_replaced(grid, unruled)]
    tables = [grid.box for grid in (*outer, *unruled)]
    areas = find_areas(strips_outside(strips, tables), tables)
    fragments = [_fragment(page, grid, words) for grid in outer]
    fragments += [_fragment(page, grid, words, nested=True) for grid in inner]
    fragments += [_fragment(page, grid, words, ruled=False) for grid in unruled]
    return Sheet(
        page.number,
        page.width,
        page.height,
        tuple(lines_by_column(_outside(words, [*outer, *unruled]), areas, page.number)),
        tuple(replace(f, column=column_of(f.box, areas)) for f in fragments if f.rows),
        page.glyphs,
        sum(word.glyphs for word in page.words if word.turn == SLANTED),
        len(page.images),
        page.ocr,
        page.warning,
        page.failed,
    )


def _outside(words: Sequence[Word], grids: Sequence[Grid]) -> Sequence[Word]:
    if not grids:
        return words
    return [word for word in words if not any(grid.holds(*word.middle) for grid in grids)]


def _strips(words: Sequence[Word], ruled: Sequence[Grid]) -> list[Strip]:
    """The lines of upright words outside ruled tables, cut where they may part columns."""
    return cut_strips(gather_lines(word for word in _outside(words, ruled) if word.upright))


def _unruled(
    page: Page, strips: Sequence[Strip], ruled: Sequence[Grid], above: Columns | None
) -> list[Grid]:
    """The tables of a page that have no grid of rules."""
    taken = [grid.box for grid in ruled if not _lacks_columns(grid)]
    return find_unruled(strips, page.drawing, taken, above)


def _is_table(grid: Grid) -> bool:
    """A single box around text is no table."""
    return len(grid.cells) > 1


def _lacks_columns(grid: Grid) -> bool:
    """Rows ruled within a box: a list, or a table whose columns are told by white space."""
    return len(grid.xs) == 2


def _is_replaced(grid: Grid, unruled: Iterable[Grid]) -> bool:
    """Whether the rows of a grid without columns were found to have columns after all."""
    return _lacks_columns(grid) and any(_inside(found.box, grid.box) for found in unruled)


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
    page: Page, grid: Grid, words: Iterable[Word], *, nested: bool = False, ruled: bool = True
) -> Fragment:
    cells = _fill_cells(page, grid, words)
    bands = range(len(grid.ys) - 1)
    rows = (
        RowPiece(tuple(cells[c] for c in grid.cells if c.rows[0] <= band <= c.rows[1]))
        for band in bands
        if _begins_text(grid, cells, band)
    )
    open_top, open_bottom = grid.open_top, grid.open_bottom
    return Fragment(page.number, grid.box, tuple(rows), open_top, open_bottom, nested, ruled)


def _begins_text(grid: Grid, cells: dict[GridCell, CellPiece], band: int) -> bool:
    """Whether some cell with text starts in the band; a band of leftovers is no row."""
    return any(cell.rows[0] == band and cells[cell].lines for cell in grid.cells)


def _fill_cells(page: Page, grid: Grid, words: Iterable[Word]) -> dict[GridCell, CellPiece]:
    squares = grid.squares()
    held: dict[GridCell, list[Word]] = {cell: [] for cell in grid.cells}
    for word in words:
        if grid.holds(*word.middle):
            cell = squares.get(grid.square_at(*word.middle))
            if cell is not None:
                held[cell].append(word)
    return {
        cell: CellPiece(
            cell.box,
            page.number,
            tuple(group_lines(inside, page.number)),
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
