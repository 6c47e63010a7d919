"""Times of day, as questions ask for them and papers print them."""

import pytest

from matters_arising.index.answer.clock import tells_clock, tells_end, tells_start
from matters_arising.index.answer.fact import fact_asked


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("what time did the panel finish", "a time of day"),
        ("when did the harbour board meeting end", "a time of day"),
        ("when did the board begin on 3 May 2024", "a time of day"),
        ("when did the board open the hub", "when it was"),
        ("when did the hub open", "when it was"),
    ],
)
def test_a_meeting_that_ended_did_so_at_a_time_of_day(question, name):
    fact = fact_asked(question)
    assert fact is not None
    assert fact.name == name


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The meeting closed at 7.12 pm.", True),
        ("It commenced at 4.00 pm and concluded at 5.14 pm", True),
        ("Time 11.15am – 12.45pm", True),
        ("The meeting began at 5.30 pm.", False),
        ("It ended on 3 May 2024.", False),
    ],
)
def test_an_end_is_told_by_its_verb_or_as_the_end_of_a_span(text, end):
    assert tells_end(text) == end


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The meeting commenced at 1834", True),
        ("Tuesday 16th November 2021 at 6.00 pm in the library", True),
        ("Time: 2.00 pm", True),
        ("The meeting closed at 7.12 pm.", False),
        ("The hub will be tried on Sundays from 2 pm.", False),
        ("The next meeting is on 3 May 2024 at 6 pm.", False),
    ],
)
def test_a_beginning_is_told_by_its_verb_or_beside_the_day(text, start):
    assert tells_start(text) == start


@pytest.mark.parametrize("text", ["It costs £3.75.", "It rose from 9.8 to 11.05 per cent.", "2019"])
def test_a_sum_a_share_and_a_year_are_no_times_of_day(text):
    assert not tells_clock(text)
