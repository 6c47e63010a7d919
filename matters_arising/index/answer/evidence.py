"""Evidence: the sentences of what was found, weighed against the question."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.encoder.maxsim import Vectors, weighted_mean
from matters_arising.index.passage import embedded_text
from matters_arising.index.search import Found, Hit
from matters_arising.index.word.term import Terms

COVERAGE_WEIGHT = 0.5
"""How much the words themselves count beside the likeness of their vectors."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence, word for word, with the hit it stands in and how well it answers."""

    text: str
    hit: Hit
    score: float


def weigh_sentences(found: Found, terms: Terms, encoder: QueryEncoder) -> list[Evidence]:
    """Every sentence of the hits with its weight, best first, each wording once of a date.

    A sentence is as good as its own words are for the question's: late interaction over
    the word vectors kept with the passage, so nothing is encoded again.
    """
    weighed = []
    for hit in found.hits:
        paper = hit.held.paper.id
        about = terms.about(paper)
        floor = np.asarray([about.get(word, -1.0) for word in found.stems], np.float32)
        for sentence, likeness in _likeness(hit, found, encoder, floor):
            covered = terms.coverage(sentence, paper=paper)
            near = covered if likeness is None else likeness
            weighed.append(Evidence(sentence, hit, near + COVERAGE_WEIGHT * covered))
    return list(_distinct(sorted(weighed, key=lambda evidence: -evidence.score)))


def _likeness(
    hit: Hit, found: Found, encoder: QueryEncoder, floor: Vectors
) -> Iterator[tuple[str, float | None]]:
    """Each sentence of a passage with its likeness; None where its words were not all kept."""
    text = embedded_text(hit.passage)
    spans = encoder.word_spans(text)
    start = max(text.find(hit.passage.text[:20]), 0)
    for sentence in _sentences(hit.passage.text):
        at = text.find(sentence, start)
        if hit.likeness.shape[1] != len(spans) or at < 0:
            yield sentence, None
            continue
        inside = [i for i, (a, b) in enumerate(spans) if at <= a and b <= at + len(sentence)]
        yield sentence, _best(found, hit.likeness[:, inside], floor)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of each paragraph or cell: none runs over from one to the next."""
    for paragraph in text.split("\n"):
        yield from split_sentences(paragraph)


def _best(found: Found, likeness: Vectors, floor: Vectors) -> float:
    """Late interaction of the question's telling words (rows) with these (columns).

    A word that goes without saying there, as its floor tells, counts at least so much.
    """
    if not likeness.size:
        return 0.0
    likest = np.maximum(np.max(likeness, axis=1), floor)
    return weighted_mean(likest, found.weights)


def _distinct(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Evidence without what was said before in the same words in a report of that date."""
    seen: set[tuple[str, str | None]] = set()
    for item in evidence:
        key = ("".join(item.text.lower().split()), item.hit.held.date)
        if key not in seen:
            seen.add(key)
            yield item
