"""The tables of the ICDAR 2013 competition, where someone has the folder.

Beside each `name.pdf`, in the folder or any below it, stands `name-str.xml`: tables made up of
regions, and in these the cells with the rows and columns they cover, from 0, to which the
region's increments are to be added.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium

from benchmarks.tables.gold import GoldPaper, GoldRow, GoldTable

SUFFIX = "-str.xml"


def load_icdar(folder: Path) -> Iterator[GoldPaper]:
    """The papers of the folder for which there is both a PDF and its tables.

    No row is told to be a header, so each counts as one to be read.
    """
    for truth in sorted(folder.rglob(f"*{SUFFIX}")):
        path = truth.with_name(f"{truth.name.removesuffix(SUFFIX)}.pdf")
        if path.exists():
            tables = ET.parse(truth).getroot().iter("table")
            yield GoldPaper(path, "ICDAR 2013", _count_pages(path), tuple(map(_table, tables)))


def _count_pages(path: Path) -> int:
    with pdfium.PdfDocument(path) as document:
        return len(document)


def _table(table: ET.Element) -> GoldTable:
    texts: dict[tuple[int, int], str] = {}
    rows = columns = 0
    for region in table.iter("region"):
        down, across = _number(region, "row-increment"), _number(region, "col-increment")
        for cell in region.iter("cell"):
            row, column = _number(cell, "start-row") + down, _number(cell, "start-col") + across
            texts[row, column] = " ".join((cell.findtext("content") or "").split())
            rows = max(rows, _number(cell, "end-row", row - down) + down + 1)
            columns = max(columns, _number(cell, "end-col", column - across) + across + 1)
    grid = (tuple(texts.get((r, c), "") for c in range(columns)) for r in range(rows))
    return GoldTable((), tuple(GoldRow(cells) for cells in grid if any(cells)))


def _number(element: ET.Element, name: str, otherwise: int = 0) -> int:
    return int(element.get(name, otherwise))
