"""What a reader gave: tables as it found them, one after another."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tables.gold import Cells


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table on the page where it begins; a cell merged with another is blank."""

    page: int
    rows: tuple[Cells, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader gave for each paper, and the CPU seconds that it took.

    `failed` has its words for each paper that it could not read.
    """

    version: str
    seconds: float
    tables: Mapping[str, tuple[FoundTable, ...]]
    failed: Mapping[str, str]


def found_table(page: int, rows: Iterable[Iterable[str | None]]) -> FoundTable:
    """A table from cells as readers give them, None for what is merged."""
    return FoundTable(page, tuple(tuple(cell or "" for cell in row) for row in rows))


def write_found(found: Found, path: Path) -> None:
    """Keep it as JSON."""
    tables = {
        paper: [[table.page, table.rows] for table in tables]
        for paper, tables in found.tables.items()
    }
    record = (found.version, found.seconds, tables, dict(found.failed))
    path.write_text(json.dumps(record), encoding="utf-8")


def load_found(path: Path) -> Found:
    """What `write_found` kept."""
    version, seconds, papers, failed = json.loads(path.read_text(encoding="utf-8"))
    tables = {
        paper: tuple(found_table(page, rows) for page, rows in tables)
        for paper, tables in papers.items()
    }
    return Found(version, seconds, tables, failed)
