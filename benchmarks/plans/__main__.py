"""`python -m benchmarks.plans [PLANS …]`: scores and times as a Markdown table.

Each number asks for a run over so many plans of 150 actions and 6 issues at once; 11 of them
are 9,900 reports of actions. Exits 1 where a score is under its floor.
"""

import sys

from benchmarks.plans.score import Result, score_plans


def main(sizes: list[int]) -> int:
    """Print the table; the exit status says whether every score keeps to its floor."""
    results = [score_plans(size) for size in sizes]
    sys.stdout.write("\n".join(table(results)) + "\n")
    return 0 if all(score.passes for result in results for score in result.scores) else 1


def table(results: list[Result]) -> list[str]:
    """The lines of a Markdown table, a row for each run."""
    names = [score.name for score in results[0].scores]
    head = ["actions", "seconds", *(f"{name}: precision / recall" for name in names), "floors"]
    lines = [f"| {' | '.join(head)} |", "| ---: " * len(head) + "|"]
    for result in results:
        scores = (f"{s.precision:.4f} / {s.recall:.4f}" for s in result.scores)
        floors = "kept" if all(score.passes for score in result.scores) else "BROKEN"
        cells = [f"{result.actions:,}", f"{result.seconds:.1f}", *scores, floors]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or [3, 6, 11]))
