"""Whether a library is sound."""

import click

from matters_arising.cli.option import model_option, shared_options
from matters_arising.cli.output.listing import say_count
from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.session import Session


@click.command()
@click.option("--repair", is_flag=True, help="Make anew what can be made from the catalogue.")
@model_option
@shared_options
@click.pass_context
def doctor(ctx: click.Context, *, repair: bool) -> None:
    """Check the model, the index and the catalogue.

    Exits 1 where something is wrong. --repair needs no PDF: it works from what was read.

    \b
    Example:
      matters doctor
      matters doctor --repair
    """
    session: Session = ctx.obj
    with session.open_library() as library:
        if repair:
            library.repair()
        findings = library.doctor()
        papers, passages = len(library.papers()), library.catalogue.count_passages()
    for finding in findings:
        click.echo(on_one_line(f"{finding.problem} {finding.cure}"))
    if findings:
        ctx.exit(1)
    if not session.quiet:
        held = f"{say_count(papers, 'paper')}, {say_count(passages, 'passage')}"
        click.echo(on_one_line(f"Nothing is wrong with {library.folder}: {held}."))
