"""Is the catalogue sound? What SQLite and the full-text index say of themselves."""

from dataclasses import dataclass

from sqlalchemy import Connection

_INDEXED = ("passage", "action")
"""Tables with a full-text index beside them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with a library, and what to do about it."""

    problem: str
    cure: str


def faults(connection: Connection) -> tuple[str, ...]:
    """What is wrong inside the file, a sentence each."""
    return (*_damage(connection), *_orphans(connection), *_words(connection))


def _damage(connection: Connection) -> list[str]:
    answers = connection.exec_driver_sql("PRAGMA quick_check").scalars()
    return [f"The catalogue is damaged: {answer}." for answer in answers if answer != "ok"]


def _orphans(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    tables = sorted({str(row[0]) for row in rows})
    return [f"Rows of '{table}' belong to nothing that is held." for table in tables]


def _words(connection: Connection) -> list[str]:
    """A full-text index keeps one document for each row, neither more nor fewer."""
    counted = ((table, _strays(connection, table)) for table in _INDEXED)
    return [
        f"The word index and the {t}s differ in {strays} places." for t, strays in counted if strays
    ]


def _strays(connection: Connection, table: str) -> int:
    """Rows that stand in one of a table and its full-text index alone."""
    indexed = f"{table}_fts_docsize"
    strays = connection.exec_driver_sql(
        f"SELECT (SELECT count(*) FROM {table} WHERE id NOT IN (SELECT id FROM {indexed}))"
        f" + (SELECT count(*) FROM {indexed} WHERE id NOT IN (SELECT id FROM {table}))"
    )
    return int(strays.scalar_one())


def rebuild_words(connection: Connection) -> None:
    """Make the full-text indexes anew from the passages and the actions."""
    for table in _INDEXED:
        connection.exec_driver_sql(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')")
