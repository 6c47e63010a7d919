"""Keys drawn as small squares of colour, each with what it stands for to its right."""

from collections.abc import Sequence

from matters_arising.extract.phrase.status import name_colour
from matters_arising.extract.reader.page import Fill
from matters_arising.extract.table.strip import Piece, Strip

SMALLEST, LARGEST = 4.0, 30.0
"""A swatch is as wide and high as this, in points."""

NEAR = 20.0
"""What it stands for begins within this many points of it."""

LONGEST = 15
"""Words that a swatch may stand for: more are text beside a bullet."""

FEWEST = 2
"""Colours that make a key."""


def read_swatches(fills: Sequence[Fill], strips: Sequence[Strip]) -> str:
    """The key that a page's swatches make with the lines outside its tables, told in prose.

    "Green – on track. Red – late." It is empty where there is none.
    """
    told: dict[str, str] = {}
    for fill in fills:
        if _is_small(fill) and (colour := name_colour(fill.colour)):
            piece = next((p for strip in strips for p in _beside(fill, strip)), None)
            if piece is not None and len(piece.text.split()) <= LONGEST:
                told[colour] = piece.text.rstrip(".")
    if len(told) < FEWEST:
        return ""
    return "".join(f"{colour.title()} – {text}. " for colour, text in told.items()).strip()


def _is_small(fill: Fill) -> bool:
    x0, top, x1, bottom = fill.box
    return SMALLEST <= x1 - x0 <= LARGEST and SMALLEST <= bottom - top <= LARGEST


def _beside(fill: Fill, strip: Strip) -> list[Piece]:
    """The pieces of a line that begin right beside a swatch."""
    _, top, x1, bottom = fill.box
    if not strip.top < (top + bottom) / 2 < strip.bottom:
        return []
    return [piece for piece in strip.pieces if 0 <= piece.x0 - x1 <= NEAR]
