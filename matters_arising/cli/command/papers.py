"""The papers that the library holds."""

from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import format_option, scope_options, shared_options
from matters_arising.cli.output.listing import Listing, print_found
from matters_arising.cli.output.shape import field_names, shape_record
from matters_arising.cli.output.table import Column
from matters_arising.cli.session import Session
from matters_arising.corpus.filter import Filter

if TYPE_CHECKING:
    from matters_arising.corpus.register import PaperLine


@click.command()
@scope_options
@format_option
@shared_options
@click.pass_obj
def papers(session: Session, *, scope: Filter, format_: str | None) -> None:
    """List the papers that the library holds.

    Papers that could not be read are named on standard error; -v says why.

    \b
    Example:
      matters papers --committee scrutiny --since 2021
    """
    with session.open_library() as library:
        held = library.papers(session.settle(library, scope))
        refused = library.catalogue.refusals()
    print_found(session, _listing(), held, format_)
    for refusal in refused:
        why = f": {refusal.reason}" if session.verbose else ""
        session.tell(f"Could not be read: {refusal.name}{why}")


def _listing() -> "Listing[PaperLine]":
    from matters_arising.corpus.register import PaperLine

    return Listing(
        fields=field_names(PaperLine),
        shape=shape_record,
        columns=(
            Column("Date", lambda line: line.date or ""),
            Column("Paper", lambda line: line.paper, share=4),
            Column("Title", lambda line: line.title, share=4),
            Column("Committee", lambda line: line.committee or "", share=3),
            Column("Kind", lambda line: line.kind, share=2),
            Column("Pages", lambda line: str(line.pages)),
            Column("Rows", lambda line: str(line.rows)),
            Column("Warnings", lambda line: "; ".join(line.warnings), share=3),
        ),
    )
