"""From drawn paths to strokes and rectangles, the same for every reader."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.rule import SLANT, Point, Rectangle, Stroke

Step = tuple[str, Point]
"""A piece of a path, as PDF names it, and where it ends: m moves, l draws a line, c a curve.

h draws a line back to where the path began, whatever its point.
"""


MOST_STEPS = 100_000
"""A page drawn in more steps than this is a map or a trap: its shapes are not read."""


@dataclass(slots=True)
class Tracing:
    """The straight strokes and the rectangles of the paths traced so far.

    `crowded` once there were more than `MOST_STEPS`; it holds none of them then.
    """

    strokes: list[Stroke] = field(default_factory=list)
    rectangles: list[Rectangle] = field(default_factory=list)
    steps: int = 0

    @property
    def crowded(self) -> bool:
        """Whether there was more than anyone would draw for a table."""
        return self.steps > MOST_STEPS

    def trace(self, steps: Iterable[Step], *, stroked: bool, colour: str | None) -> None:
        """Take in one path, which may be in several pieces."""
        if self.crowded or (not stroked and colour is None):
            return
        taken = list(islice(steps, MOST_STEPS + 1 - self.steps))
        self.steps += len(taken)
        if self.crowded:
            self.strokes, self.rectangles = [], []
            return
        for lines, curved in _pieces(taken):
            box = None if curved else as_rectangle(lines[0])
            if box is not None:
                self.rectangles.append((box, stroked, colour))
            elif stroked:
                for line in lines:
                    self.strokes += pairwise(line)


def _pieces(steps: Iterable[Step]) -> Iterator[tuple[list[list[Point]], bool]]:
    """The pieces of a path: the straight lines in each, as corners, and if it has curves."""
    lines: list[list[Point]] = []
    for kind, point in steps:
        if kind == "m" or not lines:
            if lines:
                yield lines, len(lines) > 1
            lines = [[point]]
        elif kind == "c":
            lines.append([point])
        else:
            lines[-1].append(lines[0][0] if kind == "h" else point)
    if lines:
        yield lines, len(lines) > 1


def as_rectangle(corners: Sequence[Point]) -> Box | None:
    """The box of a path with four square corners, None for any other."""
    while len(corners) > 4 and corners[-1] == corners[0]:
        corners = corners[:-1]
    if len(corners) != 4:
        return None
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    square = max(xs[1] - xs[0], xs[3] - xs[2], ys[1] - ys[0], ys[3] - ys[2]) <= SLANT
    return (xs[0], ys[0], xs[3], ys[3]) if square else None
