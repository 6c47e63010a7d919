"""Measures in numeric tables: months or years across, or a figure to a row.

Only tables made of figures are read; a table of text with a number here and there is not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.record import Measure
from matters_arising.extract.phrase.column_time import column_time
from matters_arising.extract.phrase.date import MONTH, month_number
from matters_arising.extract.phrase.period import Calendar, Period, find_periods

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_CELL = re.compile(
    rf"(?P<sign>[-–]?)(?P<pound>£?)\s?(?P<value>{_NUMBER})\s?(?P<percent>%?)"
    rf"(?:\s?\(+(?P<share>{_NUMBER})\s?%\))?(?:\s?\((?P<note>[a-z ]+)\))?",
    re.IGNORECASE,
)
_EXPECTED = re.compile(r"projected|forecast|target|planned|expected", re.IGNORECASE)
_UNITS = (
    ("percent", re.compile(r"%|per\s?cent|percentage", re.IGNORECASE)),
    ("gbp", re.compile(r"£", re.IGNORECASE)),
    ("per_person", re.compile(r"\bcase-?loads?\b", re.IGNORECASE)),
    ("posts", re.compile(r"\bfte\b|\bposts\b", re.IGNORECASE)),
    ("days", re.compile(r"\b(?:average|number of|no\. of)\b.*\bdays\b", re.IGNORECASE)),
    ("weeks", re.compile(r"\b(?:average|number of|no\. of)\b.*\bweeks\b", re.IGNORECASE)),
    *(
        (unit, re.compile(rf"^(?:(?:working|calendar|school) )?{unit}\b", re.IGNORECASE))
        for unit in ("days", "weeks", "months", "hours")
    ),
)
_SCALE = re.compile(
    r"(?:£\s?|\((?:in )?£?)(?P<scale>['’]?000s?|k|thousands?|m|millions?|bn)(?=\)|\s|$)",
    re.IGNORECASE,
)
_SCALES = {
    **dict.fromkeys(("000", "000s", "k", "thousand", "thousands"), 1e3),
    **dict.fromkeys(("m", "million", "millions"), 1e6),
    "bn": 1e9,
}
_IDENTIFYING = re.compile(
    r"^(?:ref|no|item|page|id|code|row|rank|number|priority|#)?\.?$", re.IGNORECASE
)
"""Headings of columns whose numbers only name their rows."""
_SHORT_YEAR = re.compile(r"(?<!\d)(?:20)?(\d\d)\s?[/-]\s?(\d\d)(?!\d)")
_BARE_MONTH = re.compile(MONTH, re.IGNORECASE)
_ONLY_PERIOD = re.compile(
    r"^[\s:,.()–-]*(?:in|for|during|as (?:of|at)|from|to|the)?[\s:,.()–-]*$",
    re.IGNORECASE,
)
_CAPTION_NOISE = re.compile(
    r"\b(?:over|in|during) the past year\b"
    r"|\b(?:has|have|was|were|is|are)(?: been)?(?: as follows| below)?\W*$"
    r"|\bthe reasons were\W*$|\bas follows\W*$|\([^)]*\)|^(?:the )?(?:table|figures?)(?: \d+)?"
    r"(?: (?:below|above))? (?:shows?|for)\b|^\W*in respect of\b|^the\b"
    r"|\bfrom\s*(?:to)?\s*(?=the\b|$)",
    re.IGNORECASE,
)
_APRIL = 4
_LEAST_SHARE = 0.6
"""Share of the filled cells beside the labels that must be figures."""
_SHORTEST_CONTENTS = 5
_LONGEST_CAPTION = 14


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
    figures = sum(bool(_figure(cell)) or bool(_year_of(cell)) for cell in cells)
    return bool(cells) and figures >= _LEAST_SHARE * len(cells) and 3 * len(filled) >= len(rows)


def _is_contents(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> bool:
    """A list of contents: unheaded numbers, one to a row, that only ever rise."""
    pages = [[match for cell in row if (match := _figure(cell))] for row in rows]
    last = [float(found[-1]["value"].replace(",", "")) for found in pages if len(found) == 1]
    singles = len(last) == sum(bool(found) for found in pages)
    return singles and len(last) >= _SHORTEST_CONTENTS and last == sorted(last) and not any(header)


def _figure(cell: str) -> re.Match[str] | None:
    return _CELL.fullmatch(" ".join(cell.split()))


def _blocks(
    header: tuple[str, ...], rows: Sequence[tuple[str, ...]], caption: str
) -> Iterator[_Block]:
    """Cut at rows without figures: a lone text is a caption, several texts are a heading."""
    block = _Block(caption, header, (), _years(" ".join((caption, *header))))
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
        years = _years(" ".join(texts)) or block.years
        title = (above or block.caption) if len(texts) != 1 else texts[0]
        block = _Block(title, columns, (), years)
        above = next(iter(texts), None)
    if block.rows:
        yield block


def _years(text: str) -> tuple[str, ...]:
    return tuple(
        f"20{first}/{following}"
        for first, following in _SHORT_YEAR.findall(text)
        if int(following) == (int(first) + 1) % 100
    )


def _year_of(cell: str) -> str | None:
    """The financial year that a cell holds and nothing else."""
    years = _years(cell)
    return years[0] if years and _SHORT_YEAR.fullmatch(cell.strip()) else None


def _read_block(block: _Block, calendar: Calendar) -> Iterator[tuple[int, Measure]]:
    years = [_row_year(block, position) for position in range(len(block.rows))]
    latest = max((year for year in years if year), default=None)
    earlier = frozenset(_earlier_headings(block.header))
    timed = any(column_time(heading, calendar) for heading in block.header)
    caption_period = None if timed else _period_in(block.caption, calendar)
    for (index, row), year in zip(block.rows, years, strict=True):
        label = _label(row) or _shared_label(block, year)
        row_period = _period_in(label, calendar)
        for column, cell in _figure_cells(block, row):
            period = _time(column, year, calendar) or row_period or caption_period
            words = _words(block.caption, column, label, calendar)
            scale = _scale_named(f"{block.caption} {column} {label}")
            unit = _unit_named((label, column, words))
            for measure in _measures_of(cell, row, words, period, unit=unit, scale=scale):
                is_earlier = column in earlier or (year is not None and year != latest)
                if is_earlier and measure.kind == "actual":
                    measure = replace(measure, kind="baseline")
                yield index, measure


def _earlier_headings(header: Sequence[str]) -> Iterator[str]:
    """The headings of a year beside which another heads the same for a later one."""
    headings = [" ".join(text.split()) for text in header]
    dated = [(text, _years(text)[0], _undated(text)) for text in headings if _years(text)]
    for text, year, words in dated:
        if words and any(words == same and year < later for _, later, same in dated):
            yield text


def _undated(heading: str) -> str:
    return " ".join(re.sub(r"\([^)]*\)", " ", _SHORT_YEAR.sub(" ", heading)).lower().split())


def _row_year(block: _Block, position: int) -> str | None:
    """The year printed in a row; else, where rows are stacked unlabelled, that of its turn."""
    row = block.rows[position][1]
    printed = next((year for cell in row if (year := _year_of(cell))), None)
    if printed or len(block.years) != len(block.rows) or _label(row):
        return printed
    return block.years[position]


def _label(row: tuple[str, ...]) -> str:
    first = " ".join(row[0].split()) if row else ""
    return "" if _figure(first) or _year_of(first) else first


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


def _time(column: str, year: str | None, calendar: Calendar) -> Period | None:
    """What a column's heading and a row's year come to together."""
    month = _BARE_MONTH.fullmatch(column)
    if month is not None:
        number = month_number(month["month"])
        value = calendar.month(number) if year is None else _month_of_year(year, number)
        return Period(column, value, 0, 0)
    heading_year = _year_of(column)
    if not heading_year and (months := column_time(column, calendar)):
        return months
    if heading_year or year:
        return Period(heading_year or year or "", heading_year or year, 0, 0)
    return _period_in(column, calendar)


def _month_of_year(year: str, number: int) -> str:
    first = int(year[:4])
    return f"{first if number >= _APRIL else first + 1}-{number:02}"


def _period_in(text: str, calendar: Calendar) -> Period | None:
    periods = [period for period in find_periods(text, calendar) if period.value]
    return periods[-1] if periods else None


def _words(caption: str, column: str, label: str, calendar: Calendar) -> str:
    """Caption, column and row as one wording, times left out."""
    parts = []
    for text in (caption, column, label):
        words = _without_periods(text, calendar)
        is_time = bool(_BARE_MONTH.fullmatch(words)) or bool(_year_of(words))
        if words and not is_time and len(words.split()) <= _LONGEST_CAPTION:
            parts.append(words)
    return ": ".join(dict.fromkeys(parts))


def _without_periods(text: str, calendar: Calendar) -> str:
    months = column_time(text, calendar)
    for period in (months,) if months else reversed(find_periods(text, calendar)):
        text = text[: period.start] + text[period.end :]
    words = " ".join(_SHORT_YEAR.sub("", text).split())
    while (shorter := _CAPTION_NOISE.sub(" ", words).strip(" ,:;.–-")) != words:
        words = " ".join(shorter.split())
    return "" if _ONLY_PERIOD.match(words) else words


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
    own_unit = "percent" if cell["percent"] else "gbp" if cell["pound"] else unit
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


def _scale_named(words: str) -> float:
    """What a table's figures are to be multiplied by: "£000", "(thousands)"."""
    found = _SCALE.search(words)
    return 1.0 if found is None else _SCALES[found["scale"].lower().lstrip("'’")]


def _unit_named(texts: Iterable[str]) -> str:
    """The unit that the first of the texts to name one names, be it in brackets."""
    return next(
        (unit for text in texts for unit, pattern in _UNITS if pattern.search(text)), "count"
    )
