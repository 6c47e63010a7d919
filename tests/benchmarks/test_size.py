import pytest

from benchmarks.machine import Cost
from benchmarks.size.growth import FILTERS, QUESTIONS, RUNS, Growth, Loading, Use, measure_growth
from benchmarks.size.report import draw, loading_table, percentile, use_table

LOADING = Loading(1000, 50_000, Cost(60.0, 30.0), Cost(8.0, 5.0), 300.0, 210.0)
ASKED = tuple(Cost(n / 50, n / 100) for n in range(1, 21))
USE = Use(Cost(0.02, 0.01), Cost(0.8, 0.4), ASKED, (Cost(0.004, 0.002),), 250.0)
GROWTH = Growth(LOADING, USE)


@pytest.mark.parametrize(("share", "value"), [(0.5, 10), (0.95, 19), (1.0, 20)])
def test_a_percentile_is_a_value_that_was_measured(share, value):
    assert percentile(list(range(1, 21)), share) == value


def test_the_cost_of_a_paper_has_its_threads_in_it():
    *_, row = loading_table([GROWTH])
    assert row == "| 1,000 | 50,000 | 35.0 | 5.0 | 35.0 | 68.0 | 300 | 210 |"


def test_times_of_use_are_of_processors_with_the_clock_in_brackets():
    *_, row = use_table([GROWTH])
    assert row == "| 1,000 | 10 (20) | 400 (800) | 100 (200) | 190 (380) | 2 (4) | 2 (4) | 250 |"


def test_the_picture_is_the_same_for_the_same_figures(tmp_path):
    for name in ("one.svg", "two.svg"):
        draw([GROWTH], tmp_path / name)
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_a_library_of_a_size_is_made_and_used(tmp_path, sample_folder):
    growth = measure_growth(tmp_path / "grown", sample_folder, papers=3, passages=20)
    assert (growth.loading.papers, growth.loading.passages) == (3, 60)
    assert len(growth.use.questions) == QUESTIONS
    assert len(growth.use.filters) == RUNS * len(FILTERS)
    assert min(growth.loading.peak, growth.use.peak, growth.loading.megabytes) > 0
