from hypothesis import given
from hypothesis import strategies as st

from matters_arising.eval.metrics import f1, mean, median, precision, recall, reciprocal_rank

refs = st.sets(st.sampled_from("ABCDEFG"))


def test_what_was_got_wrong_stays_in_the_mean():
    assert mean([1, 1, 0, 0]) == 0.5


def test_a_mean_of_nothing_is_unknown_and_not_zero():
    assert mean([]) is None
    assert median([]) is None


def test_the_median_is_a_number_that_was_given():
    assert median([90, 10, 20]) == 20
    assert median([10, 20, 30, 90]) == 30


def test_recall_asks_what_was_found_and_precision_what_was_wanted():
    assert recall({"1A", "1B"}, {"1B", "9Z"}) == 0.5
    assert precision({"1A", "1B"}, {"1B", "9Z", "8Y", "7X"}) == 0.25


def test_finding_nothing_is_no_precision_at_all():
    assert precision({"1A"}, set()) == 0
    assert f1({"1A"}, set()) == 0


def test_wanting_nothing_is_complete_whatever_is_found():
    assert recall(set(), {"1A"}) == 1


def test_the_reciprocal_rank_is_that_of_the_first_evidence_reached():
    assert reciprocal_rank([None, 4, 2]) == 0.5
    assert reciprocal_rank([None]) == 0
    assert reciprocal_rank([]) == 0


@given(refs, refs)
def test_f1_stands_between_precision_and_recall(wanted, found):
    low, high = sorted((precision(wanted, found), recall(wanted, found)))
    assert low - 1e-9 <= f1(wanted, found) <= high + 1e-9 or not found
