"""Exact search: every candidate vector compared, in one product over a mapped file.

An exact index is a folder of two files of bare numbers, and never changes:

* `passages.i64`: the passage of each row, ascending; GONE in the rows of those removed
* `vectors.f32`: their vectors, row by row, single precision, mapped when read

The index of the next generation shares the file of vectors with the one before, as a second
name of it: new rows are written behind those that any index lists, so that whoever reads, or
whatever is killed, sees no difference. Only `passages.i64` is written anew, 8 bytes a passage.

At 100,000 passages of 384 numbers a question takes 7 to 15 ms on idle cores, the time 154 MB
need to pass over the memory bus, and finds all there is to find.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np
from numpy.typing import NDArray

from matters_arising.errors import ModelMismatch
from matters_arising.index.encoder.maxsim import Vectors, unit

Passages = NDArray[np.int64]
Rows = NDArray[np.intp]

GONE = 0
"""Stands for a passage that was removed; real ones count from 1."""

_BATCH = 4096
_SPARSE = 8
"""Fewer than one row in this many: copying them costs less than comparing all there are."""

_MOST_GONE = 0.2
"""With a larger share of rows than this gone, an index is written anew without them."""

_IDS, _VECTORS = "passages.i64", "vectors.f32"


class Neighbour(NamedTuple):
    """A passage and its cosine likeness to the question, from -1 to 1."""

    passage: int
    score: float


class NotExtensible(Exception):
    """An index cannot be the start of another, which is then written from nothing."""


@dataclass(frozen=True, slots=True)
class ExactIndex:
    """Unit vectors, row by row, and the passage of each row, ascending; GONE for those removed."""

    listed: Passages
    vectors: Vectors
    rows: Rows | None
    """The rows that are not gone; None where none is."""

    @classmethod
    def open(cls, folder: Path, *, dimension: int) -> "ExactIndex":
        """Map an index; raises OSError or ValueError where its files are not whole."""
        listed = np.fromfile(folder / _IDS, "<i8")
        if not len(listed):
            return cls.of((), dimension=dimension)
        # The file may hold rows of a later index, or of one whose maker was killed.
        vectors = np.memmap(folder / _VECTORS, "<f4", "r", shape=(len(listed), dimension))
        return cls.with_rows(listed, np.asarray(vectors))

    @classmethod
    def of(cls, stored: Iterable[tuple[int, bytes]], *, dimension: int) -> "ExactIndex":
        """An index in memory alone, for a library that cannot be written to."""
        batches = list(_read(stored, dimension))
        return cls.with_rows(
            np.concatenate([passages for passages, _ in batches] or [np.zeros(0, np.int64)]),
            np.concatenate([v for _, v in batches] or [np.zeros((0, dimension), np.float32)]),
        )

    @classmethod
    def with_rows(cls, listed: Passages, vectors: Vectors) -> "ExactIndex":
        """An index of these rows."""
        held = np.flatnonzero(listed != GONE)
        return cls(listed, vectors, None if len(held) == len(listed) else held)

    def __len__(self) -> int:
        """How many passages it holds."""
        return len(self.listed) if self.rows is None else len(self.rows)

    @property
    def passages(self) -> Passages:
        """The passages held, ascending."""
        return self.listed if self.rows is None else self.listed[self.rows]

    def search(self, query: Vectors, *, k: int, allowed: Passages | None = None) -> list[Neighbour]:
        """The `k` likest passages among `allowed` (None: all), likest first."""
        return self.rank(query, None if allowed is None else self.rows_of(allowed), k=k)

    def rows_of(self, passages: Passages) -> Rows:
        """The rows of those passages that are held, ascending."""
        return np.flatnonzero(np.isin(self.listed, passages) & (self.listed != GONE))

    def rank(self, query: Vectors, rows: Rows | None, *, k: int) -> list[Neighbour]:
        """The `k` likest of these rows (None: all), likest first, the older of equals first."""
        among = self.rows if rows is None else rows
        scores = self._scores(query, among)
        if 0 < k < len(scores):
            kth = np.partition(scores, len(scores) - k)[len(scores) - k]
            best = np.flatnonzero(scores >= kth)
        else:
            best = np.arange(len(scores))
        best = best[np.argsort(-scores[best], kind="stable")][: max(k, 0)]
        passages = self.listed if among is None else self.listed[among]
        return [Neighbour(int(passages[i]), float(scores[i])) for i in best]

    def _scores(self, query: Vectors, rows: Rows | None) -> Vectors:
        if rows is None:
            return self.vectors @ query
        if len(rows) * _SPARSE < len(self.listed):
            return self.vectors[rows] @ query
        everything: Vectors = self.vectors @ query
        return everything[rows]

    def holds(self, stored: Iterable[tuple[int, bytes]]) -> bool:
        """Whether these passages, ascending, and their vectors are all that it holds."""
        start, held = 0, self.passages
        dimension = self.vectors.shape[1]
        for passages, vectors in _read(stored, dimension):
            end = start + len(passages)
            if not np.array_equal(held[start:end], passages):
                return False
            rows = slice(start, end) if self.rows is None else self.rows[start:end]
            if not np.allclose(self.vectors[rows], vectors, atol=1e-6):
                return False
            start = end
        return start == len(held)


def write_exact(folder: Path, stored: Iterable[tuple[int, bytes]], *, dimension: int) -> None:
    """Make the files of an exact index in an existing folder.

    `stored` gives passages, ascending, and their half-precision vectors. Memory stays bounded.
    """
    with (folder / _IDS).open("wb") as ids, (folder / _VECTORS).open("wb") as out:
        _append(ids, out, stored, dimension)


def extend_exact(
    folder: Path,
    base: Path,
    wanted: Passages,
    stored_after: Callable[[int], Iterable[tuple[int, bytes]]],
    *,
    dimension: int,
) -> None:
    """Make an index of the passages `wanted`, ascending, in an existing folder, from another.

    `stored_after` gives the vectors of the passages after one. Raises NotExtensible, and
    OSError where the disk has no second names for files.
    """
    known = ExactIndex.open(base, dimension=dimension)
    listed = np.where(np.isin(known.listed, wanted), known.listed, GONE)
    last = int(known.passages[-1]) if len(known) else 0
    kept = int(np.count_nonzero(listed != GONE))
    if kept != np.searchsorted(wanted, last, "right") or kept < (1 - _MOST_GONE) * len(listed):
        raise NotExtensible
    os.link(base / _VECTORS, folder / _VECTORS)
    with (folder / _IDS).open("wb") as ids, (folder / _VECTORS).open("r+b") as out:
        ids.write(listed.astype("<i8").tobytes())
        out.seek(len(listed) * dimension * 4)
        _append(ids, out, stored_after(last), dimension)


def _append(
    ids: BinaryIO, out: BinaryIO, stored: Iterable[tuple[int, bytes]], dimension: int
) -> None:
    for passages, vectors in _read(stored, dimension):
        ids.write(passages.astype("<i8").tobytes())
        out.write(vectors.astype("<f4").tobytes())


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
