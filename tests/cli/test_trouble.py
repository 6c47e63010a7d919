"""What the command says, and leaves behind, when the system will not let it write or read."""

import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from process import drop_rights, fill
from program import MATTERS
from test_library import make_paper

from matters_arising.library import Library

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights and disks of Linux"),
]

LINES = ("Harbour Committee", "14 March 2024", "1. Lamps", "The lamps of the pier were lit.")


@pytest.fixture(scope="module")
def filled(tmp_path_factory, run):
    """A library of one paper, and another paper to add."""
    folder = tmp_path_factory.mktemp("filled")
    make_paper(folder / "lamps.pdf", *LINES)
    make_paper(folder / "buoys.pdf", *LINES, "The buoys were painted.")
    assert run("add", folder / "lamps.pdf", "--library", folder / "library").returncode == 0
    return folder


@pytest.fixture
def library(filled, tmp_path):
    return Path(shutil.copytree(filled / "library", tmp_path / "library"))


@contextmanager
def mode(path, bits):
    before = path.stat().st_mode
    path.chmod(bits)
    try:
        yield
    finally:
        path.chmod(before)


def one_line(done, code=1):
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_a_library_that_may_not_be_written_is_read_and_answers(filled, library, run):
    weak = {"preexec_fn": drop_rights}
    files = [*library.rglob("*"), library]
    for path in files:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        answered = run("ask", "what happened to the lamps", "--library", library, **weak)
        assert answered.returncode == 0, answered.stderr
        assert "were lit" in answered.stdout
        assert "cannot be written" in one_line(
            run("add", filled / "buoys.pdf", "--library", library, **weak)
        )
        assert "cannot be written" in one_line(run("remove", "lamps", "--library", library, **weak))
        assert run("papers", "--library", library, **weak).returncode == 0
    finally:
        for path in files[::-1]:
            path.chmod(path.stat().st_mode | 0o200)


def test_a_library_that_may_not_be_opened_is_an_error_of_one_line(library, run):
    with mode(library, 0o000):
        said = one_line(run("papers", "--library", library, preexec_fn=drop_rights))
    assert said.startswith("Error: ")
    assert str(library) in said


def test_a_paper_that_may_not_be_read_is_named_and_the_rest_goes_on(filled, library, run, tmp_path):
    locked = Path(shutil.copy(filled / "lamps.pdf", tmp_path / "locked.pdf"))
    with mode(locked, 0o000):
        done = run(
            *("add", locked, filled / "buoys.pdf", "--library", library), preexec_fn=drop_rights
        )
    assert done.returncode == 4
    assert "locked.pdf cannot be opened (Permission denied)" in done.stderr
    assert "2 papers: 1 added, 1 refused." in done.stderr


def test_a_full_disk_is_one_line_and_the_same_command_goes_on_from_there(small_disk, filled, run):
    disk, remount = small_disk
    library = disk / "library"
    shutil.copytree(filled / "library", library)
    ballast = fill(disk)
    said = one_line(run("add", filled / "buoys.pdf", "--library", library))
    assert "full" in said and "Make room" in said
    assert [paper.paper for paper in papers(library)] == ["lamps"]
    ballast.unlink()
    assert remount("size=64m")
    done = run("add", filled / "buoys.pdf", "--library", library)
    assert done.returncode == 0, done.stderr
    assert done.stderr.endswith("1 paper: 1 added.\n")
    assert run("doctor", "--library", library).returncode == 0


def papers(folder):
    with Library.open(folder) as library:
        return library.papers()


@pytest.mark.parametrize("command", [["export"], ["add", "--report"]])
def test_what_is_written_elsewhere_on_a_full_disk_is_one_line_too(
    small_disk, filled, library, run, command
):
    disk, _ = small_disk
    fill(disk)
    target = [disk / "out"] if command == ["export"] else [disk / "report", filled / "buoys.pdf"]
    said = one_line(run(*command, *target, "--library", library))
    assert said.startswith("Error: ")
    assert "lamps" in [paper.paper for paper in papers(library)]


@contextmanager
def writer_at_work(library, environment, tmp_path):
    """Another `matters add`, held up by a list of papers that does not end."""
    adding = Path(__file__).parents[1] / "adding.py"
    process = subprocess.Popen(
        [sys.executable, adding, "add", library, hanging(tmp_path)],
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        while not (library / "writer.txt").exists():
            assert process.poll() is None
            time.sleep(0.05)
        yield process
    finally:
        process.kill()
        process.wait()


def hanging(folder):
    paper = folder / "hangs.pdf"
    paper.write_text("HANG")
    return paper


def test_a_second_writer_is_told_who_writes_and_readers_read_on(
    filled, library, run, environment, tmp_path
):
    with writer_at_work(library, environment, tmp_path) as writer:
        for command in (["papers"], ["ask", "what happened to the lamps"], ["doctor"]):
            assert run(*command, "--library", library).returncode == 0
        begun = time.monotonic()
        said = one_line(run("add", filled / "buoys.pdf", "--library", library))
        assert f"(process {writer.pid}, adding.py add" in said
        assert time.monotonic() - begun > 9
    assert run("add", filled / "buoys.pdf", "--library", library).returncode == 0


def test_a_second_writer_waits_for_the_first(filled, library, run, environment, tmp_path):
    with writer_at_work(library, environment, tmp_path) as writer:
        second = subprocess.Popen(
            [MATTERS, "remove", "lamps", "--library", str(library)], env=environment
        )
        time.sleep(3)
        assert second.poll() is None
        writer.kill()
        assert second.wait(timeout=300) == 0
    assert papers(library) == ()
