"""The figures, one by one or joined over time."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import (
    about_option,
    date_option,
    format_option,
    kinds_option,
    scope_options,
    shared_options,
)
from matters_arising.cli.output.listing import NONE_FOUND, Listing, list_pages, print_found
from matters_arising.cli.output.shape import field_names, shape_measure
from matters_arising.cli.output.table import Column
from matters_arising.cli.plot import check_plot, plot_option, say_drawn
from matters_arising.cli.session import Session
from matters_arising.corpus.filter import Filter, MeasureFilter
from matters_arising.corpus.record import MEASURE_KINDS, UNITS

if TYPE_CHECKING:
    from matters_arising.corpus.register import MeasureLine
    from matters_arising.index.thread.series import Series


@click.command()
@about_option
@kinds_option(
    MEASURE_KINDS, help="Only this kind; a baseline is the earlier figure of a comparison."
)
@click.option(
    "--unit", "units", multiple=True, type=click.Choice(UNITS), help="Only figures in this unit."
)
@date_option("--period", help="Only figures of a period that meets this one.")
@click.option("--series", is_flag=True, help="Join the figures of each measure over time.")
@plot_option
@scope_options
@format_option
@shared_options
@click.pass_obj
def measures(
    session: Session,
    *,
    about: str | None,
    kinds: tuple[str, ...],
    units: tuple[str, ...],
    period: str | None,
    series: bool,
    plot: Path | None,
    scope: Filter,
    format_: str | None,
) -> None:
    """List the figures, each with the words it stands in.

    With --series, those of one measure stand together by the period they speak of, charted; a
    figure that a later paper gives otherwise stays and is marked. --plot draws the series.

    \b
    Example:
      matters measures --about "health assessments" --unit percent
      matters measures --series --about "health assessments" --plot assessments.svg
    """
    if plot and not series:
        raise click.UsageError("--plot goes with --series.")
    check_plot(plot)
    with session.open_library() as library:
        scope = session.settle(library, scope)
        asked = MeasureFilter(scope=scope, about=about, kinds=kinds, units=units, period=period)
        if series:
            _show_series(session, library.series(asked), plot, format_)
        else:
            print_found(session, _listing(), library.measures(asked), format_)


def _show_series(
    session: Session, found: "tuple[Series, ...]", plot: Path | None, format_: str | None
) -> None:
    from matters_arising.cli.output.series import print_series

    print_series(found, format_, whole=session.verbose)
    if not found:
        session.tell(NONE_FOUND)
    elif plot:
        from matters_arising.picture.series import draw_series

        draw_series(found, plot)
        say_drawn(session, plot)


def _listing() -> "Listing[MeasureLine]":
    """How figures are printed."""
    from matters_arising.corpus.register import MeasureLine

    return Listing(
        fields=field_names(MeasureLine),
        shape=shape_measure,
        columns=(
            Column("Date", lambda line: line.date or ""),
            Column("Figure", _say_value, share=2),
            Column("Period", lambda line: line.period or line.period_text or "", share=2),
            Column("Kind", lambda line: line.kind),
            Column("Quote", lambda line: line.quote, share=7),
            Column("Page", lambda line: list_pages(line.places)),
        ),
    )


def _say_value(line: "MeasureLine") -> str:
    from matters_arising.index.thread.series import say_value

    return say_value(line.value, line.unit)
