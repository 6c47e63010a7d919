import pytest

from matters_arising.index.answer.timing import is_of_another, may_report, speaks_of
from matters_arising.index.question.time import find_times


def speaks(question: str, text: str, date: str | None, *, meeting: bool = False) -> bool:
    return speaks_of(find_times(question), text, date, meeting=meeting)


def test_any_time_will_do_where_none_is_asked():
    assert speaks("how many children", "There were 304.", "2021-06-14")


def test_a_quarter_has_to_be_printed():
    assert speaks("caseload in Q2 2016/17", "from 23 in Q2 to 19 in Q3", "2017-03")
    assert not speaks("caseload in Q1 2016/17", "from 23 in Q2 to 19 in Q3", "2017-03")


def test_a_report_calls_the_quarter_that_has_just_ended_its_own():
    text = "29 complaints were received this quarter."
    assert speaks("complaints in Q3 2016/17", text, "2017-03")
    assert not speaks("complaints in Q4 2016/17", text, "2017-03")


@pytest.mark.parametrize(
    ("date", "told"), [("2021-09-20", False), ("2022-09-26", True), ("2023-02-09", True)]
)
def test_a_paper_reports_on_its_own_year_and_the_last_but_not_on_the_next(date, told):
    assert speaks("exit interviews in 2022", "They point to slow payments.", date) == told


def test_an_older_paper_may_print_the_year():
    assert speaks("target for 2023", "By March 2023 we want a hundred.", "2021-06-14")


def test_of_a_meeting_only_its_own_day_will_do():
    question = "minutes of the panel on 30 October 2023"
    assert speaks(question, "RESOLVED", "2023-10-30", meeting=True)
    assert not speaks(question, "RESOLVED", "2024-01-29", meeting=True)


def test_a_figure_of_another_time_is_known_by_the_times_it_prints():
    asked = find_times("share in employment in March 2023")
    assert is_of_another(asked, "58% were in employment in December 2021.")
    assert not is_of_another(asked, "58% were in employment at 31 March 2023.")
    assert not is_of_another(asked, "58% were in employment.")


def test_a_month_without_a_year_is_the_last_or_the_next_one_seen_from_the_report():
    text = "By the end of April 68% had done it."
    assert is_of_another(find_times("share in April 2021"), text, "2022-05-26")
    assert not is_of_another(find_times("share in April 2022"), text, "2022-05-26")
    assert not is_of_another(find_times("share in April 2023"), text, "2022-05-26")


@pytest.mark.parametrize(
    ("question", "date", "told"),
    [
        ("attendance in autumn 2020", "2021-01-20", True),
        ("attendance in autumn 2020", "2021-11-16", False),
        ("spending in December 2022", "2022-11-24", False),
        ("spending in 2021", "2022-05-26", True),
    ],
)
def test_a_figure_without_a_time_is_of_the_report_s_own(question, date, told):
    assert may_report(find_times(question), "It was 94.1%.", date) == told


def test_a_later_report_may_print_the_time_of_a_figure():
    asked = find_times("attendance in December 2020")
    assert may_report(asked, "It was 94.1% in December 2020.", "2023-11-16")
