import pytest

from benchmarks.refusal.curve import choose, draw_curve
from benchmarks.refusal.report import table, write_page
from benchmarks.refusal.trial import Trial

TRIALS = [
    Trial("who owns it", answerable=True, removed=False, support=0.9, answered=True),
    Trial("status of 2C", answerable=True, removed=False, support=None, answered=True),
    Trial("status of 9Z", answerable=False, removed=False, support=None, answered=False),
    Trial("what did it cost", answerable=False, removed=False, support=0.4, answered=False),
    Trial("who owns it", answerable=False, removed=True, support=0.6, answered=True),
]


@pytest.mark.parametrize(
    ("least", "unanswerable", "removed", "answerable", "precision"),
    [(0.0, 0.5, 0.0, 0.0, 1.0), (0.5, 1.0, 0.0, 0.0, 1.0), (0.95, 1.0, 1.0, 0.5, 2 / 3)],
)
def test_a_higher_threshold_refuses_more_of_each_sort(
    least, unanswerable, removed, answerable, precision
):
    point = next(point for point in draw_curve(TRIALS) if point.least == least)
    shares = (point.unanswerable, point.removed, point.answerable)
    assert shares == (unanswerable, removed, answerable)
    assert point.precision == pytest.approx(precision)


def test_the_highest_threshold_that_loses_no_answer_is_chosen():
    assert choose(draw_curve(TRIALS)).least == 0.9


def test_the_threshold_in_use_is_in_bold():
    lines = list(table(draw_curve(TRIALS), 0.53))
    assert sum(line.startswith("| **0.53**") for line in lines) == 1


def test_a_page_keeps_what_stands_outside_its_marks(tmp_path):
    page = tmp_path / "refusal.md"
    page.write_text("Before\n<!-- curve -->\nold\n<!-- end of curve -->\nAfter\n")
    write_page(page, ["new"])
    assert page.read_text() == ("Before\n<!-- curve -->\n\nnew\n\n<!-- end of curve -->\nAfter\n")
