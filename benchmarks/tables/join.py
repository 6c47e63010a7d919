"""The pieces of a table on each page put together, by the rule that people write themselves.

No peer joins a table over pages. So that they are not scored for that alone, each is scored
a second time after this: a table of as many columns on the next page goes on, its repeated
header is dropped, and a row without a first cell continues the row above it.
"""

from collections.abc import Iterable, Sequence

from benchmarks.tables.found import FoundTable
from benchmarks.tables.gold import Cells
from benchmarks.tables.score import squash


def join_tables(tables: Iterable[FoundTable]) -> tuple[FoundTable, ...]:
    """The tables of a paper, each with its pieces on the pages after it."""
    joined: list[tuple[int, int, list[Cells]]] = []
    for table in tables:
        above = next((i for i, draft in enumerate(joined) if _goes_on(draft, table)), None)
        if above is None:
            joined.append((table.page, table.page, list(table.rows)))
        else:
            first, _, rows = joined[above]
            joined[above] = (first, table.page, _add(rows, table.rows))
    return tuple(FoundTable(first, tuple(rows)) for first, _, rows in joined)


def _goes_on(draft: tuple[int, int, list[Cells]], table: FoundTable) -> bool:
    _, last, rows = draft
    return (
        last == table.page - 1 and bool(rows and table.rows) and _width(rows) == _width(table.rows)
    )


def _width(rows: Sequence[Cells]) -> int:
    return len(rows[0])


def _add(rows: Sequence[Cells], more: Sequence[Cells]) -> list[Cells]:
    header = [squash(cell) for cell in rows[0]]
    rest = list(more)
    if [squash(cell) for cell in rest[0]] == header:
        rest.pop(0)
    joined = list(rows)
    if rest and len(joined) > 1 and not rest[0][0].strip():
        lower = rest.pop(0)
        joined[-1] = tuple(f"{a} {b}".strip() for a, b in zip(joined[-1], lower, strict=True))
    return [*joined, *rest]
