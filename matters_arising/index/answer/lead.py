"""What leads an answer: the actions or decisions that a question is about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Decision
from matters_arising.index.answer.decided import DECISION
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.latest import latest, latest_actions
from matters_arising.index.answer.owned import is_of
from matters_arising.index.question.cue import AT_A_MEETING, HOLDER
from matters_arising.index.question.event import tells_event
from matters_arising.index.question.reading import Question
from matters_arising.index.search import Hit, context
from matters_arising.index.word.term import Terms, stems

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

FORMAL = re.compile(
    r"\bminutes\b.{0,120}\b(?:correct|accurate|approved|agreed|confirmed|signed)\b|\bapologies\b"
    r"|\bdeclarations? of interest",
    re.I,
)
"""What every meeting decides."""

SHORT_COLUMN = 20
"""A column of no more words may name what an action is of, as the risk of a register does."""

_OF_OWNERS = re.compile(r"\b(?:owner|lead|officer responsible|responsible)\b", re.I)

NEAR_BEST = 0.8
"""Where it is asked whose a thing is, a row this good beside the best may be of it."""

ABOUT = 0.5
"""Share of the subject's words that an item has whose decisions are asked for."""

MOST_DECISIONS = 6
"""More decisions than this are no answer but a set of minutes."""


def actions_by_ref(
    catalogue: Catalogue, question: Question, scope: Filter
) -> tuple[Held[Action], ...]:
    """The actions of the refs asked for, in the years asked for, as the latest paper has them."""
    asked = [ActionFilter(scope=scope, ref=ref) for ref in question.refs]
    found = latest_actions(catalogue, asked, of_date=lambda date: date[:4] in question.years)
    return _one_paper(found or latest_actions(catalogue, asked))


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
    near = [row for row in rows if row.score >= NEAR_BEST * rows[0].score]
    read = near if question.owned else rows[:1]
    found = next(filter(None, (_answering(catalogue, question, row) for row in read)), ())
    if not found:
        return ()
    thread = found[0].thread if found else None
    if thread is not None and (question.over_time or not question.years):
        reports = catalogue.actions(ActionFilter(scope=scope, threads=(thread,)))
        return _one_paper(latest(reports))
    return found


def _answering(catalogue: Catalogue, question: Question, row: Hit) -> tuple[Held[Action], ...]:
    """The action of a row, where it answers what is asked of it."""
    ids = () if row.held.record_id is None else (row.held.record_id,)
    found = catalogue.actions(ActionFilter(ids=ids))
    return found if all(_answers(held.record, question) for held in found) else ()


def _answers(action: Action, question: Question) -> bool:
    """Whether an action says whose it is or when it is due, where that is asked of it."""
    if question.asks == "due":
        dated = bool(action.due_text or action.due_date) and not question.by_the_clock
        told = (action.action, action.update or "", *(text for _, text in action.columns))
        return dated and (question.event is None or tells_event(" ".join(told), question.event))
    if question.asks != "owner":
        return True
    return bool(action.owners) and not _asks_for_post(question) and _is_of(action, question.owned)


def _asks_for_post(question: Question) -> bool:
    """Whether it asks who holds a post, which no action's owner tells."""
    held = HOLDER.search(question.text)
    return held is not None and question.owned is None and not _OF_OWNERS.search(question.text)


def _is_of(action: Action, thing: str | None) -> bool:
    """Whether an action, or a short column of its row, is of the thing whose owner is asked."""
    beside = (text for _, text in action.columns if len(text.split()) <= SHORT_COLUMN)
    return thing is None or any(
        is_of(text, thing) for text in (action.action, action.due_text or "", *beside)
    )


def action_told(
    catalogue: Catalogue, question: Question, evidence: Sequence[Evidence], scope: Filter
) -> tuple[Held[Action], ...]:
    """The action whose row the best sentence stands in, where a field of an action is asked."""
    best = evidence[0].hit if evidence else None
    if question.asks not in FIELDS or best is None or best.passage.kind != "row":
        return ()
    return best_action(catalogue, question, [best], scope)


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
    held = catalogue.actions(ActionFilter(scope=scope, threads=(thread,)))
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
    decided = [
        held
        for held in catalogue.decisions(DecisionFilter(scope=within))
        if (question.body is None or question.body.may_be(held.committee))
        and (question.window is not None or _is_of_day(held, question))
    ]
    near = _Nearness.of(hits)
    best = max(decided, key=lambda held: _words(held, terms) + near.score(held) / 2, default=None)
    if best is None or _words(best, terms) + near.score(best) / 2 < 0.3:
        return ()
    if question.of_meeting_alone and question.window is not None:
        return _told_of_meeting(decided, best)
    most = max((terms.coverage(context(hit.held)) for hit in hits[:3]), default=0.0)
    if not question.dates and _words(best, terms) < SHARE_OF_BEST * most:
        return ()
    same = [held for held in decided if _item(held) == _item(best)]
    return tuple(same[:MOST_DECISIONS]) if _are_about(same, question, hits, terms) else ()


def _are_about(
    decided: Sequence[Held[Decision]], question: Question, hits: Sequence[Hit], terms: Terms
) -> bool:
    """Whether the decisions of an item, or what was found under it, have the subject's words.

    Every decision of a panel has the panel's name, and that something was agreed.
    """
    first = decided[0]
    asked = (stems(word) for word in question.terms if not _is_done_there(word))
    subject = frozenset().union(*asked) - stems(first.committee or "")
    under = [context(hit.held) for hit in hits if _stands_under(hit, first)]
    said = (f"{held.record.item} {held.record.text}" for held in decided)
    told = " ".join((first.paper.title, first.paper.name, *under, *said))
    return terms.share(terms.held(told) & subject) >= ABOUT * terms.share(subject)


def _is_done_there(word: str) -> bool:
    """Whether a word of a question is for a meeting or for what meetings do."""
    return AT_A_MEETING.fullmatch(word) is not None or DECISION.given(word)


def _stands_under(hit: Hit, held: Held[Decision]) -> bool:
    """Whether a passage is of a decision's item, or of the report that recommends it."""
    report = (hit.held.paper.id, hit.passage.report) == (held.paper.id, held.record.report)
    whole = held.record.kind == "recommendation"
    return report and (whole or hit.passage.heading.endswith(held.record.item or ""))


def _is_of_day(held: Held[Decision], question: Question) -> bool:
    """Whether a decision is of a day that the question names without a year; yes for no day."""
    days = {f"{t.month:02}-{t.day:02}" for t in question.times if t.month and t.day}
    return not days or (held.date or "")[5:] in days


def _item(held: Held[Decision]) -> tuple[str, str | None, int]:
    return (held.paper.id, held.record.item, held.record.report)


@dataclass(frozen=True, slots=True)
class _Nearness:
    """The best score of a hit in each report, and under each item of it."""

    reports: Mapping[tuple[str, int], float]
    items: Mapping[tuple[str, int, str], float]

    @classmethod
    def of(cls, hits: Sequence[Hit]) -> "_Nearness":
        worst_first = sorted(hits, key=lambda hit: hit.score)
        return cls(
            {(h.held.paper.id, h.passage.report): h.score for h in worst_first},
            {
                (h.held.paper.id, h.passage.report, h.passage.heading.rpartition(" › ")[2]): h.score
                for h in worst_first
            },
        )

    def score(self, held: Held[Decision]) -> float:
        """How well the report of a decision answers, and what stands under its own item."""
        report = (held.paper.id, held.record.report)
        of_item = self.items.get((*report, held.record.item or ""), 0.0)
        return self.reports.get(report, 0.0) + of_item


def _told_of_meeting(
    decided: Sequence[Held[Decision]], best: Held[Decision]
) -> tuple[Held[Decision], ...]:
    """All that the meeting of a decision decided, but for what every meeting does."""
    same = [h for h in decided if (h.paper.id, h.record.report) == _item(best)[::2]]
    told = [held for held in same if not FORMAL.search(held.record.text)]
    return tuple((told or same)[:MOST_DECISIONS])


def _words(held: Held[Decision], terms: Terms) -> float:
    """Share of the words asked for that the decision holds, its item and body among them."""
    decision = held.record
    return terms.coverage(f"{decision.item} {decision.text} {held.committee}")
