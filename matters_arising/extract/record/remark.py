"""Where an action may stand in minutes: their paragraphs, and the lines of ruled minutes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matters_arising.corpus.layout import Paragraph, Row, Section, Table
from matters_arising.corpus.paper import Place
from matters_arising.extract.record.action import LONGEST_SECTION
from matters_arising.extract.record.action_row import find_columns
from matters_arising.extract.structure.prose import NUMBER

LEAD_IN = re.compile(r"^.{0,160}\b(?:actions?|tasks?|to[- ]do)\b.{0,80}:$", re.I | re.S)
"""What leads in to a list of actions: "The following were actions from the last meeting:"."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A paragraph, or a line of a cell.

    `number` is the number or letter it opens with, `heading` the title of its item,
    `lead_in` what led in to the list it stands in, `before` the text right above it; they
    are empty where there is none.
    """

    text: str
    number: str
    heading: str
    lead_in: str
    before: str
    report: int
    places: tuple[Place, ...]


def find_remarks(
    paragraphs: Sequence[Paragraph], sections: Sequence[Section], tables: Iterable[Table]
) -> Iterator[Remark]:
    """Every paragraph, then every line in a cell of the tables that are no action tables."""
    start = 0
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
        if following is None or _home(following) != _home(paragraph):
            yield from _run(paragraphs[start : index + 1], sections)
            start = index + 1
    for table in tables:
        if find_columns(table) is None:
            for row in table.rows:
                yield from _in_row(row, table.report)


def _home(paragraph: Paragraph) -> tuple[int | None, int]:
    return paragraph.section, paragraph.report


def _run(paragraphs: Sequence[Paragraph], sections: Sequence[Section]) -> Iterator[Remark]:
    """The paragraphs under one heading."""
    heading = _title(paragraphs[0].section, sections)
    before = lead_in = ""
    for paragraph in paragraphs:
        number = paragraph.number or ""
        yield Remark(
            paragraph.text, number, heading, lead_in, before, paragraph.report, paragraph.places
        )
        before = paragraph.text
        lead_in = before if LEAD_IN.match(before) else lead_in


def _title(position: int | None, sections: Sequence[Section]) -> str:
    if position is None:
        return ""
    section = sections[position]
    return f"{section.number} {section.title}" if section.number else section.title


def _in_row(row: Row, report: int) -> Iterator[Remark]:
    """The lines of each cell, under what the cells to its left say."""
    heading = ""
    for cell in row.cells:
        before = lead_in = ""
        for line in cell.text.split("\n"):
            numbered = NUMBER.match(line)
            number, text = (numbered["number"], numbered["rest"]) if numbered else ("", line)
            yield Remark(text, number, heading, lead_in, before, report, cell.places)
            before = line
            lead_in = before if LEAD_IN.match(before) else lead_in
        left = f"{heading} {' '.join(cell.text.split())}".strip()
        heading = left if len(left) <= LONGEST_SECTION else heading
