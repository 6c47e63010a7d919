"""From drawn shapes to rules and shading: what a table's grid is made of."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import Drawing, Fill, Rule

THIN = 2.5
"""A rectangle no thicker than this, in points, is a rule (Word draws borders so)."""

SLANT = 0.7
"""A stroke may lean this much, in points, and still be straight."""

SHORTEST = 2.0
"""A rule shorter than this, in points, is a corner piece that its neighbours cover."""

PALEST = "f8"
"""A shade whose red, green and blue are all from here up is paper, not shading."""

Point = tuple[float, float]
Stroke = tuple[Point, Point]
Rectangle = tuple[Box, bool, str | None]


def rules_and_fills(
    strokes: Iterable[Stroke],
    rectangles: Iterable[Rectangle],
    width: float,
    height: float,
) -> Drawing:
    """Horizontal rules, vertical rules and shading of a page of that size, in points."""
    horizontals: list[Rule] = []
    verticals: list[Rule] = []
    fills: list[Fill] = []
    for (xa, ya), (xb, yb) in strokes:
        if abs(ya - yb) <= SLANT:
            horizontals.append(Rule((ya + yb) / 2, min(xa, xb), max(xa, xb)))
        elif abs(xa - xb) <= SLANT:
            verticals.append(Rule((xa + xb) / 2, min(ya, yb), max(ya, yb)))
    for box, outlined, colour in rectangles:
        _add_rectangle(box, outlined, colour, horizontals, verticals, fills)
    page = width * height
    return Drawing(
        join_rules(_cut(horizontals, across=height, along=width)),
        join_rules(_cut(verticals, across=width, along=height)),
        tuple(f for f in dict.fromkeys(fills) if _area(f.box) < 0.6 * page),
    )


def _cut(rules: Iterable[Rule], *, across: float, along: float) -> Iterator[Rule]:
    """What of the rules is on the page; a rule at no number's place is nowhere on it."""
    for at, start, end in rules:
        if -THIN <= at <= across + THIN and start <= along and end >= 0:
            yield Rule(at, max(start, 0.0), min(end, along))


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _add_rectangle(
    box: Box,
    outlined: bool,
    colour: str | None,
    horizontals: list[Rule],
    verticals: list[Rule],
    fills: list[Fill],
) -> None:
    x0, top, x1, bottom = box
    shaded = colour is not None and not _is_paper(colour)
    visible = outlined or shaded
    if bottom - top <= THIN or x1 - x0 <= THIN:
        if visible and x1 - x0 >= bottom - top:
            horizontals.append(Rule((top + bottom) / 2, x0, x1))
        elif visible:
            verticals.append(Rule((x0 + x1) / 2, top, bottom))
        return
    if outlined:
        horizontals += [Rule(top, x0, x1), Rule(bottom, x0, x1)]
        verticals += [Rule(x0, top, bottom), Rule(x1, top, bottom)]
    if colour is not None and shaded:
        fills.append(Fill(box, colour))


def _is_paper(colour: str) -> bool:
    return all(colour[i : i + 2] >= PALEST for i in (1, 3, 5))


def join_rules(rules: Iterable[Rule], *, gap: float = 3.0, snap: float = 1.5) -> tuple[Rule, ...]:
    """Join pieces of one line: within `snap` points across, `gap` points along."""
    joined: list[Rule] = []
    for line in _aligned(sorted(rules), snap):
        joined += _joined_along(line, gap)
    return tuple(rule for rule in joined if rule.end - rule.start >= SHORTEST)


def _aligned(rules: list[Rule], snap: float) -> list[list[Rule]]:
    """Rules gathered by where they run; a gap over `snap` begins a new line."""
    breaks = 0
    keyed: list[tuple[int, Rule]] = []
    for index, rule in enumerate(rules):
        if index and rule.at - rules[index - 1].at > snap:
            breaks += 1
        keyed.append((breaks, rule))
    return [[rule for _, rule in group] for _, group in groupby(keyed, key=lambda pair: pair[0])]


def _joined_along(line: list[Rule], gap: float) -> list[Rule]:
    at = sum(rule.at for rule in line) / len(line)
    joined: list[Rule] = []
    for rule in sorted(line, key=lambda r: r.start):
        if joined and rule.start - joined[-1].end <= gap:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, rule.end))
        else:
            joined.append(Rule(at, rule.start, rule.end))
    return joined
