"""The words of a question weighed: how rare they are, and which a passage holds."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("porter")  # the stemmer of the full-text index
_WORD = re.compile(r"[^\W\d_]+|\d+")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a lower-case word, as the full-text index has it."""
    return str(_STEMMER.stemWord(word))


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()))


@dataclass(frozen=True, slots=True)
class Terms:
    """A question's telling words by stem, each with its weight: the rarer, the more.

    `unknown` are those that stand in no passage of the library.
    """

    weights: tuple[tuple[str, float], ...]
    unknown: tuple[str, ...]

    def weight(self, word: str) -> float:
        """The weight of a word as it stands in a text; slight for one not asked about."""
        return max((dict(self.weights).get(found, 0.0) for found in stems(word)), default=0.0)

    def coverage(self, text: str) -> float:
        """The weight of the terms that the text holds, as a share of all, from 0 to 1."""
        held = stems(text)
        total = sum(weight for _, weight in self.weights)
        return sum(w for term, w in self.weights if term in held) / total if total else 0.0


def weigh_terms(terms: Iterable[str], counts: Sequence[int], passages: int) -> Terms:
    """Weigh terms by how many of `passages` hold them: inverse document frequency.

    The weight is Robertson and Sparck Jones's as BM25 has it, never below a tenth.
    """
    weights: dict[str, float] = {}
    unknown: list[str] = []
    for term, count in zip(terms, counts, strict=True):
        rarity = math.log(1 + (passages - count + 0.5) / (count + 0.5))
        for word in _WORD.findall(term.lower()):
            weights.setdefault(stem(word), max(rarity, 0.1))
        if not count:
            unknown.append(term)
    return Terms(tuple(weights.items()), tuple(unknown))
