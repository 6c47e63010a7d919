"""What a reader gave against what it should: rows whole, rows split, rows falsely merged."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.tables.found import FoundTable
from benchmarks.tables.gold import Cells, GoldPaper, GoldRow, GoldTable

SHORTEST_MARK = 8
"""Fewer letters than this do not tell a row from others."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Rows that there are and rows that were given exactly; of these, the ones split by a page.

    `merged` counts given rows that hold more than one row, `given` all but headers.
    """

    rows: int = 0
    exact: int = 0
    split: int = 0
    split_exact: int = 0
    merged: int = 0
    given: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.rows + other.rows,
            self.exact + other.exact,
            self.split + other.split,
            self.split_exact + other.split_exact,
            self.merged + other.merged,
            self.given + other.given,
        )


def squash(text: str) -> str:
    """The text without white space, which readers set as they like."""
    return "".join(text.split())


def score_paper(gold: GoldPaper, found: Sequence[FoundTable]) -> Tally:
    """Count the rows of a paper that were given exactly: each cell's text, letter for letter."""
    rows = [row for table in gold.tables for row in table.rows]
    given = Counter(cells for table in found for cells in _given_rows(table))
    exact = list(_exact(rows, given))
    headers = {_key(cells) for table in gold.tables for cells in table.header}
    marks = _marks(rows)
    return Tally(
        rows=len(rows),
        exact=sum(exact),
        split=sum(row.split for row in rows),
        split_exact=sum(row.split for row, found_it in zip(rows, exact, strict=True) if found_it),
        merged=sum(n for key, n in given.items() if _holds(key, marks) > 1),
        given=sum(n for key, n in given.items() if key not in headers),
    )


def _key(cells: Cells) -> Cells:
    return tuple(squash(cell) for cell in cells)


def _given_rows(table: FoundTable) -> Iterator[Cells]:
    """The table's rows, without the columns in which it has nothing."""
    rows = [_key(cells) for cells in table.rows]
    columns = max(map(len, rows), default=0)
    used = [i for i in range(columns) if any(i < len(row) and row[i] for row in rows)]
    for row in rows:
        if any(row):
            yield tuple(row[i] if i < len(row) else "" for i in used)


def _exact(rows: Iterable[GoldRow], given: Mapping[Cells, int]) -> Iterator[bool]:
    """For each row, whether it was given; no given row stands for two."""
    left = dict(given)
    for row in rows:
        key = _key(row.cells)
        there = left.get(key, 0) > 0
        if there:
            left[key] -= 1
        yield there


def _marks(rows: Sequence[GoldRow]) -> tuple[str, ...]:
    """For each row, the text of its longest cell's beginning, where no other row has it too."""
    whole = ["|".join(_key(row.cells)) for row in rows]
    marks = (max(_key(row.cells), key=len)[:40] for row in rows)
    return tuple(
        mark
        for mark in marks
        if len(mark) >= SHORTEST_MARK and sum(mark in text for text in whole) == 1
    )


def _holds(row: Cells, marks: Iterable[str]) -> int:
    """How many rows' marks stand in a given row."""
    text = "|".join(row)
    return sum(mark in text for mark in marks)


@dataclass(frozen=True, slots=True)
class Pair:
    """A table that there is and the one given for it, None where there is none."""

    gold: GoldTable
    found: FoundTable | None


def pair_tables(gold: GoldPaper, found: Sequence[FoundTable]) -> list[Pair]:
    """Each table of a paper with the given one that shares most of its words."""
    left = list(found)
    pairs = []
    for table in gold.tables:
        words = _words(table.grid)
        best = max(left, key=lambda f: (_words(f.rows) & words).total(), default=None)
        if best is None or not (_words(best.rows) & words):
            pairs.append(Pair(table, None))
        else:
            left.remove(best)
            pairs.append(Pair(table, best))
    return pairs


def _words(rows: Iterable[Cells]) -> Counter[str]:
    return Counter(word for cells in rows for cell in cells for word in cell.split())
