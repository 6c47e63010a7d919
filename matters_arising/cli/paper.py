"""The papers held: what they are, what is in them, and taking them out."""

from dataclasses import fields
from typing import TYPE_CHECKING

import click

from matters_arising.cli.listing import Column, Listing, print_listing
from matters_arising.cli.option import (
    format_option,
    model_option,
    scope_options,
    shared_options,
    text_format_option,
)
from matters_arising.cli.safe import on_one_line
from matters_arising.cli.session import Session
from matters_arising.cli.shape import shape_record
from matters_arising.corpus.filter import Filter
from matters_arising.errors import MattersArisingError, NothingFound

if TYPE_CHECKING:
    from matters_arising.corpus.reading import Reading
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
        held = library.papers(scope)
        refused = library.catalogue.refusals()
    print_listing(_paper_listing(), held, format_)
    if session.quiet:
        return
    for refusal in refused:
        why = f": {refusal.reason}" if session.verbose else ""
        click.echo(on_one_line(f"Could not be read: {refusal.name}{why}"), err=True)


@click.command()
@click.argument("paper")
@click.option("--section", metavar="REF", help="One section in full, by number or by title.")
@click.option("--table", type=int, metavar="N", help="One table in full.")
@click.option("--page", type=int, metavar="N", help="What stands on one page.")
@text_format_option
@shared_options
@click.pass_obj
def show(
    session: Session,
    *,
    paper: str,
    section: str | None,
    table: int | None,
    page: int | None,
    format_: str,
) -> None:
    """Show one paper as an outline, or a part of it in full.

    The outline has its reports, sections and tables, with their pages. PAPER is the name of the
    file, its beginning, or the beginning of the paper's id.

    \b
    Example:
      matters show improvement-plan-2021
      matters show improvement-plan-2021 --table 2 --format csv > plan.csv
    """
    if sum(part is not None for part in (section, table, page)) > 1:
        raise click.UsageError("Give one of --section, --table and --page.")
    from matters_arising.cli.outline import numbered_table, outline, page_items, section_items
    from matters_arising.cli.showing import print_items, print_outline, print_paper_table

    reading = _find_reading(session, paper)
    if section is not None:
        print_items(reading.paper, list(section_items(reading, section)), format_)
    elif page is not None:
        print_items(reading.paper, page_items(reading, page), format_)
    elif table is not None:
        print_paper_table(reading.paper, table, numbered_table(reading, table), format_)
    else:
        print_outline(reading, list(outline(reading)), format_)


@click.command()
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@model_option
@shared_options
@click.pass_obj
def remove(session: Session, *, papers: tuple[str, ...]) -> None:
    """Take papers out of the library.

    All that are named go, or none where one is not held. The PDFs stay where they are.

    \b
    Example:
      matters remove improvement-plan-2021
    """
    with session.open_library() as library:
        try:
            removed = library.remove(papers)
        except NothingFound as error:
            raise MattersArisingError(str(error)) from error
    if not session.quiet:
        for paper in removed:
            click.echo(on_one_line(f"Removed {paper.name}: {paper.title}"), err=True)


def _find_reading(session: Session, name: str) -> "Reading":
    """All that was read of a paper; an error, not an empty answer, where none is meant."""
    with session.open_library() as library:
        try:
            return library.catalogue.reading(library.catalogue.paper(name).id)
        except NothingFound as error:
            raise MattersArisingError(str(error)) from error


def _paper_listing() -> "Listing[PaperLine]":
    from matters_arising.corpus.register import PaperLine

    return Listing(
        fields=[field.name for field in fields(PaperLine)],
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
