"""Whether lines that leave gutters clear are a table: what white space alone cannot prove."""

import re
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from matters_arising.extract.table.frame import Frame
from matters_arising.extract.table.gutter import Region
from matters_arising.extract.table.header import name_columns
from matters_arising.extract.table.mark import DATUM, REF
from matters_arising.extract.table.rowing import Rows
from matters_arising.extract.table.strip import Piece

FEWEST = 3
"""A table that nothing but white space shows has this many rows and columns at the least."""

LONGEST_HEADING = 6
"""A heading over a column has no more words than this."""

ALIGNED = 2.5
"""Cells of a column begin, end or are centred within this many points of each other."""

MOSTLY = 0.6
"""The share of a column's cells that must look alike."""

CONTENTS = re.compile(r"^\(?(?:pages?|pp?\.?)?\s*\d{1,3}(?:\s*[-–]\s*\d{1,3})?\)?$|^pages?$", re.I)
"""The last cell of a line of a table of contents."""

WORDS = re.compile(r"[^\W\d_]{3}")

Matrix = list[list[list[Piece]]]


def known_fields(headings: Sequence[str]) -> int:
    """How many fields of a record the headings name; none where they are no headings."""
    if any(len(text.split()) > LONGEST_HEADING or text.endswith(":") for text in headings):
        return 0
    return len({field for field in name_columns(headings) if field})


def is_proved(region: Region, rows: Rows, frame: Frame | None) -> bool:
    """Whether the rows are a table's."""
    cells = [_cells(region, row) for row in rows if not region.spanning & set(row)]
    if len(region.spans) < 2 or len(cells) < 2:
        return False
    texts = [[" ".join(piece.text for piece in cell) for cell in row] for row in cells]
    if _are_contents(texts):
        return False
    if _is_headed(texts):
        return True
    if frame is not None:
        return _is_framed(region, rows, texts, frame)
    return _is_plain_table(cells, texts)


def _cells(region: Region, row: Iterable[int]) -> list[list[Piece]]:
    cells: list[list[Piece]] = [[] for _ in region.spans]
    for index in row:
        for first, _, piece in region.places(index):
            cells[first].append(piece)
    return cells


def _filled(texts: Sequence[str]) -> int:
    return sum(bool(text) for text in texts)


def _are_contents(texts: Sequence[Sequence[str]]) -> bool:
    """A list of titles with their pages: it has refs and pages, and no other figures."""
    last = [row[-1] for row in texts[1:] if row[-1]]
    paged = all(CONTENTS.match(text) for text in last) and len(texts[0]) <= 3
    pages = [int(found.group()) for text in last if (found := re.search(r"\d+", text))]
    return paged and bool(pages) and pages == sorted(pages) and not _is_headed(texts)


def _is_headed(texts: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names fields that we know, and rows stand under it."""
    header, *body = texts
    known = known_fields([text for text in header if text])
    full = sum(_filled(row) >= 2 for row in body)
    if len(header) == 2:
        return known == 2 and full >= 2
    return known >= 2 and known * 2 >= _filled(header) and full >= 1


def _is_framed(region: Region, rows: Rows, texts: Sequence[Sequence[str]], frame: Frame) -> bool:
    """Whether borders part the rows, or at least the header from them."""
    top, bottom = region.strips[0].top, region.strips[-1].bottom
    borders = [y for y in frame.borders if top - 12 < y < bottom + 12]
    if len(borders) < 2 or sum(_filled(row) >= 2 for row in texts) < 0.7 * len(texts):
        return False
    first, second = region.strips[rows[0][-1]], region.strips[rows[1][0]]
    set_off = any(first.middle < y < second.middle for y in borders) and (
        frame.shades(first.middle) or all(region.strips[i].bold for i in rows[0])
    )
    parted = len(borders) >= FEWEST and len(texts) >= FEWEST
    if len(region.spans) > 2:
        return (set_off and _filled(texts[0]) > 1) or parted
    listed = sum(bool(REF.match(row[0])) for row in texts) * 2 > len(texts)
    return set_off and parted and not listed and not any(r[0].endswith(":") for r in texts)


def _is_plain_table(cells: Matrix, texts: Sequence[Sequence[str]]) -> bool:
    """Whether white space alone shows it: full rows, straight columns, data in them."""
    full = sum(_filled(row) >= FEWEST for row in texts)
    if full < FEWEST or full < MOSTLY * len(texts):
        return False
    columns = [[row[i] for row in texts[1:] if row[i]] for i in range(len(texts[0]))]
    worded = any(_share(column, WORDS.search) >= MOSTLY for column in columns)
    data = any(
        len(column) >= FEWEST - 1 and _share(column, DATUM.match) >= MOSTLY
        for column in columns[1:]
    )
    return worded and data and all(_is_straight(cells, i) for i in range(len(columns)))


def _share(texts: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(text)) for text in texts) / len(texts) if texts else 0.0


def _is_straight(cells: Matrix, column: int) -> bool:
    """Whether the cells of a column share their left edge, their right edge or their middle."""
    found = [row[column] for row in cells if row[column]]
    lefts = [min(piece.x0 for piece in cell) for cell in found]
    rights = [max(piece.x1 for piece in cell) for cell in found]
    middles = [(a + b) / 2 for a, b in zip(lefts, rights, strict=True)]
    return any(_agree(edges) for edges in (lefts, rights, middles))


def _agree(edges: Sequence[float]) -> bool:
    usual = median(edges)
    near = sum(abs(edge - usual) <= ALIGNED for edge in edges)
    return len(edges) > 1 and near >= MOSTLY * len(edges)
