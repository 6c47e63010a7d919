import pytest

from matters_arising.corpus.record import STATUSES
from matters_arising.extract.phrase.status import Status, name_colour, read_legend, read_status

KEY = read_legend(
    [
        ("Colour", "Definition"),
        ("Grey", "Not started yet"),
        ("Red", "Action not on track"),
        ("Amber", "Not yet completed, but on track to be completed on time"),
        ("Amber E", "Completed but we still need to evidence impact"),
        ("Green", "Completed and embedded"),
    ]
)


def column(text, legend=KEY):
    return read_status(status_text=text, update=None, due_text=None, legend=legend)


def prose(text):
    return read_status(status_text=None, update=text, due_text=None)


def due(text):
    return read_status(status_text=None, update=None, due_text=text)


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("Grey", "not_started"),
        ("RED", "at_risk"),
        ("Amber", "on_track"),
        ("Amber E", "complete_impact_unproven"),
        ("amber e – awaiting audit", "complete_impact_unproven"),
        ("Green", "complete"),
    ],
)
def test_the_papers_own_key_decides(label, value):
    assert column(label) == Status(value, label)


def test_a_colour_means_nothing_without_a_key():
    for colour in ("Red", "Amber", "Green", "G"):
        assert read_status(status_text=colour, update=None, due_text=None) == Status(None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Complete", "complete"),
        ("Completed 5/6/21", "complete"),
        ("Done", "complete"),
        ("Complete but need to evidence impact", "complete_impact_unproven"),
        ("On track", "on_track"),
        ("Delayed", "delayed"),
        ("Overdue", "delayed"),
        ("Reviewing", "under_review"),
        ("Closed", "closed"),
        ("On hold", "on_hold"),
        ("Not yet started", "not_started"),
        ("Carried forward", "carried_over"),
    ],
)
def test_plain_words_in_the_status_column_are_read(text, value):
    assert value in STATUSES
    assert column(text) == Status(value, text)


@pytest.mark.parametrize(
    "text",
    ["In progress", "Not complete", "Incomplete", "Partially complete", "90% complete", "TBC"],
)
def test_words_that_leave_it_open_give_no_status(text):
    assert column(text) == Status(None, None)


def test_a_definition_that_means_two_things_means_neither():
    assert read_legend([("Blue", "On track or completed")]).meaning("Blue") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Action will carry over into phase 3", "carried_over"),
        ("3 May 2021 To be included within the next phase of the plan", "carried_over"),
        ("3 May 2021 More to be completed next year – to be carried over", "carried_over"),
        ("22 nd June 2021 Completed on 5 th August 2021", "complete"),
        ("22 June 2021", None),
        ("22 June 2021 – done", "complete"),
        ("To be completed by 22 June 2021", None),
        ("3 May 2021 Setting up the drop-in to be included in the next phase", None),
    ],
)
def test_the_due_cell_may_say_how_the_action_ended(text, value):
    assert due(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("This action has been completed.", "complete"),
        ("Complete. The policy was agreed in May.", "complete"),
        ("Letter sent – done", "complete"),
        ("Letter sent. Actioned 12/3/24.", "complete"),
        ("Carried forward to the next meeting", "carried_over"),
        ("First phase: completed. Second phase: ongoing.", None),
        ("Staff were told. The action is on hold.", "on_hold"),
        ("The training was completed in May.", None),
        ("Completed audits show progress.", None),
        ("The action is to be completed by May.", None),
        ("Work is under way.", None),
    ],
)
def test_prose_counts_only_where_it_speaks_of_the_action(text, value):
    assert prose(text).value == value


def test_prose_is_not_read_where_there_is_a_status_column():
    said = read_status(status_text="", update="This action is complete.", due_text=None)
    assert said == Status(None, None)


@pytest.mark.parametrize(
    ("fill", "name"),
    [
        ("#ff0000", "red"),
        ("#ffc000", "amber"),
        ("#00b050", "green"),
        ("#d9d9d9", "grey"),
        ("#0070c0", "blue"),
        ("#ffffff", None),
        (None, None),
    ],
)
def test_a_cells_background_is_called_what_a_key_would_call_it(fill, name):
    assert name_colour(fill) == name


@pytest.mark.parametrize(
    ("update", "value", "words"),
    [
        (
            "The Board agreed that this action should be moved to phase two, so that it fits.",
            "carried_over",
            "this action should be moved to phase two",
        ),
        (
            "Adverts failed. Recruitment has been put on hold until the review is done.",
            "on_hold",
            "Recruitment has been put on hold until the review is done",
        ),
        (
            "The options are under review with two ports. Notice would be needed.",
            "under_review",
            "The options are under review with two ports",
        ),
        ("The buoys were moved to the next bay.", None, None),
        ("We wrote that nobody is on hold for long.", None, None),
    ],
)
def test_an_update_may_tell_of_the_actions_own_work(update, value, words):
    assert prose(update) == Status(value, words)


def test_a_due_cell_may_leave_the_rest_to_the_next_phase():
    remark = "Further work to be included in the next phase"
    assert due(f"9th August 2021\n{remark}") == Status("carried_over", remark)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Completed – embed", "complete"),
        ("100% complete", "complete"),
        ("90% complete", None),
        ("75%", None),
        ("Completed but delayed", "complete"),
        ("Fully implemented", "complete"),
        ("Not fully implemented", None),
        ("Superseded by action 7", "closed"),
        ("No longer required", "closed"),
        ("Rolled over", "carried_over"),
        ("Deferred to 2025/26", "carried_over"),
        ("Deferred", None),
        ("Behind schedule", "delayed"),
        ("In progress", None),
    ],
)
def test_statuses_as_officers_write_them(text, value):
    assert column(text, legend=read_legend([])).value == value


def test_a_letter_stands_for_the_one_label_it_begins():
    key = read_legend([("Red", "Overdue"), ("Green", "Complete"), ("Grey", "Not started")])
    assert column("R", legend=key).value == "delayed"
    assert column("G", legend=key).value is None


@pytest.mark.parametrize(
    ("heading", "text", "value"),
    [
        ("Complete?", "✓", "complete"),
        ("Completed (Y/N)", "Y", "complete"),
        ("Done", "Yes", "complete"),
        ("Complete?", "✗", None),
        ("Completed", "No", None),
        ("Status", "✓", None),
    ],
)
def test_a_tick_says_done_only_under_a_heading_that_asks(heading, text, value):
    status = read_status(status_text=text, update=None, due_text=None, heading=heading)
    assert status.value == value
