"""Whether the papers answer at all: what was found must be about it, and of its kind.

A question is refused where the words that matter stand nowhere near each other, or where it
asks for a sum, a share, a number or a date and no sentence about it holds one. The limits
were set on the 120 questions of the sample and the developers' papers; they lean towards
answering, since an answer shows its quotes and a refusal hides them.
"""

import re
from collections.abc import Sequence

from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.encoder.maxsim import unpack
from matters_arising.index.question.reading import Question
from matters_arising.index.search import Found, Hit, context
from matters_arising.index.word.term import Terms

LEAST_COVERAGE = 0.45
"""Share of the question's telling words, by weight, that one passage must hold …"""

LEAST_LIKENESS = 0.76
"""… or how near its words must come to them on average, if it says it otherwise."""

KIND_COVERAGE = 0.4
"""Share of them that must stand around the sum, share, number or date asked for."""

READ_CLOSELY = 30
"""Sentences looked at for a sum, share, number or date."""


def is_answered(
    question: Question, found: Found, evidence: Sequence[Evidence], terms: Terms
) -> bool:
    """Whether what was found answers the question."""
    if not found.hits or not _is_about(found, terms):
        return False
    wanted = question.wanted
    if wanted is None:
        return True
    return any(_gives(item, wanted, terms) for item in evidence[:READ_CLOSELY])


def _is_about(found: Found, terms: Terms) -> bool:
    """Whether some passage holds enough of the words, or says them otherwise."""
    return any(
        terms.coverage(context(hit.held)) >= LEAST_COVERAGE
        or _likeness(hit, found) >= LEAST_LIKENESS
        for hit in found.hits[:5]
    )


def _likeness(hit: Hit, found: Found) -> float:
    if not hit.packed:
        return 0.0
    words = unpack(hit.packed, found.words.shape[1])
    return float((found.words @ words.T).max(axis=1).mean())


def _gives(item: Evidence, wanted: str, terms: Terms) -> bool:
    """Whether the sentence, read with its neighbours, holds what is wanted of the subject."""
    sentences = split_sentences(item.hit.passage.text)
    at = sentences.index(item.text) if item.text in sentences else 0
    around = " ".join(sentences[max(at - 1, 0) : at + 3])
    covered = terms.coverage(f"{around} {item.hit.passage.heading}")
    return covered >= KIND_COVERAGE and bool(re.search(wanted, around, re.I))
