"""The six numbers that move, turn and scale a drawing on a page."""

from matters_arising.corpus.paper import Box

Matrix = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f) as PDF writes them: x' = ax + cy + e, y' = bx + dy + f."""


def combine(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner`, then `outer`."""
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def to_top_left(box: Box, rotation: int) -> Matrix:
    """From PDF coordinates to points from the top left of the page as it is displayed.

    `box` is what is displayed: left, bottom, right, top in PDF coordinates, before the page
    is turned clockwise by `rotation`.
    """
    left, bottom, right, top = box
    if rotation == 90:
        return (0.0, 1.0, 1.0, 0.0, -bottom, -left)
    if rotation == 180:
        return (-1.0, 0.0, 0.0, 1.0, right, -bottom)
    if rotation == 270:
        return (0.0, -1.0, -1.0, 0.0, top, right)
    return (1.0, 0.0, 0.0, -1.0, -left, top)


def displayed_size(box: Box, rotation: int) -> tuple[float, float]:
    """Width and height of the page as it is displayed."""
    width, height = box[2] - box[0], box[3] - box[1]
    return (height, width) if rotation in (90, 270) else (width, height)
