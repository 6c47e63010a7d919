"""Which rows head a table or a part of it: headers and banners, told by their looks."""

from collections.abc import Sequence

from matters_arising.extract.table.header import count_known
from matters_arising.extract.table.mark import FIGURE
from matters_arising.extract.table.piece import RowPiece

LONGEST_HEADING = 80
"""A header cell holds fewer characters than this."""


def is_banner(row: RowPiece) -> bool:
    """One cell over the full width, shaded or bold: the section of the rows below."""
    return len(row.cells) == 1 and (row.cells[0].bold or row.cells[0].fill is not None)


def is_header(row: RowPiece) -> bool:
    """Two or more short headings, told by their looks or by at least two known words."""
    cells = row.filled
    if not _may_head(row) or any(FIGURE.match(cell.text) for cell in cells):
        return False
    known = count_known([cell.text for cell in cells])
    looks = all(cell.bold for cell in cells) and len(row.cells) - len(cells) <= 1
    shaded = all(cell.fill is not None for cell in row.cells)
    return (known >= 2 and (looks or shaded or known * 2 > len(cells))) or (looks and shaded)


def _may_head(row: RowPiece) -> bool:
    texts = [cell.text for cell in row.filled]
    return len(texts) >= 2 and all(len(text) <= LONGEST_HEADING for text in texts)


def _is_set_off(upper: RowPiece, lower: RowPiece) -> bool:
    """Whether a table's first row is short and bold, or shaded, and its second is neither."""
    if not _may_head(upper) or len(lower.cells) < 2 or len(upper.cells) - len(upper.filled) > 1:
        return False
    bold = all(cell.bold for cell in upper.filled) and not any(
        cell.bold for cell in lower.filled[1:]
    )
    shaded = all(cell.fill for cell in upper.cells) and not any(cell.fill for cell in lower.cells)
    return bold or (shaded and not any(FIGURE.match(cell.text) for cell in upper.filled))


def header_depth(rows: Sequence[RowPiece], *, opening: bool) -> int:
    """How many rows make up the header that begins here: none, one, or two.

    Two where a heading of the first row is merged down into the second, or spreads over
    several of its headings. `opening`: no row of the table stands above.
    """
    upper, lower = rows[0], rows[1] if len(rows) > 1 else None
    if lower is None:
        return int(is_header(upper))
    if not (is_header(upper) or (opening and _is_set_off(upper, lower))):
        return _is_tiered(rows) * 2 if opening else 0
    return 1 + _is_tiered(rows)


def _is_tiered(rows: Sequence[RowPiece]) -> bool:
    upper, lower, *body = rows
    merged = {cell.box for cell in upper.cells} & {cell.box for cell in lower.cells}
    heads = is_header(lower) or (bool(body) and _is_set_off(lower, body[0]))
    spread = 1 < len(upper.cells) < len(lower.cells) and heads
    set_off = all(cell.bold or cell.fill for row in (upper, lower) for cell in row.filled)
    return set_off and (bool(merged) or spread)
