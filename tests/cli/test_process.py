"""Pipes, signals, exit codes and terminals, with real processes."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import MATTERS
from reportlab.pdfgen.canvas import Canvas
from test_library import make_paper

from matters_arising.corpus import sample
from matters_arising.library import Library

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="pipes of Linux")

LINES = ("Harbour Committee", "14 March 2024", "1. Lamps", "The lamps of the pier were lit.")


@pytest.fixture(scope="module")
def mixed(tmp_path_factory, run):
    """A folder of one good paper and two that are none, as it was added."""
    folder = tmp_path_factory.mktemp("mixed")
    papers = folder / "papers"
    papers.mkdir()
    make_paper(papers / "good.pdf", *LINES)
    (papers / "empty.pdf").touch()
    (papers / "page.pdf").write_text("<html>Not found</html>")
    library, report = folder / "library", folder / "report.jsonl"
    return folder, run("add", papers, "--library", library, "--report", report)


@pytest.fixture
def small(mixed, tmp_path):
    """A library of one paper, to be changed."""
    return Path(shutil.copytree(mixed[0] / "library", tmp_path / "small"))


def test_add_goes_on_past_a_bad_paper_names_it_and_exits_4(mixed):
    _, done = mixed
    assert (done.returncode, done.stdout) == (4, "")
    lines = done.stderr.splitlines()
    assert [line for line in lines if line.startswith("empty.pdf")]
    assert [line for line in lines if line.startswith("page.pdf")]
    assert lines[-1].startswith("Error: 3 papers: 1 added, 2 refused.")
    assert "\x1b" not in done.stderr


def test_add_reports_one_json_line_a_paper(mixed):
    folder, _ = mixed
    lines = [json.loads(line) for line in (folder / "report.jsonl").read_text().splitlines()]
    assert [(Path(line["path"]).name, line["did"]) for line in lines] == [
        ("empty.pdf", "refused"),
        ("good.pdf", "added"),
        ("page.pdf", "refused"),
    ]
    assert [bool(line["reason"]) for line in lines] == [True, False, True]
    assert [bool(line["id"]) for line in lines] == [False, True, False]


def test_papers_names_those_that_could_not_be_read(mixed, run):
    done = run("papers", "-v", "--library", mixed[0] / "library")
    assert len(done.stdout.splitlines()) == 2
    assert "Could not be read: empty: " in done.stderr


@pytest.mark.parametrize("end", ["\n", "\0"])
def test_paths_come_from_standard_input_and_held_papers_are_passed_by(mixed, run, end):
    folder, _ = mixed
    listed = f"{folder / 'papers' / 'good.pdf'}{end}"
    done = run("add", "-", "--library", folder / "library", input=listed)
    assert (done.returncode, done.stderr) == (0, "1 paper: 1 held already.\n")


def test_quiet_says_nothing_of_what_went_well(mixed, run):
    folder, _ = mixed
    done = run("add", "-q", folder / "papers" / "good.pdf", "--library", folder / "library")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("path", ["missing.pdf", "missing"])
def test_paths_that_are_not_there_are_an_error_and_make_no_library(tmp_path, run, path):
    done = run("add", tmp_path / path, "--library", tmp_path / "library")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"Error: There is no file or folder {tmp_path / path}. Check the name.\n"
    assert not (tmp_path / "library").exists()


def test_a_folder_without_papers_is_an_error_of_one_line(tmp_path, run):
    (tmp_path / "empty").mkdir()
    done = run("add", tmp_path / "empty", "--library", tmp_path / "library")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "holds no PDF" in done.stderr


def test_a_removed_paper_is_gone_and_an_unknown_one_is_an_error(small, run):
    wrong = run("remove", "nothing", "--library", small)
    assert (wrong.returncode, wrong.stderr[:25]) == (1, "Error: No paper 'nothing'")
    assert run("remove", "good", "--library", small).returncode == 0
    assert run("papers", "--format", "json", "--library", small).stdout == "[]\n"


def test_doctor_finds_what_is_wrong_and_repairs_it(small, run):
    assert run("doctor", "--library", small).returncode == 0
    with Library.open(small) as library:
        library.catalogue.forget_vectors()
    sick = run("doctor", "--library", small)
    assert sick.returncode == 1
    assert "Run 'matters doctor --repair'." in sick.stdout
    repaired = run("doctor", "--repair", "--library", small)
    assert (repaired.returncode, repaired.stdout[:16]) == (0, "Nothing is wrong")


def test_a_library_of_a_later_version_is_left_alone(tmp_path, run):
    Library.create(tmp_path).close()
    with sqlite3.connect(tmp_path / "catalogue.db") as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    for command in (["papers"], ["ask", "why"], ["add", str(sample.papers()[0])]):
        done = run(*command, "--library", tmp_path)
        assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
        assert "made by a later version" in done.stderr


@pytest.mark.parametrize("format_", ["csv", "json", "jsonl", "table"])
def test_a_reader_that_has_seen_enough_stops_it_quietly(library, environment, format_):
    command = f'"{MATTERS}" measures --format {format_} | head -c 20'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        check=False,
        env={**environment, "MATTERS_LIBRARY": str(library)},
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_output_that_cannot_be_written_is_an_error_of_one_line(library, environment):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [MATTERS, "measures", "--library", str(library)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=environment,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("Error: The system refused: No space left on device.")
    assert done.stderr.count("\n") == 1


def test_an_interrupt_exits_130_with_one_line(library, environment):
    process = subprocess.Popen(
        [MATTERS, "ask", "--batch", "-", "--library", str(library)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    process.stdin.write('{"id": 1, "question": "what became of the hub"}\n')
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == 1
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 130
    assert errors == "Interrupted. Nothing is lost; run the command again to go on.\n"


def test_an_interrupted_add_leaves_a_library_that_opens(tmp_path, run, environment):
    folder, report = tmp_path / "library", tmp_path / "report.jsonl"
    process = subprocess.Popen(
        [MATTERS, "add", "--jobs", "1", "--library", folder, "--report", report, *sample.papers()],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )
    until = time.monotonic() + 60
    while not (report.exists() and report.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 130
    assert errors.splitlines()[-1].startswith("Interrupted.")
    done = run("papers", "--library", folder)
    assert len(done.stdout.splitlines()) >= 2


def on_a_terminal(arguments, environment):
    """What a command writes to a terminal of 100 columns."""
    import pty

    ours, theirs = pty.openpty()
    settings = {**environment, "TERM": "xterm-256color", "COLUMNS": "100"}
    process = subprocess.Popen(
        [MATTERS, *map(str, arguments)], stdout=theirs, stderr=theirs, env=settings
    )
    os.close(theirs)
    written = b""
    while chunk := read_chunk(ours):
        written += chunk
    os.close(ours)
    return process.wait(), written.decode()


def read_chunk(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def test_a_terminal_gets_a_table(library, environment):
    code, written = on_a_terminal(["actions", "--ref", "2C", "--library", library], environment)
    assert code == 0
    assert "Owners" in written
    assert "paper,title" not in written


def test_no_colour_is_honoured(mixed, small, environment):
    """Bars are what has colours; a table has none to take away."""
    coloured = {name: value for name, value in environment.items() if name != "NO_COLOR"}
    arguments = ["add", mixed[0] / "papers" / "good.pdf", "--library", small]
    for settings, colours in ((coloured, True), ({**coloured, "NO_COLOR": "1"}, False)):
        _, written = on_a_terminal(arguments, settings)
        assert "Reading papers" in written
        assert any(code in written for code in ("\x1b[3", "\x1b[9")) == colours


def test_a_terminal_sees_bars_while_papers_are_added(mixed, small, environment):
    paper = mixed[0] / "papers" / "good.pdf"
    code, written = on_a_terminal(["add", paper, "--library", small], environment)
    assert code == 0
    assert "Reading papers" in written
    assert "\x1b[" in written
    assert "1 paper: 1 held already." in written


def test_eval_scores_the_sample_and_its_exit_code_agrees(library, run):
    done = run("eval", "--library", library, "--format", "json")
    scored = json.loads(done.stdout)
    assert list(scored) == ["ok", "lines", "misses"]
    assert done.returncode == (0 if scored["ok"] else 1)
    assert {"part", "name", "value", "expected", "ok"} <= set(scored["lines"][0])


def test_eval_of_other_papers_needs_their_gold(run, tmp_path):
    assert run("eval", "--papers", tmp_path).returncode == 2


def test_a_locked_paper_is_named_with_the_cure(tmp_path, run):
    locked = tmp_path / "locked.pdf"
    canvas = Canvas(str(locked), encrypt="secret")
    canvas.drawString(72, 720, "Nobody may read this.")
    canvas.save()
    done = run("add", "--library", tmp_path / "library", locked)
    assert done.returncode == 4
    assert "locked.pdf is locked with a password." in done.stderr
    assert "Traceback" not in done.stderr
