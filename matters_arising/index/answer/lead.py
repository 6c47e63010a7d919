"""What leads an answer: the actions or decisions that a question is about."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import ActionFilter, DecisionFilter, Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Decision
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.listed import latest
from matters_arising.index.question.cue import HOLDER
from matters_arising.index.question.reading import Question
from matters_arising.index.search import Hit, context
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import Terms, stem

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

_PURPOSE = re.compile(r"\b(?:to ensure|to make sure|so that|in order to)\b")
"""Where an action's wording goes on from what is done to what for."""

LIKE_LETTERS = 5
"""Words with so many first letters in common are of one root."""

MOST_DECISIONS = 6
"""More decisions than this are no answer but a set of minutes."""


def _in_years(found: Sequence[Held[Action]], question: Question) -> tuple[Held[Action], ...]:
    return tuple(held for held in found if (held.date or "")[:4] in question.years)


def actions_by_ref(
    catalogue: Catalogue, question: Question, scope: Filter
) -> tuple[Held[Action], ...]:
    """The actions of the refs asked for, in the years asked for, as the latest paper has them."""
    found = [
        held
        for ref in question.refs
        for held in catalogue.actions(ActionFilter(scope=scope, ref=ref))
    ]
    return _one_paper(latest(_in_years(found, question) or found))


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
    if not all(_answers(held.record, question) for held in found):
        return ()
    thread = found[0].thread if found else None
    if thread is not None and (question.over_time or not question.years):
        reports = catalogue.actions(ActionFilter(scope=scope, thread=thread))
        return _one_paper(latest(reports))
    return found


def _answers(action: Action, question: Question) -> bool:
    """Whether an action says whose it is or when it is due, where that is asked of it."""
    if question.asks == "due":
        return bool(action.due_text or action.due_date)
    if question.asks != "owner":
        return True
    return bool(action.owners) and not _asks_for_post(question) and _is_of(action, question.owned)


def _asks_for_post(question: Question) -> bool:
    """Whether it asks who holds a post, which no action's owner tells."""
    held = HOLDER.search(question.text)
    return held is not None and question.owned is None and not _OF_OWNERS.search(question.text)


def _is_of(action: Action, thing: str | None) -> bool:
    """Whether an action is of the thing whose owner is asked for, and not of a thing beside it.

    "Recruitment questions" are questions: a noun before another noun is not what it is of.
    """
    if thing is None:
        return True
    beside = (text for _, text in action.columns if len(text.split()) <= SHORT_COLUMN)
    told = (_PURPOSE.split(action.action)[0], *beside)
    words = re.findall(r"\w+|[^\w\s]", f"{'. '.join(told)}.".lower())
    return any(
        (stem(word) == thing and not _is_content(after)) or _is_other_form(word, thing)
        for word, after in pairwise(words)
    )


def _is_content(word: str) -> bool:
    return word.isalpha() and word not in STOP_WORDS


def _is_other_form(word: str, thing: str) -> bool:
    """Whether a word is of the same root in another form: "recruit" for recruitment."""
    return (
        stem(word) != thing
        and len(word) >= LIKE_LETTERS
        and word[:LIKE_LETTERS] == thing[:LIKE_LETTERS]
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
    return tuple(same[:MOST_DECISIONS])


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
