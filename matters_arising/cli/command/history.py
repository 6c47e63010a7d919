"""What became of one action, report by report."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import date_option, join_words, shared_options, text_format_option
from matters_arising.cli.output.listing import print_shapes
from matters_arising.cli.output.shape import print_shape
from matters_arising.cli.plot import check_plot, plot_option, say_drawn
from matters_arising.cli.session import Session

if TYPE_CHECKING:
    from matters_arising.index.thread.history import History


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="REF-OR-WORDS", callback=join_words)
@date_option("--as-of", help="The day that days overdue are counted to, not today.")
@plot_option
@text_format_option
@shared_options
@click.pass_obj
def history(
    session: Session,
    *,
    words: str,
    as_of: str | None,
    plot: Path | None,
    format_: str,
) -> None:
    """Tell what became of one action, report by report.

    Each report has its date, page and quote, and what changed since the one before; then come
    other mentions, actions that are possibly the same, the last word held and what no paper
    says. Of several actions, the one last reported on is told and the others are named. Exits 3
    where nothing matches.

    \b
    Example:
      matters history 3D
      matters history chronologies --as-of 2023-09-25
      matters history 3D --plot 3D.svg
    """
    check_plot(plot)
    day = as_of or date.today().isoformat()
    with session.open_library() as library:
        told = library.history(words, as_of=day)
    _print_history(session, told, day, format_)
    if plot:
        from matters_arising.picture.timeline import draw_history

        draw_history(told, plot, as_of=day)
        say_drawn(session, plot)


def _print_history(session: Session, told: "History", day: str, format_: str) -> None:
    from matters_arising.cli.output.story import print_history
    from matters_arising.cli.output.trace import STEP_FIELDS, shape_history

    if format_ == "table":
        print_history(told, day, whole=session.verbose)
    elif format_ == "csv":
        print_shapes(STEP_FIELDS, shape_history(told)["steps"], format_)
    else:
        print_shape(shape_history(told), format_)
