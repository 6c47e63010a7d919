"""Plans in layouts that stray from one table with one header: every action whole, and once."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from build import GREY, Cell, Ruled, Sheet, Words, banner, header, heading, split_row
from drawing import draw_pdf
from reportlab.pdfgen.canvas import Canvas

from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import read_paper

WIDTHS = (40, 180, 120, 120)
HEAD = header("Ref", "Action", "Owner", "Due date")
LAMPS = ("A1", "Replace the lamps on the north pier.", "Harbour Master", "1 May 2024")
BUOYS = ("A2", "Paint every buoy in the outer roads.", "Buoy Master", "2 June 2024")
ROPES = ("B1", "Buy ropes for the south quay.", "Quay Warden", "3 July 2024")
TIDES = ("B2", "Print the tables of the tides.", "Tide Clerk", "4 August 2024")
PLAN = [LAMPS, BUOYS, ROPES, TIDES]
LONG = ("A3", "Carry the old lamps of the pier to the store.", "Head of Lights", "5 May 2024")


def ruled(*rows: Sequence, **options) -> Ruled:
    return Ruled(rows, options.pop("widths", WIDTHS), **options)


def told(reading: Reading) -> list[tuple[str | None, str, str, str | None]]:
    """Of each action its ref, deed, owners and due date as printed."""
    return [(a.ref, a.action, ", ".join(a.owners), a.due_text) for a in reading.actions]


def pages(reading: Reading) -> list[list[int]]:
    return [[place.page for place in action.places] for action in reading.actions]


def test_a_table_without_a_header_goes_by_that_of_the_table_ruled_alike_before_it(read) -> None:
    first, second = ruled(HEAD, LAMPS, BUOYS), ruled(ROPES, TIDES)
    reading = read(Sheet([heading("Lights"), first, heading("Quays"), second]))
    assert told(reading) == PLAN
    assert [action.section for action in reading.actions] == ["Lights", "Lights", "Quays", "Quays"]


def test_a_table_ruled_otherwise_does_not_take_a_header_from_another(read) -> None:
    other = ruled(
        ("Pier", "North", "Lit", "Dry"), ("Quay", "South", "Dark", "Wet"), widths=(90,) * 4
    )
    reading = read(Sheet([ruled(HEAD, LAMPS), Words("The piers and quays:"), other]))
    assert reading.tables[1].header == ("", "", "", "")


def test_notes_under_a_table_do_not_part_its_pages(read) -> None:
    above, below = split_row(LONG, WIDTHS, 1)
    note = Words("* Once the accounts have been closed.", size=7)
    upper, lower = ruled(HEAD, LAMPS, above, open_bottom=True), ruled(below, BUOYS, open_top=True)
    reading = read(Sheet([upper, note]), Sheet([lower, note]))
    assert told(reading) == [LAMPS, LONG, BUOYS]
    assert pages(reading) == [[1], [1, 2], [2]]


def test_text_under_a_table_parts_its_pages(read) -> None:
    text = Words("The Board noted the plan.")
    reading = read(Sheet([ruled(HEAD, LAMPS), text]), Sheet([ruled(HEAD, BUOYS)]))
    assert len(reading.tables) == 2


def test_a_table_stands_on_no_page_where_another_begins(read) -> None:
    risks = ruled(header("Risk", "Effect", "Control", "Score"), ("Storm", "Loss", "Watch", "12"))
    reading = read(Sheet([ruled(HEAD, LAMPS)]), Sheet([risks]))
    assert [[place.page for place in table.places] for table in reading.tables] == [[1], [2]]


def test_the_row_under_an_action_that_opens_with_progress_is_its_update(read) -> None:
    rows: list[Sequence] = [HEAD]
    for action in (LAMPS, BUOYS):
        rows += [action, banner(f"Progress: {action[0]} is in hand.", 4)]
    reading = read(Sheet([ruled(*rows)]))
    assert told(reading) == [LAMPS, BUOYS]
    assert [a.update for a in reading.actions] == ["A1 is in hand.", "A2 is in hand."]


def form(action: Sequence[str]) -> Ruled:
    labels = ("Ref", "Action", "Owner", "Due date")
    rows = [(Cell(label, fill=GREY), text) for label, text in zip(labels, action, strict=True)]
    return Ruled([*rows, (Cell("Status", fill=GREY), "Complete")], (90, 300))


def test_a_form_for_each_action_is_read(read) -> None:
    reading = read(Sheet([item for action in PLAN for item in (form(action), Words("Next:"))]))
    assert told(reading) == PLAN
    assert {action.status for action in reading.actions} == {"complete"}


def test_actions_side_by_side_under_labels_are_read(read) -> None:
    labels = ("Ref", "Action", "Owner", "Due date")
    columns = zip(labels, *PLAN[:3], strict=True)
    rows = [(Cell(label, fill=GREY), *texts) for label, *texts in columns]
    assert told(read(Sheet([Ruled(rows, (70, 130, 130, 130))]))) == PLAN[:3]


def wide(rows: Sequence[Sequence], start: int, end: int) -> Ruled:
    return Ruled([row[start:end] for row in rows], WIDTHS[start:end], size=9)


@pytest.mark.parametrize("again", [False, True], ids=["rows level", "refs again"])
def test_columns_printed_on_a_later_page_belong_to_the_rows_before(read, again: bool) -> None:
    rows = [HEAD, *PLAN]
    rest = [(*row[:1], *row[2:]) if again else row[2:] for row in rows]
    last = Ruled(rest, [40, 120, 120][not again :], size=9)
    reading = read(Sheet([wide(rows, 0, 2)]), Sheet([last]))
    assert told(reading) == PLAN
    assert pages(reading) == [[1, 2]] * 4


def test_a_later_table_of_as_many_rows_is_not_the_rest_of_a_plan(read) -> None:
    costs = [header("Ref", "Cost", "Date"), *((f"C{i}", "12", "1 May 2024") for i in range(4))]
    reading = read(Sheet([ruled(HEAD, *PLAN)]), Sheet([Ruled(costs, (60, 90, 90))]))
    assert told(reading) == PLAN
    assert len(reading.tables) == 2


def labelled(action: Sequence[str]) -> list[Words]:
    _, deed, owner, due = action
    return [Words(text) for text in (deed, f"Owner: {owner}", f"Due: {due}", "Status: Complete")]


def test_actions_told_under_labels_are_read(read) -> None:
    items = [line for action in PLAN[:3] for line in (heading(action[1][:12]), *labelled(action))]
    reading = read(Sheet(items))
    assert [action[1:] for action in told(reading)] == [action[1:] for action in PLAN[:3]]
    assert {action.status for action in reading.actions} == {"complete"}
    assert all(len(action.places) == 1 for action in reading.actions)


def test_a_heading_with_a_number_is_the_ref_of_the_action_told_under_it(read) -> None:
    items = [line for i, a in enumerate(PLAN, 1) for line in (heading(f"Action {i}"), *labelled(a))]
    reading = read(Sheet(items[:10]), Sheet(items[10:]))
    assert [action.ref for action in reading.actions] == ["1", "2", "3", "4"]


def test_labels_in_brackets_after_a_deed_are_read(read) -> None:
    items = [Words(f"{deed} (Lead: {owner}; due: {due})") for _, deed, owner, due in PLAN]
    assert [action[2:] for action in told(read(Sheet(items)))] == [action[2:] for action in PLAN]


def test_the_block_of_a_title_is_no_action(read) -> None:
    block = ["The lights of the outer harbour", "Lead officer: Harbour Master", "Date: 1 May 2024"]
    assert not read(Sheet([Words(text) for text in block])).actions


def test_numbered_headings_at_the_tops_of_pages_are_no_running_heads(read) -> None:
    deeds = (
        "Light the lamps of the north pier and of the quay before the winter comes to the roads.",
        "Paint the buoys of the outer harbour, and count those that the storm has carried away.",
        "Buy ropes for the quay in the south, and have the worn ones carried off to the store.",
    )
    sheets = [
        Sheet(
            [heading(f"Action {i}"), Words(deed), heading(f"Action {i + 1}"), Words(deed)], top=60
        )
        for i, deed in zip((1, 3, 5), deeds, strict=True)
    ]
    titles = [section.title for section in read(*sheets).sections]
    assert titles == [f"Action {i}" for i in range(1, 7)]


def test_a_form_of_two_labels_to_a_row_is_read(read) -> None:
    def pair(*texts: str) -> list[Cell | str]:
        return [Cell(text, fill=GREY) if i % 2 == 0 else text for i, text in enumerate(texts)]

    forms = [
        Ruled(
            [
                pair("Ref", ref, "Status", "Complete"),
                [Cell("Action", fill=GREY), Cell(deed, across=3), None, None],
                pair("Owner", owner, "Due", due),
            ],
            (70, 150, 70, 150),
        )
        for ref, deed, owner, due in PLAN
    ]
    reading = read(Sheet([item for form in forms for item in (form, Words("Next:"))]))
    assert told(reading) == PLAN
    assert {action.status for action in reading.actions} == {"complete"}


def test_a_bold_title_with_its_ref_among_blank_cells_heads_the_rows_below(read) -> None:
    title = [Cell("1", bold=True), Cell("Lights", bold=True), "", ""]
    reading = read(Sheet([ruled(HEAD, title, LAMPS, BUOYS)]))
    assert told(reading) == [LAMPS, BUOYS]
    assert {action.section for action in reading.actions} == {"1 Lights"}


def test_a_bold_total_among_blank_cells_is_a_row(read) -> None:
    total = [Cell("Total", bold=True), "", "", Cell("12", bold=True)]
    lamps = ("Lamps", "North", "Lit", "12")
    (table,) = read(Sheet([ruled(header("What", "Where", "How", "Count"), lamps, total)])).tables
    assert table.rows[-1].kind == "body"


def test_a_key_of_coloured_squares_says_what_the_colours_of_a_plan_mean(tmp_path: Path) -> None:
    colours = (0.2, 0.6, 0.2), (0.8, 0.1, 0.1)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        xs, ys = (60, 100, 280, 400, 430), (780, 760, 740, 720)
        rows = (("Ref", "Action", "Owner"), LAMPS[:3], BUOYS[:3])
        for place, colour in enumerate(colours):
            canvas.setFillColorRGB(*colour)
            canvas.rect(400, ys[place + 2], 30, 20, stroke=0, fill=1)
            canvas.rect(60 + 150 * place, 640, 10, 10, stroke=0, fill=1)
        canvas.setFillGray(0)
        canvas.grid(xs, ys)
        for y, row in zip(ys, rows, strict=False):
            for x, text in zip(xs, row, strict=False):
                canvas.drawString(x + 4, y - 14, text)
        for place, meaning in enumerate(("On track", "Not started")):
            canvas.drawString(75 + 150 * place, 642, meaning)

    actions = read_paper(draw_pdf(tmp_path / "plan.pdf", draw)).actions
    assert [action.status for action in actions] == ["on_track", "not_started"]


@pytest.mark.parametrize("title", ["Report title", "Subject", "Meeting"])
def test_front_sheets_of_reports_are_no_forms_of_actions(read, title: str) -> None:
    labels = (title, "Date", "Lead officer", "Recommendation", "Status")
    texts = ("The lights", "1 May 2024", "Harbour Master", "Note the report.", "Open")
    sheet = Ruled(list(zip(labels, texts, strict=True)), (120, 300))
    assert not read(Sheet([sheet]), Sheet([sheet, Words("The Board is asked to note it.")])).actions


def test_the_blocks_of_the_reports_of_a_pack_are_no_actions(read) -> None:
    block = ["Portfolio: Harbours and all their lights", "Lead: Harbour Master", "Due: 1 May 2024"]
    sheet = Sheet([Words(text) for text in (*block, "The Board is asked to note the report.")])
    assert not read(sheet, sheet, sheet).actions
