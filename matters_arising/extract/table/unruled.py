"""Tables without a grid: rules one way only, shading only, or nothing but white space.

Columns are told by gutters that stay clear over several lines, rows by white space, refs and
borders. White space alone proves little, so such a table must also have a header we know,
or borders, or rows of figures and dates (`proof.py`).
"""

import itertools
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import Drawing
from matters_arising.extract.table.frame import Frame, find_frames
from matters_arising.extract.table.grid import Grid, GridCell
from matters_arising.extract.table.gutter import FURTHEST, NARROWEST, Region, Span, grow_region
from matters_arising.extract.table.proof import is_proved, known_fields
from matters_arising.extract.table.rowing import TIGHTEST, Rows, split_rows
from matters_arising.extract.table.strip import Strip, clip_strips, strips_outside

PADDING = 5.4
"""Words stand this far from a cell's side, in points, unless the gutter is narrower."""

OUTSET = 2.0
"""A row without rules reaches this far over its words, in points."""

SAME_SIDE = 8.0
"""Rules and words that begin this near to each other, in points, are one table's."""

MOST_RUNNING_HEADS = 5
"""No more lines than this stand over a table that goes on from the page before."""

MOST_HEADER_LINES = 4
"""A header has no more lines than this."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: where they are parted, and where the words in each begin."""

    xs: tuple[float, ...]
    lefts: tuple[float, ...]


def find_unruled(
    strips: Sequence[Strip],
    drawing: Drawing,
    taken: Sequence[Box],
    above: Columns | None = None,
) -> list[Grid]:
    """The tables that the strips of a page make up, top to bottom.

    `taken` are the boxes of tables found already, whose words are not among the strips;
    `above` are the columns of a table that may go on at the top of the page.
    """
    if not any(len(strip.pieces) > 1 for strip in strips):
        return []
    left = list(strips)
    frames = find_frames(drawing, taken)
    grids = list(_go_on(left, above, frames)) if above else []
    for grid in grids:
        left = strips_outside(left, [grid.box])
    for frame in frames:
        for grid in _find_framed(left, frame):
            grids.append(grid)
            left = strips_outside(left, [grid.box])
    for grid in _find_headed(left):
        grids.append(grid)
        left = strips_outside(left, [grid.box])
    grids += _find_plain(left)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _go_on(strips: Sequence[Strip], above: Columns, frames: Iterable[Frame]) -> Iterator[Grid]:
    """The rest of a table that began on the page before, right under the running heads."""
    spans = tuple(
        Span(left + 0.5, right - 0.5, headed=False, filled=True)
        for left, right in itertools.pairwise(above.xs)
    )
    heads = strips[:MOST_RUNNING_HEADS]
    index = next((i for i, strip in enumerate(heads) if _opens(strip, above)), None)
    if index is None:
        return
    while index and _wraps_into(strips[index - 1], strips[index], above):
        index -= 1
    size = strips[index].size
    kept: list[Strip] = []
    for strip in strips[index:]:
        near = not kept or strip.bottom - kept[-1].bottom <= FURTHEST * size
        if not near or not _fits(strip, above):
            break
        kept.append(strip)
    region = Region(tuple(kept), spans, frozenset())
    reach = max(piece.x1 for strip in kept for piece in strip.pieces) + PADDING
    xs = (*above.xs[:-1], max(above.xs[-1], reach))
    frame = next((frame for frame in frames if abs(frame.x0 - xs[0]) < SAME_SIDE), None)
    rows = split_rows(region, frame.borders if frame else ())
    yield _grid(region, rows, frame, xs=xs)


def _fits(strip: Strip, above: Columns) -> bool:
    """Whether no piece of the strip reaches over a gutter."""
    inner = (*above.xs[:-1], math.inf)
    return all(
        any(a <= piece.x0 and piece.x1 <= b for a, b in itertools.pairwise(inner))
        for piece in strip.pieces
    )


def _opens(strip: Strip, above: Columns) -> bool:
    """Whether two pieces of the strip begin where two columns do."""
    begun = sum(
        any(abs(piece.x0 - left) <= OUTSET for left in above.lefts) for piece in strip.pieces
    )
    return begun >= 2 and _fits(strip, above)


def _wraps_into(upper: Strip, lower: Strip, above: Columns) -> bool:
    """Whether the upper strip is the rest of a cell that the page before began."""
    near = lower.bottom - upper.bottom <= FURTHEST * lower.size
    first = upper.pieces[0]
    lefts = above.lefts[0 if first.text[0].islower() else 1 :]
    begins = any(abs(first.x0 - left) <= OUTSET for left in lefts)
    return near and begins and _fits(upper, above)


def _find_framed(strips: Sequence[Strip], frame: Frame) -> Iterator[Grid]:
    """Tables between borders of one width, and what goes on right beneath."""
    inside = clip_strips(strips, frame.x0 - 3, frame.x1 + 3)
    index = 0
    while index < len(inside):
        strip = inside[index]
        near = frame.top - 2.5 * strip.size <= strip.top and strip.bottom <= frame.bottom + OUTSET
        region = _grow(inside, index, frame.borders) if near and len(strip.pieces) > 1 else None
        grid = _read_region(region, frame) if region else None
        if grid:
            yield grid
        index += len(region.strips) if region and grid else 1


def _find_headed(strips: Sequence[Strip]) -> Iterator[Grid]:
    """Tables under a header we know; a heading met twice on a line heads two tables."""
    index = 0
    while index < len(strips):
        region = grid = None
        x = _second_header(strips[index])
        if x is not None:
            yield from _find_headed(clip_strips(strips[index:], -math.inf, x))
            yield from _find_headed(clip_strips(strips[index:], x, math.inf))
            return
        if known_fields([piece.text for piece in strips[index].pieces]) >= 2:
            region = _grow(strips, index, ())
            grid = _read_region(region, None)
            if grid:
                yield grid
        index += len(region.strips) if region and grid else 1


def _second_header(strip: Strip) -> float | None:
    """Where the header of a second table begins on the line of a first one's.

    The heading that comes again stands as far into the second as into the first.
    """
    texts = [piece.text for piece in strip.pieces]
    again = next((i for i, text in enumerate(texts) if text in texts[:i]), None)
    if again is None or known_fields(texts) < 2:
        return None
    return strip.pieces[again - texts.index(texts[again])].x0 - NARROWEST


def _find_plain(strips: Sequence[Strip]) -> Iterator[Grid]:
    """Tables that nothing but white space shows."""
    index = 0
    while index < len(strips):
        region = grid = None
        if len(strips[index].pieces) > 2:
            region = grow_region(strips[index:])
            grid = _read_region(region, None)
            if grid:
                yield grid
        index += len(region.strips) if region and grid else 1


def _grow(strips: Sequence[Strip], index: int, borders: Sequence[float]) -> Region:
    """The region under a header's line, with the lines above it that its headings wrap from."""
    first = index
    while first and index - first < MOST_HEADER_LINES - 1:
        upper, lower = strips[first - 1], strips[first]
        tight = lower.bottom - upper.bottom <= TIGHTEST * lower.size
        if not tight or upper.bold != lower.bold or len(upper.pieces) > len(strips[index].pieces):
            break
        if any(upper.middle < border < lower.middle for border in borders):
            break
        first -= 1
    while first < index:
        region = grow_region(strips[first:], borders, heading=index - first + 1)
        if len(region.strips) > index - first + 1:
            return region
        first += 1
    return grow_region(strips[index:], borders)


def _read_region(region: Region, frame: Frame | None) -> Grid | None:
    """The grid that stands for the region, None where it is no table."""
    if len(region.strips) < 2:
        return None
    rows = split_rows(region, frame.borders if frame else ())
    return _grid(region, rows, frame) if is_proved(region, rows, frame) else None


def _grid(region: Region, rows: Rows, frame: Frame | None, *, xs: tuple[float, ...] = ()) -> Grid:
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
    inner = (b.x0 - min(PADDING, (b.x0 - a.x1) / 2) for a, b in itertools.pairwise(spans))
    return (x0, *inner, x1)


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
    """First and last column of every piece of the row; a banner reaches over all."""
    last = len(region.spans) - 1
    pieces = [place for index in row for place in region.places(index)]
    alone = len(pieces) == 1 and pieces[0][2].bold and pieces[0][0] == 0 and last > 1
    if alone or (row[0] in region.spanning and len(pieces) == 1):
        return [(0, last)]
    return [(first, end) for first, end, _ in pieces]
