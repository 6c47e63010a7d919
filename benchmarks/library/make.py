"""Writing a large library: papers through the catalogue, vectors perturbed from real ones.

Encoding half a million passages takes hours, and what is measured on such a library is not
the encoder. So each passage takes the vector of the one that it was permuted from, with
noise, and its word vectors likewise; neighbours are as near as neighbours are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np

from benchmarks.library.invent import invent_paper
from benchmarks.library.source import Origin, Source, sample_source
from matters_arising.corpus.held import PassageVectors
from matters_arising.index.encoder.encoding import note_model
from matters_arising.index.encoder.maxsim import Vectors, unit
from matters_arising.index.encoder.model import find_model
from matters_arising.library import Library

NOISE = (0.2, 0.8)
"""The least and the most noise, as a length beside the vector's own of 1."""

AT_ONCE = 5_000
"""Vectors saved together."""

_LAST_BIT = 0x11
"""The last bit of both numbers in a byte of packed word vectors."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a library was made of."""

    papers: int
    passages: int


def make_library(
    folder: Path,
    *,
    papers: int,
    passages_a_paper: int,
    seed: int = 0,
    source: Source | None = None,
    searchable: bool = True,
) -> Made:
    """Fill a new library with invented papers, the same for the same seed and source.

    `source` is the bundled sample unless given; reading that starts processes, so a script
    must call this under `if __name__ == "__main__":`. With `searchable` the vector index is
    made too (beyond 500,000 passages that means Chroma: minutes); else the first search makes
    what it needs. Threads are not joined: `renew_threads` or `matters doctor --repair` does it.
    """
    source = source or sample_source()
    rng = Random(seed)
    with Library.create(folder) as library:
        drawn: list[Origin] = []
        for number in range(papers):
            invented = invent_paper(number, source, rng, passages=passages_a_paper)
            library.catalogue.put(invented.reading)
            drawn.extend(invented.origins)
        _encode(library, drawn, np.random.default_rng(seed))
        store = library.vector_store()
        if searchable and store is not None:
            store.refresh()
    return Made(papers, len(drawn))


def _encode(library: Library, drawn: Sequence[Origin], rng: np.random.Generator) -> None:
    """Give every passage its vectors; `drawn` has what each is made of, oldest first."""
    dimension = len(drawn[0].vector)
    note_model(library.catalogue, find_model(library.model).name, dimension=dimension)
    waiting = list(zip(library.catalogue.passages_without_vectors(), drawn, strict=True))
    for start in range(0, len(waiting), AT_ONCE):
        library.catalogue.save_vectors(_perturb(waiting[start : start + AT_ONCE], rng))


def _perturb(
    batch: Sequence[tuple[int, Origin]], rng: np.random.Generator
) -> Iterator[PassageVectors]:
    vectors = perturb_vectors(np.stack([origin.vector for _, origin in batch]), rng)
    for (passage, origin), vector in zip(batch, vectors.astype("<f2"), strict=True):
        yield PassageVectors(passage, vector.tobytes(), perturb_words(origin.tokens, rng))


def perturb_vectors(vectors: Vectors, rng: np.random.Generator) -> Vectors:
    """Unit vectors near the given ones, each by noise of its own length."""
    noise = unit(rng.standard_normal(vectors.shape, np.float32))
    lengths = rng.uniform(*NOISE, (len(vectors), 1)).astype(np.float32)
    return unit(vectors + noise * lengths)


def perturb_words(packed: bytes, rng: np.random.Generator) -> bytes:
    """Packed word vectors with the last bit of each number drawn anew."""
    given = np.frombuffer(packed, np.uint8)
    drawn = rng.integers(0, 256, len(given), np.uint8)
    return ((given & ~np.uint8(_LAST_BIT)) | (drawn & _LAST_BIT)).astype(np.uint8).tobytes()
