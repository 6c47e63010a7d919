"""How far `add` is: bars on a terminal, a plain line now and then elsewhere."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

from matters_arising.cli.safe import on_one_line

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    from matters_arising.corpus.outcome import Progress

SECONDS_BETWEEN_LINES = 10.0

_DOING = {"reading": "Reading papers", "encoding": "Encoding passages"}


class Narrator(Protocol):
    """Tells people how far it is, on standard error."""

    def follow(self, progress: "Progress") -> None:
        """Take note of a step."""

    def tell(self, line: str) -> None:
        """Say a line that stays."""


class PlainNarrator:
    """Says a line now and then."""

    def __init__(self, *, quiet: bool) -> None:
        """`quiet` leaves out how far it is, not what it is told to tell."""
        self._quiet = quiet
        self._last = time.monotonic()

    def follow(self, progress: "Progress") -> None:
        """Say how far it is, if that was not said lately."""
        now = time.monotonic()
        if self._quiet or now - self._last < SECONDS_BETWEEN_LINES:
            return
        self._last = now
        self.tell(f"{_DOING[progress.step]}: {progress.done} of {progress.total}")

    def tell(self, line: str) -> None:
        """Say a line."""
        click.echo(on_one_line(line), err=True)


class BarNarrator:
    """Draws a bar for each step; lines that stay go above them."""

    def __init__(self, bars: "Bars") -> None:
        """Draw on `bars`, which somebody else starts and stops."""
        self._bars = bars
        self._tasks: dict[str, TaskID] = {"reading": bars.add_task(_DOING["reading"], total=None)}

    def follow(self, progress: "Progress") -> None:
        """Move the step's bar on."""
        if progress.step not in self._tasks:
            self._tasks[progress.step] = self._bars.add_task(_DOING[progress.step])
        task = self._tasks[progress.step]
        self._bars.update(task, completed=progress.done, total=progress.total)

    def tell(self, line: str) -> None:
        """Say a line above the bars."""
        from rich.text import Text

        self._bars.console.print(Text(on_one_line(line)), soft_wrap=True)


@contextmanager
def narrated(*, quiet: bool) -> Iterator[Narrator]:
    """A narrator that suits standard error, tidied away at the end."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield PlainNarrator(quiet=quiet)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        yield BarNarrator(bars)
