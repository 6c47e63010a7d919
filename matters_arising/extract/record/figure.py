"""The figures of a paper: measures from its paragraphs and its tables, with their places."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from matters_arising.corpus.layout import Cell, Paragraph, Report, Row, Section, Table, heading_path
from matters_arising.corpus.record import Measure
from matters_arising.extract.phrase.number import has_number
from matters_arising.extract.phrase.sentence import split_sentences
from matters_arising.extract.record.measure import (
    Prose,
    measures_in,
    measures_of,
    merge_repeats,
    read_covered_period,
)
from matters_arising.extract.record.measure_table import measures_in_table

NEAR_TABLE = 60.0
"""A paragraph that ends within this many points above a table may be its caption."""

LONGEST_LABEL = 60
"""A cell of fewer characters than this may be the label of the one beside it."""

_OF_TABLE = re.compile(
    r"\b(?:tables?|figures?|charts?|graphs?|below|follow(?:s|ing)|shown?|shows|set out)\b", re.I
)


def find_measures(
    paragraphs: Sequence[Paragraph],
    tables: Sequence[Table],
    sections: Sequence[Section],
    reports: Sequence[Report],
    paper_date: str | None,
) -> tuple[Measure, ...]:
    """Every figure reported, each once with all its places, paragraphs before tables.

    A figure without a time of its own has the period that its heading or report is about.
    """
    found: list[Measure] = []
    for index, report in enumerate(reports):
        date = report.date or paper_date
        about = read_covered_period(report.title, paper_date=date)
        own = [p for p in paragraphs if p.report == index]
        ending = _by_last_page(own)
        found += _in_prose(own, sections, about, date)
        for table in tables:
            if table.report == index:
                above = ending.get(table.places[0].page, [])
                found += _in_table(table, above, sections, about, date)
    return merge_repeats(found)


def _by_last_page(paragraphs: Iterable[Paragraph]) -> dict[int, list[Paragraph]]:
    """The paragraphs by the page they end on."""
    ending: dict[int, list[Paragraph]] = {}
    for paragraph in paragraphs:
        ending.setdefault(paragraph.places[-1].page, []).append(paragraph)
    return ending


def _title(sections: Sequence[Section], position: int | None) -> str | None:
    return sections[position].title if position is not None else None


def _in_prose(
    paragraphs: Sequence[Paragraph],
    sections: Sequence[Section],
    about: str | None,
    date: str | None,
) -> Iterator[Measure]:
    for group in _by_section(paragraphs):
        path = " / ".join(heading_path(sections, group[0].section))
        covers = read_covered_period(path, paper_date=date) or about
        prose = [Prose(paragraph.text, path or None) for paragraph in group]
        for index, measure in measures_of(prose, paper_date=date, covers=covers):
            yield replace(
                measure,
                places=group[index].places,
                section=_title(sections, group[index].section),
                report=group[index].report,
            )


def _by_section(paragraphs: Iterable[Paragraph]) -> Iterator[list[Paragraph]]:
    """Neighbouring paragraphs of one section together."""
    group: list[Paragraph] = []
    for paragraph in paragraphs:
        if group and group[-1].section != paragraph.section:
            yield group
            group = []
        group.append(paragraph)
    if group:
        yield group


def _in_table(
    table: Table,
    paragraphs: Sequence[Paragraph],
    sections: Sequence[Section],
    about: str | None,
    date: str | None,
) -> Iterator[Measure]:
    """Figures of numeric rows by the table's headings, of wordy cells as of prose."""
    rows = [row for row in table.rows if row.kind != "header"]
    caption = _caption(table, paragraphs) or _title(sections, table.section)
    texts = [_texts(row, len(table.header)) for row in rows]
    numeric = measures_in_table(table.header, texts, caption=caption, paper_date=date, covers=about)
    for index, measure in numeric:
        yield _placed(measure, rows[index], table, sections, rows[index].cells)
    for row in rows:
        for index, cell in enumerate(row.cells):
            if not has_number(cell.text):
                continue
            heading = _label(table, row, index)
            for measure in measures_in(cell.text, paper_date=date, covers=about, heading=heading):
                yield _placed(measure, row, table, sections, (cell,))


def _placed(
    measure: Measure,
    row: Row,
    table: Table,
    sections: Sequence[Section],
    cells: Sequence[Cell],
) -> Measure:
    places = row.places if len(cells) > 1 else cells[0].places
    section = row.banner or _title(sections, table.section)
    return replace(measure, places=places, section=section, report=table.report)


def _caption(table: Table, paragraphs: Sequence[Paragraph]) -> str | None:
    """The last sentence of the paragraph that stands right above the table, if it is of it.

    One that ends with a stop is a remark, unless it speaks of what the table shows.
    `paragraphs` are those that end on the page where the table begins.
    """
    top = table.places[0].box[1]
    above: str | None = None
    for paragraph in paragraphs:
        if -2.0 <= top - paragraph.places[-1].box[3] < NEAR_TABLE:
            above = paragraph.text
    last = split_sentences(above)[-1] if above else ""
    remark = last.endswith(".") and not _OF_TABLE.search(last)
    return None if remark else last or None


def _texts(row: Row, width: int) -> tuple[str, ...]:
    """The row's texts by column; in order where it is cut otherwise than the header."""
    starts = [cell.columns[0] for cell in row.cells]
    if len(set(starts)) < len(starts) or len(starts) > width:
        return tuple(cell.text for cell in row.cells)
    texts = [""] * width
    for cell in row.cells:
        texts[cell.columns[0]] = cell.text
    return tuple(texts)


def _label(table: Table, row: Row, index: int) -> str | None:
    """What a cell's figures stand under: the label beside it, else its column's heading."""
    column = row.cells[index].columns[0]
    heading = table.header[column] if column < len(table.header) else ""
    beside = row.cells[index - 1].text if index else ""
    labelled = row.kind == "label" or not heading or heading == "Ref" or not row.cells[0].text
    if beside and len(beside) < LONGEST_LABEL and (labelled or row.kind != "body"):
        return beside
    return heading or None
