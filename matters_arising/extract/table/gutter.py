"""Columns told by the gutters between them: white that stays clear from line to line."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matters_arising.extract.reader.word import WIDE_GAP
from matters_arising.extract.table.strip import Piece, Strip

NARROWEST = 2.5
"""A gutter is clear for at least this many points."""

FURTHEST = 5.0
"""Lines of one table stand no further apart than this many times their size."""

ALONE = 3.5
"""Borders no further apart than this many times its size leave room for one line."""

LARGER = 1.12
"""A line set this much larger than a table's header is no line of the table, unless it fills
most of the columns under a border or under bold type."""


class Span(NamedTuple):
    """A column as found so far; `headed` and `filled` say where words of it stand."""

    x0: float
    x1: float
    headed: bool
    filled: bool


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """Strips that share columns; those in `spanning` reach over a gutter."""

    strips: tuple[Strip, ...]
    spans: Spans
    spanning: frozenset[int]

    def under(self, strip: Strip) -> "Region":
        """The region with a strip over it that keeps not to its columns."""
        spanning = frozenset({0, *(index + 1 for index in self.spanning)})
        return Region((strip, *self.strips), self.spans, spanning)

    def places(self, index: int) -> list[tuple[int, int, Piece]]:
        """The pieces of a strip, each with the first and last column it stands in."""
        return [(*_columns_of(piece, self.spans), piece) for piece in self.strips[index].pieces]

    def filled(self, index: int) -> frozenset[int]:
        """The columns in which a strip says something."""
        return frozenset(first for first, _, _ in self.places(index))


def _columns_of(piece: Piece, spans: Spans) -> tuple[int, int]:
    touched = _touched(piece, spans)
    if touched:
        return touched[0], touched[-1]
    middle = (piece.x0 + piece.x1) / 2
    nearest = min(range(len(spans)), key=lambda i: abs(spans[i].x0 + spans[i].x1 - 2 * middle))
    return nearest, nearest


def _touched(piece: Piece, spans: Spans) -> list[int]:
    return [i for i, span in enumerate(spans) if piece.x0 < span.x1 and piece.x1 > span.x0]


def grow_region(
    strips: Sequence[Strip], borders: Sequence[float] = (), *, heading: int = 1
) -> Region:
    """The strips, from the first on, that leave each other's gutters clear.

    It ends at a line that reaches over a gutter, save one that heads a part of the table:
    bold, or alone between two of the `borders` (heights in points). A last one over
    nothing but white heads what the next page holds, where it is set as earlier parts' heads.
    The first `heading` strips are a header: each piece apart is a column's. It may be set
    smaller than the rows under it.
    """
    size = strips[0].size
    spans: Spans = ()
    kept: list[Strip] = []
    spanning: set[int] = set()
    for index, strip in enumerate(strips):
        size = max(size, strip.size) if _is_row_under(kept, strip, spans, borders) else size
        if kept and not _near(kept[-1], strip, size, borders):
            break
        taken = absorb(spans, strip, heading=index < heading)
        below = strips[index + 1 : index + 2]
        over_white = not below or not _near(strip, below[0], size, ())
        if over_white and _repeats_head(kept, strip):
            kept.append(strip)
            return Region(tuple(kept), spans, frozenset({*spanning, index}))
        if taken is not None:
            spans = taken
        elif _heads_part(strip, below, spans, borders):
            spanning.add(index)
        else:
            break
        kept.append(strip)
    while len(kept) - 1 in spanning:
        spanning.discard(len(kept) - 1)
        kept.pop()
    return Region(tuple(kept), _pair(spans, size), frozenset(spanning))


def _pair(spans: Spans, size: float) -> Spans:
    """The columns, those of headings alone joined with those of words alone beside them.

    So stand headings that begin where figures beneath them do not end.
    """
    paired: list[Span] = []
    for span in spans:
        last = paired[-1] if paired else None
        beside = last is not None and span.x0 - last.x1 < 2 * size
        if last is None or not beside or not _complete(last, span):
            paired.append(span)
        else:
            paired[-1] = Span(last.x0, span.x1, headed=True, filled=True)
    return tuple(paired)


def _complete(left: Span, right: Span) -> bool:
    return (left.headed, left.filled) == (right.filled, right.headed) and left.headed != left.filled


def _repeats_head(kept: Sequence[Strip], strip: Strip) -> bool:
    """Whether a strip is set as one that stands alone over rows of the table above it."""
    return _stands_alone(strip) and any(
        _stands_alone(head)
        and abs(head.pieces[0].x0 - strip.pieces[0].x0) < NARROWEST
        and round(head.size) == round(strip.size)
        and len(below.pieces) > 1
        for head, below in itertools.pairwise(kept)
    )


def _stands_alone(strip: Strip) -> bool:
    return len(strip.pieces) == 1 and strip.bold


def _is_row_under(
    kept: Sequence[Strip], strip: Strip, spans: Spans, borders: Sequence[float]
) -> bool:
    """Whether a strip set off by a border or by its weight fills most columns of those above."""
    if not kept or len(strip.pieces) * 2 <= len(spans):
        return False
    return _parted(kept[-1], strip, borders) or (kept[-1].bold and not strip.bold)


def _parted(upper: Strip, lower: Strip, borders: Sequence[float]) -> bool:
    return any(upper.bottom - 2 < border < lower.bottom for border in borders)


def _near(upper: Strip, lower: Strip, size: float, borders: Sequence[float]) -> bool:
    """Whether two lines may be of one table; a border between them bridges more white."""
    furthest = FURTHEST * size * (2 if _parted(upper, lower, borders) else 1)
    return lower.bottom - upper.bottom <= furthest and lower.size <= LARGER * size


def _heads_part(
    strip: Strip, below: Sequence[Strip], spans: Spans, borders: Sequence[float]
) -> bool:
    """A line over the columns that heads the rows beneath it, and no table of its own."""
    if len(strip.pieces) > 1 or not below or len(below[0].pieces) < 2 or below[0].bold:
        return False
    middle = (strip.top + strip.bottom) / 2
    alone = any(
        a < middle < b and b - a < ALONE * strip.size for a, b in itertools.pairwise(borders)
    )
    return (alone or strip.bold) and absorb(spans, below[0], heading=False) is not None


def absorb(spans: Spans, strip: Strip, *, heading: bool) -> Spans | None:
    """The columns once the strip stands in them; None where it closes a gutter."""
    found: list[Span] | None = list(spans)
    previous: Piece | None = None
    for piece in strip.pieces:
        if found is not None:
            found = _take(found, piece, previous, strip.size, heading=heading)
        previous = piece
    if found is None:
        return None
    clear = all(b.x0 - a.x1 >= NARROWEST for a, b in itertools.pairwise(found))
    return tuple(found) if clear else None


def _take(
    spans: list[Span], piece: Piece, previous: Piece | None, size: float, *, heading: bool
) -> list[Span] | None:
    """The columns with the piece in the one it touches, or in one of its own."""
    touched = _touched(piece, tuple(spans))
    if len(touched) == 2 and _are_one(spans[touched[0]], spans[touched[1]]):
        a, b = spans[touched[0]], spans[touched[1]]
        spans[touched[0] : touched[1] + 1] = [Span(a.x0, b.x1, headed=True, filled=True)]
    elif len(touched) > 1:
        return None
    elif not touched:
        near = None if heading else _neighbour(spans, piece, previous, size)
        if near is None:
            new = Span(piece.x0, piece.x1, headed=heading, filled=not heading)
            return sorted([*spans, new])
        touched = [near]
    at = touched[0]
    spans[at] = Span(
        min(spans[at].x0, piece.x0),
        max(spans[at].x1, piece.x1),
        spans[at].headed or heading,
        spans[at].filled or not heading,
    )
    return spans


def _are_one(left: Span, right: Span) -> bool:
    """A heading set apart from the words under it: centred over a narrow column."""
    return not (left.headed and right.headed) and not (left.filled and right.filled)


def _neighbour(
    spans: Sequence[Span], piece: Piece, previous: Piece | None, size: float
) -> int | None:
    """The column that a piece between columns belongs to, None where it begins its own."""
    left = max((i for i, span in enumerate(spans) if span.x1 <= piece.x0), default=None)
    right = min((i for i, span in enumerate(spans) if span.x0 >= piece.x1), default=None)
    if left is not None and previous is not None and previous.x1 > spans[left].x0:
        return left if piece.x0 - previous.x1 < WIDE_GAP * size else None
    if right is not None and spans[right].x0 - piece.x1 < size:
        return right
    if left is not None and piece.x0 - spans[left].x1 < size:
        return left
    return None
