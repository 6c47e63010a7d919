import pytest

from matters_arising.extract.phrase.due import Due, read_due


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("3 rd March 2021", "2021-03-03", "day"),
        ("1st Sept 2021", "2021-09-01", "day"),
        ("01/02/2021", "2021-02-01", "day"),
        ("5.6.21", "2021-06-05", "day"),
        ("2 Oct 21", "2021-10-02", "day"),
        ("June 7th, 2021", "2021-06-07", "day"),
        ("Mar-22", "2022-03", "month"),
        ("by end of June 2022", "2022-06", "month"),
        ("by the end of 2022", "2022", "year"),
        ("Autumn term 2022", "2022", "season"),
        ("2021 - 2022", "2022", "year_range"),
        ("Q3 2021/22", "2021-12", "quarter"),
        ("Quarter 4 (2021-22)", "2022-03", "quarter"),
        ("financial year 2021/22", "2022-03", "financial_year"),
    ],
)
def test_a_printed_date_is_read_as_precisely_as_it_is_printed(text, date, precision):
    assert read_due(text) == Due(text, date, precision)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Roll out from May - August 2022", "2022-08"),
        ("Running between March 2021 and June 2022", "2022-06"),
        ("July/August 2022", "2022-08"),
        ("Pilot in May 2021. Final cohort by September 2021", "2021-09"),
        ("Every 3 months from June 2022", "2022-06"),
        ("Monthly until March 2022", "2022-03"),
    ],
)
def test_of_several_dates_the_last_obligation_counts(text, date):
    assert read_due(text).date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("4 May 2021 Completed on 9 July 2021", "2021-05-04"),
        ("30 June 2021 (moved from 31 October 2021)", "2021-06-30"),
        ("Completed on 9 July 2021", None),
    ],
)
def test_the_day_it_was_done_or_first_planned_is_not_the_day_it_is_due(text, date):
    assert read_due(text).date == date


def test_a_date_to_be_completed_by_is_a_due_date():
    assert read_due("To be completed 9 July 2021").date == "2021-07-09"


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("asap", "asap"),
        ("asp", "asap"),
        ("Ongoing", "ongoing"),
        ("Ongoing, with a focus on 2021-22", "ongoing"),
        ("Annually, with the budget", "recurring"),
        ("Quarterly review", "recurring"),
        ("within 20 days", "relative"),
        ("by the next meeting", "relative"),
        ("by Sept 5th", "relative"),
        ("TBC", None),
        ("Carried over to the next plan", None),
    ],
)
def test_no_date_is_made_where_none_is_printed(text, precision):
    assert read_due(text) == Due(text, None, precision)


def test_ongoing_with_an_end_is_due_at_its_end():
    assert read_due("Ongoing until 31 March 2022").date == "2022-03-31"


@pytest.mark.parametrize("text", ["March", "by 30 September", "Q3", "31/02/2021", "April 25"])
def test_half_a_date_is_no_date(text):
    assert read_due(text).date is None


def test_days_within_are_counted_only_from_a_stated_day():
    assert read_due("within 10 days of 1 May 2021").date == "2021-05-11"
    assert read_due("within 2 weeks of this meeting", paper_date="2021-05-01").date == "2021-05-15"
    assert read_due("within 2 weeks of this meeting", paper_date="2021-05").date is None
    assert read_due("within 2 weeks of appointment", paper_date="2021-05-01").date is None


@pytest.mark.parametrize("text", [None, "", "  \n"])
def test_an_empty_cell_says_nothing(text):
    assert read_due(text) == Due(None, None, None)


@pytest.mark.parametrize(
    ("text", "date", "precision"),
    [
        ("Sept 24", "2024-09", "month"),
        ("Apr-Jun 24", "2024-06", "month"),
        ("Dec 24\nMar 25", "2025-03", "month"),
        ("Sept 24 (was June 24)", "2024-09", "month"),
        ("Sept 12", None, "relative"),
        ("Sept 24th", None, "relative"),
    ],
)
def test_two_figures_after_a_month_are_a_year_only_near_the_papers_own(text, date, precision):
    assert read_due(text, paper_date="2024-02-05") == Due(text, date, precision)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Q2 24/25", "2024-09"),
        ("24/25", "2025"),
        ("31/03/2025 (revised from 31/12/2024)", "2025-03-31"),
        ("31/12/2024 → 31/03/2025", "2025-03-31"),
        ("12 weeks from 1 May 2024", "2024-07-24"),
        ("within two weeks of this meeting", "2024-02-19"),
        ("within 3 months of 30 November 2023", "2024-02-29"),
        ("Next meeting (12 May 2024)", "2024-05-12"),
        ("Ongoing – review Jan 26", None),
    ],
)
def test_due_cells_as_officers_fill_them_are_read(text, date):
    assert read_due(text, paper_date="2024-02-05").date == date


@pytest.mark.parametrize(
    "text", ["12 May", "w/c 4 March", "Q2", "Spring term", "end of term", "6 months", "year end"]
)
def test_a_time_without_its_year_counts_from_one_that_is_not_stated(text):
    assert read_due(text, paper_date="2024-02-05") == Due(text, None, "relative")
