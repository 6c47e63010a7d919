"""How far the evidence supports an answer: the subject, the fact asked for, its time.

Evidence is read unit by unit: a sentence, or a cell of a few words with its whole row. What
stands near a sentence counts with it, since a subject is named once and then meant ("Keeping
it empty costs …"), and so do the headings and the title above.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer.counted import Counted, counted_in
from matters_arising.index.answer.fact import Fact, first_asked
from matters_arising.index.answer.named import Names
from matters_arising.index.answer.sign import is_to_come
from matters_arising.index.answer.subject import Subject, subject_of
from matters_arising.index.answer.timing import is_of_another, speaks_of
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.encoder.maxsim import Vectors, unpack
from matters_arising.index.question.reading import Question
from matters_arising.index.question.time import AskedTime, find_times
from matters_arising.index.search import Found, Hit, context
from matters_arising.index.word.term import Terms, stems

FAR, NEAR = 0.5, 0.85
"""Likeness of words at which one says nothing of the other, and at which it says the same."""

FEW_WORDS = 8
"""A cell of no more words than this is read with its whole row."""

AROUND = 50
"""Words before and after a sentence that are near it."""

ROW = 0.6
"""What the rest of its row counts for a sentence of a long cell. A figure must have a word of
the subject in its own sentence: a row says many things."""

NEARNESS = 0.6
"""What counts of the subject near the fact, beside the subject of the whole passage."""

BEST_SCORE = 1.3
"""What a passage scores that has all the words and speaks of nothing else."""

UNRELATED = 0.22
"""The likeness of a question to a passage that has nothing to do with it."""

ABOUT = 0.8
"""A sentence with this share of the subject is about it."""

PARTS_READ = 12
"""Figures and decisions read by themselves, beside the passages found."""

_CAPITAL = re.compile(r"\b[A-Z][a-z]+")

_DENIED = re.compile(
    r"\bcannot (?:yet )?(?:say|tell|report)\b|\bnor do we (?:yet )?have\b"
    r"|\bnot (?:yet )?have (?:a |any )?(?:\w+ ){0,2}(?:figures?|data|information)\b"
    r"|\bno (?:\w+ ){0,2}(?:figures?|data|information) (?:is|are|was|were|yet|available|held)\b"
    r"|\b(?:figures?|data|information) (?:is|are|was|were) not\b"
    r"|\bnot (?:yet )?(?:known|recorded|collected)\b",
    re.I,
)
"""A paper's own word that it has no figure."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of evidence, with how far it and what is near speak of the subject, 0 to 1.

    `own` counts its words alone, `near` those around it and the titles above, `whole` the
    whole passage with words that mean nearly the same; `like` is the likeness of the passage,
    word by word.
    `gives` says that it has the kind of fact asked for, `timely` that it is of the time,
    `placed` that it can speak of the names in the question,
    `denies` that it is about the subject and says itself that there is no figure.
    """

    text: str
    hit: Hit
    own: float
    near: float
    whole: float
    like: float
    gives: bool
    timely: bool
    placed: bool
    denies: bool

    def support(self, fact: Fact | None) -> float:
        """How far it supports an answer, were the fact and the time right, from 0 to 1."""
        if fact is not None and not fact.anyhow:
            return NEARNESS * self.near + (1 - NEARNESS) * self.whole
        likeness = (self.whole + self.like + min(self.hit.score / BEST_SCORE, 1.0)) / 3
        return max(likeness - UNRELATED, 0.0) / (1 - UNRELATED)


@dataclass(frozen=True, slots=True)
class Inquest:
    """What evidence is read for: a question's subject and times, and the fact it asks for.

    `counted` is what a number is to count, `names` the names that a paper needs.
    """

    subject: Subject
    times: tuple[AskedTime, ...]
    meeting: bool
    fact: Fact | None
    counted: Counted | None
    names: Names

    @classmethod
    def of(cls, question: Question, terms: Terms, fact: Fact | None, names: Names) -> "Inquest":
        """What the evidence for a question is read for.

        Any account of a subject will do whatever its time, unless it is of a meeting's day.
        """
        meeting = question.names_body or question.asks == "decision"
        times = question.times if meeting else ()
        if fact is not None:
            times = find_times(first_asked(question.text))
        counted = counted_in(question.text) if fact is not None else None
        return cls(subject_of(question, terms, fact), times, meeting, fact, counted, names)

    @property
    def measures(self) -> bool:
        """Whether a figure is asked for."""
        return self.fact is not None and self.fact.measured

    def is_given(
        self, piece: "_Piece", own: float, likeness: Mapping[str, float], *, row: float
    ) -> bool:
        """Whether a unit with so much of the subject in itself has the kind of fact asked for."""
        if self.fact is None:
            return True
        if self.fact.settled and (piece.is_cell or is_to_come(piece.text if own else piece.around)):
            return False
        told = self._unsaid(piece.around if piece.is_cell else piece.text)
        if self.counted and not self.counted.is_counted_in(
            told, row if piece.is_cell else own, likeness
        ):
            return False
        return self.fact.given(told)

    def _unsaid(self, text: str) -> str:
        """A text with the question's own words in small letters: they are not the name asked."""
        said = {term for term, _ in self.subject.weights}
        return _CAPITAL.sub(lambda m: m[0].lower() if stems(m[0]) <= said else m[0], text)

    def is_timely(self, piece: "_Piece", above: str, date: str | None) -> bool:
        """Whether a unit of a report of that date can be of a time asked about.

        A figure is of the time that its own sentence or row tells, or what stands above it: the
        sentence after it may be of another time.
        """
        if not self.times:
            return True
        if self.measures and is_of_another(self.times, piece.text):
            return False
        told = piece.text if self.measures and not piece.is_cell else piece.around
        return speaks_of(self.times, f"{told} {above}", date, meeting=self.meeting)


def read_units(inquest: Inquest, found: Found, encoder: QueryEncoder, *, topic: str) -> list[Unit]:
    """Every unit of what was found; `topic` are the words that `found.words` are vectors of."""
    words = [_word_at(topic, *span) for span in encoder.word_spans(topic)]
    hits = (*found.hits, *found.parts[:PARTS_READ])
    return [unit for hit in hits for unit in _units(hit, inquest, _likeness(hit, found, words))]


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How like a passage is to the question: to each of its words, and on the whole."""

    of_words: Mapping[str, float]
    whole: float


def _units(hit: Hit, inquest: Inquest, like: _Likeness) -> Iterator[Unit]:
    subject = inquest.subject
    above = f"{hit.passage.heading} {hit.held.paper.title} {hit.held.committee or ''}"
    held = subject.stems(f"{context(hit.held)} {above}")
    placed = inquest.names.are_meant(hit.held.paper, held)
    elsewhere = {word: met for word, met in like.of_words.items() if word not in held}
    whole = subject.coverage(held, like.of_words)
    of_row = ROW * whole if hit.passage.kind == "row" else 0.0
    for piece in _pieces(hit):
        near = f"{piece.around} {above}"
        own = subject.coverage(subject.stems(piece.text), {})
        linked = of_row if own or not inquest.measures else 0.0
        yield Unit(
            piece.text,
            hit,
            own=own,
            near=max(subject.coverage(subject.stems(near), elsewhere), linked),
            whole=whole,
            like=like.whole,
            gives=inquest.is_given(piece, own, like.of_words, row=whole),
            timely=inquest.is_timely(piece, above, hit.held.date),
            placed=placed,
            denies=own >= ABOUT and _DENIED.search(piece.text) is not None,
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A unit's text and what is near it; a cell of a few words is near its whole row."""

    text: str
    around: str
    is_cell: bool = False


def _pieces(hit: Hit) -> Iterator[_Piece]:
    is_row = hit.passage.kind == "row"
    for paragraph in hit.passage.text.split("\n"):
        if is_row and len(paragraph.split()) <= FEW_WORDS:
            yield _Piece(paragraph, hit.passage.search_text, is_cell=True)
            continue
        sentences = split_sentences(paragraph)
        for at, sentence in enumerate(sentences):
            first = "" if is_row else sentences[0]
            yield _Piece(sentence, f"{first} {_around(sentences, at)}")


def _around(sentences: Sequence[str], at: int) -> str:
    """A sentence with the words before and after it."""
    before = " ".join(sentences[:at]).split()[-AROUND:]
    after = " ".join(sentences[at + 1 :]).split()[:AROUND]
    return " ".join((*before, sentences[at], *after))


def _likeness(hit: Hit, found: Found, words: Sequence[str]) -> _Likeness:
    if not hit.packed:
        return _Likeness({}, 0.0)
    likest = (found.words @ unpack(hit.packed, found.words.shape[1]).T).max(axis=1)
    return _Likeness(_by_stem(words, likest), float(np.average(likest, weights=found.weights)))


def _by_stem(words: Sequence[str], likest: Vectors) -> dict[str, float]:
    """How well each stem is met by the likest word, from 0 to 1."""
    best: dict[str, float] = {}
    for word, like in zip(words, likest, strict=True):
        met = min(1.0, max(0.0, (float(like) - FAR) / (NEAR - FAR)))
        for stem in stems(word):
            best[stem] = max(best.get(stem, 0.0), met)
    return best


def _word_at(text: str, start: int, end: int) -> str:
    """The whole word that a piece of it stands in."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
