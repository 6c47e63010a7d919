"""The library's vectors, kept so that nothing that happens to them matters.

The catalogue holds every vector, in half precision, and alone is the truth. Two things are
derived from it, and stand on a shelf (see `shelf`) of folders that are whole or not there:

* `exact-N`: an exact index (see `exact`) of the catalogue as of its generation N, made from the
  one before where that is possible
* `chroma-N`: a Chroma (see `chroma`) of the same passages, verified in a child process, in a
  library that holds more than EXACT_LIMIT of them; in a smaller one nobody would ask it, and
  making it took 3 s at every change
* `refused-N`: how many passages there were when a Chroma made of them did not pass

A search is exact among up to EXACT_LIMIT candidates. Beyond, Chroma names OVERFETCH times
as many as are wanted, those added since it was made are put beside them, and the exact
index filters and scores them all. Where there is no good Chroma, or it names too few, the
search is exact however many candidates there are: slower, never wrong.

The writer calls `refresh` once, when a change is complete. Whoever searches first after a
writer was killed makes the exact index afresh, or holds it in memory where it may not write.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from pathlib import Path
from typing import Protocol

import numpy as np

from matters_arising.errors import LibraryBusy, LibraryUnwritable, ModelMismatch
from matters_arising.index.encoder.maxsim import Vectors
from matters_arising.index.store.chroma import (
    ChromaBusy,
    ChromaDamaged,
    ChromaIndex,
    check_chroma,
    make_chroma,
)
from matters_arising.index.store.exact import (
    ExactIndex,
    Neighbour,
    NotExtensible,
    Passages,
    Rows,
    extend_exact,
    write_exact,
)
from matters_arising.index.store.shelf import Shelf, maker_of

EXACT_LIMIT = 500_000
"""Candidates up to which exact search is quick enough: 80 ms for so many, 93 with a filter that
keeps half, and nothing missed. Chroma with such a filter took 218 to 296 ms for a fifth of
them, missed one in fourteen, and takes minutes to build."""

OVERFETCH = 5
"""Candidates asked of Chroma for each passage wanted; scored exactly, the order is right."""

_TAIL = 100
"""Chroma is left alone until this share of passages (1 in 100) was added since it was made:
the tail is searched exactly, and a copy of the folder for every paper would cost more."""

_WAIT = 60.0
"""Seconds to wait for another maker before saying that the library is busy."""

_GROWN = 1.25
"""Where a Chroma did not pass, another is not tried until the library has grown so much: building
one takes minutes, and the same vectors would be refused again."""

_EXACT, _CHROMA, _REFUSED = "exact", "chroma", "refused"


class VectorSource(Protocol):
    """Where the vectors are kept: the catalogue."""

    def generation(self) -> int:
        """A number that moves on whenever a vector is added or removed."""

    def encoded_passages(self) -> Sequence[int]:
        """Every passage that has a vector, ascending from 1.

        A passage's number is never used again for another, nor has it ever another vector of
        the same model.
        """

    def vectors(self, *, after: int = 0) -> Iterable[tuple[int, bytes]]:
        """The passages after one, ascending, and their vectors, little-endian half precision."""


class VectorStore:
    """Search by likeness over the vectors of one library, made by one model."""

    def __init__(self, folder: Path, source: VectorSource, *, model: str, dimension: int) -> None:
        """Look at `folder`, which need not exist; raises ModelMismatch for another model's."""
        self._shelf = Shelf(folder.resolve())
        self._source = source
        self._model = model
        self._dimension = dimension
        self._exact: tuple[int, ExactIndex] | None = None
        self._chroma: tuple[Path, ChromaIndex | None] | None = None
        self._tail: tuple[ExactIndex, ChromaIndex, Passages] | None = None
        self._faults: list[str] = []
        self._check_model()

    def search(self, query: Vectors, *, k: int, allowed: Passages | None = None) -> list[Neighbour]:
        """The `k` likest passages among `allowed` (None: all), likest first."""
        exact = self._current_exact()
        rows = None if allowed is None else exact.rows_of(allowed)
        count = len(exact) if rows is None else len(rows)
        if count > EXACT_LIMIT:
            fetch = ceil(k * OVERFETCH * len(exact) / count)
            named = self._named_by_chroma(exact, query, fetch=fetch)
            if rows is not None:
                named = np.intersect1d(named, rows, assume_unique=True)
            rows = named if len(named) >= k else rows
        return exact.rank(query, rows, k=k)

    def refresh(self) -> None:
        """Bring both indexes up to the catalogue; to be called when a change is complete."""
        with self._shelf.making(wait=_WAIT):
            exact = self._make_exact(self._source.generation())
            self._make_chroma(exact)
            self._shelf.sweep(_EXACT, _CHROMA, _REFUSED)

    def rebuild(self) -> None:
        """Make both indexes anew from the catalogue alone."""
        forget_vectors(self._shelf.folder)
        self._exact, self._chroma = None, None
        self._faults.clear()
        self.refresh()

    def problems(self) -> tuple[str, ...]:
        """What is wrong, a sentence each; nothing that is wrong here changes an answer."""
        generation = self._source.generation()
        folder = self._shelf.place(_EXACT, generation)
        try:
            exact = ExactIndex.open(folder, dimension=self._dimension)
        except (OSError, ValueError):
            return (*self._faults, "The vector index is behind the catalogue.")
        expected = len(self._source.encoded_passages())
        if len(exact) != expected:
            found = f"The vector index holds {len(exact)} passages, the catalogue {expected}."
            return (*self._faults, found)
        if not exact.holds(self._source.vectors()):
            return (*self._faults, "The vector index holds other vectors than the catalogue.")
        return (*self._faults, *self._chroma_problems(folder, exact))

    # Exact

    def _current_exact(self) -> ExactIndex:
        generation = self._source.generation()
        if self._exact is None or self._exact[0] != generation:
            self._exact = generation, self._open_exact(generation)
        return self._exact[1]

    def _open_exact(self, generation: int) -> ExactIndex:
        """The mapped index; made first where it is behind, in memory where it cannot be."""
        try:
            folder = self._shelf.place(_EXACT, generation)
            return ExactIndex.open(folder, dimension=self._dimension)
        except (OSError, ValueError):
            pass
        try:
            with self._shelf.making(wait=0):
                folder = self._make_exact(generation)
            return ExactIndex.open(folder, dimension=self._dimension)
        except (LibraryBusy, LibraryUnwritable, OSError):
            return ExactIndex.of(self._source.vectors(), dimension=self._dimension)

    def _make_exact(self, generation: int) -> Path:
        folder = self._shelf.place(_EXACT, generation)
        try:
            ExactIndex.open(folder, dimension=self._dimension)
        except (OSError, ValueError):
            base = self._shelf.newest(_EXACT)
            if not self._try_extend(folder, base):
                self._shelf.put(folder, self._write_exact, maker=self._model)
        return folder

    def _write_exact(self, new: Path) -> None:
        write_exact(new, self._source.vectors(), dimension=self._dimension)

    def _try_extend(self, folder: Path, base: Path | None) -> bool:
        """Make an exact index from the one before; False where it must be made from nothing."""
        if base is None or base == folder or maker_of(base) != self._model:
            return False

        def fill(new: Path) -> None:
            wanted = np.asarray(self._source.encoded_passages(), np.int64)
            extend_exact(new, base, wanted, self._read_after, dimension=self._dimension)

        try:
            self._shelf.put(folder, fill, maker=self._model)
        except (NotExtensible, OSError, ValueError):
            return False
        return True

    def _read_after(self, passage: int) -> Iterable[tuple[int, bytes]]:
        return self._source.vectors(after=passage)

    # Chroma

    def _named_by_chroma(self, exact: ExactIndex, query: Vectors, *, fetch: int) -> Rows:
        """The rows Chroma names, and those it does not know of yet; none where it fails."""
        chroma = self._current_chroma()
        if chroma is None:
            return np.zeros(0, np.intp)
        try:
            named = chroma.nearest(query, k=fetch)
        except ChromaDamaged as error:
            self._give_up_on_chroma(error)
            return np.zeros(0, np.intp)
        return exact.rows_of(np.union1d(named, self._unknown_to(chroma, exact)))

    def _current_chroma(self) -> ChromaIndex | None:
        folder = self._shelf.newest(_CHROMA)
        if folder is None:
            return None
        if self._chroma is None or self._chroma[0] != folder:
            self._chroma = folder, None
            try:
                self._chroma = folder, ChromaIndex(folder)
            except ChromaBusy:  # nothing is wrong, and exact search is at hand
                return None
            except ChromaDamaged as error:
                self._give_up_on_chroma(error)
        return self._chroma[1]

    def _give_up_on_chroma(self, error: ChromaDamaged) -> None:
        """Search without it until another is made."""
        if self._chroma is not None:
            self._chroma = self._chroma[0], None
        self._faults.append(f"Chroma cannot be read: {error}.")

    def _unknown_to(self, chroma: ChromaIndex, exact: ExactIndex) -> Passages:
        """The passages added since the Chroma was made; worked out once for each pair."""
        if self._tail is None or self._tail[0] is not exact or self._tail[1] is not chroma:
            tail = np.setdiff1d(exact.passages, chroma.passages, assume_unique=True)
            self._tail = exact, chroma, tail
        return self._tail[2]

    def _make_chroma(self, exact: Path) -> None:
        wanted = ExactIndex.open(exact, dimension=self._dimension).passages
        if len(wanted) <= EXACT_LIMIT:
            self._shelf.clear(_CHROMA, _REFUSED)
            return
        if len(wanted) < _GROWN * self._refused_at():
            return
        base = self._shelf.newest(_CHROMA)
        added, gone = _difference(base, wanted)
        if not _is_behind(added, gone, len(wanted)):
            return
        place = exact.with_name(exact.name.replace(_EXACT, _CHROMA))
        extends = base is not None and (added + gone) * 2 <= len(wanted)
        if (extends and self._try_put(place, base)) or self._try_put(place, None):
            self._shelf.clear(_REFUSED)
        else:
            self._refuse(place, len(wanted))

    def _refuse(self, chroma: Path, count: int) -> None:
        """Note that no Chroma of so many passages passed."""
        place = chroma.with_name(chroma.name.replace(_CHROMA, _REFUSED))

        def fill(new: Path) -> None:
            (new / "passages.txt").write_text(str(count), encoding="utf-8")

        self._shelf.put(place, fill, maker=self._model)

    def _refused_at(self) -> int:
        """How many passages the Chroma was of that did not pass last; 0 for none."""
        folder = self._shelf.newest(_REFUSED)
        try:
            return int((folder / "passages.txt").read_text(encoding="utf-8")) if folder else 0
        except (OSError, ValueError):
            return 0

    def _try_put(self, place: Path, base: Path | None) -> bool:
        """Make a Chroma from scratch or from another; False where it did not pass."""
        exact = place.with_name(place.name.replace(_CHROMA, _EXACT))

        def fill(new: Path) -> None:
            make_chroma(exact, new, dimension=self._dimension, base=base)

        try:
            self._shelf.put(place, fill, maker=self._model)
        except ChromaBusy:  # the one to start from is being read
            return False
        except ChromaDamaged as error:
            self._faults.append(f"A Chroma that was made did not pass: {error}.")
            return False
        return True

    def _chroma_problems(self, exact: Path, index: ExactIndex) -> tuple[str, ...]:
        if len(index) <= EXACT_LIMIT or len(index) < _GROWN * self._refused_at():
            return ()
        folder = self._shelf.newest(_CHROMA)
        if _is_behind(*_difference(folder, index.passages), len(index)):
            return ("Chroma is behind the catalogue.",)
        try:
            if folder is not None:
                check_chroma(exact, folder, dimension=self._dimension)
        except ChromaBusy:  # whoever has it open has found it sound
            return ()
        except ChromaDamaged as error:
            return (f"Chroma is damaged: {error}.",)
        return ()

    def _check_model(self) -> None:
        for kind in (_EXACT, _CHROMA):
            folder = self._shelf.newest(kind)
            made_by = maker_of(folder) if folder else None
            if made_by not in (None, self._model):
                raise ModelMismatch(
                    f"The vectors in {self._shelf.folder} were made by {made_by}, and the model "
                    f"asked for is {self._model}. Ask with the model that made them, or run "
                    f"'matters doctor --repair' to index the library again."
                )


def forget_vectors(folder: Path) -> None:
    """Remove all that is derived from the vectors, so that another model may begin."""
    Shelf(folder.resolve()).clear(_EXACT, _CHROMA, _REFUSED)


def _is_behind(added: int, gone: int, count: int) -> bool:
    return gone > 0 or added * _TAIL > count


def _difference(chroma: Path | None, wanted: Passages) -> tuple[int, int]:
    """How many passages a Chroma lacks, and how many it has too many."""
    try:
        held = np.fromfile(chroma / "passages.i64", "<i8") if chroma else wanted[:0]
    except OSError:
        held = wanted[:0]
    return len(np.setdiff1d(wanted, held)), len(np.setdiff1d(held, wanted))
