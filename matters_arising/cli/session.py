"""What holds for a whole run of the program: which library, and how much is said."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.output.safe import on_one_line
from matters_arising.errors import MattersArisingError, NothingFound

if TYPE_CHECKING:
    from matters_arising.library import Library


@dataclass(frozen=True, slots=True)
class Session:
    """The options that every command shares; `library` and `model` are None by default."""

    library: Path | None = None
    model: str | None = None
    quiet: bool = False
    verbose: bool = False

    def tell(self, line: str) -> None:
        """Say a line on standard error, beside the results, unless quiet."""
        if not self.quiet:
            click.echo(on_one_line(line), err=True)

    def open_library(self, *, make: bool = False) -> "Library":
        """The library asked for; where there is none, LibraryMissing, unless it is to be made."""
        _one_thread_each()
        from matters_arising.index.encoder.model import DEFAULT_MODEL
        from matters_arising.library import Library

        opening = Library.create if make else Library.open
        return opening(self.library, model=self.model or DEFAULT_MODEL)


@contextmanager
def naming_papers() -> Iterator[None]:
    """While papers are looked up by name: one that is not held is an error, no empty answer."""
    try:
        yield
    except NothingFound as error:
        raise MattersArisingError(str(error)) from error


def _one_thread_each() -> None:
    """Keep the number libraries from sharing out work too small to share.

    To be called before they are imported. A question's matrices are so small that a second
    thread costs half as much processor time again; papers are encoded side by side instead.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
