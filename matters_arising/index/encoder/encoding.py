"""Encoding what waits: from passages in the catalogue to vectors in the catalogue."""

from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from threading import Event
from types import TracebackType
from typing import Self

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.held import Held, PassageVectors
from matters_arising.corpus.passage import Passage
from matters_arising.errors import ModelMismatch
from matters_arising.index.encoder.family import Family, batch_families
from matters_arising.index.encoder.light import QueryEncoder
from matters_arising.index.encoder.maxsim import pack
from matters_arising.index.encoder.part import Encoded

AT_ONCE = 256
"""Passages encoded and saved together: few enough to tell people how far it is, and that
little is lost to a power cut; enough to share out between cores."""

WORTHWHILE = 64
"""New passages that are encoded without waiting for more: enough to share out between cores."""

_AT_A_TIME = 2
"""Batches under way: one that is encoded, and one that lies ready, so that the encoder need
not wait while the one before it is saved."""

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


@dataclass(frozen=True, slots=True)
class _Batch:
    """Passages on their way, by id, and what will be their vectors."""

    ids: "array[int]"
    vectors: Future[list[PassageVectors]]


class Encoding:
    """Passages on their way to vectors, while their papers' successors are taken in.

    A thread of its own encodes; only the caller's uses the catalogue. A context manager,
    whose end stops it: what is not saved by then waits in the catalogue for another run.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        encoder: Callable[[], QueryEncoder],
        *,
        on_saved: Callable[[int, int], object] = lambda done, known: None,
    ) -> None:
        """Watch a catalogue; `encoder` opens the encoder, in that thread, once it is needed.

        `on_saved` is told after each batch how many passages are done, of how many.
        """
        self._catalogue = catalogue
        self._encoder = encoder
        self._on_saved = on_saved
        self._seen = max(catalogue.passages_without_vectors(), default=0)
        self._done = self._begun = 0
        self._thread = ThreadPoolExecutor(1)
        self._under_way: deque[_Batch] = deque()
        self._stopped = Event()

    def __enter__(self) -> Self:
        """The encoding itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop: what is being encoded just now is dropped, within a few texts of it."""
        self._stopped.set()
        self._thread.shutdown(wait=False, cancel_futures=True)

    def warm_up(self) -> None:
        """Begin to open the encoder, though there is nothing to encode yet."""
        self._thread.submit(self._encoder)

    def begin_new(self) -> None:
        """Begin to encode the passages that came since this was made, if they are worth it.

        Whoever reads the papers runs ahead meanwhile, so no core waits for the last of them
        to be read. What is left over, and what waited before, is left to `begin_all`.
        """
        waiting = self._catalogue.passages_without_vectors(after=self._seen)
        if len(waiting) >= WORTHWHILE:
            self._begin(waiting)
            self._seen = waiting[-1]

    def begin_all(self) -> None:
        """Begin to encode all that waits, whenever it came."""
        begun = {passage for batch in self._under_way for passage in batch.ids}
        waiting = self._catalogue.passages_without_vectors()
        self._begin(array("q", (passage for passage in waiting if passage not in begun)))

    def finish(self) -> None:
        """Wait for all that was begun, and save it."""
        self._save_until(0)

    def _begin(self, waiting: "array[int]") -> None:
        self._begun += len(waiting)
        for families in batch_families(self._read(waiting), most=AT_ONCE):
            ids = array("q", (one.id for family in families for one in family.passages))
            vectors = self._thread.submit(self._encode, families)
            self._under_way.append(_Batch(ids, vectors))
            self._save_until(_AT_A_TIME)

    def _read(self, waiting: "array[int]") -> Iterator[Held[Passage]]:
        """The passages themselves, few of which are in memory at a time."""
        for start in range(0, len(waiting), AT_ONCE):
            yield from self._catalogue.passages(waiting[start : start + AT_ONCE])

    def _encode(self, families: Sequence[Family]) -> list[PassageVectors]:
        wholes = [family.said for family in families]
        encoded = self._encoder().encode_wholes(wholes, between=self._check)
        passages = chain.from_iterable(family.passages for family in families)
        return [_keep(one.id, made) for one, made in zip(passages, encoded, strict=True)]

    def _check(self) -> None:
        """Give up what nobody waits for: a program ends once its threads have."""
        if self._stopped.is_set():
            raise CancelledError

    def _save_until(self, left: int) -> None:
        """Save the oldest batches, waiting for each, until so many are under way."""
        while len(self._under_way) > left:
            batch = self._under_way[0]
            self._save(batch.ids, batch.vectors.result())
            self._under_way.popleft()
            self._done += len(batch.ids)
            self._on_saved(self._done, self._begun)

    def _save(self, ids: "array[int]", vectors: Sequence[PassageVectors]) -> None:
        encoder = self._encoder()
        note_model(self._catalogue, encoder.name, dimension=encoder.dimension)
        # A paper may have been replaced since, and its passages with it.
        held = {one.id for one in self._catalogue.passages(ids)}
        self._catalogue.save_vectors([one for one in vectors if one.passage in held])


def _keep(passage: int, encoded: Encoded) -> PassageVectors:
    """What became of a passage, in the format in which it is kept."""
    return PassageVectors(passage, encoded.vector.astype("<f2").tobytes(), pack(encoded.words))
