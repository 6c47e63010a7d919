"""Papers, their parts and their tables as people and programs read them."""

from collections.abc import Callable, Sequence
from textwrap import fill

import click

from matters_arising.cli.output.audit import say_audit
from matters_arising.cli.output.listing import join_numbers, list_pages, print_rows, print_shapes
from matters_arising.cli.output.outline import Item
from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.output.shape import Shape, field_names, json_line, json_text, shape_record
from matters_arising.cli.output.table import Column, print_table
from matters_arising.cli.output.terminal import terminal_width
from matters_arising.corpus.layout import Row, Table
from matters_arising.corpus.paper import Paper
from matters_arising.corpus.reading import Reading

_FIELDS = field_names(Item)

_SHOWN_PAGES = 2
"""So many pages are named; more are said as the first and the last."""


def print_outline(reading: Reading, items: Sequence[Item], format_: str) -> None:
    """A paper's outline, with what should make one doubt it."""
    if format_ == "json":
        paper = shape_record(reading.paper)
        lost = {"characters": reading.audit.characters, "lost": reading.audit.lost}
        items_shape = [shape_record(item) for item in items]
        click.echo(json_text({"paper": paper["name"], **paper, **lost, "items": items_shape}))
    elif format_ == "table":
        for line in (*_describe(reading), ""):
            click.echo(on_one_line(line))
        _print_text(items)
    else:
        print_shapes(_FIELDS, [shape_record(item) for item in items], format_)


def print_items(paper: Paper, items: Sequence[Item], format_: str) -> None:
    """Parts of a paper, each with its pages."""
    shapes = [shape_record(item) for item in items]
    if format_ == "json":
        click.echo(json_text({"paper": paper.name, "items": shapes}))
    elif format_ == "table":
        _print_text(items)
    else:
        print_shapes(_FIELDS, shapes, format_)


def print_paper_table(paper: Paper, number: int, table: Table, format_: str) -> None:
    """A table of a paper, whole."""
    rows = [row for row in table.rows if row.kind != "header"]
    if format_ == "json":
        click.echo(json_text({"paper": paper.name, "table": number, **shape_record(table)}))
    elif format_ == "jsonl":
        for row in rows:
            click.echo(json_line(_row_shape(row)))
    elif format_ == "csv":
        print_rows(
            [*table.header, "banner", "pages"],
            ([*_texts(row, table), row.banner or "", _row_pages(row)] for row in rows),
        )
    else:
        _print_table_text(table, rows)
        for doubt in table.doubts:
            click.echo(on_one_line(f"Doubtful: {doubt}"))


def _row_shape(row: Row) -> Shape:
    return {**shape_record(row), "places": [shape_record(place) for place in row.places]}


def _print_table_text(table: Table, rows: Sequence[Row]) -> None:
    columns = [
        Column(heading, _teller(table, position), share=1)
        for position, heading in enumerate(table.header)
    ]
    print_table([*columns, Column("Page", _row_pages)], rows)


def _teller(table: Table, position: int) -> Callable[[Row], str]:
    return lambda row: _texts(row, table)[position]


def _texts(row: Row, table: Table) -> list[str]:
    """The row's texts, one a column; a cell over several columns stands in its first."""
    width = max([len(table.header), *(cell.columns[1] + 1 for cell in row.cells)])
    texts = [""] * width
    for cell in row.cells:
        texts[cell.columns[0]] = cell.text
    return texts


def _row_pages(row: Row) -> str:
    return list_pages(row.places)


def _describe(reading: Reading) -> list[str]:
    """The paper in a few lines, and every warning about it."""
    paper = reading.paper
    facts = (paper.date, paper.committee, paper.kind, f"{paper.pages} pages", paper.name)
    doubts = [
        f"Doubtful: table {number}: {doubt}"
        for number, table in enumerate(reading.tables, 1)
        for doubt in table.doubts
    ]
    warnings = [f"Warning: {warning}" for warning in paper.warnings]
    if reading.audit.lost:
        warnings.append(f"Warning: {say_audit(reading.audit)}")
    return [paper.title, " · ".join(fact for fact in facts if fact), *warnings, *doubts]


def _print_text(items: Sequence[Item]) -> None:
    width = terminal_width()
    for item in items:
        indent = "  " * item.level
        said = f"{_say_item(item)}  ({_say_pages(item.pages)})"
        click.echo(fill(on_one_line(said), width, initial_indent=indent, subsequent_indent=indent))


def _say_item(item: Item) -> str:
    if item.kind == "table":
        return f"Table {item.number}, {item.rows} rows: {item.text}"
    return f"{item.number} {item.text}" if item.number else item.text


def _say_pages(pages: Sequence[int]) -> str:
    if len(pages) == 1:
        return f"page {pages[0]}"
    named = len(pages) <= _SHOWN_PAGES
    return f"pages {join_numbers(pages)}" if named else f"pages {pages[0]}–{pages[-1]}"
