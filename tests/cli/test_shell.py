"""The prompt of `matters ask`, typed at through a real pseudo-terminal."""

import os
import re
import select
import shutil
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest
from program import MATTERS
from test_library import make_paper

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")

PATIENCE = 300
ATTEMPTS = 18
CTRL_C, CTRL_D, UP = b"\x03", b"\x04", b"\x1b[A"
CHRONOLOGY = "what happened to the chronology action"
_STYLING = re.compile(r"\x1b\[[?\d;]*[A-Za-z]|\r")


class Terminal:
    """A terminal with `matters ask` running on it; what it showed and was not yet read."""

    def __init__(self, arguments, environment):
        import pty

        self.ours, theirs = pty.openpty()
        self.process = subprocess.Popen(
            [MATTERS, "ask", *map(str, arguments)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**environment, "TERM": "xterm", "COLUMNS": "100"},
            start_new_session=True,
            preexec_fn=_take_terminal,
        )
        os.close(theirs)
        self.shown = ""

    def until(self, expected):
        """Everything shown up to and with the expected words."""
        assert self.sees(expected), f"{expected!r} never came; shown: {self.shown!r}"
        before, _, self.shown = self.shown.partition(expected)
        return before + expected

    def sees(self, expected, within=PATIENCE):
        """Whether the expected words are shown within some seconds."""
        end = time.monotonic() + within
        while expected not in self.shown and time.monotonic() < end:
            if not select.select([self.ours], [], [], 0.2)[0]:
                continue
            try:
                self.shown += os.read(self.ours, 65_536).decode("utf-8", "replace")
            except OSError:  # the program has ended
                break
            self.shown = _STYLING.sub("", self.shown)
        return expected in self.shown

    def type(self, line):
        """Type something and press return."""
        self.press(line.encode() + b"\n")

    def press(self, keys):
        os.write(self.ours, keys)

    def interrupt(self):
        """Press Ctrl-C as a person does: once more where nothing came of it.

        A signal that comes as readline starts to wait for a key is seen with the next key only.
        """
        for _ in range(ATTEMPTS):
            self.press(CTRL_C)
            if self.sees("Dropped.", within=PATIENCE / ATTEMPTS):
                break
        self.until("Dropped.")
        self.until("matters> ")

    def ask(self, line, prompt="matters> "):
        """Type a line; what is shown until the prompt comes again, the line itself left out."""
        self.type(line)
        self.until(line)
        return self.until(prompt)

    def exit_code(self):
        return self.process.wait(timeout=PATIENCE)


def _take_terminal():
    """Make standard input the terminal of this process, so that Ctrl-C is a signal to it."""
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def home(environment, tmp_path):
    """Settings of nobody, and a place for their state."""
    return {**environment, "XDG_STATE_HOME": str(tmp_path / "state")}


@pytest.fixture
def open_shell(home, library):
    """Opens prompts on the sample's library, or as given, and ends them after the test."""
    opened = []

    def start(*arguments):
        terminal = Terminal(arguments or ("--library", library), home)
        opened.append(terminal)
        return terminal

    yield start
    for terminal in opened:
        terminal.process.kill()
        terminal.process.wait()
        os.close(terminal.ours)


def remembered(home):
    """The file of the questions asked."""
    (path,) = Path(home["XDG_STATE_HOME"]).rglob("questions.history")
    return path


def test_questions_are_answered_one_after_another_and_ctrl_d_leaves(open_shell):
    shell = open_shell()
    assert "Ask in plain words; :help lists the rest." in shell.until("matters> ")
    assert "[1] 25 September 2023" in shell.ask(CHRONOLOGY)
    assert "The papers do not say." in shell.ask("how many zebras live in the zoo")
    shell.press(CTRL_D)
    assert shell.exit_code() == 0


def test_filters_hold_until_they_are_lifted(open_shell):
    shell = open_shell()
    shell.until("matters> ")
    shell.ask(":until 2021", "matters [until 2021]> ")
    answer = shell.ask(CHRONOLOGY, "matters [until 2021]> ")
    assert "2021 ·" in answer
    assert "2023 ·" not in answer
    shell.ask(":paper no-such", "matters [until 2021, paper no-such]> ")
    refusal = shell.ask(CHRONOLOGY, "paper no-such]> ")
    assert "The papers do not say." in refusal
    assert "The filters leave no paper." in refusal
    assert "until 2021, paper no-such" in shell.ask(":filters", "]> ")
    shell.ask(":clear")
    assert "2023 ·" in shell.ask(CHRONOLOGY)


def test_a_filter_that_means_nothing_is_explained_and_changes_nothing(open_shell):
    shell = open_shell()
    shell.until("matters> ")
    assert "'someday' is no date." in shell.ask(":since someday")
    assert "'poem' is no kind." in shell.ask(":kind poem")
    assert "There is no ':sinse 2020'. ':help' lists" in shell.ask(":sinse 2020")
    assert ":committee scrutiny" in shell.ask(":help")
    shell.type(":quit")
    assert shell.exit_code() == 0


def test_ctrl_c_drops_what_is_typed_and_the_prompt_stays(open_shell):
    shell = open_shell()
    shell.until("matters> ")
    shell.press(b"how many zeb")
    shell.until("how many zeb")
    shell.interrupt()
    assert "[1] 25 September 2023" in shell.ask(CHRONOLOGY)


def test_ctrl_c_drops_a_question_that_is_being_answered(open_shell):
    shell = open_shell()
    shell.until("matters> ")
    shell.type(CHRONOLOGY)
    shell.until(f"{CHRONOLOGY}\n")
    shell.interrupt()
    assert "[1] 25 September 2023" in shell.ask(CHRONOLOGY)


def test_an_arrow_brings_back_a_question_of_an_earlier_day_that_no_one_else_can_read(
    open_shell, home
):
    shell = open_shell()
    shell.until("matters> ")
    shell.ask(CHRONOLOGY)
    shell.press(CTRL_D)
    assert shell.exit_code() == 0
    assert CHRONOLOGY in remembered(home).read_text().splitlines()
    assert stat.S_IMODE(remembered(home).stat().st_mode) == 0o600
    again = open_shell()
    again.until("matters> ")
    again.press(UP + b"\n")
    again.until(CHRONOLOGY)
    assert "[1] 25 September 2023" in again.until("matters> ")


def test_a_paper_that_another_process_adds_is_asked_too(open_shell, run, tmp_path):
    def add(name, words):
        make_paper(tmp_path / f"{name}.pdf", "Harbour Committee", "14 March 2024", "1. It", words)
        assert run("add", tmp_path / f"{name}.pdf", "--library", folder).returncode == 0

    folder = tmp_path / "library"
    add("lamps", "The lamps of the pier were lit by the harbour master.")
    shell = open_shell("--library", folder)
    assert "1 paper. Ask" in shell.until("matters> ")
    assert "lamps of the pier" in shell.ask("who lit the lamps")
    add("nets", "The nets of the trawlers were mended by the boatswain.")
    answer = shell.ask("who mended the nets")
    assert "The library has changed. 2 papers." in answer
    assert "nets of the trawlers" in answer


def test_a_library_that_went_away_ends_its_question_alone(open_shell, library, tmp_path):
    folder = Path(shutil.copytree(library, tmp_path / "copy"))
    shell = open_shell("--library", folder)
    shell.until("matters> ")
    shell.ask(CHRONOLOGY)
    folder.rename(tmp_path / "away")
    assert f"Error: No library at {folder}." in " ".join(shell.ask(CHRONOLOGY).split())
    (tmp_path / "away").rename(folder)
    assert "[1] 25 September 2023" in shell.ask(CHRONOLOGY)


def test_a_library_that_is_not_there_opens_no_prompt(open_shell, tmp_path):
    shell = open_shell("--library", tmp_path / "none")
    shell.until("Error: No library at")
    assert shell.exit_code() == 1


def test_without_a_terminal_a_question_is_needed(run, library):
    done = run("ask", "--library", library, input=CHRONOLOGY)
    assert done.returncode == 2
    assert "Give a question, or --batch" in done.stderr
