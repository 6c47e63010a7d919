"""An answer of what was said at several times, oldest first."""

import re
from collections.abc import Iterator, Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action
from matters_arising.index.answer import say
from matters_arising.index.answer.citation import cite_evidence
from matters_arising.index.answer.draft import (
    SPOKEN,
    Draft,
    capital,
    cite_further,
    stretch,
)
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.progress import progress, turning
from matters_arising.index.question.cue import FIGURE
from matters_arising.index.question.reading import Question
from matters_arising.index.search import context
from matters_arising.index.word.term import Terms

LIKE_ENOUGH = 0.5
"""What is told of a time answers at least this share as well as the best of all."""

COVERED = 0.65
"""… and stands in a passage that holds this share of what the best holds of the words."""

MOST_TIMES = 4
FEWEST_WORDS = 24
"""Times that are told, the first and the last of them, and words that each is given at least."""


def about_change(
    question: Question,
    terms: Terms,
    evidence: Sequence[Evidence],
    actions: Sequence[Held[Action]],
    *,
    least: int = 2,
) -> Draft | None:
    """The best sentence of each time that is spoken of; None where fewer are than `least`.

    `actions` are those that the evidence's rows tell of: how they stood is said with them.
    """
    times = list(_one_a_time(question, terms, evidence))
    told = times if len(times) <= MOST_TIMES else [times[0], *times[1 - MOST_TIMES :]]
    if len(told) < max(2, least):
        return None
    words = max(SPOKEN // len(told), FEWEST_WORDS)
    held = {action.id: action for action in actions}
    said = [
        _line(item, held.get(item.hit.held.record_id or -1), words, measured=question.measured)
        for item in told
    ]
    return Draft(" ".join(said), cite_further([cite_evidence(i) for i in told], evidence))


def _one_a_time(
    question: Question, terms: Terms, evidence: Sequence[Evidence]
) -> Iterator[Evidence]:
    """The best sentence for each time compared, else for each date of a paper, oldest first."""
    held = [terms.coverage(context(item.hit.held)) for item in evidence]
    least = COVERED * max(held, default=0.0)
    fits = [
        item
        for item, share in zip(evidence, held, strict=True)
        if share >= least
        and item.score >= LIKE_ENOUGH * evidence[0].score
        and (not question.measured or re.search(FIGURE, _told_of(item)))
    ]
    best: dict[str, Evidence] = {}
    if len(question.times) > 1:
        for time in question.times:
            for item in fits:
                if time.fit(item.text, item.hit.held.date) == 1.0:
                    best.setdefault(item.text, item)
                    break
    else:
        for item in fits:
            if not _within_span(question, item):
                continue
            best.setdefault(item.hit.held.date or "", item)
    yield from sorted(best.values(), key=lambda item: item.hit.held.date or "")


def _within_span(question: Question, item: Evidence) -> bool:
    """Whether it is of the years asked about, where a question names a span of them."""
    spans = [time for time in question.times if time.value and ".." in time.value]
    return not spans or spans[0].fit("", item.hit.held.date) > 0


def _told_of(item: Evidence) -> str:
    """The words that a figure may stand in: of a row, all that its passage has."""
    return item.hit.passage.text if item.hit.passage.kind == "row" else stretch(item, SPOKEN // 2)


def _line(item: Evidence, action: Held[Action] | None, words: int, *, measured: bool) -> str:
    """A date and page, what is said there, and of an action how it stood."""
    where = capital(say.say_source(cite_evidence(item)))
    if action is None or item.hit.passage.kind != "row":
        return f"{where}: {say.quoted(say.shorten(stretch(item, words), words))}."
    sentences = [s for s in progress(action.record) if s not in item.text]
    further = max(sentences, key=lambda s: _tells(s, measured=measured), default="")
    quotes = [item.text, further] if _tells(further, measured=measured) else [item.text]
    if measured and re.search(FIGURE, further):
        quotes = [further]
    said = " ".join(say.quoted(say.shorten(quote, words)) for quote in quotes)
    facts = (say.say_status(action.record), say.say_due(action.record))
    stood = "; ".join(fact for fact in facts if fact)
    ref = f"{action.record.ref}, " if action.record.ref else ""
    return f"{where}: {ref}{said}{f' ({stood})' if stood else ''}."


def _tells(sentence: str, *, measured: bool) -> float:
    """How far a sentence tells what changed: by a turn it took, or by a figure."""
    return turning(sentence) + (0.4 if measured and re.search(FIGURE, sentence) else 0.0)
