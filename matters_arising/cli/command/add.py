"""Adding papers."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from matters_arising.cli.option import model_option, shared_options
from matters_arising.cli.output.audit import say_audit
from matters_arising.cli.output.listing import say_count
from matters_arising.cli.output.progress import Narrator, narrated
from matters_arising.cli.output.shape import json_line
from matters_arising.cli.session import Session
from matters_arising.errors import MattersArisingError, PapersRefused

if TYPE_CHECKING:
    from matters_arising.corpus.outcome import AddReport, Outcome, Progress

STANDARD_INPUT = "-"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--jobs", type=click.IntRange(min=1), help="Papers to read at a time; one a core by default."
)
@click.option("--force", is_flag=True, help="Read papers again that the library holds.")
@click.option(
    "--report",
    type=click.File("w", encoding="utf-8", lazy=False),
    metavar="FILE",
    help="Write one JSON line a paper: what became of it, and why.",
)
@model_option
@shared_options
@click.pass_context
def add(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    jobs: int | None,
    force: bool,
    report: TextIO | None,
) -> None:
    """Read PDFs into the library.

    Each PATH is a PDF, a folder of them, or '-' for a list on standard input. What the library
    holds already is passed by. A paper that cannot be read is named, the others are added, and
    the exit code is 4. You may interrupt this at any time; run it again and it goes on where it
    was.

    \b
    Example:
      matters add ~/papers
      find . -name "*plan*.pdf" | matters add --jobs 4 --report added.jsonl -
    """
    session: Session = ctx.obj
    wanted = list(_expand(paths))
    _refuse_all_missing(wanted)
    with narrated(quiet=session.quiet) as narrator, session.open_library(make=True) as library:
        teller = _Teller(narrator, report, verbose=session.verbose)
        result = library.add(wanted, jobs=jobs, force=force, on_progress=teller.hear)
    if result.refused and _holds_none(result):
        ctx.exit(MattersArisingError.exit_code)
    if result.refused:
        raise PapersRefused(f"{_sum_up(result)} Those refused are named above.")
    session.tell(_sum_up(result))


class _Teller:
    """Passes on what becomes of each paper, to people and to the report."""

    def __init__(self, narrator: Narrator, report: TextIO | None, *, verbose: bool) -> None:
        self._narrator = narrator
        self._report = report
        self._verbose = verbose

    def hear(self, progress: "Progress") -> None:
        if progress.outcome is not None:
            if line := _say_outcome(progress.outcome, verbose=self._verbose):
                self._narrator.tell(line)
            if self._report is not None:
                self._report.write(f"{_report_line(progress.outcome)}\n")
                self._report.flush()
        self._narrator.follow(progress)


def _expand(paths: Iterable[str]) -> Iterator[Path]:
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _read_list(sys.stdin.buffer.read())
        else:
            yield Path(path)


def _read_list(listed: bytes) -> Iterator[Path]:
    """Paths from a list, a line each, or ended by NUL as `find -print0` writes them."""
    for line in listed.replace(b"\0", b"\n").split(b"\n"):
        if path := line.strip():
            yield Path(os.fsdecode(path))


def _refuse_all_missing(paths: Sequence[Path]) -> None:
    """An error, before a library is made, where there is nothing to look at."""
    if not paths:
        raise MattersArisingError("Standard input named no paper. Give one path a line.")
    if not any(_holds(Path.exists, path) for path in paths):
        named = ", ".join(map(str, paths[:3])) + (", …" if len(paths) > 3 else "")
        raise MattersArisingError(f"There is no file or folder {named}. Check the name.")


def _holds(question: Callable[[Path], bool], path: Path) -> bool:
    """What the system says of a path; yes where a folder above it may not be opened."""
    try:
        return question(path)
    except OSError:
        return True


def _say_outcome(outcome: "Outcome", *, verbose: bool) -> str | None:
    """A line for each paper that was refused; for the others only where more is to be said."""
    if outcome.paper is None:
        return outcome.reason
    if not verbose:
        return None
    warned = "".join(f" ({warning})" for warning in outcome.paper.warnings)
    audited = f"; {say_audit(outcome.audit)}" if outcome.audit else ""
    return f"{outcome.path.name}: {outcome.did}, {outcome.paper.title}{warned}{audited}"


def _report_line(outcome: "Outcome") -> str:
    paper = outcome.paper
    return json_line(
        {
            "path": str(outcome.path),
            "did": outcome.did,
            "reason": outcome.reason,
            "paper": paper.name if paper else outcome.path.stem,
            "title": paper.title if paper else None,
            "date": paper.date if paper else None,
            "pages": paper.pages if paper else None,
            "characters": outcome.audit.characters if outcome.audit else None,
            "lost": outcome.audit.lost if outcome.audit else None,
            "warnings": list(paper.warnings) if paper else [],
            "id": paper.id if paper else None,
        }
    )


def _sum_up(result: "AddReport") -> str:
    """What became of all the papers, in one line."""
    done = [outcome.did for outcome in result.outcomes]
    warned = sum(bool(o.paper and o.paper.warnings) for o in result.outcomes if o.did != "held")
    said = (
        (done.count("added"), "added"),
        (done.count("replaced"), "read again"),
        (done.count("held"), "held already"),
        (done.count("refused"), "refused"),
        (warned, "with warnings ('matters papers' shows them)"),
    )
    counts = ", ".join(f"{count} {what}" for count, what in said if count)
    return f"{say_count(len(done), 'paper')}: {counts}."


def _holds_none(result: "AddReport") -> bool:
    """Whether there was no file to be seen, only folders without papers and wrong names."""
    return not any(_holds(Path.is_file, outcome.path) for outcome in result.outcomes)
