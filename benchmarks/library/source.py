"""What large libraries are made of: every passage of a real library, with its vectors."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from matters_arising.corpus import sample
from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held
from matters_arising.corpus.passage import Passage
from matters_arising.corpus.reading import Reading
from matters_arising.corpus.record import Action, Decision, Measure
from matters_arising.index.encoder.maxsim import Vectors
from matters_arising.library import CATALOGUE, Library

Record = Action | Measure | Decision


@dataclass(frozen=True, slots=True)
class Origin:
    """A passage that was read and encoded, with the record that it was made from."""

    passage: Passage
    record: Record | None
    vector: Vectors
    tokens: bytes


@dataclass(frozen=True, slots=True)
class Source:
    """Every passage of a library; `words` are all their words, as often as they stand there."""

    origins: tuple[Origin, ...]
    words: tuple[str, ...]


def sample_source() -> Source:
    """The bundled sample, read and encoded now: about a minute."""
    with TemporaryDirectory() as folder:
        with Library.create(Path(folder)) as library:
            library.add(sample.papers())
        return read_source(Path(folder))


def read_source(library: Path) -> Source:
    """Every passage of the library in a folder."""
    with Catalogue.open(library / CATALOGUE) as catalogue:
        origins = tuple(_origins(catalogue))
    words = tuple(word for one in origins for word in one.passage.search_text.split())
    return Source(origins, words)


def _origins(catalogue: Catalogue) -> Iterator[Origin]:
    vectors = {passage: np.frombuffer(kept, "<f2") for passage, kept in catalogue.vectors()}
    ids = list(vectors)
    readings = {held.paper.id: catalogue.reading(held.paper.id) for held in catalogue.papers()}
    for held, tokens in zip(catalogue.passages(ids), catalogue.tokens(ids), strict=True):
        vector = vectors[held.id].astype(np.float32)
        yield Origin(held.record, _record(held, readings), vector, tokens or b"")


def _record(held: Held[Passage], readings: Mapping[str, Reading]) -> Record | None:
    """The action, figure or decision that a passage was made from."""
    passage, reading = held.record, readings[held.paper.id]
    if passage.record is None:
        return None
    if passage.kind == "measure":
        return reading.measures[passage.record]
    if passage.kind == "decision":
        return reading.decisions[passage.record]
    return reading.actions[passage.record]
