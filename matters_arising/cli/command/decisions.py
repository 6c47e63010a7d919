"""What meetings resolved, and what was recommended to them."""

from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import (
    about_option,
    format_option,
    kinds_option,
    scope_options,
    shared_options,
)
from matters_arising.cli.output.listing import Listing, list_pages, print_found, shorten
from matters_arising.cli.output.shape import field_names, shape_record
from matters_arising.cli.output.table import Column
from matters_arising.cli.session import Session
from matters_arising.corpus.filter import DecisionFilter, Filter
from matters_arising.corpus.record import DECISION_KINDS

if TYPE_CHECKING:
    from matters_arising.corpus.register import DecisionLine

SHOWN_WORDS = 30
"""Words of a decision in a table; `-v` shows all."""


@click.command()
@about_option
@kinds_option(DECISION_KINDS, help="Only this kind.")
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
    with session.open_library() as library:
        scope = session.settle(library, scope)
        found = library.decisions(DecisionFilter(scope=scope, about=about, kinds=kinds))
    print_found(session, _listing(whole=session.verbose), found, format_)


def _listing(*, whole: bool) -> "Listing[DecisionLine]":
    """How decisions are printed; `whole` shows all their words."""
    from matters_arising.corpus.register import DecisionLine

    return Listing(
        fields=field_names(DecisionLine),
        shape=shape_record,
        columns=(
            Column("Date", lambda line: line.date or ""),
            Column("Committee", lambda line: line.committee or "", share=2),
            Column("Kind", lambda line: line.kind),
            Column("Decision", lambda line: shorten(line.text, SHOWN_WORDS, whole=whole), share=6),
            Column("Page", lambda line: list_pages(line.places)),
        ),
    )
