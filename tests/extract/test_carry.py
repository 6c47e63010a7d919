"""Tables without rules that go on over the end of a page."""

from collections.abc import Callable

import pytest
from reportlab.platypus import PageBreak
from unruled_build import Open, beside, lay_out, words

from matters_arising.corpus.layout import Table
from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import read_paper

HEAD = ["Ref", "Action", "Lead", "By when", "Progress"]
WIDTHS = [36, 130, 90, 70, 145]
LAMPS = ["1A", "Replace the lamps on the north pier.", "Head of Lights", "1 May 2024", "Half done."]
BUOYS = ["1B", "Paint every buoy.", "Buoy Master", "2 June 2024", "The outer roads are done."]
ROPES = ["2A", "Buy ropes for the quay.", "Quay Warden", "3 July 2024", "Prices were asked for."]
BELLS = ["2B", "Hang a bell at the bar.", "Chair", "4 August 2024", "The bell has been cast."]


@pytest.fixture
def read(tmp_path) -> Callable[..., Reading]:
    return lambda *items: read_paper(lay_out(tmp_path / "paper.pdf", *items))


def rows(table: Table) -> list[list[str]]:
    return [
        [cell.text for cell in row.cells] for row in table.rows if row.kind in ("body", "banner")
    ]


def only(reading: Reading) -> Table:
    assert len(reading.tables) == 1
    return reading.tables[0]


def banner(text: str) -> list[str]:
    return [text, "", "", "", ""]


SAFETY, QUAY = "1. Safety of those who come and go", "2. The quay and what is stored on it"


def test_banners_are_no_end_of_a_table_that_goes_on(read) -> None:
    upper = Open([HEAD, banner(SAFETY), LAMPS], WIDTHS, banners=[1])
    lower = Open([BUOYS, banner(QUAY), ROPES, BELLS], WIDTHS, header=False, banners=[1])

    table = only(read(upper, PageBreak(), lower))

    assert rows(table) == [[SAFETY], LAMPS, BUOYS, [QUAY], ROPES, BELLS]
    assert [row.banner for row in table.rows if row.kind == "body"] == [SAFETY] * 2 + [QUAY] * 2


def test_a_page_may_begin_with_a_banner(read) -> None:
    upper = Open([HEAD, LAMPS, BUOYS], WIDTHS)
    lower = Open([banner(QUAY), ROPES, BELLS], WIDTHS, header=False, banners=[0])

    assert rows(only(read(upper, PageBreak(), lower))) == [LAMPS, BUOYS, [QUAY], ROPES, BELLS]


def test_rows_between_banners_are_not_one_row(read) -> None:
    plan = [HEAD, banner(SAFETY), LAMPS, BUOYS, banner(QUAY), ROPES, BELLS]

    assert rows(only(read(Open(plan, WIDTHS, banners=[1, 4])))) == [
        [SAFETY],
        LAMPS,
        BUOYS,
        [QUAY],
        ROPES,
        BELLS,
    ]


def test_a_row_goes_on_however_many_of_its_lines_stand_on_the_next_page(read) -> None:
    begun = [*BUOYS[:4], "The outer roads were done in the spring, and"]
    rest = " ".join(["the inner roads wait for the tide that comes at the end of the year."] * 4)
    lower = Open([["", "", "", "", rest], ROPES], WIDTHS, header=False, rules="rows")

    table = only(read(Open([HEAD, LAMPS, begun], WIDTHS, "rows"), PageBreak(), lower))

    whole = [*BUOYS[:4], f"{begun[4]} {rest}"]
    assert [[" ".join(cell.split()) for cell in row] for row in rows(table)] == [
        LAMPS,
        whole,
        ROPES,
    ]


def test_tables_side_by_side_go_on_each_for_itself(read) -> None:
    head, widths = HEAD[:3], [30, 110, 75]
    left, right = [head, LAMPS[:3], BUOYS[:3]], [head, ROPES[:3], BELLS[:3]]
    first, second = [["1C", *LAMPS[1:3]], ["1D", *BUOYS[1:3]]], [["2C", *ROPES[1:3]]]

    tables = read(
        beside(Open(left, widths), Open(right, widths), 30),
        PageBreak(),
        beside(Open(first, widths, header=False), Open(second, widths, header=False), 30),
    ).tables

    assert [rows(table) for table in tables] == [[*left[1:], *first], [*right[1:], *second]]


def test_a_deep_shaded_row_is_no_panel(read) -> None:
    long = "\n".join(["The lamps of the north pier were out again for most of the week."] * 6)
    deep = ["1C", long, "Crew", "asap", "None."]
    plan = [HEAD, LAMPS, deep, BUOYS, ROPES, BELLS]

    found = rows(only(read(Open(plan, WIDTHS, "stripes"))))

    assert [row[0] for row in found] == ["1A", "1C", "1B", "2A", "2B"]


def test_lines_that_stand_under_no_column_are_not_the_rest_of_a_row(read) -> None:
    after = words("The Board noted the plan and thanked all those who had a hand in it.")

    reading = read(Open([HEAD, LAMPS, BUOYS], WIDTHS), PageBreak(), after)

    assert rows(only(reading)) == [LAMPS, BUOYS]
    assert reading.paragraphs[-1].text.startswith("The Board noted")
