"""Set a table in a layout, over as many pages as it takes, and say what must be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from reportlab.lib.utils import simpleSplit

from benchmarks.tables.canvas import LEADING, Page, Pages, Text
from benchmarks.tables.content import Content, Entry
from benchmarks.tables.gold import GoldRow, GoldTable

LEAST_LINES = 7
"""A table begins on a page that has room for so many lines."""

Lines = list[str]


@dataclass(frozen=True, slots=True)
class _Band:
    """Lines of each cell that stand side by side; the first column and how many it covers."""

    cells: tuple[tuple[int, int, Lines], ...]
    bold: bool = False
    shaded: bool = False


class Setter:
    """Sets one table down the pages: `page` (from 0) and `y` say where it has got to."""

    def __init__(self, pages: Pages, content: Content, left: float, room: float) -> None:
        """The table of that content, `room` points wide, is to begin at `left`."""
        self.page, self.y = 0, 0.0
        self._pages, self._content, self._layout = pages, content, pages.layout
        share = room / sum(content.widths)
        self._edges = tuple(accumulate((w * share for w in content.widths), initial=left))
        self._leading = pages.layout.size * LEADING
        self._count = 0

    def set(self, page: int, y: float) -> GoldTable:
        """Set the table from that page and height on, or from the next page where it is late."""
        self.page, self.y = page, y
        if self._pages.foot - y < LEAST_LINES * self._leading:
            self.page, self.y = page + 1, self._pages.top
        self._header()
        rows = [row for entry in self._content.entries for row in self._entry(entry)]
        if self._layout.book:
            self._across(self.y)
        return GoldTable(self._content.header, tuple(rows))

    def _header(self) -> None:
        shaded = self._layout.shaded_header and not self._layout.striped
        bands = [self._header_band(row, shaded=shaded) for row in self._content.header]
        if self._layout.book:
            self._across(self.y)
        heights = [self._height(band) for band in bands]
        top = self.y
        for band, height in zip(bands, heights, strict=True):
            self._place(band, height)
        self._header_rules(top, top + heights[0])
        if self._layout.book:
            self._across(self.y)

    def _header_band(self, row: Sequence[str], *, shaded: bool) -> _Band:
        tiered = len(self._content.header) == 2
        upper = tiered and row is self._content.header[0]
        cells = []
        for column, text in enumerate(row):
            across = 1
            while upper and column + across < len(row) and not row[column + across]:
                across += 1
            if text:
                cells.append((column, across, self._wrap(text, column, across, bold=True)))
        return _Band(tuple(cells), bold=True, shaded=shaded)

    def _header_rules(self, top: float, middle: float) -> None:
        """Rule the header, of two rows that meet at `middle`; no rule parts what is merged."""
        header, bottom = self._content.header, self.y
        if self._layout.down:
            for column, x in enumerate(self._edges):
                merged = len(header) == 2 and 0 < column < len(header[0]) and not header[0][column]
                self._rule((x, middle if merged else top, x, bottom))
        if self._layout.across:
            self._across(top)
            self._across(bottom)
            for column, text in enumerate(header[1] if len(header) == 2 else ()):
                if text:
                    self._rule((self._edges[column], middle, self._edges[column + 1], middle))

    def _entry(self, entry: Entry) -> Iterator[GoldRow]:
        self._count += 1
        if entry.banner:
            yield self._banner(entry)
        elif len(entry.rows) > 1:
            yield from self._sub_rows(entry)
        else:
            split = self._row(entry)
            yield GoldRow(entry.rows[0], split)

    def _banner(self, entry: Entry) -> GoldRow:
        columns, text = len(self._content.widths), entry.rows[0][0]
        shaded = self._layout.shaded_header
        wrapped = self._wrap(text, 0, columns, bold=True)
        band = _Band(((0, columns, wrapped),), bold=True, shaded=shaded)
        height = self._height(band)
        if self._pages.foot - self.y < height + 3 * self._leading + 2 * self._layout.padding:
            self._turn()
        self._place(band, height)
        self._frame(height, inner=False)
        return GoldRow((text, *[""] * (columns - 1)))

    def _row(self, entry: Entry) -> bool:
        """Set a row on as many pages as it takes; whether it takes more than one."""
        rest = self._band(entry)
        pieces = 0
        while pieces == 0 or any(lines for _, _, lines in rest.cells):
            fitting = int((self._pages.foot - self.y - 2 * self._layout.padding) / self._leading)
            most = max(len(lines) for _, _, lines in rest.cells)
            if fitting < min(2, most):
                self._turn()
                continue
            upper, rest = _cut(rest, fitting)
            over = any(lines for _, _, lines in rest.cells)
            height = self._pages.foot - self.y if over else self._height(upper)
            self._place(upper, height)
            closed = not (over and self._layout.open_ends)
            self._frame(height, first=pieces == 0, closed=closed)
            pieces += 1
            if over:
                self._turn()
        return pieces > 1

    def _sub_rows(self, entry: Entry) -> Iterator[GoldRow]:
        """Set sub-rows on one page, the last as high as what is merged over all asks for."""
        bands = [self._cells_band(row) for row in entry.rows]
        whole = frozenset(i for i, text in enumerate(entry.rows[1]) if not text)
        heights = [self._height(band, without=whole) for band in bands]
        heights[-1] += max(0.0, self._height(bands[0]) - sum(heights))
        if self._pages.foot - self.y < sum(heights):
            self._turn()
        for number, (band, height) in enumerate(zip(bands, heights, strict=True)):
            self._place(band, height)
            closed = number == len(bands) - 1
            self._frame(height, closed=closed, merged=whole if number else frozenset())
        yield from (GoldRow(row) for row in entry.rows)

    def _band(self, entry: Entry) -> _Band:
        shaded = self._layout.striped and self._count % 2 == 1
        return self._cells_band(entry.rows[0], bold=entry.bold, shaded=shaded)

    def _cells_band(self, row: Sequence[str], *, bold: bool = False, shaded: bool = False) -> _Band:
        cells = ((i, 1, self._wrap(text, i, 1, bold=bold)) for i, text in enumerate(row))
        return _Band(tuple(cells), bold, shaded)

    def _wrap(self, text: str, column: int, across: int, *, bold: bool = False) -> Lines:
        room = self._edges[column + across] - self._edges[column] - 2 * self._side
        if any(self._pages.width_of(word, bold=bold) > room for word in text.split()):
            raise ValueError(f"A word of {text!r} is wider than its cell, and would hide another.")
        font = self._pages.font(bold=bold)
        return list(simpleSplit(text, font, self._layout.size, room)) if text else []

    @property
    def _side(self) -> float:
        return max(self._layout.padding, 3.0)

    def _height(self, band: _Band, *, without: frozenset[int] = frozenset()) -> float:
        most = max((len(lines) for i, _, lines in band.cells if i not in without), default=0)
        return most * self._leading + 2 * self._layout.padding

    def _turn(self) -> None:
        self.page, self.y = self.page + 1, self._pages.top
        if self._layout.repeat_header:
            self._header()
        elif self._layout.across and not self._layout.open_ends:
            self._across(self.y)

    @property
    def _here(self) -> Page:
        return self._pages.at(self.page)

    def _place(self, band: _Band, height: float) -> None:
        """Write the band's lines and move on below it."""
        if band.shaded:
            wide = self._edges[-1] - self._edges[0]
            self._here.shades.append((self._edges[0], self.y, wide, height))
        for column, across, lines in band.cells:
            y = self.y + self._layout.padding - 0.25 * self._layout.size
            for line in lines:
                y += self._leading
                x = self._edges[column] + self._side
                if column in self._content.right and across == 1:
                    width = self._pages.width_of(line, bold=band.bold)
                    x = self._edges[column + 1] - self._side - width
                self._here.texts.append(Text(x, y, line, band.bold))
        self.y += height

    def _frame(
        self,
        height: float,
        *,
        first: bool = True,
        closed: bool = True,
        inner: bool = True,
        merged: frozenset[int] = frozenset(),
    ) -> None:
        """Rule a band that was just placed; no rule lies over what is merged with it."""
        top, bottom = self.y - height, self.y
        if self._layout.down:
            for x in self._edges if inner else (self._edges[0], self._edges[-1]):
                self._rule((x, top, x, bottom))
        if not self._layout.across:
            return
        if first:
            for column in range(len(self._content.widths)):
                if column not in merged:
                    self._rule((self._edges[column], top, self._edges[column + 1], top))
        if closed:
            self._across(bottom)

    def _across(self, y: float) -> None:
        self._rule((self._edges[0], y, self._edges[-1], y))

    def _rule(self, ends: tuple[float, float, float, float]) -> None:
        x0, y0, x1, y1 = ends
        self._here.rules.append((x0, max(y0, y1), x1, min(y0, y1)))


def _cut(band: _Band, fitting: int) -> tuple[_Band, _Band]:
    """The first lines of each cell, as many as fit, and the rest."""
    upper = tuple((i, across, lines[:fitting]) for i, across, lines in band.cells)
    lower = tuple((i, across, lines[fitting:]) for i, across, lines in band.cells)
    return _Band(upper, band.bold, band.shaded), _Band(lower, band.bold, band.shaded)
