"""Lines of words cut where a gap stands: what columns without rules are told from."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import sub
from typing import NamedTuple

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import Word

CUT = 0.5
"""Words further apart than this share of their size may stand in two columns."""

DOTS = frozenset("•●▪■◦○‣⁃\uf0b7\uf0a7\uf0d8\uf076❖➢➤✓")
"""A bullet belongs to the words after it, however far they stand; a dash may be a cell."""


class Piece(NamedTuple):
    """Words of a strip with no gap between them; `opening` is the width of the first."""

    text: str
    x0: float
    x1: float
    bold: bool
    opening: float


@dataclass(frozen=True, slots=True)
class Strip:
    """A line cut into pieces, left to right; `size` is its largest type.

    It stands between `top` and `bottom`, in points from the page's top.
    """

    pieces: tuple[Piece, ...]
    top: float
    bottom: float
    size: float

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(piece.bold for piece in self.pieces)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2


def cut_strips(lines: Iterable[Sequence[Word]]) -> list[Strip]:
    """The strips of lines of words, each left to right, from the top of the page down."""
    return sorted((_cut(words) for words in lines), key=lambda strip: strip.bottom)


def _cut(words: Sequence[Word]) -> Strip:
    texts, x0s, tops, x1s, bottoms, sizes, bolds, *_ = zip(*words, strict=True)
    apart = (
        index
        for index, gap in enumerate(map(sub, x0s[1:], x1s), 1)
        if gap > CUT * sizes[index] and texts[index - 1] not in DOTS
    )
    pieces = tuple(
        Piece(
            " ".join(texts[start:end]),
            x0s[start],
            max(x1s[start:end]),
            all(bolds[start:end]),
            x1s[start] - x0s[start],
        )
        for start, end in pairwise((0, *apart, len(texts)))
    )
    return Strip(pieces, min(tops), max(bottoms), max(sizes))


def clip_strips(strips: Iterable[Strip], x0: float, x1: float) -> list[Strip]:
    """What of the strips stands between two points across the page."""
    kept = (
        (strip, tuple(p for p in strip.pieces if x0 <= p.x0 and p.x1 <= x1)) for strip in strips
    )
    return [_with_pieces(strip, pieces) for strip, pieces in kept if pieces]


def _with_pieces(strip: Strip, pieces: tuple[Piece, ...]) -> Strip:
    if len(pieces) == len(strip.pieces):
        return strip
    return Strip(pieces, strip.top, strip.bottom, strip.size)


def strips_outside(strips: Iterable[Strip], boxes: Sequence[Box]) -> list[Strip]:
    """What of the strips stands outside all of the boxes."""
    left = list(strips)
    for x0, top, x1, bottom in boxes:
        inside = [strip for strip in left if top <= strip.middle <= bottom]
        if inside:
            left = [strip for strip in left if not top <= strip.middle <= bottom]
            left += clip_strips(inside, -math.inf, x0) + clip_strips(inside, x1, math.inf)
    return sorted(left, key=lambda strip: strip.bottom)
