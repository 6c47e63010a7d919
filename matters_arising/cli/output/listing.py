"""Listings printed as a table, CSV, JSON or JSON Lines."""

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from matters_arising.cli.output.indent import indented_list
from matters_arising.cli.output.safe import disarm_cell, escape_json
from matters_arising.cli.output.shape import Shape, json_line
from matters_arising.cli.output.table import Column, print_table
from matters_arising.cli.session import Session
from matters_arising.corpus.paper import Place
from matters_arising.export.cell import flat_cell

T = TypeVar("T")

NONE_FOUND = "Nothing in the library matches."


@dataclass(frozen=True, slots=True)
class Listing(Generic[T]):
    """How records of one kind are printed; `fields` are the keys of their shape, in order."""

    fields: Sequence[str]
    shape: Callable[[T], Shape]
    columns: Sequence[Column[T]]


def print_found(
    session: Session, listing: Listing[T], records: Sequence[T], format_: str | None
) -> None:
    """Print the records that were asked for; where there are none, say so too."""
    print_listing(listing, records, format_)
    if not records:
        session.tell(NONE_FOUND)


def print_listing(listing: Listing[T], records: Sequence[T], format_: str | None) -> None:
    """Print records in a format; None is a table on a terminal and CSV in a pipe."""
    chosen = choose_format(format_)
    if chosen == "table":
        print_table(listing.columns, records)
    else:
        print_shapes(listing.fields, map(listing.shape, records), chosen)


def choose_format(format_: str | None) -> str:
    """The format asked for, else a table on a terminal and CSV in a pipe."""
    return format_ or ("table" if sys.stdout.isatty() else "csv")


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
    if name == "places" and value is not None:
        return join_numbers(place["page"] for place in value)
    return flat_cell(value)


def join_numbers(numbers: Iterable[int]) -> str:
    """Numbers, each once: "13, 14"."""
    return ", ".join(map(str, dict.fromkeys(numbers)))


def say_count(count: int, noun: str) -> str:
    """Such as "1 paper" or "1,204 papers"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def list_pages(places: Iterable[Place]) -> str:
    """The pages of places, each once: "13, 14"."""
    return join_numbers(place.page for place in places)


def shorten(text: str, words: int, *, whole: bool = False) -> str:
    """The first words of a text, with an ellipsis where more follow; all if `whole`."""
    from matters_arising.index.answer.say import shorten as take_words

    return text if whole else take_words(text, words)
