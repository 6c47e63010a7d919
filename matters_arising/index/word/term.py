"""The words of a question weighed: how rare they are, and which a passage holds."""

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

import snowballstemmer

from matters_arising.index.word.everyday import share_told

_STEMMER = snowballstemmer.stemmer("porter")  # the stemmer of the full-text index
_WORD = re.compile(r"[^\W\d_]+|\d+")
ALTERED = 2
"""Letters at the end of a stem that its words may not have: of "sensibility" it is "sensibl". No
rule of Porter's changes more without taking it away."""

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


def all_stems(
    weights: Iterable[tuple[str, float]], others: Iterable[tuple[str, frozenset[str]]]
) -> frozenset[str]:
    """The stems that have a weight, and those that may stand for them."""
    return frozenset(term for term, _ in weights).union(*(other for _, other in others))


def find_stems(text: str, sought: frozenset[str]) -> frozenset[str]:
    """Of the stems of a text's words, those sought, and maybe others.

    Stemming every word of every candidate took 20 ms of a question, and listing them 5.
    """
    return frozenset(map(stem, _words_of(sought).findall(text.lower())))


@lru_cache(maxsize=64)
def _words_of(sought: frozenset[str]) -> re.Pattern[str]:
    """What matches, in small letters, the words of some stems, and few others."""
    beginnings = sorted({word[: max(len(word) - ALTERED, 1)] for word in sought if word})
    return re.compile("|".join(map(_beginning_with, beginnings)) or "(?!)")


def _beginning_with(letters: str) -> str:
    """A pattern of whole words or numbers that begin so."""
    kind = r"\d" if letters[0].isdecimal() else r"[^\W\d_]"
    return rf"{re.escape(letters)}(?<!{kind}{'.' * len(letters)}){kind}*"


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
    _sought: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note all these stems: a hundred texts are looked through for them."""
        object.__setattr__(self, "_sought", all_stems(self.weights, self.others))

    def eased(self, everyday: Iterable[str]) -> "Terms":
        """The same, where everyday words that no paper has count no more than the rarest other.

        That no paper says "shutting" is no sign that none speaks of what shuts.
        """
        plain = frozenset().union(*map(stems, everyday))
        others = [weight for term, weight in self.weights if term not in plain]
        if not plain or not others:
            return self
        eased = ((term, min(w, max(others)) if term in plain else w) for term, w in self.weights)
        return replace(self, weights=tuple(eased))

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
        held = find_stems(text, self._sought)
        held |= {term for term, other in self.others if other <= held}
        return frozenset(term for term, _ in self.weights if term in held)


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
                weights.setdefault(found, max(rarity * share_told(word), 0.1))
        if not count and not stems(term) <= explained:
            unknown.append(term)
    return Terms(tuple(weights.items()), tuple(unknown), others)


def _others(glosses: Iterable[tuple[str, str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each stem of either form with the stems of the other."""
    for short, long in glosses:
        forms = stems(short), stems(long) - _SMALL
        for one, other in (forms, forms[::-1]):
            for word in sorted(one):
                yield word, other
