"""What the fact found by reading rules out: answers that rest on something else.

Sentences are weighed twice: by how they fit the question, and by whether they give the kind
of fact it asks for. Where the two disagree, what was found is told of something else.
"""

from collections.abc import Iterator, Sequence

from matters_arising.corpus.held import Held
from matters_arising.corpus.record import Action, Measure
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.ranking import fitness_of_given
from matters_arising.index.answer.refusal import Support
from matters_arising.index.answer.unheld import codes_unheld
from matters_arising.index.question.reading import Question
from matters_arising.index.search import Hit, context
from matters_arising.index.word.term import Terms

AGREED = 0.7
"""What gives a figure, or what happened, fits the question at least so well beside the best.

Of 68 figures asked for that papers give, in six sets of questions, none fell below; of six
asked for that they do not give, and that were told before, three did.
"""

LEADS = 0.5
"""An action leads an answer where its row holds this share of the words asked for."""

OWNS = 0.6
"""The owner is told of an action whose own wording and section hold this share: its other columns
speak of much that is somebody else's."""


def find_gap(
    question: Question, terms: Terms, evidence: Sequence[Evidence], support: Support
) -> str | None:
    """What is missing though the evidence seems to support an answer; None for nothing."""
    if codes_unheld(terms.unknown):
        return "subject"
    return "fact" if is_doubtful(question, evidence, support) else None


def is_doubtful(question: Question, evidence: Sequence[Evidence], support: Support) -> bool:
    """Whether what gives the fact fits the question far worse than what does not give it."""
    fact = support.fact
    if fact is None or not support.given or not (fact.measured or fact.settled or fact.tied):
        return False
    return fitness_of_given(question, evidence, support.given) < AGREED


def is_given(measure: Measure, support: Support) -> bool:
    """Whether a figure stands in a text that gives what is asked for, where any does."""
    texts = [text for _, text in support.given]
    return not texts or any(text in measure.quote or measure.quote in text for text in texts)


def may_lead(support: Support, terms: Terms, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits but for rows that cannot lead: with too few of the words, or without the date."""
    fact = support.fact
    dated = fact is not None and fact.recorded and not fact.anyhow
    giving = {passage for passage, _ in support.given}
    for hit in hits:
        if hit.passage.kind != "row":
            yield hit
        elif not dated or hit.held.id in giving:
            covered = terms.coverage(context(hit.held), paper=hit.held.paper.id)
            if covered >= LEADS:
                yield hit


def is_owned(question: Question, terms: Terms, leads: Sequence[Held[Action]]) -> bool:
    """Whether actions are of what is asked about, where it is asked whose it is."""
    return question.asks != "owner" or all(
        terms.coverage(f"{held.record.section or ''} {held.record.action}", paper=held.paper.id)
        >= OWNS
        for held in leads
    )
