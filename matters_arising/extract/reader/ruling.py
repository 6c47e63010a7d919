"""Rules of a table in the picture of a page: thin dark lines, straight along or down."""

import numpy as np
from numpy.typing import NDArray

from matters_arising.extract.reader.page import Drawing, Rule
from matters_arising.extract.reader.rule import join_rules

Picture = NDArray[np.uint8]
Marks = NDArray[np.bool_]

CONTRAST = 24
"""A rule is darker than the paper on both its sides by this much, of 255."""

THICKEST = 2.6
"""A dark band thicker than this, in points, is shading or a picture."""

SHORTEST_ALONG, SHORTEST_DOWN = 24.0, 16.0
"""Rules are at least this long, in points: longer than any stroke of a letter."""

UNBROKEN = 0.85
"""So much of every stretch of a rule is dark; a scan eats pieces out of thin lines."""

LARGEST_GAP = 6.0
"""Pieces of a rule this near, in points, are one: letters touch it, or the scan broke it."""


def set_level(picture: Picture, slope: float) -> Picture:
    """The picture with its lines, which fall by `slope` for each step to the right, level.

    What stands at (x, y) goes to y - slope * (x - middle), then to x + slope * (y - middle).
    Grey or in colour; what comes in from outside is white.
    """
    upright = _sheared(np.swapaxes(picture, 0, 1), slope)
    return _sheared(np.swapaxes(upright, 0, 1), -slope)


def _sheared(picture: Picture, slope: float) -> Picture:
    """Each row moved back along by `slope` times its distance from the middle row."""
    height, width = picture.shape[:2]
    moves = np.rint(slope * (np.arange(height) - height / 2)).astype(int)
    sheared = np.full_like(picture, 255)
    for move in np.unique(moves):
        rows = moves == move
        if move >= 0:
            sheared[rows, : width - move] = picture[rows, move:]
        else:
            sheared[rows, -move:] = picture[rows, : width + move]
    return sheared


def find_rules(picture: Picture, scale: float) -> Drawing:
    """The rules in a level grey picture with `scale` pixels a point, in points."""
    along = _rules(picture, scale, SHORTEST_ALONG)
    down = _rules(np.ascontiguousarray(picture.T), scale, SHORTEST_DOWN)
    return Drawing(along, down)


def erase_rules(picture: Picture, drawing: Drawing, scale: float) -> Picture:
    """The picture without its rules, so that they are not read as letters."""
    clean = picture.copy()
    paper = np.uint8(np.median(picture))
    reach = round(THICKEST * scale / 2)
    for at, start, end in drawing.horizontals:
        _erase(clean, round(at * scale), round(start * scale), round(end * scale), reach, paper)
    for at, start, end in drawing.verticals:
        _erase(clean.T, round(at * scale), round(start * scale), round(end * scale), reach, paper)
    return clean


def _erase(rows: Picture, at: int, start: int, end: int, reach: int, paper: np.uint8) -> None:
    rows[max(at - reach, 0) : at + reach + 1, max(start - reach, 0) : end + reach] = paper


def _rules(picture: Picture, scale: float, shortest: float) -> tuple[Rule, ...]:
    """The rules along the rows of a picture."""
    reach = max(round(THICKEST * scale), 2)
    length = round(shortest * scale)
    lines = _long_runs(_thicken(_thin_marks(picture, reach)), length)
    found = []
    for row in np.flatnonzero(lines.any(axis=1)).tolist():
        edges = np.flatnonzero(np.diff(lines[row].astype(np.int8), prepend=0, append=0))
        for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
            found.append(Rule(row / scale, start / scale, end / scale))
    return join_rules(found, gap=LARGEST_GAP, snap=1.0)


def _thin_marks(picture: Picture, reach: int) -> Marks:
    """Pixels darker than what is `reach` pixels above them and what is as far below."""
    grey = picture.astype(np.int16)
    marks = np.zeros(picture.shape, np.bool_)
    middle = grey[reach:-reach] + CONTRAST
    marks[reach:-reach] = (middle <= grey[: -2 * reach]) & (middle <= grey[2 * reach :])
    return marks


def _thicken(marks: Marks) -> Marks:
    """Marks with those next to them above and below: a line may step from row to row."""
    thick = marks.copy()
    thick[1:] |= marks[:-1]
    thick[:-1] |= marks[1:]
    return thick


def _long_runs(marks: Marks, length: int) -> Marks:
    """Marks that stand in a stretch of `length` pixels along, nearly all of it marked."""
    runs = np.zeros_like(marks)
    if marks.shape[1] <= length:
        return runs
    rows = np.flatnonzero(marks.sum(axis=1) >= UNBROKEN * length)
    counts = np.cumsum(marks[rows], axis=1, dtype=np.int32)
    counts = np.pad(counts, ((0, 0), (1, 0)))
    full = counts[:, length:] - counts[:, :-length] >= UNBROKEN * length
    spread = np.cumsum(np.pad(full, ((0, 0), (length, length))), axis=1, dtype=np.int32)
    runs[rows] = (spread[:, length:] - spread[:, :-length] > 0)[:, : marks.shape[1]]
    return runs & marks
