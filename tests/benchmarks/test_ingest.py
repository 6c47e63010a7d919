import shutil
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.ingest.contender import CONTENDERS, LONGEST, cut
from benchmarks.ingest.race import TITLES, Lap, Race, in_order
from benchmarks.ingest.report import race_table, ratio_lines
from benchmarks.ingest.stack import stack_papers
from benchmarks.machine import Cost
from matters_arising.corpus import sample
from matters_arising.extract.intake import find_candidates, hash_file
from matters_arising.extract.reading import read_paper

SECONDS = {
    **{"add": 20.0, "add_again": 1.0, "turn_pages": 3.0, "read": 6.0, "tag_by_rule": 1.0},
    **{"encode": 10.0, "tag_by_model": 12.0},
    **{"ingest_naively": 30.0, "ingest_passages_naively": 70.0, "keep_naively": 5.0},
}
LAPS = {name: Lap(TITLES[name], Cost(cpu * 2, cpu), 0.5) for name, cpu in SECONDS.items()}
SECOND = Lap("two", Cost(25.0, 21.0), 0.5)
RACE = Race(8, 40, LAPS, SECOND, 1.82)


def test_every_contender_is_raced():
    assert set(TITLES) == set(CONTENDERS)


def test_pages_a_second_are_said_by_both_clocks():
    rows = list(race_table(RACE))
    assert rows[2] == "| `Library.add`, 1 worker | 20.0 | 0.5 | 40.0 | 2.0 | 1.0 |"
    assert len(rows) == 2 + len(list(in_order(RACE))) == 2 + len(TITLES) + 1


def test_ratios_stand_beside_their_targets():
    assert list(ratio_lines(RACE)) == [
        "- `add` / (whole reading + encoder): 1.25 × (target ≤ 1.25)",
        "- `add` / (pages alone + rules + encoder): 1.43 × (target ≤ 1.25)",
        "- naive, pieces of 200 words / `add`: 1.50 × (target ≥ 3.0)",
        "- naive, our passages / `add`: 3.50 × (target ≥ 3.0)",
        "- the same without Chroma, as if it cost nothing: 3.25 ×",
        "- two workers, by the clock: 1.60 × (target ≥ 1.7)",
        "- two workers, CPU: 1.05 × (target 1)",
        "- two cores, a bare matrix product by the clock: 1.82 × one",
    ]


def test_on_one_core_there_is_no_scaling():
    alone = Race(8, 40, LAPS)
    assert not any("two " in line for line in ratio_lines(alone))


def test_copies_are_papers_of_their_own_one_set_after_another(tmp_path):
    (tmp_path / "one").mkdir()
    for paper in sample.papers()[:2]:
        shutil.copy(paper, tmp_path / "one")
    stack = stack_papers(tmp_path / "one", tmp_path / "stack", times=2)
    copies = [copy.path for copy in find_candidates([stack])]
    assert [copy.name[2:] for copy in copies] == 2 * [paper.name for paper in sample.papers()[:2]]
    assert len({hash_file(copy) for copy in copies}) == 4
    assert read_paper(copies[0]).paragraphs == read_paper(copies[2]).paragraphs != ()


@given(st.text())
def test_the_naive_pipeline_cuts_without_losing_a_word(text):
    pieces = list(cut(text))
    assert " ".join(pieces).split() == text.split()
    assert all(len(piece.split()) <= LONGEST for piece in pieces)


def test_a_floor_runs_alone_over_the_texts_of_a_library(sample_folder):
    papers = sample.papers()[0].parent
    command = ("-m", "benchmarks.ingest.contender", "tag_by_rule", papers, sample_folder)
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert float(done.stdout) > 0
