"""Tables printed wider than a page: columns that stand on a later page than the first ones."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from matters_arising.extract.table.header import name_columns, stem_heading
from matters_arising.extract.table.logical import OpenRow, TableDraft
from matters_arising.extract.table.piece import CellPiece

LEVEL = 2.0
"""Rows of one table stand level on both pages, within this many points."""

FEWEST_ROWS = 3
"""Rows, the header among them, that tell that two tables are one."""


def join_widths(drafts: Iterable[TableDraft]) -> list[TableDraft]:
    """The tables, each with the columns that a later page holds for want of width.

    Such columns go with the rows of a plan: they have no actions of their own, and their rows
    bear the same refs again or stand as high on the page as the plan's.
    """
    joined: list[TableDraft] = []
    for draft in drafts:
        at = next((i for i, wide in enumerate(joined) if _goes_with(wide, draft)), None)
        if at is None:
            joined.append(draft)
        else:
            joined[at] = _join(joined[at], draft)
    return joined


def _goes_with(left: TableDraft, right: TableDraft) -> bool:
    """Whether the rows of a later table are the rest of an earlier one's."""
    rows = len(left.rows)
    if not FEWEST_ROWS <= rows == len(right.rows) or right.fragments[0].page <= left.page:
        return False
    fields, others = name_columns(left.header), name_columns(right.header)
    if "action" not in fields or "action" in others or not any(others):
        return False
    again = _repeats_refs(left, right)
    shared = {*_stems(left.header)} & {*_stems(right.header[again:])}
    return not shared and (bool(again) or ("ref" not in others and _are_level(left, right)))


def _stems(header: Sequence[str]) -> Iterable[str]:
    return filter(None, map(stem_heading, header))


def _repeats_refs(left: TableDraft, right: TableDraft) -> int:
    """How many columns the later table repeats: the first one, or none."""
    columns = [[_text(row) for row in table.rows] for table in (left, right)]
    return int(columns[0] == columns[1] and len(set(columns[0])) == len(columns[0]))


def _text(row: OpenRow) -> str:
    """What a row says in its first column."""
    return " ".join(piece.text for span, pieces in row.cells if span[0] == 0 for piece in pieces)


def _are_level(left: TableDraft, right: TableDraft) -> bool:
    """Whether each row stands as high on its page as its rest, and all on pages as far apart."""
    pairs = list(zip(left.rows, right.rows, strict=True))
    apart = {_first(b)[0] - _first(a)[0] for a, b in pairs}
    return len(apart) == 1 and all(
        abs(one - other) <= LEVEL
        for a, b in pairs
        for one, other in zip(_first(a)[1:], _first(b)[1:], strict=True)
    )


def _first(row: OpenRow) -> tuple[int, float, float]:
    """The page that a row begins on, and its top and bottom there."""
    piece = row.cells[0][1][0]
    return piece.page, piece.box[1], piece.box[3]


def _join(left: TableDraft, right: TableDraft) -> TableDraft:
    again, width = _repeats_refs(left, right), len(left.header)
    rows = [
        replace(row, cells=[*row.cells, *_moved(other, again, width - again)])
        for row, other in zip(left.rows, right.rows, strict=True)
    ]
    return TableDraft(
        [*left.columns, *right.columns[again:]],
        (*left.header, *right.header[again:]),
        [*left.fragments, *right.fragments],
        rows,
        [*left.doubts, *right.doubts],
        left.banner,
    )


def _moved(row: OpenRow, again: int, by: int) -> Iterable[tuple[tuple[int, int], list[CellPiece]]]:
    """The cells of a row, without the column it repeats, so many columns to the right."""
    return (
        ((first + by, last + by), pieces) for (first, last), pieces in row.cells if first >= again
    )
