"""Is the catalogue sound? What SQLite and the full-text index say of themselves."""

from dataclasses import dataclass

from sqlalchemy import Connection


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
    """The full-text index keeps one document for each passage, neither more nor fewer."""
    strays = connection.exec_driver_sql(
        "SELECT (SELECT count(*) FROM passage WHERE id NOT IN (SELECT id FROM passage_fts_docsize))"
        " + (SELECT count(*) FROM passage_fts_docsize WHERE id NOT IN (SELECT id FROM passage))"
    ).scalar_one()
    return [f"The word index and the passages differ in {strays} places."] if strays else []


def rebuild_words(connection: Connection) -> None:
    """Make the full-text index anew from the passages."""
    connection.exec_driver_sql("INSERT INTO passage_fts(passage_fts) VALUES ('rebuild')")
