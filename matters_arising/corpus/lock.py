"""One writer at a time: a lock on the library's folder that says who holds it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from matters_arising.errors import LibraryBusy, LibraryUnwritable

WAIT_SECONDS = 10.0

_LOCK = "writer.lock"
_HOLDER = "writer.txt"
"""Beside the lock, since some systems let nobody read a locked file."""

_LONGEST_COMMAND = 120


@contextmanager
def only_writer(folder: Path, *, wait: float = WAIT_SECONDS) -> Iterator[None]:
    """Be the only writer of the library in `folder`; readers are not held up.

    The lock goes with its process, however that ends. Raises LibraryBusy, which names the
    holder, when another has not let go within `wait` seconds.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=wait)
    except Timeout as error:
        raise LibraryBusy(
            f"Another process is writing to the library at {folder}{_holder(folder)}. "
            "Try again when it is done."
        ) from error
    except OSError as error:
        raise LibraryUnwritable(
            f"The library at {folder} cannot be written ({error.strerror or error}). "
            "Give yourself the right to write there, or choose another with --library."
        ) from error
    try:
        _name_holder(folder)
        yield
    finally:
        with suppress(OSError):
            (folder / _HOLDER).unlink()
        lock.release()


def _name_holder(folder: Path) -> None:
    """Say who holds the lock; a full disk must not keep anyone from trying."""
    with suppress(OSError):
        (folder / _HOLDER).write_text(f"process {os.getpid()}, {_command()}", encoding="utf-8")


def _command() -> str:
    """The command line, fit to be shown: one line of printable characters, not too long."""
    words = [Path(sys.argv[0]).name, *sys.argv[1:]] if sys.argv else []
    line = " ".join(words)[:_LONGEST_COMMAND]
    return "".join(letter if letter.isprintable() else "?" for letter in line)


def _holder(folder: Path) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return f" ({(folder / _HOLDER).read_text(encoding='utf-8')})"
    return ""
