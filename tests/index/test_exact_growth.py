"""An exact index grows from the one before it, and is never other than one made from nothing."""

import os
import random

import numpy as np
import pytest
from vectors import DIMENSION, Library, open_store, passages

from matters_arising.index.store.exact import ExactIndex

VECTOR_BYTES = DIMENSION * 4


@pytest.fixture
def library():
    return Library(60)


@pytest.fixture
def store(tmp_path, library):
    store = open_store(tmp_path, library)
    store.refresh()
    return store


def vector_file(folder):
    (index,) = folder.glob("exact-*")
    return index / "vectors.f32"


def assert_finds_all(store, library, query):
    allowed = np.arange(1, 400, 3)
    assert passages(store.search(query, k=10)) == library.likest(query, 10)
    assert passages(store.search(query, k=10, allowed=allowed)) == library.likest(
        query, 10, allowed
    )
    assert passages(store.search(query, k=999)) == library.likest(query, 999)
    assert store.problems() == ()


def test_new_passages_are_written_behind_the_old_ones(tmp_path, store, library, query):
    before = vector_file(tmp_path)
    file, content = before.stat().st_ino, before.read_bytes()
    library.add(5, seed=1)
    store.refresh()
    after = vector_file(tmp_path)
    assert after.stat().st_ino == file
    assert after.read_bytes()[: len(content)] == content
    assert len(after.read_bytes()) == 65 * VECTOR_BYTES
    assert_finds_all(store, library, query)


def test_a_removed_passage_is_not_found_though_its_row_stays(tmp_path, store, library, query):
    best, second = library.likest(query, 2)
    library.remove(best, second)
    store.refresh()
    assert vector_file(tmp_path).stat().st_size == 60 * VECTOR_BYTES
    assert_finds_all(store, library, query)
    assert passages(store.search(query, k=5, allowed=np.array([best, second]))) == []


def test_an_index_with_many_rows_gone_is_written_without_them(tmp_path, store, library, query):
    library.remove(*range(1, 21))
    store.refresh()
    assert vector_file(tmp_path).stat().st_size == 40 * VECTOR_BYTES
    assert_finds_all(store, library, query)


def test_a_passage_encoded_after_later_ones_has_its_place_among_them(store, library, query):
    late = library.kept.pop(30)
    library.changes += 1
    store.refresh()
    library.kept[30] = late
    library.changes += 1
    store.refresh()
    assert_finds_all(store, library, query)


def test_what_a_killed_maker_wrote_behind_is_never_read(tmp_path, store, library, query):
    with vector_file(tmp_path).open("ab") as file:
        file.write(b"\x7f" * 1000)
    assert_finds_all(store, library, query)
    library.add(50, seed=2)
    store.refresh()
    assert_finds_all(store, library, query)


def test_who_reads_an_index_sees_no_change_of_it(tmp_path, store, library, query):
    reader = open_store(tmp_path, library)
    expected = reader.search(query, k=20)
    held = reader._exact[1]
    library.add(50, seed=3)
    library.remove(*library.likest(query, 3))
    store.refresh()
    assert held.search(query, k=20) == expected


def test_without_second_names_for_files_it_is_written_anew(store, library, query, monkeypatch):
    def refuse(*names):
        raise PermissionError("no links on this disk")

    monkeypatch.setattr(os, "link", refuse)
    library.add(5, seed=4)
    store.refresh()
    assert_finds_all(store, library, query)


def test_a_torn_index_is_no_start_for_the_next(tmp_path, store, library, query):
    os.truncate(vector_file(tmp_path), 1000)
    library.add(5, seed=5)
    store.refresh()
    assert_finds_all(store, library, query)


def test_vectors_that_are_not_the_catalogues_are_noticed_and_mended(tmp_path, store, library):
    with vector_file(tmp_path).open("r+b") as file:
        file.seek(20 * VECTOR_BYTES)
        file.write(b"\x00" * VECTOR_BYTES)
    assert store.problems() == ("The vector index holds other vectors than the catalogue.",)
    store.rebuild()
    assert store.problems() == ()


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_and_goes_it_is_as_if_made_from_nothing(store, library, query, seed):
    chance = random.Random(seed)
    for step in range(12):
        library.add(chance.randint(0, 9), seed=step)
        library.remove(*chance.sample(sorted(library.kept), chance.randint(0, 6)))
        store.refresh()
        made = ExactIndex.of(library.vectors(), dimension=DIMENSION).search(query, k=20)
        found = store.search(query, k=20)
        assert passages(found) == passages(made)
        assert [n.score for n in found] == pytest.approx([n.score for n in made], abs=1e-6)
        assert store.problems() == ()
