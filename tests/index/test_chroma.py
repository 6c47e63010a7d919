"""A library too large to measure every passage has a Chroma, whose every fault is noticed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
from vectors import DIMENSION, Library, open_store, passages

from matters_arising.errors import ModelMismatch
from matters_arising.index.encoder.maxsim import unit
from matters_arising.index.store import vector
from matters_arising.index.store.chroma import ChromaDamaged, check_chroma, make_chroma
from matters_arising.index.store.exact import ExactIndex, write_exact
from matters_arising.index.store.vector import forget_vectors

ROOT = Path(__file__).parents[2]
FEW = 20


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vector, "EXACT_LIMIT", FEW)
        open_store(folder, Library(300)).refresh()
    return folder


@pytest.fixture
def made(made_once, tmp_path, few_are_many):
    """A folder with both indexes of a fresh `library`."""
    return shutil.copytree(made_once, tmp_path / "made")


@pytest.fixture
def few_are_many(monkeypatch):
    """Let Chroma be asked for libraries small enough for a test."""
    monkeypatch.setattr(vector, "EXACT_LIMIT", FEW)


def chroma_folder(folder):
    return max(folder.glob("chroma-*"))


def break_chroma(folder):
    for path in chroma_folder(folder).rglob("*"):
        if path.is_file() and path.suffix in (".bin", ".sqlite3"):
            path.write_bytes(b"\x00" * 100)


def test_chroma_finds_what_exact_search_finds(made, library, query):
    store = open_store(made, library)
    allowed = np.arange(1, 200)
    assert passages(store.search(query, k=10)) == library.likest(query, 10)
    assert passages(store.search(query, k=10, allowed=allowed)) == library.likest(
        query, 10, allowed
    )
    assert store.problems() == ()
    assert store._chroma is not None and store._chroma[1] is not None


def test_small_searches_do_not_import_chroma(made, library, query):
    code = (
        "import sys, numpy as np; from pathlib import Path;"
        "from tests.index.vectors import DIMENSION, Library, open_store;"
        f"store = open_store(Path({str(made)!r}), Library(300));"
        "assert len(store.search(np.ones(DIMENSION, np.float32), k=3)) == 3;"
        "print('chromadb' in sys.modules)"
    )
    child = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert child.stdout.strip() == "False"


def test_passages_added_since_chroma_was_made_are_found(made, library, query):
    library.kept[301] = query.astype("<f2")
    library.changes += 1
    found = open_store(made, library).search(query, k=10)
    assert passages(found) == library.likest(query, 10)
    assert found[0].passage == 301


def test_a_few_additions_leave_chroma_alone_and_many_extend_it(made, library):
    store = open_store(made, library)
    first = chroma_folder(made)
    library.add(2, seed=1)
    store.refresh()
    assert chroma_folder(made) == first
    library.add(30, seed=2)
    store.refresh()
    assert [p.name for p in made.glob("chroma-*")] == ["chroma-3"]
    assert store.problems() == ()


def test_a_removed_passage_leaves_chroma_at_once(made, library, query):
    store = open_store(made, library)
    gone = store.search(query, k=1)[0].passage
    library.remove(gone)
    store.refresh()
    store.search(query, k=1)
    assert gone not in store._chroma[1].passages
    assert store._chroma[1].collection.get(ids=[str(gone)])["ids"] == []
    assert store.problems() == ()


def test_a_library_too_small_to_ask_chroma_makes_none(tmp_path, library, monkeypatch):
    monkeypatch.setattr(vector, "make_chroma", None)
    store = open_store(tmp_path, library)
    store.refresh()
    assert [path.name for path in tmp_path.glob("*-*")] == ["exact-1"]
    assert store.problems() == ()


def test_a_library_that_grows_past_exact_search_gets_its_chroma(tmp_path, library, query):
    open_store(tmp_path, library).refresh()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vector, "EXACT_LIMIT", FEW)
        assert open_store(tmp_path, library).problems() == ("Chroma is behind the catalogue.",)
        assert passages(open_store(tmp_path, library).search(query, k=10)) == library.likest(
            query, 10
        )
        open_store(tmp_path, library).refresh()
        assert open_store(tmp_path, library).problems() == ()
        assert chroma_folder(tmp_path).name == "chroma-1"


def test_a_library_that_shrinks_below_it_loses_its_chroma(made, library):
    store = open_store(made, library)
    library.remove(*list(library.kept)[FEW - 1 :])
    store.refresh()
    assert list(made.glob("chroma-*")) == []
    assert store.problems() == ()


def test_a_chroma_in_use_is_not_opened_by_a_second_process(made, library, query):
    code = (
        "import sys; from pathlib import Path;"
        "from matters_arising.index.store.chroma import ChromaIndex;"
        "index = ChromaIndex(Path(sys.argv[1]));"
        "print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, chroma_folder(made)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "open\n"
        second = open_store(made, library)
        assert passages(second.search(query, k=10)) == library.likest(query, 10)
        assert second._chroma[1] is None
        assert second.problems() == ()
        other.communicate()
    third = open_store(made, library)
    third.search(query, k=10)
    assert third._chroma[1] is not None


def test_an_emptied_library_keeps_no_vector(made, library):
    store = open_store(made, library)
    library.remove(*library.kept)
    store.refresh()
    assert list(made.glob("chroma-*")) == []
    assert store.problems() == ()


def test_a_broken_chroma_is_reported_and_searched_around(made, library, query):
    break_chroma(made)
    store = open_store(made, library)
    assert passages(store.search(query, k=10)) == library.likest(query, 10)
    assert any("Chroma cannot be read" in problem for problem in store.problems())


def test_a_broken_chroma_is_found_by_the_check_and_mended(made, library):
    break_chroma(made)
    store = open_store(made, library)
    assert any("Chroma is damaged" in problem for problem in store.problems())
    store.rebuild()
    assert store.problems() == ()


@pytest.mark.parametrize(("strange", "passes"), [(6, True), (7, False)])
def test_a_chroma_may_miss_a_few_passages_and_no_more(tmp_path, strange, passes):
    """Its search is not exact, so missing one does not show that it is damaged."""
    kept = unit(np.random.default_rng(1).standard_normal((64, DIMENSION), np.float32))
    others = np.concatenate([-kept[:strange], kept[strange:]])
    for name, vectors in (("made", kept), ("asked", others)):
        halves = ((n + 1, one.astype("<f2").tobytes()) for n, one in enumerate(vectors))
        (tmp_path / name).mkdir()
        write_exact(tmp_path / name, halves, dimension=DIMENSION)
    chroma = tmp_path / "chroma"
    chroma.mkdir()
    make_chroma(tmp_path / "made", chroma, dimension=DIMENSION, base=None)
    refused = pytest.raises(ChromaDamaged, match=f"finds {64 - strange} of 64")
    with nullcontext() if passes else refused:
        check_chroma(tmp_path / "asked", chroma, dimension=DIMENSION)


def test_a_chroma_that_did_not_pass_is_not_tried_again_until_the_library_has_grown(
    tmp_path, library, query, few_are_many
):
    """Vectors of nothing are not found by themselves, so no Chroma of them passes."""
    nothing = np.zeros(DIMENSION, "<f2")
    library.kept.update(dict.fromkeys(list(library.kept)[:150], nothing))

    def faults_of_a_change(more):
        library.add(more, seed=more)
        store = open_store(tmp_path, library)
        store.refresh()
        assert passages(store.search(query, k=3)) == library.likest(query, 3)
        return store.problems()

    assert any("did not pass" in fault for fault in faults_of_a_change(1))
    assert faults_of_a_change(2) == ()
    assert any("did not pass" in fault for fault in faults_of_a_change(100))


def test_a_chroma_file_grown_out_of_all_proportion_is_found(made, library):
    store = open_store(made, library)
    (chroma_folder(made) / "grown.bin").touch()
    os.truncate(chroma_folder(made) / "grown.bin", 2**40)
    assert any("Chroma is damaged: ChromaDamaged: its files" in p for p in store.problems())


def test_extending_a_broken_chroma_makes_a_whole_one(made, library):
    break_chroma(made)
    library.add(30, seed=4)
    open_store(made, library).refresh()
    assert open_store(made, library).problems() == ()


def test_a_torn_exact_index_is_made_again(made, library, query):
    torn = next(made.glob("exact-*")) / "vectors.f32"
    os.truncate(torn, 1000)
    assert "behind" in open_store(made, library).problems()[0]
    assert passages(open_store(made, library).search(query, k=10)) == library.likest(query, 10)


def test_another_models_vectors_are_refused_with_the_cure(made, library):
    with pytest.raises(ModelMismatch, match=r"tiny@1.*other@2.*doctor --repair"):
        open_store(made, library, model="other@2")
    forget_vectors(made)
    open_store(made, library, model="other@2").refresh()


def test_an_index_in_memory_is_the_one_on_disk(made, library, query):
    store = open_store(made, library)
    memory = ExactIndex.of(library.vectors(), dimension=DIMENSION)
    assert memory.search(query, k=20) == store.search(query, k=20)


@pytest.mark.faults
def test_killed_at_any_moment_the_store_answers_and_is_mended(made, library, query):
    code = (
        "import sys; from pathlib import Path; from tests.index.vectors import Library, open_store;"
        "from matters_arising.index.store import vector;"
        f"vector.EXACT_LIMIT = {FEW};"
        "library = Library(300); library.add(100, seed=7);"
        "open_store(Path(sys.argv[1]), library).refresh()"
    )
    library.add(100, seed=7)
    for delay in (0.3, 0.8, 1.2, 1.6, 2.0, 2.4):
        child = subprocess.Popen([sys.executable, "-c", code, made], cwd=ROOT)
        time.sleep(delay)
        child.send_signal(signal.SIGKILL)
        child.wait()
        store = open_store(made, library)
        assert passages(store.search(query, k=10)) == library.likest(query, 10)
        time.sleep(0.2)
    deadline = time.monotonic() + 60  # a killed writer's own child may still be at work
    left = None
    while left != ["chroma-2", "exact-2", "making.lock"] and time.monotonic() < deadline:
        open_store(made, library).refresh()
        left = sorted(p.name for p in made.iterdir())
    assert left == ["chroma-2", "exact-2", "making.lock"]
    assert open_store(made, library).problems() == ()
