"""Registers of what the papers hold: actions, figures, decisions."""

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.listing import Column, Listing, join_numbers, print_listing, shorten
from matters_arising.cli.option import (
    about_option,
    date_option,
    fate_options,
    format_option,
    scope_options,
    shared_options,
)
from matters_arising.cli.plot import check_plot, plot_option, say_drawn
from matters_arising.cli.session import Session
from matters_arising.cli.shape import shape_action, shape_measure, shape_record
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter, MeasureFilter
from matters_arising.corpus.record import STATUSES
from matters_arising.errors import MattersArisingError, NothingFound

if TYPE_CHECKING:
    from matters_arising.corpus.paper import Place
    from matters_arising.corpus.register import ActionLine, DecisionLine, MeasureLine

UNITS = (
    "percent",
    "count",
    "days",
    "weeks",
    "months",
    "hours",
    "years",
    "gbp",
    "ratio",
    "per_person",
    "posts",
)

SHOWN_WORDS = 30
"""Words of an action or a decision in a table; `-v` shows all."""


@click.command()
@click.option("--ref", help="Only the action of this ref, as '3D'.")
@click.option("--owner", metavar="WORDS", help="Only owners with these words.")
@click.option(
    "--status", "statuses", multiple=True, type=click.Choice(STATUSES), help="Only this status."
)
@date_option("--due-before", help="Only what is due before this date.")
@date_option("--due-after", help="Only what is due after this date.")
@click.option("--overdue", is_flag=True, help="Only what was due before today and is not done.")
@date_option("--as-of", help="With --overdue: the day to look from, not today.")
@click.option("--thread", help="Only this action, through all papers.")
@fate_options
@about_option
@scope_options
@format_option
@shared_options
@click.pass_obj
def actions(
    session: Session,
    *,
    ref: str | None,
    owner: str | None,
    statuses: tuple[str, ...],
    due_before: str | None,
    due_after: str | None,
    overdue: bool,
    as_of: str | None,
    thread: str | None,
    fates: tuple[str, ...],
    new_since: str | None,
    about: str | None,
    scope: Filter,
    format_: str | None,
) -> None:
    """List the actions: what, who, by when, and how it stands.

    What slipped, vanished or changed its owner is listed as last reported, and all filters must
    hold of that report. With --until, later papers count for nothing.

    \b
    Example:
      matters actions --owner "head of service" --overdue --as-of 2023-09-25
      matters actions --status delayed --format csv > delayed.csv
      matters actions --slipped --owner-changed --committee scrutiny
    """
    if as_of and not overdue:
        raise click.UsageError("--as-of goes with --overdue.")
    asked = ActionFilter(
        scope=scope,
        ref=ref,
        owner=owner,
        about=about,
        statuses=statuses,
        due_before=due_before,
        due_after=due_after,
        overdue=overdue,
        as_of=as_of,
        threads=None if thread is None else (thread,),
    )
    found = _find_actions(session, asked, fates, new_since)
    print_listing(action_listing(whole=session.verbose), found, format_)


def _find_actions(
    session: Session, asked: ActionFilter, fates: tuple[str, ...], new_since: str | None
) -> "tuple[ActionLine, ...]":
    """The actions asked for; an error, not an empty answer, where no paper is meant."""
    if not fates and new_since is None:
        with session.open_library() as library:
            return library.actions(asked)
    from matters_arising.index.thread.fated import Fates

    with session.open_library() as library:
        try:
            return library.actions(asked, Fates(fates, new_since))
        except NothingFound as error:
            raise MattersArisingError(str(error)) from error


@click.command()
@about_option
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(("actual", "baseline", "target")),
    help="Only this kind; a baseline is the earlier figure of a comparison.",
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
    asked = MeasureFilter(scope=scope, about=about, kinds=kinds, units=units, period=period)
    if series:
        _show_series(session, asked, plot, format_)
        return
    with session.open_library() as library:
        found = library.measures(asked)
    print_listing(measure_listing(), found, format_)


def _show_series(
    session: Session, asked: MeasureFilter, plot: Path | None, format_: str | None
) -> None:
    from matters_arising.cli.series import print_series

    check_plot(plot)
    with session.open_library() as library:
        found = library.series(asked)
    print_series(found, format_, whole=session.verbose)
    if plot:
        from matters_arising.picture.series import draw_series

        draw_series(found, plot)
        say_drawn(session, plot)


@click.command()
@about_option
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(("resolved", "recommendation")),
    help="Only this kind.",
)
@scope_options
@format_option
@shared_options
@click.pass_obj
def decisions(
    session: Session,
    *,
    about: str | None,
    kinds: tuple[str, ...],
    scope: Filter,
    format_: str | None,
) -> None:
    """List what meetings resolved, and what was recommended to them.

    \b
    Example:
      matters decisions --committee scrutiny --since 2021
    """
    asked = DecisionFilter(scope=scope, about=about, kinds=kinds)
    with session.open_library() as library:
        found = library.decisions(asked)
    print_listing(decision_listing(whole=session.verbose), found, format_)


def action_listing(*, whole: bool) -> "Listing[ActionLine]":
    """How actions are printed; `whole` shows all their words."""
    from matters_arising.corpus.register import ActionLine

    return Listing(
        fields=[field.name for field in fields(ActionLine)],
        shape=shape_action,
        columns=(
            Column("Date", lambda line: line.date or ""),
            Column("Ref", lambda line: line.ref or ""),
            Column("Action", lambda line: _shown(line.action, whole=whole), share=5),
            Column("Owners", lambda line: "; ".join(line.owners), share=3),
            Column("Due", lambda line: line.due_date or line.due_text or "", width=10),
            Column("Status", _say_status, share=2),
            Column("Page", lambda line: _say_pages(line.places)),
            *((Column("Paper", lambda line: line.paper, share=2),) if whole else ()),
        ),
    )


def measure_listing() -> "Listing[MeasureLine]":
    """How figures are printed."""
    from matters_arising.corpus.register import MeasureLine

    return Listing(
        fields=[field.name for field in fields(MeasureLine)],
        shape=shape_measure,
        columns=(
            Column("Date", lambda line: line.date or ""),
            Column("Figure", _say_value, share=2),
            Column("Period", lambda line: line.period or line.period_text or "", share=2),
            Column("Kind", lambda line: line.kind),
            Column("Quote", lambda line: line.quote, share=7),
            Column("Page", lambda line: _say_pages(line.places)),
        ),
    )


def decision_listing(*, whole: bool) -> "Listing[DecisionLine]":
    """How decisions are printed; `whole` shows all their words."""
    from matters_arising.corpus.register import DecisionLine

    return Listing(
        fields=[field.name for field in fields(DecisionLine)],
        shape=shape_record,
        columns=(
            Column("Date", lambda line: line.date or ""),
            Column("Committee", lambda line: line.committee or "", share=2),
            Column("Kind", lambda line: line.kind),
            Column("Decision", lambda line: _shown(line.text, whole=whole), share=6),
            Column("Page", lambda line: _say_pages(line.places)),
        ),
    )


def _shown(text: str, *, whole: bool) -> str:
    return text if whole else shorten(text, SHOWN_WORDS)


def _say_pages(places: "tuple[Place, ...]") -> str:
    return join_numbers(place.page for place in places)


def _say_status(line: "ActionLine") -> str:
    """How it stands: in our words, else in the paper's."""
    from matters_arising.index.answer.say import STATUS

    return STATUS[line.status] if line.status else shorten(line.status_text or "", SHOWN_WORDS)


def _say_value(line: "MeasureLine") -> str:
    from matters_arising.index.thread.series import say_value

    return say_value(line.value, line.unit)
