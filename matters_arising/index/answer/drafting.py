"""Which kind of answer a question gets: one module, `about_…`, writes each kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.index.answer.about_action import about_actions
from matters_arising.index.answer.about_change import about_change
from matters_arising.index.answer.about_decision import about_decisions
from matters_arising.index.answer.about_figure import about_figures
from matters_arising.index.answer.about_heading import about_heading
from matters_arising.index.answer.about_passage import about_passages
from matters_arising.index.answer.draft import Draft
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.lead import earlier_reports
from matters_arising.index.question.reading import Question
from matters_arising.index.search import Hit
from matters_arising.index.word.term import Terms


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question with all that was found for it.

    `evidence` are sentences, best first. `leads` are the lines of the action it is about,
    `decided` the decisions and `figures` the figures asked for; each empty where there is none.
    `headed` stands under the very heading that is asked for.
    """

    question: Question
    scope: Filter
    terms: Terms
    hits: Sequence[Hit]
    evidence: Sequence[Evidence]
    leads: tuple[Held[Action], ...]
    decided: tuple[Held[Decision], ...]
    figures: tuple[Held[Measure], ...]
    headed: Hit | None = None


def write_draft(catalogue: Catalogue, inquiry: Inquiry) -> Draft:
    """The answer, by the records found and by what is asked; passages where no record leads."""
    question, figures, evidence = inquiry.question, inquiry.figures, inquiry.evidence
    if inquiry.decided:
        return about_decisions(question, inquiry.decided, evidence)
    if len(figures) > 1 or (figures and not question.over_time):
        return about_figures(question, figures, evidence, inquiry.terms)
    headed = inquiry.headed
    if headed is not None and (told := about_heading(catalogue, headed, evidence)):
        return told
    leads = inquiry.leads
    earlier = earlier_reports(catalogue, leads, inquiry.scope) if leads else ()
    if told := _changed(catalogue, inquiry, reports=len(earlier) + 1):
        return told
    if figures:
        return about_figures(question, figures, evidence, inquiry.terms)
    if leads:
        return about_actions(question, leads, earlier, evidence, inquiry.terms)
    return about_passages(question, evidence, inquiry.terms)


def _changed(catalogue: Catalogue, inquiry: Inquiry, *, reports: int) -> Draft | None:
    """What was said at several times, where that is asked and tells more than the action does.

    An action that leads has been reported so many times; its own history tells best whose it
    was and when it was due.
    """
    question, has_history = inquiry.question, bool(inquiry.leads) and reports > 1
    if not question.over_time or question.refs:
        return None
    if has_history and question.asks in ("due", "owner"):
        return None
    rows = [hit.held.record_id for hit in inquiry.hits if hit.passage.kind == "row"]
    ids = tuple(row for row in rows if row is not None)
    actions = catalogue.actions(ActionFilter(ids=ids))
    compared = question.measured or len(question.times) > 1
    least = 2 if compared or not inquiry.leads else reports + 1
    return about_change(question, inquiry.terms, inquiry.evidence, actions, least=least)
