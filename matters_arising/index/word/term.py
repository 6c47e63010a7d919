"""The words of a question weighed: how rare they are, and which a passage holds."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("porter")  # the stemmer of the full-text index
_WORD = re.compile(r"[^\W\d_]+|\d+")
_SMALL = frozenset({"a", "and", "for", "in", "of", "on", "the", "to", "s"})


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The stem of a lower-case word, as the full-text index has it."""
    return str(_STEMMER.stemWord(word))


def stem_list(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order."""
    return tuple(map(stem, _WORD.findall(text.lower())))


@lru_cache(maxsize=2_000)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words, each once."""
    return frozenset(stem_list(text))


def _about_nothing(paper: str) -> Mapping[str, float]:
    return {}


@dataclass(frozen=True, slots=True)
class Terms:
    """A question's telling words by stem, each with its weight: the rarer, the more.

    `unknown` are those that stand in no passage of the library. `others` are stems with
    the stems of other words that say the same: a short form with what it stands for.
    `about` gives the terms, by stem, that a paper, by its id, is about, and how far: what its
    passages need not say.
    """

    weights: tuple[tuple[str, float], ...]
    unknown: tuple[str, ...]
    others: tuple[tuple[str, frozenset[str]], ...] = ()
    about: Callable[[str], Mapping[str, float]] = _about_nothing

    def weight(self, word: str) -> float:
        """The weight of a word as it stands in a text; slight for one not asked about."""
        weights = dict(self.weights)
        for term, other in self.others:
            for said in other:
                weights.setdefault(said, weights.get(term, 0.0) / len(other))
        return max((weights.get(found, 0.0) for found in stems(word)), default=0.0)

    def coverage(self, text: str, *, paper: str | None = None) -> float:
        """The weight of the terms that the text holds, as a share of all, from 0 to 1.

        What the text's `paper` is about counts as held, as far as the paper is about it.
        """
        held = self.held(text)
        about = self.about(paper) if paper else {}
        total = sum(weight for _, weight in self.weights)
        met = sum(w * (1.0 if term in held else about.get(term, 0.0)) for term, w in self.weights)
        return met / total if total else 0.0

    def share(self, stems: frozenset[str]) -> float:
        """The weight of some of the terms, by stem, as a share of all."""
        total = sum(weight for _, weight in self.weights)
        return sum(w for term, w in self.weights if term in stems) / total if total else 0.0

    def held(self, text: str) -> frozenset[str]:
        """The stems of the terms that the text holds, in either form."""
        held = self._stems_of_interest(text)
        held |= {term for term, other in self.others if other <= held}
        return frozenset(term for term, _ in self.weights if term in held)

    def _stems_of_interest(self, text: str) -> set[str]:
        """The stems of the words that may be ours: stemming leaves a first letter alone.

        Stemming every word of every candidate took 20 ms of a question.
        """
        known = (term for term, _ in self.weights)
        said = (word for _, other in self.others for word in other)
        initials = {word[0] for word in (*known, *said) if word}
        return {stem(word) for word in _WORD.findall(text.lower()) if word[0] in initials}


def weigh_terms(
    terms: Iterable[str],
    counts: Sequence[int],
    passages: int,
    *,
    glosses: Iterable[tuple[str, str]] = (),
) -> Terms:
    """Weigh terms by how many of `passages` hold them: inverse document frequency.

    The weight is Robertson and Sparck Jones's as BM25 has it, never below a tenth. A short
    form of `glosses` and the words it stands for are held for each other.
    """
    weights: dict[str, float] = {}
    unknown: list[str] = []
    others = tuple(_others(glosses))
    explained = {term for term, _ in others}
    for term, count in zip(terms, counts, strict=True):
        rarity = math.log(1 + (passages - count + 0.5) / (count + 0.5))
        for word in _WORD.findall(term.lower()):
            if found := stem(word):  # "s", as in "children's", has none
                weights.setdefault(found, max(rarity, 0.1))
        if not count and not stems(term) <= explained:
            unknown.append(term)
    return Terms(tuple(weights.items()), tuple(unknown), others)


def _others(glosses: Iterable[tuple[str, str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each stem of either form with the stems of the other."""
    for short, long in glosses:
        forms = stems(short), stems(long) - _SMALL
        for one, other in (forms, forms[::-1]):
            for word in one:
                yield word, other
