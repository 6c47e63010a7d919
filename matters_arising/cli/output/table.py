"""Records as a table for people, as wide as the terminal, with nothing of a cell cut off.

What rich draws as a table takes it 1.7 ms a row, and a register has thousands.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from math import ceil
from typing import Generic, TypeVar

from matters_arising.cli.output.safe import on_one_line
from matters_arising.cli.output.terminal import print_head, print_rule, terminal_width

T = TypeVar("T")

_GAPS = (3, 1)
"""Spaces between columns: the second where the first would leave a column too narrow."""

_NARROWEST = 6
"""Letters in a line of a column, below which columns without a share give way too."""


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


def print_table(columns: Sequence[Column[T]], records: Iterable[T]) -> None:
    """Print the records under the columns' headings, each cell over as many lines as it needs."""
    head = [on_one_line(column.heading) for column in columns]
    rows = [[on_one_line(column.say(record)) for column in columns] for record in records]
    wanted = [
        column.width or _widest([head[n], *(row[n] for row in rows)])
        for n, column in enumerate(columns)
    ]
    width = terminal_width()
    gap, widths = fit(wanted, [column.share for column in columns], width)
    for line in _lines(head, widths, gap):
        print_head(line)
    print_rule(width)
    for row in rows:
        for line in _lines(row, widths, gap):
            sys.stdout.write(f"{line}\n")


def fit(wanted: Sequence[int], shares: Sequence[int], width: int) -> tuple[int, list[int]]:
    """The spaces between columns and the width of each, so that all together fill `width`.

    A column without a share has what it wants, unless too little would be left to the others.
    """
    kept = sum(want for want, share in zip(wanted, shares, strict=True) if not share)
    least = _NARROWEST * sum(map(bool, shares))
    for gap in _GAPS:
        room = width - gap * (len(shares) - 1)
        if room - kept >= least:
            return gap, list(_divide(wanted, shares, room - kept))
    return gap, list(_divide(wanted, [share or 1 for share in shares], room))


def _divide(wanted: Sequence[int], shares: Sequence[int], room: int) -> Iterator[int]:
    """The width of each column: its share of the room, at least 1, or else what it wants."""
    left = sum(shares)
    for want, share in zip(wanted, shares, strict=True):
        if not share:
            yield want
            continue
        width = max(1, ceil(room * share / left))
        room, left = room - width, left - share
        yield width


def _widest(texts: Iterable[str]) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, texts))


def _lines(cells: Sequence[str], widths: Sequence[int], gap: int) -> Iterator[str]:
    """A row's cells side by side."""
    from rich.cells import cell_len

    folded = [fold(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for pieces in zip_longest(*folded, fillvalue=""):
        padded = (
            piece + " " * (width - cell_len(piece))
            for piece, width in zip(pieces, widths, strict=True)
        )
        yield (" " * gap).join(padded).rstrip()


def fold(text: str, width: int) -> list[str]:
    """The text in lines no wider than `width`, broken at spaces or, in a longer word, anywhere.

    Some letters are two columns wide and some none, as a terminal shows them.
    """
    from rich.cells import cell_len, chop_cells

    if cell_len(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for word in text.split(" "):
        wide = cell_len(word)
        if line and used + 1 + wide <= width:
            line, used = f"{line} {word}", used + 1 + wide
            continue
        if line:
            lines.append(line)
        *whole, line = chop_cells(word, width) if wide > width else [word]
        lines.extend(whole)
        used = cell_len(line)
    return [*lines, line]
