"""Answers as people read them: a paragraph, then the sources it rests on."""

from collections.abc import Iterator
from textwrap import fill
from typing import TYPE_CHECKING

import click

from matters_arising.cli.listing import shorten, terminal_width
from matters_arising.cli.safe import on_one_line
from matters_arising.cli.shape import shape_question

if TYPE_CHECKING:
    from matters_arising.index.answer.answering import Answer
    from matters_arising.index.answer.citation import Citation
    from matters_arising.index.question.reading import Question

WIDEST = 100
"""Longer lines are hard to read."""

SHOWN_SOURCES = 8
SHOWN_WORDS = 60
"""Sources of an answer and words of a quote that are shown; `-v` shows all."""

_INDENT = "    "


def print_answer(answer: "Answer", *, whole: bool) -> None:
    """The answer or the refusal, then its numbered sources."""
    width = min(terminal_width(), WIDEST)
    click.echo(fill(on_one_line(answer.text), width))
    shown = answer.citations if whole else answer.citations[:SHOWN_SOURCES]
    for number, citation in enumerate(shown, 1):
        click.echo()
        for line in _source_lines(number, citation, width, whole=whole):
            click.echo(line)
    if left := len(answer.citations) - len(shown):
        click.echo(f"\nand {left} more: 'matters ask -v' shows them.")


def _source_lines(number: int, citation: "Citation", width: int, *, whole: bool) -> Iterator[str]:
    quote = on_one_line(citation.quote if whole else shorten(citation.quote, SHOWN_WORDS))
    head = f"[{number}] {on_one_line(_say_source(citation))}"
    yield fill(head, width, subsequent_indent=_INDENT)
    yield fill(f"“{quote}”", width, initial_indent=_INDENT, subsequent_indent=_INDENT)


def _say_source(citation: "Citation") -> str:
    """Date, title, page and ref, as far as they are known."""
    from matters_arising.index.answer.say import say_date, say_pages

    pages = say_pages(citation.pages) if citation.pages else None
    facts = (say_date(citation.date), citation.paper.title, pages, citation.ref)
    return " · ".join(fact for fact in facts if fact)


def print_understanding(question: "Question") -> None:
    """How the question was read, on standard error."""
    for name, value in shape_question(question).items():
        if value:
            said = ", ".join(value) if isinstance(value, list) else str(value)
            click.echo(f"{name.replace('_', ' ')}: {on_one_line(said)}", err=True)
