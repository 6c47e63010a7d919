"""What was read of one page, as parts to be drawn: each with its box, kind and label."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from matters_arising.corpus.layout import Row, Table
from matters_arising.corpus.paper import Box, Place
from matters_arising.corpus.reading import Reading
from matters_arising.extract.reader.page import SLANTED, Word
from matters_arising.extract.reader.word import group_lines

LONGEST_REF = 10
"""What opens a row is its ref where it is no longer than this."""


class Kind(Enum):
    """What a part of a page was read as."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    HEADER = "header row"
    BANNER = "banner"
    ROW = "row"
    CELL = "cell"
    FURNITURE = "line set aside"
    LOST = "line in nothing that was read"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a page; `label` is empty where its kind says enough."""

    kind: Kind
    box: Box
    label: str = ""


_ROW_KINDS = {"header": Kind.HEADER, "banner": Kind.BANNER}


def parts_of_page(reading: Reading, number: int, words: Sequence[Word]) -> list[Part]:
    """The parts of a page, the outer before the inner.

    `words` are those printed on it. Those in no part are furniture, set aside; those that
    stand in a table, but in none of its cells and not in a header repeated, were lost.
    """
    tables = list(_tables(reading.tables, number))
    tables += _repeated_headers(reading.tables, number, _outside(words, tables, Kind.CELL))
    text = [*_headings(reading, number), *_paragraphs(reading, number)]
    filled = (Kind.CELL, Kind.HEADER, Kind.HEADING, Kind.PARAGRAPH)
    left = _outside(words, [*tables, *text], *filled)
    aside = _outside(left, tables, Kind.TABLE)
    lost = [word for word in left if word not in aside]
    return [
        *tables,
        *text,
        *_lines(Kind.FURNITURE, aside, number),
        *_lines(Kind.LOST, lost, number),
    ]


def _outside(words: Sequence[Word], parts: Iterable[Part], *kinds: Kind) -> list[Word]:
    """The words that stand in no part of these kinds; a watermark stands in none."""
    boxes = [part.box for part in parts if part.kind in kinds]
    return [w for w in words if w.turn == SLANTED or not any(_holds(box, w) for box in boxes)]


def _holds(box: Box, word: Word) -> bool:
    x, y = word.middle
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _repeated_headers(
    tables: Sequence[Table], number: int, words: Sequence[Word]
) -> Iterator[Part]:
    """The band of a header that a table repeats on this page; the reading keeps one."""
    for table in tables:
        spelt = set(" ".join(table.header).split())
        rows = [box[1] for row in table.rows for box in _on(row.places, number)]
        for frame in _on(table.places[1:], number):
            band = (*frame[:3], min(rows, default=frame[3]))
            again = [word for word in words if _holds(band, word) and word.text in spelt]
            if again:
                top, bottom = min(w.top for w in again), max(w.bottom for w in again)
                yield Part(Kind.HEADER, (frame[0], top - 2, frame[2], bottom + 2))


def _lines(kind: Kind, words: Sequence[Word], number: int) -> Iterator[Part]:
    """The words by line; those of a watermark, which has no lines, one by one."""
    slanted = [word for word in words if word.turn == SLANTED]
    yield from (Part(kind, word.box) for word in slanted)
    level = [word for word in words if word.turn != SLANTED]
    yield from (Part(kind, line.box) for line in group_lines(level, number))


def _headings(reading: Reading, number: int) -> Iterator[Part]:
    for section in reading.sections:
        label = section.number or f"level {section.level}"
        yield from (Part(Kind.HEADING, box, label) for box in _on(section.places, number))


def _paragraphs(reading: Reading, number: int) -> Iterator[Part]:
    for paragraph in reading.paragraphs:
        for box in _on(paragraph.places, number):
            yield Part(Kind.PARAGRAPH, box, paragraph.number or "")


def _tables(tables: Sequence[Table], number: int) -> Iterator[Part]:
    for position, table in enumerate(tables, 1):
        for box in _on(table.places, number):
            yield Part(Kind.TABLE, box, _table_label(position, table))
        for row in table.rows:
            yield from _row_parts(row, number)


def _table_label(position: int, table: Table) -> str:
    pages = [place.page for place in table.places]
    span = f", pages {pages[0]}-{pages[-1]}" if pages[0] != pages[-1] else ""
    doubtful = ", doubtful" if table.doubts else ""
    return f"Table {position}{span}{doubtful}"


def _row_parts(row: Row, number: int) -> Iterator[Part]:
    for box in _on(row.places, number):
        yield Part(_ROW_KINDS.get(row.kind, Kind.ROW), box, _row_label(row, number))
    for cell in row.cells:
        yield from (Part(Kind.CELL, box) for box in _on(cell.places, number))


def _row_label(row: Row, number: int) -> str:
    """The row's ref, and where else it stands; nothing where it has neither."""
    if row.kind in _ROW_KINDS:
        return ""
    first = row.cells[0].text if row.cells else ""
    ref = first if len(first) <= LONGEST_REF and "\n" not in first else ""
    pages = [place.page for place in row.places]
    before = f"p{pages[0]} > " if pages[0] < number else ""
    after = f" > p{pages[-1]}" if pages[-1] > number else ""
    return f"{before}{ref or 'row'}{after}" if ref or before or after else ""


def _on(places: Iterable[Place], number: int) -> Iterator[Box]:
    return (place.box for place in places if place.page == number)
