"""Opening the catalogue's file: pragmas, schema version, and errors people can act on."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from matters_arising.corpus.catalogue.schema import metadata
from matters_arising.corpus.catalogue.view import ACTION_WORDS, FULL_TEXT, VIEWS
from matters_arising.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryMissing,
    LibraryNewer,
    LibraryOutdated,
    LibraryUnwritable,
    MattersArisingError,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        "ALTER TABLE paper ADD COLUMN lost_pages TEXT DEFAULT '[]' NOT NULL",
        "CREATE TABLE paper_file (sha256 TEXT NOT NULL PRIMARY KEY, path TEXT NOT NULL)",
    ),
    (
        "CREATE INDEX action_by_report ON action (report_id, due_first_day, due_last_day, status)",
        "CREATE INDEX action_by_due ON action (due_last_day, due_first_day, status, report_id)",
        "DROP INDEX ix_action_report_id",
        "CREATE INDEX passage_vector_by_passage ON passage_vector (passage_id)",
        *ACTION_WORDS,
        "INSERT INTO action_fts(action_fts) VALUES ('rebuild')",
    ),
    ("CREATE INDEX action_owner_by_words ON action_owner (owner_words, action_id)",),
)
"""Forward only: the statements at position n bring version n + 1 to n + 2."""

APPLICATION_ID = 0x4D415450
"""Marks the file as ours, in the field SQLite keeps for that."""

BUSY_SECONDS = 10.0
CACHE_KIBIBYTES = 65_536

NEEDED_BYTES = 100_000
"""With less room than this, what cannot be written cannot for want of room."""

_CANNOT_WRITE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")
_NO_ROOM = ("SQLITE_FULL", "SQLITE_IOERR")
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_BROKEN = ("SQLITE_NOTADB", "SQLITE_CORRUPT")

_COLUMNS = (
    "SELECT listed.name, info.name FROM sqlite_master AS listed "
    "JOIN pragma_table_info(listed.name) AS info WHERE listed.type = 'table'"
)


def open_engine(
    path: Path, *, create: bool, migrations: Sequence[Sequence[str]] = MIGRATIONS
) -> Engine:
    """Open the catalogue's file at the schema version of this program, or say why not."""
    if not create and not path.exists():
        raise LibraryMissing(f"No library at {path.parent}. Run 'matters add PAPERS' first.")
    try:
        return _prepared(path, create=create, migrations=migrations)
    except LibraryUnwritable:
        if create or _has_unfinished_writes(path):
            raise
    return _prepared(path, create=False, migrations=migrations, unchanging=True)


def _has_unfinished_writes(path: Path) -> bool:
    journal = path.with_name(path.name + "-wal")
    with suppress(OSError):
        return journal.stat().st_size > 0
    return False


def _prepared(
    path: Path, *, create: bool, migrations: Sequence[Sequence[str]], unchanging: bool = False
) -> Engine:
    engine = _engine(path, create=create, unchanging=unchanging)
    try:
        with explained(path):
            _bring_up_to_date(engine, path, create=create, migrations=migrations)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _engine(path: Path, *, create: bool, unchanging: bool) -> Engine:
    """An engine whose transactions are ours to begin; `unchanging` needs no right to write."""
    mode = "rwc" if create else "rw"
    uri = f"{path.absolute().as_uri()}?" + ("mode=ro&immutable=1" if unchanging else f"mode={mode}")

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
        return connection

    engine = create_engine("sqlite://", creator=connect)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """Take the write lock at once where writing is meant, so that no reader must upgrade."""
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def transaction(engine: Engine, path: Path, *, writing: bool = False) -> Iterator[Connection]:
    """One transaction: a stable view for reading; all or nothing for writing."""
    with (
        explained(path),
        engine.connect().execution_options(writing=writing) as connection,
        connection.begin(),
    ):
        yield connection


def _bring_up_to_date(
    engine: Engine, path: Path, *, create: bool, migrations: Sequence[Sequence[str]]
) -> None:
    newest = 1 + len(migrations)
    version = _version(engine, path)
    if version == 0 and not create:
        raise LibraryMissing(f"No library at {path.parent}. Run 'matters add PAPERS' first.")
    if version == 0:
        _create_tables(engine, newest)
    elif version < newest:
        _migrate(engine, version, migrations)
        _check_columns(engine, path)
    elif version == newest:
        _check_columns(engine, path)
    else:
        raise LibraryNewer(
            f"The library at {path.parent} was made by a later version of this program "
            f"(schema {version}; this one knows {newest}). Update matters-arising to open it."
        )


def _check_columns(engine: Engine, path: Path) -> None:
    """Raise LibraryOutdated where a table lacks a column: before its first release it changed."""
    with transaction(engine, path) as connection:
        rows = connection.exec_driver_sql(_COLUMNS).all()
    held = {(table, column) for table, column in rows}
    for table in metadata.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) not in held:
                raise LibraryOutdated(
                    f"The library at {path.parent} was made by an unfinished version of this "
                    f"program (it lacks {table.name}.{column.name}). Move it away and add the "
                    "papers again."
                )


def _version(engine: Engine, path: Path) -> int:
    """The schema version; 0 for a file with nothing in it, and only for that."""
    with transaction(engine, path) as connection:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        owner = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
        tables = int(connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one())
    if tables and owner != APPLICATION_ID:
        raise LibraryMissing(f"{path} is a database of another program. Choose another folder.")
    return version if tables else 0


def _create_tables(engine: Engine, version: int) -> None:
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA journal_mode = WAL")
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        if int(connection.exec_driver_sql("PRAGMA user_version").scalar_one()) > 0:
            return  # another process was quicker
        metadata.create_all(connection, checkfirst=False)
        for statement in FULL_TEXT + ACTION_WORDS + VIEWS:
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def _migrate(engine: Engine, version: int, migrations: Sequence[Sequence[str]]) -> None:
    """Bring an older catalogue forward, every step of it or none."""
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        for statements in migrations[version - 1 :]:
            for statement in statements:
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version = {1 + len(migrations)}")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn the database's errors into ours: what, where, and what to do next."""
    try:
        yield
    except DBAPIError as error:
        raise _explanation(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _explanation(error, path) or error from error


def _is_full(folder: Path) -> bool:
    """Whether there is no room; a full disk also shows as a file that cannot be opened."""
    with suppress(OSError):
        return shutil.disk_usage(folder).free < NEEDED_BYTES
    return False


def _explanation(error: BaseException | None, path: Path) -> MattersArisingError | None:
    name = getattr(error, "sqlite_errorname", "")
    folder = path.parent
    if name.startswith(_NO_ROOM) or (name.startswith(_CANNOT_WRITE) and _is_full(folder)):
        return LibraryUnwritable(
            f"The disk under {folder} is full or failing ({error}). Make room, then run the "
            "command again: what was added is safe."
        )
    if name.startswith(_CANNOT_WRITE):
        return LibraryUnwritable(
            f"The library at {folder} cannot be written ({error}). "
            "Give yourself the right to write there, or choose another with --library."
        )
    if name.startswith(_BUSY):
        return LibraryBusy(f"Another process is writing to {folder}. Try again when it is done.")
    if name.startswith(_BROKEN):
        return LibraryDamaged(
            f"{path} is damaged or no library ({error}). Restore it from a backup, "
            "or move it away and add the papers again."
        )
    return None
