"""Tables as one XLSX workbook for people; the only module that knows openpyxl."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from matters_arising.export.dictionary import NOTES, PAGES, Field
from matters_arising.export.link import Links
from matters_arising.export.safe import disarm_cell
from matters_arising.export.table import Line, Table, pages_of, say_pages, value_of

LONGEST_CELL = 32_767
MOST_LINKS = 65_530
"""What Excel takes in a cell, and in a sheet; it calls a file with more damaged."""

_CUT = " … (cut: a cell holds no more; the CSV has the whole)"

_TOP = Alignment(vertical="top", wrap_text=True)
_TOP_RIGHT = Alignment(vertical="top", horizontal="right")
_PLAIN = Font(name="Calibri", size=11)
_BOLD = Font(name="Calibri", size=11, bold=True)
_LINK = Font(name="Calibri", size=11, color="0563C1", underline="single")
_HEADING = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
_HEADING_FILL = PatternFill("solid", fgColor="1F3864")

_ABOUT_HEADINGS = (("Sheet", 14), ("Column", 22), ("Meaning", 90), ("Values", 50))


def write_workbook(tables: Sequence[Table], path: Path, *, links: Links) -> None:
    """Write a sheet for each table, and last one that says what the columns mean."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = "Matters arising"
    book.properties.creator = "matters export"
    for table in tables:
        _write_sheet(book.create_sheet(table.kind.heading), table, links)
    _write_about(book.create_sheet("About"), tables)
    book.save(path)


def _write_sheet(sheet: Worksheet, table: Table, links: Links) -> None:
    fields = list(table.kind.flat_fields())
    _write_headings(sheet, [(field.heading, field.width) for field in fields])
    for row, line in enumerate(table.lines, 2):
        for column, field in enumerate(fields, 1):
            _write(sheet.cell(row, column), _content(line, field))
    _link_rows(sheet, table, fields, links)
    sheet.auto_filter.ref = sheet.dimensions


def _link_rows(sheet: Worksheet, table: Table, fields: Sequence[Field], links: Links) -> None:
    """Make the page of each record lead there; a paper's name leads to its first page."""
    column = 1 + (fields.index(PAGES) if PAGES in fields else 0)
    for row, line in enumerate(table.lines[:MOST_LINKS], 2):
        address = links.to_page(line.paper, next(iter(pages_of(line)), 1))
        if address:
            cell = sheet.cell(row, column)
            cell.hyperlink = address
            cell.font = _LINK


def _write_headings(sheet: Worksheet, headings: Sequence[tuple[str, int]]) -> None:
    """A first row that stays in sight, on screen and on every page that is printed."""
    for column, (heading, width) in enumerate(headings, 1):
        cell = sheet.cell(1, column)
        _write(cell, heading)
        cell.font, cell.fill = _HEADING, _HEADING_FILL
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _content(line: Line, field: Field) -> str | int | float | None:
    """What a cell says: lists a line each, dates as text since a month is no day."""
    if field is PAGES:
        return say_pages(line)
    value: Any = value_of(line, field)
    if field.form == "texts":
        return "\n".join(value)
    if field.form == "columns":
        return "\n".join(f"{name}: {text}" for name, text in value.items())
    content: str | int | float | None = value
    return content


def _write(cell: Cell, content: str | int | float | None) -> None:
    """Fill a cell; text is written as text, whatever it begins with."""
    cell.font, cell.alignment = _PLAIN, _TOP
    if isinstance(content, str):
        if content:
            cell.value = _fit(disarm_cell(content))
            cell.data_type = "s"  # else `#N/A` in a paper would be an error of the sheet
    elif content is not None:
        cell.value = content
        cell.alignment = _TOP_RIGHT


def _fit(text: str) -> str:
    return text if len(text) <= LONGEST_CELL else text[: LONGEST_CELL - len(_CUT)] + _CUT


def _write_about(sheet: Worksheet, tables: Sequence[Table]) -> None:
    _write_headings(sheet, _ABOUT_HEADINGS)
    for table in tables:
        _add_row(sheet, (table.kind.heading, "", table.kind.meaning), bold=True)
        for field in table.kind.flat_fields():
            values = ", ".join(field.values)
            _add_row(sheet, (table.kind.heading, field.heading, field.meaning, values))
    for note in NOTES:
        _add_row(sheet, ("All files", "", note))


def _add_row(sheet: Worksheet, texts: Sequence[str], *, bold: bool = False) -> None:
    row = sheet.max_row + 1
    for column, text in enumerate(texts, 1):
        _write(sheet.cell(row, column), text.replace("`", ""))
        if bold:
            sheet.cell(row, column).font = _BOLD
