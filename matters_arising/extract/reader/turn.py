"""Turned text and pages: which way text runs, and boxes seen with the head that way."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import SLANTED

Boxes = NDArray[np.float64]
"""Boxes in rows: x0, top, x1, bottom."""

SLANT_SHARE = 0.2
"""Text that climbs more than this for each step along is slanted: about eleven degrees."""


def turn_of(dx: float, dy: float) -> int:
    """How far text that runs in this direction (y down the page) is turned clockwise."""
    along, across = abs(dx), abs(dy)
    if across <= SLANT_SHARE * along:
        return 0 if dx >= 0 else 180
    if along <= SLANT_SHARE * across:
        return 90 if dy >= 0 else 270
    return SLANTED


def turn_boxes(boxes: Boxes, turn: int, width: float, height: float) -> Boxes:
    """Boxes on a page of that size as they stand once text so turned is upright."""
    x0, top, x1, bottom = boxes.T
    columns: dict[int, tuple[NDArray[Any], ...]] = {
        90: (top, width - x1, bottom, width - x0),
        180: (width - x1, height - bottom, width - x0, height - top),
        270: (height - bottom, x0, height - top, x1),
    }
    return np.column_stack(columns[turn]) if turn in columns else boxes


def turn_box(box: Box, turn: int, width: float, height: float) -> Box:
    """One box, turned as `turn_boxes` turns many."""
    x0, top, x1, bottom = turn_boxes(np.array([box]), turn, width, height)[0].tolist()
    return (x0, top, x1, bottom)


def as_read(boxes: Boxes, turns: NDArray[np.int16]) -> Boxes:
    """Boxes each turned upright by itself, so that text runs to the right in all of them.

    They say how characters of one turn lie to each other, not where they are on the page.
    """
    if not turns.any():
        return boxes
    seen = boxes.copy()
    for turn in (90, 180, 270):
        chosen = turns == turn
        seen[chosen] = turn_boxes(boxes[chosen], turn, 0.0, 0.0)
    return seen


def set_on_feet(
    boxes: Boxes, feet: Boxes, sizes: NDArray[np.float64], turns: NDArray[np.int16]
) -> Boxes:
    """The boxes, each cut to the height of its type above where its letters hang down to.

    `feet` are boxes without extent that stand there. Slanted boxes stay as they are.
    """
    seen = as_read(boxes, turns).copy()
    seen[:, 3] = as_read(feet, turns)[:, 3]
    seen[:, 1] = seen[:, 3] - sizes
    cut = as_read(seen, (360 - turns) % 360)
    return np.where((turns == SLANTED)[:, np.newaxis], boxes, cut)
