"""One paper: its outline, or a part of it in words, drawn or tagged."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import FILE, shared_options, text_format_option
from matters_arising.cli.session import Session

if TYPE_CHECKING:
    from matters_arising.corpus.reading import Reading


@click.command()
@click.argument("paper")
@click.option("--section", metavar="REF", help="One section in full, by number or by title.")
@click.option("--table", type=int, metavar="N", help="One table in full.")
@click.option("--page", type=int, metavar="N", help="What stands on one page.")
@click.option(
    "--image",
    type=FILE,
    metavar="FILE",
    help="Draw what was read over that page, as a PNG.",
)
@click.option(
    "--pdf",
    type=FILE,
    metavar="FILE",
    help="Where the paper's PDF is now, for --image.",
)
@click.option(
    "--tags",
    type=FILE,
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

    The outline has its reports, sections and tables, with their pages. PAPER is the file's name,
    a part of it that no other has, or the beginning of the paper's id. With --image, a page is
    drawn with all that was read there: sections, tables with their rows, what was set aside.

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
    elif tags:
        _write_tags(session, paper, tags, section=section, page=page)
    else:
        reading = _find_reading(session, paper)
        _print(reading, format_, section=section, table=table, page=page)


def _print(
    reading: "Reading", format_: str, *, section: str | None, table: int | None, page: int | None
) -> None:
    """Print the part of a paper that was asked for, else its outline."""
    from matters_arising.cli.output.outline import (
        numbered_table,
        outline,
        page_items,
        section_items,
    )
    from matters_arising.cli.output.showing import print_items, print_outline, print_paper_table

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
    from matters_arising.cli.output.outline import check_page
    from matters_arising.picture.file import check_place, write_picture
    from matters_arising.picture.pdf import picture_page

    check_place(image)
    with session.open_library() as library:
        paper = library.catalogue.paper(name)
        check_page(paper, page)
        picture = picture_page(library, paper, page, pdf=pdf)
    write_picture(image, picture)
    session.tell(f"Drew page {page} of {paper.name}: {image}")


def _write_tags(
    session: Session, name: str, path: Path, *, section: str | None, page: int | None
) -> None:
    """Write a paper's text, tagged, into a file."""
    from matters_arising.cli.output.tagging import write_tags

    reading = _find_reading(session, name)
    write_tags(reading, path, section=section, page=page, tell=session.tell)
    session.tell(f"Tagged: {path}")


def _find_reading(session: Session, name: str) -> "Reading":
    """All that was read of the paper that a name means."""
    with session.open_library() as library:
        return library.catalogue.reading(library.catalogue.paper(name).id)
