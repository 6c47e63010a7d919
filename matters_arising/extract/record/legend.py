"""A paper's own key of ratings: the colours and words of its plans, and what it means by them."""

import re
from collections.abc import Iterator, Sequence

from matters_arising.corpus.layout import Cell, Table
from matters_arising.extract.phrase.status import Legend, is_label, name_colour, read_legend

LEGEND_HEADINGS = re.compile(r"\b(?:colou?r|rag|brag|rating|status|key)\b", re.I)
MEANING_HEADINGS = re.compile(r"\b(?:definition|meaning|description|explanation|means)\b", re.I)

FEWEST_LABELS = 2
"""Labels that make a table without the headings of a key one all the same."""


def find_legend(tables: Sequence[Table]) -> Legend:
    """The key of ratings in the two-column tables that define them.

    A label may be a word, a letter, or nothing but the colour of its cell.
    """
    return read_legend(pair for table in tables for pair in _definitions(table))


def _definitions(table: Table) -> Iterator[tuple[str, str]]:
    pairs = [
        (_label(row.cells[0]), row.cells[1].text)
        for row in table.rows
        if len(row.cells) == 2 and row.kind in ("body", "header")
    ]
    if _is_headed(table) or sum(is_label(label) for label, _ in pairs) >= FEWEST_LABELS:
        yield from pairs


def _is_headed(table: Table) -> bool:
    return (
        len(table.header) == 2
        and bool(LEGEND_HEADINGS.search(table.header[0]))
        and bool(MEANING_HEADINGS.search(table.header[1]))
    )


def _label(cell: Cell) -> str:
    return cell.text.strip() or name_colour(cell.fill) or ""
