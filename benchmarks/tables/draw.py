"""A paper in one layout: an introduction, its tables, a closing line."""

from pathlib import Path

from reportlab.lib.utils import simpleSplit

from benchmarks.tables.canvas import LEADING, Pages, Text
from benchmarks.tables.content import Content
from benchmarks.tables.gold import GoldPaper, GoldTable
from benchmarks.tables.layout import Layout
from benchmarks.tables.setter import Setter

APART = 24.0
"""Between two tables side by side."""

LOWER = 37.0
"""Each further drawing of a layout begins so many points lower, that its pages end elsewhere."""

INTRODUCTION = (
    "This appendix sets out what was agreed after the inspection and what has been done about it "
    "since. Members are asked to note the position and to say where they want to hear more."
)
BETWEEN = "What was agreed in the year after"
CLOSING = "The next report will come to the meeting in the spring."


def draw_paper(layout: Layout, folder: Path, drawing: int = 0) -> GoldPaper:
    """Write a paper in the layout to the folder; drawings differ in where their pages end."""
    pages = Pages(layout)
    start = _write(pages, INTRODUCTION, 0, pages.top + drawing * LOWER) + 10
    if layout.then:
        tables, (page, y) = _under_one_another(pages, (layout.content, layout.then), start)
    else:
        beside = (layout.content, *([layout.beside] if layout.beside else []))
        tables, (page, y) = _beside_one_another(pages, beside, start)
    _write(pages, CLOSING, page, y + 14)
    name = layout.name.replace(",", "").replace(" ", "-")
    path = folder / f"{name}-{drawing}.pdf"
    return GoldPaper(path, layout.name, pages.write(path), tables)


Place = tuple[int, float]
"""A page, from 0, and a height on it."""


def _under_one_another(
    pages: Pages, contents: tuple[Content, Content], start: float
) -> tuple[tuple[GoldTable, ...], Place]:
    upper, lower = (Setter(pages, c, pages.layout.margin, pages.measure) for c in contents)
    first = upper.set(0, start)
    second = lower.set(upper.page, _write(pages, BETWEEN, upper.page, upper.y + 14, bold=True) + 6)
    return (first, second), (lower.page, lower.y)


def _beside_one_another(
    pages: Pages, contents: tuple[Content, ...], start: float
) -> tuple[tuple[GoldTable, ...], Place]:
    room = (pages.measure - APART * (len(contents) - 1)) / len(contents)
    setters = [
        Setter(pages, content, pages.layout.margin + i * (room + APART), room)
        for i, content in enumerate(contents)
    ]
    tables = tuple(setter.set(0, start) for setter in setters)
    return tables, max((setter.page, setter.y) for setter in setters)


def _write(pages: Pages, text: str, page: int, y: float, *, bold: bool = False) -> float:
    """Write a paragraph over the full width; where it ends."""
    size = pages.layout.size
    for line in simpleSplit(text, pages.font(bold=bold), size, pages.measure):
        y += size * LEADING
        pages.at(page).texts.append(Text(pages.layout.margin, y, line, bold))
    return y
