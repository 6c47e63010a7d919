"""Cells and rows as they stand on one page."""

from dataclasses import dataclass

from matters_arising.corpus.paper import Box
from matters_arising.extract.reader.word import Line


@dataclass(frozen=True, slots=True)
class CellPiece:
    """The part of a cell that stands on one page, with its lines and its shade."""

    box: Box
    page: int
    lines: tuple[Line, ...]
    fill: str | None

    @property
    def text(self) -> str:
        """The lines joined by spaces."""
        return " ".join(line.text for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether all that is written in it is bold."""
        return bool(self.lines) and all(line.bold for line in self.lines)


@dataclass(frozen=True, slots=True)
class RowPiece:
    """A band of a table on one page; a cell merged over several bands stands in each."""

    cells: tuple[CellPiece, ...]

    @property
    def filled(self) -> tuple[CellPiece, ...]:
        """The cells in which something is written."""
        return tuple(cell for cell in self.cells if cell.lines)
