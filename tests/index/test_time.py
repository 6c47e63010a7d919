import pytest

from matters_arising.index.question.time import find_times, fit_of


def said(text):
    return [time.said for time in find_times(text)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("caseloads in july 2020", ["2020-07"]),
        ("Q2 v Q3 2016/17", ["2016/17-Q2", "2016/17-Q3"]),
        ("quarter 3 of 2016/17 and quarter 1 of 2020-21", ["2016/17-Q3", "2020/21-Q1"]),
        ("contacts in quarter 3", ["Q3"]),
        ("spending in 24/25", ["2024/25"]),
        ("fees between 2017 and 2020", ["2017..2020"]),
        ("what was decided on 13 march", ["13 March"]),
        ("dec 2020 v may 2022", ["2020-12", "2022-05"]),
    ],
)
def test_the_times_of_a_question_are_read_as_the_contract_writes_them(text, times):
    assert said(text) == times


@pytest.mark.parametrize("text", ["homeless 16/17 yr olds", "may carers be told", "status of 3D"])
def test_ages_verbs_and_refs_are_no_times(text):
    assert said(text) == []


def test_a_text_of_the_month_fits_better_than_one_of_the_year():
    (time,) = find_times("in october 2020")
    assert time.fit("Work began.", "2020-10-05") == 1.0
    assert time.fit("In October 2020 work began.", "2021-03") == 1.0
    assert time.fit("Work began.", "2020-12-07") == 0.25
    assert time.fit("Work began.", "2019-12") == 0.0


def test_a_quarter_is_met_where_the_text_names_it():
    (time,) = find_times("Q3 2016/17")
    assert time.fit("36% in Q3", "2017-01") == 1.0
    assert time.fit("54% in Q2", "2017-01") == 0.25


def test_a_text_that_speaks_of_all_times_fits_better_than_one_that_speaks_of_one():
    times = find_times("2013, 2019 and 2024")
    both = fit_of(times, "Inadequate in 2013 and 2024.", "2025-05")
    assert both > fit_of(times, "Inadequate in 2013.", "2025-05") > 0
    assert fit_of((), "Inadequate in 2013.", "2025-05") == 0
