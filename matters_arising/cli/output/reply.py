"""Answers as people read them: a paragraph, then the sources it rests on."""

from collections.abc import Iterator, Sequence
from textwrap import fill
from typing import TYPE_CHECKING

import click

from matters_arising.cli.output.listing import shorten
from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.output.shape import shape_question
from matters_arising.cli.output.terminal import readable_width
from matters_arising.cli.session import Session
from matters_arising.corpus.filter import Filter

if TYPE_CHECKING:
    from matters_arising.corpus.paper import Paper
    from matters_arising.index.answer.answering import Answer
    from matters_arising.index.answer.citation import Citation
    from matters_arising.index.question.reading import Question
    from matters_arising.library import Library

SHOWN_SOURCES = 8
SHOWN_WORDS = 60
"""Sources of an answer and words of a quote that are shown; `-v` shows all."""

_INDENT = "    "


def print_answer(answer: "Answer", *, whole: bool) -> None:
    """The answer or the refusal, then its numbered sources."""
    width = readable_width()
    click.echo(fill(on_one_line(answer.text), width))
    shown = answer.citations if whole else answer.citations[:SHOWN_SOURCES]
    for number, citation in enumerate(shown, 1):
        click.echo()
        for line in _source_lines(number, citation, width, whole=whole):
            click.echo(line)
    if left := len(answer.citations) - len(shown):
        click.echo(f"\nand {left} more: 'matters ask -v' shows them.")


def _source_lines(number: int, citation: "Citation", width: int, *, whole: bool) -> Iterator[str]:
    quote = on_one_line(shorten(citation.quote, SHOWN_WORDS, whole=whole))
    source = say_source(citation.paper, citation.date, citation.pages, citation.ref)
    head = f"[{number}] {on_one_line(source)}"
    yield fill(head, width, subsequent_indent=_INDENT)
    yield fill(f"“{quote}”", width, initial_indent=_INDENT, subsequent_indent=_INDENT)


def say_source(
    paper: "Paper", date: str | None, pages: Sequence[int], ref: str | None = None
) -> str:
    """Date, title, page and ref, as far as they are known."""
    from matters_arising.index.answer.say import say_date, say_pages

    facts = (say_date(date), paper.title, say_pages(pages) if pages else None, ref)
    return " · ".join(fact for fact in facts if fact)


def tell_of_filters(session: Session, library: "Library", scope: Filter) -> None:
    """Where the filters leave no paper, say so: it is why nothing was found."""
    if scope.narrows and not library.papers(scope):
        session.tell("The filters leave no paper. 'matters papers' lists those that are held.")


def print_understanding(question: "Question") -> None:
    """How the question was read, on standard error."""
    for name, value in shape_question(question).items():
        if value:
            said = ", ".join(value) if isinstance(value, list) else str(value)
            click.echo(f"{name.replace('_', ' ')}: {on_one_line(said)}", err=True)
