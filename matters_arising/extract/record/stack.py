"""Actions that one row lists under one another, each with its own owner or day."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from matters_arising.corpus.layout import Cell, Row

_OPENING = re.compile(r"(?:\(?(?:\d{1,2}|[a-z])[.)]|[•▪●·–-])\s+(?=\S)")
"""The number or the bullet that an item of a list opens with."""


def unstack(row: Row, action: int, charged: Collection[int]) -> tuple[Row, ...]:
    """A row for each action listed in its cell, where a `charged` cell has as many lines.

    The other cells hold for them all. The row as it is, where the lines do not tell apart.
    """
    cells = {cell.columns[0]: cell for cell in row.cells}
    items = _items(cells[action].text) if action in cells else ()
    lines = {column: cells[column].text.split("\n") for column in charged if column in cells}
    apart = {column for column, said in lines.items() if len(said) == len(items)}
    doubtful = any(len(said) > 1 for column, said in lines.items() if column not in apart)
    if len(items) < 2 or not apart or doubtful:
        return (row,)
    told = {action: items, **{column: tuple(lines[column]) for column in apart}}
    return tuple(
        replace(row, cells=tuple(_part(cell, told, index) for cell in row.cells))
        for index in range(len(items))
    )


def _items(text: str) -> tuple[str, ...]:
    """The items of a cell that is a list from its first line on."""
    items: list[str] = []
    for line in text.split("\n"):
        opening = _OPENING.match(line)
        if opening:
            items.append(line[opening.end() :])
        elif items:
            items[-1] += f"\n{line}"
        else:
            return ()
    return tuple(items)


def _part(cell: Cell, told: Mapping[int, tuple[str, ...]], index: int) -> Cell:
    texts = told.get(cell.columns[0])
    return replace(cell, text=texts[index]) if texts else cell
