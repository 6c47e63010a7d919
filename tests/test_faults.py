"""Interrupted, filled up, locked out: a library holds whole papers only, and carries on.

`test_kills.py` kills it.
"""

import resource
import signal
import sys
import time

import pytest
from process import fill, finish, group_is_gone, start
from test_library import make_paper
from tiny_reader import read_lines

from matters_arising.corpus.filter import Filter
from matters_arising.corpus.lock import only_writer
from matters_arising.errors import LibraryBusy, LibraryUnwritable
from matters_arising.library import Library

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="signals and mounts of Linux"),
]


@pytest.fixture
def papers(tmp_path):
    return [
        make_paper(tmp_path / "papers" / f"{n:02}.pdf", f"ACTION A{n} Mend lamp {n}", "and more")
        for n in range(12)
    ]


def assert_whole(folder, papers):
    """The library opens, is sound, and each paper it holds is the whole paper."""
    expected = {path.stem: read_lines(path) for path in papers}
    with Library.open(folder) as library:
        assert library.catalogue.faults() == ()
        for line in library.papers():
            assert library.catalogue.reading(line.id) == expected[line.paper]
        found = library.catalogue.match("lamp", limit=99)
        assert len(found) == len(library.papers())


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_signal_ends_the_readers_too(tmp_path, number):
    (tmp_path / "hangs.pdf").write_text("HANG")
    process = start("add", tmp_path / "library", tmp_path / "hangs.pdf")
    time.sleep(3)
    assert process.poll() is None
    process.send_signal(number)
    finish(process, timeout=300)
    assert group_is_gone(process)


def test_files_that_may_not_grow_stop_the_run_and_lose_nothing(tmp_path, papers):
    def stay_small():
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    folder = tmp_path / "library"
    finish(start("add", folder, papers[0]))
    many = [
        make_paper(tmp_path / "more" / f"more-{n}.pdf", *(f"lamp {n} {m}" for m in range(30)))
        for n in range(400)
    ]
    output = finish(start("add", folder, *many, preexec_fn=stay_small))
    assert output.startswith("refused: LibraryUnwritable: ")
    with Library.open(folder) as library:
        assert library.catalogue.faults() == ()
        assert "00" in [line.paper for line in library.papers()]


def test_a_full_disk_stops_the_run_and_the_next_one_finishes(small_disk, papers, tmp_path):
    disk, remount = small_disk
    folder = disk / "library"
    finish(start("add", folder, papers[0]))
    ballast = fill(disk)
    with Library.open(folder) as library, pytest.raises(LibraryUnwritable, match="Make room"):
        library.add(papers, read=read_lines, jobs=1)
    assert_whole(folder, papers)
    ballast.unlink()
    assert remount("size=64m")
    assert finish(start("add", folder, *papers)) == ""
    assert_whole(folder, papers)
    with Library.open(folder) as library:
        assert len(library.papers()) == len(papers)
        assert library.doctor() == []


def test_a_read_only_library_is_read_and_not_written(small_disk, papers):
    disk, remount = small_disk
    folder = disk / "library"
    assert remount("size=64m")
    finish(start("add", folder, papers[0]))
    assert remount("ro")
    with Library.open(folder) as library:
        assert [line.ref for line in library.actions()] == ["A0"]
        assert len(library.catalogue.allowed_passages(Filter(papers=("00",)))) == 1
        with pytest.raises(LibraryUnwritable, match="cannot be written"):
            library.add(papers, read=read_lines, jobs=1)
        with pytest.raises(LibraryUnwritable):
            library.catalogue.put(read_lines(papers[1]))
    with pytest.raises(LibraryUnwritable):
        Library.create(disk / "other")


def test_a_second_writer_is_told_who_holds_the_lock_and_readers_read_on(tmp_path, papers):
    folder = tmp_path / "library"
    finish(start("add", folder, papers[0]))
    (tmp_path / "hangs.pdf").write_text("HANG")
    first = start("add", folder, tmp_path / "hangs.pdf")
    while not (folder / "writer.txt").exists():
        assert first.poll() is None
        time.sleep(0.05)
    with Library.open(folder) as library:
        assert len(library.papers()) == 1
        with pytest.raises(LibraryBusy, match=rf"process {first.pid}, adding.py add"):
            library.add(papers, read=read_lines, wait=0.3)
        first.kill()
        finish(first)
        assert len(library.add(papers, read=read_lines, jobs=1).outcomes) == len(papers)


def test_a_second_writer_waits_a_little(tmp_path, papers):
    with Library.create(tmp_path / "library") as library:
        process = start("add", tmp_path / "library", papers[0])
        with only_writer(library.folder):
            time.sleep(1)
        assert finish(process) == ""
        assert len(library.papers()) == 1
