"""Times told from where one stands are read against the latest paper held."""

import pytest

from matters_arising.corpus.held import Meeting, Vocabulary
from matters_arising.index.question.reading import read_question

HELD = Vocabulary(
    committees=("Harbour Board", "Pilotage Committee"),
    owners=(),
    refs=(),
    abbreviations=(),
    meetings=(
        Meeting("2021-03-09", "Harbour Board"),
        Meeting("2022-03-15", "Harbour Board"),
        Meeting("2022-06-14", "Pilotage Committee"),
    ),
    latest="2022-07-01",
)


def resolved(text: str, **options: str) -> list[str | None]:
    return [time.value for time in read_question(text, HELD, **options).resolved]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("which actions were delayed last year", "2021"),
        ("dredging costs this year", "2022"),
        ("dredging costs last financial year", "2021/22"),
        ("ships boarded in time last quarter", "2022/23-Q1"),
        ("ships boarded last month", "2022-06"),
    ],
)
def test_a_time_is_told_from_the_date_of_the_latest_paper(text, value):
    assert resolved(text) == [value]


def test_it_is_told_from_the_end_of_the_papers_asked_for_where_that_is_earlier():
    assert resolved("dredging costs last year", until="2021-12-31") == ["2020"]


def test_a_span_that_ends_now_is_no_calendar_year():
    assert resolved("wrecks raised over the last year") == []


def test_nothing_is_told_from_papers_without_a_date():
    empty = Vocabulary((), (), (), ())
    assert read_question("dredging costs last year", empty).resolved == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("what was agreed at the last meeting", "2022-06-14"),
        ("what was agreed at the last harbour board meeting", "2022-03-15"),
        ("who chaired the harbour board in March", "2022-03-15"),
        ("apologies at the pilotage committee in june", "2022-06-14"),
    ],
)
def test_a_meeting_is_the_latest_of_its_body_that_fits(text, day):
    question = read_question(text, HELD)
    assert [time.value for time in question.resolved] == [day]
    assert question.window == (day, day)


def test_the_minutes_of_the_previous_meeting_are_no_meeting_asked_about():
    assert resolved("were the minutes of the previous meeting signed") == []
