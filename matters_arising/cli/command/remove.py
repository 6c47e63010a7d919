"""Taking papers out of the library."""

import click

from matters_arising.cli.option import model_option, shared_options
from matters_arising.cli.session import Session


@click.command()
@click.argument("papers", nargs=-1, required=True, metavar="PAPER...")
@model_option
@shared_options
@click.pass_obj
def remove(session: Session, *, papers: tuple[str, ...]) -> None:
    """Take papers out of the library.

    All that are named go, or none where one is not held. PAPER is the file's name, a part of it
    that no other has, or the beginning of the paper's id. The PDFs stay where they are.

    \b
    Example:
      matters remove improvement-plan-2021
    """
    with session.open_library() as library:
        removed = library.remove(papers)
    for paper in removed:
        session.tell(f"Removed {paper.name}: {paper.title}")
