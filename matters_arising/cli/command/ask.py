"""Questions, one at a time or in batches."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, TextIO

import click

from matters_arising.cli.option import (
    model_option,
    passage_kind_option,
    scope_options,
    shared_options,
    text_format_option,
)
from matters_arising.cli.output.listing import print_shapes
from matters_arising.cli.output.reply import print_answer, print_understanding, tell_of_filters
from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.output.shape import (
    CITATION_FIELDS,
    json_line,
    print_shape,
    shape_answer,
    shape_citation,
)
from matters_arising.cli.session import Session
from matters_arising.cli.shell import is_interactive, run_shell
from matters_arising.corpus.filter import Filter
from matters_arising.errors import MattersArisingError, NothingFound

if TYPE_CHECKING:
    from matters_arising.index.answer.answering import Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a batch, with whatever `id` the asker gave it."""

    id: object
    question: str


@click.command()
@click.argument("words", nargs=-1, metavar="QUESTION")
@click.option(
    "--batch",
    type=click.File(encoding="utf-8"),
    metavar="FILE",
    help="Answer every line of a JSON Lines file with 'id' and 'question' ('-' is standard "
    "input); prints one JSON answer a line, in order.",
)
@passage_kind_option
@scope_options
@text_format_option
@model_option
@shared_options
@click.pass_context
def ask(
    ctx: click.Context,
    *,
    words: tuple[str, ...],
    batch: TextIO | None,
    kinds: tuple[str, ...],
    scope: Filter,
    format_: str,
) -> None:
    """Answer a question in quotes from the papers.

    Each quote has its date and page. Where the papers do not answer, says so and exits 3. A
    batch exits 0 whatever its answers. With -v, says on standard error how the question was
    understood. Without a question, on a terminal, opens a prompt that answers one after
    another; ':help' there says how to narrow them.

    \b
    Example:
      matters ask "what happened to the chronology action"
      matters ask --since 2022 --committee scrutiny who leads on early help
      matters ask --batch questions.jsonl > answers.jsonl
    """
    question = " ".join(words).strip()
    scope = replace(scope, kinds=kinds)
    if not words and batch is None and is_interactive():
        run_shell(ctx.obj, scope, partial(_show, ctx.obj, format_))
        return
    if bool(question) == (batch is not None):
        raise click.UsageError("Give a question, or --batch with a file of them.")
    if batch is not None:
        _answer_batch(ctx.obj, batch, scope)
    elif not _answer_one(ctx.obj, question, scope, format_):
        ctx.exit(NothingFound.exit_code)


def _answer_one(session: Session, question: str, scope: Filter, format_: str) -> bool:
    """Print the answer to a question; whether there was one."""
    with session.open_library() as library:
        scope = session.settle(library, scope)
        answer = library.ask(question, scope=scope)
        _show(session, format_, question, answer)
        if not answer.answerable:
            tell_of_filters(session, library, scope)
    return answer.answerable


def _show(session: Session, format_: str, question: str, answer: "Answer") -> None:
    """Print an answer in a format."""
    if session.verbose:
        print_understanding(answer.question)
    if format_ == "table":
        print_answer(answer, whole=session.verbose)
    elif format_ == "csv":
        print_shapes(CITATION_FIELDS, [shape_citation(c) for c in answer.citations], format_)
    else:
        print_shape(shape_answer(question, answer), format_)
    if format_ == "csv" and not answer.answerable:
        click.echo(on_one_line(answer.text), err=True)


def _answer_batch(session: Session, lines: TextIO, scope: Filter) -> None:
    """Print a JSON line for each question as soon as it is answered."""
    with session.open_library() as library:
        scope = session.settle(library, scope)
        for asked in read_questions(lines):
            answer = library.ask(asked.question, scope=scope)
            click.echo(json_line(shape_answer(asked.question, answer, id_=asked.id)))


def read_questions(lines: Iterable[str]) -> Iterator[Asked]:
    """The questions of a batch; an error names the first line that holds none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            read = json.loads(line)
        except ValueError:
            read = None
        question = read.get("question") if isinstance(read, dict) else None
        if not isinstance(question, str) or not question.strip():
            raise MattersArisingError(
                f"Line {number} of the batch holds no question. "
                'Write each line as {"id": 1, "question": "..."}.'
            )
        yield Asked(read.get("id"), question)
