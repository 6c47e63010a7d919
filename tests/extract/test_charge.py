"""Owner and day in one column, and several actions in one row."""

import pytest
from test_action import actions, row, table

from matters_arising.extract.record.charge import names_beside_time, names_both

HEAD = ("Item", "Discussion", "Action", "Who / when")


@pytest.mark.parametrize(
    "heading",
    ["Who / when", "By whom and by when", "Lead officer & deadline", "Owner/due date"],
)
def test_one_column_may_hold_both_owner_and_day(heading: str) -> None:
    texts = "2", "The lamps were dim.", "Light the lamps.", "Harbour Master – 1 May 2024"
    (action,) = actions(table(row(*texts), header=(*HEAD[:3], heading)))
    assert (action.owners, action.due_date) == (("Harbour Master",), "2024-05-01")


@pytest.mark.parametrize("heading", ["Lead time", "Date raised by officer", "Completed by"])
def test_a_heading_of_one_of_them_asks_for_no_more(heading: str) -> None:
    assert not names_both(heading)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("JM – 30 April 2024", "JM"),
        ("JM/AP 30/04/24", "JM/AP"),
        ("Clerk by the next meeting", "Clerk"),
        ("1 May 2024 (Head of Lights)", "Head of Lights"),
        ("JM, 1 May 2024\nAP, asap", "JM\nAP"),
        ("May 2024", ""),
    ],
)
def test_names_are_told_from_the_time_beside_them(text: str, names: str) -> None:
    assert names_beside_time(text) == names


LISTED = "1. Light the lamps\n2. Paint the buoys\nof the bay"


def test_actions_listed_in_one_row_have_each_its_owner_and_day() -> None:
    texts = "2", "The bay is dark.", LISTED, "JM – 1 May 2024\nAP – 2 May 2024"
    found = actions(table(row(*texts), header=HEAD))
    assert [(a.action, a.owners, a.due_date) for a in found] == [
        ("Light the lamps", ("JM",), "2024-05-01"),
        ("Paint the buoys\nof the bay", ("AP",), "2024-05-02"),
    ]


def test_what_stands_once_in_the_row_holds_for_all_its_actions() -> None:
    texts = "A1", "• Light the lamps\n• Paint the buoys", "Clerk", "1 May 2024\n2 May 2024"
    found = actions(table(row(*texts), header=("Ref", "Action", "Owner", "Due by")))
    assert [(a.ref, a.owners, a.due_date) for a in found] == [
        ("A1", ("Clerk",), "2024-05-01"),
        ("A1", ("Clerk",), "2024-05-02"),
    ]


@pytest.mark.parametrize(
    ("action", "owners"),
    [
        (LISTED, "Clerk"),
        (LISTED, "Clerk\nMate\nCook"),
        ("Light the lamps\nof the pier", "Clerk\nMate"),
    ],
)
def test_a_row_whose_lines_do_not_tell_apart_is_one_action(action: str, owners: str) -> None:
    texts = "A1", action, owners, "1 May 2024"
    (found,) = actions(table(row(*texts), header=("Ref", "Action", "Owner", "Due by")))
    assert found.action == action
