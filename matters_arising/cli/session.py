"""What holds for a whole run of the program: which library, and how much is said."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matters_arising.library import Library


@dataclass(frozen=True, slots=True)
class Session:
    """The options that every command shares; `library` and `model` are None by default."""

    library: Path | None = None
    model: str | None = None
    quiet: bool = False
    verbose: bool = False

    def open_library(self) -> "Library":
        """The library asked for; LibraryMissing where there is none."""
        _one_thread_each()
        from matters_arising.index.encoder.model import DEFAULT_MODEL
        from matters_arising.library import Library

        return Library.open(self.library, model=self.model or DEFAULT_MODEL)

    def create_library(self) -> "Library":
        """The library asked for, made first where there is none."""
        _one_thread_each()
        from matters_arising.index.encoder.model import DEFAULT_MODEL
        from matters_arising.library import Library

        return Library.create(self.library, model=self.model or DEFAULT_MODEL)


def _one_thread_each() -> None:
    """Keep the number libraries from sharing out work too small to share.

    To be called before they are imported. A question's matrices are so small that a second
    thread costs half as much processor time again; papers are encoded side by side instead.
    """
    os.environ.setdefault("OMP_NUM_THREADS", "1")
