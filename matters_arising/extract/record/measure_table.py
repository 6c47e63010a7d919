"""Measures in numeric tables: months or years across, or a figure to a row.

Only tables made of figures are read; a table of text with a number here and there is not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.record import Measure
from matters_arising.extract.phrase.column_time import column_time
from matters_arising.extract.phrase.number import CURRENCIES
from matters_arising.extract.phrase.period import Calendar, Period
from matters_arising.extract.record.table_wording import (
    period_in,
    scale_named,
    time_of,
    undated,
    unit_named,
    wording,
    year_of,
    years_named,
)

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CELL = re.compile(
    rf"(?P<sign>[-–]?)(?P<currency>[£$€]?)\s?(?P<value>{_NUMBER})\s?(?P<percent>%?)"
    rf"(?:\s?\(+(?P<share>{_NUMBER})\s?%\))?(?:\s?\((?P<note>[a-z ]+)\))?",
    re.IGNORECASE,
)
_OPENINGS = "-–£$€0123456789"
"""What the figure of a cell can begin with."""
_MOST_WORDS = 12
"""Words of a cell beyond which it holds no mere figure with its note."""
_EXPECTED = re.compile(r"projected|forecast|target|planned|expected", re.IGNORECASE)
_IDENTIFYING = re.compile(
    r"^(?:ref|no|item|page|id|code|row|rank|number|priority|#)?\.?$", re.IGNORECASE
)
"""Headings of columns whose numbers only name their rows."""
_LEAST_SHARE = 0.6
"""Share of the filled cells beside the labels that must be figures."""
_SHORTEST_CONTENTS = 5


@dataclass(frozen=True, slots=True)
class _Block:
    """Rows of figures under one heading row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    years: tuple[str, ...]


def measures_in_table(
    header: tuple[str, ...],
    rows: Sequence[tuple[str, ...]],
    *,
    caption: str | None,
    paper_date: str | None,
    covers: str | None = None,
) -> tuple[tuple[int, Measure], ...]:
    """Every figure of a numeric table, with the position of its row in `rows`.

    What is measured is worded from caption, column and row; the time from whichever of
    them names one. Where two years are stacked, or stand side by side under the same
    headings, the earlier is the baseline. A table that
    is not mostly figures yields nothing.
    """
    calendar = Calendar(paper_date, covers)
    if not _is_numeric(rows) or _is_contents(header, rows):
        return ()
    found: list[tuple[int, Measure]] = []
    for block in _blocks(header, rows, caption or ""):
        found.extend(_read_block(block, calendar))
    return tuple(found)


def _is_numeric(rows: Sequence[tuple[str, ...]]) -> bool:
    filled = [row for row in rows if any(_figure(cell) for cell in row)]
    cells = [cell for row in filled for cell in row[1:] if cell.strip()]
    figures = sum(bool(_figure(cell)) or bool(year_of(cell)) for cell in cells)
    return bool(cells) and figures >= _LEAST_SHARE * len(cells) and 3 * len(filled) >= len(rows)


def _is_contents(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> bool:
    """A list of contents: unheaded numbers, one to a row, that only ever rise."""
    pages = [[match for cell in row if (match := _figure(cell))] for row in rows]
    last = [float(found[-1]["value"].replace(",", "")) for found in pages if len(found) == 1]
    singles = len(last) == sum(bool(found) for found in pages)
    return singles and len(last) >= _SHORTEST_CONTENTS and last == sorted(last) and not any(header)


def _figure(cell: str) -> re.Match[str] | None:
    """The figure that a cell consists of; most hold words, which their first letter tells."""
    words = cell.split(maxsplit=_MOST_WORDS)
    if not words or words[0][0] not in _OPENINGS or len(words) > _MOST_WORDS:
        return None
    return _CELL.fullmatch(" ".join(words))


def _blocks(
    header: tuple[str, ...], rows: Sequence[tuple[str, ...]], caption: str
) -> Iterator[_Block]:
    """Cut at rows without figures: a lone text is a caption, several texts are a heading."""
    block = _Block(caption, header, (), years_named(" ".join((caption, *header))))
    above: str | None = None
    for index, row in enumerate(rows):
        if any(_figure(cell) for cell in row):
            block = replace(block, rows=(*block.rows, (index, row)))
            above = None
            continue
        texts = [" ".join(cell.split()) for cell in row if cell.strip()]
        if len(texts) == 1 and texts[0][0].islower():
            continue  # the wrapped end of the row above
        if block.rows:
            yield block
        columns = tuple(row) if len(texts) > 1 else block.header
        years = years_named(" ".join(texts)) or block.years
        title = (above or block.caption) if len(texts) != 1 else texts[0]
        block = _Block(title, columns, (), years)
        above = next(iter(texts), None)
    if block.rows:
        yield block


def _read_block(block: _Block, calendar: Calendar) -> Iterator[tuple[int, Measure]]:
    years = [_row_year(block, position) for position in range(len(block.rows))]
    latest = max((year for year in years if year), default=None)
    earlier = frozenset(_earlier_headings(block.header))
    timed = any(column_time(heading, calendar) for heading in block.header)
    caption_period = None if timed else period_in(block.caption, calendar)
    for (index, row), year in zip(block.rows, years, strict=True):
        label = _label(row) or _shared_label(block, year)
        row_period = period_in(label, calendar)
        for column, cell in _figure_cells(block, row):
            period = time_of(column, year, calendar) or row_period or caption_period
            words = wording(block.caption, column, label, calendar)
            scale = scale_named(f"{block.caption} {column} {label}")
            unit = unit_named((label, column, words), block.caption)
            for measure in _measures_of(cell, row, words, period, unit=unit, scale=scale):
                is_earlier = column in earlier or (year is not None and year != latest)
                if is_earlier and measure.kind == "actual":
                    measure = replace(measure, kind="baseline")
                yield index, measure


def _earlier_headings(header: Sequence[str]) -> Iterator[str]:
    """The headings of a year beside which another heads the same for a later one."""
    headings = [" ".join(text.split()) for text in header]
    dated = [(text, years_named(text)[0], undated(text)) for text in headings if years_named(text)]
    for text, year, words in dated:
        if words and any(words == same and year < later for _, later, same in dated):
            yield text


def _row_year(block: _Block, position: int) -> str | None:
    """The year printed in a row; else, where rows are stacked unlabelled, that of its turn."""
    row = block.rows[position][1]
    printed = next((year for cell in row if (year := year_of(cell))), None)
    if printed or len(block.years) != len(block.rows) or _label(row):
        return printed
    return block.years[position]


def _label(row: tuple[str, ...]) -> str:
    first = " ".join(row[0].split()) if row else ""
    return "" if _figure(first) or year_of(first) else first


def _shared_label(block: _Block, year: str | None) -> str:
    """The label that the first of several years' rows bears for all of them."""
    return _label(block.rows[0][1]) if year and block.rows[0][1] else ""


def _figure_cells(block: _Block, row: tuple[str, ...]) -> Iterator[tuple[str, re.Match[str]]]:
    """The row's figures with their column headings: in turn where there are as many of both."""
    cells = [(column, match) for column, cell in enumerate(row) if (match := _figure(cell))]
    headings = [" ".join(text.split()) for text in block.header]
    named = [heading for heading in headings if heading]
    for turn, (column, match) in enumerate(cells):
        in_turn = len(named) == len(cells)
        heading = named[turn] if in_turn else headings[column] if column < len(headings) else ""
        if column > 0 or not _IDENTIFYING.match(heading):
            yield heading, match


def _measures_of(
    cell: re.Match[str],
    row: tuple[str, ...],
    words: str,
    period: Period | None,
    *,
    unit: str,
    scale: float,
) -> Iterator[Measure]:
    printed = float(cell["value"].replace(",", "")) * (-1 if cell["sign"] else 1)
    value = printed if cell["percent"] else printed * scale
    own_unit = "percent" if cell["percent"] else CURRENCIES.get(cell["currency"], unit)
    measure = Measure(
        quote=" ".join(" ".join(text.split()) for text in row if text.strip()),
        measure=words,
        value=value,
        unit=own_unit,
        qualifier=None,
        period_text=period.text if period else None,
        period=period.value if period else None,
        kind="target" if _EXPECTED.search(f"{cell['note'] or ''} {words}") else "actual",
        direction=None,
    )
    yield measure
    if cell["share"]:
        yield replace(measure, value=float(cell["share"].replace(",", "")), unit="percent")
