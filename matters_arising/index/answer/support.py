"""How far the evidence supports an answer: the subject, the fact asked for, its time.

Evidence is read unit by unit: a sentence, or a cell of a few words with its whole row. What
stands near a sentence counts with it, since a subject is named once and then meant ("Keeping
it empty costs …"), and so do the headings and the title above.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.index.answer.fact_kind import Fact
from matters_arising.index.answer.inquest import Inquest, Piece
from matters_arising.index.answer.pointing import points_back
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.encoder.maxsim import Vectors, weighted_mean
from matters_arising.index.search import Found, Hit, context
from matters_arising.index.word.term import stems

FAR, NEAR = 0.5, 0.85
"""Likeness of words at which one says nothing of the other, and at which it says the same."""

FEW_WORDS = 8
"""A cell of no more words than this is read with its whole row."""

AROUND = 50
"""Words before and after a sentence that are near it."""

ROW = 0.6
"""What the rest of its row counts for a sentence of a long cell. A figure must have a word of
the subject in its own sentence: a row says many things."""

BESIDE = 0.5
"""What the rest near a fact counts where its sentence does not point back to it."""

NEARNESS = 0.6
"""What counts of the subject near the fact, beside the subject of the whole passage."""

BEST_SCORE = 1.3
"""What a passage scores that has all the words and speaks of nothing else."""

UNRELATED = 0.22
"""The likeness of a question to a passage that has nothing to do with it."""

ABOUT = 0.8
"""A sentence with this share of the subject is about it."""

OWN_DENIAL = 0.5
"""A sentence denies that there is a figure where it has so much of the subject itself."""

PARTS_READ = 12
"""Figures and decisions read by themselves, beside the passages found."""

_BULLET = re.compile(r"\s[o•▪◦·]\s(?=[A-Z])")
"""The mark of an item of a list that is printed in one run."""

_EXCEPTED = re.compile(r"\b(?:apart from|except(?:ing| for)?|excluding|other than)\b[^,;.]*", re.I)
"""What a sentence leaves out, and so says nothing of."""

_DENIED = re.compile(
    r"\bcannot (?:yet )?(?:say|tell|report)\b|\bnor do we (?:yet )?have\b"
    r"|\bnot (?:yet )?have (?:a |any )?(?:\w+ ){0,2}(?:figures?|data|information)\b"
    r"|\bno (?:\w+ ){0,2}(?:figures?|data|information) (?:is|are|was|were|yet|available|held)\b"
    r"|\b(?:figures?|data|information) (?:is|are|was|were) not\b"
    r"|\bnot (?:yet )?(?:been )?(?:known|recorded|collected|published|named|minuted|disclosed)\b"
    r"|\bexempt from publication\b|\b(?:vote|names?|figures?) (?:was|were) not asked for\b"
    r"|\bnot (?:yet )?(?:given|set|confirmed|agreed|received) an? (?:\w+ )?(?:date|figure|name)\b"
    r"|\bwait\w* .{0,40}\bdate\b|\byet to (?:set|name|publish|give|confirm) (?:an?|the|any)\b"
    r"|\bno (?:dates?|names?|reasons?|sums?|costs?) (?:has|have|was|were|is) (?:yet )?(?:been )?"
    r"(?:given|set|named|recorded|known|agreed)\b",
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
        return max((likeness - UNRELATED) / (1 - UNRELATED), self.own - UNRELATED, 0.0)


def read_units(inquest: Inquest, found: Found, encoder: QueryEncoder, *, topic: str) -> list[Unit]:
    """Every unit of what was found; `topic` are the words that `found.weights` are of."""
    words = [_word_at(topic, *span) for span in encoder.word_spans(topic)]
    alone = [part for part in found.parts[:PARTS_READ] if not _stands_in(part, found.hits)]
    hits = (*found.hits, *alone)
    return [unit for hit in hits for unit in _units(hit, inquest, _likeness(hit, found, words))]


def _stands_in(part: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a figure or decision stands in a passage that is read anyway, with its context."""
    return any(
        part.passage.text in hit.passage.text
        for hit in hits
        if hit is not part and hit.held.paper.id == part.held.paper.id
    )


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How like a passage is to the question: to each of its words, and on the whole."""

    of_words: Mapping[str, float]
    whole: float


def _units(hit: Hit, inquest: Inquest, like: _Likeness) -> Iterator[Unit]:
    subject = inquest.subject
    above = f"{hit.passage.heading} {hit.held.paper.title} {hit.held.committee or ''}"
    held = subject.stems(f"{context(hit.held)} {above}")
    titles = subject.told(above)
    placed = inquest.is_placed(hit.held, held)
    elsewhere = {word: met for word, met in like.of_words.items() if word not in held}
    whole = subject.coverage(held, like.of_words)
    of_row = ROW * whole if hit.passage.kind == "row" else 0.0
    for piece in _pieces(hit):
        said = _EXCEPTED.sub(" ", piece.text)
        own = subject.coverage(subject.told(said), {})
        linked = of_row if own or not inquest.measures else 0.0
        alone = inquest.exact and _stands_alone(piece)
        reach = subject.told(f"{piece.lead} {said}" if alone else piece.around)
        near = max(subject.coverage(reach | titles, elsewhere), linked)
        yield Unit(
            piece.text,
            hit,
            own=own,
            near=own + BESIDE * (near - own) if alone else near,
            whole=whole,
            like=like.whole,
            gives=piece.text != hit.passage.ref
            and inquest.is_given(piece, own, like.of_words, row=whole),
            timely=inquest.is_timely(piece, above, hit.held.date),
            placed=placed,
            denies=own >= OWN_DENIAL and near >= ABOUT and _DENIED.search(piece.text) is not None,
        )


def _pieces(hit: Hit) -> Iterator[Piece]:
    is_row = hit.passage.kind == "row"
    for paragraph in hit.passage.text.split("\n"):
        if is_row and len(paragraph.split()) <= FEW_WORDS:
            yield Piece(paragraph, hit.passage.search_text, paragraph, is_cell=True)
            continue
        sentences = [part for said in split_sentences(paragraph) for part in _BULLET.split(said)]
        for at, sentence in enumerate(sentences):
            first = hit.passage.search_text.split("\n")[0] if is_row else sentences[0]
            yield Piece(sentence, f"{first} {_around(sentences, at)}", first)


def _stands_alone(piece: Piece) -> bool:
    """Whether a piece is of what its own sentence names, or the first of its paragraph.

    It is of what stands around it only where it points back to that.
    """
    return not (piece.is_cell or points_back(piece.text))


def _around(sentences: Sequence[str], at: int) -> str:
    """A sentence with the words before and after it."""
    before = " ".join(sentences[:at]).split()[-AROUND:]
    after = " ".join(sentences[at + 1 :]).split()[:AROUND]
    return " ".join((*before, sentences[at], *after))


def _likeness(hit: Hit, found: Found, words: Sequence[str]) -> _Likeness:
    if not hit.likeness.size:
        return _Likeness({}, 0.0)
    likest = hit.likeness.max(axis=1)
    return _Likeness(_by_stem(words, likest), weighted_mean(likest, found.weights))


def _by_stem(words: Sequence[str], likest: Vectors) -> dict[str, float]:
    """How well each stem is met, from 0 to 1: as well as the worst met piece of its word.

    A rare word is read in pieces ("allotment" as "all" and "otment"), of which any text may
    have one.
    """
    worst: dict[str, float] = {}
    for word, like in zip(words, likest, strict=True):
        met = min(1.0, max(0.0, (float(like) - FAR) / (NEAR - FAR)))
        worst[word] = min(worst.get(word, 1.0), met)
    best: dict[str, float] = {}
    for word, met in worst.items():
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
