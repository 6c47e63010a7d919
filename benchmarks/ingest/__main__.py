"""`python -m benchmarks.ingest`: pages a second into a library, as a Markdown table.

`--papers DIR` adds other papers than the bundled sample. Each contender runs once, in a
process of its own, on one core but for the last, which has two.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.ingest.race import Lap, Race, run_race
from benchmarks.ingest.report import race_table, ratio_lines
from benchmarks.machine import describe_load, describe_machine
from matters_arising.corpus import sample

PACKAGES = ("torch", "sentence-transformers", "pypdfium2", "pdfplumber", "spacy", "chromadb")


def main(papers: Path) -> None:
    """Race, and print what came of it."""
    with tempfile.TemporaryDirectory() as work:
        race = run_race(papers, Path(work), tell=_tell)
    sys.stdout.write("\n".join(_report(race)) + "\n")


def _tell(lap: Lap) -> None:
    sys.stderr.write(f"{lap.title}: {lap.cost.cpu:.1f} CPU s\n")


def _report(race: Race) -> list[str]:
    machine = f"{describe_machine(PACKAGES)}; {describe_load()}."
    counted = f"{race.papers:,} papers, {race.pages:,} pages."
    return [machine, "", counted, "", *race_table(race), "", *ratio_lines(race)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    default = sample.papers()[0].parent
    parser.add_argument("--papers", type=Path, default=default, metavar="DIR")
    main(parser.parse_args().papers)
