"""Logical cells: the pieces on each page as one text, paragraphs kept."""

from collections.abc import Sequence

from matters_arising.corpus.layout import Cell
from matters_arising.corpus.paper import Place
from matters_arising.extract.reader.flow import (
    ends_paragraph,
    flow_text,
    join_wrapped,
    usual_leading,
)
from matters_arising.extract.table.piece import CellPiece


def finish_cell(span: tuple[int, int], pieces: Sequence[CellPiece]) -> Cell:
    """The cell that the pieces on each page make up; `span` are its first and last column."""
    text = ""
    for upper, lower in zip([None, *pieces[:-1]], pieces, strict=True):
        flowed = _flow(lower)
        if upper is not None and upper.lines and lower.lines and _paragraph_between(upper, lower):
            text += "\n" + flowed
        else:
            text = join_wrapped(text, flowed)
    places = tuple(Place(piece.page, piece.box) for piece in pieces)
    return Cell(text, span, places, next((p.fill for p in pieces if p.fill), None))


def _margins(piece: CellPiece) -> tuple[float, float]:
    """Left and right of the room for text: the padding on the right is that on the left."""
    padding = min(max(min(line.box[0] for line in piece.lines) - piece.box[0], 0.0), 6.0)
    reach = max(line.box[2] for line in piece.lines)
    return piece.box[0] + padding, max(piece.box[2] - padding, reach)


def _flow(piece: CellPiece) -> str:
    return flow_text(piece.lines, *_margins(piece)) if piece.lines else ""


def _paragraph_between(upper: CellPiece, lower: CellPiece) -> bool:
    """Whether a new paragraph begins at the page break within a cell."""
    left, right = _margins(upper)
    leading = usual_leading(upper.lines)
    return ends_paragraph(upper.lines[-1], lower.lines[0], left, right, leading)
