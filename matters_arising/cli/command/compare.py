"""Two issues of a plan side by side."""

from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import format_option, shared_options
from matters_arising.cli.output.listing import Listing, print_listing, shorten
from matters_arising.cli.output.table import Column
from matters_arising.cli.session import Session

if TYPE_CHECKING:
    from matters_arising.index.thread.change import Report
    from matters_arising.index.thread.fate import Comparison

SHOWN_WORDS = 20
"""Words of an action in a table; `-v` shows all."""


@click.command()
@click.argument("before", metavar="PAPER")
@click.argument("after", metavar="PAPER")
@format_option
@shared_options
@click.pass_obj
def compare(session: Session, *, before: str, after: str, format_: str | None) -> None:
    """Set two issues of a plan side by side, the earlier one first.

    Every action of either has a line: those of the later issue in its order, then those it does
    not list. PAPER is the file's name, a part of it that no other has, or the beginning of the
    paper's id.

    \b
    Example:
      matters compare improvement-plan-2021 improvement-plan-2022
      matters compare improvement-plan-2021 improvement-plan-2022 --format csv > changes.csv
    """
    with session.open_library() as library:
        found = library.compare(before, after)
    print_listing(_listing(whole=session.verbose), found, format_)


def _listing(*, whole: bool) -> "Listing[Comparison]":
    from matters_arising.cli.output.trace import COMPARISON_FIELDS, latest, shape_comparison

    def say_action(compared: "Comparison") -> str:
        return shorten(latest(compared).action.action, SHOWN_WORDS, whole=whole)

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
