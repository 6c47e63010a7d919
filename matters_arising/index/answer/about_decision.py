"""An answer of what was resolved, or put to a meeting to resolve."""

from collections.abc import Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Decision
from matters_arising.index.answer import say
from matters_arising.index.answer.citation import cite_decision, cite_evidence
from matters_arising.index.answer.draft import (
    OVER,
    SPOKEN,
    Draft,
    cite_further,
    count_words,
    stretch,
)
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.lead import FORMAL
from matters_arising.index.answer.verdict import verdict_of_decision
from matters_arising.index.question.reading import Question

BESIDE = 0.5
"""What the same report says beside a decision is told if it answers this well beside the best."""


def about_decisions(
    question: Question, decided: Sequence[Held[Decision]], evidence: Sequence[Evidence]
) -> Draft:
    """What was decided in its own words, then what the same report says about it."""
    first = decided[0]
    body = first.committee or "the meeting"
    date = say.say_date(first.date)
    told = {
        "resolved": f"On {date} the {body} resolved",
        "recommendation": f"The report of {date} asked the {body}",
    }[first.record.kind]
    words = " ".join(say.quoted(held.record.text) for held in decided)
    citations = [cite_decision(held) for held in decided]
    text = f"{told}: {words} ({say.say_source(citations[0])})."
    if verdict := verdict_of_decision(question, decided):
        text = f"{verdict}. {text}"
    beside = _beside(decided, evidence)
    if beside is not None:
        said = stretch(beside, max(SPOKEN - count_words(words), 0))
        cited = cite_evidence(beside)
        if count_words(said) + count_words(words) <= SPOKEN + OVER:
            text += f" {say.quoted(said)} ({say.say_source(cited)})."
        citations.insert(1, cited)
    return Draft(text, cite_further(citations, evidence))


def _beside(decided: Sequence[Held[Decision]], evidence: Sequence[Evidence]) -> Evidence | None:
    """The best sentence of the same report that the decisions do not say themselves."""
    first = decided[0]
    words = " ".join(held.record.text for held in decided)
    pages = {place.page for held in decided for place in held.record.places}
    for item in evidence:
        same = item.hit.held.paper.id == first.paper.id
        near = any(abs(p.page - page) <= 1 for p in item.hit.passage.places for page in pages)
        if item.score < BESIDE * evidence[0].score:
            return None
        new = item.text not in words and item.hit.passage.kind != "decision"
        if same and near and new and not FORMAL.search(item.text):
            again = any(held.record.text in item.text for held in decided)
            return None if again else item
    return None
