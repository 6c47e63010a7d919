"""How well the program does on papers whose truth is known."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import shared_options, text_format_option
from matters_arising.cli.output.listing import print_shapes
from matters_arising.cli.output.progress import narrated
from matters_arising.cli.output.safe import printable
from matters_arising.cli.output.shape import field_names, json_text, shape_record
from matters_arising.cli.session import Session

if TYPE_CHECKING:
    from matters_arising.eval.report import Report

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.command("eval")
@click.option("--gold", type=FOLDER, metavar="DIR", help="Gold of your own, in the sample's form.")
@click.option("--papers", type=FOLDER, metavar="DIR", help="The papers that the gold is about.")
@click.option(
    "--ablate",
    is_flag=True,
    help="Ask the questions with each part of search and answer alone and left out instead.",
)
@text_format_option
@shared_options
@click.pass_context
def evaluate(
    ctx: click.Context, *, gold: Path | None, papers: Path | None, ablate: bool, format_: str
) -> None:
    """Score the program on papers whose truth is known.

    That is the bundled sample, unless you give other papers and their gold. The papers are
    added to a library that is thrown away, unless --library names one. Says OK or FAIL, and
    exits 1 where a score falls short of what is expected; -v lists what was missed.

    \b
    Example:
      matters eval
      matters eval --papers ~/papers --gold ~/gold -v
      matters eval --ablate
    """
    if (gold is None) != (papers is None):
        raise click.UsageError("--gold and --papers go together.")
    from matters_arising.eval.report import run

    session: Session = ctx.obj
    if ablate:
        _ablate(session, gold, papers, format_)
        return
    with narrated(quiet=session.quiet) as narrator:
        report = run(library=session.library, gold=gold, papers=papers, on_progress=narrator.follow)
    _print_report(report, format_, verbose=session.verbose)
    if not report.ok:
        ctx.exit(1)


def _ablate(session: Session, gold: Path | None, papers: Path | None, format_: str) -> None:
    """Print what each part of search and answer is worth."""
    from matters_arising.eval.ablation import AblationLine, render_ablation, run_ablation

    with narrated(quiet=session.quiet) as narrator:
        lines = run_ablation(
            library=session.library, gold=gold, papers=papers, on_progress=narrator.follow
        )
    if format_ == "table":
        for line in render_ablation(lines):
            click.echo(printable(line))
    else:
        shapes = [shape_record(line) for line in lines]
        print_shapes(field_names(AblationLine), shapes, format_)


def _print_report(report: "Report", format_: str, *, verbose: bool) -> None:
    from matters_arising.eval.report import ReportLine, render

    if format_ == "table":
        for line in render(report, verbose=verbose):
            click.echo(printable(line))
    elif format_ == "json":
        click.echo(json_text({"ok": report.ok, **shape_record(report)}))
    else:
        shapes = [shape_record(line) for line in report.lines]
        print_shapes(field_names(ReportLine), shapes, format_)
