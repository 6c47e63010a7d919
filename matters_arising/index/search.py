"""Both arms of the search, fused, filtered, and ranked again word by word.

The lexical arm finds exact words, the dense arm what was said in other words. Their lists
are fused by reciprocal rank (Cormack et al. 2009, k = 60), and the best candidates are
ranked by late interaction (`maxsim`), which was worth more than anything else measured.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.index.encoder import maxsim
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.encoder.maxsim import Likeness, Vectors
from matters_arising.index.passage import PARTS
from matters_arising.index.question.reading import Question
from matters_arising.index.store.vector import VectorStore
from matters_arising.index.word import lexical
from matters_arising.index.word.term import Terms, stem

DEPTH = 100
"""How many passages each arm gives."""

RERANKED = 48
"""How many fused candidates are ranked again by late interaction."""

SURE = 10
"""The first of each arm that are among them wherever the other arm has them."""

WHOLE, TOPIC, COVERAGE = 0.5, 0.5, 0.5
"""Weights of late interaction with the whole question and with its telling words alone, and
of the words themselves. Mean reciprocal rank over 102 questions of three libraries: whole
question alone .73, telling words alone .72, all three .75; each arm before: BM25 .66,
dense .45, fused .62."""

LEAST_WEIGHT = 0.5
"""What a word counts at least beside rare ones, whose weights are about 3 to 8."""

TIMELY = 0.3
"""What it is worth that a passage speaks of a time asked about, or its paper is of it."""

OF_BODY = 0.1
"""What it is worth that its report is of the body asked about."""

RANK_CONSTANT = 60
"""Softens the first ranks' weight in fusion."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with how well it answers (`score`, at most 1.5) and by which arms.

    `likeness` says how like its words (columns) are to the telling words of the question (rows);
    it has no columns where the words' vectors are not kept.
    """

    held: Held[Passage]
    score: float
    likeness: Vectors = field(compare=False, repr=False)
    lexical: bool
    dense: bool

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return self.held.record


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first.

    `hits` has each text once; `parts` are the figures and decisions found by themselves.
    `weights` are how much each telling word of the question counts, `stems` the stem of each.
    """

    hits: tuple[Hit, ...]
    weights: Vectors
    stems: tuple[str, ...]
    parts: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Arms:
    """What a search draws on: everything, unless to learn what each is worth.

    `words` and `sense` are the lexical and the dense arm; `interaction` ranks what they find
    by late interaction, `terms` by the rare words and the times that it holds.
    """

    words: bool = True
    sense: bool = True
    interaction: bool = True
    terms: bool = True


ALL_ARMS = Arms()


@dataclass(frozen=True, slots=True)
class Searcher:
    """Searches one library; `store` is None while no passage has a vector."""

    catalogue: Catalogue
    store: VectorStore | None
    encoder: QueryEncoder
    arms: Arms = ALL_ARMS

    def search(self, question: Question, terms: Terms, *, scope: Filter, limit: int) -> Found:
        """The best passages for a question within a scope; near-duplicates are folded."""
        vectors, words = self.encoder.encode_with_words([question.search_text, question.topic])
        by_words = self._match(question, scope) if self.arms.words else []
        by_sense = self._likest(vectors[0], scope) if self.arms.sense else []
        candidates = _candidates(by_words, by_sense)
        held = self.catalogue.passages(candidates)
        packed = [words or b"" for words in self.catalogue.tokens([h.id for h in held])]
        weights = self._weights(question, terms)
        whole, topic = maxsim.compare(words, packed)
        scores = self._interact(whole, topic, weights)
        by = (frozenset(by_words), frozenset(by_sense))
        hits = [
            Hit(
                one,
                float(score) + self._fit(one, question, terms),
                likeness,
                one.id in by[0],
                one.id in by[1],
            )
            for one, score, likeness in zip(held, scores, topic.each(), strict=True)
        ]
        ranked = sorted(hits, key=lambda hit: (-hit.score, hit.held.id))
        parts = tuple(hit for hit in ranked if hit.passage.kind in PARTS)
        return Found(tuple(_fold(ranked, limit)), weights, self._stems(question), parts)

    def _interact(self, whole: Likeness, topic: Likeness, weights: Vectors) -> Vectors:
        """Late interaction with the question and its topic; without it, the order as it is."""
        if not self.arms.interaction:
            return np.reciprocal(np.arange(1, len(topic.lengths) + 1, dtype=np.float32))
        return WHOLE * whole.scores() + TOPIC * topic.scores(weights)

    def _fit(self, one: Held[Passage], question: Question, terms: Terms) -> float:
        """What a passage is worth for the telling words and the times that it holds."""
        if not self.arms.terms:
            return 0.0
        covered = COVERAGE * terms.coverage(context(one), paper=one.paper.id)
        return covered + _timely(one, question) + _of_body(one, question)

    def _weights(self, question: Question, terms: Terms) -> Vectors:
        """How much each telling word of the question counts: the rarer, the more."""
        weights = [terms.weight(word) for word in self._words(question)]
        return np.asarray([max(weight, LEAST_WEIGHT) for weight in weights], np.float32)

    def _stems(self, question: Question) -> tuple[str, ...]:
        return tuple(stem(word.lower()) for word in self._words(question))

    def _words(self, question: Question) -> list[str]:
        """The whole word that each vector of the question's telling words stands for."""
        text = question.topic
        return [_word_at(text, *span) for span in self.encoder.word_spans(text)]

    def _match(self, question: Question, scope: Filter) -> list[int]:
        sought = " ".join(question.terms) or question.text
        said_so = (*question.glosses, *question.alike)
        matches = lexical.find(
            self.catalogue, sought, limit=DEPTH, scope=scope, abbreviations=said_so
        )
        return [match.passage for match in matches]

    def _likest(self, vector: Vectors, scope: Filter) -> list[int]:
        if self.store is None:
            return []
        allowed = None
        if scope.narrows:
            allowed = np.asarray(self.catalogue.allowed_passages(scope), dtype=np.int64)
        return [found.passage for found in self.store.search(vector, k=DEPTH, allowed=allowed)]


def _timely(held: Held[Passage], question: Question) -> float:
    """A little more for what is of a time that the question names."""
    return TIMELY * question.timeliness(context(held), held.date) if question.times else 0.0


def _of_body(held: Held[Passage], question: Question) -> float:
    """A little more for what the body that a question names was told or decided."""
    same = question.body is not None and held.committee == question.body.name
    return OF_BODY if same else 0.0


def _word_at(text: str, start: int, end: int) -> str:
    """The whole word that a piece of it stands in."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def context(held: Held[Passage]) -> str:
    """A passage with its headings and its paper's title: what its words are about."""
    passage = held.record
    return f"{passage.search_text} {passage.heading} {held.paper.title}"


def _candidates(*rankings: Sequence[int]) -> list[int]:
    """The best of the fused rankings, the first of each among them."""
    first = (id_ for ranking in rankings for id_ in ranking[:SURE])
    return list(dict.fromkeys((*first, *_fuse(*rankings))))[:RERANKED]


def _fuse(*rankings: Sequence[int]) -> list[int]:
    """One ranking from several, by the sum of reciprocal ranks."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, id_ in enumerate(ranking, 1):
            scores[id_] = scores.get(id_, 0.0) + 1.0 / (RANK_CONSTANT + rank)
    return sorted(scores, key=lambda id_: (-scores[id_], id_))


def _fold(ranked: Sequence[Hit], limit: int) -> list[Hit]:
    """Each text once: a paragraph printed twice, a figure's sentence beside its paragraph."""
    kept: list[Hit] = []
    for hit in ranked:
        whole = _whole_of(hit, ranked) if hit.passage.kind in PARTS else hit
        if not any(_same_text(whole, other) for other in kept):
            kept.append(whole)
        if len(kept) == limit:
            break
    return kept


def _whole_of(part: Hit, ranked: Sequence[Hit]) -> Hit:
    """The passage that a figure's or decision's words stand in, with the better score."""
    text = _squash(part.passage.text)
    for hit in ranked:
        same_paper = hit.held.paper.id == part.held.paper.id
        if hit.passage.kind not in PARTS and same_paper and text in _squash(hit.passage.text):
            return replace(hit, score=max(hit.score, part.score))
    return part


def _same_text(one: Hit, other: Hit) -> bool:
    return _squash(one.passage.text) == _squash(other.passage.text)


@lru_cache(maxsize=1_000)
def _squash(text: str) -> str:
    return "".join(text.lower().split())
