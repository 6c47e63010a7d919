"""Tables: rows flow down the page and split where it ends, as Word lets them."""

from dataclasses import dataclass
from itertools import accumulate

from matters_arising.corpus.sample.block import Look, Row, Table
from matters_arising.corpus.sample.sheet import Sheet
from matters_arising.corpus.sample.typeset import Line, Style, set_type

PAD = 4.0

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where a table stands: the x of its column edges, its look and the style of its type."""

    edges: tuple[float, ...]
    look: Look
    style: Style

    def set(self, text: str, column: int, *, bold: bool = False, span: int = 1) -> Lines:
        """The lines of a cell that begins at `column`."""
        width = self.edges[column + span] - self.edges[column] - 2 * PAD
        style = Style(self.style.size, bold, self.style.raised, self.style.gap)
        return set_type(text, width, style)


def draw_table(sheet: Sheet, table: Table) -> None:
    """Draw a table at the cursor, its header again on each page if its look says so."""
    edges = tuple(accumulate(table.widths, initial=sheet.margin))
    look = table.look
    frame = _Frame(edges, look, Style(look.size, raised=look.raised, gap=look.gap))
    _draw_header(sheet, table, frame)
    for row in table.rows:
        if any(isinstance(cell, tuple) for cell in row.cells):
            _draw_split(sheet, table, frame, row)
        else:
            _draw_row(sheet, table, frame, row)


def _draw_header(sheet: Sheet, table: Table, frame: _Frame) -> None:
    if not any(table.header):
        return
    cells = [frame.set(text, i, bold=True) for i, text in enumerate(table.header)]
    height = max(map(_height, cells)) + 2 * PAD
    if sheet.room < height + 40:
        sheet.turn()
    if frame.look.header_fill:
        _shade(sheet, frame, height, frame.look.header_fill)
    _draw_piece(sheet, frame, cells)
    _rule_piece(sheet, frame, height, top=True, bottom=True)
    sheet.y -= height


def _turn(sheet: Sheet, table: Table, frame: _Frame) -> None:
    sheet.turn()
    if table.look.repeat_header:
        _draw_header(sheet, table, frame)


def _draw_row(sheet: Sheet, table: Table, frame: _Frame, row: Row) -> None:
    """Draw a row, on as many pages as it takes."""
    rest = _set_row(frame, row)
    first = True
    while first or any(rest):
        least = min(max(map(_height, rest)), 2 * frame.look.size)
        if sheet.room < least + 2 * PAD:
            _turn(sheet, table, frame)
            continue
        taken = [_fitting(cell, sheet.room - 2 * PAD) for cell in rest]
        left = [cell[len(got) :] for cell, got in zip(rest, taken, strict=True)]
        height = sheet.room if any(left) else max(map(_height, taken)) + 2 * PAD
        _draw_band(sheet, frame, row, taken, height, first=first, last=not any(left))
        sheet.y -= height
        if any(left):
            _turn(sheet, table, frame)
        rest, first = left, False


def _draw_band(
    sheet: Sheet,
    frame: _Frame,
    row: Row,
    cells: list[Lines],
    height: float,
    *,
    first: bool,
    last: bool,
) -> None:
    """One page's part of a row; a page may end without a rule where the row goes on."""
    if row.banner:
        _shade(sheet, frame, height, frame.look.banner_fill)
    _draw_piece(sheet, frame, cells)
    closed = last or not (frame.look.open_pages and sheet.page % 2)
    _rule_piece(sheet, frame, height, top=first, bottom=closed, inner=not row.banner)


def _set_row(frame: _Frame, row: Row) -> list[Lines]:
    if row.banner:
        return [frame.set(str(row.cells[0]), 0, bold=True, span=len(frame.edges) - 1)]
    return [frame.set(str(cell), i) for i, cell in enumerate(row.cells)]


def _draw_split(sheet: Sheet, table: Table, frame: _Frame, row: Row) -> None:
    """Draw a row some of whose cells are split into sub-rows; it stays on one page."""
    parts = [cell if isinstance(cell, tuple) else (cell,) for cell in row.cells]
    cells = [[frame.set(text, i) for text in part] for i, part in enumerate(parts)]
    heights = [
        max(_height(cell[k]) + 2 * PAD for cell in cells if len(cell) > 1)
        for k in range(max(map(len, parts)))
    ]
    whole = max(_height(cell[0]) + 2 * PAD for cell in cells if len(cell) == 1)
    heights[-1] += max(0.0, whole - sum(heights))
    if sheet.room < sum(heights):
        _turn(sheet, table, frame)
    top = sheet.y
    for i, cell in enumerate(cells):
        for k, lines in enumerate(cell):
            sheet.y = top - sum(heights[:k])
            _draw_cell(sheet, lines, frame.edges[i])
            if k:
                sheet.rule((frame.edges[i], sheet.y, frame.edges[i + 1], sheet.y), frame.look)
    sheet.y = top
    _rule_piece(sheet, frame, sum(heights), top=True, bottom=True)
    sheet.y -= sum(heights)


def _draw_piece(sheet: Sheet, frame: _Frame, cells: list[Lines]) -> None:
    for lines, x in zip(cells, frame.edges, strict=False):
        _draw_cell(sheet, lines, x)


def _draw_cell(sheet: Sheet, lines: Lines, x: float) -> None:
    baseline = sheet.y - PAD
    for line in lines:
        baseline -= line.height
        sheet.put(line, x + PAD, baseline + 2)


def _rule_piece(
    sheet: Sheet, frame: _Frame, height: float, *, top: bool, bottom: bool, inner: bool = True
) -> None:
    look, edges, low = frame.look, frame.edges, sheet.y - height
    if look.verticals:
        for x in edges if inner else (edges[0], edges[-1]):
            sheet.rule((x, low, x, sheet.y), look)
    if look.horizontals:
        for y in [sheet.y] * top + [low] * bottom:
            sheet.rule((edges[0], y, edges[-1], y), look)


def _shade(sheet: Sheet, frame: _Frame, height: float, colour: str) -> None:
    width = frame.edges[-1] - frame.edges[0]
    sheet.fill((frame.edges[0], sheet.y - height, width, height), colour)


def _height(lines: Lines) -> float:
    return sum(line.height for line in lines)


def _fitting(lines: Lines, room: float) -> Lines:
    """As many of the first lines as fit."""
    count = sum(total <= room for total in accumulate(line.height for line in lines))
    return lines[:count]
