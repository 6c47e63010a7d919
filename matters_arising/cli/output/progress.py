"""How far `add` is: bars on a terminal, a plain line now and then elsewhere."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

import click

from matters_arising.cli.output.pace import Paces
from matters_arising.cli.output.safe import on_one_line

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import ProgressColumn, TaskID

    from matters_arising.corpus.outcome import Progress

SECONDS_BETWEEN_LINES = 10.0
SHARE_BETWEEN_LINES = 0.1
"""A line comes after this much of the time gone by, so that a night's work fits on a page."""

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
        self._start = self._last = time.monotonic()
        self._paces = Paces(now=self._last)

    def follow(self, progress: "Progress") -> None:
        """Say how far it is, if that was not said lately."""
        now = time.monotonic()
        pace = self._paces.note(progress, now=now)
        between = max(SECONDS_BETWEEN_LINES, SHARE_BETWEEN_LINES * (now - self._start))
        if self._quiet or now - self._last < between:
            return
        self._last = now
        said = f"{_DOING[progress.step]}: {progress.done:,} of {progress.total:,}"
        self.tell(", ".join(filter(None, (said, str(pace)))))

    def tell(self, line: str) -> None:
        """Say a line."""
        click.echo(on_one_line(line), err=True)


class BarNarrator:
    """Draws a bar for each step; lines that stay go above them."""

    def __init__(self, bars: "Bars") -> None:
        """Draw on `bars`, which somebody else starts and stops."""
        self._bars = bars
        first = bars.add_task(_DOING["reading"], total=None, pace="")
        self._tasks: dict[str, TaskID] = {"reading": first}
        self._paces = Paces(now=time.monotonic())

    def follow(self, progress: "Progress") -> None:
        """Move the step's bar on."""
        pace = self._paces.note(progress, now=time.monotonic())
        if progress.step not in self._tasks:
            self._tasks[progress.step] = self._bars.add_task(_DOING[progress.step], pace="")
        task = self._tasks[progress.step]
        self._bars.update(task, completed=progress.done, total=progress.total, pace=str(pace))

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
    from rich.progress import Progress

    with Progress(*bar_columns(), console=Console(stderr=True), transient=True) as bars:
        yield BarNarrator(bars)


def bar_columns() -> "tuple[ProgressColumn, ...]":
    """What stands on the line of a step: its name, bar, count and pace."""
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn

    named, pace = TextColumn("{task.description}"), TextColumn("{task.fields[pace]}")
    return (named, BarColumn(), MofNCompleteColumn(), pace)
