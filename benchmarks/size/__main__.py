"""`python -m benchmarks.size`: invented libraries of 100, 1,000 … `--papers` papers, measured.

`--passages N` sets the passages of a paper; `--source LIBRARY` permutes that library's passages
instead of the bundled sample's, which are read and encoded first; `--plot FILE` draws the
tables as an SVG; `--work DIR` makes the libraries there, and leaves them.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.machine import describe_load, describe_machine
from benchmarks.size.growth import Growth, measure_growth
from benchmarks.size.report import draw, loading_table, use_table
from matters_arising.corpus import sample
from matters_arising.library import Library

PACKAGES = ("sqlalchemy", "numpy", "chromadb")


def main(arguments: argparse.Namespace) -> None:
    """Measure each size and print the tables."""
    with _work_folder(arguments.work) as work:
        source = arguments.source or _read_sample(work / "source")
        sizes = [_measure(work, source, size, arguments) for size in _sizes(arguments.papers)]
    if arguments.plot:
        draw(sizes, arguments.plot)
    sys.stdout.write("\n".join(_report(sizes)) + "\n")


def _report(sizes: Sequence[Growth]) -> Iterator[str]:
    yield f"{describe_machine(PACKAGES)}; {describe_load()}."
    yield ""
    yield from loading_table(sizes)
    yield ""
    yield from use_table(sizes)


def _measure(work: Path, source: Path, papers: int, arguments: argparse.Namespace) -> Growth:
    sys.stderr.write(f"{papers:,} papers …\n")
    folder = work / f"papers-{papers}"
    growth = measure_growth(folder, source, papers=papers, passages=arguments.passages)
    sys.stderr.write("\n".join([*loading_table([growth]), *use_table([growth]), ""]))
    return growth


def _sizes(largest: int) -> list[int]:
    return [*(size for size in (100, 1000) if size < largest), largest]


def _read_sample(folder: Path) -> Path:
    with Library.create(folder) as library:
        library.add(sample.papers())
    return folder


@contextmanager
def _work_folder(chosen: Path | None) -> Iterator[Path]:
    if chosen:
        yield chosen
        return
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=10_000, metavar="N")
    parser.add_argument("--passages", type=int, default=50, metavar="N")
    parser.add_argument("--source", type=Path, metavar="LIBRARY")
    parser.add_argument("--plot", type=Path, metavar="FILE")
    parser.add_argument("--work", type=Path, metavar="DIR")
    main(parser.parse_args())
