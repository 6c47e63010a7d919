"""Simpler ways to find passages, as anyone would write them: what ours must be worth."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.filter import Filter
from matters_arising.index.encoder.maxsim import Vectors, unit

K = 10
"""Passages asked for."""

Passages = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class BruteForce:
    """Every vector in memory, in single precision, compared with the question's."""

    passages: Passages
    vectors: Vectors

    @classmethod
    def of(cls, catalogue: Catalogue) -> "BruteForce":
        """All vectors of a catalogue."""
        stored = list(catalogue.vectors())
        halves = np.frombuffer(b"".join(kept for _, kept in stored), "<f2")
        vectors = unit(halves.astype(np.float32).reshape(len(stored), -1))
        return cls(np.array([passage for passage, _ in stored], np.int64), vectors)

    def nearest(self, query: Vectors, kept: NDArray[np.bool_] | None) -> Passages:
        """The likest passages, of those kept where not all are."""
        passages = self.passages if kept is None else self.passages[kept]
        scores = (self.vectors if kept is None else self.vectors[kept]) @ query
        return passages[np.argpartition(-scores, K)[:K]]


def match_words(catalogue: Catalogue, question: str, scope: Filter) -> Sequence[int]:
    """The best passages for any word of the question, by FTS5's BM25 alone."""
    query = " OR ".join(f'"{word}"' for word in re.findall(r"\w+", question))
    return [match.passage for match in catalogue.match(query, limit=K, scope=scope)]


class Bm25s:
    """The package bm25s, which scores all passages of a word beforehand."""

    def __init__(self, catalogue: Catalogue, passages: Passages) -> None:
        """Index every passage."""
        import bm25s

        self._bm25s: Any = bm25s
        texts = [held.record.search_text for held in catalogue.passages(passages.tolist())]
        self._index: Any = bm25s.BM25()
        self._index.index(bm25s.tokenize(texts, show_progress=False), show_progress=False)

    def match(self, question: str, kept: NDArray[np.bool_] | None) -> None:
        """Find the best passages."""
        mask = None if kept is None else kept.astype(np.float32)
        tokens = self._bm25s.tokenize(question, show_progress=False)
        self._index.retrieve(tokens, k=K, show_progress=False, weight_mask=mask)


def has_bm25s() -> bool:
    """Whether the package is installed."""
    return find_spec("bm25s") is not None
