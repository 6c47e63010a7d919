"""What a paper is made of, in reading order: reports, sections, paragraphs, tables."""

from collections.abc import Sequence
from dataclasses import dataclass

from matters_arising.corpus.paper import Place


@dataclass(frozen=True, slots=True)
class Report:
    """One document of an agenda pack: the agenda, the minutes, a report, an appendix.

    A paper that is no pack is one report. `date` and `committee` are those the report
    itself prints (minutes bound into a later pack keep the date of their own meeting).
    `pages` are the first and last page, from 1; `printed_pages` as the pack prints them.
    """

    number: str | None
    title: str
    kind: str
    date: str | None
    committee: str | None
    officer: str | None
    pages: tuple[int, int]
    printed_pages: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading. `parent` and `report` are positions in the reading's lists."""

    number: str | None
    title: str
    level: int
    parent: int | None
    report: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or list item under a section; `number` is its own ("5.12", "a)")."""

    text: str
    number: str | None
    section: int | None
    report: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One logical cell, with every (page, box) piece of it.

    In `text` a line feed stands where the paper begins a new paragraph, list item or
    line on purpose; lines that merely wrapped are joined by a space.
    `columns` are the first and last column the cell covers; `fill` is its background
    as `#rrggbb`, None where there is none.
    """

    text: str
    columns: tuple[int, int]
    places: tuple[Place, ...]
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One logical row: whole, once, however many pages it runs over.

    `kind` is `header`, `body`, `banner` (one text over the full width, the section of
    the rows below) or `label` (a label and its text, as "What inspectors found").
    """

    kind: str
    cells: tuple[Cell, ...]
    banner: str | None = None

    @property
    def places(self) -> tuple[Place, ...]:
        """One place for each page the row stands on: the box around its cells."""
        boxes: dict[int, list[Place]] = {}
        for cell in self.cells:
            for place in cell.places:
                boxes.setdefault(place.page, []).append(place)
        return tuple(
            Place(
                page,
                (
                    min(p.box[0] for p in places),
                    min(p.box[1] for p in places),
                    max(p.box[2] for p in places),
                    max(p.box[3] for p in places),
                ),
            )
            for page, places in sorted(boxes.items())
        )


@dataclass(frozen=True, slots=True)
class Table:
    """A logical table over any number of pages.

    `header` names the columns, one string a column, empty where the paper has none.
    `doubts` say where a join was doubtful and was therefore not made.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    section: int | None
    report: int
    places: tuple[Place, ...]
    doubts: tuple[str, ...] = ()


def heading_path(sections: Sequence[Section], position: int | None) -> tuple[str, ...]:
    """The titles from the outermost section down to the one at `position`."""
    path: list[str] = []
    while position is not None:
        section = sections[position]
        path.append(f"{section.number} {section.title}" if section.number else section.title)
        position = section.parent
    return tuple(reversed(path))
