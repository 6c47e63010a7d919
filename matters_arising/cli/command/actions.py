"""The register of actions: what, who, by when, and how it stands."""

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import (
    about_option,
    date_option,
    fate_options,
    format_option,
    scope_options,
    shared_options,
)
from matters_arising.cli.output.listing import Listing, list_pages, print_found, shorten
from matters_arising.cli.output.shape import field_names, shape_action
from matters_arising.cli.output.table import Column
from matters_arising.cli.session import Session
from matters_arising.corpus.filter import ActionFilter, Filter
from matters_arising.corpus.record import STATUSES

if TYPE_CHECKING:
    from matters_arising.corpus.register import ActionLine

SHOWN_WORDS = 30
"""Words of an action in a table; `-v` shows all."""


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
    print_found(session, _listing(whole=session.verbose), found, format_)


def _find_actions(
    session: Session, asked: ActionFilter, fates: tuple[str, ...], new_since: str | None
) -> "tuple[ActionLine, ...]":
    """The actions asked for, those that met some fates as last reported."""
    met = None
    if fates or new_since is not None:
        from matters_arising.index.thread.fated import Fates

        met = Fates(fates, new_since)
    with session.open_library() as library:
        scope = session.settle(library, asked.scope)
        return library.actions(replace(asked, scope=scope), met)


def _listing(*, whole: bool) -> "Listing[ActionLine]":
    """How actions are printed; `whole` shows all their words."""
    from matters_arising.corpus.register import ActionLine

    return Listing(
        fields=field_names(ActionLine),
        shape=shape_action,
        columns=(
            Column("Date", lambda line: line.date or ""),
            Column("Ref", lambda line: line.ref or ""),
            Column("Action", lambda line: shorten(line.action, SHOWN_WORDS, whole=whole), share=5),
            Column("Owners", lambda line: "; ".join(line.owners), share=3),
            Column("Due", lambda line: line.due_date or line.due_text or "", width=10),
            Column("Status", _say_status, share=2),
            Column("Page", lambda line: list_pages(line.places)),
            *((Column("Paper", lambda line: line.paper, share=2),) if whole else ()),
        ),
    )


def _say_status(line: "ActionLine") -> str:
    """How it stands: in our words, else in the paper's."""
    from matters_arising.index.answer.say import STATUS

    return STATUS[line.status] if line.status else shorten(line.status_text or "", SHOWN_WORDS)
