import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from benchmarks.tables.child import run_reader, run_teds
from benchmarks.tables.content import FIGURES, PLAN, RISKS, SUB_ROWS, TIERED, Content
from benchmarks.tables.draw import draw_paper
from benchmarks.tables.found import FoundTable, found_table
from benchmarks.tables.gold import Cells, GoldPaper, GoldRow, GoldTable
from benchmarks.tables.icdar import load_icdar
from benchmarks.tables.join import join_tables
from benchmarks.tables.layout import LAYOUTS, Layout
from benchmarks.tables.peer import read_with
from benchmarks.tables.report import Line, layout_table, main_table
from benchmarks.tables.score import Tally, pair_tables, score_paper, squash

HEADER = ("Ref", "Action")
LIGHT = ("1A", "Paint the lighthouse white and red")
PIER = ("1B", "Mend the pier before the winter comes")


def gold(*rows: Cells, split: Iterable[Cells] = ()) -> GoldPaper:
    """A paper of one table with a header."""
    table = GoldTable((HEADER,), tuple(GoldRow(row, row in split) for row in rows))
    return GoldPaper(Path("plan.pdf"), "ruled", 2, (table,))


def found(*rows: Cells, page: int = 1) -> FoundTable:
    return found_table(page, rows)


def test_a_row_is_exact_whatever_white_space_it_is_given_with() -> None:
    given = found(HEADER, ("1A", "Paint the light\nhouse white  and red"))

    assert score_paper(gold(LIGHT), [given]) == Tally(rows=1, exact=1, given=1)


def test_a_row_that_lacks_a_word_is_not_exact() -> None:
    given = found(HEADER, ("1A", "Paint the lighthouse white"))

    assert score_paper(gold(LIGHT), [given]).exact == 0


def test_a_row_whose_words_stand_in_other_columns_is_not_exact() -> None:
    given = found(("", *HEADER), ("1A", "", LIGHT[1]), ("1B", PIER[1], ""))

    assert score_paper(gold(LIGHT), [given]).exact == 0


def test_a_column_in_which_nothing_stands_is_no_matter() -> None:
    given = found(("Ref", "", "Action"), ("1A", "", LIGHT[1]))

    assert score_paper(gold(LIGHT), [given]).exact == 1


def test_one_given_row_does_not_stand_for_two() -> None:
    assert score_paper(gold(LIGHT, LIGHT), [found(LIGHT)]).exact == 1


def test_a_split_row_counts_when_it_is_given_whole() -> None:
    paper = gold(LIGHT, PIER, split=[PIER])
    halves = found(LIGHT, ("1B", "Mend the pier"), ("", "before the winter comes"))

    assert score_paper(paper, [halves]) == Tally(rows=2, exact=1, split=1, given=3)
    assert score_paper(paper, [found(LIGHT, PIER)]).split_exact == 1


def test_a_row_that_holds_two_is_falsely_merged() -> None:
    both = tuple(" ".join(pair) for pair in zip(LIGHT, PIER, strict=True))

    assert score_paper(gold(LIGHT, PIER), [found(HEADER, both)]).merged == 1
    assert score_paper(gold(LIGHT, PIER), [found(HEADER, LIGHT, PIER)]).merged == 0


def test_each_table_is_paired_with_the_given_one_that_says_most_of_it() -> None:
    first, second = gold(LIGHT).tables[0], gold(PIER).tables[0]
    paper = GoldPaper(Path("plan.pdf"), "ruled", 1, (first, second))
    given = [found(PIER), found(HEADER, LIGHT)]

    assert [pair.found for pair in pair_tables(paper, given)] == [given[1], given[0]]


def test_a_table_that_nothing_was_given_for_has_no_pair() -> None:
    assert pair_tables(gold(LIGHT), [])[0].found is None


def test_pieces_are_joined_and_their_repeated_header_dropped() -> None:
    pieces = [found(HEADER, LIGHT), found(HEADER, PIER, page=2)]

    assert join_tables(pieces) == (found(HEADER, LIGHT, PIER),)


def test_a_piece_that_begins_without_a_key_continues_the_last_row() -> None:
    pieces = [
        found(HEADER, ("1B", "Mend the pier")),
        found(("", "before the winter comes"), page=2),
    ]

    assert join_tables(pieces) == (found(HEADER, PIER),)


def test_a_table_of_other_columns_or_on_a_later_page_is_another() -> None:
    pieces = [found(HEADER, LIGHT), found(("Ref", "Action", "Lead"), page=2), found(PIER, page=4)]

    assert len(join_tables(pieces)) == 3


@pytest.mark.parametrize("content", [PLAN, RISKS, SUB_ROWS, TIERED, FIGURES])
def test_a_drawn_page_says_all_that_must_be_read(content: Content, tmp_path: Path) -> None:
    """Once more for each repeated header; the words of a cell stand in their order."""
    paper = draw_paper(Layout("ruled", content), tmp_path)
    printed = squash(text_of(paper.path))

    assert all(squash(cells[-1]) in printed for cells in paper.tables[0].header)
    whole = [row for row in paper.tables[0].rows if not row.split]
    words = {word for row in whole for cell in row.cells for word in cell.split()}
    assert whole
    assert not {word for word in words if squash(word) not in printed}


def text_of(path: Path) -> str:
    with pdfium.PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def test_rows_are_split_where_a_page_ends_in_them(tmp_path: Path) -> None:
    papers = [draw_paper(layout, tmp_path) for layout in LAYOUTS]

    assert sum(row.split for paper in papers for table in paper.tables for row in table.rows) > 50
    assert not any(row.split for row in papers[0].tables[0].rows[:2])


def test_a_further_drawing_ends_its_pages_elsewhere(tmp_path: Path) -> None:
    first, second = (draw_paper(LAYOUTS[0], tmp_path, drawing).tables[0] for drawing in (0, 1))

    assert [row.cells for row in first.rows] == [row.cells for row in second.rows]
    assert first.rows != second.rows


def test_a_page_on_its_side_is_shown_upright(tmp_path: Path) -> None:
    path = draw_paper(Layout("turned", RISKS, turned=True), tmp_path).path

    with pdfium.PdfDocument(path) as document:
        assert document[0].get_rotation() == 90
        width, height = document[0].get_size()
    assert width < height


def test_a_word_that_would_hide_another_is_not_drawn(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="wider than its cell"):
        draw_paper(Layout("too large", RISKS, size=20), tmp_path)


def test_our_reading_of_a_ruled_table_is_exact(tmp_path: Path) -> None:
    paper = draw_paper(Layout("ruled", RISKS), tmp_path)

    tally = score_paper(paper, read_with("ours", [paper.path]).tables[paper.path.name])
    assert (tally.exact, tally.given) == (tally.rows, tally.rows)


def test_a_paper_that_fails_is_named_and_costs_no_other(tmp_path: Path) -> None:
    good = draw_paper(Layout("ruled", RISKS), tmp_path).path
    bad = tmp_path / "bad.pdf"
    bad.write_text("no PDF")

    given = read_with("pdfplumber", [bad, good])

    assert list(given.failed) == ["bad.pdf"]
    assert given.tables[good.name]


def test_a_reader_runs_in_a_process_of_its_own_and_is_measured(tmp_path: Path) -> None:
    paper = draw_paper(Layout("ruled", RISKS), tmp_path)

    run = run_reader("pdfplumber", [paper], tmp_path, sys.executable)

    assert run is not None
    assert run.found.tables[paper.path.name][0].rows[0] == RISKS.header[0]
    assert run.found.seconds > 0
    assert run.memory > 10


def test_a_reader_that_is_not_installed_is_left_out(tmp_path: Path) -> None:
    bare = shutil.which("python3", path="/usr/bin:/bin") or sys.executable
    paper = draw_paper(Layout("ruled", RISKS), tmp_path)

    assert run_reader("camelot", [paper], tmp_path, bare) is None
    assert run_teds(pair_tables(paper, []), tmp_path, bare) is None


ICDAR = """<?xml version="1.0" encoding="UTF-8"?>
<document filename='us-001.pdf'>
 <table id='1'>
  <region id='1' page='1' col-increment='0' row-increment='1'>
   <cell id='1' start-row='-1' start-col='0' end-col='1'><content>Ships in
     port</content></cell>
   <cell id='2' start-row='0' start-col='0'><content>Tugs</content></cell>
   <cell id='3' start-row='0' start-col='1'><content>12</content></cell>
  </region>
  <region id='2' page='2' col-increment='0' row-increment='2'>
   <cell id='1' start-row='0' start-col='0'><content>Ferries</content></cell>
   <cell id='2' start-row='0' start-col='1'><content>7</content></cell>
  </region>
 </table>
</document>"""


def test_tables_of_the_icdar_folder_are_read_over_their_regions(tmp_path: Path) -> None:
    drawn = draw_paper(Layout("ruled", RISKS), tmp_path)
    shutil.copy(drawn.path, tmp_path / "us-001.pdf")
    (tmp_path / "us-001-str.xml").write_text(ICDAR)
    (tmp_path / "us-002-str.xml").write_text(ICDAR)

    (paper,) = load_icdar(tmp_path)

    assert (paper.path.name, paper.pages) == ("us-001.pdf", drawn.pages)
    assert [row.cells for table in paper.tables for row in table.rows] == [
        ("Ships in port", ""),
        ("Tugs", "12"),
        ("Ferries", "7"),
    ]


def test_the_report_sets_each_reader_beside_the_measure() -> None:
    tallies = {"ruled": Tally(rows=4, exact=3, split=2, split_exact=1, merged=1, given=5)}
    ours = Line("ours", "1.0", False, tallies, 0.5, 60.0, 50.4, 0)
    peer = Line("pdfplumber", "2.0", True, tallies, None, 6.0, 49.0, 1)

    rows = "3 / 4 (0.750) | 1 / 2 (0.500) | 1 | 5"
    assert list(main_table([ours, peer]))[2:] == [
        f"| ours | 1.0 | {rows} | 0.500 | 60.0 | 10.0 | 50 | 0 |",
        f"| pdfplumber, joined | 2.0 | {rows} | – | 6.0 | 1.0 | 49 | 1 |",
    ]
    assert list(layout_table([ours, peer]))[2] == "| ruled | 4 | 0.75 | 0.75 |"
