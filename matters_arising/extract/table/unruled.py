"""Tables without a grid: rules one way only, shading only, or nothing but white space.

Columns are told by gutters that stay clear over several lines, rows by white space, refs and
borders. White space alone proves little, so such a table must also have a header we know,
or borders, or rows of figures and dates (`proof.py`).
"""

import math
from collections.abc import Iterator, Sequence

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import Drawing
from matters_arising.extract.table.carry import Columns, go_on
from matters_arising.extract.table.frame import Frame, find_frames
from matters_arising.extract.table.grid import Grid
from matters_arising.extract.table.gutter import NARROWEST, Region, grow_region
from matters_arising.extract.table.lattice import OUTSET, build_grid
from matters_arising.extract.table.proof import is_proved, known_fields
from matters_arising.extract.table.rowing import TIGHTEST, split_rows
from matters_arising.extract.table.strip import Strip, clip_strips, strips_outside

MOST_HEADER_LINES = 4
"""A header has no more lines than this."""

FURTHEST_TIER = 2.5
"""Headings that columns share stand no further over theirs than this many times their size."""


def find_unruled(
    strips: Sequence[Strip],
    drawing: Drawing,
    taken: Sequence[Box],
    above: Sequence[Columns] = (),
) -> list[Grid]:
    """The tables that the strips of a page make up, top to bottom.

    `taken` are the boxes of tables found already, whose words are not among the strips;
    `above` are the columns of tables that may go on at the top of the page.
    """
    if not above and not any(len(strip.pieces) > 1 for strip in strips):
        return []
    left = list(strips)
    frames = find_frames(drawing, taken)
    grids = [grid for columns in above if (grid := go_on(left, columns, frames)) is not None]
    left = strips_outside(left, [grid.box for grid in grids])
    for frame in frames:
        for grid in _find_framed(left, frame):
            grids.append(grid)
            left = strips_outside(left, [grid.box])
    for grid in _find_headed(left):
        grids.append(grid)
        left = strips_outside(left, [grid.box])
    grids += _find_plain(left)
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _find_framed(strips: Sequence[Strip], frame: Frame) -> Iterator[Grid]:
    """Tables between borders of one width, and what goes on right beneath."""
    inside = clip_strips(strips, frame.x0 - 3, frame.x1 + 3)
    index = 0
    while index < len(inside):
        strip = inside[index]
        near = frame.top - 2.5 * strip.size <= strip.top and strip.bottom <= frame.bottom + OUTSET
        region = _grow(inside, index, frame.borders) if near and len(strip.pieces) > 1 else None
        grid = _read_region(region, frame, inside) if region else None
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
            grid = _read_region(region, None, strips)
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
            grid = _read_region(region, None, strips)
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


def _read_region(region: Region, frame: Frame | None, strips: Sequence[Strip]) -> Grid | None:
    """The grid that stands for a region of the strips, None where it is no table."""
    if len(region.strips) < 2:
        return None
    rows = split_rows(region, frame.borders if frame else ())
    if not is_proved(region, rows, frame):
        return None
    first = strips.index(region.strips[0])
    if first and _heads_headings(strips[first - 1], region.strips[0]):
        region = region.under(strips[first - 1])
        rows = [[0], *([index + 1 for index in row] for row in rows)]
    return build_grid(region, rows, frame)


def _heads_headings(upper: Strip, header: Strip) -> bool:
    """Whether a line over a header holds the headings that several of its columns share."""
    near = header.bottom - upper.bottom <= FURTHEST_TIER * header.size
    alike = upper.bold and header.bold and round(upper.size) == round(header.size)
    if not (near and alike and 1 < len(upper.pieces) < len(header.pieces)):
        return False
    under = [
        {i for i, below in enumerate(header.pieces) if below.x0 < piece.x1 and piece.x0 < below.x1}
        for piece in upper.pieces
    ]
    return all(under) and sum(map(len, under)) == len(set().union(*under))
