"""A folder that is replaced whole: written beside its place, then moved there."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from matters_arising.errors import ExportRefused


@contextmanager
def replaced_folder(folder: Path, *, may_replace: Callable[[Path], bool]) -> Iterator[Path]:
    """A new folder to write into, which takes the place of `folder` if all goes well.

    Where anything fails, `folder` is left as it was. One that holds something is replaced
    only if `may_replace` says so of it.
    """
    place = folder.resolve()
    _refuse_taken(place, may_replace)
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")
    aside.mkdir()
    try:
        yield aside
        _refuse_taken(place, may_replace)  # somebody may have put a file there meanwhile
        _move_into_place(aside, place)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _refuse_taken(place: Path, may_replace: Callable[[Path], bool]) -> None:
    if place.exists() and not place.is_dir():
        raise ExportRefused(f"{place} is a file. Name a folder that is new or empty.")
    if place.is_dir() and any(place.iterdir()) and not may_replace(place):
        raise ExportRefused(
            f"The folder {place} holds files that no export wrote. "
            "Name one that is new or empty, or move those files away first."
        )


def _move_into_place(aside: Path, place: Path) -> None:
    """Two renames; should the second fail, the first is taken back."""
    if not place.exists():
        aside.rename(place)
        return
    old = aside.with_suffix(".old")
    place.rename(old)
    try:
        aside.rename(place)
    except BaseException:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)
