"""An answer from what the papers say: the best sentences, read on to where they lead."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from matters_arising.index.answer import say
from matters_arising.index.answer.citation import cite_evidence
from matters_arising.index.answer.draft import (
    CITED,
    FEWEST_LEFT,
    OVER,
    SPOKEN,
    Draft,
    cite_further,
    count_words,
    stretch,
)
from matters_arising.index.answer.evidence import Evidence
from matters_arising.index.answer.verdict import verdict_of_words
from matters_arising.index.question.polar import verb_asked
from matters_arising.index.question.reading import Question
from matters_arising.index.search import context
from matters_arising.index.word.term import Terms

NEAR_BEST, TELLS_MORE = 0.8, 0.65
"""A further quote answers at least this share as well as the best; the second, where it holds
words of the question that nothing quoted yet does."""

AS_GOOD = 0.93
"""What answers at least this share as well as the best is told before what adds a word."""

NOT_NEWS = 0.5
"""A word that the paper is about this far is no news in it."""

NEW, PART = 0.12, 0.3
"""Such words are at least the first share of the question, by weight; with the second they are
another part of it, told before what answers as well."""

FIRST = 0.85
"""Share of the words that the first stretch may take."""


def about_passages(question: Question, evidence: Sequence[Evidence], terms: Terms) -> Draft:
    """The best sentences with where they stand; what came of a matter is read on to its end."""
    first = 1.0 if question.asks in ("status", "why") else FIRST
    asks_event = question.polar and verb_asked(question.text) is not None
    ranked = _of_the_matter(evidence, terms) if asks_event else _from_the_first(question, evidence)
    chosen = list(read_on(ranked, terms, SPOKEN, first=first))
    said = [f"{say.quoted(text)} ({say.say_source(cite_evidence(i))})." for text, i in chosen]
    citations = [cite_evidence(item) for _, item in chosen]
    if verdict := verdict_of_words(question, chosen[0][1], terms):
        said.insert(0, f"{verdict}.")
    return Draft(" ".join(said), cite_further(citations, ranked))


def _from_the_first(question: Question, evidence: Sequence[Evidence]) -> Sequence[Evidence]:
    """The evidence; of several that list who came, or did not, side by side, the first goes first.

    One sends apologies, and the next is absent.
    """
    if question.asks != "attendance" or question.wanted is None:
        return evidence
    best = evidence[0]
    listed = [e for e in evidence if e.hit is best.hit and re.search(question.wanted, e.text, re.I)]
    first = min(listed or [best], key=lambda item: best.hit.passage.text.find(item.text))
    return [replace(first, score=best.score), *(item for item in evidence if item is not first)]


def _of_the_matter(evidence: Sequence[Evidence], terms: Terms) -> Sequence[Evidence]:
    """The evidence whose passages have the rarest word of the question that the best one has.

    What was launched besides is no answer to whether the handbook was.
    """
    weights = dict(terms.weights)
    told = terms.held(evidence[0].text)
    rarest = max(sorted(told), key=lambda term: weights[term], default=None)
    return [
        item for item in evidence if rarest is None or rarest in terms.held(context(item.hit.held))
    ]


def read_on(
    ranked: Sequence[Evidence], terms: Terms, words: int, *, first: float = FIRST
) -> Iterator[tuple[str, Evidence]]:
    """Stretches of text around the best sentences, until the words are used up.

    A stretch begins with a sentence that answers and reads on in its passage, since what
    follows often completes it ("This is out of …"). After the first, what tells of a part of
    the question that is not told yet goes before what only answers as well.
    """
    told = [stretch(ranked[0], int(words * first))]
    yield told[0], ranked[0]
    left = words - count_words(told[0])
    while left >= FEWEST_LEFT - OVER and len(told) < CITED:
        item = _next(ranked, told, terms, left)
        if item is None:
            return
        told.append(stretch(item, left))
        left -= count_words(told[-1])
        yield told[-1], item


def _next(
    ranked: Sequence[Evidence], told: Sequence[str], terms: Terms, words: int
) -> Evidence | None:
    """What to tell next within the words: what tells more, else what answers nearly as well."""
    best = ranked[0].score
    as_good = [item for item in ranked[1:] if item.score >= AS_GOOD * best]
    part = _telling_more(ranked, told, terms, least=PART)
    more = [*part, *as_good, *_telling_more(ranked, told, terms, least=NEW)]
    near = [item for item in ranked if item.score >= NEAR_BEST * best]
    for item in (*more, *near):
        text = stretch(item, words)
        most = words + OVER if item in more else words
        if most >= FEWEST_LEFT and count_words(text) <= most and not _overlap(item, text, told):
            return item
    return None


def _overlap(item: Evidence, text: str, told: Sequence[str]) -> bool:
    return any(item.text in said or said in text for said in told)


def _telling_more(
    ranked: Sequence[Evidence], told: Sequence[str], terms: Terms, *, least: float
) -> list[Evidence]:
    """Evidence that holds telling words which nothing told does, what answers best first.

    They are at least this share of the question, by weight.
    """
    held = terms.held(" ".join(told))
    good = [item for item in ranked if item.score >= TELLS_MORE * ranked[0].score]
    more = [(terms.share(_new(item, held, terms)), item) for item in good]
    ranked_more = sorted(more, key=lambda pair: -pair[0] - pair[1].score / ranked[0].score)
    return [item for share, item in ranked_more if share >= least]


def _new(item: Evidence, held: frozenset[str], terms: Terms) -> frozenset[str]:
    """The telling words of a sentence that are not told yet and that its paper is not about."""
    about = terms.about(item.hit.held.paper.id)
    return frozenset(w for w in terms.held(item.text) - held if about.get(w, 0.0) < NOT_NEWS)
