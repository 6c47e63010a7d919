"""One view of the catalogue for several look-ups, where each would open its own."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from threading import local

from sqlalchemy import Connection

View = Callable[[], AbstractContextManager[Connection]]
ReadGeneration = Callable[[Connection], int]


class Moment(local):
    """The view that a thread keeps open, and the generation of the catalogue that it shows."""

    def __init__(self, open_view: View, read_generation: ReadGeneration) -> None:
        """Keep none yet."""
        self._open_view = open_view
        self._read_generation = read_generation
        self._kept: tuple[Connection, int] | None = None

    @contextmanager
    def keep(self) -> Iterator[None]:
        """Keep a view open; one that is kept already serves for this too."""
        if self._kept is not None:
            yield
            return
        with self._open_view() as connection:
            self._kept = connection, self._read_generation(connection)
            try:
                yield
            finally:
                self._kept = None

    @contextmanager
    def view(self) -> Iterator[Connection]:
        """The view that is kept, or one of its own."""
        if self._kept is not None:
            yield self._kept[0]
            return
        with self._open_view() as connection:
            yield connection

    def generation(self, connection: Connection) -> int:
        """The generation that a view of this thread shows."""
        if self._kept is not None:
            return self._kept[1]
        return self._read_generation(connection)
