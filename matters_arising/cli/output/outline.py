"""A paper as an outline, and the parts of it that one may look at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.layout import Paragraph, Report, Row, Section, Table
from matters_arising.corpus.paper import Paper, Place
from matters_arising.corpus.reading import Reading
from matters_arising.errors import MattersArisingError


@dataclass(frozen=True, slots=True)
class Item:
    """A line of an outline.

    `kind` is `report`, `section`, `paragraph`, `table` or `row`; `number` the one that
    the paper prints, or a table's place among the paper's tables, from 1. `rows` counts
    a table's body rows; `doubts` say where it may have been read wrongly.
    """

    kind: str
    level: int
    number: str | None
    text: str
    pages: tuple[int, ...]
    places: tuple[Place, ...] = ()
    rows: int | None = None
    doubts: tuple[str, ...] = ()


def outline(reading: Reading) -> Iterator[Item]:
    """Reports, their sections and tables, in reading order."""
    for position, report in enumerate(reading.reports):
        yield _report_item(report)
        yield from _table_items(reading, None, position, level=1)
        for index, section in enumerate(reading.sections):
            if section.report == position:
                yield _section_item(section)
                yield from _table_items(reading, index, position, level=section.level + 1)


def section_items(reading: Reading, wanted: str) -> Iterator[Item]:
    """The sections of this number, or else with these words in their titles, in full.

    The number may be a paragraph's own, which gives the paragraph alone.
    """
    inside = _sections_within(reading.sections, wanted)
    if not inside:
        yield from _numbered_paragraphs(reading, wanted)
    for index in inside:
        section = reading.sections[index]
        yield _section_item(section)
        for paragraph in reading.paragraphs:
            if paragraph.section == index:
                yield _paragraph_item(paragraph, level=section.level + 1)
        yield from _table_items(reading, index, section.report, level=section.level + 1)


def page_items(reading: Reading, page: int) -> list[Item]:
    """What stands on a page, from its top: headings, paragraphs, rows of tables."""
    check_page(reading.paper, page)
    items = (
        *map(_section_item, reading.sections),
        *(_paragraph_item(paragraph, level=1) for paragraph in reading.paragraphs),
        *(_row_item(row) for table in reading.tables for row in table.rows),
    )
    return sorted((item for item in items if page in item.pages), key=lambda i: _top(i, page))


def check_page(paper: Paper, page: int) -> None:
    """Refuse a page that the paper has not."""
    if not 1 <= page <= paper.pages:
        raise MattersArisingError(f"{paper.name} has pages 1 to {paper.pages}; there is no {page}.")


def numbered_table(reading: Reading, number: int) -> Table:
    """The table of this number, from 1."""
    count = len(reading.tables)
    if 1 <= number <= count:
        return reading.tables[number - 1]
    held = f"tables 1 to {count}" if count else "no tables"
    raise MattersArisingError(f"{reading.paper.name} has {held}; there is no {number}.")


def _sections_within(sections: Sequence[Section], wanted: str) -> list[int]:
    """The sections asked for, by number or else by title, with those under them."""
    asked = wanted.strip().rstrip(".").casefold()
    if not asked:
        return []
    found = {i for i, s in enumerate(sections) if (s.number or "").rstrip(".").casefold() == asked}
    found = found or {i for i, s in enumerate(sections) if asked in s.title.casefold()}
    return [index for index in range(len(sections)) if _is_under(sections, index, found)]


def _is_under(sections: Sequence[Section], index: int | None, found: set[int]) -> bool:
    while index is not None:
        if index in found:
            return True
        index = sections[index].parent
    return False


def _numbered_paragraphs(reading: Reading, wanted: str) -> Iterator[Item]:
    found = [p for p in reading.paragraphs if p.number == wanted.strip()]
    if not found:
        raise MattersArisingError(
            f"{reading.paper.name} has no section '{wanted}'. "
            f"'matters show {reading.paper.name}' lists its sections."
        )
    yield from (_paragraph_item(paragraph, level=0) for paragraph in found)


def _report_item(report: Report) -> Item:
    first, last = report.pages
    return Item("report", 0, report.number, report.title, tuple(range(first, last + 1)))


def _section_item(section: Section) -> Item:
    pages = _pages(section.places)
    return Item("section", section.level, section.number, section.title, pages, section.places)


def _paragraph_item(paragraph: Paragraph, *, level: int) -> Item:
    places = paragraph.places
    return Item("paragraph", level, paragraph.number, paragraph.text, _pages(places), places)


def _row_item(row: Row) -> Item:
    text = " | ".join(cell.text for cell in row.cells)
    return Item("row", 1, None, text, _pages(row.places), row.places)


def _table_items(
    reading: Reading, section: int | None, report: int, *, level: int
) -> Iterator[Item]:
    for number, table in enumerate(reading.tables, 1):
        if table.section == section and table.report == report:
            yield Item(
                kind="table",
                level=level,
                number=str(number),
                text=" | ".join(name for name in table.header if name),
                pages=_pages(table.places),
                places=table.places,
                rows=sum(row.kind == "body" for row in table.rows),
                doubts=table.doubts,
            )


def _pages(places: Sequence[Place]) -> tuple[int, ...]:
    return tuple(sorted({place.page for place in places}))


def _top(item: Item, page: int) -> float:
    return min(place.box[1] for place in item.places if place.page == page)
