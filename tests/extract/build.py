"""One-purpose PDFs in the layout of a council's Word export: each test builds its own.

Nothing flows here: a test says what stands on which page, so that a page break falls where
the test wants it, in the middle of a row if need be.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from reportlab.lib.colors import HexColor, black
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

PORTRAIT = (595.0, 842.0)
LANDSCAPE = (842.0, 595.0)
LEFT, TOP = 57.0, 110.0
PADDING = 5.0
LEADING = 1.25
GREY = "#d9d9d9"


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph wrapped to `width`; `^th` is raised; a line feed is a line's end."""

    text: str
    size: float = 11.0
    bold: bool = False
    left: float = LEFT
    width: float = 480.0
    centred: bool = False
    after: float = 9.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell; it may cover several columns and rows, or hold a table of its own."""

    text: str = ""
    bold: bool = False
    fill: str | None = None
    across: int = 1
    down: int = 1
    centred: bool = False
    inner: "Ruled | None" = None


Row = Sequence[Cell | str | None]
"""One entry a column; None where another cell covers it."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table ruled all round; `open_top` or `open_bottom` leave the rule out there.

    `beside`: the next item starts at the same height.
    """

    rows: Sequence[Row]
    widths: Sequence[float]
    left: float = LEFT
    size: float = 10.0
    open_top: bool = False
    open_bottom: bool = False
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its items from the top down, its running head and foot."""

    items: Sequence[Words | Ruled]
    head: str = ""
    foot: str = ""
    mark: str = ""
    size: tuple[float, float] = PORTRAIT
    top: float = TOP


@dataclass(slots=True)
class _Pen:
    canvas: Canvas
    height: float
    y: float = field(default=TOP)


def header(*headings: str) -> list[Cell]:
    """A header row, bold on grey."""
    return [Cell(heading, bold=True, fill=GREY) for heading in headings]


def banner(text: str, columns: int) -> list[Cell | None]:
    """A banner row over so many columns."""
    return [Cell(text, bold=True, fill="#bfd4ea", across=columns), *[None] * (columns - 1)]


def split_row(row: Sequence[str], widths: Sequence[float], after: int) -> tuple[Row, Row]:
    """A row cut by a page break after so many of its lines, as a word processor cuts it."""
    size = Ruled((), ()).size
    cells = [_lines(Cell(text), width, size) for text, width in zip(row, widths, strict=True)]
    parts = ([lines[:after] for lines in cells], [lines[after:] for lines in cells])
    upper, lower = (["\n".join(lines) for lines in part] for part in parts)
    return upper, lower


def heading(text: str, size: float = 11.0) -> Words:
    """A bold line of its own."""
    return Words(text, bold=True, size=size)


def build(path: Path, *sheets: Sheet) -> Path:
    """Write the pages to `path`."""
    canvas = Canvas(str(path), invariant=True)
    for sheet in sheets:
        width, height = sheet.size
        canvas.setPageSize(sheet.size)
        for text, y in ((sheet.head, 40.0), (sheet.foot, height - 40), (sheet.mark, height - 25)):
            _line(_Pen(canvas, height), text, width / 2 - stringWidth(text, "Helvetica", 9) / 2, y)
        pen = _Pen(canvas, height, sheet.top)
        for item in sheet.items:
            _draw(pen, item)
        canvas.showPage()
    canvas.save()
    return path


def _draw(pen: _Pen, item: Words | Ruled) -> None:
    if isinstance(item, Ruled):
        start = pen.y
        _ruled(pen, item)
        pen.y = start if item.beside else pen.y + 14
        return
    font = _font(item.bold)
    for text in _wrapped(item.text, font, item.size, item.width):
        shift = (item.width - _width(text, font, item.size)) / 2 if item.centred else 0.0
        pen.y += item.size * LEADING
        _line(pen, text, item.left + shift, pen.y, font, item.size)
    pen.y += item.after


def _font(bold: bool) -> str:
    return "Helvetica-Bold" if bold else "Helvetica"


def _wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines.append("")
        for word in paragraph.split():
            longer = f"{lines[-1]} {word}".lstrip()
            if lines[-1] and _width(longer, font, size) > width:
                lines.append(word)
            else:
                lines[-1] = longer
    return lines


def _width(text: str, font: str, size: float) -> float:
    return sum(stringWidth(part, font, at) for part, at, _ in _parts(text, size))


def _parts(text: str, size: float) -> Iterator[tuple[str, float, float]]:
    """The text's parts with their sizes and how far each is raised."""
    for index, part in enumerate(re.split(r"\^(\w\w)", text)):
        if part:
            yield (part, size * 0.65, size * 0.35) if index % 2 else (part, size, 0.0)


def _line(
    pen: _Pen, text: str, x: float, y: float, font: str = "Helvetica", size: float = 9.0
) -> None:
    for part, at, raised in _parts(text, size):
        pen.canvas.setFont(font, at)
        pen.canvas.drawString(x, pen.height - y + raised, part)
        x += stringWidth(part, font, at)


def _ruled(pen: _Pen, table: Ruled) -> None:
    xs = [table.left]
    for width in table.widths:
        xs.append(xs[-1] + width)
    ys = [pen.y]
    for row in table.rows:
        ys.append(ys[-1] + max(_height(cell, i, xs, table) for i, cell in enumerate(row)))
    for down, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            if cell is not None:
                _cell(pen, _as_cell(cell), (column, down), xs, ys, table)
    pen.y = ys[-1]


def _as_cell(cell: Cell | str) -> Cell:
    return Cell(cell) if isinstance(cell, str) else cell


def _lines(cell: Cell, width: float, size: float) -> list[str]:
    return _wrapped(cell.text, _font(cell.bold), size, width - 2 * PADDING)


def _height(cell: Cell | str | None, column: int, xs: Sequence[float], table: Ruled) -> float:
    """What the row must hold for this cell; a cell merged down asks for one line."""
    if cell is None:
        return 0.0
    cell = _as_cell(cell)
    width = xs[column + cell.across] - xs[column]
    lines = len(_lines(cell, width, table.size)) if cell.down == 1 else 1
    inner = 30.0 * len(cell.inner.rows) if cell.inner else 0.0
    return max(1, lines) * table.size * LEADING + 2 * PADDING + inner


def _cell(
    pen: _Pen,
    cell: Cell,
    at: tuple[int, int],
    xs: Sequence[float],
    ys: Sequence[float],
    table: Ruled,
) -> None:
    column, row = at
    x0, x1 = xs[column], xs[column + cell.across]
    top, bottom = ys[row], ys[row + cell.down]
    if cell.fill:
        pen.canvas.setFillColor(HexColor(cell.fill))
        pen.canvas.rect(x0, pen.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        pen.canvas.setFillColor(black)
    pen.canvas.setLineWidth(0.5)
    sides = [(x0, top, x0, bottom), (x1, top, x1, bottom)]
    sides += [] if table.open_top and row == 0 else [(x0, top, x1, top)]
    sides += [] if table.open_bottom and bottom == ys[-1] else [(x0, bottom, x1, bottom)]
    for xa, ya, xb, yb in sides:
        pen.canvas.line(xa, pen.height - ya, xb, pen.height - yb)
    _fill_cell(pen, cell, (x0, top, x1, bottom), table.size)


def _fill_cell(pen: _Pen, cell: Cell, box: tuple[float, float, float, float], size: float) -> None:
    x0, top, x1, _ = box
    font, y = _font(cell.bold), top + PADDING - size * 0.25
    for text in _lines(cell, x1 - x0, size):
        y += size * LEADING
        shift = (x1 - x0 - _width(text, font, size)) / 2 if cell.centred else PADDING
        _line(pen, text, x0 + shift, y, font, size)
    if cell.inner:
        _ruled(_Pen(pen.canvas, pen.height, y + 8), replace(cell.inner, left=x0 + PADDING))
