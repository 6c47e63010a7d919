"""`python -m benchmarks.ask`: how long a question takes, beside simpler ways, as Markdown.

Cold is `matters ask` from the command line on the bundled sample. Warm is a library that is
open, of `--passages N` (100,000 by default) perturbed from the sample's; `--library DIR` keeps
that library, or takes it from there. `bm25s` takes part where it is installed. The wall clock
is what people wait for; processor time is what to compare on a busy machine.
Exits 1 where the dense arm finds less than 99 in 100 of what exact search finds.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # as the command line has it

from benchmarks.ask.cold import cold_table, measure_cold
from benchmarks.ask.contest import LEAST_RECALL, contest_table, hold_contest, judge_targets
from benchmarks.ask.peer import has_bm25s
from benchmarks.library.make import make_library
from benchmarks.machine import describe_load, describe_machine
from matters_arising.corpus import sample
from matters_arising.eval.gold import GoldQuestion, read_gold
from matters_arising.library import CATALOGUE, Library

A_PAPER = 50
"""Passages in each invented paper."""


def main(arguments: argparse.Namespace) -> int:
    """Print the machine, both tables and the targets; the exit status is for recall."""
    questions = _questions()
    with tempfile.TemporaryDirectory() as work:
        small = Path(work) / "sample"
        _add_sample(small)
        cold = measure_cold(small, questions[0].question, runs=arguments.runs)
        large = arguments.library or Path(work) / "large"
        if not (large / CATALOGUE).exists():
            make_library(large, papers=arguments.passages // A_PAPER, passages_a_paper=A_PAPER)
        contest = hold_contest(large, questions)
    peers = ("bm25s",) if has_bm25s() else ()
    machine = f"{describe_machine(('numpy', 'chromadb', *peers))}; {describe_load()}."
    lines = [machine, "", *cold_table(cold), "", *contest_table(contest), ""]
    sys.stdout.write("\n".join([*lines, *judge_targets(contest)]) + "\n")
    return int(contest.recall < LEAST_RECALL)


def _questions() -> list[GoldQuestion]:
    """The sample's questions, answerable and not."""
    return list(read_gold(sample.GOLD).questions)


def _add_sample(folder: Path) -> None:
    with Library.create(folder) as library:
        library.add(sample.papers())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ask")
    parser.add_argument("--passages", type=int, default=100_000, metavar="N")
    parser.add_argument("--library", type=Path, metavar="DIR")
    parser.add_argument("--runs", type=int, default=5, metavar="N")
    sys.exit(main(parser.parse_args()))
