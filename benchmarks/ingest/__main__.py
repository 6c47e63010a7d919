"""`python -m benchmarks.ingest`: pages a second into a library, as a Markdown table.

`--papers DIR` adds other papers than the bundled sample, which is added several times over,
each copy as a paper of its own, so that starting counts for less; `--times N` says how often.
Each contender runs once, in a process of its own, on one core but for the one that has two.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.ingest.race import Lap, Race, run_race
from benchmarks.ingest.report import race_table, ratio_lines
from benchmarks.ingest.stack import stack_papers
from benchmarks.machine import describe_load, describe_machine
from matters_arising.corpus import sample

PACKAGES = ("torch", "sentence-transformers", "pypdfium2", "pdfplumber", "spacy", "chromadb")

TIMES = 4
"""How often the sample is added: its 33 pages take hardly longer than starting does."""


def main(papers: Path, times: int) -> None:
    """Race, and print what came of it."""
    with tempfile.TemporaryDirectory() as work:
        stack = stack_papers(papers, Path(work) / "papers", times=times)
        race = run_race(stack, Path(work), tell=_tell)
    sys.stdout.write("\n".join(_report(race, times)) + "\n")


def _tell(lap: Lap) -> None:
    sys.stderr.write(f"{lap.title}: {lap.cost.cpu:.1f} CPU s\n")


def _report(race: Race, times: int) -> list[str]:
    machine = f"{describe_machine(PACKAGES)}; {describe_load()}."
    each = f", {race.papers // times:,} papers {times} times over" if times > 1 else ""
    counted = f"{race.papers:,} papers, {race.pages:,} pages{each}."
    return [machine, "", counted, "", *race_table(race), "", *ratio_lines(race)]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=Path, metavar="DIR")
    parser.add_argument("--times", type=int, metavar="N")
    asked = parser.parse_args()
    main(
        asked.papers or sample.papers()[0].parent,
        asked.times or (1 if asked.papers else TIMES),
    )
