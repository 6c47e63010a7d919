"""What a reader finds on a page, before it is words and rules; and how it becomes a `Page`.

Both readers end here, so that whatever can be decided once is decided once.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.glyph import NO_GLYPHS, Glyphs, build_words
from matters_arising.extract.reader.page import SLANTED, Heading, Page
from matters_arising.extract.reader.path import Tracing
from matters_arising.extract.reader.rule import Point, rules_and_fills
from matters_arising.extract.reader.turn import turn_box, turn_boxes

LARGEST = 20_000.0
"""A page wider or higher than this, in points, is a mistake or a trap (PDF allows 14,400)."""

SMALLEST = 0.5
"""Type smaller than this, in points, is not there to be read."""

MOSTLY = 0.6
"""A page is turned where this share of its characters is turned the same way."""


def encrypted_message(path: Path) -> str:
    """One line for a paper that is locked."""
    return f"{path.name} is locked with a password. Save a copy without one, then add that."


def damaged_message(path: Path) -> str:
    """One line for a paper that will not open."""
    return (
        f"{path.name} is damaged or cut short and cannot be opened as a PDF. Download it again,"
        " or open it in a PDF viewer and print it to a new PDF."
    )


class PageSizeWrong(ValueError):
    """The page has no size, or one that no paper has."""


@dataclass(frozen=True, slots=True)
class RawPage:
    """Everything found on one page, in points from the top left as it is displayed."""

    number: int
    width: float
    height: float
    glyphs: Glyphs = NO_GLYPHS
    tracing: Tracing = field(default_factory=Tracing)
    images: Sequence[Box] = ()
    headings: Sequence[Heading] = ()


def finish_page(raw: RawPage) -> Page:
    """The page with its words and rules; turned, where most of its text lies sideways.

    Raises:
        PageSizeWrong: no paper is of its size.
    """
    if not (0 < raw.width <= LARGEST and 0 < raw.height <= LARGEST):
        raise PageSizeWrong(f"it claims to be {raw.width:g} by {raw.height:g} points")
    seen = replace(raw, glyphs=_on_page(raw))
    turned = _main_turn(seen.glyphs)
    if turned:
        seen = _turn(seen, turned)
    tracing = seen.tracing
    return Page(
        number=seen.number,
        width=seen.width,
        height=seen.height,
        words=build_words(seen.glyphs),
        drawing=rules_and_fills(tracing.strokes, tracing.rectangles, seen.width, seen.height),
        images=tuple(box for box in seen.images if np.isfinite(box).all()),
        headings=tuple(seen.headings),
        turned=turned,
        warning=_crowded_warning(raw.number) if tracing.crowded else None,
    )


def _crowded_warning(number: int) -> str:
    return f"page {number} holds too many lines to be read for tables: it may be a map"


def _on_page(raw: RawPage) -> Glyphs:
    """The characters that can be seen: their middle is on the page, and they have a size."""
    x0, top, x1, bottom = raw.glyphs.boxes.T
    across, down = (x0 + x1) / 2, (top + bottom) / 2
    seen = (across >= 0) & (across <= raw.width) & (down >= 0) & (down <= raw.height)
    seen &= raw.glyphs.sizes >= SMALLEST
    return raw.glyphs if seen.all() else raw.glyphs.pick(seen)


def _main_turn(glyphs: Glyphs) -> int:
    """How most of the text is turned; 0 where no way prevails."""
    if not glyphs.turns.any():
        return 0
    turns = Counter(glyphs.turns.tolist())
    turn, count = turns.most_common(1)[0]
    return turn if turn != SLANTED and count > MOSTLY * len(glyphs.turns) else 0


def _turn(raw: RawPage, turn: int) -> RawPage:
    """The page turned anticlockwise by `turn`: text that was turned so is upright."""
    width, height = raw.width, raw.height
    turns = np.where(raw.glyphs.turns == SLANTED, SLANTED, (raw.glyphs.turns - turn) % 360)
    boxes = turn_boxes(raw.glyphs.boxes, turn, width, height)
    sideways = turn in (90, 270)
    return RawPage(
        raw.number,
        height if sideways else width,
        width if sideways else height,
        replace(raw.glyphs, boxes=boxes, turns=turns.astype(np.int16)),
        _turn_tracing(raw, turn),
        [turn_box(box, turn, width, height) for box in raw.images],
        raw.headings,
    )


def _turn_tracing(raw: RawPage, turn: int) -> Tracing:
    width, height = raw.width, raw.height

    def turn_point(point: Point) -> Point:
        x, y, _, _ = turn_box((*point, *point), turn, width, height)
        return (x, y)

    return Tracing(
        [(turn_point(start), turn_point(end)) for start, end in raw.tracing.strokes],
        [
            (turn_box(box, turn, width, height), outlined, colour)
            for box, outlined, colour in raw.tracing.rectangles
        ],
        raw.tracing.steps,
    )
