"""Paragraphs that announce what follows them: "The committee agreed:" and its items."""

from collections.abc import Iterator

from matters_arising.corpus.layout import Paragraph, Table
from matters_arising.corpus.reading import Reading

MOST_WORDS = 90
"""Words of a table that are read with the paragraph that leads into it."""


def leads_in(text: str) -> bool:
    """Whether a text announces what follows it, and says nothing alone."""
    return text.rstrip().endswith(":")


def find_listed_rows(reading: Reading, paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """The first rows of the table that a paragraph leads into, as paragraphs; none for none."""
    if not leads_in(paragraph.text):
        return ()
    table = next((one for one in reading.tables if _follows(one, paragraph)), None)
    if table is None or _is_parted(reading, paragraph, table):
        return ()
    return tuple(_rows(table, paragraph))


def _follows(table: Table, paragraph: Paragraph) -> bool:
    """Whether a table stands in the paragraph's section, below it or on the next page."""
    if (table.section, table.report) != (paragraph.section, paragraph.report):
        return False
    end, start = paragraph.places[-1], table.places[0]
    below = start.page == end.page and start.box[1] >= end.box[1]
    return below or start.page == end.page + 1


def _is_parted(reading: Reading, paragraph: Paragraph, table: Table) -> bool:
    """Whether another paragraph stands between the two."""
    first, last = ((place.page, place.box[1]) for place in (paragraph.places[-1], table.places[0]))
    starts = ((p.places[0].page, p.places[0].box[1]) for p in reading.paragraphs if p.places)
    return any(first < start < last for start in starts)


def _rows(table: Table, paragraph: Paragraph) -> Iterator[Paragraph]:
    left = MOST_WORDS
    for row in table.rows:
        text = " ".join(" ".join(cell.text.split()) for cell in row.cells if cell.text)
        left -= len(text.split())
        if left < 0:
            return
        if text and row.kind != "header":
            yield Paragraph(text, None, paragraph.section, paragraph.report, row.places)
