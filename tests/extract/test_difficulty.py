"""A page or two of each kind of difficulty, read as they were read before (`../golden`)."""

from collections.abc import Iterator
from pathlib import Path

from build import LANDSCAPE, Cell, Ruled, Sheet, Words, build, header, heading, split_row
from drawing import change_page
from test_ocr import scan_of
from unruled_build import Open, columns, lay_out, words

from matters_arising.corpus.reading import Reading
from matters_arising.extract.reading import read_paper

HEAD = header("Ref", "Action", "Owner", "Due date")
WIDTHS = (45, 200, 130, 105)
LAMPS = ["A1", "Replace the lamps on the north pier.", "Head of Lights", "1 May 2024"]
BUOYS = ["A2", "Paint the buoys of the outer roads.", "Buoy Keeper", "June 2024"]
LONG = [
    "A3",
    "Train every keeper in the new code of signals, and report to the Board in the autumn.",
    "Assistant Head of Lights, Buoys and Beacons, with the Harbour Master",
    "30 September 2024, or as soon after as the weather lets the boats go out",
]


def rows_of(reading: Reading) -> Iterator[dict]:
    """Every row of every table, with its pages."""
    for number, table in enumerate(reading.tables, 1):
        for row in table.rows:
            yield {
                "table": number,
                "kind": row.kind,
                "banner": row.banner,
                "cells": [[*cell.columns, cell.text] for cell in row.cells],
                "pages": [place.page for place in row.places],
            }


def paragraphs_of(reading: Reading) -> Iterator[dict]:
    for paragraph in reading.paragraphs:
        pages = [place.page for place in paragraph.places]
        yield {"number": paragraph.number, "text": paragraph.text, "pages": pages}


def test_text_in_two_columns(tmp_path: Path, golden) -> None:
    story = (
        "The lamps of the north pier were lit on every night of the month, and the keeper "
        "trimmed the wicks at dusk and at midnight, as the Board had asked of him in March.",
        "Oil was dearer in this year than in any other since the pier was built. The Board may "
        "have to burn less of it, or find a merchant across the water who sells it for less.",
        "The buoys of the outer roads were painted before the winter, all but two, which broke "
        "from their chains in the storm and were found on the sands of the far shore.",
    )
    last = "The next issue is in June, and holds the names of all who kept the lamps this year."
    path = lay_out(tmp_path / "paper.pdf", words("Harbour news", size=16, bold=True),
                   columns(*story), words(last))  # fmt: skip
    golden("two-columns", paragraphs_of(read_paper(path)))


def test_a_table_without_rules(tmp_path: Path, golden) -> None:
    table = Open([["Ref", "Action", "Owner", "Due date"], LAMPS, BUOYS, LONG], WIDTHS)
    text = words("The Board agreed these actions at its meeting in March.")
    golden("borderless-table", rows_of(read_paper(lay_out(tmp_path / "paper.pdf", text, table))))


def test_a_row_split_in_several_of_its_cells(read, golden) -> None:
    above, below = split_row(LONG, WIDTHS, 2)
    upper = Ruled([HEAD, LAMPS, above], WIDTHS, open_bottom=True)
    lower = Ruled([HEAD, below, BUOYS], WIDTHS)
    golden("split-row-of-several-cells", rows_of(read(Sheet([upper]), Sheet([lower]))))


def test_sub_rows_under_a_merged_ref(read, golden) -> None:
    table = [
        HEAD,
        [Cell("A1", down=3), Cell(LAMPS[1], down=3), "Head of Lights", "1 May 2024"],
        [None, None, "Lamp Keeper", "2 June 2024"],
        [None, None, "Harbour Master", "Ongoing"],
        BUOYS,
    ]
    golden("sub-rows-under-a-merged-ref", rows_of(read(Sheet([Ruled(table, WIDTHS)]))))


def test_a_page_turned_on_its_side(tmp_path: Path, golden) -> None:
    table = Ruled([HEAD, LAMPS, LONG], WIDTHS)
    path = build(tmp_path / "paper.pdf", Sheet([heading("Actions"), table], size=LANDSCAPE))
    turned = change_page(path, lambda page: page.set_rotation(90))
    golden("page-on-its-side", rows_of(read_paper(turned)))


def test_a_scanned_page_with_a_table(tmp_path: Path, golden) -> None:
    text = Words("The Board agreed these actions at its meeting in March.")
    table = Ruled([HEAD, ["B1", *BUOYS[1:]], ["B2", *LONG[1:]]], WIDTHS)
    path = scan_of(tmp_path / "paper.pdf", Sheet([text, table]))
    golden("scanned-table", rows_of(read_paper(path)))
