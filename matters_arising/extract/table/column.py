"""Text set in columns: the areas of a page in the order in which a person reads them."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter
from statistics import median

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.flow import LOOSE
from matters_arising.extract.reader.page import Word
from matters_arising.extract.reader.word import Line, group_lines
from matters_arising.extract.table.strip import Piece, Strip, clip_strips

FEWEST_LINES = 5
"""A column of text has at least so many lines."""

FEWEST_WORDS = 4
"""A line of running text has usually at least so many words: labels and numbers have fewer."""

FULL = 0.7
"""Lines of running text usually reach over this share of their column."""

GUTTER = 7.0
"""Columns of text stand at least this far apart, in points."""

CLOSE = 2.0
"""Lines of one column follow each other within this many times their size, or not far off."""

MOST_UNDER = 2
"""No more lines than this stand under columns and seem to be of one of them."""

EVERYWHERE: Box = (-math.inf, -math.inf, math.inf, math.inf)


@dataclass(frozen=True, slots=True)
class _Split:
    """Where a stretch of a page parts into two columns: at `x`, from `top` to `bottom`."""

    x: float
    top: float
    bottom: float


def find_areas(strips: Sequence[Strip], tables: Iterable[Box], area: Box = EVERYWHERE) -> list[Box]:
    """The areas of a page in reading order; one alone where text runs over its full width.

    `tables` are the boxes of tables: text that stands over one is read before it.
    """
    x0, top, x1, bottom = area
    split = _find_split(sorted([*strips, *map(_block, tables)], key=lambda s: s.bottom))
    if split is None:
        return [area]
    inside = [s for s in strips if split.top <= s.middle <= split.bottom]
    left = (x0, split.top, split.x, split.bottom)
    right = (split.x, split.top, x1, split.bottom)
    below = [strip for strip in strips if strip.middle > split.bottom]
    return [
        (x0, top, x1, split.top),
        *find_areas(clip_strips(inside, x0, split.x), (), left),
        *find_areas(clip_strips(inside, split.x, x1), (), right),
        *find_areas(
            below, (t for t in tables if t[1] >= split.bottom), (x0, split.bottom, x1, bottom)
        ),
    ]


def _block(box: Box) -> Strip:
    x0, top, x1, bottom = box
    return Strip((Piece("", x0, x1, bold=False, opening=0.0),), top, bottom, 0.0)


def _find_split(strips: Sequence[Strip]) -> _Split | None:
    """The uppermost stretch of the strips that is set in two columns."""
    starts = Counter(round(piece.x0) for strip in strips for piece in strip.pieces)
    if not starts:
        return None
    first = min(starts)
    last = max(piece.x1 for strip in strips for piece in strip.pieces)
    common = [
        x
        for x, count in starts.items()
        if count >= FEWEST_LINES // 2 and first + 0.2 * (last - first) < x < last - 40
    ]
    found = [split for x in sorted(common) if (split := _split_at(strips, x - 1.0)) is not None]
    return min(found, key=lambda split: (split.top, split.x), default=None)


def _split_at(strips: Sequence[Strip], x: float) -> _Split | None:
    """The first stretch in which no words stand across `x` and text runs on both sides."""
    run: list[Strip] = []
    for strip in [*strips, None]:
        if strip is not None and not any(p.x0 < x < p.x1 + GUTTER for p in strip.pieces):
            run.append(strip)
            continue
        split = _columns_in(run, x)
        if split is not None:
            return split
        run = []
    return None


def _columns_in(run: Sequence[Strip], x: float) -> _Split | None:
    left, right = clip_strips(run, -math.inf, x), clip_strips(run, x, math.inf)
    if not right:
        return None
    top = right[0].top - CLOSE * right[0].size
    left = [strip for strip in left if strip.middle > top]
    if not (_is_text(left) and _is_text(right)):
        return None
    return _Split(x, min(left[0].top, right[0].top), _common_foot(left, right))


def _is_text(strips: Sequence[Strip]) -> bool:
    """Whether lines are running text: many, of several words, mostly full."""
    if len(strips) < FEWEST_LINES:
        return False
    widths = [strip.pieces[-1].x1 - strip.pieces[0].x0 for strip in strips]
    words = [sum(len(piece.text.split()) for piece in strip.pieces) for strip in strips]
    return median(words) >= FEWEST_WORDS and median(widths) >= FULL * max(widths)


def _foot(strips: Sequence[Strip]) -> float:
    """Where a column of text ends: before the first wide gap."""
    foot = strips[0].bottom
    for strip in strips:
        if strip.bottom - foot > 2 * CLOSE * strip.size:
            break
        foot = strip.bottom
    return foot


def _common_foot(left: Sequence[Strip], right: Sequence[Strip]) -> float:
    """Where the longer of two columns ends, without a line or two that stand under both.

    Such lines are set off from columns that end level.
    """
    shorter, longer = sorted(((_foot(left), left), (_foot(right), right)), key=itemgetter(0))
    end, foot = shorter[0], longer[0]
    body = [strip for strip in longer[1] if strip.top <= end]
    under = [strip for strip in longer[1] if end < strip.top < foot]
    if len(body) < FEWEST_LINES or not 0 < len(under) <= MOST_UNDER:
        return foot
    leading = median(lower.bottom - upper.bottom for upper, lower in pairwise(body))
    last = max(end, body[-1].bottom)
    level = abs(body[-1].bottom - end) <= 1.5 * leading
    return last if level and under[0].bottom - last > LOOSE * leading else foot


def lines_by_column(words: Sequence[Word], areas: Sequence[Box], page: int) -> list[Line]:
    """The lines of each area in turn, marked with its place in the reading order."""
    if len(areas) == 1:
        return group_lines(words, page)
    held: list[list[Word]] = [[] for _ in areas]
    for word in words:
        held[_area_at(word.middle, areas)].append(word)
    return [
        replace(line, column=i) for i, part in enumerate(held) for line in group_lines(part, page)
    ]


def column_of(box: Box, areas: Sequence[Box]) -> int:
    """Which of the areas, in reading order, the box begins in."""
    return _area_at((box[0] + 1, box[1] + 1), areas)


def _area_at(point: tuple[float, float], areas: Sequence[Box]) -> int:
    x, y = point
    inside = (i for i, (x0, top, x1, end) in enumerate(areas) if x0 <= x < x1 and top <= y < end)
    return next(inside, len(areas) - 1)
