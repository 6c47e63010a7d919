from collections.abc import Sequence

import pytest
from build import LANDSCAPE, Cell, Ruled, Sheet, Words, banner, header, heading, split_row

from matters_arising.corpus.layout import Table
from matters_arising.corpus.reading import Reading

WIDTHS = (40, 180, 120, 120)
HEAD = header("Ref", "Action", "Owner", "Due date")
LAMPS = ["A1", "Replace the lamps on the north pier.", "Head of Lights", "1 May 2024"]
BUOYS = ["A2", "Paint every buoy in the outer roads.", "Buoy Master", "2 June 2024"]
ROPES = ["A3", "Buy ropes for the south quay.", "Quay Warden", "3 July 2024"]


def texts(table: Table, *kinds: str) -> list[list[str]]:
    wanted = kinds or ("body",)
    return [[cell.text for cell in row.cells] for row in table.rows if row.kind in wanted]


def only(reading: Reading) -> Table:
    assert len(reading.tables) == 1
    return reading.tables[0]


def ruled(*rows: Sequence, **options) -> Ruled:
    return Ruled(rows, options.pop("widths", WIDTHS), **options)


def test_a_table_has_its_header_and_its_rows(read) -> None:
    table = only(read(Sheet([ruled(HEAD, LAMPS, BUOYS)])))
    assert table.header == ("Ref", "Action", "Owner", "Due date")
    assert texts(table) == [LAMPS, BUOYS]


LONG = [
    "A1",
    "Replace the lamps on the north pier, and carry the old ones to the store by the quay.",
    "Assistant Head of Lights, Buoys and Beacons",
    "1 May 2024",
]


@pytest.mark.parametrize("opened", [True, False], ids=["open", "closed"])
@pytest.mark.parametrize("after", [1, 2], ids=["one line", "two lines"])
@pytest.mark.parametrize("again", [[], [HEAD]], ids=["no header", "header again"])
def test_a_row_split_by_a_page_break_is_one_row(read, opened, after, again) -> None:
    above, below = split_row(LONG, WIDTHS, after)
    upper = ruled(HEAD, above, open_bottom=opened)
    lower = ruled(*again, below, BUOYS, open_top=opened and not again)
    table = only(read(Sheet([upper]), Sheet([lower])))
    assert texts(table, "header", "body") == [["Ref", "Action", "Owner", "Due date"], LONG, BUOYS]
    assert [place.page for place in table.rows[1].places] == [1, 2]


def test_a_row_may_run_over_three_pages(read) -> None:
    first, rest = split_row(LONG, WIDTHS, 1)
    second, third = split_row([text.replace("\n", " ") for text in rest], WIDTHS, 1)
    pages = ruled(HEAD, first), ruled(second), ruled(third, BUOYS)
    table = only(read(*(Sheet([piece]) for piece in pages)))
    assert texts(table) == [LONG, BUOYS]
    assert [place.page for place in table.rows[1].places] == [1, 2, 3]


def test_two_rows_at_a_page_break_stay_two(read) -> None:
    table = only(read(Sheet([ruled(HEAD, LAMPS)]), Sheet([ruled(BUOYS, ROPES)])))
    assert texts(table) == [LAMPS, BUOYS, ROPES]
    assert table.doubts == ()


def test_two_rows_at_an_open_page_break_stay_two(read) -> None:
    upper, lower = ruled(HEAD, LAMPS, open_bottom=True), ruled(BUOYS, ROPES, open_top=True)
    assert texts(only(read(Sheet([upper]), Sheet([lower])))) == [LAMPS, BUOYS, ROPES]


def test_a_row_without_a_ref_of_its_own_stays_apart_when_all_its_cells_are_filled(read) -> None:
    upper = ruled(HEAD, LAMPS)
    lower = ruled(["", "Keep a spare for each.", "Lamp Keeper", "1 June 2024"], BUOYS)
    table = only(read(Sheet([upper]), Sheet([lower])))
    assert len(texts(table)) == 3


def test_a_doubtful_join_is_kept_apart_and_said(read) -> None:
    upper = ruled(HEAD, [*LAMPS[:2], "Head of Lights\nLamp Keeper\nHarbour Master", "1 May 2024"])
    lower = ruled(["", "The lamps are of the old pattern.", "", ""], BUOYS)
    table = only(read(Sheet([upper]), Sheet([lower])))
    assert len(texts(table)) == 3
    assert table.doubts == ("page 2: a row here may continue the one on the page before",)


def test_where_every_row_has_a_ref_a_row_without_one_is_the_rest_of_another(read) -> None:
    last = ["A2", "Paint each buoy.", "Buoy Master\nLamp Keeper\nHarbour Master", "2 June 2024"]
    upper = ruled(HEAD, LAMPS, ROPES, last)
    lower = ruled(["", "They are red and white.", "", ""], ["A4", *LAMPS[1:]])
    table = only(read(Sheet([upper]), Sheet([lower])))
    assert texts(table)[2][1] == "Paint each buoy.\nThey are red and white."
    assert table.doubts == ()


def test_sub_rows_under_a_merged_ref_are_rows_that_share_it(read) -> None:
    first = [Cell("A1", down=2), Cell(LAMPS[1], down=2), "Head of Lights", "1 May 2024"]
    second = [None, None, "Lamp Keeper", "1 June 2024"]
    table = only(read(Sheet([ruled(HEAD, first, second, BUOYS)])))
    assert texts(table) == [LAMPS, [*LAMPS[:2], "Lamp Keeper", "1 June 2024"], BUOYS]


def test_a_banner_names_the_rows_below_it(read) -> None:
    rows = ruled(HEAD, banner("1. Lights", 4), LAMPS, banner("2. Roads", 4), BUOYS)
    table = only(read(Sheet([rows])))
    assert [row.banner for row in table.rows if row.kind == "body"] == ["1. Lights", "2. Roads"]


def test_a_banner_holds_on_the_next_page(read) -> None:
    upper, lower = ruled(HEAD, banner("1. Lights", 4), LAMPS), ruled(HEAD, BUOYS)
    table = only(read(Sheet([upper]), Sheet([lower])))
    assert table.rows[-1].banner == "1. Lights"


def test_a_banner_over_the_header_belongs_to_the_table(read) -> None:
    table = only(read(Sheet([ruled(banner("Lights", 4), HEAD, LAMPS)])))
    assert [row.kind for row in table.rows] == ["banner", "header", "body"]
    assert table.header[0] == "Ref"
    assert table.rows[-1].banner == "Lights"


def test_a_label_with_its_text_is_a_label_row(read) -> None:
    label = [Cell("What we found", bold=True), Cell("Half of the lamps are dark.", across=3)]
    table = only(read(Sheet([ruled(HEAD, [*label, None, None], LAMPS)])))
    assert texts(table, "label") == [["What we found", "Half of the lamps are dark."]]
    assert texts(table) == [LAMPS]


def test_a_cell_over_two_columns_says_so(read) -> None:
    row = ["A1", Cell("Withdrawn by the Harbour Board", across=2), None, "1 May 2024"]
    table = only(read(Sheet([ruled(HEAD, LAMPS, row)])))
    assert [cell.columns for cell in table.rows[-1].cells] == [(0, 0), (1, 2), (3, 3)]


def test_a_header_of_two_rows_names_each_column_with_both(read) -> None:
    upper = [
        Cell("Ref", bold=True, fill="#d9d9d9", down=2),
        Cell("Lamps lit", bold=True, fill="#d9d9d9", across=2),
        None,
        Cell("Note", bold=True, fill="#d9d9d9", down=2),
    ]
    lower = [None, *header("2023", "2024"), None]
    body = ["A1", "41", "52", "As planned"]
    table = only(read(Sheet([ruled(upper, lower, body)])))
    assert table.header == ("Ref", "Lamps lit 2023", "Lamps lit 2024", "Note")
    assert texts(table) == [body]


def test_a_header_of_two_rows_repeated_on_the_next_page_stands_once(read) -> None:
    upper = [
        Cell("Ref", bold=True, fill="#d9d9d9", down=2),
        Cell("Lamps lit", bold=True, fill="#d9d9d9", across=2),
        None,
        Cell("Note", bold=True, fill="#d9d9d9", down=2),
    ]
    lower = [None, *header("2023", "2024"), None]
    pages = [
        Sheet([ruled(upper, lower, ["A1", "41", "52", "As planned"])]),
        Sheet([ruled(upper, lower, ["A2", "40", "39", "Two were lost"])]),
    ]
    table = only(read(*pages))
    assert len(texts(table, "header")) == 2
    assert [row[0] for row in texts(table)] == ["A1", "A2"]


def test_a_header_of_two_plain_rows_is_one_header(read) -> None:
    grey = "#d9d9d9"
    upper = [Cell("", fill=grey), Cell("2023", bold=True, fill=grey, across=2), None]
    upper.append(Cell("Change", bold=True, fill=grey))
    lower = header("Place", "Spring", "Autumn", "Year")
    table = only(read(Sheet([ruled(upper, lower, ["Pier", "41", "52", "11"])])))
    assert table.header == ("Place", "2023 Spring", "2023 Autumn", "Change Year")


def test_a_bold_first_row_over_plain_ones_is_the_header_whatever_it_says(read) -> None:
    first = [Cell("Short form", bold=True), Cell("In full", bold=True)]
    rows = ruled(first, ["HB", "Harbour Board"], ["NP", "North pier"], widths=(100, 200))
    table = only(read(Sheet([rows])))
    assert table.header == ("Short form", "In full")
    assert texts(table) == [["HB", "Harbour Board"], ["NP", "North pier"]]


def test_a_table_without_a_header_keeps_its_first_row(read) -> None:
    rows = ruled(["Pier", "41"], ["Quay", "52"], widths=(100, 200))
    table = only(read(Sheet([rows])))
    assert table.header == ("", "")
    assert texts(table) == [["Pier", "41"], ["Quay", "52"]]


def test_a_form_with_bold_labels_has_no_header(read) -> None:
    rows = [[Cell("Name", bold=True), "North pier"], [Cell("Keeper", bold=True), "Lamp Keeper"]]
    assert only(read(Sheet([ruled(*rows, widths=(100, 200))]))).header == ("", "")


def test_a_row_of_two_labels_in_a_form_heads_no_table(read) -> None:
    rows = [("Action", "Paint it."), ("Status", "Complete"), ("Progress", "It is painted.")]
    form = [(Cell(label, fill="#d9d9d9"), text) for label, text in rows]
    assert texts(only(read(Sheet([Ruled(form, (90, 200))])))) == [list(row) for row in rows]


def test_a_different_header_further_down_begins_another_table(read) -> None:
    other = header("Ref", "Risk", "Owner", "Rating")
    risk = ["R1", "A lamp fails in a storm.", "Head of Lights", "Amber"]
    tables = read(Sheet([ruled(HEAD, LAMPS, other, risk)])).tables
    assert [table.header[1] for table in tables] == ["Action", "Risk"]
    assert [texts(table) for table in tables] == [[LAMPS], [risk]]


def test_the_same_header_further_down_does_not(read) -> None:
    table = only(read(Sheet([ruled(HEAD, LAMPS, HEAD, BUOYS)])))
    assert texts(table) == [LAMPS, BUOYS]


def test_a_totals_row_is_a_row_of_its_table(read) -> None:
    totals = header("Total", "81", "93", "12")
    rows = ruled(header("Place", "2023", "2024", "Change"), ["Pier", "81", "93", "12"], totals)
    table = only(read(Sheet([rows])))
    assert texts(table)[-1] == ["Total", "81", "93", "12"]


def test_side_by_side_tables_are_two(read) -> None:
    left = Ruled([header("Lamp", "Lit"), ["North", "Yes"]], (80, 60), beside=True)
    right = Ruled([header("Buoy", "Colour"), ["Outer", "Red"]], (80, 60), left=320)
    tables = read(Sheet([left, right])).tables
    assert [(table.header, texts(table)) for table in tables] == [
        (("Lamp", "Lit"), [["North", "Yes"]]),
        (("Buoy", "Colour"), [["Outer", "Red"]]),
    ]


def test_a_nested_table_is_a_table_and_stays_in_its_cell(read) -> None:
    inner = Ruled([header("Lamp", "Lit"), ["North", "Yes"]], (60, 50), size=8)
    row = ["A1", Cell("Replace these:", inner=inner), "Head of Lights", "1 May 2024"]
    outer, nested = read(Sheet([ruled(HEAD, row)])).tables
    assert texts(nested) == [["North", "Yes"]]
    assert texts(outer)[0][1].split() == ["Replace", "these:", "Lamp", "Lit", "North", "Yes"]


@pytest.mark.parametrize("head", [("Month", "Lit"), ("Month", "Lit", "Hours")])
def test_a_plain_row_of_words_over_figures_is_the_header_of_a_nested_table(read, head) -> None:
    months = [(month, *"12"[: len(head) - 1]) for month in ("April", "May", "June")]
    inner = Ruled([head, *months], (50,) * len(head))
    outer = ruled(HEAD, ["A1", Cell("", inner=inner), "Head of Lights", "1 May 2024"])
    nested = read(Sheet([outer])).tables[1]
    assert nested.header == head
    assert texts(nested) == [list(month) for month in months]


def test_text_between_two_tables_keeps_them_apart(read) -> None:
    pages = [Sheet([ruled(HEAD, LAMPS), Words("The next table is for the roads.")])]
    pages.append(Sheet([ruled(BUOYS, ROPES)]))
    assert len(read(*pages).tables) == 2


def test_a_table_of_another_width_on_the_next_page_is_another_table(read) -> None:
    narrow = ruled(["North", "Yes"], ["South", "No"], widths=(80, 60))
    assert len(read(Sheet([ruled(HEAD, LAMPS)]), Sheet([narrow])).tables) == 2


def test_a_table_goes_on_from_landscape_page_to_landscape_page(read) -> None:
    wide = (60, 300, 180, 160)
    pages = [
        Sheet([ruled(HEAD, LAMPS, widths=wide)], size=LANDSCAPE),
        Sheet([ruled(BUOYS, widths=wide)], size=LANDSCAPE),
    ]
    assert texts(only(read(*pages))) == [LAMPS, BUOYS]


def test_a_table_stands_in_the_section_over_it(read) -> None:
    reading = read(Sheet([heading("1. Lights"), Words("As below."), ruled(HEAD, LAMPS)]))
    assert reading.sections[only(reading).section].title == "Lights"


def test_a_cell_keeps_its_shade(read) -> None:
    row = ["A1", LAMPS[1], "Head of Lights", Cell("Late", fill="#ff0000")]
    assert only(read(Sheet([ruled(HEAD, row)]))).rows[-1].cells[-1].fill == "#ff0000"


def test_an_empty_row_between_two_others_is_left_out(read) -> None:
    table = only(read(Sheet([ruled(HEAD, LAMPS, ["", "", "", ""], BUOYS)])))
    assert texts(table) == [LAMPS, BUOYS]


def test_tables_over_a_page_break_read_as_they_did(read, golden) -> None:
    above, below = split_row(["A2", *LONG[1:3], "2^nd June 2024"], WIDTHS, 2)
    upper = ruled(
        HEAD,
        banner("1. Lights", 4),
        [Cell("A1", down=2), Cell(LAMPS[1], down=2), "Head of Lights", "1^st May 2024"],
        [None, None, "Lamp Keeper", "Ongoing"],
        above,
        open_bottom=True,
    )
    lower = ruled(below, banner("2. Quays", 4), ROPES)
    table = only(read(Sheet([upper]), Sheet([lower])))
    golden(
        "table-over-a-page-break",
        (
            {
                "kind": row.kind,
                "banner": row.banner,
                "cells": [[*cell.columns, cell.text] for cell in row.cells],
                "pages": [place.page for place in row.places],
            }
            for row in table.rows
        ),
    )


def test_tables_side_by_side_go_on_each_on_the_next_page(read) -> None:
    def pair(left: Sequence, right: Sequence) -> list[Ruled]:
        return [
            Ruled(left, (60, 150), beside=True),
            Ruled(right, (60, 150), left=320),
        ]

    head = header("Lamp", "State")
    north, south = ["North", "Lit"], ["South", "Dark"]
    reading = read(
        Sheet(pair([head, north], [head, south])), Sheet(pair([head, ["East", "Lit"]], [head]))
    )
    assert [texts(table) for table in reading.tables] == [[north, ["East", "Lit"]], [south]]


def test_a_table_under_another_on_the_page_ends_the_one_above(read) -> None:
    plan, other = (
        ruled(HEAD, LAMPS),
        ruled(header("Lamp", "State"), ["North", "Lit"], widths=[99] * 2),
    )
    reading = read(Sheet([plan, other]), Sheet([ruled(BUOYS)]))
    assert [texts(table) for table in reading.tables] == [[LAMPS], [["North", "Lit"]], [BUOYS]]
