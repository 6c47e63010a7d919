"""The actions that a question for a list asks for, each as the latest paper that fits has it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.catalogue.condition import DONE
from matters_arising.corpus.filter import ActionFilter, Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import name_of
from matters_arising.corpus.record import Action
from matters_arising.extract.phrase.date import find_dates
from matters_arising.extract.phrase.owner import canonical_owner
from matters_arising.index.answer.latest import latest_actions
from matters_arising.index.question.reading import Question
from matters_arising.index.word.term import stem_list, stems

SHARE = 0.66
"""Of the words that the actions of a list are about, an action has at least this share."""


def listed_actions(
    catalogue: Catalogue, question: Question, scope: Filter
) -> tuple[Held[Action], ...]:
    """Every action that fits the owner, state, subject, plan and time that the question names."""
    due, reported = _dates(question)
    scope = replace(scope, since=scope.since or reported, until=scope.until or reported)
    asked = [_asked(question, scope, owner, due) for owner in _owners(question)]
    named = question.listed.paper
    called = bool(named) and any(named <= _words(name) for name in catalogue.names(scope))

    def fits(held: Held[Action]) -> bool:
        is_called = not called or named <= _words(name_of(held.paper))
        return is_called and _fits(held, question) and _starts(held.record.due_date, due)

    if due is None or reported:
        of_date = partial(_starts, asked=reported)
        return latest_actions(catalogue, asked, fits, of_date=of_date)
    return _once([held for one in asked for held in catalogue.actions(one) if fits(held)])


def _words(name: str) -> frozenset[str]:
    """The stems of what a paper is called; not remembered, for there are thousands."""
    return frozenset(stem_list(name))


def _dates(question: Question) -> tuple[str | None, str | None]:
    """The date when actions are due, and that of the paper that has them; None for any.

    Of two dates the one after "due" is that of the actions.
    """
    dates = [date for date in question.dates if "/" not in date]
    if not dates:
        return None, None
    told = question.owners or question.statuses or question.listed.narrows
    if question.asks != "due" and told:
        return None, dates[0]
    at = max(question.text.lower().find("due"), 0)
    after = [one.value for one in find_dates(question.text) if one.start > at]
    due = next((date for date in dates if date in after), dates[0])
    return due, next((date for date in dates if date != due), None)


def _owners(question: Question) -> tuple[str | None, ...]:
    """The owner asked for, in full and by the initials that the papers explain."""
    if not question.owners:
        return (None,)
    owner = question.owners[0]
    shorts = [short for short, long in question.glosses if canonical_owner(long) == owner]
    return (owner, *shorts)


def _starts(date: str | None, asked: str | None) -> bool:
    return asked is None or (date or "").startswith(asked)


def _asked(question: Question, scope: Filter, owner: str | None, due: str | None) -> ActionFilter:
    return ActionFilter(
        scope=scope,
        title=None if question.phase is None else f"phase {question.phase}",
        owner=owner,
        states=question.statuses,
        due_in=due,
        overdue=question.listed.overdue,
        as_of=question.as_of,
    )


def _fits(held: Held[Action], question: Question) -> bool:
    undone = question.listed.undone and not question.statuses
    return not (undone and held.record.status in DONE) and _is_about(held, question)


def _is_about(held: Held[Action], question: Question) -> bool:
    """Whether an action's wording or section has the words that the list is about."""
    asked = question.listed.subject
    if not asked:
        return True
    has = stems(f"{held.record.section or ''} {held.record.action}")
    met = [word for word in asked if any(_has(form, has) for form in _forms(word, question))]
    return len(met) >= SHARE * len(asked)


def _forms(word: str, question: Question) -> Iterable[str]:
    """A word and what it stands for, where it is a short form."""
    return (word, *(long for short, long in question.glosses if short == word))


def _has(form: str, has: frozenset[str]) -> bool:
    return all(part in has for part in stem_list(form))


def _once(found: Sequence[Held[Action]]) -> tuple[Held[Action], ...]:
    """Each action once, as its latest paper has it."""
    kept: dict[str, Held[Action]] = {}
    for held in sorted(found, key=lambda h: h.date or ""):
        kept[held.thread or f"{held.record.ref} {held.record.action}"] = held
    return tuple(kept.values())
