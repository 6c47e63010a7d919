"""Facts noted about a library, its generation among them."""

from sqlalchemy import Connection, insert, select

from matters_arising.corpus.catalogue.schema import library_fact

_GENERATION = "generation"


def read_fact(connection: Connection, key: str) -> str | None:
    """A fact noted about the library; None where it was not."""
    wanted = select(library_fact.c.value).where(library_fact.c.key == key)
    return connection.execute(wanted).scalar_one_or_none()


def note_fact(connection: Connection, key: str, value: str) -> None:
    """Note a fact, in place of what was noted before."""
    fact = insert(library_fact).prefix_with("OR REPLACE").values(key=key, value=value)
    connection.execute(fact)


def read_generation(connection: Connection) -> int:
    """The number that every change of papers or vectors moves on."""
    return int(read_fact(connection, _GENERATION) or 0)


def move_on(connection: Connection) -> None:
    """Note that papers or vectors have changed."""
    note_fact(connection, _GENERATION, str(read_generation(connection) + 1))
