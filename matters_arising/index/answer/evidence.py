"""Evidence: the sentences of what was found, weighed against the question."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from matters_arising.corpus.passage import Passage
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.encoder.maxsim import Vectors, unpack
from matters_arising.index.passage import embedded_text
from matters_arising.index.search import Found, Hit
from matters_arising.index.word.term import Terms

COVERAGE_WEIGHT = 0.5
"""How much the words themselves count beside the likeness of their vectors."""

UNDER_HEADING = 0.7
"""How much a word of the heading counts as if the sentence under it said it."""

LONGEST_HEADING = 10
"""A heading of more words is a sentence of the table it stands in."""


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
        heading = _heading(hit.passage)
        for sentence, likeness in _likeness(hit, found, encoder, floor):
            own = terms.coverage(sentence, paper=paper)
            under = terms.coverage(f"{heading} {sentence}", paper=paper)
            covered = own + UNDER_HEADING * (under - own)
            near = covered if likeness is None else likeness
            weighed.append(Evidence(sentence, hit, near + COVERAGE_WEIGHT * covered))
    return list(_distinct(sorted(weighed, key=lambda evidence: -evidence.score)))


def _likeness(
    hit: Hit, found: Found, encoder: QueryEncoder, floor: Vectors
) -> Iterator[tuple[str, float | None]]:
    """Each sentence of a passage with its likeness; None where its words were not all kept."""
    text = embedded_text(hit.passage)
    spans = encoder.word_spans(text)
    vectors = unpack(hit.packed, found.words.shape[1]) if hit.packed else None
    start = max(text.find(hit.passage.text[:20]), 0)
    if vectors is not None and len(vectors) == len(spans):
        floor = np.maximum(floor, _said_above(hit, found, spans, vectors))
    for sentence in _sentences(hit.passage.text):
        at = text.find(sentence, start)
        if vectors is None or len(vectors) != len(spans) or at < 0:
            yield sentence, None
            continue
        inside = [i for i, (a, b) in enumerate(spans) if at <= a and b <= at + len(sentence)]
        yield sentence, _best(found, vectors[inside], floor)


def _heading(passage: Passage) -> str:
    """The heading nearest to a passage; none where it is itself a sentence."""
    nearest = passage.heading.rpartition(" › ")[2]
    return nearest if len(nearest.split()) <= LONGEST_HEADING else ""


def _said_above(
    hit: Hit, found: Found, spans: Sequence[tuple[int, int]], vectors: Vectors
) -> Vectors:
    """How like each telling word is to those of the nearest heading, as far as it counts."""
    heading = _heading(hit.passage)
    start = embedded_text(hit.passage).find(heading)
    end = start + len(heading)
    inside = [i for i, (a, b) in enumerate(spans) if start <= a and b <= end]
    if not heading or not inside:
        return np.full(len(found.words), -1.0, np.float32)
    above: Vectors = UNDER_HEADING * np.max(found.words @ vectors[inside].T, axis=1)
    return above


def _sentences(text: str) -> Iterator[str]:
    """The sentences of each paragraph or cell: none runs over from one to the next."""
    for paragraph in text.split("\n"):
        yield from split_sentences(paragraph)


def _best(found: Found, words: Vectors, floor: Vectors) -> float:
    """Late interaction of the question's telling words with these; what goes without saying in
    the paper, at least as far as its floor."""
    if not len(words):
        return 0.0
    likest = np.maximum(np.max(found.words @ words.T, axis=1), floor)
    return float(np.average(likest, weights=found.weights))


def _distinct(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Evidence without what was said before in the same words in a report of that date."""
    seen: set[tuple[str, str | None]] = set()
    for item in evidence:
        key = ("".join(item.text.lower().split()), item.hit.held.date)
        if key not in seen:
            seen.add(key)
            yield item
