"""The heading that a question asks for: "what has to get better" is under "What needs to improve".

A heading is asked for where every word of it that tells anything is in the question, or has one
there that means nearly the same, and where its paper is what the rest of the question names.
"""

import re
from collections.abc import Iterator

from matters_arising.index.answer.draft import count_words
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.encoder.maxsim import Vectors
from matters_arising.index.passage import embedded_text
from matters_arising.index.question.reading import Question
from matters_arising.index.question.telling import telling_words
from matters_arising.index.search import Found, Hit
from matters_arising.index.word.term import Terms, stems

SAME = 0.6
"""Words so like each other mean the same of a paper's part: "better", "improve"."""

ALL_NAMED, NAMED = 0.85, 0.6
"""Share of the words asked for that the heading, those above it and the paper's title name: where
its own words are all in the question, and where others there mean the same."""

FEWEST_WORDS = 3
"""Words of a heading that is asked for by itself."""

ASKS = ("what", "status", "why")


def headed_as_asked(
    question: Question, terms: Terms, found: Found, encoder: QueryEncoder
) -> Hit | None:
    """The best hit under the heading a question asks for, in its words or others; None for none."""
    if question.asks not in ASKS:
        return None
    said = stems(question.text)
    prose_first = sorted(found.hits, key=lambda hit: hit.passage.kind != "text")
    in_words = (hit for hit in prose_first if _is_asked_in_words(hit, said, terms))
    in_others = (hit for hit in prose_first if _is_asked(hit, said, terms, found, encoder))
    return next(in_words, None) or next(in_others, None)


def _is_asked_in_words(hit: Hit, said: frozenset[str], terms: Terms) -> bool:
    own = _own(hit)
    long = count_words(own) >= FEWEST_WORDS
    return long and stems(own) <= said and _names(hit, terms) >= ALL_NAMED


def _is_asked(
    hit: Hit, said: frozenset[str], terms: Terms, found: Found, encoder: QueryEncoder
) -> bool:
    own = _own(hit)
    telling = stems(" ".join(telling_words(own)))
    if count_words(own) < FEWEST_WORDS or not telling:
        return False
    alike = list(_alike(hit, own, found, encoder))
    met = said | stems(" ".join(word for word, _ in alike))
    return telling <= met and _names(hit, terms, *(asked for _, asked in alike)) >= NAMED


def _own(hit: Hit) -> str:
    """The words of the nearest heading."""
    return re.sub(r"\d", "", hit.passage.heading.rpartition(" › ")[2])


def _names(hit: Hit, terms: Terms, *alike: str) -> float:
    """The share of the words asked for that the headings, the paper's names and these words are."""
    paper = hit.held.paper
    named = (hit.passage.heading, paper.title, paper.name, *alike)
    return terms.coverage(" ".join(named), paper=paper.id)


def _alike(hit: Hit, own: str, found: Found, encoder: QueryEncoder) -> Iterator[tuple[str, str]]:
    """Words of the heading with the stem of the word asked for that each is like."""
    text = embedded_text(hit.passage)
    spans = encoder.word_spans(text)
    start = text.find(own.strip())
    if hit.likeness.shape[1] != len(spans) or start < 0:
        return
    for at, (first, last) in enumerate(spans):
        if start <= first and last <= start + len(own):
            yield from _likest(text[first:last], hit.likeness[:, at], found)


def _likest(word: str, likeness: Vectors, found: Found) -> Iterator[tuple[str, str]]:
    best = int(likeness.argmax())
    if likeness[best] >= SAME:
        yield word, found.stems[best]
