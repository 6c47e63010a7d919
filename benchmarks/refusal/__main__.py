"""`python -m benchmarks.refusal`: what each threshold of refusal costs and gains, as Markdown.

Every question of gold is asked of a library of its papers, and then of that library without
the papers of its topic, where it has become unanswerable. The bundled sample is asked by
default; `--gold DIR --papers DIR` asks others whose gold has the sample's form. `--write DIR`
puts the table into DIR/refusal.md, between its marks, and draws DIR/refusal.svg.
Exits 1 where the threshold in use refuses too many answerable questions.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.refusal.curve import MOST_LOST, Point, choose, draw_curve
from benchmarks.refusal.report import count, draw, table, write_page
from benchmarks.refusal.trial import Trial, run_trials
from matters_arising.corpus import sample
from matters_arising.eval.gold import read_gold
from matters_arising.index.answer.refusal import LEAST_SUPPORT
from matters_arising.library import Library


def main() -> int:
    """Print the table; the exit status says whether the threshold in use keeps to its limit."""
    options = _parser().parse_args()
    with tempfile.TemporaryDirectory() as made:
        trials = list(_try(options.papers, options.gold, Path(made)))
    points = draw_curve(trials)
    lines = list(_report(trials, points))
    sys.stdout.write("\n".join(lines) + "\n")
    if options.write:
        write_page(options.write / "refusal.md", lines)
        draw(points, LEAST_SUPPORT, options.write / "refusal.svg")
    used = next(point for point in points if point.least == LEAST_SUPPORT)
    return int(used.answerable > MOST_LOST)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.refusal")
    parser.add_argument("--papers", type=Path, help="PDFs of your own")
    parser.add_argument("--gold", type=Path, help="their gold")
    parser.add_argument("--write", type=Path, help="the folder of refusal.md")
    return parser


def _try(papers: Path | None, gold: Path | None, work: Path) -> Iterator[Trial]:
    questions = read_gold(gold or sample.GOLD).questions
    with Library.create(work / "whole") as library:
        library.add(sorted(papers.glob("*.pdf")) if papers else sample.papers())
    yield from run_trials(work / "whole", questions, work)


def _report(trials: list[Trial], points: list[Point]) -> Iterator[str]:
    yield count(trials)
    yield ""
    yield from table(points, LEAST_SUPPORT)
    yield ""
    best = choose(points)
    yield (
        f"The highest threshold that refuses at most {MOST_LOST:.0%} of the answerable:"
        f" {best.least:.2f}. In use: {LEAST_SUPPORT:.2f}."
    )


if __name__ == "__main__":
    sys.exit(main())
