"""Rules and shading that stand over one another: what frames a table without columns."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.page import Drawing, Fill, Rule
from matters_arising.extract.reader.rule import join_rules

SHORTEST = 80.0
"""A rule shorter than this, in points, underlines words."""

SAME_END = 4.0
"""Rules of one table end within this many points of each other."""

GAP = 12.0
"""Shading and rules drawn cell by cell leave gaps no wider than this, in points."""

DEEPEST_BAND = 160.0
"""Shading deeper than this, in points, is a panel, unless rows are shaded as wide."""

MOST_RULES = 400
"""A page with more rules than this is a drawing."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Borders of one width: their ends, their heights, and the bands that are shaded."""

    x0: float
    x1: float
    borders: tuple[float, ...]
    bands: tuple[tuple[float, float], ...]

    @property
    def top(self) -> float:
        """The height of the uppermost border."""
        return self.borders[0]

    @property
    def bottom(self) -> float:
        """The height of the lowest border."""
        return self.borders[-1]

    def shades(self, height: float) -> bool:
        """Whether shading lies behind the height."""
        return any(top <= height <= bottom for top, bottom in self.bands)


def find_frames(drawing: Drawing, taken: Sequence[Box]) -> list[Frame]:
    """The frames of a page outside the boxes already taken, the topmost first."""
    rules = [rule for rule in drawing.horizontals if not any(_lies_in(rule, box) for box in taken)]
    fills = _bands(drawing.fills)
    edges = [edge for fill in fills for edge in _edges(fill) if not _within(edge, taken)]
    if (not rules and not edges) or len(rules) + len(edges) > MOST_RULES:
        return []
    whole = [
        rule
        for rule in join_rules([*rules, *edges], gap=GAP, snap=1.0)
        if rule.end - rule.start >= SHORTEST
    ]
    frames = (_frame(group, fills) for group in _same_width(whole))
    return sorted((f for f in frames if len(f.borders) > 1), key=lambda f: (f.top, f.x0))


def _lies_in(rule: Rule, box: Box) -> bool:
    return box[1] - 3 <= rule.at <= box[3] + 3 and box[0] - 3 <= rule.start <= box[2] + 3


def _within(rule: Rule, taken: Iterable[Box]) -> bool:
    return any(_lies_in(rule, box) for box in taken)


def _bands(fills: Iterable[Fill]) -> list[Fill]:
    """The fills that shade rows: wide, and no deeper than a row unless others are that wide."""
    wide = [fill for fill in fills if 6.0 <= _depth(fill) < fill.box[2] - fill.box[0]]
    ends = {_ends(fill) for fill in wide if _depth(fill) <= DEEPEST_BAND}
    return [fill for fill in wide if _ends(fill) in ends]


def _depth(fill: Fill) -> float:
    return fill.box[3] - fill.box[1]


def _ends(fill: Fill) -> tuple[int, int]:
    return round(fill.box[0]), round(fill.box[2])


def _edges(fill: Fill) -> tuple[Rule, Rule]:
    x0, top, x1, bottom = fill.box
    return Rule(top, x0, x1), Rule(bottom, x0, x1)


def _same_width(rules: Iterable[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        home = next((group for group in groups if _share_ends(group[0], rule)), None)
        if home is None:
            groups.append([rule])
        else:
            home.append(rule)
    return groups


def _share_ends(one: Rule, other: Rule) -> bool:
    return abs(one.start - other.start) <= SAME_END and abs(one.end - other.end) <= SAME_END


def _frame(group: Sequence[Rule], fills: Iterable[Fill]) -> Frame:
    x0, x1 = min(rule.start for rule in group), max(rule.end for rule in group)
    widths: dict[tuple[float, float], float] = {}
    for (left, top, right, bottom), _ in fills:
        if x0 - SAME_END <= left and right <= x1 + SAME_END:
            widths[top, bottom] = widths.get((top, bottom), 0.0) + right - left
    bands = tuple(band for band, width in widths.items() if width > 0.8 * (x1 - x0))
    return Frame(x0, x1, tuple(sorted(rule.at for rule in group)), bands)
