"""Citations: words of a paper, with where they stand."""

from dataclasses import dataclass

from matters_arising.corpus.held import Held
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.search import Hit


@dataclass(frozen=True, slots=True)
class Citation:
    """What an answer rests on: `quote` stands word for word on its pages.

    `date` is the report's, ISO 8601; `kind` is `action`, `row`, `text`, `measure` or
    `decision`; `score` says how well it answers, at most about 1.5.
    """

    paper: Paper
    date: str | None
    places: tuple[Place, ...]
    kind: str
    ref: str | None
    quote: str
    score: float

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages the quote stands on, from 1."""
        return tuple(dict.fromkeys(place.page for place in self.places))


def cite_hit(hit: Hit) -> Citation:
    """The whole passage found."""
    return cite_passage(hit.held, hit.score)


def cite_passage(held: Held[Passage], score: float) -> Citation:
    """The whole passage."""
    passage = held.record
    kind = "action" if passage.kind == "row" and passage.record is not None else passage.kind
    return Citation(held.paper, held.date, passage.places, kind, passage.ref, passage.text, score)


def cite_evidence(evidence: Evidence) -> Citation:
    """The passage that a sentence stands in, with the sentence's weight."""
    cited = cite_hit(evidence.hit)
    return Citation(
        cited.paper, cited.date, cited.places, cited.kind, cited.ref, cited.quote, evidence.score
    )


def cite_action(held: Held[Action], quote: str, score: float) -> Citation:
    """Words of an action's row."""
    action = held.record
    return Citation(held.paper, held.date, action.places, "action", action.ref, quote, score)


def cite_decision(held: Held[Decision]) -> Citation:
    """The words of a resolution or recommendation."""
    decision = held.record
    return Citation(held.paper, held.date, decision.places, "decision", None, decision.text, 1.0)


def cite_measure(held: Held[Measure]) -> Citation:
    """The words a figure is printed in."""
    measure = held.record
    return Citation(held.paper, held.date, measure.places, "measure", None, measure.quote, 1.0)
