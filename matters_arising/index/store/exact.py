"""Exact search: every candidate vector compared, in one product over a mapped file.

An exact index is a folder of two files of bare numbers, made once and never changed:

* `passages.i64`: the passages, ascending
* `vectors.f32`: their vectors, one after another, single precision, mapped when read

At 100,000 passages of 384 numbers a question takes 7 to 15 ms on idle cores, the time 154 MB
need to pass over the memory bus, and finds all there is to find.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from matters_arising.errors import ModelMismatch
from matters_arising.index.encoder.maxsim import Vectors, unit

Passages = NDArray[np.int64]
Rows = NDArray[np.intp]

_BATCH = 4096
_SPARSE = 8
"""Fewer than one row in this many: copying them costs less than comparing all there are."""


class Neighbour(NamedTuple):
    """A passage and its cosine likeness to the question, from -1 to 1."""

    passage: int
    score: float


@dataclass(frozen=True, slots=True)
class ExactIndex:
    """Passages, ascending, and their unit vectors, row by row."""

    passages: Passages
    vectors: Vectors

    @classmethod
    def open(cls, folder: Path, *, dimension: int) -> "ExactIndex":
        """Map an index; raises OSError or ValueError where its files are not whole."""
        passages = np.fromfile(folder / "passages.i64", "<i8")
        if not len(passages):
            return cls.of((), dimension=dimension)
        vectors = np.memmap(folder / "vectors.f32", "<f4", mode="r")
        return cls(passages, np.asarray(vectors).reshape(len(passages), dimension))

    @classmethod
    def of(cls, stored: Iterable[tuple[int, bytes]], *, dimension: int) -> "ExactIndex":
        """An index in memory alone, for a library that cannot be written to."""
        batches = list(_read(stored, dimension))
        return cls(
            np.concatenate([passages for passages, _ in batches] or [np.zeros(0, np.int64)]),
            np.concatenate([v for _, v in batches] or [np.zeros((0, dimension), np.float32)]),
        )

    def __len__(self) -> int:
        """How many passages it holds."""
        return len(self.passages)

    def search(self, query: Vectors, *, k: int, allowed: Passages | None = None) -> list[Neighbour]:
        """The `k` likest passages among `allowed` (None: all), likest first."""
        return self.rank(query, None if allowed is None else self.rows_of(allowed), k=k)

    def rows_of(self, passages: Passages) -> Rows:
        """The rows of those passages that are held, ascending."""
        return np.flatnonzero(np.isin(self.passages, passages))

    def rank(self, query: Vectors, rows: Rows | None, *, k: int) -> list[Neighbour]:
        """The `k` likest of these rows (None: all), likest first, the older of equals first."""
        scores = self._scores(query, rows)
        if 0 < k < len(scores):
            kth = np.partition(scores, len(scores) - k)[len(scores) - k]
            best = np.flatnonzero(scores >= kth)
        else:
            best = np.arange(len(scores))
        best = best[np.argsort(-scores[best], kind="stable")][: max(k, 0)]
        passages = self.passages if rows is None else self.passages[rows]
        return [Neighbour(int(passages[i]), float(scores[i])) for i in best]

    def _scores(self, query: Vectors, rows: Rows | None) -> Vectors:
        if rows is None:
            return self.vectors @ query
        if len(rows) * _SPARSE < len(self):
            return self.vectors[rows] @ query
        everything: Vectors = self.vectors @ query
        return everything[rows]


def write_exact(folder: Path, stored: Iterable[tuple[int, bytes]], *, dimension: int) -> int:
    """Make the files of an exact index in an existing folder; returns the count of passages.

    `stored` gives passages, ascending, and their half-precision vectors. Memory stays bounded.
    """
    count = 0
    with (folder / "passages.i64").open("wb") as ids, (folder / "vectors.f32").open("wb") as out:
        for passages, vectors in _read(stored, dimension):
            ids.write(passages.astype("<i8").tobytes())
            out.write(vectors.astype("<f4").tobytes())
            count += len(passages)
    return count


def _read(
    stored: Iterable[tuple[int, bytes]], dimension: int
) -> Iterator[tuple[Passages, Vectors]]:
    remaining = iter(stored)
    while batch := list(islice(remaining, _BATCH)):
        if any(len(vector) != 2 * dimension for _, vector in batch):
            raise ModelMismatch(
                f"The library holds vectors of another length than this model's {dimension}. "
                f"Run 'matters doctor --repair' to index it again."
            )
        halves = np.frombuffer(b"".join(vector for _, vector in batch), "<f2")
        vectors = unit(halves.astype(np.float32).reshape(len(batch), dimension))
        yield np.array([passage for passage, _ in batch], np.int64), vectors
