"""What leads an answer: the actions or decisions that a question is about."""

import re
from collections.abc import Sequence
from dataclasses import replace

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Decision
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.question.reading import Question
from matters_arising.index.search import Hit, context
from matters_arising.index.word.term import Terms

ACTION_FIRST, FIELD_FIRST = 0.1, 0.25
"""An action leads though prose fits better by this much, where it is asked how it stands;
where it is asked whose it is or when it is due."""

SHARE_OF_BEST = 0.7
"""A decision holds at least this share of what the best passage holds of the words."""

FIELDS = ("status", "owner", "due")
"""What is asked of an action rather than of a text."""

OTHER_FACTS = ("due", "attendance")
"""What is asked of a meeting that no decision says."""

BRACKETED = re.compile(r"\((?:action )?([A-Za-z]{0,4}\d{1,3}[A-Za-z]?)\)")
"""A ref in brackets, as reports name the actions they speak of."""

MOST_DECISIONS = 6
"""More decisions than this are no answer but a set of minutes."""


def listed_actions(
    catalogue: Catalogue, question: Question, scope: Filter
) -> tuple[Held[Action], ...]:
    """Every action that fits the owner, state, plan and time that the question names.

    An action reported several times is listed as the latest paper that fits has it.
    """
    due = next((date for date in question.dates if "/" not in date), None)
    owner = question.owners[0] if question.owners else None
    by_due = question.asks == "due" or not (owner or question.statuses)
    asked = ActionFilter(
        scope=scope, owner=owner, states=question.statuses, due_in=due if by_due else None
    )
    found = [held for held in catalogue.actions(asked) if _of_phase(held, question.phase)]
    if due is None:
        return _latest(found)
    if by_due:
        return _once([h for h in found if (h.record.due_date or "").startswith(due)])
    return _latest([h for h in found if (h.date or "").startswith(due)])


def _of_phase(held: Held[Action], phase: str | None) -> bool:
    title = f"{held.paper.title} {held.paper.name}".lower().replace("-", " ")
    return phase is None or f"phase {phase}" in title


def _once(found: Sequence[Held[Action]]) -> tuple[Held[Action], ...]:
    """Each action once, as its latest paper has it."""
    latest: dict[str, Held[Action]] = {}
    for held in sorted(found, key=lambda h: h.date or ""):
        latest[held.thread or f"{held.record.ref} {held.record.action}"] = held
    return tuple(latest.values())


def _in_years(found: Sequence[Held[Action]], question: Question) -> tuple[Held[Action], ...]:
    return tuple(held for held in found if (held.date or "")[:4] in question.years)


def _latest(found: Sequence[Held[Action]]) -> tuple[Held[Action], ...]:
    latest = max((held.date or "" for held in found), default="")
    return tuple(held for held in found if (held.date or "") == latest)


def actions_by_ref(
    catalogue: Catalogue, question: Question, scope: Filter
) -> tuple[Held[Action], ...]:
    """The actions of the refs asked for, in the years asked for, as the latest paper has them."""
    found = [
        held
        for ref in question.refs
        for held in catalogue.actions(ActionFilter(scope=scope, ref=ref))
    ]
    return _one_paper(_latest(_in_years(found, question) or found))


def _one_paper(found: Sequence[Held[Action]]) -> tuple[Held[Action], ...]:
    """A draft and a final of one date say the same twice: one of them is enough."""
    if not found:
        return ()
    names = sorted({held.paper.name for held in found}, reverse=True)
    return tuple(held for held in found if held.paper.name == names[0])


def best_action(
    catalogue: Catalogue, question: Question, hits: Sequence[Hit], scope: Filter
) -> tuple[Held[Action], ...]:
    """The action that the best hits are of, in its latest report; none where prose leads."""
    rows = [h for h in hits if h.passage.kind == "row" and h.held.record_id is not None]
    if not rows or question.asks == "figure":
        return ()
    prose = max((h.score for h in hits if h not in rows), default=0.0)
    if rows[0].score + _lead_of_actions(question, rows[0]) < prose:
        return ()
    wanted = tuple(h.held.record_id for h in rows[:1] if h.held.record_id is not None)
    found = catalogue.actions(ActionFilter(ids=wanted))
    thread = found[0].thread if found else None
    if thread is not None and (question.over_time or not question.years):
        reports = catalogue.actions(ActionFilter(scope=scope, thread=thread))
        return _one_paper(_latest(reports))
    return found


def action_named(
    catalogue: Catalogue, question: Question, evidence: Sequence[Evidence]
) -> tuple[Held[Action], ...]:
    """The action that the best sentence names by its ref, as the papers of its date list it.

    None where something else than an action's fields is asked, or the sentence names several.
    """
    if question.asks not in FIELDS or not evidence:
        return ()
    best = evidence[0]
    named = dict.fromkeys(BRACKETED.findall(best.text))
    if len(named) != 1:
        return ()
    found = catalogue.actions(ActionFilter(ref=next(iter(named))))
    return _one_paper([held for held in found if held.date == best.hit.held.date])


def _lead_of_actions(question: Question, best: Hit) -> float:
    """How much better prose must fit than an action before it leads instead."""
    if question.over_time:
        return 2 * ACTION_FIRST  # an action's reports are its history
    timely = not question.years or (best.held.date or "")[:4] in question.years
    if not timely or question.asks not in FIELDS:
        return 0.0
    return ACTION_FIRST if question.asks == "status" else FIELD_FIRST


def earlier_reports(
    catalogue: Catalogue, leads: Sequence[Held[Action]], scope: Filter
) -> tuple[Held[Action], ...]:
    """What earlier papers said of the same action, the latest of them first."""
    thread = leads[0].thread
    if thread is None:
        return ()
    held = catalogue.actions(ActionFilter(scope=scope, thread=thread))
    before = [h for h in held if (h.date or "") < (leads[0].date or "")]
    return tuple(sorted(before, key=lambda h: h.date or "", reverse=True))


def decisions_asked(
    catalogue: Catalogue,
    question: Question,
    hits: Sequence[Hit],
    terms: Terms,
    scope: Filter,
) -> tuple[Held[Decision], ...]:
    """The decisions asked for: of the day named, else of the reports found; of one item."""
    of_meeting = question.dates and question.names_body and question.asks not in OTHER_FACTS
    if question.asks != "decision" and not of_meeting:
        return ()
    if question.window is not None:
        within = replace(scope, since=question.window[0], until=question.window[1])
    elif hits:
        within = replace(scope, papers=tuple({hit.held.paper.id for hit in hits}))
    else:
        return ()
    decided = catalogue.decisions(DecisionFilter(scope=within))
    reports = {(h.held.paper.id, h.passage.report): h.score for h in reversed(hits)}
    best = max(decided, key=lambda held: _fit(held, reports, terms), default=None)
    if best is None or _fit(best, reports, terms) < 0.3:
        return ()
    most = max((terms.coverage(context(hit.held)) for hit in hits[:3]), default=0.0)
    if not question.dates and _words(best, terms) < SHARE_OF_BEST * most:
        return ()
    same = [held for held in decided if _item(held) == _item(best)]
    return tuple(same[:MOST_DECISIONS])


def _item(held: Held[Decision]) -> tuple[str, str | None, int]:
    return (held.paper.id, held.record.item, held.record.report)


def _fit(held: Held[Decision], reports: dict[tuple[str, int], float], terms: Terms) -> float:
    """How well a decision fits: its words, and how well its report answers."""
    decision = held.record
    return _words(held, terms) + reports.get((held.paper.id, decision.report), 0.0) / 2


def _words(held: Held[Decision], terms: Terms) -> float:
    """Share of the words asked for that the decision holds, its item and body among them."""
    decision = held.record
    return terms.coverage(f"{decision.item} {decision.text} {held.committee}")
