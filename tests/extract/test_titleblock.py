import pytest
from build import Cell, Ruled, Sheet, Words, heading

from matters_arising.corpus.layout import Report

TEXT = Words("The lamps of the north pier were lit on every night of the month.")


def report(read, *items) -> Report:
    reading = read(Sheet([*items, heading("1. Lamps"), TEXT]))
    assert len(reading.reports) == 1
    return reading.reports[0]


def test_labelled_lines_give_title_date_committee_and_officer(read) -> None:
    found = report(
        read,
        heading("Harbour Borough Council"),
        heading("Lights Committee"),
        heading("Date of Meeting: 4 March 2024"),
        heading("Report Title: Lamps and Oil: the Year to Come"),
        heading("Report of: Harbour Master"),
    )
    assert found.title == "Lamps and Oil: the Year to Come"
    assert (found.date, found.committee) == ("2024-03-04", "Lights Committee")
    assert (found.officer, found.kind) == ("Harbour Master", "report")


def test_a_title_that_wrapped_is_whole(read) -> None:
    title = (
        "Report Title: Lamps, buoys and beacons of the outer roads and of the harbour within"
        " its two piers and the quays beyond them"
    )
    found = report(read, heading("Date of Meeting: 4 March 2024"), heading(title))
    assert found.title == title.removeprefix("Report Title: ")


def test_a_form_of_labels_and_values_is_read(read) -> None:
    rows = [
        [Cell("Committee", bold=True), "Lights Committee"],
        [Cell("Date of meeting", bold=True), "4th March 2024"],
        [Cell("Title", bold=True), "Lamps and Oil"],
        [Cell("Report author", bold=True), "Harbour Master"],
    ]
    found = report(read, Ruled(rows, (120, 300)))
    assert (found.title, found.date) == ("Lamps and Oil", "2024-03-04")
    assert (found.committee, found.officer) == ("Lights Committee", "Harbour Master")


def test_the_largest_line_is_the_title_where_none_is_labelled(read) -> None:
    found = report(
        read,
        Words("Appendix 1"),
        heading("Harbour Plan: Phase 2", 18),
        heading("Lights Committee, 26 September 2022"),
    )
    assert found.title == "Harbour Plan: Phase 2"
    assert (found.date, found.committee) == ("2022-09-26", "Lights Committee")


def test_a_title_stands_under_a_larger_line_that_only_names_the_body(read) -> None:
    found = report(
        read,
        heading("Outer Roads Joint Lights Committee", 14),
        heading("Lamp Tracker: May 2024", 12),
    )
    assert found.title == "Lamp Tracker: May 2024"
    assert found.committee == "Outer Roads Joint Lights Committee"


@pytest.mark.parametrize("below", [heading("4th March 2024"), TEXT])
def test_a_body_with_no_title_under_it_is_the_title(read, below) -> None:
    assert report(read, heading("Lights Committee", 14), below).title == "Lights Committee"


def test_minutes_under_a_running_head_are_those_of_the_body_it_names(read) -> None:
    opening = [heading("Minutes of the Ordinary Meeting"), Words("Monday 4 March 2024, 7 pm"), TEXT]
    head = "Harbour Parish Council"
    found = read(Sheet(opening, head=head), Sheet([TEXT], head=head)).reports[0]
    assert (found.title, found.kind) == ("Minutes of the Harbour Parish Council", "minutes")


def test_the_committee_a_report_goes_to_is_named_without_its_preamble(read) -> None:
    found = report(
        read,
        heading("Harbour Plan", 18),
        heading("Report to the Lights Committee, 26 September 2022"),
    )
    assert found.committee == "Lights Committee"


@pytest.mark.parametrize(
    "held",
    [
        "Minutes of a meeting of the Lights Committee held on Monday, 4th March 2024 at noon",
        "Minutes of the Lights Committee held on Monday 4th March 2024",
        "Minutes of the meeting of the Lights Committee held in the Long Room of the old Custom"
        " House, Quay Street, on 4th March 2024",
    ],
)
def test_minutes_name_the_body_that_met_and_the_day(read, held: str) -> None:
    found = report(read, heading("HARBOUR BOARD"), Words(held), heading("PRESENT"))
    assert (found.kind, found.date) == ("minutes", "2024-03-04")
    assert found.committee == "Lights Committee"
    assert found.title == "Minutes of the Lights Committee"


def test_the_date_of_the_meeting_is_not_that_of_the_minutes_it_will_approve(read) -> None:
    found = report(
        read,
        heading("Lights Committee Agenda", 16),
        Words("Date: Monday, 4th March 2024"),
        heading("1. Minutes of the Previous Meeting"),
        Words("To approve the minutes of the meeting held on 22nd January 2024."),
    )
    assert (found.kind, found.date) == ("agenda", "2024-03-04")


def test_the_day_a_plan_was_correct_at_is_not_its_meeting(read) -> None:
    found = report(read, heading("Harbour Plan", 18), Words("Position at 3rd September 2021"))
    assert found.date is None


@pytest.mark.parametrize(
    ("line", "name", "date"),
    [
        ("Progress at 3rd September 2021, for the Lights Committee", "harbour-plan", "2021-09-03"),
        ("Position as at 3rd September 2021", "2021-09-harbour-plan", "2021-09-03"),
        ("Harbour dues: updated to September 2021", "harbour-plan", "2021-09"),
        ("Position at 3rd September 2021", "2021-10-04-harbour-plan", "2021-10-04"),
    ],
)
def test_a_paper_of_no_meeting_is_of_the_day_it_tells_of(read, line, name, date) -> None:
    sheet = Sheet([heading("Harbour Plan", 18), Words(line), heading("1. Lamps"), TEXT])
    assert read(sheet, name=name).paper.date == date


@pytest.mark.parametrize(
    "told",
    [
        "The lamp of the north pier failed on many nights in autumn, and its keeper wrote to the"
        " Harbour Board on 21 November 2022 about the oil that he is sold.",
        "This plan was agreed by the Board on 14 February 2023.",
        "This plan, agreed by the Board on 14 February 2023, is kept by the Harbour Master.",
        "The Board approved the plan on 14 February 2023.",
    ],
)
def test_the_day_of_an_event_told_in_passing_is_not_the_papers(read, told: str) -> None:
    progress = Words("Progress at 15 September 2023, for the Lights Committee")
    paper = read(Sheet([heading("Harbour Plan", 18), progress, Words(told)])).paper
    assert (paper.date, paper.committee) == ("2023-09-15", "Lights Committee")


def test_a_meeting_is_dated_though_its_paper_tells_of_another_day(read) -> None:
    found = report(
        read,
        heading("Harbour Dues: position at 30 November 2024", 14),
        Words("Report to the Lights Committee, 14 January 2025"),
    )
    assert (found.date, found.committee) == ("2025-01-14", "Lights Committee")


def test_a_sentence_that_ends_in_a_committee_names_none(read) -> None:
    found = report(
        read,
        heading("Report Title: Lamps"),
        heading("Report of: Harbour Master"),
        Words("2.1 It is recommended that the Committee"),
    )
    assert found.committee is None


def test_a_running_head_names_the_committee_where_nothing_else_does(read) -> None:
    sheet = Sheet([heading("Harbour Plan", 18), TEXT], head="Lights Committee")
    other = Sheet([Words("Wicks were bought in March.")], head="Lights Committee")
    assert read(sheet, other).reports[0].committee == "Lights Committee"


def test_a_paper_that_says_nothing_is_known_by_its_file(read) -> None:
    paper = read(Sheet([TEXT]), name="2024-03-04-lamp-plan").paper
    assert (paper.title, paper.date, paper.kind) == ("Lamp plan", "2024-03-04", "plan")


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        (("APPROVED MINUTES OF", "THE HARBOUR BOARD SPECIAL MEETING of Monday,"), "HARBOUR BOARD"),
        (("MINUTES OF THE LIGHTS COMMISSION (LC)", "REGULAR MEETING"), "LIGHTS COMMISSION"),
        (("COMMISSION ON HARBOUR DUES", "MEETING MINUTES OF"), "COMMISSION ON HARBOUR DUES"),
        (("HARBOUR BOARD", "UNADOPTED MINUTES"), "HARBOUR BOARD"),
    ],
)
def test_minutes_in_any_state_are_those_of_the_body_they_name(read, lines, body: str) -> None:
    found = report(read, *map(heading, lines), Words("March 4, 2024"))
    assert (found.kind, found.committee, found.date) == ("minutes", body, "2024-03-04")
    assert found.title == f"Minutes of the {body}"


def test_a_body_is_named_without_what_a_sentence_says_of_it(read) -> None:
    held = "A regular meeting of the Port Quay Council was held on Monday, March 4, 2024."
    found = report(read, heading("MINUTES"), heading("PORT QUAY"), Words(held))
    assert found.committee == "Port Quay Council"
    welcomed = Words("Joan welcomed the new committee")
    assert report(read, heading("Lamp Society", 16), welcomed).committee is None


def test_a_line_that_opens_with_agenda_for_is_of_an_agenda(read) -> None:
    found = report(read, heading("AGENDA for the open meeting", 14), Words("Date: 04/03/2024"))
    assert (found.kind, found.date) == ("agenda", "2024-03-04")


def test_minutes_under_their_agendas_heading_are_known_by_their_file(read) -> None:
    sheet = Sheet([heading("Lights Committee", 16), heading("Agenda"), TEXT])
    assert read(sheet, name="2024-03-04-minutes").paper.kind == "minutes"
    assert read(sheet, name="2024-03-04-lights").paper.kind == "agenda"


def test_minutes_without_a_title_are_named_for_the_body(read) -> None:
    sheet = Sheet([Words("Quay Parish Council - 4th March 2024"), TEXT])
    paper = read(sheet, name="2024-03-04-minutes").paper
    assert paper.title == "Minutes of the Quay Parish Council"


def test_a_list_of_those_who_came_is_no_title(read) -> None:
    found = report(read, heading("Attendees:", 16), heading("Lamp Tracker", 14))
    assert found.title == "Lamp Tracker"


def test_labels_and_their_values_in_one_cell_are_read(read) -> None:
    rows = [["Place:\nThe pier", "Author:\nJoan Marsh", "Date: 04/03/2024\nStart: 7 pm"]]
    found = report(read, heading("MINUTES OF MEETING", 14), Ruled(rows, (150, 150, 150)))
    assert (found.kind, found.date) == ("minutes", "2024-03-04")


def test_minutes_drawn_as_one_table_are_minutes(read) -> None:
    banner = [Cell("Harbour Team, week 2\nMINUTES OF MEETING", bold=True, across=2), None]
    labels = ["Author: Joan Marsh", "Date: 04/03/2024"]
    found = report(read, Ruled([banner, labels], (225, 225)))
    assert (found.kind, found.date) == ("minutes", "2024-03-04")


def test_minutes_that_say_so_over_every_page_are_minutes(read) -> None:
    pages = [Sheet([TEXT], head="Harbour Board – meeting minutes") for _ in range(3)]
    assert read(*pages).paper.kind == "minutes"


@pytest.mark.parametrize("issued", ["Revised 10/10/05", "Last updated: 10 October 2005"])
def test_the_day_a_paper_was_issued_is_not_its_meetings(read, issued: str) -> None:
    lines = (heading("HARBOUR BOARD"), heading("MINUTES OF MEETING"), Words(issued))
    assert report(read, *lines, Words("Wednesday, August 17, 2005")).date == "2005-08-17"


def test_the_body_that_held_a_regular_meeting_is_named(read) -> None:
    lines = ("MINUTES OF THE REGULAR MEETING", "OF THE", "PENSION BOARD OF PORT QUAY")
    found = report(read, *map(heading, lines), Words("HELD 4:30 P.M., MARCH 4, 2024"))
    assert (found.committee, found.date) == ("PENSION BOARD OF PORT QUAY", "2024-03-04")


@pytest.mark.parametrize(
    "title",
    [
        "Action notes: Harbour Delivery Group",
        "Notes of the Harbour Delivery Group meeting",
        "Draft notes of the meeting",
        "Harbour Delivery Group – meeting notes",
        "Minutes of the Harbour Delivery Group",
    ],
)
def test_the_record_of_a_meeting_is_minutes_whatever_it_is_called(read, title: str) -> None:
    came = Words("Present: Joan Marsh, Amir Patel")
    found = report(read, heading(title, 16), Words("4th March 2024"), came)
    assert (found.kind, found.date) == ("minutes", "2024-03-04")


def test_notes_that_nobody_met_to_take_are_no_minutes(read) -> None:
    title = heading("Notes for visitors to the harbour", 16)
    assert report(read, title, Words("Present: 4 lamps")).kind != "minutes"
    assert report(read, heading("Action notes", 16), TEXT).kind != "minutes"


def test_a_deadline_is_not_the_day_of_the_meeting(read) -> None:
    title = heading("Minutes of the Harbour Committee", 16)
    held = Words("Monday 4 March 2024 at 5.30 pm")
    action = [Words("Action: Clerk to light the lamps"), Words("By: 31 March 2024")]
    assert report(read, title, held, *action).date == "2024-03-04"


def test_a_log_of_actions_names_the_body_it_is_kept_for(read) -> None:
    title = heading("Harbour and Lights Committee – Action log", 16)
    assert report(read, title, TEXT).committee == "Harbour and Lights Committee"
