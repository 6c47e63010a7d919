"""Encoding what waits: from passages in the catalogue to vectors in the catalogue."""

from array import array
from collections.abc import Iterator

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held, PassageVectors
from matters_arising.corpus.passage import Passage
from matters_arising.errors import ModelMismatch
from matters_arising.index.encoder.light import QueryEncoder, query_encoder
from matters_arising.index.encoder.maxsim import pack
from matters_arising.index.passage import embedded_text

AT_ONCE = 512
"""Passages encoded and saved together: few enough that little is lost to a power cut, enough
to be batched by length."""

FEW = 16
"""Up to so many passages the light encoder is done before torch would be imported: 10 s on a
busy machine, on which it took 0.5 s a passage. Its vectors are the same within 1e-4."""

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


def open_encoder(model: str, waiting: int) -> QueryEncoder:
    """The encoder that is quickest for so many passages, loading included."""
    if waiting <= FEW:
        return query_encoder(model)
    from matters_arising.index.encoder.embed import Encoder

    return Encoder.load(model)


def encode_waiting(
    catalogue: Catalogue, waiting: "array[int]", encoder: QueryEncoder
) -> Iterator[int]:
    """Encode passages, saving as it goes; yields how many are done after each save."""
    note_model(catalogue, encoder.name, dimension=encoder.dimension)
    for start in range(0, len(waiting), AT_ONCE):
        held = catalogue.passages(waiting[start : start + AT_ONCE])
        catalogue.save_vectors(_encode(held, encoder))
        yield min(start + AT_ONCE, len(waiting))


def _encode(held: tuple[Held[Passage], ...], encoder: QueryEncoder) -> Iterator[PassageVectors]:
    vectors, words = encoder.encode_with_words([embedded_text(one.record) for one in held])
    halves = vectors.astype("<f2")
    for one, vector, of_words in zip(held, halves, words, strict=True):
        yield PassageVectors(one.id, vector.tobytes(), pack(of_words))
