"""Rows that only white parts, within one band of a grid whose columns are ruled."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from matters_arising.extract.reader.word import Line
from matters_arising.extract.table.mark import REF
from matters_arising.extract.table.piece import CellPiece, RowPiece

APART = 1.15
"""Rows stand further from each other than their lines do by this factor."""

TIGHTEST = 1.35
"""Lines of one cell stand no further apart than this many times their size."""

LEVEL = 2.0
"""Lines of one row that open its cells stand level within this many points."""


def part_rows(row: RowPiece) -> Iterator[RowPiece]:
    """The rows in a band of the grid: one, or as many as it has refs with white over them."""
    cuts = _cuts(row)
    tops = (row.cells[0].box[1], *cuts)
    for top, bottom in pairwise((*tops, row.cells[0].box[3])):
        yield RowPiece(tuple(_between(cell, top, bottom) for cell in row.cells)) if cuts else row


def _cuts(row: RowPiece) -> tuple[float, ...]:
    """The heights at which a ref begins a further row; none unless every ref does."""
    refs, others = row.cells[0].lines, row.cells[1:]
    if len(refs) < 2 or not all(_is_ref(line) for line in refs) or not _is_level(row):
        return ()
    leading = _leading(row)
    lines = [line for cell in row.cells for line in cell.lines]
    cuts = [_cut_over(ref, lines, others, leading) for ref in refs]
    later = [cut for ref, cut in zip(refs, cuts, strict=True) if _is_under(ref, lines)]
    return tuple(cut for cut in later if cut is not None) if None not in later else ()


def _leading(row: RowPiece) -> float:
    """How close the lines of a cell stand, in points."""
    pairs = (pair for cell in row.cells for pair in pairwise(cell.lines))
    steps = ((lower.baseline - upper.baseline, lower.size) for upper, lower in pairs)
    tight = TIGHTEST * max(line.size for cell in row.cells for line in cell.lines)
    return min([tight, *(step for step, size in steps if step >= 0.9 * size)])


def _is_ref(line: Line) -> bool:
    return bool(REF.match(line.text)) and any(map(str.isdigit, line.text))


def _is_level(row: RowPiece) -> bool:
    """Whether no cell reaches beyond the band."""
    first = row.cells[0].box
    return all(abs(cell.box[i] - first[i]) < LEVEL for cell in row.cells for i in (1, 3))


def _is_under(ref: Line, lines: Sequence[Line]) -> bool:
    return any(line.baseline < ref.baseline - LEVEL for line in lines)


def _cut_over(
    ref: Line, lines: Sequence[Line], others: Sequence[CellPiece], leading: float
) -> float | None:
    """Half way up the white over a ref that stands level with another cell's opening line."""
    above = [line for line in lines if line.baseline < ref.baseline - LEVEL]
    last = max((line.baseline for line in above), default=0.0)
    level = any(
        abs(line.baseline - ref.baseline) <= LEVEL for cell in others for line in cell.lines
    )
    apart = ref.baseline - last > APART * leading
    if not (above and level and apart):
        return None
    return (ref.box[1] + max(line.box[3] for line in above)) / 2


def _between(cell: CellPiece, top: float, bottom: float) -> CellPiece:
    """What of a cell stands between two heights."""
    x0, _, x1, _ = cell.box
    lines = tuple(line for line in cell.lines if top <= (line.box[1] + line.box[3]) / 2 < bottom)
    return replace(cell, box=(x0, top, x1, bottom), lines=lines)
