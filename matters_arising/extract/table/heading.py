"""Which rows head a table or a part of it: headers and banners, told by their looks."""

from collections.abc import Iterable, Sequence

from matters_arising.extract.table.header import count_known, name_column, read_labelled
from matters_arising.extract.table.mark import DATUM, FIGURE, REF
from matters_arising.extract.table.piece import CellPiece, RowPiece

LONGEST_HEADING = 80
"""A header cell holds fewer characters than this."""

FEWEST_BLANK = 2
"""Blank cells beside a title, with its ref, that make them the head of the rows below."""

FEWEST_DATA = 2
"""Rows of data that tell a row of words over them a header."""


def is_banner(row: RowPiece) -> bool:
    """One cell over the full width, shaded or bold: the section of the rows below.

    One that opens with "Progress:" tells of the row above. A bold title with its
    ref, beside cells that say nothing, is such a section too.
    """
    if len(row.cells) > 1:
        return _is_title(row)
    if not (row.cells[0].bold or row.cells[0].fill is not None):
        return False
    return (read_labelled(row.cells[0].text) or ("", ""))[0] != "update"


def _is_title(row: RowPiece) -> bool:
    filled = row.filled
    if len(row.cells) < FEWEST_BLANK + 2 or not 0 < len(filled) <= 2:
        return False
    ref, title = filled[:-1], filled[-1]
    opens = filled[0] is row.cells[0] and all(REF.match(cell.text) for cell in ref)
    worded = any(map(str.isalpha, title.text)) and not DATUM.match(title.text)
    return opens and worded and len(ref) == 1 and all(cell.bold for cell in filled)


def is_header(row: RowPiece) -> bool:
    """Two or more short headings, told by their looks or by at least two known words."""
    cells = row.filled
    if not _may_head(row) or any(FIGURE.match(cell.text) for cell in cells):
        return False
    known = count_known([cell.text for cell in cells])
    looks = all(cell.bold for cell in cells) and len(row.cells) - len(cells) <= 1
    shaded = all(cell.fill is not None for cell in row.cells)
    labels = len({cell.fill is None for cell in cells}) > 1  # each with its text beside it
    named = known * 2 > len(cells) and not labels
    return (known >= 2 and (looks or shaded or named)) or (looks and shaded)


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
        return (_is_tiered(rows) * 2 or int(_heads_data(rows))) if opening else 0
    return 1 + _is_tiered(rows)


def _heads_data(rows: Sequence[RowPiece]) -> bool:
    """Whether the first row is of words, and in a column under it stand figures, dates or marks.

    A form, whose first column holds the headings, has as many words beside them.
    """
    upper, *body = rows
    width = len(upper.cells)
    if len(body) < FEWEST_DATA or any(len(row.cells) != width for row in body):
        return False
    if not _may_head(upper) or len(upper.filled) < width or _hold_data(upper.cells):
        return False
    if any(name_column(row.cells[0].text) for row in body):
        return False
    return any(
        all(map(_is_datum, column)) for column in zip(*(r.cells[1:] for r in body), strict=True)
    )


def _hold_data(cells: Iterable[CellPiece]) -> bool:
    return any(DATUM.match(line.text) for cell in cells for line in cell.lines)


def _is_datum(cell: CellPiece) -> bool:
    return bool(DATUM.match(cell.text))


def are_set_alike(one: RowPiece, other: RowPiece) -> bool:
    """Whether both rows have cells of the same weight and shade: neither heads the other."""
    looks = ([(cell.bold, cell.fill) for cell in row.cells] for row in (one, other))
    return next(looks) == next(looks)


def _is_tiered(rows: Sequence[RowPiece]) -> bool:
    upper, lower, *body = rows
    merged = {cell.box for cell in upper.cells} & {cell.box for cell in lower.cells}
    heads = is_header(lower) or (bool(body) and _is_set_off(lower, body[0]))
    spread = 1 < len(upper.cells) < len(lower.cells) and heads
    set_off = all(cell.bold or cell.fill for row in (upper, lower) for cell in row.filled)
    return set_off and (bool(merged) or spread)
