"""The likest passages are found by measuring every one, whoever else is at work on the index."""

import subprocess
import sys
from contextlib import contextmanager

import numpy as np
import pytest
from vectors import Library, open_store, passages

from matters_arising.errors import LibraryBusy, ModelMismatch
from matters_arising.index.store import vector
from matters_arising.index.store.vector import VectorStore


@contextmanager
def held_lock(folder):
    """Another process at work on the folder."""
    code = (
        "import sys, time; from filelock import FileLock;"
        "lock = FileLock(sys.argv[1]); lock.acquire();"
        "print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, folder / "making.lock"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None and other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.kill()


def test_exact_search_finds_the_likest_in_order(tmp_path, library, query):
    found = open_store(tmp_path, library).search(query, k=10)
    assert passages(found) == library.likest(query, 10)
    assert [n.score for n in found] == sorted((n.score for n in found), reverse=True)


@pytest.mark.parametrize("count", [5, 150, 299])
def test_only_allowed_passages_are_found(tmp_path, library, query, count):
    allowed = np.random.default_rng(count).permutation(400)[:count]
    found = open_store(tmp_path, library).search(query, k=10, allowed=allowed)
    assert passages(found) == library.likest(query, 10, allowed)


def test_a_filter_that_allows_nothing_finds_nothing(tmp_path, library, query):
    store = open_store(tmp_path, library)
    assert store.search(query, k=10, allowed=np.array([], np.int64)) == []
    assert store.search(query, k=10, allowed=np.array([100_000])) == []


def test_an_empty_library_finds_nothing_and_has_no_problems(tmp_path, query):
    store = open_store(tmp_path, Library(0))
    store.refresh()
    assert store.search(query, k=10) == []
    assert store.problems() == ()


def test_of_equals_the_older_passage_comes_first(tmp_path, library, query):
    library.kept = dict.fromkeys((7, 3, 9, 1), library.kept[1])
    found = open_store(tmp_path, library).search(query, k=2)
    assert passages(found) == [1, 3]


def test_a_change_is_seen_by_a_store_already_open(tmp_path, library, query):
    store = open_store(tmp_path, library)
    best = store.search(query, k=1)[0].passage
    library.remove(best)
    library.add(50, seed=5)
    assert passages(store.search(query, k=10)) == library.likest(query, 10)


def test_a_folder_that_cannot_be_written_is_searched_all_the_same(tmp_path, library, query):
    (tmp_path / "vectors").write_text("a file where the folder should be")
    store = open_store(tmp_path / "vectors", library)
    assert passages(store.search(query, k=10)) == library.likest(query, 10)


def test_a_search_while_another_process_makes_the_index_does_not_wait(tmp_path, library, query):
    with held_lock(tmp_path):
        assert passages(open_store(tmp_path, library).search(query, k=5)) == library.likest(
            query, 5
        )


def test_a_second_maker_is_told_that_the_library_is_busy(tmp_path, library, monkeypatch):
    monkeypatch.setattr(vector, "_WAIT", 0.1)
    with held_lock(tmp_path), pytest.raises(LibraryBusy, match="Another process"):
        open_store(tmp_path, library).refresh()


def test_old_folders_are_swept_while_a_reader_still_reads_them(tmp_path, library, query):
    reader = open_store(tmp_path, library)
    expected = passages(reader.search(query, k=10))
    held = reader._exact[1]
    writer_library = Library(300)
    writer_library.add(40, seed=3)
    open_store(tmp_path, writer_library).refresh()
    assert [p.name for p in tmp_path.glob("exact-*")] == ["exact-2"]
    assert passages(held.search(query, k=10)) == expected


def test_vectors_of_another_length_are_refused(tmp_path, library, query):
    with pytest.raises(ModelMismatch, match="another length"):
        VectorStore(tmp_path, library, model="tiny@1", dimension=16).search(query[:16], k=3)
