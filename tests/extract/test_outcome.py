"""What became of a deed, told right after it."""

import pytest
from test_action import actions as tabled
from test_action import row, table
from test_minute import actions

from matters_arising.extract.phrase.outcome import group_outcome, is_outcome, part_outcome


@pytest.mark.parametrize(
    ("text", "deed", "outcome"),
    [
        ("Circulate the tide tables – done", "Circulate the tide tables", "done"),
        ("Circulate the tide tables (completed)", "Circulate the tide tables", "completed"),
        ("Circulate the tide tables [c/f].", "Circulate the tide tables", "c/f"),
        ("Circulate the tide tables. DONE", "Circulate the tide tables.", "DONE"),
        ("Circulate the tables: done 3/4/24", "Circulate the tables", "done 3/4/24"),
        ("Ask the Board - ongoing", "Ask the Board", "ongoing"),
        ("Ask the Board. This has been done.", "Ask the Board.", "This has been done."),
        ("Ask the Board – c/f to May", "Ask the Board", "c/f to May"),
        ("Ask the Board Completed", "Ask the Board", "Completed"),
        ("Ask the Board Completed 12 May 2024", "Ask the Board", "Completed 12 May 2024"),
        ("Buy new oars Not done, none to be had", "Buy new oars", "Not done, none to be had"),
    ],
)
def test_what_became_of_a_deed_is_parted_from_it(text: str, deed: str, outcome: str) -> None:
    assert part_outcome(text) == (deed, outcome)


@pytest.mark.parametrize(
    "text",
    [
        "Ensure that the audit of the lamps is complete.",
        "Review the rota - complete by May",
        "Circulate the Completed Actions Log",
        "Chase the (outstanding) invoices for oil",
        "Report on the works completed",
        "Harbour closed – ice",
        "Done",
    ],
)
def test_a_deed_that_is_about_something_done_is_whole(text: str) -> None:
    assert part_outcome(text, reported=True) == (text, None)


def test_in_a_report_on_earlier_actions_no_mark_need_part_them() -> None:
    text = "JM to circulate the tide tables completed"
    assert part_outcome(text) == (text, None)
    (action,) = actions(text, under="Matters arising")
    assert (action.action, action.owners) == ("circulate the tide tables", ("JM",))
    assert (action.update, action.status) == ("completed", "complete")


def test_an_outcome_says_nothing_else() -> None:
    assert is_outcome("This is ongoing.") and is_outcome("Completed.")
    assert not is_outcome("Completed audits show progress.")


@pytest.mark.parametrize(
    ("under", "text", "status"),
    [
        ("Lamps", "ACTION: JM to circulate the tables by 1 May 2024. Completed.", "complete"),
        ("Lamps", "ACTION: Circulate the tables (JM, by 1 May 2024) – done 3/4/24", "complete"),
        ("Actions", "JM to circulate the tables by 1 May 2024 Completed", "complete"),
        ("Actions", "JM to circulate the tables by 1 May 2024 – ongoing", None),
        ("Actions", "Circulate the tables – JM – by 1 May 2024 – no longer required", "closed"),
        ("Matters arising", "JM to circulate the tables by 1 May 2024: C/F", "carried_over"),
    ],
)
def test_an_action_in_minutes_has_the_status_told_after_it(
    under: str, text: str, status: str | None
) -> None:
    (action,) = actions(text, under=under)
    assert action.action.lower() == "circulate the tables"
    assert (action.due_date, action.status) == ("2024-05-01", status)
    assert action.update is not None and text.endswith(action.update)


def test_a_promise_has_the_outcome_told_in_the_sentence_after_it() -> None:
    text = "The Clerk agreed to write to the Board. Done. Joan Marsh will buy oil."
    first, second = actions(text)
    assert (first.action, first.status) == ("The Clerk agreed to write to the Board.", "complete")
    assert (second.update, second.status) == (None, None)


HEAD = ("Ref", "Action", "Owner", "Due by")
LAMPS = ("A1", "Light the lamps", "Clerk", "1 May 2024")


@pytest.mark.parametrize(
    ("banner", "status"),
    [
        ("Completed actions", "complete"),
        ("3. Actions closed since the last meeting", "closed"),
        ("Closed", "closed"),
        ("Outstanding actions", None),
        ("Actions to be completed", None),
        ("Completed and outstanding actions", None),
        ("Closed circuit television", None),
    ],
)
def test_actions_have_the_status_that_heads_their_group(banner: str, status: str | None) -> None:
    assert bool(group_outcome(banner)) == bool(status)
    (action,) = tabled(table(row(*LAMPS, banner=banner), header=HEAD))
    assert (action.status, action.status_text) == (status, None)


def test_a_status_of_its_own_comes_before_that_of_the_group() -> None:
    told = row(*LAMPS, "On hold", banner="Completed actions")
    (action,) = tabled(table(told, header=(*HEAD, "Status")))
    assert action.status == "on_hold"
    (action,) = tabled(table(row(*LAMPS, "No longer required."), header=(*HEAD, "Update")))
    assert action.status == "closed"


def test_a_row_may_end_in_its_status() -> None:
    (action,) = tabled(table(row("A1", "Light the lamps – DONE", "Clerk", ""), header=HEAD))
    assert (action.action, action.status) == ("Light the lamps – DONE", "complete")


def test_a_note_may_open_with_a_ref_and_hold_its_day_in_brackets() -> None:
    (action,) = actions("A3: JM – light the lamps (due 1 May 2024) Completed", under="Actions")
    assert (action.ref, action.action, action.owners) == ("A3", "light the lamps", ("JM",))
    assert (action.due_date, action.status) == ("2024-05-01", "complete")
