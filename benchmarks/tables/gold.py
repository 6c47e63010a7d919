"""What a reader must give: whole logical tables, however many pages they run over."""

from dataclasses import dataclass
from pathlib import Path

Cells = tuple[str, ...]
"""A text a column; what is merged over several rows or columns stands in the first."""


@dataclass(frozen=True, slots=True)
class GoldRow:
    """A logical row; `split` where a page ends within it."""

    cells: Cells
    split: bool = False


@dataclass(frozen=True, slots=True)
class GoldTable:
    """A logical table: its header once, of one row or two or none, then its rows."""

    header: tuple[Cells, ...]
    rows: tuple[GoldRow, ...]

    @property
    def grid(self) -> tuple[Cells, ...]:
        """Header and rows."""
        return (*self.header, *(row.cells for row in self.rows))


@dataclass(frozen=True, slots=True)
class GoldPaper:
    """A PDF and the tables in it; `layout` names the kind of its layout."""

    path: Path
    layout: str
    pages: int
    tables: tuple[GoldTable, ...]
