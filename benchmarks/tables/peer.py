"""The readers side by side: `python -m benchmarks.tables.peer READER OUT PAPER…` runs one.

Each is run as its own manual says, with no tuning to these pages, in a process of its own.
Its libraries are imported here and nowhere else, so that none is needed by the project, and
the seconds count from when they are.
"""

import json
import os
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.tables.found import Found, FoundTable, found_table, write_found

Tables = Iterable[FoundTable]
Reading = Iterator[tuple[Path, Tables | Exception]]


def read_with_ours(papers: Sequence[Path]) -> Reading:
    """This project: the whole reading, of which the tables are a part."""
    from matters_arising.extract.reading import read_paper

    def read(path: Path) -> Iterator[FoundTable]:
        for table in read_paper(path).tables:
            seen: set[object] = set()
            rows = []
            for row in table.rows:
                cells = [""] * len(table.header)
                for cell in row.cells:
                    cells[cell.columns[0]] += "" if cell.places in seen else cell.text
                    seen.add(cell.places)
                rows.append(cells)
            yield found_table(table.places[0].page, rows)

    return _one_by_one(read, papers)


def read_with_pdfplumber(papers: Sequence[Path]) -> Reading:
    """pdfplumber, `extract_tables` with its defaults."""
    import pdfplumber

    def read(path: Path) -> Iterator[FoundTable]:
        with pdfplumber.open(path) as document:
            for page in document.pages:
                for rows in page.extract_tables():
                    yield found_table(page.page_number, rows)
                page.close()

    return _one_by_one(read, papers)


def read_with_camelot(papers: Sequence[Path]) -> Reading:
    """Camelot 2, lattice on vector lines: it needs no rendering."""
    import camelot

    def read(path: Path) -> Iterator[FoundTable]:
        for table in camelot.read_pdf(path, pages="all", flavor="lattice", engine="vector"):
            yield found_table(int(table.page), table.df.itertuples(index=False))

    return _one_by_one(read, papers)


def read_with_pymupdf(papers: Sequence[Path]) -> Reading:
    """PyMuPDF, `find_tables` with its defaults."""
    import pymupdf

    def read(path: Path) -> Iterator[FoundTable]:
        with pymupdf.open(path) as document:
            for number, page in enumerate(document, 1):
                for table in page.find_tables().tables:
                    yield found_table(number, table.extract())

    return _one_by_one(read, papers)


def read_with_opendataloader(papers: Sequence[Path]) -> Reading:
    """OpenDataLoader, all papers at one go, with tables by borders and by clusters."""
    import opendataloader_pdf

    with tempfile.TemporaryDirectory() as folder:
        opendataloader_pdf.convert(
            input_path=[str(paper) for paper in papers],
            output_dir=folder,
            format="json",
            quiet=True,
            image_output="off",
            table_method="cluster",
        )
        for paper in papers:
            out = Path(folder, f"{paper.stem}.json")
            if out.exists():
                yield paper, list(_loaded(json.loads(out.read_text(encoding="utf-8"))["kids"]))
            else:
                yield paper, FileNotFoundError("it wrote nothing")


def _loaded(items: Iterable[dict[str, Any]]) -> Iterator[FoundTable]:
    """The tables among the parts of a page that OpenDataLoader wrote."""
    for item in items:
        if item["type"] != "table":
            yield from _loaded(item.get("kids", ()))
            continue
        rows = [[""] * item["number of columns"] for _ in range(item["number of rows"])]
        for cell in (cell for row in item["rows"] for cell in row["cells"]):
            rows[cell["row number"] - 1][cell["column number"] - 1] = _words(cell)
        yield found_table(item["page number"], rows)


def _words(item: dict[str, Any]) -> str:
    parts = [*item.get("kids", ()), *item.get("list items", ())]
    return " ".join([item.get("content", ""), *map(_words, parts)])


Read = Callable[[Path], Tables]


def _one_by_one(read: Read, papers: Sequence[Path]) -> Reading:
    """Each paper's tables, or why there are none: one that fails costs no other."""
    for paper in papers:
        try:
            yield paper, list(read(paper))
        except Exception as error:
            yield paper, error


OURS = "ours"

READERS: dict[str, tuple[str, Callable[[Sequence[Path]], Reading]]] = {
    OURS: ("matters-arising", read_with_ours),
    "pdfplumber": ("pdfplumber", read_with_pdfplumber),
    "camelot": ("camelot-py", read_with_camelot),
    "PyMuPDF": ("PyMuPDF", read_with_pymupdf),
    "OpenDataLoader": ("opendataloader-pdf", read_with_opendataloader),
}
"""A reader by its name: the distribution it comes in, and how it is run."""


def _cpu() -> float:
    """CPU seconds of this process and of those it waited for."""
    return sum(os.times()[:4])


def read_with(name: str, papers: Sequence[Path]) -> Found:
    """What a reader makes of the papers."""
    distribution, read = READERS[name]
    reading = read(papers)
    begun = _cpu()
    read_so_far = list(reading)
    seconds = _cpu() - begun
    tables = {p.name: tuple(got) for p, got in read_so_far if not isinstance(got, Exception)}
    failed = {p.name: str(got) for p, got in read_so_far if isinstance(got, Exception)}
    return Found(version(distribution), seconds, tables, failed)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    write_found(read_with(sys.argv[1], [Path(p) for p in sys.argv[3:]]), Path(sys.argv[2]))
