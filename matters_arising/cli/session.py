"""What holds for a whole run of the program: which library, and how much is said."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.output.safe import on_one_line
from matters_arising.corpus.filter import Filter
from matters_arising.errors import PaperNotHeld

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

    def settle(self, library: "Library", scope: Filter) -> Filter:
        """The scope with the papers that names and parts of names mean, by their ids.

        A name that no paper has is told and kept: it matches nothing. One that could mean
        several papers is PaperUnclear.
        """
        return replace(scope, papers=tuple(self._paper_ids(library, scope.papers)))

    def _paper_ids(self, library: "Library", names: Iterable[str]) -> Iterator[str]:
        for name in names:
            try:
                yield from (paper.id for paper in library.catalogue.papers_meant(name))
            except PaperNotHeld as error:
                self.tell(str(error))
                yield name


def _one_thread_each() -> None:
    """Keep the number libraries from sharing out work too small to share.

    To be called before they are imported. A question's matrices are so small that a second
    thread costs half as much processor time again; papers are encoded side by side instead.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
