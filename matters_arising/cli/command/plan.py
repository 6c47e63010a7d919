"""A plan through its issues, as a table and as a picture."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import format_option, shared_options
from matters_arising.cli.output.listing import Listing, print_listing
from matters_arising.cli.output.shape import Shape
from matters_arising.cli.output.table import Column
from matters_arising.cli.plot import check_plot, plot_option, say_drawn
from matters_arising.cli.session import Session
from matters_arising.corpus.record import STATUSES
from matters_arising.errors import NothingFound

if TYPE_CHECKING:
    from matters_arising.index.thread.course import IssueCourse, PlanCourse

_COUNTS = ("actions", "new", "left_out", "slipped")
_FIELDS = ("paper", "title", "date", *_COUNTS, *STATUSES, "no_status")


@click.command()
@click.argument("paper", metavar="PAPER")
@plot_option
@format_option
@shared_options
@click.pass_obj
def plan(session: Session, *, paper: str, plot: Path | None, format_: str | None) -> None:
    """Follow a plan through its issues: how many actions stood at each status.

    Every issue of the plan that PAPER belongs to has a line, the oldest first, with what was
    new in it, left out of it though not done, and given a later date. The picture also shows how
    each due date slipped. PAPER is the file's name, a part of it that no other has, or the
    beginning of the paper's id.

    \b
    Example:
      matters plan improvement-plan-2021
      matters plan improvement-plan-2021 --plot plan.svg
    """
    check_plot(plot)
    course = _follow(session, paper)
    print_listing(_LISTING, course.issues, format_)
    if plot:
        from matters_arising.picture.plan import draw_plan

        draw_plan(course, plot)
        say_drawn(session, plot)


def _follow(session: Session, paper: str) -> "PlanCourse":
    """The course of the plan; NothingFound where the paper lists no actions."""
    with session.open_library() as library:
        course = library.plan(paper)
    if not course.issues:
        raise NothingFound(f"'{paper}' lists no actions. 'matters papers' says which papers do.")
    return course


def _shape(issue: "IssueCourse") -> Shape:
    counts = {tally.status or "no_status": tally.actions for tally in issue.tallies}
    return {
        "paper": issue.paper.name,
        "title": issue.paper.title,
        "date": issue.date,
        **{name: getattr(issue, name) for name in _COUNTS},
        **{status: counts.get(status, 0) for status in (*STATUSES, "no_status")},
    }


def _say_statuses(issue: "IssueCourse") -> str:
    from matters_arising.index.answer.say import STATUS

    return "; ".join(
        f"{STATUS[tally.status] if tally.status else 'No status given'} {tally.actions}"
        for tally in issue.tallies
    )


_LISTING: "Listing[IssueCourse]" = Listing(
    fields=_FIELDS,
    shape=_shape,
    columns=(
        Column("Date", lambda issue: issue.date or ""),
        Column("Issue", lambda issue: issue.paper.title, share=3),
        Column("Actions", lambda issue: str(issue.actions)),
        Column("New", lambda issue: str(issue.new)),
        Column("Left out", lambda issue: str(issue.left_out)),
        Column("Slipped", lambda issue: str(issue.slipped)),
        Column("Status", _say_statuses, share=5),
    ),
)
