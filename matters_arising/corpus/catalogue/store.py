"""Writing a `Reading` into the catalogue's tables."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert, text

from matters_arising.corpus.catalogue.row import rows_by_table
from matters_arising.corpus.reading import Reading


def write_reading(connection: Connection, reading: Reading) -> None:
    """Insert everything that was read from one paper."""
    # A section's parent may be numbered after it.
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    for table, rows in rows_by_table(reading, _last_ids(connection)):
        if rows:
            connection.execute(insert(table), rows)


def _last_ids(connection: Connection) -> Mapping[str, int]:
    """The highest id each table ever gave, of records since removed too."""
    rows = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
    return {name: last for name, last in rows}
