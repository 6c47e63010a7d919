"""Peak memory of a child that reads a pack of many pages, made of sample papers."""

import itertools
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from benchmarks.markdown import markdown_table

_CHILD = """
import sys
from pathlib import Path
from benchmarks.machine import peak_megabytes
from matters_arising.extract.reading import read_paper
print(read_paper(Path(sys.argv[1])).paper.pages, peak_megabytes())
"""


@dataclass(frozen=True, slots=True)
class Peak:
    """The most memory, in megabytes, that a pack of so many pages took to read."""

    pages: int
    megabytes: float


def measure_peak(papers: Sequence[Path], pages: int, folder: Path) -> Peak:
    """Read a pack of the papers' pages, over and over, in a child of its own."""
    pack = folder / f"pack-{pages}.pdf"
    _build_pack(papers, pages, pack)
    command = [sys.executable, "-c", _CHILD, str(pack)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    read, megabytes = done.stdout.split()
    return Peak(int(read), float(megabytes))


def _build_pack(papers: Sequence[Path], pages: int, pack: Path) -> None:
    """A PDF of that many pages: those of the papers, begun again when they are used up."""
    with pdfium.PdfDocument.new() as document:
        for path in itertools.cycle(papers):
            if len(document) == pages:
                break
            with pdfium.PdfDocument(path) as source:
                wanted = min(len(source), pages - len(document))
                document.import_pages(source, list(range(wanted)))
        document.save(pack)


def peak_table(peaks: Sequence[Peak]) -> Iterator[str]:
    """The lines of a Markdown table, a row for each pack."""
    rows = ((f"{peak.pages:,}", f"{peak.megabytes:.0f}") for peak in peaks)
    return markdown_table(("pages", "peak memory in MB"), rows)
