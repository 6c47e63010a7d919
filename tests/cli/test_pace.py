from pathlib import Path

import pytest

from matters_arising.cli.output.pace import Pace, Paces, say_seconds
from matters_arising.cli.output.progress import PlainNarrator
from matters_arising.corpus.outcome import Outcome, Progress
from matters_arising.corpus.paper import Paper

PLAN = Paper("a" * 64, "plan", "Plan", None, None, "plan", 6, (None,) * 6)


def read(done, *, total=100, did="added"):
    return Progress("reading", done, total, Outcome(Path("plan.pdf"), did, PLAN))


def refuse(done, *, total=100):
    return Progress("reading", done, total, Outcome(Path("torn.pdf"), "refused", reason="Torn."))


def test_the_pace_is_of_pages_and_the_time_left_of_papers():
    pace = Pace(now=0.0)
    for done in range(1, 11):
        pace.note(read(done), now=2.0 * done)
    assert str(pace) == "3.0 pages/s, about 3 min left"
    assert pace.seconds_left == pytest.approx(180.0)


def test_papers_held_already_say_nothing_of_how_fast_papers_are_read():
    pace = Pace(now=0.0)
    for done in range(1, 1001):
        pace.note(read(done, total=1100, did="held"), now=done / 1000)
    for done in range(1, 51):
        pace.note(read(1000 + done, total=1100), now=1.0 + 2.0 * done)
    assert pace.units_a_second == pytest.approx(3.0, rel=0.05)
    assert pace.seconds_left == pytest.approx(100.0, rel=0.05)


def test_nothing_is_foretold_before_enough_was_seen_nor_at_the_end():
    pace = Pace(now=0.0)
    assert str(pace) == ""
    pace.note(read(1), now=1.0)
    assert str(pace) == "6.0 pages/s"
    pace.note(read(100), now=20.0)
    assert "left" not in str(pace)


def test_a_refused_paper_has_no_pages():
    pace = Pace(now=0.0)
    pace.note(refuse(1), now=1.0)
    assert pace.units_a_second == 0.0


def test_a_step_is_timed_from_the_end_of_the_one_before():
    paces = Paces(now=0.0)
    paces.note(read(1, total=1), now=1000.0)
    paces.note(Progress("encoding", 512, 2048), now=1008.0)
    pace = paces.note(Progress("encoding", 1024, 2048), now=1016.0)
    assert str(pace) == "64.0 passages/s, about 16 s left"


def test_while_papers_are_read_nobody_knows_how_long_their_passages_will_take():
    paces = Paces(now=0.0)
    paces.note(read(1, total=2), now=10.0)
    pace = paces.note(Progress("encoding", 256, 512), now=14.0)
    assert str(paces.note(Progress("encoding", 512, 512), now=18.0)) == "64.0 passages/s"
    paces.note(read(2, total=2), now=20.0)
    paces.note(Progress("encoding", 768, 1024), now=22.0)
    assert str(pace) == "64.0 passages/s, about 4 s left"


@pytest.mark.parametrize(
    ("seconds", "said"), [(7.4, "7 s"), (89, "89 s"), (754, "13 min"), (12_000, "3 h 20 min")]
)
def test_a_time_is_said_as_people_say_it(seconds, said):
    assert say_seconds(seconds) == said


def narrate(monkeypatch, times, *, quiet=False):
    """Have a narrator follow as many papers as there are times, one at each."""
    clock = iter([0.0, *times])
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    narrator = PlainNarrator(quiet=quiet)
    for done in range(1, len(times) + 1):
        narrator.follow(read(done, total=5000))


def test_off_a_terminal_a_line_comes_now_and_then_however_many_papers(monkeypatch, capsys):
    narrate(monkeypatch, [2.0 * n for n in range(1, 5001)])
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Reading papers: 5 of 5,000, 3.0 pages/s, about 2 h 46 min left"
    assert 20 < len(lines) < 80


def test_short_or_quiet_work_is_done_without_a_word(monkeypatch, capsys):
    narrate(monkeypatch, [1.0, 2.0, 9.0])
    narrate(monkeypatch, [20.0, 40.0], quiet=True)
    assert capsys.readouterr().err == ""


def test_on_a_terminal_the_bar_says_the_pace_too(monkeypatch):
    from io import StringIO

    from rich.console import Console
    from rich.progress import Progress as Bars

    from matters_arising.cli.output.progress import BarNarrator, bar_columns

    screen = StringIO()
    console = Console(file=screen, force_terminal=True, width=120)
    clock = iter([0.0, 10.0])
    with Bars(*bar_columns(), console=console, auto_refresh=False) as bars:
        monkeypatch.setattr(
            "matters_arising.cli.output.progress.time.monotonic", lambda: next(clock)
        )
        narrator = BarNarrator(bars)
        narrator.follow(read(5, total=50))
        monkeypatch.undo()
    assert "Reading papers" in screen.getvalue()
    assert "0.6 pages/s, about 2 min left" in screen.getvalue()
