"""What becomes of the files of a batch, one by one."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from matters_arising.corpus.paper import Paper
from matters_arising.corpus.reading import Audit


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: `paper` unless it was refused, else the `reason`.

    `audit` says of a paper that was read now where its characters went.
    """

    path: Path
    did: Literal["added", "replaced", "held", "refused"]
    paper: Paper | None = None
    reason: str | None = None
    audit: Audit | None = None


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of every file of a batch, in its order."""

    outcomes: tuple[Outcome, ...]

    @property
    def refused(self) -> tuple[Outcome, ...]:
        """The files that were not taken."""
        return tuple(outcome for outcome in self.outcomes if outcome.did == "refused")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a step is: files of a batch (each with its outcome), or passages encoded.

    Both go on at once, so the total of passages grows until the last file was read.
    """

    step: Literal["reading", "encoding"]
    done: int
    total: int
    outcome: Outcome | None = None


Listener = Callable[[Progress], None]
"""Told of every file and every batch of passages, in the process that adds."""
