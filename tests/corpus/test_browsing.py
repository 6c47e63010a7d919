"""The catalogue as a browser of SQLite files meets it: read-only, and with nothing of ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest


@pytest.fixture(scope="module")
def browsed(sample_folder) -> Iterator[sqlite3.Connection]:
    uri = f"file:{sample_folder / 'catalogue.db'}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        yield connection


def names(browsed: sqlite3.Connection, kind: str) -> list[str]:
    found = browsed.execute("SELECT name FROM sqlite_master WHERE type = ?", (kind,))
    return [name for (name,) in found]


def test_every_table_and_view_can_be_read(browsed):
    for name in (*names(browsed, "table"), *names(browsed, "view")):
        browsed.execute(f'SELECT * FROM "{name}" LIMIT 1').fetchall()


def test_the_views_are_named_for_people_and_give_one_line_a_record(browsed):
    records = {"action_register": "action", "figure_list": "measure", "decision_list": "decision"}
    assert set(names(browsed, "view")) == records.keys()
    for view, table in records.items():
        told, held = (f'SELECT count(*) FROM "{name}"' for name in (view, table))
        assert browsed.execute(told).fetchone() == browsed.execute(held).fetchone() != (0,)


def test_foreign_keys_lead_somewhere(browsed):
    assert browsed.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_search_index_is_found_by_the_table_it_is_of(browsed):
    """As Datasette looks for it, by the words of its making."""
    (index,) = browsed.execute(
        "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?",
        ('%VIRTUAL TABLE%USING FTS%content="passage"%',),
    ).fetchone()
    found = browsed.execute(f"SELECT count(*) FROM {index} WHERE {index} MATCH 'chronologies'")
    assert found.fetchone() > (0,)
