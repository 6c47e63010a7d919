"""Measures over time: a panel for each series, with every figure that the papers report."""

from collections.abc import Sequence
from datetime import date as Day
from pathlib import Path
from typing import TYPE_CHECKING

from matters_arising.index.thread.series import say_value
from matters_arising.picture.scale import Scale
from matters_arising.picture.sheet import LINE, TITLE, TITLE_SCALE, Sheet, drawing, wrap
from matters_arising.picture.style import FAINT, GRID, INK, LATE

if TYPE_CHECKING:
    from matters_arising.index.thread.series import Point, Series

MOST_SERIES = 12
"""Series that are drawn, those told over most days first."""

_WIDTH = 8.3
_MARGIN = 0.45
_CHART = 1.1
_CHART_WIDTH = _WIDTH - _CHART - _MARGIN - 0.3
_TALL = 1.9
_PANEL = _TALL + 1.3
_NEAR = 0.32
"""Inches between two figures whose labels would touch."""


def draw_series(series: "Sequence[Series]", path: Path) -> None:
    """Draw the first of these series into a file, SVG or PNG by its suffix."""
    with drawing():
        lay_out_series(series).save(path)


def lay_out_series(series: "Sequence[Series]") -> Sheet:
    """A panel each on one sheet; of measures told on one day only, none beside longer ones."""
    longer = [one for one in series if len({point.at for point in one.points if point.at}) > 1]
    shown = (longer or series)[:MOST_SERIES]
    sheet = Sheet(_WIDTH, _MARGIN + max(len(shown), 1) * _PANEL + 0.4)
    for number, one in enumerate(shown):
        _draw_panel(sheet, one, _MARGIN + number * _PANEL)
    foot = "Filled: actual. Ring: baseline. Bar: target. Cross: restated by a later paper."
    left = len(series) - len(shown)
    more = f" {left} more measures are not drawn." if left else ""
    sheet.text(_MARGIN, sheet.height - 0.3, foot + more, colour=FAINT)
    return sheet


def _draw_panel(sheet: Sheet, series: "Series", y: float) -> None:
    title = f"{series.measure[:1].upper()}{series.measure[1:]} ({series.unit.replace('_', ' ')})"
    width = _WIDTH - 2 * _MARGIN
    for number, line in enumerate(wrap(title, width, most=2, scale=TITLE_SCALE * 0.85)):
        sheet.text(_MARGIN, y + number * 1.3 * LINE, line, size=TITLE * 0.85, bold=True)
    dated = [point for point in series.points if point.at]
    days = [Day.fromisoformat(point.at) for point in dated if point.at]
    scale = Scale.around(days, _CHART, _CHART_WIDTH)
    top = y + 0.62
    scale.draw_axis(sheet, top, top + _TALL, names=top + _TALL + 0.14)
    most = _top_of(series)
    for value in (0.0, most / 2, most):
        height = top + _TALL * (1 - value / most)
        sheet.rule([_CHART, _CHART + _CHART_WIDTH], [height, height], colour=GRID, width=0.5)
        label = say_value(value, series.unit)
        sheet.text(_CHART - 0.1, height, label, size=7, colour=FAINT, align="right")
    _draw_points(sheet, scale, dated, top, most)
    if undated := len(series.points) - len(dated):
        words = f"{undated} without a date not drawn"
        sheet.text(_WIDTH - _MARGIN, top + _TALL + 0.3, words, size=7, colour=FAINT, align="right")


def _top_of(series: "Series") -> float:
    """Where the axis, which starts at 0, ends: 100 for a percentage, else a round number."""
    highest = max((point.figure.record.value for point in series.points), default=1.0)
    if series.unit == "percent" and highest <= 100:
        return 100.0
    size = 10 ** (len(str(int(max(highest, 1)))) - 1)
    return float(next(n * size for n in (1, 2, 4, 6, 8, 10, 20) if n * size >= highest))


def _draw_points(
    sheet: Sheet, scale: Scale, points: "Sequence[Point]", top: float, most: float
) -> None:
    """The figures, a line through those that hold, and beside each what it says."""
    places = [(p, scale.at(p.at) or 0.0, _height(p, top, most)) for p in points]
    line = [(x, y) for point, x, y in places if _holds(point)]
    sheet.rule([x for x, _ in line], [y for _, y in line], colour=INK, width=1.2)
    said: list[tuple[float, float]] = []
    for point, x, y in places:
        _draw_point(sheet, point, x, y)
        label = _free(x, y, said)
        said.append((x, label))
        measure = point.figure.record
        sheet.text(x, label, say_value(measure.value, measure.unit), size=7.5, align="center")


def _height(point: "Point", top: float, most: float) -> float:
    return top + _TALL * (1 - max(point.figure.record.value, 0.0) / most)


def _holds(point: "Point") -> bool:
    return not point.restated and point.figure.record.kind != "target"


def _draw_point(sheet: Sheet, point: "Point", x: float, y: float) -> None:
    if point.restated:
        sheet.cross(x, y, colour=LATE)
    elif point.figure.record.kind == "target":
        sheet.rule([x - 0.1, x + 0.1], [y, y], colour=INK, width=2.4)
    else:
        sheet.dot(x, y, hollow=point.figure.record.kind == "baseline")


def _free(x: float, y: float, said: Sequence[tuple[float, float]]) -> float:
    """The height nearest above or below a point where no other label stands."""
    for step in (-1, 1, -2, 2, -3, 3, -4, 4):
        height = y + step * 0.14
        if all(abs(x - a) > _NEAR or abs(height - b) > 0.12 for a, b in said):
            return height
    return y - 0.14
