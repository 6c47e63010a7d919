"""A table without rules that goes on from the page before, its header repeated or not."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matters_arising.extract.table.frame import Frame
from matters_arising.extract.table.grid import Grid
from matters_arising.extract.table.gutter import FURTHEST, Region, Span, Spans, absorb
from matters_arising.extract.table.lattice import OUTSET, PADDING, build_grid, inner_sides
from matters_arising.extract.table.rowing import split_rows
from matters_arising.extract.table.strip import Strip, clip_strips

SAME_SIDE = 8.0
"""Rules and words that begin this near to each other, in points, are one table's."""

MOST_RUNNING_HEADS = 5
"""No more lines than this stand over a table that goes on from the page before."""

CLOSE = 3.0
"""A heading stands no further over its rows than this many times their size."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: its outer sides, and from where to where the words of each stand.

    No words left of `start` or right of `end` are the table's.
    """

    sides: tuple[float, float]
    words: tuple[tuple[float, float], ...]
    start: float
    end: float

    @property
    def lefts(self) -> tuple[float, ...]:
        """Where the words of each column begin."""
        return tuple(left for left, _ in self.words)

    @property
    def spans(self) -> Spans:
        """The columns as a region has them."""
        return tuple(Span(left, right, headed=False, filled=True) for left, right in self.words)


def go_on(strips: Sequence[Strip], above: Columns, frames: Iterable[Frame]) -> Grid | None:
    """The rest of a table that began on the page before, right under the running heads."""
    inside = clip_strips(strips, above.start, above.end)
    row = _find_row(inside, above)
    if row is None:
        return None
    first = _climb(inside, row, above)
    region = _grow(inside[first:], above, over=row - first)
    reach = max(piece.x1 for strip in region.strips for piece in strip.pieces) + PADDING
    x0, x1 = above.sides
    frame = next((frame for frame in frames if abs(frame.x0 - x0) < SAME_SIDE), None)
    rows = split_rows(region, frame.borders if frame else ())
    return build_grid(region, rows, frame, xs=(x0, *inner_sides(region.spans), max(x1, reach)))


def _find_row(strips: Sequence[Strip], above: Columns) -> int | None:
    """The first line that begins a row; where none does, the first of a row's rest."""
    rest: list[int] = []
    for index, strip in enumerate(strips):
        if _opens(strip, above):
            return index
        if _may_wrap(strip, above):
            rest.append(index)
        elif rest or index >= MOST_RUNNING_HEADS:
            break
    return rest[0] if rest and _is_rest([strips[index] for index in rest]) else None


def _is_rest(strips: Sequence[Strip]) -> bool:
    """Whether lines that stand under a column are surely a cell's: they go on, or are several."""
    return len(strips) > 1 or strips[0].pieces[0].text[0].islower()


def _climb(strips: Sequence[Strip], row: int, above: Columns) -> int:
    """The first of the lines over a row that belong to its table: headings, the rest of a cell."""
    first = row
    while first:
        upper, lower = strips[first - 1], strips[first]
        step = lower.bottom - upper.bottom
        wraps = _may_wrap(upper, above) and step <= FURTHEST * lower.size
        if not wraps and not (_heads(upper, above) and step <= CLOSE * lower.size):
            break
        first -= 1
    return first


def _grow(strips: Sequence[Strip], above: Columns, *, over: int) -> Region:
    """The lines that keep to the columns, with the banners between them.

    The first `over` lines are the table's whether they keep to its columns or not.
    """
    kept: list[Strip] = []
    spanning: set[int] = set()
    spans = above.spans
    for strip, below in itertools.zip_longest(strips, strips[1:]):
        if kept and strip.bottom - kept[-1].bottom > FURTHEST * strips[0].size:
            break
        taken = _take(spans, strip)
        heads = below is not None and len(strip.pieces) == 1 and _heads_row(strip, below, above)
        if heads or (taken is None and len(kept) < over):
            spanning.add(len(kept))
        elif taken is None:
            break
        else:
            spans = taken
        kept.append(strip)
    return Region(tuple(kept), spans, frozenset(spanning))


def _take(spans: Spans, strip: Strip) -> Spans | None:
    """The columns with the words of the strip in them; None where it keeps not to them."""
    taken = absorb(spans, strip, heading=False)
    return taken if taken is not None and len(taken) == len(spans) else None


def _opens(strip: Strip, above: Columns) -> bool:
    """Whether two pieces of the strip begin or end where two columns do."""
    begun = sum(
        any(min(abs(piece.x0 - x0), abs(piece.x1 - x1)) <= OUTSET for x0, x1 in above.words)
        for piece in strip.pieces
    )
    return begun >= 2 and _take(above.spans, strip) is not None


def _may_wrap(strip: Strip, above: Columns) -> bool:
    """Whether the strip can be the rest of a cell that the page before began."""
    first = strip.pieces[0]
    lefts = above.lefts[0 if first.text[0].islower() else 1 :]
    begins = any(abs(first.x0 - left) <= OUTSET for left in lefts)
    return begins and _take(above.spans, strip) is not None


def _heads(strip: Strip, above: Columns) -> bool:
    """Whether the strip is bold and begins with the table, as banners and headers do."""
    return strip.bold and strip.pieces[0].x0 >= above.lefts[0] - OUTSET


def _heads_row(strip: Strip, below: Strip, above: Columns) -> bool:
    """Whether the strip heads the rows that begin right below it."""
    begins = abs(strip.pieces[0].x0 - above.lefts[0]) <= OUTSET
    return strip.bold and begins and not below.bold and _opens(below, above)
