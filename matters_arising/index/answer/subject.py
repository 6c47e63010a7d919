"""What a question is about: its telling words, without those that only ask."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.index.answer.fact_kind import Fact
from matters_arising.index.question.part import first_asked
from matters_arising.index.question.reading import Question
from matters_arising.index.word.lexical import STOP_WORDS
from matters_arising.index.word.term import Terms, all_stems, find_stems, stems

_SPAN = re.compile(
    r"\b(?:(?:first|second|latter|last) half|start|beginning|middle|end|course) of"
    r"(?= (?:the )?(?:(?:financial |academic |school )?year\b|(?:19|20)?\d\d\b|[A-Z][a-z]{2}))",
    re.I,
)
"""Words for a part of some time: "the first half of 2024/25"."""

_HYPHENED = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)+\b")

LONGEST_SHORT, SHORTEST_APART = 6, 3
"""Letters of a short form at most; of more than three the words may stand apart."""

LEAST_TELLING = 1.5
"""A subject with no word of this weight is not told by its words alone."""

_BODY = re.compile(
    r"committee|cttee|cabinet|panel|board|governors?|council|scrutiny|meetings?|minutes", re.I
)
_DONE_THERE = re.compile(r"resol\w+|agreed?|decid\w+|decisions?|members?|ask(?:ed)?", re.I)
"""A body and what is done there: every passage of its minutes has these."""

CARRIERS = lexicon(
    "according regarding concerning exactly currently roughly approximately apparently counts",
    "counted biggest main mainly most least highest lowest largest smallest best worst anyone",
    "anybody someone somebody everyone everything anything something please actually overall",
    "whether mention mentioned mentions named call called give given gave given kind sort type",
    "luck joy news went altogether aiming itself themselves himself herself same else",
)
"""Words that carry a question and are not its subject, whether or not a paper has them."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: the stems of its words with their weights.

    `others` are stems with the stems of other words that say the same, `short` those of short
    forms that no paper has, each with a pattern of words that it may stand for.
    """

    weights: tuple[tuple[str, float], ...]
    others: tuple[tuple[str, frozenset[str]], ...]
    short: tuple[tuple[str, re.Pattern[str]], ...] = ()
    _sought: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note all these stems: a hundred texts are looked through for them."""
        object.__setattr__(self, "_sought", all_stems(self.weights, self.others))

    def coverage(self, held: frozenset[str], likeness: Mapping[str, float]) -> float:
        """The share of the subject that these stems have, or words like them."""
        total = sum(weight for _, weight in self.weights)
        met = sum(w * (1.0 if t in held else likeness.get(t, 0.0)) for t, w in self.weights)
        return met / total if total else 1.0

    def stems(self, text: str) -> frozenset[str]:
        """The stems of a text, with those it has in other words."""
        return self._with_others(text, stems(text))

    def told(self, text: str) -> frozenset[str]:
        """Of the same, those that `coverage` asks for, and maybe others."""
        return self._with_others(text, find_stems(text, self._sought))

    def _with_others(self, text: str, held: frozenset[str]) -> frozenset[str]:
        spelt = {term for term, words in self.short if words.search(text)}
        return held | spelt | {term for term, other in self.others if other <= held}


def subject_of(question: Question, terms: Terms, fact: Fact | None) -> Subject:
    """The question's telling words, but for those that name the kind of fact or a meeting.

    Of two questions in one, those of the first.

    None are left where it asks of a meeting of some day as such: all that is of that day is
    about it.
    """
    others = (*terms.others, *_CHAIRS, *_unhyphened(question.text))
    short = tuple(_short_forms(question.text, terms.unknown))
    asking = _stems_of(question.terms, fact.words) if fact else frozenset[str]()
    done = asking | _stems_of(question.terms, _DONE_THERE)
    besides = _carried(question.text) | (
        stems(question.text) - stems(_SPAN.sub(" ", first_asked(question.text)))
    )
    telling = [(term, weight) for term, weight in terms.weights if term and term not in besides]
    told = telling or [(term, weight) for term, weight in terms.weights if term]
    for left_out in (done | _stems_of(question.terms, _BODY), done, asking):
        kept = [(term, weight) for term, weight in told if term not in left_out]
        if any(weight >= LEAST_TELLING for _, weight in kept):
            return Subject(tuple(kept), others, short)
        if not kept and question.names_body and question.times:
            return Subject((), others, short)
    return Subject(tuple(told), others, short)


_CARRIED = frozenset(stem for word in CARRIERS for stem in stems(word))
_SMALL = frozenset(stem for word in STOP_WORDS for stem in stems(word))
_CHAIRS = tuple(
    (chair, stems(word))
    for chair in stems("chair")
    for word in ("chairman", "chairwoman", "chairperson")
)
"""Words for whoever is in the chair."""


def _carried(text: str) -> frozenset[str]:
    """Stems that carry a question: of words with hyphens, as "on-call", the small ones alone."""
    joined = frozenset(part for word in _HYPHENED.findall(text.lower()) for part in stems(word))
    return (_CARRIED - joined) | (_SMALL & joined)


def _stems_of(words: Sequence[str], like: re.Pattern[str]) -> frozenset[str]:
    return frozenset(stem for word in words if like.fullmatch(word) for stem in stems(word))


def _unhyphened(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The parts of words with hyphens, which a paper may print as one: "co-ordinators"."""
    for word in _HYPHENED.findall(text.lower()):
        whole = stems(word.replace("-", ""))
        yield from ((part, whole) for part in stems(word))


def _short_forms(text: str, unknown: Iterable[str]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Short forms that no paper has, each with words of which it has the first letters.

    Two or three letters must be those of names, side by side: "OT" for Occupational Therapy.
    Of a longer one the words may stand a little apart.
    """
    for form in unknown:
        if form.upper() not in text or not form.isalpha() or not 2 <= len(form) <= LONGEST_SHORT:
            continue
        long = len(form) > SHORTEST_APART
        letters = form if long else form.upper()
        apart = r"\W+(?:[\w'’]+\W+){0,2}?" if long else r"\W+"
        words = apart.join(rf"{letter}[\w'’]*[a-z]" for letter in letters)
        for term in stems(form):
            yield term, re.compile(rf"\b{words}", re.I if long else 0)
