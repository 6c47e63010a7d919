from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import PageBreak
from unruled_build import RULES, Open, beside, gap, lay_out, words

from matters_arising.corpus.layout import Table
from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import read_paper

HEAD = ["Ref", "Action", "Owner", "Due", "Status"]
WIDTHS = [40, 180, 110, 75, 70]
PLAN = [
    HEAD,
    [
        "A1",
        "Replace the lamps on the north pier before the autumn tides set in.",
        "Head of Lights",
        "1 May 2024",
        "Complete",
    ],
    [
        "A2",
        "Paint every buoy in the outer roads.",
        "Assistant Head of Buoys and Beacons",
        "31 December 2024",
        "On track",
    ],
    [
        "A3",
        "Buy ropes for the south quay, and count those that are in the store.",
        "Chair",
        "asap",
        "",
    ],
    ["B1", "Survey the moorings.", "Quay Warden", "March 2025", "Delayed to the autumn"],
]
FIGURES = [
    ["Measure", "2022", "2023", "2024"],
    ["Ships that called", "1,204", "988", "1,310"],
    ["Lamps out for a week", "7", "12", "9"],
    ["Buoys adrift", "31", "4", "15"],
    ["Members of the crew", "212", "198", "205"],
]
PROSE = (
    "The Board heard that the lamps on the north pier had been out for much of the winter, and "
    "that the cost of new ones had risen since the survey of the spring was made."
)


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Reading]:
    """Lay out a paper of the given items and read it."""
    return lambda *items: read_paper(lay_out(tmp_path / "paper.pdf", *items))


def body(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows if row.kind == "body"]


def only(reading: Reading) -> Table:
    assert len(reading.tables) == 1
    return reading.tables[0]


WAYS = sorted(set(RULES) - {"inner", "columns"})
"""`inner` is tried apart: its header has no rule above it; so are ruled columns, for their refs."""


@pytest.mark.parametrize("rules", WAYS)
def test_an_action_table_is_read_however_little_of_it_is_ruled(read, rules: str) -> None:
    table = only(read(words(PROSE), Open(PLAN, WIDTHS, rules), gap(20), words(PROSE)))
    assert list(table.header) == HEAD
    assert body(table) == PLAN[1:]


@pytest.mark.parametrize("rules", WAYS)
@pytest.mark.parametrize("aligned", ["left", "right", "centre"])
def test_figures_are_read_however_they_are_aligned(read, rules: str, aligned: str) -> None:
    plan = Open(FIGURES, [200, 80, 80, 80], rules, aligned=["left", *[aligned] * 3])
    assert body(only(read(words(PROSE), plan, words(PROSE))))[-4:] == FIGURES[1:]


@pytest.mark.parametrize("padding", [1, 3, 6, 10])
@pytest.mark.parametrize("size", [8, 11])
def test_rows_are_told_apart_by_little_or_much_white(read, padding: float, size: float) -> None:
    plan = Open(PLAN, WIDTHS, padding=padding, size=size)
    assert body(only(read(plan, gap(12), words(PROSE)))) == PLAN[1:]


def test_cells_set_in_the_middle_of_their_rows_stay_in_them(read) -> None:
    assert body(only(read(Open(PLAN, WIDTHS, padding=6, middle=True)))) == PLAN[1:]


def test_inner_rules_alone_make_the_outer_columns_too(read) -> None:
    assert body(only(read(Open(PLAN, WIDTHS, "inner")))) == PLAN[1:]


def test_rows_without_refs_begin_where_most_columns_do(read) -> None:
    rows = [[row[1], row[2], row[3]] for row in PLAN]
    assert body(only(read(Open(rows, [220, 150, 100])))) == rows[1:]


def test_two_columns_are_a_table_where_both_headings_are_known(read) -> None:
    rows = [[row[1], row[2]] for row in PLAN]
    assert body(only(read(words(PROSE), Open(rows, [280, 160]), words(PROSE)))) == rows[1:]


def test_a_header_set_in_plain_type_is_known_by_its_words(read) -> None:
    table = only(read(Open(PLAN, WIDTHS, header=False)))
    assert list(table.header) == HEAD
    assert body(table) == PLAN[1:]


def test_a_header_of_two_lines_is_one_row(read) -> None:
    head = ["Ref", "Action", "Responsible officer", "Date for completion", "RAG rating"]
    table = only(read(Open([head, *PLAN[1:]], [40, 180, 75, 80, 60])))
    assert list(table.header) == head


@pytest.mark.parametrize("rules", ["dark head", "shaded head", "rows", "head", "none"])
@pytest.mark.parametrize("head_size", [6.5, 8.0, 9.5, 12.0])
def test_a_header_may_be_set_in_another_size_than_its_rows(read, rules, head_size) -> None:
    head = ["Ref", "Inquiry and date agreed", "Recommendation", "Due by", "Status"]
    rows = [head, *PLAN[1:]]
    plan = Open(rows, [40, 75, 200, 80, 80], rules, size=9.5, head_size=head_size)
    table = only(read(words(PROSE), words(PROSE), plan))
    assert list(table.header) == head
    assert body(table) == PLAN[1:]


def test_a_small_header_on_each_page_heads_one_table(read) -> None:
    plan = Open(LONG, WIDTHS, "dark head", head_size=8.0, repeat=True)
    table = only(read(words(PROSE), plan))
    assert len(table.places) > 1
    assert body(table) == LONG[1:]


def test_paragraphs_of_a_cell_stay_in_its_row(read) -> None:
    rows = [list(row) for row in PLAN]
    rows[1][1] = "Replace the lamps.\nStore the old ones."
    found = body(only(read(Open(rows, WIDTHS))))
    assert found == rows[1:]


def test_a_banner_is_the_section_of_the_rows_beneath(read) -> None:
    rows = [*PLAN[:3], ["Theme 2: the moorings of the south quay", "", "", "", ""], *PLAN[3:]]
    table = only(read(Open(rows, WIDTHS, banners=[3])))
    assert [row.kind for row in table.rows] == ["header", "body", "body", "banner", "body", "body"]
    assert table.rows[-1].banner == "Theme 2: the moorings of the south quay"


LONG = [HEAD, *[[f"C{n}", *PLAN[1 + n % 4][1:]] for n in range(40)]]


@pytest.mark.parametrize(
    "rules", ["none", "rows", "book", "shaded head", "stripes", "hairlines", "pale grid"]
)
@pytest.mark.parametrize("repeat", [True, False])
def test_a_table_over_pages_is_one(read, rules: str, *, repeat: bool) -> None:
    table = only(read(words(PROSE), Open(LONG, WIDTHS, rules, repeat=repeat), words(PROSE)))
    assert len(table.places) > 1
    assert body(table) == LONG[1:]


def test_a_row_split_by_a_page_break_is_one_row(read) -> None:
    text = "Carry the lamps that were taken down from the north pier to the store by the quay."
    lines = simpleSplit(text, "Helvetica", 10, WIDTHS[1] - 10)
    upper = [*PLAN[:4], ["A4", " ".join(lines[:2]), "Chair", "asap", ""]]
    lower = [["", " ".join(lines[2:]), "", "", ""], *PLAN[4:]]
    table = only(read(Open(upper, WIDTHS), PageBreak(), Open(lower, WIDTHS, header=False)))
    assert body(table)[3:] == [["A4", text, "Chair", "asap", ""], PLAN[4]]


@pytest.mark.parametrize("rules", ["none", "rows", "stripes"])
def test_tables_side_by_side_stay_apart(read, rules: str) -> None:
    rows = [[row[1], row[2]] for row in PLAN]
    others = [rows[0], ["Hang a tide table in every office.", "Crew"], ["Weigh it.", "Mate"]]
    tables = read(beside(Open(rows, [150, 80], rules), Open(others, [150, 60], rules), 30)).tables
    assert [body(table) for table in tables] == [rows[1:], others[1:]]


def test_text_under_a_table_is_not_its_last_row(read) -> None:
    reading = read(Open(PLAN, WIDTHS), gap(8), words("Next steps", bold=True), words(PROSE))
    assert body(only(reading)) == PLAN[1:]
    assert reading.paragraphs[-1].text == PROSE


NUMBERED = [words(f"4.{n}\t{PROSE}") for n in range(1, 7)]
NO_TABLE = {
    "numbered paragraphs": NUMBERED,
    "lettered paragraphs": [words(f"({letter})\tAgree the plan.", indent=36) for letter in "abcd"],
    "bullets": [words(f"•\t{PROSE}") for _ in range(4)],
    "a title block": [
        Open(
            [
                ["Date of meeting:", "14 June 2024"],
                ["Report title:", "The lamps of the north pier"],
                ["Report of:", "Director of Lights"],
                ["Lead officer:", "Head of Lights"],
            ],
            [130, 300],
            header=False,
        )
    ],
    "contents": [
        Open(
            [[f"{n}.", title, str(n * 4)] for n, title in enumerate(["Lamps", "Buoys", "Ropes"], 1)]
            + [["4.", "Moorings", "19"], ["5.", "Stores", "22"]],
            [30, 360, 40],
            header=False,
        )
    ],
    "contents with leaders": [
        words(f"{n}. {title} {'.' * 90} {n * 4}") for n, title in enumerate(["Lamps", "Buoys"], 1)
    ],
    "an agenda": [
        Open(
            [
                ["No", "Item", "Page"],
                ["1.", "Apologies for absence", "(Pages 3 - 4)"],
                ["2.", "Minutes of the last meeting", "(Pages 5 - 9)"],
            ],
            [30, 300, 100],
        )
    ],
    "names in columns": [
        Open(
            [
                ["A. Bell", "C. Dray", "E. Flint"],
                ["G. Hook", "I. Jib", "K. Lamb"],
                ["M. Nore", "O. Pier", "Q. Reef"],
                ["S. Tarn", "U. Vane", "W. Yare"],
            ],
            [140, 140, 140],
            header=False,
        )
    ],
    "signatures": [words("Signed ....................          Date ....................")],
    "a numbered list in columns": [
        Open(
            [[f"{n}.", f"Harbour of {n} lamps", f"{n + 5}.", "The outer roads"] for n in range(5)],
            [30, 180, 30, 180],
            header=False,
        )
    ],
    "prose between rules": [Open([[PROSE], [PROSE], [PROSE]], [400], "rows", header=False)],
}


@pytest.mark.parametrize("kind", NO_TABLE)
def test_what_only_looks_like_columns_is_no_table(read, kind: str) -> None:
    assert read(words(PROSE), *NO_TABLE[kind], words(PROSE)).tables == ()


def test_nothing_is_lost_where_tables_stand_among_text(read) -> None:
    plans = [Open(PLAN, WIDTHS, rules) for rules in sorted(RULES)]
    assert read(words(PROSE), *[i for plan in plans for i in (plan, words(PROSE))]).audit.lost == 0


def test_a_table_is_the_same_whatever_stands_around_it(read) -> None:
    plan = Open(PLAN, WIDTHS, "book")
    alone = only(read(plan))
    among = only(read(*NUMBERED[:3], plan, *NUMBERED[3:]))
    assert body(alone) == body(among) == body(only(read(replace(plan, padding=5.0))))


@pytest.mark.parametrize("padding", [4, 7])
@pytest.mark.parametrize("size", [8, 10])
def test_refs_with_white_over_them_part_rows_that_no_rule_does(read, padding, size) -> None:
    plan = Open(PLAN, WIDTHS, "columns", padding=padding, size=size)
    assert body(only(read(words(PROSE), plan, words(PROSE)))) == PLAN[1:]


def test_refs_listed_in_one_cell_are_one_row(read) -> None:
    rows = [HEAD, ["A1<br/>A2<br/>A3", "Paint every buoy.", "Chair", "asap", ""]]
    (row,) = body(only(read(words(PROSE), Open(rows, WIDTHS, "columns"), words(PROSE))))
    assert row[1:] == rows[1][1:]


BANNERED = [
    HEAD,
    ["Lights along the piers and the quays of the outer harbour, by night", "", "", "", ""],
    *PLAN[1:4],
    ["The moorings", "", "", "", ""],
]


def test_a_banner_at_the_foot_of_a_page_heads_the_rows_of_the_next(read) -> None:
    upper = Open(BANNERED, WIDTHS, banners=[1, 5])
    table = only(read(upper, PageBreak(), Open(PLAN[4:], WIDTHS, header=False)))
    assert body(table) == PLAN[1:]
    assert [row.banner for row in table.rows][-1] == "The moorings"


def test_a_bold_line_at_the_foot_of_a_page_heads_the_next_pages_text(read) -> None:
    plan = Open(PLAN, WIDTHS)
    reading = read(
        plan, gap(4), words("The moorings", size=10, bold=True), PageBreak(), words(PROSE)
    )
    assert body(only(reading)) == PLAN[1:]
    assert "The moorings" in [section.title for section in reading.sections]


TIERED = [
    ["", "2022/23", "", "2023/24", ""],
    ["Berth", "Inner", "Outer", "Inner", "Outer"],
    ["Ships that called", "412", "96", "388", "121"],
    ["Lamps out for a week", "305", "144", "341", "120"],
    ["Buoys adrift", "74", "31", "69", "40"],
]


@pytest.mark.parametrize("aligned", ["left", "right"])
@pytest.mark.parametrize("width", [60, 75])
def test_headings_that_columns_share_stand_over_each_of_them(read, aligned, width) -> None:
    bold = [[f"<b>{text}</b>" for text in TIERED[1]]]
    rows = [TIERED[0], *bold, *TIERED[2:]]
    plan = Open(rows, [140, *[width] * 4], "none", aligned=["left", *[aligned] * 4])
    reading = read(words(PROSE), plan, words(PROSE))
    table = only(reading)
    assert table.header == (
        "Berth",
        "2022/23 Inner",
        "2022/23 Outer",
        "2023/24 Inner",
        "2023/24 Outer",
    )
    kinds = [(m.value, m.period, m.kind) for m in reading.measures if m.value in (412, 121)]
    assert kinds == [(412, "2022/23", "baseline"), (121, "2023/24", "actual")]
