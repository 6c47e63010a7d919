"""The papers held: what they are, what is in them, and taking them out."""

from dataclasses import fields
from pathlib import Path
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
from matters_arising.corpus.paper import Paper
from matters_arising.errors import MattersArisingError, NothingFound

if TYPE_CHECKING:
    from matters_arising.corpus.reading import Reading
    from matters_arising.corpus.register import PaperLine
    from matters_arising.library import Library


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
@click.option(
    "--image",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Draw what was read over that page, as a PNG.",
)
@click.option(
    "--pdf",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where the paper's PDF is now, for --image.",
)
@click.option(
    "--tags",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write its text as a web page: actions, owners, dates and figures in colour.",
)
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
    image: Path | None,
    pdf: Path | None,
    tags: Path | None,
    format_: str,
) -> None:
    """Show one paper as an outline, or a part of it in full.

    The outline has its reports, sections and tables, with their pages. PAPER is the name of the
    file, its beginning, or the beginning of the paper's id. With --image, a page is drawn with
    all that was read there: sections, tables with their rows, what was set aside.

    \b
    Example:
      matters show improvement-plan-2021
      matters show improvement-plan-2021 --table 2 --format csv > plan.csv
      matters show improvement-plan-2021 --page 4 --image page-4.png
      matters show improvement-plan-2021 --tags plan.html
    """
    _check_parts(section, table, page, image=image, pdf=pdf, tags=tags)
    if page is not None and image:
        _draw(session, paper, page, image=image, pdf=pdf)
        return
    if tags:
        _write_tags(session, paper, tags, section=section, page=page)
        return
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


def _check_parts(
    section: str | None,
    table: int | None,
    page: int | None,
    *,
    image: Path | None,
    pdf: Path | None,
    tags: Path | None,
) -> None:
    """Refuse options of `show` that do not go together."""
    if sum(part is not None for part in (section, table, page)) > 1:
        raise click.UsageError("Give one of --section, --table and --page.")
    if page is None and (image or pdf):
        raise click.UsageError("--image draws one page: say which with --page.")
    if pdf and not image:
        raise click.UsageError("--pdf says where the page of --image is drawn from. Give both.")
    if tags and (table is not None or image):
        raise click.UsageError("--tags writes text. Narrow it with --section or --page.")


def _draw(session: Session, name: str, page: int, *, image: Path, pdf: Path | None) -> None:
    """Draw a page with what was read there into a file."""
    from matters_arising.cli.outline import check_page
    from matters_arising.picture.file import check_place, write_picture
    from matters_arising.picture.look import picture_page

    check_place(image)
    with session.open_library() as library:
        paper = _find_paper(library, name)
        check_page(paper, page)
        picture = picture_page(library, paper, page, pdf=pdf)
    write_picture(image, picture)
    if not session.quiet:
        click.echo(on_one_line(f"Drew page {page} of {paper.name}: {image}"), err=True)


def _write_tags(
    session: Session, name: str, path: Path, *, section: str | None, page: int | None
) -> None:
    """Write a paper's text, tagged, into a file."""
    from matters_arising.cli.tagging import write_tags

    def tell(line: str) -> None:
        if not session.quiet:
            click.echo(on_one_line(line), err=True)

    write_tags(_find_reading(session, name), path, section=section, page=page, tell=tell)
    tell(f"Tagged: {path}")


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
        return library.catalogue.reading(_find_paper(library, name).id)


def _find_paper(library: "Library", name: str) -> Paper:
    try:
        return library.catalogue.paper(name)
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
