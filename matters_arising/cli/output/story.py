"""A history as people read it: the reports in order, then what they leave open."""

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import TYPE_CHECKING

import click

from matters_arising.cli.output.listing import shorten
from matters_arising.cli.output.reply import SHOWN_WORDS, say_source
from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.output.terminal import readable_width
from matters_arising.cli.output.trace import quote_report

if TYPE_CHECKING:
    from matters_arising.corpus.held import Held
    from matters_arising.corpus.passage import Passage
    from matters_arising.corpus.record import Action
    from matters_arising.index.thread.change import Report
    from matters_arising.index.thread.history import History, Step

SHOWN_OTHERS = 5
"""Mentions, and other actions that may be meant, that are shown; `-v` shows all."""

_NAME_WORDS = 25
_INDENT = "    "


def print_history(told: "History", as_of: str, *, whole: bool) -> None:
    """The action, its reports, other mentions, and last the last word held."""
    for line in _story(told, as_of, whole=whole):
        click.echo(line)


def _story(told: "History", as_of: str, *, whole: bool) -> Iterator[str]:
    from matters_arising.index.answer.say import name_action

    name = name_action(told.steps[-1].report.action, words=_NAME_WORDS)
    yield _line(f"{name[:1].upper()}{name[1:]}")
    for number, step in enumerate(told.steps, 1):
        yield ""
        yield from _step_lines(number, step, whole=whole)
    mentions = (_say_mention(mention, whole=whole) for mention in told.mentions)
    yield from _listed("Mentioned too:", mentions, whole=whole)
    yield from _listed("Possibly the same:", _say_possible(told), whole=whole)
    others = (_say_action(other) for other in told.others)
    yield from _listed("Perhaps meant instead:", others, whole=whole)
    yield from _end_lines(told, as_of)


def _step_lines(number: int, step: "Step", *, whole: bool) -> Iterator[str]:
    report = step.report
    source = say_source(report.paper, report.date, report.pages, report.action.ref)
    yield _line(f"[{number}] {source}", hanging=True)
    yield _line(_say_state(report), indent=True)
    for change in step.changes:
        yield _line(f"• {change}", indent=True)
    yield _line(_quote(quote_report(report), whole=whole), indent=True)
    if step.link:
        yield _line(f"Joined: {step.link.why} ({_say_sure(step.link.sure)})", indent=True)
    if step.also_in:
        yield _line(f"The same stands in {', '.join(step.also_in)}.", indent=True)


def _say_state(report: "Report") -> str:
    """Status, due date and owners, as far as the paper gives them."""
    from matters_arising.index.answer.say import STATUS, say_due

    status = STATUS[report.status] if report.status else "no status given"
    facts = (status, say_due(report.due), "; ".join(report.owners))
    return " · ".join(fact for fact in facts if fact)


def _say_sure(sure: float) -> str:
    """How sure, never more than it is."""
    return f"{int(sure * 100)}% sure"


def _say_mention(held: "Held[Passage]", *, whole: bool) -> str:
    pages = [place.page for place in held.record.places]
    quote = _quote(held.record.text, whole=whole)
    return f"{say_source(held.paper, held.date, pages)}: {quote}"


def _say_possible(told: "History") -> Iterator[str]:
    for possible in told.possible:
        name = _say_action(possible.action)
        yield f"{name}: {possible.why} ({_say_sure(possible.sure)})"


def _say_action(held: "Held[Action]") -> str:
    """An action by name, with where it stands and what to ask for it by."""
    from matters_arising.index.answer.say import name_action, say_date

    where = f"{say_date(held.date)}, {held.paper.title}"
    return f"{name_action(held.record, words=_NAME_WORDS)} ({where}; thread {held.thread})"


def _end_lines(told: "History", as_of: str) -> Iterator[str]:
    from matters_arising.index.answer.say import say_date

    yield ""
    yield _line(f"Last word: {told.last_word}")
    if told.days_overdue is not None:
        days = "1 day" if told.days_overdue == 1 else f"{told.days_overdue} days"
        yield _line(f"Overdue: {days} as of {say_date(as_of)}.")
    if told.unknown:
        yield _line(f"Not known: {' '.join(told.unknown)}")


def _listed(heading: str, items: Iterable[str], *, whole: bool) -> Iterator[str]:
    """Items under a heading; nothing where there are none."""
    said = list(items)
    if not said:
        return
    yield from ("", heading)
    shown = said if whole else said[:SHOWN_OTHERS]
    yield from (_line(f"- {item}", hanging=True) for item in shown)
    if left := len(said) - len(shown):
        yield f"and {left} more: 'matters history -v' shows them."


def _quote(text: str, *, whole: bool) -> str:
    from matters_arising.index.answer.say import quoted

    return quoted(shorten(text, SHOWN_WORDS, whole=whole))


def _line(text: str, *, indent: bool = False, hanging: bool = False) -> str:
    """Text folded to a readable width, and safe to print."""
    return fill(
        on_one_line(text),
        readable_width(),
        initial_indent=_INDENT if indent else "",
        subsequent_indent=_INDENT if indent or hanging else "",
    )
