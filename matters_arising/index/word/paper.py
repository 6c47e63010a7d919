"""What each paper is about: the words of its name, and those that stand all through it."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from matters_arising.corpus.held import Runs, Tally
from matters_arising.index.word.term import stem_list

HALF_ABOUT = 0.03
"""A paper with a word in this share of its passages is half about it."""

LEAST = 0.1
"""A paper that is less about a word than this is not about it."""

_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Told:
    """A term with the passages that hold it, and how well it and the papers' names tell."""

    stems: tuple[str, ...]
    tally: Tally
    called: frozenset[str]
    telling: float
    telling_by_name: float

    def share(self, paper: str) -> float:
        """How far a paper, by its id, is about the term."""
        often = self.tally.share_in(paper)
        share = self.telling * often / (often + HALF_ABOUT)
        return max(share, self.telling_by_name) if paper in self.called else share


class Subjects:
    """How far each paper is about the terms of a question, worked out for those asked for.

    A word that every paper has is no paper's subject; nor is one that stands here and there,
    unless the paper is called by it.
    """

    def __init__(self, tallies: Iterable[tuple[str, Tally]], papers: int) -> None:
        """Take the terms, each with the passages that hold it, in a library of so many papers."""
        self._told = [_tell(term, tally, papers) for term, tally in tallies]
        self._about: dict[str, Mapping[str, float]] = {}

    def about(self, paper: str) -> Mapping[str, float]:
        """The stems of the terms that a paper, by its id, is about, and how far, from 0 to 1."""
        if paper not in self._about:
            shares = ((told.stems, told.share(paper)) for told in self._told)
            self._about[paper] = {
                s: share for found, share in shares if share >= LEAST for s in found
            }
        return self._about[paper]


def _tell(term: str, tally: Tally, papers: int) -> _Told:
    found = stem_list(term)
    having = {p for p in _called(found, tally.runs) if tally.count_in(p)}
    by_name = _telling(len(having), papers)
    return _Told(found, tally, frozenset(having), _telling(_count_papers(tally), papers), by_name)


def _count_papers(tally: Tally) -> int:
    """How many papers have any of the passages."""
    runs = np.searchsorted(_firsts(tally.runs), np.asarray(tally.passages), side="right")
    return int(np.count_nonzero(np.diff(runs, prepend=0)))


@lru_cache(maxsize=1)
def _firsts(runs: Runs) -> NDArray[np.int64]:
    """The first passage of each paper that has any, ascending."""
    return np.asarray(runs.firsts, np.int64)


def _called(words: Sequence[str], runs: Runs) -> frozenset[str]:
    """The papers whose names have all these stems."""
    by_stem = _papers_by_stem(runs)
    named = [by_stem.get(word, _NOTHING) for word in words]
    return frozenset.intersection(*named) if named else _NOTHING


@lru_cache(maxsize=1)
def _papers_by_stem(runs: Runs) -> Mapping[str, frozenset[str]]:
    """The papers by the stems of what they are called; 10,000 names take 100 ms."""
    papers: defaultdict[str, set[str]] = defaultdict(set)
    for run in runs.runs:
        for word in stem_list(run.names):
            papers[word].add(run.paper)
    return {word: frozenset(called) for word, called in papers.items()}


def _telling(having: int, papers: int) -> float:
    """How well a word that so many of the papers have tells them apart: 1 for one alone."""
    return 1 - math.log(having) / math.log(papers) if having and papers > 1 else 0.0
