from collections.abc import Sequence
from dataclasses import replace

import pytest

from matters_arising.corpus.layout import Cell, Row, Section, Table
from matters_arising.corpus.paper import Place
from matters_arising.corpus.record import Action
from matters_arising.extract.record.action import actions_in_tables
from matters_arising.extract.record.action_row import find_columns

HEAD = ("Ref", "Action", "Owner", "Due by", "Status", "Progress")
PLACE = Place(1, (57, 100, 500, 120))
SECTIONS = (Section("3", "Lights", 1, None, 0, (PLACE,)),)


def cell(text: str, column: int, fill: str | None = None, page: int = 1) -> Cell:
    return Cell(text, (column, column), (replace(PLACE, page=page),), fill)


def row(*texts: str, kind: str = "body", banner: str | None = None, page: int = 1) -> Row:
    cells = tuple(cell(text, column, page=page) for column, text in enumerate(texts))
    return Row(kind, cells, banner)


def table(*rows: Row, header: Sequence[str] = HEAD, section: int | None = 0) -> Table:
    return Table(tuple(header), (row(*header, kind="header"), *rows), section, 0, (PLACE,))


def actions(*tables: Table, paper_date: str | None = "2024-03-04") -> list[Action]:
    return list(actions_in_tables(tables, SECTIONS, paper_date))


LAMPS = ("A1", "Light the lamps.", "Harbour Master", "1 May 2024", "On track", "Oil is bought.")


def test_each_field_is_read_from_its_column() -> None:
    (action,) = actions(table(row(*LAMPS)))
    assert (action.ref, action.action, action.owners) == (
        "A1",
        "Light the lamps.",
        ("Harbour Master",),
    )
    assert (action.due_text, action.due_date, action.due_precision) == (
        "1 May 2024",
        "2024-05-01",
        "day",
    )
    assert (action.status_text, action.status) == ("On track", "on_track")
    assert (action.update, action.source) == ("Oil is bought.", "table")
    assert action.places == (PLACE,)


def test_unknown_is_none() -> None:
    (action,) = actions(table(row("A1", "Light the lamps.", "", "", "", "")))
    assert action.owners == ()
    assert action.due_text is action.due_date is action.update is action.status is None


@pytest.mark.parametrize(
    "header",
    [
        ("No.", "Action required", "Lead officer", "By when", "RAG", "Update"),
        ("Ref", "What we will do", "Who is responsible", "When", "Status", "Comments"),
        ("#", "Agreed action", "Lead", "Deadline", "Rating", "Progress since last report"),
        ("Ref", "Planned actions", "Accountable manager", "Target date", "BRAG", "Latest update"),
    ],
)
def test_columns_are_known_by_many_headings(header: tuple[str, ...]) -> None:
    (action,) = actions(table(row(*LAMPS), header=header))
    assert (action.ref, action.action, action.owners) == (
        "A1",
        "Light the lamps.",
        ("Harbour Master",),
    )
    assert (action.due_date, action.status_text, action.update) == (
        "2024-05-01",
        "On track",
        "Oil is bought.",
    )


def test_a_column_without_a_field_is_kept_under_its_heading() -> None:
    header = ("Ref", "Action", "Impact on ships", "Owner")
    (action,) = actions(table(row("A1", "Light the lamps.", "Safer", "Clerk"), header=header))
    assert action.columns == (("Ref", "A1"), ("Impact on ships", "Safer"))


def test_a_table_of_anything_else_holds_no_actions() -> None:
    figures = table(row("Pier", "41"), header=("Place", "Lamps"))
    assert find_columns(figures) is None
    assert actions(figures) == []


def test_where_no_heading_says_action_the_wordiest_column_is_it() -> None:
    header = ("Theme", "Commitment", "Owner", "Due by")
    texts = "Lights", "Light all the lamps of the pier.", "Clerk", "May 2024"
    (action,) = actions(table(row(*texts), header=header))
    assert action.action == "Light all the lamps of the pier."


def test_the_banner_over_a_row_is_its_section() -> None:
    assert actions(table(row(*LAMPS, banner="1. Piers")))[0].section == "1. Piers"


def test_without_a_banner_the_heading_over_the_table_is_the_section() -> None:
    assert actions(table(row(*LAMPS)))[0].section == "3. Lights"
    assert actions(table(row(*LAMPS), section=None))[0].section is None


def test_a_banner_that_is_a_remark_is_no_section() -> None:
    assert actions(table(row(*LAMPS, banner="Every lamp " * 20)))[0].section == "3. Lights"


def test_a_line_with_its_own_date_under_a_blank_ref_is_an_action_of_that_ref() -> None:
    lines = row(*LAMPS), row("", "", "Lamp Keeper", "1 June 2024", "", "")
    first, second = actions(table(*lines))
    assert (second.ref, second.action) == ("A1", "Light the lamps.")
    assert (first.owners, second.owners) == (("Harbour Master",), ("Lamp Keeper",))
    assert second.due_date == "2024-06-01"


def test_a_line_that_only_adds_an_owner_belongs_to_the_action_above() -> None:
    (action,) = actions(table(row(*LAMPS), row("", "", "Lamp Keeper", "", "", "", page=2)))
    assert action.owners == ("Harbour Master", "Lamp Keeper")
    assert [place.page for place in action.places] == [1, 2]


def test_in_a_numbered_table_a_row_that_opens_with_words_is_a_remark() -> None:
    remark = row("Note", "The Board thanked the keepers.", "", "", "", "")
    second = row("A2", "Paint the buoys.", "Clerk", "May 2024", "", "")
    found = actions(table(row(*LAMPS), second, replace(remark, cells=remark.cells[:1])))
    assert [action.ref for action in found] == ["A1", "A2"]


@pytest.mark.parametrize(
    ("fill", "colour"), [("#ff0000", "red"), ("#ffc000", "amber"), ("#00b050", "green")]
)
def test_a_shade_is_a_status_where_the_cell_says_nothing(fill: str, colour: str) -> None:
    cells = [cell(text, column) for column, text in enumerate(LAMPS)]
    cells[4] = cell("", 4, fill=fill)
    assert actions(table(Row("body", tuple(cells))))[0].status_text == colour


def test_the_papers_own_legend_decides_what_a_rating_means() -> None:
    legend = table(
        row("Amber E", "Done, but its impact has not been evidenced."),
        row("Green", "Done and its impact is evidenced."),
        header=("Rating", "What it means"),
    )
    rated = table(row(*LAMPS[:4], "Amber E", ""))
    assert actions(legend, rated)[0].status == "complete_impact_unproven"


def test_owners_that_stand_alone_elsewhere_part_those_run_together() -> None:
    alone = [
        row("A1", "Light the lamps.", "Principal Lamp Keeper", "May 2024", "", ""),
        row("A2", "Paint the buoys.", "Workshop Development Lead", "May 2024", "", ""),
    ]
    together = "Principal Lamp Keeper Workshop Development Lead"
    third = row("A3", "Buy ropes.", together, "May 2024", "", "")
    found = actions(table(*alone, third))
    assert found[2].owners == ("Principal Lamp Keeper", "Workshop Development Lead")


def test_a_key_without_headings_is_known_by_its_colours() -> None:
    first = Row("body", (cell("", 0, fill="#ff0000"), cell("Behind schedule or overdue", 1)))
    key = table(first, row("Green", "Complete"), header=("RAG", ""))
    unheaded = replace(key, header=("", ""), rows=key.rows[1:])
    cells = [cell(text, column) for column, text in enumerate(LAMPS)]
    cells[4] = cell("", 4, fill="#ff0000")
    (action,) = actions(unheaded, table(Row("body", tuple(cells))))
    assert (action.status_text, action.status) == ("red", "delayed")


def test_an_owner_cell_that_names_nobody_is_kept_as_it_is_printed() -> None:
    (action,) = actions(table(row("A1", "Light the lamps.", "TBC", "May 2024", "", "")))
    assert action.owners == ()
    assert ("Owner", "TBC") in action.columns


SPREAD = ("Ref", "Action", "Leads Senior", "Leads Daily", "Timescale First", "Timescale Revised")


def spread(*rows: Row) -> Table:
    """A table with headings of its own, two of which stand over two columns each."""
    over = (("", 0, 0), ("", 1, 1), ("Leads", 2, 3), ("Timescale", 4, 5))
    top = tuple(Cell(text, (first, last), (PLACE,), None) for text, first, last in over)
    return Table(SPREAD, (Row("header", top, None), *rows), 0, 0, (PLACE,))


def test_columns_of_names_under_one_heading_are_all_owners() -> None:
    rows = [
        row("A1", "Light the lamps.", "Harbour Master", "Head of Lights", "May 2024", ""),
        row("A2", "Paint the buoys.", "Harbour Master", "Quay Manager", "June 2024", ""),
    ]
    assert actions(spread(*rows))[0].owners == ("Harbour Master", "Head of Lights")


def test_a_revised_date_is_the_due_date_and_the_first_one_is_kept() -> None:
    rows = [
        row("A1", "Light the lamps.", "Harbour Master", "Clerk", "May 2024", "July 2024"),
        row("A2", "Paint the buoys.", "Harbour Master", "Clerk", "June 2024", ""),
    ]
    moved, kept = actions(spread(*rows))
    assert (moved.due_date, kept.due_date) == ("2024-07", "2024-06")
    assert moved.columns == (("Ref", "A1"), ("Timescale First", "May 2024"))


def test_an_unheaded_column_of_numbers_holds_the_refs() -> None:
    header = ("", "Recommendation", "Response", "Lead", "By when")
    rows = [
        row("1", "Light the lamps.", "Oil is bought.", "Harbour Master", "May 2024"),
        row("2", "Paint the buoys.", "Paint is bought.", "Quay Manager", "June 2024"),
    ]
    assert [action.ref for action in actions(table(*rows, header=header))] == ["1", "2"]


@pytest.mark.parametrize(
    ("key", "rating", "status"),
    [
        ("Ashore means finished. Becalmed means the date has been missed.", "Becalmed", "delayed"),
        ("Ashore means finished. Becalmed means the date has been missed.", "Ashore", "complete"),
        ("Rating: Blue – complete. Red – the deadline will be missed.", "Red", "delayed"),
        ("Key: Afloat – on track; Aground – not started", "Aground", "not_started"),
        ("Key: green – complete; amber – on track; red – overdue.", "Amber", "on_track"),
        ("RAG: red – overdue, green – complete", "Red", "delayed"),
        ("Green = complete | Red = not started", "Red", "not_started"),
        ("Blue = complete Green = on track Red = overdue", "Blue", "complete"),
    ],
)
def test_a_key_told_in_a_line_of_prose_decides(key: str, rating: str, status: str) -> None:
    rated = table(row(*LAMPS[:4], rating, ""))
    (action,) = actions_in_tables([rated], SECTIONS, None, prose=[key])
    assert action.status == status


def test_prose_that_defines_something_else_is_no_key() -> None:
    prose = ["Green means that the tide is on track. The crew met in May. Red means ebb."]
    rated = table(row(*LAMPS[:4], "Green", ""))
    (action,) = actions_in_tables([rated], SECTIONS, None, prose=prose)
    assert action.status is None


@pytest.mark.parametrize(
    "nothing", ["None", "None at present", "N/A", "Nil", "–", "No further action required."]
)
def test_a_cell_that_says_there_is_no_action_holds_none(nothing: str) -> None:
    found = actions(table(row(*LAMPS), row("A2", nothing, "Clerk", "", "", "")))
    assert [action.ref for action in found] == ["A1"]


def test_an_action_that_begins_with_none_is_one() -> None:
    (action,) = actions(table(row("A1", "None of the lamps to be lit", "Clerk", "", "", "")))
    assert action.action == "None of the lamps to be lit"


def test_a_ref_that_opens_every_action_names_it() -> None:
    head = ("Action", "Owner", "Due by")
    rows = [row(f"2.{i} – Light lamp {i}.", "Harbour Master", "1 May 2024") for i in (1, 2)]
    found = [(action.ref, action.action) for action in actions(table(*rows, header=head))]
    assert found == [("2.1", "Light lamp 1."), ("2.2", "Light lamp 2.")]


def test_a_number_that_opens_one_action_of_several_is_no_ref() -> None:
    head = ("Action", "Owner", "Due by")
    rows = [row(text, "Harbour Master", "1 May 2024") for text in ("12 Lamps to light", "Paint.")]
    assert [action.ref for action in actions(table(*rows, header=head))] == [None, None]


def test_the_status_is_that_of_now_where_the_last_one_stands_beside_it() -> None:
    head = ("Ref", "Action", "Owner", "Previous status", "Current status")
    (action,) = actions(table(row("A1", "Light it.", "Clerk", "Delayed", "Complete"), header=head))
    assert (action.status, action.status_text) == ("complete", "Complete")
    assert ("Previous status", "Delayed") in action.columns


def test_the_heading_of_the_column_with_a_tick_is_the_status() -> None:
    head = ("Ref", "Action", "Owner", "Not started", "On track", "Complete")
    rows = (
        row("A1", "Light it.", "Clerk", "", "X", ""),
        row("A2", "Paint it.", "Clerk", "", "", "✓"),
    )
    found = [(a.status_text, a.status) for a in actions(table(*rows, header=head))]
    assert found == [("On track", "on_track"), ("Complete", "complete")]


def test_a_plan_without_headings_is_known_by_what_its_columns_hold() -> None:
    rows = [
        row(str(i), "Light the lamp on the pier.", "Harbour Master", "1 May 2024") for i in (1, 2)
    ]
    plan = replace(table(*rows), header=("",) * 4, rows=tuple(rows))
    found = [(action.ref, action.owners, action.due_date) for action in actions(plan)]
    assert found == [(ref, ("Harbour Master",), "2024-05-01") for ref in ("1", "2")]


@pytest.mark.parametrize("latest", ["", "Complete"])
def test_of_numbered_statuses_the_last_that_is_filled_holds(latest: str) -> None:
    head = ("Ref", "Action", "Owner", "Status Q1", "Status Q2", "Status Q3")
    line = row("A1", "Light the lamps.", "Clerk", "Not started", "On track", latest)
    (action,) = actions(table(line, header=head))
    assert action.status == ("complete" if latest else "on_track")


def test_a_line_of_a_form_drawn_into_the_table_is_no_action() -> None:
    header = ("Action items", "Person responsible", "Deadline")
    found = actions(
        table(
            row("Light the lamps", "Joan Marsh", "1 May 2024"),
            row("Agenda item: The buoys", "Presenter:", "Amir Patel"),
            row("Paint the buoys", "Amir Patel", "2 May 2024"),
            header=header,
        )
    )
    assert [action.action for action in found] == ["Light the lamps", "Paint the buoys"]


@pytest.mark.parametrize("heading", ["Team Member", "Assignee"])
def test_whoever_a_task_is_given_to_owns_it(heading: str) -> None:
    header = (heading, "Task", "Due date")
    (action,) = actions(table(row("Joan Marsh", "Paint the buoys", "2 May 2024"), header=header))
    assert action.owners == ("Joan Marsh",)
