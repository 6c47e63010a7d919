"""Listings printed as a table, CSV, JSON or JSON Lines."""

import csv
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from matters_arising.cli.indent import indented_list
from matters_arising.cli.safe import disarm_cell, escape_json, on_one_line
from matters_arising.cli.shape import Shape, json_line

T = TypeVar("T")

UNKNOWN_WIDTH = 100
"""Columns of a table that goes to no terminal."""


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """A column of a table: its heading and what it says of a record.

    Columns with a `share` divide the width that the others leave; one with a `width` folds
    what is longer.
    """

    heading: str
    say: Callable[[T], str]
    share: int = 0
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """How records of one kind are printed; `fields` are the keys of their shape, in order."""

    fields: Sequence[str]
    shape: Callable[[T], Shape]
    columns: Sequence[Column[T]]


def print_listing(listing: Listing[T], records: Sequence[T], format_: str | None) -> None:
    """Print records in a format; None is a table on a terminal and CSV in a pipe."""
    chosen = format_ or ("table" if sys.stdout.isatty() else "csv")
    if chosen == "table":
        print_table(listing.columns, records)
    else:
        print_shapes(listing.fields, map(listing.shape, records), chosen)


def print_shapes(fields: Sequence[str], shapes: Iterable[Shape], format_: str) -> None:
    """Print shapes as `csv`, `json` or `jsonl`, each as soon as it comes."""
    if format_ == "csv":
        _print_csv(fields, shapes)
    elif format_ == "json":
        for piece in indented_list(shapes):
            sys.stdout.write(escape_json(piece))
    else:
        for shape in shapes:
            sys.stdout.write(f"{json_line(shape)}\n")


def _print_csv(fields: Sequence[str], shapes: Iterable[Shape]) -> None:
    """Rows of cells: places as their pages, lists joined, objects as JSON."""
    named = [name for name in fields if name != "places" or "pages" not in fields]
    print_rows(
        ["pages" if name == "places" else name for name in named],
        ([_cell(name, shape[name]) for name in named] for shape in shapes),
    )


def print_rows(header: Sequence[str], rows: Iterable[Sequence[str | int | float]]) -> None:
    """CSV with every text disarmed; numbers of ours stay numbers."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    for row in (header, *rows):
        writer.writerow([disarm_cell(cell) if isinstance(cell, str) else cell for cell in row])


def _cell(name: str, value: Any) -> str | int | float:
    if value is None:
        return ""
    if name == "places":
        return join_numbers(place["page"] for place in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return value if isinstance(value, int | float) else str(value)


def join_numbers(numbers: Iterable[int]) -> str:
    """Numbers, each once: "13, 14"."""
    return ", ".join(map(str, dict.fromkeys(numbers)))


def terminal_width() -> int:
    """Columns of the terminal, or a usual width where there is none."""
    return shutil.get_terminal_size((UNKNOWN_WIDTH, 24)).columns


def print_table(columns: Sequence[Column[T]], records: Iterable[T]) -> None:
    """A table for people, as wide as the terminal; nothing of a cell is cut off."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=True)
    for column in columns:
        table.add_column(
            column.heading,
            ratio=column.share or None,
            width=column.width,
            overflow="fold",
            no_wrap=not (column.share or column.width),
        )
    for record in records:
        table.add_row(*(Text(on_one_line(column.say(record))) for column in columns))
    Console(file=sys.stdout, width=terminal_width(), highlight=False).print(table)


def shorten(text: str, words: int) -> str:
    """The first words of a text, with an ellipsis where more follow."""
    split = text.split()
    return " ".join(split[:words]) + (" …" if len(split) > words else "")
