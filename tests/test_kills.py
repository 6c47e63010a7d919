"""Killed at any moment, a library holds whole papers only, answers, and is finished by a rerun.

`MATTERS_KILLS=300 pytest tests/test_kills.py` kills three hundred times instead of a few;
`MATTERS_SEED` chooses others.
"""

import os
import random
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from process import finish, group_is_gone, kill_readers, start
from test_library import make_paper
from tiny_reader import read_lines

from matters_arising.index.encoder.maxsim import unit
from matters_arising.index.store import vector
from matters_arising.library import Library

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="counts processes in /proc"),
]

KILLS = int(os.environ.get("MATTERS_KILLS", "8"))
SEED = int(os.environ.get("MATTERS_SEED", "7"))
COMMANDS = ("add", "force", "remove", "repair")
READING = ("add", "force")
"""Those that have readers to kill."""

FEW = 4
"""Passages searched without Chroma in half of the runs, so that its making is killed too."""


@dataclass
class Victim:
    """A library that is killed again and again, and the papers that it may hold."""

    folder: Path
    papers: list[Path]
    chance: random.Random = field(default_factory=lambda: random.Random(SEED))
    seconds: dict[tuple[str, bool], float] = field(default_factory=dict)

    def held(self):
        with Library.open(self.folder) as library:
            return [line.paper for line in library.papers()]

    def begin(self, command, *, with_chroma):
        """Start a command on some of the papers, and wait until it has loaded what it needs."""
        named = {"remove": self.held(), "repair": []}.get(command, self.papers)
        named = self.chance.sample(named, k=self.chance.randint(min(1, len(named)), len(named)))
        limit = {"MATTERS_EXACT_LIMIT": str(FEW)} if with_chroma else {}
        process = start(command, self.folder, *named, environment=limit)
        process.stdout.readline()
        return process

    def kill_once(self, commands, strike):
        """Let a command run for part of its time and strike; whether it was still at work."""
        command, with_chroma = self.chance.choice(commands), self.chance.random() < 0.5
        begun = time.monotonic()
        process = self.begin(command, with_chroma=with_chroma)
        usual = self.seconds.setdefault((command, with_chroma), 1.5)
        time.sleep(self.chance.random() * usual)
        struck = process.poll() is None and bool(strike(process))
        finish(process)
        assert group_is_gone(process)
        if not struck:
            self.seconds[command, with_chroma] = (usual + time.monotonic() - begun) / 3
        return struck

    def assert_sound(self):
        """It opens, holds whole papers only, answers, and owns to what it has not finished."""
        expected = {path.stem: read_lines(path) for path in self.papers}
        with Library.open(self.folder) as library:
            assert library.catalogue.faults() == ()
            for line in library.papers():
                assert library.catalogue.reading(line.id) == expected[line.paper]
            assert len(library.catalogue.match("lamp", limit=99)) == len(library.papers())
            self.assert_finds_what_has_a_vector(library)
            unfinished = len(library.catalogue.passages_without_vectors())
            assert not unfinished or any(str(unfinished) in f.problem for f in library.doctor())

    def assert_finds_what_has_a_vector(self, library):
        store = library.vector_store()
        for passage, kept in list(library.catalogue.vectors()):
            query = unit(np.frombuffer(kept, "<f2").astype(np.float32))
            assert passage in [found.passage for found in store.search(query, k=3)]

    def assert_finished_by_a_rerun(self):
        assert finish(start("add", self.folder, *self.papers)) == ""
        self.assert_sound()
        assert len(self.held()) == len(self.papers)
        with Library.open(self.folder) as library:
            assert library.doctor() == []


@pytest.fixture
def victim(tmp_path):
    papers = [
        make_paper(tmp_path / "papers" / f"{n:02}.pdf", f"ACTION A{n} Mend lamp {n}", "and more")
        for n in range(12)
    ]
    folder = tmp_path / "library"
    assert finish(start("add", folder, *papers[:6])) == ""
    return Victim(folder, papers)


def kill_all(process):
    process.kill()
    return True


@pytest.mark.parametrize(
    ("commands", "strike"),
    [pytest.param(COMMANDS, kill_all, id="all"), pytest.param(READING, kill_readers, id="readers")],
)
def test_killed_at_any_moment_it_stays_whole_and_the_next_run_finishes(
    victim, commands, strike, monkeypatch, capsys
):
    done = 0
    for attempt in range(4 * KILLS):
        struck = victim.kill_once(commands, strike)
        done += struck
        # Half of the time Chroma is asked for, made or not.
        monkeypatch.setattr(vector, "EXACT_LIMIT", FEW if attempt % 2 else 100_000)
        victim.assert_sound()
        if done == KILLS:
            break
    monkeypatch.setattr(vector, "EXACT_LIMIT", 100_000)
    victim.assert_finished_by_a_rerun()
    with capsys.disabled():
        sys.stdout.write(f" [{done} killed of {attempt + 1} runs]")
    assert done >= KILLS // 2
