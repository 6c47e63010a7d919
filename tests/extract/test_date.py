"""Dates as papers print them, days first or months first."""

from collections.abc import Callable

import pytest
from build import Ruled, Sheet, Words, header

from matters_arising.corpus.reading import Reading
from matters_arising.extract.phrase.date import dates_ordered_as_in, find_dates


def day(text: str) -> str | None:
    """The one day that a text prints; None where it prints none."""
    found = [date.value for date in find_dates(text) if date.precision == "day"]
    return found[0] if found else None


@pytest.mark.parametrize(
    "text",
    [
        "September 5, 2024",
        "September 5,2024",
        "Sept. 5th 2024",
        "September the 5th, 2024",
        "September 5th of 2024",
        "Sep-05-2024",
        "Sept 5, ’24",
        "September 4-5, 2024",
        "September 4 and 5, 2024",
        "5th, September 2024",
        "05/09/2024",
    ],
)
def test_a_day_is_read_before_its_month_or_after_it(text: str) -> None:
    assert day(f"The Board met on {text} at noon.") == "2024-09-05"


@pytest.mark.parametrize(
    ("proof", "value"),
    [
        (("Lamps lit 05/23/2024",), "2024-05-09"),
        (("Lamps lit 23/05/2024",), "2024-09-05"),
        (("Lamps lit 05/23/2024", "oil bought 14/06/2024"), "2024-09-05"),
        (("Plan 7/05/23/2024 refers",), "2024-09-05"),
        ((), "2024-09-05"),
    ],
)
def test_numbers_are_months_first_only_where_the_paper_proves_it(
    proof: tuple[str, ...], value: str
) -> None:
    with dates_ordered_as_in(proof):
        assert day("05/09/2024") == value
        assert day("5 September 2024") == "2024-09-05"
    assert day("05/09/2024") == "2024-09-05"


@pytest.mark.parametrize(
    ("second", "due"),
    [("05/23/2024", ["2024-05-09", "2024-05-23"]), ("23/05/2024", ["2024-09-05", "2024-05-23"])],
)
def test_one_date_of_a_plan_tells_how_its_others_are_ordered(
    read: Callable[..., Reading], second: str, due: list[str]
) -> None:
    rows = [
        header("Ref", "Action", "Owner", "Due date"),
        ("1", "Light the lamps", "Clerk", "05/09/2024"),
        ("2", "Paint the buoys", "Clerk", second),
    ]
    plan = Ruled(rows, (40, 220, 110, 110))
    reading = read(Sheet((Words("Action plan", bold=True, size=16), plan)))
    assert [action.due_date for action in reading.actions] == due


def test_minutes_are_of_the_day_printed_months_first(read: Callable[..., Reading]) -> None:
    title = Words("Minutes of the Harbour Committee", bold=True, size=16)
    opening = Words("Held on Thursday, September 5th, 2024 at 7pm in the Custom House")
    assert read(Sheet((title, opening))).paper.date == "2024-09-05"
