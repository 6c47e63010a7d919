"""Actions through the papers: one action's history, and two issues of a plan side by side."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.listing import Column, Listing, print_listing, print_shapes, shorten
from matters_arising.cli.option import (
    date_option,
    format_option,
    shared_options,
    text_format_option,
)
from matters_arising.cli.plot import check_plot, plot_option, say_drawn
from matters_arising.cli.session import Session
from matters_arising.cli.shape import json_line, json_text
from matters_arising.errors import MattersArisingError, NothingFound

if TYPE_CHECKING:
    from matters_arising.index.thread.change import Report
    from matters_arising.index.thread.fate import Comparison
    from matters_arising.index.thread.history import History

SHOWN_WORDS = 20
"""Words of an action in a table; `-v` shows all."""


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="REF-OR-WORDS")
@date_option("--as-of", help="The day that days overdue are counted to, not today.")
@plot_option
@text_format_option
@shared_options
@click.pass_obj
def history(
    session: Session,
    *,
    words: tuple[str, ...],
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
        told = library.history(" ".join(words), as_of=day)
    _print_history(session, told, day, format_)
    if plot:
        from matters_arising.picture.timeline import draw_history

        draw_history(told, plot, as_of=day)
        say_drawn(session, plot)


def _print_history(session: Session, told: "History", day: str, format_: str) -> None:
    from matters_arising.cli.story import print_history
    from matters_arising.cli.trace import STEP_FIELDS, shape_history

    if format_ == "table":
        print_history(told, day, whole=session.verbose)
    elif format_ == "csv":
        print_shapes(STEP_FIELDS, shape_history(told)["steps"], format_)
    else:
        shape = shape_history(told)
        click.echo(json_text(shape) if format_ == "json" else json_line(shape))


@click.command()
@click.argument("before", metavar="PAPER")
@click.argument("after", metavar="PAPER")
@format_option
@shared_options
@click.pass_obj
def compare(session: Session, *, before: str, after: str, format_: str | None) -> None:
    """Set two issues of a plan side by side, the earlier one first.

    Every action of either has a line: those of the later issue in its order, then those it does
    not list. PAPER is the name of the file, its beginning, or the beginning of the paper's id.

    \b
    Example:
      matters compare improvement-plan-2021 improvement-plan-2022
      matters compare improvement-plan-2021 improvement-plan-2022 --format csv > changes.csv
    """
    with session.open_library() as library:
        try:
            found = library.compare(before, after)
        except NothingFound as error:
            raise MattersArisingError(str(error)) from error
    print_listing(_comparison_listing(whole=session.verbose), found, format_)


def _comparison_listing(*, whole: bool) -> "Listing[Comparison]":
    from matters_arising.cli.trace import COMPARISON_FIELDS, latest, shape_comparison

    def say_action(compared: "Comparison") -> str:
        text = latest(compared).action.action
        return text if whole else shorten(text, SHOWN_WORDS)

    return Listing(
        fields=COMPARISON_FIELDS,
        shape=shape_comparison,
        columns=(
            Column("Ref", lambda c: _say_ref(c.before)),
            Column("Ref", lambda c: _say_ref(c.after)),
            Column("Action", say_action, share=4),
            Column("Before", lambda c: _say_state(c.before), share=2),
            Column("After", lambda c: _say_state(c.after), share=2),
            Column("What changed", _say_changes, share=4),
        ),
    )


def _say_ref(report: "Report | None") -> str:
    return report.action.ref or "" if report else ""


def _say_state(report: "Report | None") -> str:
    """How an action stood and when it was due."""
    if report is None:
        return "not listed"
    from matters_arising.index.answer.say import STATUS

    status = STATUS[report.status] if report.status else ""
    due = report.due.due_date or report.due.due_text
    return "; ".join(fact for fact in (status, f"due {due}" if due else "") if fact)


def _say_changes(compared: "Comparison") -> str:
    if compared.before is None:
        return "new"
    return "; ".join(compared.changes) if compared.after else "no longer listed"
