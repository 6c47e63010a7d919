"""Encoding what waits: from passages in the catalogue to vectors in the catalogue."""

from array import array
from collections.abc import Callable, Iterator

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held, PassageVectors
from matters_arising.corpus.passage import Passage
from matters_arising.errors import ModelMismatch
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.encoder.maxsim import pack
from matters_arising.index.passage import embedded_text

AT_ONCE = 512
"""Passages encoded and saved together: few enough that little is lost to a power cut, enough
to share out between cores."""

WORTHWHILE = 64
"""New passages that are encoded without waiting for more: enough to share out between cores."""

_MODEL = "model"
_DIMENSION = "dimension"


def check_model(catalogue: Catalogue, name: str) -> None:
    """Raise ModelMismatch where the catalogue's vectors were made by another model."""
    made_by = catalogue.meta(_MODEL)
    if made_by not in (None, name):
        raise ModelMismatch(
            f"This library's vectors were made by {made_by}, not by {name}. Use that model, "
            "or make a new library with this one."
        )


def note_model(catalogue: Catalogue, name: str, *, dimension: int) -> None:
    """Note which model makes the catalogue's vectors; ModelMismatch where another does."""
    check_model(catalogue, name)
    catalogue.set_meta(_MODEL, name)
    catalogue.set_meta(_DIMENSION, str(dimension))


def vector_dimension(catalogue: Catalogue) -> int | None:
    """The length of the catalogue's vectors; None where it has none yet."""
    noted = catalogue.meta(_DIMENSION)
    return int(noted) if noted else None


def encode_waiting(
    catalogue: Catalogue, waiting: "array[int]", encoder: QueryEncoder
) -> Iterator[int]:
    """Encode passages, saving as it goes; yields how many are done after each save."""
    note_model(catalogue, encoder.name, dimension=encoder.dimension)
    for start in range(0, len(waiting), AT_ONCE):
        held = catalogue.passages(waiting[start : start + AT_ONCE])
        catalogue.save_vectors(list(_encode(held, encoder)))
        yield min(start + AT_ONCE, len(waiting))


class Newcomers:
    """The passages that come after this is made, encoded while the next papers are read.

    Whoever reads the papers runs ahead meanwhile, so no core waits for the last of them to be
    read. What is left over, and what waited before, is left to `encode_waiting`.
    """

    def __init__(self, catalogue: Catalogue, encoder: Callable[[], QueryEncoder]) -> None:
        """Watch a catalogue; `encoder` is first asked for when there is something to encode."""
        self._catalogue = catalogue
        self._encoder = encoder
        self._seen = max(catalogue.passages_without_vectors(), default=0)

    def encode(self) -> None:
        """Encode those that came since, if they are worth it."""
        waiting = self._catalogue.passages_without_vectors(after=self._seen)
        if len(waiting) >= WORTHWHILE:
            for _ in encode_waiting(self._catalogue, waiting, self._encoder()):
                pass
            self._seen = waiting[-1]


def _encode(held: tuple[Held[Passage], ...], encoder: QueryEncoder) -> Iterator[PassageVectors]:
    vectors, words = encoder.encode_with_words([embedded_text(one.record) for one in held])
    halves = vectors.astype("<f2")
    for one, vector, of_words in zip(held, halves, words, strict=True):
        yield PassageVectors(one.id, vector.tobytes(), pack(of_words))
