"""Folders that are whole or not there, whatever is killed.

A shelf keeps derived things, each in a folder `kind-N` for the catalogue's generation N. A
folder is filled aside, as `new-…`, seen onto the disk, and then given its name; after that it
never changes. So readers need no lock: what they opened stays as it was, even after its
folder has been removed under them (Windows refuses that; the folder then goes at the next
change). Makers hold a lock, and clear away what another left behind.
"""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from matters_arising.errors import LibraryBusy, LibraryUnwritable

_LABEL = "made.json"
_UNFINISHED = "new"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder that holds the folders; it need not exist yet."""

    folder: Path

    def place(self, kind: str, generation: int) -> Path:
        """Where a thing of this kind and generation stands, if it does."""
        return self.folder / f"{kind}-{generation}"

    def newest(self, kind: str) -> Path | None:
        """The thing of this kind that was made last; None where there is none."""
        return next(reversed(self._all(kind)), None)

    def put(self, place: Path, fill: Callable[[Path], object], *, maker: str) -> None:
        """Fill a folder and give it its place, in place of a damaged one.

        To be called within `making`; whatever `fill` raises comes through, and leaves nothing.
        """
        self._clear_unfinished()
        # A fresh name: what a killed maker had started may still be writing to its own.
        new = self.folder / f"{_UNFINISHED}-{token_hex(4)}"
        new.mkdir()
        try:
            fill(new)
            (new / _LABEL).write_text(json.dumps({"model": maker}), encoding="utf-8")
            _settle(new)
            shutil.rmtree(place, ignore_errors=True)
            new.rename(place)
        finally:
            shutil.rmtree(new, ignore_errors=True)

    @contextmanager
    def making(self, *, wait: float) -> Iterator[None]:
        """Be the only maker; waits so many seconds for another to finish.

        Raises LibraryBusy, and LibraryUnwritable for every failure to write.
        """
        from filelock import FileLock, Timeout

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / "making.lock", timeout=wait):
                yield
        except Timeout as error:
            raise LibraryBusy(
                f"Another process is indexing {self.folder}. Try again when it has finished."
            ) from error
        except OSError as error:
            raise LibraryUnwritable(
                f"Cannot write the vectors to {self.folder}: {error.strerror or error}. The papers "
                f"are safe; make room or give permission, then run 'matters doctor --repair'."
            ) from error

    def sweep(self, *kinds: str) -> None:
        """Remove what newer things replace; what Windows keeps open stays a while.

        To be called within `making`: what a killed maker left unfinished goes too.
        """
        self._clear_unfinished()
        for kind in kinds:
            for replaced in self._all(kind)[:-1]:
                shutil.rmtree(replaced, ignore_errors=True)

    def clear(self, *kinds: str) -> None:
        """Remove everything of these kinds."""
        for kind in kinds:
            for folder in self._all(kind):
                shutil.rmtree(folder)

    def _clear_unfinished(self) -> None:
        for unfinished in self.folder.glob(f"{_UNFINISHED}-*"):
            shutil.rmtree(unfinished, ignore_errors=True)

    def _all(self, kind: str) -> list[Path]:
        """The folders `kind-N`, by number."""
        start = len(kind) + 1
        found = [path for path in self.folder.glob(f"{kind}-*") if path.name[start:].isdigit()]
        return sorted(found, key=lambda path: int(path.name[start:]))


def maker_of(folder: Path) -> str | None:
    """The model that a folder was made with; None where it does not say."""
    try:
        return str(json.loads((folder / _LABEL).read_text(encoding="utf-8"))["model"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _settle(folder: Path) -> None:
    """See every file of the folder onto the disk, before its name says that it is whole."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())
