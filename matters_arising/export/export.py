"""Every record of a library as files that others can use. Orders the writers."""

from dataclasses import dataclass
from pathlib import Path

from matters_arising.export.csv_file import write_csv
from matters_arising.export.folder import replaced_folder
from matters_arising.export.json_lines import write_json_lines
from matters_arising.export.link import find_links
from matters_arising.export.package import is_package_of_ours, write_dictionary, write_package
from matters_arising.export.parquet import write_parquet
from matters_arising.export.table import Table, make_tables
from matters_arising.export.workbook import write_workbook
from matters_arising.library import Library

WORKBOOK = "matters.xlsx"
PACKAGE = "datapackage.json"
DICTIONARY = "data-dictionary.md"

_WRITERS = {"csv": write_csv, "jsonl": write_json_lines, "parquet": write_parquet}


@dataclass(frozen=True, slots=True)
class Count:
    """How many records of a kind were exported."""

    kind: str
    records: int


def export_library(
    library: Library, folder: Path, *, papers: Path | None = None
) -> tuple[Count, ...]:
    """Write every record into `folder`, all files or none; an earlier export is replaced.

    `papers` is a folder of the PDFs, for links from the workbook to their pages. Raises
    MattersArisingError where `folder` holds anything but an export.
    """
    tables = make_tables(library)
    with replaced_folder(folder, may_replace=lambda place: _is_export(place, tables)) as aside:
        for table in tables:
            for suffix, write in _WRITERS.items():
                write(table, aside / f"{table.kind.name}.{suffix}")
        links = find_links(library.papers(), papers)
        write_workbook(tables, aside / WORKBOOK, links=links)
        write_package(tables, aside / PACKAGE, workbook=WORKBOOK)
        write_dictionary(tables, aside / DICTIONARY)
    return tuple(Count(table.kind.name, len(table.lines)) for table in tables)


def _is_export(place: Path, tables: tuple[Table, ...]) -> bool:
    """Whether a folder is an export and nothing else: a file of somebody's own is to stay."""
    ours = {f"{table.kind.name}.{suffix}" for table in tables for suffix in _WRITERS}
    ours |= {WORKBOOK, PACKAGE, DICTIONARY}
    return {entry.name for entry in place.iterdir()} <= ours and is_package_of_ours(place / PACKAGE)
