"""`python -m benchmarks.plans [PLANS …]`: scores and times as a Markdown table.

Each number asks for a run over so many plans of 150 actions and 6 issues at once; 11 of them
are 9,900 reports of actions. Exits 1 where a score is under its floor.
"""

import sys
from collections.abc import Iterator

from benchmarks.machine import describe_load, describe_machine
from benchmarks.markdown import markdown_table
from benchmarks.plans.score import Result, score_plans


def main(sizes: list[int]) -> int:
    """Print the table; the exit status says whether every score keeps to its floor."""
    results = [score_plans(size) for size in sizes]
    machine = f"{describe_machine(('numpy', 'scipy'))}; {describe_load()}."
    sys.stdout.write("\n".join([machine, "", *_table(results)]) + "\n")
    return 0 if all(score.passes for result in results for score in result.scores) else 1


def _table(results: list[Result]) -> Iterator[str]:
    """The lines of a Markdown table, a row for each run."""
    names = [score.name for score in results[0].scores]
    heads = ["actions", "seconds", *(f"{name}: precision / recall" for name in names), "floors"]
    return markdown_table(heads, map(_cells, results))


def _cells(result: Result) -> list[str]:
    scores = (f"{s.precision:.4f} / {s.recall:.4f}" for s in result.scores)
    floors = "kept" if all(score.passes for score in result.scores) else "BROKEN"
    return [f"{result.actions:,}", f"{result.seconds:.1f}", *scores, floors]


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [3, 6, 11]))
