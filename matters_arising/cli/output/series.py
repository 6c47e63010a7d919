"""Measures over time: a bar for each report in the terminal, or the points as data."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from matters_arising.cli.output.listing import choose_format, list_pages, print_shapes
from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.output.shape import Shape, field_names, json_line, json_text, shape_measure
from matters_arising.cli.output.terminal import can_print, readable_width
from matters_arising.corpus.register import MeasureLine, measure_line

if TYPE_CHECKING:
    from matters_arising.index.thread.series import Point, Series

SHOWN_SERIES = 12
"""Series that are charted, those told over most days first; `-v` charts all."""

_POINT_FIELDS = ("at", "restated", *field_names(MeasureLine))
_BAR = 24
_BLOCKS = " ▏▎▍▌▋▊▉█"
"""From none to all of a character's width, by eighths."""


def print_series(series: "Sequence[Series]", format_: str | None, *, whole: bool) -> None:
    """Print series in a format; None is a chart on a terminal and CSV in a pipe."""
    chosen = choose_format(format_)
    if chosen == "table":
        for line in _chart(series, whole=whole):
            click.echo(line)
    elif chosen == "csv":
        print_shapes(("series", *_POINT_FIELDS), list(_rows(series)), chosen)
    elif chosen == "json":
        click.echo(json_text([_shape(one) for one in series]))
    else:
        for one in series:
            sys.stdout.write(f"{json_line(_shape(one))}\n")


def _shape(series: "Series") -> Shape:
    """One measure with every figure reported of it, each as the contract has figures."""
    return {
        "measure": series.measure,
        "unit": series.unit,
        "points": [_shape_point(point) for point in series.points],
    }


def _shape_point(point: "Point") -> Shape:
    figure = shape_measure(measure_line(point.figure))
    return {"at": point.at, "restated": point.restated, **figure}


def _rows(series: "Sequence[Series]") -> Iterator[Shape]:
    for number, one in enumerate(series, 1):
        for point in one.points:
            yield {"series": number, **_shape_point(point)}


def _chart(series: "Sequence[Series]", *, whole: bool) -> Iterator[str]:
    """A heading and a bar a report for each series, then what is left out."""
    shown = series if whole else series[:SHOWN_SERIES]
    for number, one in enumerate(shown):
        if number:
            yield ""
        yield from _chart_one(one)
    if left := len(series) - len(shown):
        yield f"\nand {left} more measures: narrow with --about, or '-v' shows them."


def _chart_one(series: "Series") -> Iterator[str]:
    from matters_arising.index.thread.series import say_value

    yield on_one_line(f"{series.measure[:1].upper()}{series.measure[1:]}")
    most = max(point.figure.record.value for point in series.points)
    if series.unit == "percent":
        most = max(most, 100.0)
    whens = [_say_when(point) for point in series.points]
    values = [say_value(p.figure.record.value, series.unit) for p in series.points]
    for point, when, value in zip(series.points, whens, values, strict=True):
        bar = draw_bar(point.figure.record.value / most if most > 0 else 0.0, _BAR)
        padded = bar.ljust(_BAR)
        note = ", ".join((*_marks(point), _say_source(point)))
        line = f"  {when:<{max(map(len, whens))}}  {value:>{max(map(len, values))}}  {padded}  "
        room = max(readable_width() - len(line), 12)
        yield line + _cut(on_one_line(note), room)


def _cut(note: str, room: int) -> str:
    """A note that breaks no line of a chart."""
    dots = "…" if can_print("…") else "..."
    return note if len(note) <= room else f"{note[: room - len(dots)]}{dots}"


def draw_bar(share: float, width: int) -> str:
    """A bar so many characters long for 1.0; of number signs where the terminal is plain."""
    eighths = round(min(max(share, 0.0), 1.0) * width * 8)
    if not can_print(_BLOCKS):
        return "#" * round(eighths / 8)
    return _BLOCKS[-1] * (eighths // 8) + _BLOCKS[eighths % 8].strip()


def _say_when(point: "Point") -> str:
    """The period as the figure has it; without one, the day of the paper that gives it."""
    measure = point.figure.record
    return on_one_line(measure.period or point.at or "no date")


def _marks(point: "Point") -> Iterator[str]:
    """What sets a figure apart from a plain result."""
    measure = point.figure.record
    if measure.kind != "actual":
        yield measure.kind
    if measure.qualifier:
        yield measure.qualifier.replace("_", " ")
    if point.restated:
        yield "restated later"


def _say_source(point: "Point") -> str:
    pages = list_pages(point.figure.record.places)
    paper = point.figure.paper.name
    return f"{paper}, page {pages}" if pages else paper
