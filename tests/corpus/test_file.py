"""The file of the catalogue: of what version it is, who writes it, and that it is whole."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from examples import paper, reading

from matters_arising.corpus.catalogue.catalogue import Catalogue
from matters_arising.corpus.catalogue.connection import MIGRATIONS, open_engine
from matters_arising.corpus.filter import ActionFilter
from matters_arising.corpus.reading import Audit
from matters_arising.errors import (
    LibraryBusy,
    LibraryDamaged,
    LibraryMissing,
    LibraryNewer,
    LibraryOutdated,
)


def test_a_library_that_is_not_there_says_what_to_run(path):
    with pytest.raises(LibraryMissing, match="Run 'matters add PAPERS' first"):
        Catalogue.open(path)


def test_an_empty_file_is_no_library_yet(path):
    path.touch()
    with pytest.raises(LibraryMissing):
        Catalogue.open(path)


def test_a_file_that_is_no_database_is_damaged_and_left_alone(path):
    path.write_bytes(b"%PDF-1.4 not a database at all" * 99)
    for create in (False, True):
        with pytest.raises(LibraryDamaged, match="Restore it from a backup"):
            Catalogue.open(path, create=create)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_library_of_an_unfinished_version_is_refused_with_the_cure(catalogue, path):
    catalogue.put(reading())
    catalogue.close()
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE action DROP COLUMN status_words")
    connection.close()
    with pytest.raises(LibraryOutdated, match=r"lacks action\.status_words.*add the papers again"):
        Catalogue.open(path)


def test_another_programs_database_is_left_alone(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE shopping (item TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LibraryMissing, match="another program"):
        Catalogue.open(path, create=True)
    assert path.read_bytes() == before


def test_a_library_of_a_later_version_is_refused(catalogue, path):
    catalogue.close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LibraryNewer, match="Update matters-arising"):
        Catalogue.open(path)


def test_an_older_library_is_brought_forward_and_keeps_its_papers(catalogue, path):
    catalogue.put(reading())
    catalogue.close()
    later = [*MIGRATIONS, ["ALTER TABLE paper ADD COLUMN note"]]
    engine = open_engine(path, create=False, migrations=later)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA user_version").scalar_one() == 1 + len(later)
        assert connection.exec_driver_sql("SELECT name, note FROM paper").all() == [
            (paper().name, None)
        ]
    engine.dispose()


def test_a_library_of_the_first_version_can_be_read_and_added_to(catalogue, path):
    """What later versions added is taken away again, as in a file that never had it."""
    first = reading(audit=Audit(1200, 700, 450, 50))
    catalogue.put(first)
    catalogue.close()
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE paper DROP COLUMN lost_pages")
        connection.execute("DROP TABLE paper_file")
        connection.execute("DROP TABLE action_fts")
        for trigger in ("action_added", "action_removed"):
            connection.execute(f"DROP TRIGGER {trigger}")
        for index in (
            *("action_by_report", "action_by_due", "passage_vector_by_passage"),
            "action_owner_by_words",
        ):
            connection.execute(f"DROP INDEX {index}")
        connection.execute("CREATE INDEX ix_action_report_id ON action (report_id)")
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    with Catalogue.open(path) as renewed:
        assert renewed.reading(paper().id) == first
        assert renewed.actions(ActionFilter(about="lamps pier"))
        assert renewed.file(paper().id) is None
        renewed.note_file(paper().id, Path("/papers/plan.pdf"))
        assert renewed.file(paper().id) == Path("/papers/plan.pdf")


def test_where_a_papers_file_was_last_seen_is_forgotten_with_the_paper(catalogue):
    catalogue.put(reading())
    for seen in ("/old/plan.pdf", "/new/plan.pdf"):
        catalogue.note_file(paper().id, Path(seen))
    assert catalogue.file(paper().id) == Path("/new/plan.pdf")
    catalogue.remove(paper().id)
    assert catalogue.file(paper().id) is None


def test_a_migration_that_fails_changes_nothing(catalogue, path):
    catalogue.close()
    statements = ["ALTER TABLE paper ADD COLUMN note", "ALTER TABLE nowhere ADD COLUMN note"]
    broken = [*MIGRATIONS, statements]
    with pytest.raises(Exception, match="nowhere"):
        open_engine(path, create=False, migrations=broken)
    with Catalogue.open(path) as reopened:
        reopened.put(reading())


def test_a_reader_does_not_wait_for_a_writer(catalogue, path):
    catalogue.put(reading())
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("DELETE FROM paper")
    with Catalogue.open(path) as reader:
        assert len(reader.papers()) == 1
    writer.execute("ROLLBACK")
    writer.close()


def test_a_writer_held_up_too_long_says_so(catalogue, path, monkeypatch):
    monkeypatch.setattr("matters_arising.corpus.catalogue.connection.BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Catalogue.open(path) as second, pytest.raises(LibraryBusy):
        second.put(reading())
    holder.close()


@pytest.mark.parametrize("table", ["passage", "action"])
def test_a_sound_catalogue_has_no_faults_and_a_torn_word_index_is_noticed(catalogue, path, table):
    catalogue.put(reading())
    assert catalogue.faults() == ()
    with sqlite3.connect(path) as connection:
        connection.execute(f"DELETE FROM {table}_fts_docsize WHERE id = 1")
    connection.close()
    assert catalogue.faults() == (f"The word index and the {table}s differ in 1 places.",)
    catalogue.rebuild_words()
    assert catalogue.faults() == ()


def test_people_can_read_the_register_with_sql_alone(catalogue, path):
    catalogue.put(reading())
    catalogue.close()
    with sqlite3.connect(path) as connection:
        row = connection.execute(
            "SELECT paper, date, ref, due_date, pages FROM action_register"
        ).fetchone()
        figures = connection.execute("SELECT value, pages FROM figure_list").fetchall()
        decisions = connection.execute("SELECT date FROM decision_list").fetchall()
    connection.close()
    assert row == ("2024-03-harbour-plan", "2024-03-14", "HL1", "2024-05", "1, 2")
    assert figures == [(74.0, "2"), (61.0, "2")]
    assert decisions == [("2024-03-14",), ("2023-10-02",)]


def test_opening_imports_no_object_mapper(path):
    code = (
        "import sys; from matters_arising.corpus.catalogue.catalogue import Catalogue; "
        "sys.exit('sqlalchemy.orm' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
