"""What a question has counted, and whether a text counts it.

A paper that speaks of a home and prints a number need not say how many beds the home has:
what is counted has to stand in the sentence or row of the number.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from matters_arising.extract.phrase.lexicon import lexicon
from matters_arising.index.question.cue import COUNTED, NUMBER_WORD
from matters_arising.index.word.term import stem, stems

LIKE_IT = 0.6
"""A passage with a word at least so like what is counted may count it by that word."""

ENOUGH = 0.35
"""The share of the subject with which a sentence is of the persons asked about."""

_ANYTHING = lexicon("cases days weeks months years hours times others ones")
"""Words for what is counted that a count may leave out: "304 in March"."""

_PERSONS = lexicon("people persons children kids staff members residents names")
"""Words for persons, who are counted by what they did: "signed"."""

_NUMBERS = re.compile(
    rf"(?<![\w£/.-])(?!(?:19|20)\d\d\b)\d[\d,]*(?![\w/%.-])|\b{NUMBER_WORD}\b", re.I
)
_THINGS = re.compile(
    rf"(?:{_NUMBERS.pattern})\s+((?:(?!(?:of|in|on|at|for|from|to|and|or|the|with|by|as)\b)"
    r"[a-z][\w'’-]*\s+){0,3}?(?!(?:was|is|has|this|its|us|as)\b)[a-z][\w'’-]*[^\Ws]s)\b",
    re.I,
)
"""A number with the plural of what it counts."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: the stem of the things, or of what persons did, where that is told."""

    stem: str | None
    persons: bool = False

    def is_counted_in(self, text: str, own: float, likeness: Mapping[str, float]) -> bool:
        """Whether a text with so much of the subject counts it, or a word like it.

        What persons did is said in many ways: a text with enough of the subject will do.
        """
        said = self.stem is not None and self.stem in stems(text)
        if said or (self.persons and own >= ENOUGH):
            return not self._counts_others(text)
        return self.stem is not None and likeness.get(self.stem, 0.0) >= LIKE_IT

    def _counts_others(self, text: str) -> bool:
        """Whether every number in a text stands before the plural of something else: "30 miles"."""
        things = [match[1].lower().split()[-1] for match in _THINGS.finditer(text)]
        if not things or len(_NUMBERS.findall(text)) > len(things):
            return False
        own = _PERSONS if self.persons else _ANYTHING
        return not any(thing in own or stem(thing) == self.stem for thing in things)


def counted_in(question: str) -> Counted | None:
    """What a question has counted; None where any count will do."""
    asked = COUNTED.search(question)
    words = asked[1].lower().split() if asked else []
    persons = next((at for at, word in enumerate(words) if word in _PERSONS), None)
    if persons is not None:
        done = next((word for word in words[persons + 1 :] if word.endswith("ed")), None)
        return Counted(stem(done) if done else None, persons=True)
    many = next((word for word in words if word.endswith("s")), None)
    return Counted(stem(many)) if many and many not in _ANYTHING else None
