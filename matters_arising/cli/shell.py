"""The prompt of `matters ask`: question after question, with the models kept warm."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from matters_arising.cli.option import iso_date
from matters_arising.cli.output.listing import say_count
from matters_arising.cli.output.reply import tell_of_filters
from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.session import Session
from matters_arising.corpus.filter import PASSAGE_KINDS, Filter
from matters_arising.errors import MattersArisingError

if TYPE_CHECKING:
    from matters_arising.index.answer.answering import Answer
    from matters_arising.library import Library

HISTORY_LINES = 1000
"""Questions that are remembered; older ones are forgotten."""

HELP = """\
Ask in plain words. What begins with a colon narrows the questions after it:
  :since 2020          only papers of this date or later
  :until 2024-06       only papers of this date or earlier
  :committee scrutiny  only committees with these words
  :paper NAME          only this paper, by name or a part of it; once more adds another
  :kind KIND           only this kind: text, action, row, measure or decision
A filter without a value is lifted again, and :clear lifts all of them.
  :filters             what is narrowed now
  :help                this
  :quit                leave; so does Ctrl-D. Ctrl-C drops a question."""

Show = Callable[[str, "Answer"], object]
"""Prints the answer to a question."""

_QUIT = ":quit"


def is_interactive() -> bool:
    """Whether someone sits at a terminal, to type and to read."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def history_file() -> Path:
    """Where questions are remembered: with the user's state, for libraries may be shared."""
    from platformdirs import user_state_path

    return user_state_path("matters-arising", appauthor=False) / "questions.history"


def run_shell(session: Session, scope: Filter, show: Show) -> None:
    """Answer what is typed until it ends; an error ends its question alone.

    Raises:
        MattersArisingError: the library does not open to begin with.
    """
    _take_any_byte()
    with _Opened(session) as opened, _remembered(history_file()):
        session.tell(f"{opened.describe()} Ask in plain words; :help lists the rest.")
        turn: Filter | None = scope
        while turn is not None:
            turn = _interruptible_turn(opened, turn, show)


def _interruptible_turn(opened: "_Opened", scope: Filter, show: Show) -> Filter | None:
    """One turn; Ctrl-C, at whatever moment it comes, ends the turn alone."""
    try:
        return _take_turn(opened, scope, show)
    except KeyboardInterrupt:
        click.echo("\nDropped.", err=True)
        return scope


def _take_turn(opened: "_Opened", scope: Filter, show: Show) -> Filter | None:
    """Do what is typed next; the filters that hold then, and None when it was to leave."""
    try:
        line = input(prompt(scope)).strip()
    except EOFError:
        click.echo()
        return None
    if line == _QUIT:
        return None
    if line.startswith(":"):
        return _follow(line, scope)
    if line:
        _answer(opened, line, scope, show)
    return scope


def _answer(opened: "_Opened", question: str, scope: Filter, show: Show) -> None:
    try:
        scope = opened.session.settle(opened.library(), scope)
        answer = opened.library().ask(question, scope=scope)
        show(question, answer)
        if not answer.answerable:
            tell_of_filters(opened.session, opened.library(), scope)
    except (MattersArisingError, OSError) as error:
        opened.close()
        click.echo(f"Error: {on_one_line(str(error))}", err=True)


# Filters


def prompt(scope: Filter) -> str:
    """What stands before the cursor, the filters among it."""
    filters = describe_filters(scope)
    return f"matters [{filters}]> " if filters else "matters> "


def describe_filters(scope: Filter) -> str:
    """The filters as they would be typed; nothing where none is set."""
    set_to = (
        ("since", scope.since),
        ("until", scope.until),
        ("committee", scope.committee),
        *(("paper", paper) for paper in scope.papers),
        *(("kind", kind) for kind in scope.kinds),
    )
    return ", ".join(f"{name} {on_one_line(value)}" for name, value in set_to if value)


def _follow(line: str, scope: Filter) -> Filter:
    """Do what a line that begins with a colon says; the filters that hold then."""
    name, _, value = line[1:].partition(" ")
    if name == "help":
        click.echo(HELP)
    elif name == "filters":
        click.echo(describe_filters(scope) or "No filters: all papers are asked.")
    else:
        try:
            return narrow(scope, name, value.strip())
        except click.UsageError as error:
            click.echo(f"Error: {on_one_line(error.message)}", err=True)
    return scope


def narrow(scope: Filter, name: str, value: str) -> Filter:
    """The scope with one filter set, or lifted where the value is empty.

    Raises:
        UsageError: there is no such filter, or it takes no such value.
    """
    if name == "clear" and not value:
        return Filter()
    if name not in _FILTERS:
        raise click.UsageError(f"There is no ':{name} {value}'. ':help' lists what there is.")
    return _FILTERS[name](scope, value)


def _add_paper(scope: Filter, value: str) -> Filter:
    return replace(scope, papers=(*scope.papers, value) if value else ())


def _add_kind(scope: Filter, value: str) -> Filter:
    if value and value not in PASSAGE_KINDS:
        raise click.UsageError(f"'{value}' is no kind. Write one of {', '.join(PASSAGE_KINDS)}.")
    kinds = dict.fromkeys((*scope.kinds, value)) if value else ()
    return replace(scope, kinds=tuple(kinds))


_FILTERS: Mapping[str, Callable[[Filter, str], Filter]] = {
    "since": lambda scope, value: replace(scope, since=iso_date(value) if value else None),
    "until": lambda scope, value: replace(scope, until=iso_date(value) if value else None),
    "committee": lambda scope, value: replace(scope, committee=value or None),
    "paper": _add_paper,
    "kind": _add_kind,
}


# The library, and what others do to it


@dataclass(slots=True)
class _Opened:
    """A library kept open, and opened anew where another process changed it."""

    session: Session
    _library: "Library | None" = None
    _state: tuple[int, int, int] | None = None

    def __enter__(self) -> "_Opened":
        self.library()
        return self

    def __exit__(self, *ending: object) -> None:
        self.close()

    def library(self) -> "Library":
        """The library as it is now."""
        changed = self._library is not None and self._look(self._library) != self._state
        if changed:
            self.close()
        if self._library is None:
            self._library = self.session.open_library()
            self._state = self._look(self._library)
        if changed:
            self.session.tell(f"The library has changed. {self.describe()}")
        return self._library

    def describe(self) -> str:
        """What the library holds, in a sentence."""
        return f"{say_count(len(self.library().papers()), 'paper')}."

    def close(self) -> None:
        """Let go of it; the next question opens it again."""
        if self._library is not None:
            self._library.close()
            self._library = None

    def _look(self, library: "Library") -> tuple[int, int, int] | None:
        """Which file the catalogue is, and its generation; None where it has gone."""
        from matters_arising.library import CATALOGUE

        with suppress(OSError):
            found = (library.folder / CATALOGUE).stat()
            return found.st_dev, found.st_ino, library.catalogue.generation()
        return None


# The terminal


def _take_any_byte() -> None:
    """What is pasted in another encoding shows as question marks, and ends nothing."""
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(errors="replace")


@contextmanager
def _remembered(path: Path) -> Iterator[None]:
    """Keep what is typed in a file that its owner alone can read, where there is readline.

    A Windows console edits lines and remembers them by itself. Where the file cannot be
    read or written, nothing is remembered and nobody is troubled.
    """
    try:
        import readline
    except ImportError:
        yield
        return
    with suppress(OSError):
        readline.read_history_file(path)
    try:
        yield
    finally:
        readline.set_history_length(HISTORY_LINES)
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch(mode=0o600)
            path.chmod(0o600)
            readline.write_history_file(path)
