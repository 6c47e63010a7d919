"""`python -m benchmarks.reading`: the speed and the memory of reading, as Markdown tables.

`--papers DIR …` reads other papers than the sample; `--runs N` takes the best of so many runs.
`--pages N` reads packs of 10, 100 … N pages instead, each in a child, and says the most
memory that took (not on Windows).
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.machine import describe_load, describe_machine
from benchmarks.reading.memory import measure_peak, peak_table
from benchmarks.reading.speed import measure_speed, speed_table
from matters_arising.corpus import sample


def main(arguments: argparse.Namespace) -> None:
    """Print the machine and the table asked for."""
    lines = _memory(arguments) if arguments.pages else _speed(arguments)
    machine = f"{describe_machine(('pdfplumber', 'pypdfium2'))}; {describe_load()}."
    sys.stdout.write("\n".join([machine, "", *lines]) + "\n")


def _speed(arguments: argparse.Namespace) -> Iterator[str]:
    found = (measure_speed(folder, runs=arguments.runs) for folder in arguments.papers)
    return speed_table([speed for speed in found if speed is not None])


def _memory(arguments: argparse.Namespace) -> Iterator[str]:
    papers = [p for folder in arguments.papers for p in sorted(folder.glob("*.pdf"))]
    papers = [path for path in papers if "scanned" not in path.name]
    sizes = [size for size in (10, 100, 1000, 10_000) if size < arguments.pages]
    with tempfile.TemporaryDirectory() as folder:
        peaks = [measure_peak(papers, size, Path(folder)) for size in (*sizes, arguments.pages)]
    return peak_table(peaks)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", nargs="+", type=Path, default=[sample.PAPERS], metavar="DIR")
    parser.add_argument("--runs", type=int, default=3, metavar="N")
    parser.add_argument("--pages", type=int, default=0, metavar="N")
    main(parser.parse_args())
