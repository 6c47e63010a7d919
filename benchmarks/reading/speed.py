"""Pages per CPU-second: plain pdfplumber and the whole reading, on the same pages in one run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pdfplumber

from benchmarks.machine import measure
from benchmarks.markdown import markdown_table
from matters_arising.extract.reading import read_paper
from matters_arising.extract.record.figure import find_measures


@dataclass(frozen=True, slots=True)
class Speed:
    """CPU seconds that a folder's papers took: pdfplumber, all of ours, our measures alone."""

    name: str
    pages: int
    plumber: float
    ours: float
    measures: float

    @property
    def read(self) -> float:
        """CPU seconds for words, tables, sections and the other records."""
        return self.ours - self.measures


def measure_speed(folder: Path, *, runs: int) -> Speed | None:
    """Read the folder's papers `runs` times each way; the best counts. None without papers.

    A paper with a page that only OCR can read is left out: pdfplumber finds nothing there.
    """
    papers = [path for path in sorted(folder.glob("*.pdf")) if not _needs_ocr(path)]
    if not papers:
        return None
    pages, plumber, ours, measures = 0, 0.0, 0.0, 0.0
    for path in papers:
        pages += _count_pages(path)
        plumber += min(measure(partial(_read_plainly, path)).cpu for _ in range(runs))
        best = min(_time_reading(path) for _ in range(runs))
        ours, measures = ours + best[0], measures + best[1]
    return Speed(folder.name, pages, plumber, ours, measures)


def _needs_ocr(path: Path) -> bool:
    return "ocr" in read_paper(path).paper.read_by


def _count_pages(path: Path) -> int:
    with pdfplumber.open(path) as pdf:
        return len(pdf.pages)


def _read_plainly(path: Path) -> None:
    """What anyone would write: words and tables, page by page, no page kept."""
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            page.extract_words()
            page.extract_tables()
            page.close()


def _time_reading(path: Path) -> tuple[float, float]:
    """CPU seconds for all of the reading, and for its measures alone."""
    whole = measure(lambda: read_paper(path)).cpu
    read = read_paper(path)
    paragraphs, tables, sections = read.paragraphs, read.tables, read.sections
    measures = measure(
        lambda: find_measures(paragraphs, tables, sections, read.reports, read.paper.date)
    ).cpu
    return whole, min(measures, whole)


def speed_table(speeds: Sequence[Speed]) -> Iterator[str]:
    """The lines of a Markdown table, a row for each folder and one for all."""
    total = Speed(
        "all",
        sum(speed.pages for speed in speeds),
        sum(speed.plumber for speed in speeds),
        sum(speed.ours for speed in speeds),
        sum(speed.measures for speed in speeds),
    )
    heads = ("papers", "pages", "pdfplumber", "without measures", "times", "whole reading", "times")
    return markdown_table(heads, map(_cells, (*speeds, total)))


def _cells(speed: Speed) -> list[str]:
    cells = [speed.name, str(speed.pages), f"{speed.pages / speed.plumber:.1f}"]
    for seconds in (speed.read, speed.ours):
        cells += [f"{speed.pages / seconds:.1f}", f"{speed.plumber / seconds:.1f} ×"]
    return cells
