"""An answer that lists all the actions that fit."""

from collections.abc import Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.index.answer import say
from matters_arising.index.answer.citation import cite_action
from matters_arising.index.answer.draft import Draft
from matters_arising.index.question.reading import Question


def about_list(question: Question, listed: Sequence[Held[Action]]) -> Draft:
    """All actions that fit, a line each, under how many they are and which papers say so."""
    count = "One action" if len(listed) == 1 else f"{len(listed)} actions"
    if question.listed.overdue:
        count += f" overdue by {say.say_date(question.as_of)}, the date of the latest paper held,"
    dates = list(dict.fromkeys(say.say_date(held.date) for held in listed))
    papers = "paper" if len(dates) == 1 else "papers"
    lines = "; ".join(say.list_line(held) for held in listed)
    citations = tuple(cite_action(held, held.record.action, 1.0) for held in listed)
    return Draft(f"{count} in the {papers} of {say.and_list(dates)}: {lines}.", citations)
