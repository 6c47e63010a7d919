"""Vectors of an invented library, the store over them, and the truth that it must find."""

import numpy as np

from matters_arising.index.encoder.maxsim import unit
from matters_arising.index.store.vector import VectorStore

DIMENSION = 32


class Library:
    """Vectors kept in memory as the catalogue keeps them on disk."""

    def __init__(self, count, seed=0):
        self.kept = {}
        self.given = 0
        self.changes = 0
        self.add(count, seed)

    def add(self, count, seed):
        vectors = unit(np.random.default_rng(seed).normal(size=(count, DIMENSION)))
        numbers = range(self.given + 1, self.given + 1 + count)
        self.kept.update(zip(numbers, vectors.astype("<f2"), strict=True))
        self.given += count
        self.changes += 1

    def remove(self, *passages):
        for passage in passages:
            del self.kept[passage]
        self.changes += 1

    def generation(self):
        return self.changes

    def encoded_passages(self):
        return sorted(self.kept)

    def vectors(self, *, after=0):
        return ((n, vector.tobytes()) for n, vector in sorted(self.kept.items()) if n > after)

    def likest(self, query, k, allowed=None):
        """The truth by the plainest means."""
        among = sorted(self.kept if allowed is None else set(allowed) & set(self.kept))
        scores = [-float(unit(self.kept[p].astype(np.float32)) @ query) for p in among]
        return [p for _, p in sorted(zip(scores, among, strict=True))[:k]]


def open_store(folder, library, model="tiny@1"):
    return VectorStore(folder, library, model=model, dimension=DIMENSION)


def passages(neighbours):
    return [neighbour.passage for neighbour in neighbours]
