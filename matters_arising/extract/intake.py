"""Which files a batch means: folders opened, PDFs found, each known by its content."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

SUFFIX = ".pdf"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a paper: its SHA-256, or the reason why there is none."""

    path: Path
    id: str | None
    reason: str | None = None


def find_candidates(paths: Iterable[Path]) -> Iterator[Candidate]:
    """The files that `paths` name, each once: files as given, folders by their PDFs, sorted.

    Folders are searched to any depth and through links, no folder twice.
    """
    seen: set[Path] = set()
    for path in paths:
        for candidate in _open(path):
            if candidate.path not in seen:
                seen.add(candidate.path)
                yield candidate


def _open(path: Path) -> Iterator[Candidate]:
    if not _is_folder(path):
        yield _known(path)
        return
    empty = True
    for candidate in _search(path, set()):
        empty = False
        yield candidate
    if empty:
        yield Candidate(path, None, f"{path} holds no PDF. Name a folder that does.")


def _search(folder: Path, opened: set[Path]) -> Iterator[Candidate]:
    """PDFs of a folder before those of its subfolders; a link back to one opened is passed by."""
    real = folder.resolve()
    if real in opened:
        return
    opened.add(real)
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        yield Candidate(folder, None, _unreadable(folder, error))
        return
    for entry in entries:
        if entry.suffix.lower() == SUFFIX and not _is_folder(entry):
            yield _known(entry)
    for entry in entries:
        if _is_folder(entry):
            yield from _search(entry, opened)


def _is_folder(path: Path) -> bool:
    """Whether it is a folder; what may not even be looked at is left to be named later."""
    try:
        return path.is_dir()
    except OSError:
        return False


def hash_file(path: Path) -> str:
    """SHA-256 of the file's bytes, in hex: what a paper is known by."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _known(path: Path) -> Candidate:
    try:
        return Candidate(path, hash_file(path))
    except FileNotFoundError:
        return Candidate(path, None, f"There is no file {path}. Check its name.")
    except OSError as error:
        return Candidate(path, None, _unreadable(path, error))


def _unreadable(path: Path, error: OSError) -> str:
    return f"{path} cannot be opened ({error.strerror or error}). Give yourself the right to read."
