"""`python -m benchmarks.tables`: our tables against our peers', as Markdown.

Papers are drawn in each layout of `layout.py`, their content the sample's, and read by every
reader that is installed, each in a process of its own. An exact row has each cell's text
letter for letter (white space apart) and all of it, however many pages it runs over. Peers
give tables page by page, so each is scored a second time with its pieces joined (`join.py`).
The CPU seconds are those of the reader and its children once its library is imported; of
OpenDataLoader they hold Java's start. What is ours is the whole reading, sections and records
too.

    python -m benchmarks.tables --peers /path/to/python --icdar FOLDER

`--peers` names a Python that has them, so that they need not stand in ours:
`pip install pdfplumber "camelot-py>=2" "PyMuPDF<2" opendataloader-pdf docling-metrics-table`.
PyMuPDF is under the AGPL and is only run, never built upon; OpenDataLoader needs Java.
Exits 1 where a peer has more exact rows than we.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.machine import describe_machine
from benchmarks.tables.child import Run, run_reader, run_teds
from benchmarks.tables.draw import draw_paper
from benchmarks.tables.found import FoundTable
from benchmarks.tables.gold import GoldPaper
from benchmarks.tables.icdar import load_icdar
from benchmarks.tables.join import join_tables
from benchmarks.tables.layout import LAYOUTS
from benchmarks.tables.peer import OURS, READERS
from benchmarks.tables.report import Line, layout_table, main_table
from benchmarks.tables.score import Pair, Tally, pair_tables, score_paper


def main() -> int:
    """Print the tables; the exit status says whether we have the most exact rows."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = options.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        drawn = [
            draw_paper(layout, folder, drawing)
            for layout in LAYOUTS
            for drawing in range(options.drawings)
        ]
        sets = {"Drawn pages": drawn}
        if options.icdar:
            sets["ICDAR 2013"] = list(load_icdar(options.icdar))
        results = {
            name: list(_lines(papers, folder, options.peers)) for name, papers in sets.items()
        }
    for name, papers in sets.items():
        sys.stdout.write("\n".join(_report(name, papers, results[name])) + "\n\n")
    return int(any(map(_is_behind, results.values())))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.tables")
    parser.add_argument("--peers", default=sys.executable, help="a Python that has the peers")
    parser.add_argument("--icdar", type=Path, help="the folder of the ICDAR 2013 competition")
    parser.add_argument("--drawings", type=int, default=1, help="of each layout")
    parser.add_argument("--keep", type=Path, help="where to leave the drawn papers")
    return parser


def _lines(papers: Sequence[GoldPaper], folder: Path, peers: str) -> Iterator[Line]:
    """The figures of each reader that is installed; a peer's also with its pieces joined."""
    for name in READERS:
        run = run_reader(name, papers, folder, peers)
        if run is None:
            sys.stderr.write(f"{name} is not installed, and left out.\n")
            continue
        given = {p.path.name: run.found.tables.get(p.path.name, ()) for p in papers}
        yield _line(name, run, papers, given, run_teds(_pairs(papers, given), folder, peers))
        if name != OURS:
            given = {paper: join_tables(tables) for paper, tables in given.items()}
            teds = run_teds(_pairs(papers, given), folder, peers)
            yield _line(name, run, papers, given, teds, joined=True)


Given = Mapping[str, Sequence[FoundTable]]
"""The tables given for each paper, by its file's name."""


def _pairs(papers: Sequence[GoldPaper], given: Given) -> list[Pair]:
    return [pair for paper in papers for pair in pair_tables(paper, given[paper.path.name])]


def _line(
    name: str,
    run: Run,
    papers: Sequence[GoldPaper],
    given: Given,
    teds: float | None,
    *,
    joined: bool = False,
) -> Line:
    tallies: dict[str, Tally] = {}
    for paper in papers:
        tally = score_paper(paper, given[paper.path.name])
        tallies[paper.layout] = tallies.get(paper.layout, Tally()) + tally
    speed = sum(paper.pages for paper in papers) / run.found.seconds
    failed = len(run.found.failed)
    return Line(name, run.found.version, joined, tallies, teds, speed, run.memory, failed)


def _report(name: str, papers: Sequence[GoldPaper], lines: Sequence[Line]) -> Iterator[str]:
    pages = sum(paper.pages for paper in papers)
    yield f"{name}: {len(papers)} papers, {pages} pages. {describe_machine(())}."
    yield ""
    yield from main_table(lines)
    yield ""
    yield from layout_table(lines)


def _is_behind(lines: Sequence[Line]) -> bool:
    ours, *peers = lines
    return any(peer.tally.exact > ours.tally.exact for peer in peers)


if __name__ == "__main__":
    sys.exit(main())
