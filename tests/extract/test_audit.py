"""The loss audit, and whether what it counts is really in the reading."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from build import Ruled, Sheet, Words, header

from matters_arising.corpus import sample
from matters_arising.corpus.layout import Table
from matters_arising.corpus.reading import Reading
from matters_arising.extract.audit import audit_sheets
from matters_arising.extract.reader.page import Page, Word
from matters_arising.extract.reading import page_reader, read_paper
from matters_arising.extract.structure.furniture import part_furniture
from matters_arising.extract.table.fragment import read_sheets

TYPED = [path for path in sorted(sample.papers()) if "scanned" not in path.stem]


def page_of(number: int, *texts: str) -> Page:
    """A page with a line for each text."""
    lines = enumerate(texts, 10)
    words = (Word(text, 60, 20 * y, 200, 20 * y + 10, 10, False, 0, len(text)) for y, text in lines)
    return Page(number, 595, 842, tuple(words))


def test_the_pages_that_characters_are_missing_from_are_named() -> None:
    sheets = list(read_sheets([page_of(1, "lamps"), page_of(2, "buoys", "wicks"), page_of(3)]))
    holed = [sheets[0], replace(sheets[1], lines=sheets[1].lines[:1]), sheets[2]]
    audit = audit_sheets(holed, part_furniture(holed))
    assert (audit.characters, audit.lost, audit.lost_pages) == (15, len("wicks"), (2,))


def test_losses_of_one_page_are_not_made_up_by_another(read) -> None:
    table = Ruled([header("Ref", "Action"), ["A1", "Light the lamps."]], (60, 200))
    reading = read(Sheet([Words("Lamps of the pier."), table]), Sheet([Words("Buoys.")]))
    assert (reading.audit.lost, reading.audit.lost_pages) == (0, ())


def letters(text: str) -> Counter:
    return Counter(re.sub(r"[\W_]+", "", text))


@cache
def printed(path: Path) -> Counter:
    """The letters and figures that stand on the pages of a paper."""
    pages = page_reader("pdfium")(path)
    return letters("".join(word.text for page in pages for word in page.words))


def texts_of(reading: Reading) -> Iterator[str]:
    for section in reading.sections:
        yield f"{section.number or ''}{section.title}"
    for paragraph in reading.paragraphs:
        yield f"{paragraph.number or ''}{paragraph.text}"
    for table in reading.tables:
        yield from {(cell.places, cell.text): cell.text for cell in cells_of(table)}.values()


def cells_of(table: Table) -> Iterator:
    for row in table.rows:
        yield from row.cells


@pytest.mark.parametrize("path", TYPED, ids=lambda path: path.stem)
def test_all_but_furniture_and_repeated_headers_stands_in_the_reading(path: Path) -> None:
    """The audit counts lines and cells; this counts what people can ask for in the end."""
    reading = read_paper(path)
    missing = printed(path) - sum(map(letters, texts_of(reading)), Counter())
    again = sum(
        len("".join(table.header)) * (len(table.places) - 1)
        for table in reading.tables
        if len(table.places) > 1
    )
    assert missing.total() <= reading.audit.in_furniture + again
