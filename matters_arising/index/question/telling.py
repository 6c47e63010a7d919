"""The words of a question that carry its meaning, and the other forms they may be printed in."""

import re
from collections.abc import Iterable, Iterator

from matters_arising.index.question.body import NamedBody
from matters_arising.index.question.cue import (
    ASIDES,
    AT_A_MEETING,
    GENERIC,
    MONTH,
    NUMBERED,
    SAID_OTHERWISE,
)
from matters_arising.index.question.name import is_spelt
from matters_arising.index.word.lexical import STOP_WORDS, is_ref
from matters_arising.index.word.term import stem, stems

_WORD = re.compile(r"[\w£%]+(?:['’.-]\w+)*")
_YEARS = re.compile(r"\d\d/\d\d")
_DENIES = re.compile(
    r"(?:is|are|was|were|has|have|had|did|do|does|ca|could|wo|would|should)n['’]?t"
)
"""An auxiliary that denies, which carries no meaning: "wasn't"."""


def unsaid_forms(text: str, glosses: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Of each pair, the form that the text does not have."""
    for short, long in glosses:
        yield short if is_spelt(long, text.lower()) else long


def telling_words(text: str) -> tuple[str, ...]:
    """The words that carry the meaning, as papers would print them."""
    words = list(_words(ASIDES.sub(" ", text.lower())))
    named = set(NUMBERED.findall(text.lower()))
    kept = [
        w
        for w in words
        if not _DENIES.fullmatch(w)
        and re.sub("['’].*", "", w) not in GENERIC
        and (w in named or not MONTH.match(w))
    ]
    kept = kept or [word for word in words if word not in STOP_WORDS]
    said = (SAID_OTHERWISE.get(word, word) for word in kept if any(map(str.isalnum, word)))
    return tuple(dict.fromkeys(said))


def _words(text: str) -> Iterator[str]:
    """The words of a text, the number of a decision whole: "pl/24/34"."""
    for piece in text.split():
        number = piece.strip("()[],;:.?!'\"")
        if "/" in number and is_ref(number) and not _YEARS.fullmatch(number):
            yield number
        else:
            yield from _WORD.findall(piece)


def without_body(terms: tuple[str, ...], body: NamedBody | None) -> tuple[str, ...]:
    """The terms but for those that name the body; all of them where nothing else is asked."""
    own = body.words if body else frozenset[str]()
    return tuple(term for term in terms if not stems(term) <= own) or terms


def without_bodies(terms: tuple[str, ...], committees: Iterable[str]) -> tuple[str, ...]:
    """The terms but for the names of bodies, which the lists of those present do not print."""
    bodies = stems(" ".join(committees))
    kept = tuple(t for t in terms if stem(t) not in bodies and not AT_A_MEETING.fullmatch(t))
    return kept


def other_spellings(terms: Iterable[str]) -> Iterator[str]:
    """Other spellings that a paper may print: "foster 4" for foster4, coordinator for co-."""
    for term in terms:
        if "-" in term:
            yield term.replace("-", "")
        elif re.fullmatch(r"[a-z]{3,}\d+", term):
            yield re.sub(r"(?<=[a-z])(?=\d)", " ", term)
