"""Papers whose tables have no full grid, laid out by reportlab's own page maker.

Unlike `build.py`, text flows here: rows wrap, run over pages and are split there, so that
white space falls as a word processor lets it fall.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, black, white
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import (
    BalancedColumns,
    BaseDocTemplate,
    Flowable,
    Frame,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)

PAGE = (595.0, 842.0)
MARGIN = 60.0
GREY = HexColor("#d9d9d9")
PALE = HexColor("#e4e4e4")
NAVY = HexColor("#1d3e6b")
ALIGNMENTS = {"left": TA_LEFT, "right": TA_RIGHT, "centre": TA_CENTER}

RULES: dict[str, list[tuple]] = {
    "none": [],
    "rows": [("LINEBELOW", (0, 0), (-1, -1), 0.5, black), ("LINEABOVE", (0, 0), (-1, 0), 1, black)],
    "book": [
        ("LINEABOVE", (0, 0), (-1, 0), 1, black),
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, black),
        ("LINEBELOW", (0, -1), (-1, -1), 1, black),
    ],
    "head": [("LINEBELOW", (0, 0), (-1, 0), 0.5, black)],
    "shaded head": [("BACKGROUND", (0, 0), (-1, 0), GREY)],
    "stripes": [("ROWBACKGROUNDS", (0, 0), (-1, -1), (GREY, None))],
    "dark head": [
        ("BACKGROUND", (0, 0), (-1, 0), NAVY),
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), (white, PALE)),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, GREY),
    ],
    "no sides": [
        ("INNERGRID", (0, 0), (-1, -1), 0.5, black),
        ("LINEABOVE", (0, 0), (-1, 0), 0.5, black),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, black),
    ],
    "hairlines": [("LINEBELOW", (0, 0), (-1, -1), 0.05, PALE)],
    "pale grid": [("GRID", (0, 0), (-1, -1), 0.1, PALE)],
    "inner": [("INNERGRID", (0, 0), (-1, -1), 0.5, black)],
    "columns": [
        ("LINEBELOW", (0, 0), (-1, 0), 0.5, black),
        ("LINEAFTER", (0, 0), (-2, -1), 0.5, black),
        ("BOX", (0, 0), (-1, -1), 0.5, black),
    ],
    "rows in a box": [
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, black),
        ("BOX", (0, 0), (-1, -1), 0.5, black),
    ],
}
"""The ways of drawing a table that leave some or all of its grid out."""


@dataclass(frozen=True, slots=True)
class Open:
    """A table drawn in one of the ways of `RULES`; its first row is bold if `header`.

    That row may be set in another size, `head_size`; on a dark head it is white.
    """

    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    rules: str = "none"
    size: float = 10.0
    padding: float = 4.0
    aligned: Sequence[str] = ()
    middle: bool = False
    header: bool = True
    repeat: bool = False
    banners: Sequence[int] = ()
    head_size: float | None = None


def words(text: str, *, size: float = 11.0, bold: bool = False, indent: float = 0.0) -> Paragraph:
    """A paragraph; a bullet or number before a tab hangs out of it."""
    hung, tab, rest = text.rpartition("\t")
    style = ParagraphStyle(
        "words",
        fontName="Helvetica-Bold" if bold else "Helvetica",
        fontSize=size,
        leading=size * 1.2,
        leftIndent=indent + (36.0 if tab else 0.0),
        bulletIndent=indent,
        bulletFontSize=size,
        spaceAfter=8,
    )
    return Paragraph(rest, style, bulletText=hung or None)


def gap(points: float) -> Spacer:
    """White space."""
    return Spacer(1, points)


def columns(*paragraphs: str, count: int = 2) -> BalancedColumns:
    """Paragraphs set in columns."""
    return BalancedColumns(
        [words(text, size=10) for text in paragraphs], nCols=count, innerPadding=18
    )


def beside(left: Open, right: Open, apart: float) -> Table:
    """Two tables side by side."""
    pair = [[_table(left), "", _table(right)]]
    widths = [sum(left.widths), apart, sum(right.widths)]
    plain = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
    return Table(pair, widths, style=[*plain, ("VALIGN", (0, 0), (-1, -1), "TOP")])


def lay_out(path: Path, *items: Open | Flowable) -> Path:
    """Write the items to `path`, over as many pages as they need."""
    width, height = PAGE
    size = (width - 2 * MARGIN, height - 2 * MARGIN)
    frame = Frame(MARGIN, MARGIN, *size, 0, 0, 0, 0, id="text")  # tables stand where text does
    document = BaseDocTemplate(str(path), pagesize=PAGE, invariant=1)
    document.addPageTemplates(PageTemplate(frames=[frame]))
    document.build([_table(item) if isinstance(item, Open) else item for item in items])
    return path


def _table(item: Open) -> Table:
    pad = item.padding
    return Table(
        [_row(item, number) for number in range(len(item.rows))],
        item.widths,
        hAlign="LEFT",
        repeatRows=1 if item.repeat else 0,
        style=[
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE" if item.middle else "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 5),
            ("RIGHTPADDING", (0, 0), (-1, -1), 5),
            ("TOPPADDING", (0, 0), (-1, -1), pad),
            ("BOTTOMPADDING", (0, 0), (-1, -1), pad),
            *RULES[item.rules],
            *[("SPAN", (0, row), (-1, row)) for row in item.banners],
        ],
    )


def _row(item: Open, number: int) -> list[Paragraph]:
    bold = (item.header and number == 0) or number in item.banners
    aligned = item.aligned or ["left"] * len(item.widths)
    size = (number == 0 and item.head_size) or item.size
    ink = white if item.rules == "dark head" and number == 0 else black
    return [
        _cell(text, size, bold=bold, aligned=aligned[column], ink=ink)
        for column, text in enumerate(item.rows[number])
    ]


def _cell(text: str, size: float, *, bold: bool, aligned: str, ink: Color) -> Paragraph:
    style = ParagraphStyle(
        "cell",
        fontName="Helvetica-Bold" if bold else "Helvetica",
        fontSize=size,
        leading=size * 1.2,
        alignment=ALIGNMENTS[aligned],
        textColor=ink,
    )
    return Paragraph(text.replace("\n", "<br/>"), style)
